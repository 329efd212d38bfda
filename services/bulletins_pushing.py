"""Sending a bulletin at its hour, and reminding those who have to approve it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from rules.bulletins import (
    LATE,
    OWN_BUTTONS,
    REMINDED,
    Bulletin,
    Plan,
    at_hand,
    due_at,
    month_words,
)
from rules.messages import Button, Message
from rules.words import Words, words
from services.bulletins_desk import current_plan, recording_of, reopen, tell_editors
from storage import audit, mailings
from storage import bulletins as rows
from storage import bulletins_items as item_rows
from storage.store import Store

Due = tuple[int, datetime]
EMPTY = {
    "bulletins.reminder": "bulletins.reminder_empty",
    "bulletins.missed": "bulletins.missed_empty",
}  # what is said instead when nothing was written


async def push_due(store: Store, now: datetime) -> Sequence[Due]:
    """Approved bulletins whose hour has come."""
    return [(one.id, one.due_at) for one in await rows.approved_by(store, now)]


async def to_record(store: Store, bulletin_id: int) -> Plan | None:
    """What will be heard of an approved bulletin; None when it is not approved any more."""
    bulletin = await rows.get(store, bulletin_id)
    return bulletin.approved if bulletin and bulletin.state == "approved" else None


async def hold_back(store: Store, bulletin_id: int, why: Words, now: datetime) -> None:
    """Give a bulletin whose recording is not good enough back to its editors, and say why."""
    bulletin = await rows.get(store, bulletin_id)
    if bulletin is not None:
        await reopen(store, bulletin, why, None, now)


async def push(store: Store, bulletin_id: int, now: datetime) -> None:
    """Send what was approved to everyone of the unit and below.

    One that is too late, or is no longer what was approved, goes back to its editors instead; so
    does one whose recording is gone or is another: nobody has heard what would be sent.
    """
    bulletin = await rows.get(store, bulletin_id)
    if bulletin is None or bulletin.state != "approved":
        return
    if now - bulletin.due_at > LATE:
        await reopen(store, bulletin, "bulletins.too_late", None, now)
    elif (await current_plan(store, bulletin, now)).fingerprint != bulletin.approved_hash:
        await reopen(store, bulletin, "bulletins.not_as_approved", None, now)
    elif bulletin.sound not in (None, (await recording_of(store, bulletin.approved)).sound):
        await reopen(store, bulletin, "bulletins.sound_gone", None, now)
    else:
        await _send(store, bulletin, now)


async def begin_due(store: Store, now: datetime) -> Sequence[Due]:
    """Units whose bulletin is at hand and for which nobody has written anything."""
    month = at_hand(store.org, now)
    if month is None:
        return []
    begun = await rows.begun(store, month)
    since = due_at(store.org, month) - REMINDED
    desks = await rows.desks(store, store.org.today(now))
    return [(unit.id, since) for unit in desks if unit.id not in begun]


async def begin(store: Store, unit_id: int, now: datetime) -> None:
    """Lay an empty bulletin on the desk: its editors are told of it like of any other."""
    month = at_hand(store.org, now)
    if month is not None:
        await rows.begin(store, unit_id, month, due_at(store.org, month))


async def remind_due(store: Store, now: datetime) -> Sequence[Due]:
    """Bulletins that are due within a day, await approval, and whose editors were not told."""
    waiting = await rows.unapproved_by(store, now + REMINDED)
    soon = [(one, one.due_at - REMINDED) for one in waiting if one.due_at > now]
    return [(one.id, since) for one, since in soon if _untold(one, since)]


async def remind(store: Store, bulletin_id: int, now: datetime) -> None:
    """Remind the editors that a bulletin awaits their approval."""
    await _tell(store, bulletin_id, "bulletins.reminder", now)


async def missed_due(store: Store, now: datetime) -> Sequence[Due]:
    """Bulletins whose hour came without an approval, and whose editors were not told."""
    waiting = await rows.unapproved_by(store, now)
    return [(one.id, one.due_at) for one in waiting if _untold(one, one.due_at)]


async def miss(store: Store, bulletin_id: int, now: datetime) -> None:
    """Tell the editors that nothing was sent; it can still be approved."""
    await _tell(store, bulletin_id, "bulletins.missed", now)


async def _send(store: Store, bulletin: Bulletin, now: datetime) -> None:
    plan = bulletin.approved
    values = {"month": month_words(plan.month), "unit": plan.unit, "titles": plan.titles()}
    heard = Button(words("bulletins.have_heard"), ("bulletins.heard", bulletin.id))
    items = _item_buttons(bulletin.id, len(plan.items))
    voice = replace(plan.voice(), media_id=bulletin.media_id)
    message = Message(words("bulletins.arrived", **values), (*items, heard), voice)
    await mailings.spread(
        store,
        bulletin.cause,
        ("below", bulletin.unit_path),
        message,
        now,
        sender_id=bulletin.approved_by,
        about=words("mailings.bulletin", month=month_words(plan.month)),
    )
    await rows.shift(store, bulletin.id, "approved", "sent", sent_at=now)
    await audit.note(store, now, None, "sent", "bulletin", bulletin.id)


def _item_buttons(bulletin_id: int, count: int) -> tuple[Button, ...]:
    """A button per item when they fit, else one that leads to all of them."""
    if count > OWN_BUTTONS:
        return (Button(words("bulletins.listen_by_item"), ("bulletins.items", bulletin_id, 0)),)
    return tuple(
        Button(
            words("bulletins.listen_to_one", number=number), ("bulletins.item", bulletin_id, number)
        )
        for number in range(1, count + 1)
    )


async def _tell(store: Store, bulletin_id: int, key: str, now: datetime) -> None:
    bulletin = await rows.get(store, bulletin_id)
    if bulletin is None or bulletin.state != "collecting":
        return
    why = key.removeprefix("bulletins.")
    said = key if await item_rows.items(store, bulletin_id) else EMPTY[key]
    text = words(said, month=month_words(bulletin.month), due=bulletin.due_at)
    cause = f"{bulletin.cause}:{why}:{bulletin.due_at:%Y%m%d%H%M}"
    await tell_editors(store, bulletin, cause, text, now)
    await rows.change(store, bulletin_id, told_at=now)


def _untold(bulletin: Bulletin, since: datetime) -> bool:
    return bulletin.told_at is None or bulletin.told_at < since
