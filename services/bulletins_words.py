"""How hard words are read: asked for one by one, or kept in the unit's own table."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from rules import bulletins as rules
from rules import bulletins_words as spelling
from rules.bulletins_papers import letterhead_of
from rules.members import Person
from rules.refusal import Refusal
from rules.units import Unit
from services.bulletins_desk import Desk, approval_lost, must_edit, on_desk, own_desk, shown
from storage import audit
from storage import bulletins as bulletin_rows
from storage import bulletins_items as item_rows
from storage import bulletins_words as rows
from storage.store import Store


@dataclass(frozen=True)
class Table:
    """A unit's own readings, by their tokens in the order of the alphabet."""

    unit: Unit
    readings: Mapping[str, str]


@dataclass(frozen=True)
class Reading:
    """How a token is read, how it was `earlier` if otherwise, and the words it stood among; `lost`
    when an approval was lost by what was done. `gone`: it is read so no more."""

    token: str
    spoken: str
    lost: bool = False
    earlier: str = ""
    context: str = ""
    gone: bool = False


@dataclass(frozen=True)
class Hard:
    """A token to be given a reading: in which item it stands (0: in none), the words around, and
    how it is `spoken` by now."""

    token: str
    number: int = 0
    around: str = ""
    spoken: str = ""


async def token_of(
    store: Store, person: Person, bulletin_id: int, mark: str, now: datetime, first: int = 0
) -> Hard | None:
    """The token with that mark, any that stands in the bulletin; None when it does no more. Of
    several places the one in the item with the number `first` is preferred."""
    desk = await on_desk(store, person, bulletin_id, now)
    must_edit(desk)
    lines = [line for part in desk.plan.parts for line in shown(store, desk.plan, part).lines]
    said_otherwise = spelling.changeable(lines, desk.unread)
    single = spelling.shortened(desk.plan.parts)
    token = spelling.marked((*desk.unread, *desk.plan.readings, *said_otherwise, *single), mark)
    return _placed(store, desk, token, first) if token else None


def _placed(store: Store, desk: Desk, token: str, first: int) -> Hard:
    numbers = range(1, len(desk.plan.items) + 1)
    for number in sorted(numbers, key=lambda one: one != first):
        for text in desk.plan.spoken(number):
            around = shown(store, desk.plan, text).around.get(token, "")
            if around or token in text:
                own = desk.plan.readings.get(token, "")
                return Hard(token, number, around or spelling.around(text, token), own)
    return Hard(token)


async def undo_in(
    store: Store, person: Person, bulletin_id: int, mark: str, now: datetime
) -> Reading:
    """Undo the last reading of a token of that bulletin."""
    desk = await on_desk(store, person, bulletin_id, now)
    must_edit(desk)
    token = spelling.marked(desk.plan.readings, mark)
    return await _undone(store, person, desk.bulletin.unit_id, token, now)


async def told_by_letterhead(
    store: Store, person: Person, bulletin_id: int, token: str, now: datetime
) -> Reading | None:
    """What a letterhead in the bulletin says of a hard token, or of a part of it ("TU" of
    "5-KH/TU"). Nothing where two letterheads differ, or where a person has said already."""
    desk = await on_desk(store, person, bulletin_id, now)
    must_edit(desk)
    frames = [await item_rows.frame_of(store, one) for one in desk.items]
    told = store.org.read_letterhead(letterhead_of(line for frame in frames for line in frame))
    known = desk.plan.readings
    found = (Reading(*one) for one in told.items() if one[0] in token and one[0] not in known)
    return next(found, None)


async def believe_letterhead(
    store: Store, person: Person, bulletin_id: int, token: str, now: datetime
) -> Reading:
    """Keep that for the unit, now that a person has said that it is right."""
    told = await told_by_letterhead(store, person, bulletin_id, token, now)
    if told is None:
        raise Refusal("bulletins.entry_gone")
    unit_id = (await on_desk(store, person, bulletin_id, now)).bulletin.unit_id
    return await _keep(store, person, unit_id, told.token, told.spoken, now)


def suggested(store: Store, token: str) -> str:
    """How a hard token may be read; "" where nobody can tell."""
    return store.org.suggest_reading(token)


async def give_reading(
    store: Store, person: Person, bulletin_id: int, token: str, spoken: str, now: datetime
) -> Reading:
    """Remember, for the unit, how a token is read; the words as they will be said."""
    desk = await on_desk(store, person, bulletin_id, now)
    must_edit(desk)
    spoken = spelling.check_reading(spoken)
    trial = replace(desk.plan, readings={**desk.plan.readings, token: spoken})
    if token in rules.unread(store.org, trial):
        raise Refusal("bulletins.reading_no_help", token=token)
    spoken = spelling.sayable(store.org, spoken)
    return await _keep(store, person, desk.bulletin.unit_id, token, spoken, now)


