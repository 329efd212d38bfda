"""The items of a bulletin in preparation: looked at, moved, corrected, taken out and put back."""

from dataclasses import dataclass, replace
from datetime import datetime

from rules import bulletins as rules
from rules.bulletins import Item
from rules.members import Person
from rules.refusal import Refusal
from services.bulletins_desk import Desk, approval_lost, must_edit, on_desk
from storage import audit
from storage import bulletins as rows
from storage.store import Store


@dataclass(frozen=True)
class Changed:
    """What was done to an item; `lost` when an approval was lost by it."""

    item: Item
    lost: bool


@dataclass(frozen=True)
class OnDesk:
    """One item, the lines a voice will say and the tokens it cannot."""

    desk: Desk
    item: Item
    lines: tuple[str, ...]
    unread: tuple[str, ...]
    may_change: bool


async def item(store: Store, person: Person, item_id: int, now: datetime) -> OnDesk:
    """One item of an open bulletin, and how it will be read."""
    found = await rows.item(store, item_id)
    if found is None:
        raise Refusal("bulletins.no_item")
    desk = await on_desk(store, person, found.bulletin_id, now)
    plan, own = desk.plan, (found.title, found.text)
    said = [store.org.read_aloud(part, plan.readings, plan.parts) for part in own]
    lines = tuple(line for spoken, _ in said for line in spoken if line)
    unread = tuple(dict.fromkeys(token for _, flagged in said for token in flagged))
    return OnDesk(desk, found, lines, unread, desk.edits or found.added_by == person.id)


async def remove(store: Store, person: Person, item_id: int, now: datetime) -> Changed:
    """Take an item out; it can be put back."""
    found = await _changeable(store, person, item_id, now)
    await rows.change_item(store, item_id, removed_at=now)
    return await _changed(store, person, found, "removed", now)


async def put_back(store: Store, person: Person, item_id: int, now: datetime) -> Changed:
    """Put a removed item back where it was."""
    found = await _changeable(store, person, item_id, now)
    await rows.change_item(store, item_id, removed_at=None)
    return await _changed(store, person, found, "put back", now)


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
    return await _changed(store, person, found, "moved", now)


async def correct(
    store: Store, person: Person, item_id: int, text: str, source: str, now: datetime
) -> Changed:
    """Put other words in an item's place; the new item. The old one can be taken back."""
    found = await _changeable(store, person, item_id, now)
    if found.item.removed_at:
        raise Refusal("bulletins.item_replaced")
    title, text = rules.corrected(store.org, found.item, text)
    new_id = await rows.put_in_place(store, found.item, title, text, source, now)
    new = replace(found.item, id=new_id, title=title, text=text)
    return await _changed(store, person, replace(found, item=new), "corrected", now)


async def take_back(
    store: Store, person: Person, item_id: int, old_id: int, now: datetime
) -> Changed:
    """Put the earlier words back in the place of the corrected ones; the earlier item."""
    new = await _changeable(store, person, item_id, now)
    old = await _changeable(store, person, old_id, now)
    if new.item.removed_at and not old.item.removed_at:
        return Changed(old.item, lost=False)  # pressed twice
    if new.item.removed_at or new.item.bulletin_id != old.item.bulletin_id:
        raise Refusal("bulletins.item_replaced")
    await rows.change_item(store, item_id, removed_at=now)
    await rows.change_item(store, old_id, removed_at=None, position=new.item.position)
    return await _changed(store, person, old, "taken back", now)


async def _changed(
    store: Store, person: Person, found: OnDesk, action: str, now: datetime
) -> Changed:
    bulletin = found.desk.bulletin
    await audit.note(store, now, person.id, action, "bulletin", bulletin.id)
    return Changed(found.item, await approval_lost(store, person, bulletin, now))


async def _changeable(store: Store, person: Person, item_id: int, now: datetime) -> OnDesk:
    found = await item(store, person, item_id, now)
    found.desk.bulletin.check_open()
    if not found.may_change:
        raise Refusal("bulletins.not_editor", unit=found.desk.bulletin.unit_name)
    return found
