"""Preparing a bulletin: directives become items, hard words get a reading, a person approves."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from rules import bulletins as rules
from rules.bulletins import Bulletin, Item
from rules.members import Person
from rules.refusal import Refusal
from rules.units import Unit
from services.bulletins_desk import Desk, approval_lost, must_edit, on_desk, own_desk, reopen
from storage import audit
from storage import bulletins as rows
from storage.store import Store


@dataclass(frozen=True)
class Added:
    """What became of a directive: so many items; `lost` when an approval was lost by it."""

    bulletin: Bulletin
    count: int
    lost: bool


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
    may_remove: bool


async def add_text(store: Store, person: Person, text: str, source: str, now: datetime) -> Added:
    """Turn a directive into items at the end of the bulletin that is due next.

    `source` is the file's name, "" for typed words. Refused when there is nothing in it to say.
    """
    pieces = rules.cut(store.org, text)
    bulletin = await _collecting(store, await own_desk(store, person, now), now)
    await rows.add_items(store, bulletin.id, pieces, source, person.id, now)
    detail = {"items": len(pieces)}
    await audit.note(store, now, person.id, "added", "bulletin", bulletin.id, detail=detail)
    return Added(bulletin, len(pieces), await approval_lost(store, person, bulletin, now))


async def next_due(store: Store, person: Person, now: datetime) -> tuple[date, datetime]:
    """The month whose bulletin takes what this person gives now, and when that is due."""
    month = await _open_month(store, await own_desk(store, person, now), now)
    return month, rules.due_at(store.org, month)


async def item(store: Store, person: Person, item_id: int, now: datetime) -> OnDesk:
    """One item of an open bulletin, and how it will be read."""
    found = await rows.item(store, item_id)
    if found is None:
        raise Refusal("bulletins.no_item")
    desk = await on_desk(store, person, found.bulletin_id, now)
    said = [store.org.read_aloud(part, desk.plan.readings) for part in (found.title, found.text)]
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


async def token_of(store: Store, person: Person, bulletin_id: int, mark: str, now: datetime) -> str:
    """The token with that mark that has a reading or needs one, "" when it is there no more."""
    desk = await on_desk(store, person, bulletin_id, now)
    must_edit(desk)
    return next(
        (one for one in (*desk.unread, *desk.plan.readings) if rules.mark_of(one) == mark), ""
    )


async def give_reading(
    store: Store, person: Person, bulletin_id: int, token: str, spoken: str, now: datetime
) -> str:
    """Remember, for the unit, how a token is read; the words as they will be said."""
    desk = await on_desk(store, person, bulletin_id, now)
    must_edit(desk)
    spoken = rules.check_reading(spoken)
    trial = replace(desk.plan, readings={**desk.plan.readings, token: spoken})
    if token in rules.unread(store.org, trial):
        raise Refusal("bulletins.reading_no_help", token=token)
    unit_id = desk.bulletin.unit_id
    await rows.keep_reading(store, unit_id, token, spoken, person.id)
    for bulletin in await rows.open_of(store, unit_id):
        await approval_lost(store, person, bulletin, now)
    return spoken


async def approve(
    store: Store, person: Person, bulletin_id: int, mark: str, now: datetime
) -> datetime:
    """Approve what was shown under that mark; when it will be sent."""
    desk = await approvable(store, person, bulletin_id, now)
    if desk.mark != mark:
        raise Refusal("bulletins.changed_meanwhile")
    leaves_at = desk.bulletin.leaves_at(store.org, now)
    values = {
        "approved_by": person.id,
        "approved_at": now,
        "approved_hash": desk.plan.fingerprint,
        "plan": desk.plan.values(),
        "due_at": leaves_at,
    }
    if await rows.shift(store, bulletin_id, "collecting", "approved", **values):
        await audit.note(store, now, person.id, "approved", "bulletin", bulletin_id)
    return leaves_at


async def approvable(store: Store, person: Person, bulletin_id: int, now: datetime) -> Desk:
    """A bulletin this person may approve and a voice can read whole; refused otherwise."""
    desk = await on_desk(store, person, bulletin_id, now)
    must_edit(desk)
    rules.check_approvable(desk.plan, desk.unread)
    return desk


async def withdraw(store: Store, person: Person, bulletin_id: int, now: datetime) -> None:
    """Take an approval back."""
    desk = await on_desk(store, person, bulletin_id, now)
    must_edit(desk)
    await reopen(store, desk.bulletin, "bulletins.withdrawn_by_editor", person, now)


async def skip(store: Store, person: Person, bulletin_id: int, now: datetime) -> None:
    """Give up a bulletin that missed its hour."""
    desk = await on_desk(store, person, bulletin_id, now)
    must_edit(desk)
    if now < desk.bulletin.due_at:
        raise Refusal("bulletins.not_late", due=desk.bulletin.due_at)
    if await rows.shift(store, bulletin_id, "collecting", "skipped"):
        await audit.note(store, now, person.id, "skipped", "bulletin", bulletin_id)


async def waiting_for_editor(store: Store, person: Person, now: datetime) -> int:
    """1 when a bulletin of a unit this person leads directly has items and awaits approval."""
    unit_ids = [office.unit_id for office in person.leading]
    return min(await rows.awaiting(store, unit_ids), 1)


async def _changed(
    store: Store, person: Person, found: OnDesk, action: str, now: datetime
) -> Changed:
    bulletin = found.desk.bulletin
    await audit.note(store, now, person.id, action, "bulletin", bulletin.id)
    return Changed(found.item, await approval_lost(store, person, bulletin, now))


async def _collecting(store: Store, unit: Unit, now: datetime) -> Bulletin:
    month = await _open_month(store, unit, now)
    return await rows.begin(store, unit.id, month, rules.due_at(store.org, month))


async def _open_month(store: Store, unit: Unit, now: datetime) -> date:
    """The next month to fall due whose bulletin is not sent or given up already.

    When nothing was written for this month by its hour, what comes late still makes its bulletin.
    """
    this = await rows.of_month(store, unit.id, store.org.today(now).replace(day=1))
    if this and this.awaits_late(now) and not await rows.begun_in_time(store, this):
        return this.month
    month = rules.month_for(store.org, now)
    while (found := await rows.of_month(store, unit.id, month)) and not found.is_open:
        month = rules.next_month(month)
    return month


async def _changeable(store: Store, person: Person, item_id: int, now: datetime) -> OnDesk:
    found = await item(store, person, item_id, now)
    found.desk.bulletin.check_open()
    if not found.may_remove:
        raise Refusal("bulletins.not_editor", unit=found.desk.bulletin.unit_name)
    return found
