"""Importing the roster: writing what was planned, all or nothing."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from rules.roster_changes import EntryKey, columns_of, entries_of, entry_key, listed
from rules.roster_lines import RosterLine
from rules.units import Unit
from services.roster import Change, Plan
from storage import accounts, audit, deliveries, members, records, units
from storage.store import Store

Progress = Callable[[], None]


async def apply(
    store: Store,
    found: Plan,
    source: str,
    now: datetime,
    *,
    remove_missing: bool = False,
    progress: Progress = lambda: None,
) -> None:
    """Write a plan. The transaction around it makes it all or nothing. `source` is the unit whose
    list it is, named beside what comes from it; `remove_missing` takes off who is not in it."""
    writer = _Writer(store, found.top, source, now)
    for line in found.new:
        await writer.enter(line)
        progress()
    for change in found.known:
        if change.differences:
            await writer.change(change)
        elif change.member.source is None:  # entered before sources were kept
            await members.change(store, change.member.id, **writer.source)
        progress()
    if remove_missing:
        await _remove(store, found, now)
    removed = len(found.missing) if remove_missing else 0
    counts = {"new": len(found.new), "changed": len(found.changed), "removed": removed}
    await audit.note(store, now, None, "imported", "roster", 0, detail={**counts, "source": source})


async def _remove(store: Store, found: Plan, now: datetime) -> None:
    """Take the missing off the roster and the units that nobody is left in out of the tree."""
    for member in found.missing:
        await members.change(store, member.id, removed_at=now)
        await audit.note(store, now, None, "removed", "member", member.id, member_id=member.id)
    for unit in found.emptied:
        await units.take_away(store, unit.id, now)


class _Writer:
    """Writes lines, founding units when their first member comes."""

    def __init__(self, store: Store, top: str, source: str, now: datetime) -> None:
        self._store, self._top, self._now = store, top, now
        self._today = store.org.today(now)
        self.source: Any = {"source": source, "listed_on": self._today}
        self._units: dict[str, Unit] = {}

    async def enter(self, line: RosterLine) -> None:
        unit = await self._unit(line.unit)
        columns = columns_of(line)
        member_id = await members.enter(self._store, unit_id=unit.id, **self.source, **columns)
        await self._office(member_id, line, unit)
        await self._entries(member_id, line)

    async def change(self, change: Change) -> None:
        member, line = change.member, change.line
        unit = await self._unit(line.unit)
        columns = columns_of(line)
        await members.change(
            self._store,
            member.id,
            unit_id=unit.id,
            removed_at=None,
            **self.source,
            **columns,
        )
        await self._office(member.id, line, unit)
        await self._entries(member.id, line)
        if not member.on_roster:
            await self._welcome_back(member.id)

    async def _welcome_back(self, member_id: int) -> None:
        """Who comes back is reached where this person was reached before."""
        await audit.note(
            self._store, self._now, None, "returned", "member", member_id, member_id=member_id
        )
        if await accounts.of_member(self._store, member_id):
            await deliveries.waken(self._store, member_id, self._now)

    async def _office(self, member_id: int, line: RosterLine, unit: Unit) -> None:
        """The office, brought to what the line says."""
        at = await self._unit(self._top) if line.role == "staff" else unit
        wanted = {(str(line.role), at.id)} if line.role else set()
        offices = await units.offices_of(self._store, member_id, self._today)
        held = {(office.role, office.unit_id) for office in offices}
        for role, unit_id in held - wanted:
            await units.end_office(self._store, member_id, unit_id, role, self._today)
        for role, unit_id in wanted - held:
            await units.appoint(self._store, member_id, unit_id, role, self._today)

    async def _entries(self, member_id: int, line: RosterLine) -> None:
        entered = listed(await records.entries(self._store, member_id))
        wanted = entries_of(line)
        for entry in entered:
            if entry_key(entry) not in wanted:
                await records.remove_entry(self._store, entry.id, self._now)
        known = {entry_key(entry) for entry in entered}
        for key in sorted(wanted - known):
            await self._enter_entry(member_id, key)

    async def _enter_entry(self, member_id: int, key: EntryKey) -> None:
        """A new entry; one that a list in between left out comes back as it stood before."""
        if not await records.restore_entry(self._store, member_id, *key):
            kind, text, dated = key
            await records.add_entry(
                self._store, member_id, kind, text, dated or None, now=self._now, **self.source
            )

    async def _unit(self, name: str) -> Unit:
        if name not in self._units:
            top = None if name == self._top else await self._unit(self._top)
            self._units[name] = await units.found(self._store, name, top)
        return self._units[name]
