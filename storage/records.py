"""The entries of a record and the corrections proposed to it."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, or_, select, update

from rules.members import Correction, Entry
from storage.store import Store, read
from storage.tables import corrections, members, record_entries, units


async def entries(store: Store, member_id: int) -> Sequence[Entry]:
    """What the record says, in the order it was entered."""
    rows = await store.all(
        select(record_entries)
        .where(record_entries.c.member_id == member_id, record_entries.c.removed_at.is_(None))
        .order_by(record_entries.c.id)
    )
    return [read(Entry, row) for row in rows]


async def add_entry(
    store: Store,
    member_id: int,
    kind: str,
    text: str,
    dated: str | None,
    source: str,
    now: datetime,
    listed_on: date | None = None,
) -> None:
    """Enter something with its date and its source; `listed_on` when that is a list."""
    await store.add(
        record_entries,
        member_id=member_id,
        kind=kind,
        text=text,
        dated=dated,
        source=source,
        listed_on=listed_on,
        added_at=now,
    )


async def remove_entry(store: Store, entry_id: int, now: datetime) -> None:
    """Take an entry out; it stays in the books with the moment."""
    await store.run(
        update(record_entries).where(record_entries.c.id == entry_id).values(removed_at=now)
    )


async def restore_entry(store: Store, member_id: int, kind: str, text: str, dated: str) -> bool:
    """Bring back the entry of these very words, with its former source; False if there is none."""
    same = (
        (record_entries.c.member_id == member_id)
        & (record_entries.c.kind == kind)
        & (record_entries.c.text == text)
        & (func.coalesce(record_entries.c.dated, "") == dated)
    )
    former: int | None = await store.value(select(func.max(record_entries.c.id)).where(same))
    back = update(record_entries).where(record_entries.c.id == former).values(removed_at=None)
    return former is not None and await store.run(back) == 1


async def propose(store: Store, member_id: int, text: str, now: datetime) -> int:
    """Enter a proposal."""
    return await store.add(
        corrections, member_id=member_id, text=text, state="proposed", proposed_at=now
    )


async def decide(
    store: Store, correction_id: int, state: str, reason: str | None, leader_id: int, now: datetime
) -> None:
    """Enter the decision."""
    await store.run(
        update(corrections)
        .where(corrections.c.id == correction_id)
        .values(state=state, reason=reason, decided_by=leader_id, decided_at=now)
    )


async def correction(store: Store, correction_id: int) -> Correction | None:
    """One proposal."""
    found = await _corrections(store, corrections.c.id == correction_id)
    return found[0] if found else None


async def corrections_of(store: Store, member_id: int) -> Sequence[Correction]:
    """A member's proposals, newest first."""
    return list(reversed(await _corrections(store, corrections.c.member_id == member_id)))


async def pending(store: Store, paths: Sequence[str]) -> Sequence[Correction]:
    """Proposals waiting below those paths, oldest first."""
    if not paths:
        return []
    below = or_(*(units.c.path.startswith(path) for path in paths))
    waiting = (corrections.c.state == "proposed") & members.c.removed_at.is_(None)
    return await _corrections(store, waiting & below)


async def _corrections(store: Store, condition: ColumnElement[bool]) -> list[Correction]:
    rows = await store.all(
        select(corrections, members.c.name)
        .join(members, members.c.id == corrections.c.member_id)
        .join(units, units.c.id == members.c.unit_id)
        .where(condition)
        .order_by(corrections.c.id)
    )
    return [read(Correction, row) for row in rows]
