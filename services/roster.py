"""Importing the roster: what a list would change, and changing it, all or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, get_args

from rules.members import Entry, Member
from rules.roster import Roster
from rules.roster_cells import Kind
from rules.roster_lines import RosterLine
from rules.units import Unit
from storage import audit, members, records, units
from storage.store import Store

COLUMNS = (
    "name",
    "sex",
    "born",
    "born_text",
    "born_year",
    "card",
    "status",
    "joined_on",
    "joined_text",
    "official_on",
    "official_text",
    "address",
)
Progress = Callable[[], None]


@dataclass(frozen=True)
class Change:
    """A line that is somebody already on the roster, and the columns in which it differs."""

    member: Member
    line: RosterLine
    columns: dict[str, Any]
    more: bool  # the unit, the office or an entry differs

    @property
    def any(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.columns) or self.more


@dataclass
class Plan:
    """What a list would do to the books."""

    top: str
    new: list[RosterLine] = field(default_factory=list)
    known: list[Change] = field(default_factory=list)
    missing: list[Member] = field(default_factory=list)  # in the list's units, not in the list

    @property
    def changed(self) -> list[Change]:
        """Those known people who would change."""
        return [one for one in self.known if one.any]


async def plan(store: Store, roster: Roster, today: date) -> Plan:
    """Compare a list with the books; nothing is written."""
    tops = [unit for unit in await units.all_units(store) if unit.parent_id is None]
    found = Plan(roster.top_unit or (tops[0].name if tops else "—"))
    everyone = await members.everyone(store)
    index = _Index(everyone)
    for line in roster.lines:
        member = index.take(line)
        if member is None:
            found.new.append(line)
        else:
            found.known.append(await _compare(store, member, line, found.top, today))
    listed = {line.unit for line in roster.lines}
    found.missing = [one for one in index.left() if one.unit_name in listed]
    return found


async def apply(
    store: Store,
    found: Plan,
    source: str,
    now: datetime,
    *,
    remove_missing: bool = False,
    progress: Progress = lambda: None,
) -> None:
    """Write a plan. The transaction around it makes it all or nothing."""
    writer = _Writer(store, found.top, source, now)
    for line in found.new:
        await writer.enter(line)
        progress()
    for change in found.known:
        if change.any:
            await writer.change(change)
        progress()
    if remove_missing:
        for member in found.missing:
            await members.change(store, member.id, removed_at=now)
    detail = {"new": len(found.new), "changed": len(found.changed), "source": source}
    await audit.note(store, now, None, "imported", "roster", 0, detail=detail)


class _Index:
    """Known people by card number, else by name and year of birth."""

    def __init__(self, everyone: Sequence[Member]) -> None:
        self._left = {member.id: member for member in everyone}
        self._by_card = {member.card: member for member in everyone if member.card}
        self._by_name = {(member.name, member.born_year): member for member in everyone}

    def take(self, line: RosterLine) -> Member | None:
        by_name = self._by_name.get((line.name, line.born_year))
        member = self._by_card.get(line.card) if line.card else by_name
        if member is None and by_name is not None and not by_name.card:
            member = by_name
        return self._left.pop(member.id, None) if member else None

    def left(self) -> list[Member]:
        return [one for one in self._left.values() if one.on_roster]


async def _compare(store: Store, member: Member, line: RosterLine, top: str, today: date) -> Change:
    columns = {
        name: value for name, value in _values(line).items() if value != getattr(member, name)
    }
    offices = await units.offices_of(store, member.id, today)
    roles = {(office.role, office.unit_name) for office in offices}
    wanted = {(line.role, top if line.role == "staff" else line.unit)} if line.role else set()
    entries = {_key(entry) for entry in await records.entries(store, member.id) if _listed(entry)}
    more = (
        line.unit != member.unit_name
        or roles != wanted
        or entries != _entries(line)
        or not member.on_roster
    )
    return Change(member, line, columns, more)


class _Writer:
    """Writes lines, founding units when their first member comes."""

    def __init__(self, store: Store, top: str, source: str, now: datetime) -> None:
        self._store, self._top, self._source, self._now = store, top, source, now
        self._today = store.org.today(now)
        self._units: dict[str, Unit] = {}

    async def enter(self, line: RosterLine) -> None:
        unit = await self._unit(line.unit)
        member_id = await members.enter(self._store, unit_id=unit.id, **_values(line))
        await self._rest(member_id, line, unit)

    async def change(self, change: Change) -> None:
        unit = await self._unit(change.line.unit)
        await members.change(
            self._store, change.member.id, unit_id=unit.id, removed_at=None, **change.columns
        )
        await self._rest(change.member.id, change.line, unit)

    async def _rest(self, member_id: int, line: RosterLine, unit: Unit) -> None:
        """The office and the entries, brought to what the line says."""
        at = await self._top_unit() if line.role == "staff" else unit
        wanted = {(line.role, at.id)} if line.role else set()
        offices = await units.offices_of(self._store, member_id, self._today)
        held = {(office.role, office.unit_id) for office in offices}
        for role, unit_id in held - wanted:
            await units.end_office(self._store, member_id, unit_id, role, self._today)
        for role, unit_id in wanted - held:
            await units.appoint(self._store, member_id, unit_id, str(role), self._today)
        await self._entries(member_id, line)

    async def _entries(self, member_id: int, line: RosterLine) -> None:
        entered = await records.entries(self._store, member_id)
        for entry in entered:
            if _listed(entry) and _key(entry) not in _entries(line):
                await records.remove_entry(self._store, entry.id, self._now)
        known = {_key(entry) for entry in entered}
        for kind, text, dated in sorted(_entries(line) - known):
            await records.add_entry(
                self._store, member_id, kind, text, dated or None, self._source, self._now
            )

    async def _top_unit(self) -> Unit:
        found = await units.named(self._store, self._top, None)
        return found or await units.found(self._store, self._top, None)

    async def _unit(self, name: str) -> Unit:
        if name not in self._units:
            top = await self._top_unit()
            known = top if name == top.name else await units.named(self._store, name, top.id)
            self._units[name] = known or await units.found(self._store, name, top)
        return self._units[name]


def _values(line: RosterLine) -> dict[str, Any]:
    return {
        **{name: getattr(line, name) for name in COLUMNS},
        "phone": line.phone or line.phone_text,
    }


def _listed(entry: Entry) -> bool:
    """Whether an entry comes from lists; what a leader approved stays."""
    return entry.kind in get_args(Kind)


def _key(entry: Entry) -> tuple[str, str, str]:
    return (entry.kind, entry.text, entry.dated or "")


def _entries(line: RosterLine) -> set[tuple[str, str, str]]:
    return {(entry.kind, entry.text, entry.dated or "") for entry in line.entries}
