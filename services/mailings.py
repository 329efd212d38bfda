"""Broadcasts on their way: paused by their sender, or by ourselves when they go badly."""

from dataclasses import replace
from datetime import datetime, timedelta

from rules.mailings import Sending, question, sending
from rules.members import Person
from rules.messages import Message
from rules.refusal import Refusal
from rules.words import Words
from storage import audit, deliveries, mailings
from storage.mailings import Mailing
from storage.store import Store

LATELY = timedelta(days=30)


async def look(store: Store, person: Person, mailing_id: int) -> tuple[Words, Sending]:
    """How one's own broadcast is called, and how far it has come."""
    mailing = await _own(store, person, mailing_id)
    return mailing.about or Words("mailings.one"), await how_far(store, mailing)


async def how_far(store: Store, mailing: Mailing) -> Sending:
    """How far a broadcast has come."""
    return sending(mailing.state, await deliveries.counts(store, mailing.cause))


async def brought(store: Store, person: Person, delivery_id: int, now: datetime) -> Message | None:
    """What a delivery brought to this person lately; None for anybody else's."""
    recent = dict(await deliveries.brought(store, person.id, now - LATELY))
    return recent.get(delivery_id)


async def pause(store: Store, person: Person, mailing_id: int, now: datetime) -> None:
    """Send nothing more of it for now; pressed again it changes nothing."""
    mailing = await _own(store, person, mailing_id)
    if await mailings.pause(store, mailing.cause):
        await audit.note(store, now, person.id, "paused", "mailing", mailing_id)


async def go_on(store: Store, person: Person, mailing_id: int, now: datetime) -> None:
    """Send on; pressed again it changes nothing."""
    mailing = await _own(store, person, mailing_id)
    if await mailings.go_on(store, mailing.cause):
        await audit.note(store, now, person.id, "resumed", "mailing", mailing_id)


async def stop(store: Store, person: Person, mailing_id: int, now: datetime) -> None:
    """Send nothing more of it for ever; pressed again it changes nothing."""
    mailing = await _own(store, person, mailing_id)
    if await mailings.stop(store, mailing.cause):
        await audit.note(store, now, person.id, "stopped", "mailing", mailing_id)


async def goes_badly(store: Store, mailing_id: int, now: datetime) -> None:
    """Pause a broadcast many of whose sends failed, and ask its sender what to do. The second of
    two processes that see it changes nothing."""
    mailing = await mailings.get(store, mailing_id)
    if mailing and await mailings.pause(store, mailing.cause):
        await audit.note(store, now, None, "paused", "mailing", mailing_id)
        await _ask(store, replace(mailing, state="paused"), now)


async def _ask(store: Store, mailing: Mailing, now: datetime) -> None:
    assert mailing.sender_id is not None
    about = mailing.about or Words("mailings.one")
    message = question(mailing.id, about, await how_far(store, mailing))
    cause = f"mailing:{mailing.id}:paused:{mailing.pauses}"
    await deliveries.leave(store, cause, [mailing.sender_id], message, now, lane=mailings.ANSWERS)


async def _own(store: Store, person: Person, mailing_id: int) -> Mailing:
    mailing = await mailings.get(store, mailing_id)
    if mailing is None or mailing.sender_id != person.id:
        raise Refusal("mailings.not_yours")
    return mailing
