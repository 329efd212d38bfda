"""Sent bulletins on their way to the commune's loudspeaker: which wait, which are there, and whom
to tell when the folder takes none."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from rules.bulletins import Bulletin, month_words
from rules.bulletins_public import file_names, stays_inside
from rules.messages import Button, Message
from rules.units import LEADING
from rules.words import words
from storage import audit, bulletins_items, deliveries, restorations, units
from storage import bulletins as rows
from storage import bulletins_public as public
from storage.store import Store

FRESH = timedelta(days=7)  # what was sent before is put there by hand, if it is wanted


async def waiting(store: Store, now: datetime) -> Sequence[Bulletin]:
    """Bulletins sent of late that are not in the folder; none while books that came back rest."""
    if await restorations.paused(store):
        return []
    return await _outward(store, await public.without_file(store, now - FRESH))


async def sent(store: Store, month: date | None) -> Sequence[Bulletin]:
    """Everything that may be put there, of that month or ever."""
    return await _outward(store, await public.sent_of(store, month))


async def names(store: Store, bulletin: Bulletin) -> Sequence[str]:
    """The names of its files: the whole first, then each item."""
    return file_names(bulletin, len(bulletin.approved.items), await units.all_units(store))


async def done(store: Store, bulletin_id: int, now: datetime) -> None:
    """It is there."""
    await rows.change(store, bulletin_id, loudspeaker_at=now)
    await audit.note(store, now, None, "to the loudspeaker", "bulletin", bulletin_id)


async def failed(store: Store, bulletin: Bulletin, why: str, now: datetime) -> None:
    """Tell those who lead its unit, once, that it is not there and why (a text's key)."""
    editors = await units.holders(store, bulletin.unit_id, LEADING, store.org.today(now))
    text = words("outlets.not_there", month=month_words(bulletin.month), why=words(why))
    button = Button(words("bulletins.go_bulletins"), ("bulletins.show", bulletin.id))
    cause = f"{bulletin.cause}:loudspeaker"
    await deliveries.leave(store, cause, editors, Message(text, (button,)), now)


async def _outward(store: Store, found: Sequence[Bulletin]) -> Sequence[Bulletin]:
    """Those without an item that must not leave the house."""
    return [
        one for one in found if not stays_inside(one, await bulletins_items.items(store, one.id))
    ]
