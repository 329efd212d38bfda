"""Notices as members get them: reading and acknowledging."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rules.members import Person
from rules.notices import Notice
from rules.refusal import Refusal
from storage import notices
from storage.store import Row, Store, read


@dataclass(frozen=True)
class Received:
    """A notice as it stands with one member."""

    notice: Notice
    acknowledged_at: datetime | None


async def waiting(store: Store, person: Person, now: datetime) -> int:
    """How many notices this member has not acknowledged."""
    return await notices.count_waiting(store, person.id, now)


async def newest_waiting(store: Store, person: Person, now: datetime) -> Notice | None:
    """The newest notice this member has not acknowledged."""
    return await notices.newest_waiting(store, person.id, now)


async def newest(store: Store, person: Person, now: datetime) -> Received | None:
    """The newest notice for this member."""
    row = await notices.newest(store, person.id, now)
    return _received(row) if row else None


async def earlier(
    store: Store, person: Person, now: datetime, start: int, limit: int
) -> Sequence[Notice]:
    """Notices for this member, the newest first, from the `start`th on."""
    return await notices.earlier(store, person.id, now, start, limit)


async def open_one(store: Store, person: Person, notice_id: int, now: datetime) -> Received:
    """A notice for this member; nobody opens one that was not for them, or is not out yet."""
    row = await notices.received(store, person.id, now, notice_id)
    if row is None:
        raise Refusal("notices.not_here")
    return _received(row)


async def acknowledge(
    store: Store, person: Person, notice_id: int, now: datetime
) -> tuple[Received, bool]:
    """Note that this member has got it; False when that was noted before."""
    await open_one(store, person, notice_id, now)
    first = await notices.acknowledge(store, notice_id, person.id, now)
    if first:
        await notices.drop_reminders(store, notice_id, person.id)
    return await open_one(store, person, notice_id, now), first


def _received(row: Row) -> Received:
    return Received(read(Notice, row), row["acknowledged_at"])
