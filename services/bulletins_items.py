"""The items of a bulletin in preparation: looked at, moved, corrected, taken out and put back."""

from dataclasses import dataclass, replace
from datetime import datetime

from rules import bulletins as rules
from rules.bulletins import Item, unread_of
from rules.members import Person
from rules.refusal import Refusal
from services.bulletins_desk import Desk, approval_lost, must_edit, on_desk, shown
from storage import audit
from storage import bulletins_items as rows
from storage.store import Store


@dataclass(frozen=True)
class Changed:
    """What was done to an item; `lost` when an approval was lost by it. `number` was its place.
    `unrecorded`: what a person had spoken does not go with its new words."""

    item: Item
    lost: bool
    number: int = 0
    unrecorded: bool = False


@dataclass(frozen=True)
class OnDesk:
    """One item, its lines as an eye checks them, and the tokens a voice cannot say. `number` is its
    place in the bulletin, 0 of one that was removed."""

    desk: Desk
    item: Item
    lines: tuple[str, ...]
    unread: tuple[str, ...]
    may_change: bool
    number: int = 0
    framed: bool = False  # whether something of its paper is not spoken


async def item(store: Store, person: Person, item_id: int, now: datetime) -> OnDesk:
    """One item of a bulletin, and how it will be read; refused when it is not in it any more."""
    found = await item_or_gone(store, person, item_id, now)
    if found.item.removed_at:
        raise Refusal("bulletins.no_item")
    return found


async def item_or_gone(store: Store, person: Person, item_id: int, now: datetime) -> OnDesk:
    """The same, also of one that was removed or replaced."""
    found = await rows.item(store, item_id)
    if found is None:
        raise Refusal("bulletins.no_item")
    desk = await on_desk(store, person, found.bulletin_id, now)
    number = next((n for n, one in enumerate(desk.items, 1) if one.id == item_id), 0)
    written = (found.title, found.text)
    unread = unread_of(store.org, desk.plan, written[:1] if found.recording else written)
    lines = tuple(line for part in written for line in shown(store, desk.plan, part).lines)
    framed = bool(await rows.frame_of(store, found))
    may_change = desk.edits or found.added_by == person.id
    return OnDesk(desk, found, lines, unread, may_change, number, framed)


async def remove(store: Store, person: Person, item_id: int, now: datetime) -> Changed:
    """Take an item out; it can be put back. Done twice it stays out."""
    found = await _own(store, person, item_id, now)
    if found.item.removed_at:
        return Changed(found.item, lost=False)
    await rows.change_item(store, item_id, removed_at=now)
    return await change(store, person, found, "removed", now)


async def put_back(store: Store, person: Person, item_id: int, now: datetime) -> Changed:
    """Put a removed item back where it was."""
    found = await _own(store, person, item_id, now)
    await rows.change_item(store, item_id, removed_at=None)
    return await change(store, person, found, "put back", now)


async def move_up(store: Store, person: Person, item_id: int, now: datetime) -> Changed:
    """Let an item change places with the one before it."""
    found = await item(store, person, item_id, now)
    must_edit(found.desk)
    ids = [one.id for one in found.desk.items]
    place = ids.index(item_id) if item_id in ids else 0
    if place:
        above = found.desk.items[place - 1]
        await rows.change_item(store, item_id, position=above.position)
        await rows.change_item(store, above.id, position=found.item.position)
    return await change(store, person, found, "moved", now)


async def correct(
    store: Store, person: Person, item_id: int, text: str, source: str, now: datetime
) -> Changed:
    """Put other words in an item's place; the new item. The old one can be taken back."""
    found = await _changeable_or_gone(store, person, item_id, now)
    if found.item.removed_at:
        raise Refusal("bulletins.item_replaced")
    title, text = rules.corrected(store.org, found.item, text)
    new_id = await rows.put_in_place(store, found.item, title, text, source, now)
    written = replace(found.item, id=new_id, title=title, text=text)
    new = replace(written, media_id=None, recorded_by=None, recording="")
    changed = await change(store, person, replace(found, item=new), "corrected", now)
    return replace(changed, unrecorded=bool(found.item.recording))


async def take_back(
    store: Store, person: Person, item_id: int, old_id: int, now: datetime
) -> Changed:
    """Put the earlier words back in the place of the corrected ones, with whatever mark these bear
    by now; the earlier item."""
    new = await _changeable_or_gone(store, person, item_id, now)
    old = await _changeable_or_gone(store, person, old_id, now)
    if new.item.replaced and not old.item.removed_at:
        return Changed(old.item, lost=False)  # pressed twice
    if new.item.removed_at or new.item.bulletin_id != old.item.bulletin_id:
        raise Refusal("bulletins.item_replaced")
    await rows.change_item(store, item_id, removed_at=now, replaced=True)
    stands = {"position": new.item.position, "stays_inside": new.item.stays_inside}
    await rows.change_item(store, old_id, removed_at=None, replaced=False, **stands)
    return await change(store, person, old, "taken back", now)


async def change(
    store: Store, person: Person, found: OnDesk, action: str, now: datetime
) -> Changed:
    """After a change to an item: it is noted, and whether an approval was lost by it."""
    bulletin = found.desk.bulletin
    await audit.note(store, now, person.id, action, "bulletin", bulletin.id)
    lost = await approval_lost(store, person, bulletin, now)
    return Changed(found.item, lost, found.number)


async def changeable(store: Store, person: Person, item_id: int, now: datetime) -> OnDesk:
    """An item this person may change; refused otherwise, and when it is not there any more."""
    return _to_change(await item(store, person, item_id, now))


async def _own(store: Store, person: Person, item_id: int, now: datetime) -> OnDesk:
    """The same of what may have been removed; refused of what another version stands for."""
    found = await _changeable_or_gone(store, person, item_id, now)
    if found.item.replaced:
        raise Refusal("bulletins.no_item")
    return found


async def _changeable_or_gone(store: Store, person: Person, item_id: int, now: datetime) -> OnDesk:
    return _to_change(await item_or_gone(store, person, item_id, now))


def _to_change(found: OnDesk) -> OnDesk:
    found.desk.bulletin.check_open()
    if not found.may_change:
        raise Refusal("bulletins.not_editor", unit=found.desk.bulletin.unit_name)
    return found