async def table(store: Store, person: Person, now: datetime) -> Table:
    """The readings of the unit whose bulletins this person approves."""
    unit = await own_desk(store, person, now)
    if not person.leads(unit.path):
        raise Refusal("bulletins.not_editor", unit=unit.name)
    own = await rows.readings_of(store, unit.id)
    return Table(unit, dict(sorted(own.items(), key=lambda one: one[0].casefold())))


async def may_write(store: Store, person: Person, now: datetime, said: str) -> bool:
    """Whether this is a line of the table, from somebody who keeps one."""
    if not person.leading or spelling.read_entry(said) is None:
        return False
    return person.leads((await own_desk(store, person, now)).path)


def asks_first(store: Store, said: str) -> bool:
    """Whether a line of the table is about an everyday word; refused when it could not be kept."""
    entry = spelling.read_entry(said)
    if entry is None:
        return False
    spelling.sayable(store.org, entry[1])
    return spelling.is_ordinary(store.org, entry[0])


async def write(store: Store, person: Person, said: str, now: datetime) -> Reading:
    """Put "UBKT = Ủy ban kiểm tra" into the table; refused when it is no such line."""
    entry = spelling.read_entry(said)
    if entry is None:
        raise Refusal("bulletins.entry_unclear")
    return await read_as(store, person, *entry, now)


async def read_as(store: Store, person: Person, token: str, spoken: str, now: datetime) -> Reading:
    """Read a token so from now on, in whatever bulletin it stands."""
    unit = (await table(store, person, now)).unit
    spoken = spelling.sayable(store.org, spoken)
    return await _keep(store, person, unit.id, token, spoken, now)


async def entry(store: Store, person: Person, mark: str, now: datetime) -> Reading:
    """The line of the table with that mark; refused when it is there no more."""
    kept = await table(store, person, now)
    return await _line(store, kept.unit.id, spelling.marked(kept.readings, mark))


async def forget(store: Store, person: Person, mark: str, now: datetime) -> Reading:
    """Take a line out of the table; how it was."""
    kept = await table(store, person, now)
    token = spelling.marked(kept.readings, mark)
    return await _forgotten(store, person, kept.unit.id, token, now)


async def undo(store: Store, person: Person, mark: str, now: datetime) -> Reading:
    """Undo the last reading of a token of the table: it is read as before, or has no line."""
    kept = await table(store, person, now)
    token = spelling.marked(kept.readings, mark)
    return await _undone(store, person, kept.unit.id, token, now)


async def _undone(store: Store, person: Person, unit_id: int, token: str, now: datetime) -> Reading:
    found = await _line(store, unit_id, token)
    if not found.earlier:
        return await _forgotten(store, person, unit_id, token, now)
    return await _keep(store, person, unit_id, token, found.earlier, now)


async def _forgotten(
    store: Store, person: Person, unit_id: int, token: str, now: datetime
) -> Reading:
    found = await _line(store, unit_id, token)
    await rows.forget_reading(store, unit_id, token)
    lost = await _approvals_lost(store, person, unit_id, now)
    return replace(found, lost=lost, gone=True)


async def _line(store: Store, unit_id: int, token: str) -> Reading:
    found = await rows.reading_of(store, unit_id, token)
    if found is None:
        raise Refusal("bulletins.entry_gone")
    return Reading(token, found.spoken, earlier=found.earlier, context=found.context)


async def _keep(
    store: Store, person: Person, unit_id: int, token: str, spoken: str, now: datetime
) -> Reading:
    context = await _context(store, unit_id, token)
    earlier = await rows.keep_reading(store, unit_id, token, spoken, person.id, context)
    lost = await _approvals_lost(store, person, unit_id, now)
    return Reading(token, spoken, lost, earlier, context)


async def _context(store: Store, unit_id: int, token: str) -> str:
    """The words a token stands among in a bulletin that is prepared, "" when in none."""
    for bulletin in await bulletin_rows.open_of(store, unit_id):
        for item in await item_rows.items(store, bulletin.id):
            for line in (item.title, *item.text.splitlines()):
                if spelling.stands_in(token, line):
                    return spelling.around(line, token)
    return ""


async def _approvals_lost(store: Store, person: Person, unit_id: int, now: datetime) -> bool:
    await audit.note(store, now, person.id, "reading changed", "unit", unit_id)
    still_open = await bulletin_rows.open_of(store, unit_id)
    lost = [await approval_lost(store, person, bulletin, now) for bulletin in still_open]
    return any(lost)
