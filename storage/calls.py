"""Calls: who was told by phone of what, and who is still to be called."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, or_, select

from rules.members import Member
from rules.units import Unit
from storage.audiences import Audience, among, linked
from storage.members import chosen
from storage.store import Store, read
from storage.tables import calls, members, units


async def counts(
    store: Store, cause: str, silent: Audience, paths: Sequence[str]
) -> tuple[int, int]:
    """Of the silent below those paths: how many are to be called, and how many have been told."""
    told = func.count(calls.c.member_id)
    row = await store.one(
        select(func.count().label("people"), told.label("told"))
        .select_from(members)
        .join(units, units.c.id == members.c.unit_id)
        .outerjoin(calls, (calls.c.member_id == members.c.id) & (calls.c.cause == cause))
        .where(members.c.removed_at.is_(None), among(silent), _below(paths))
    )
    return (row["people"] - row["told"], row["told"]) if row else (0, 0)


async def to_call(
    store: Store, cause: str, silent: Audience, paths: Sequence[str], start: int, limit: int
) -> Sequence[tuple[Member, bool]]:
    """Those to be called, by unit and order of the roster, each with whether they have joined."""
    found = chosen(among(silent), ~_told(cause), _below(paths)).add_columns(
        linked(members.c.id).label("joined")
    )
    rows = await store.all(found.offset(start).limit(limit))
    return [(read(Member, row), bool(row["joined"])) for row in rows]


async def told(
    store: Store, cause: str, silent: Audience, paths: Sequence[str]
) -> Sequence[Member]:
    """Those who have been told and have not answered yet."""
    rows = await store.all(chosen(among(silent), _told(cause), _below(paths)))
    return [read(Member, row) for row in rows]


async def units_to_call(store: Store, cause: str, silent: Audience) -> Sequence[Unit]:
    """The units whose people are to be called."""
    found = chosen(among(silent), ~_told(cause)).with_only_columns(units)
    return [read(Unit, row) for row in await store.all(found.order_by(None).distinct())]


async def tell(store: Store, cause: str, member_id: int, by: int, now: datetime) -> bool:
    """Note that this member was told; False when it was noted before."""
    row = {"cause": cause, "member_id": member_id, "told_by": by, "told_at": now}
    return await store.add_missing(calls, [row]) == 1


async def take_back(store: Store, cause: str, member_id: int) -> bool:
    """It was somebody else; False when nothing was noted."""
    mine = (calls.c.cause == cause) & (calls.c.member_id == member_id)
    return await store.run(delete(calls).where(mine)) == 1


async def count_told(store: Store, cause: str) -> int:
    """How many have been told, whether or not they have answered since."""
    told = select(func.count()).select_from(calls).where(calls.c.cause == cause)
    return int(await store.value(told) or 0)


def _told(cause: str) -> Any:
    mine = (calls.c.cause == cause) & (calls.c.member_id == members.c.id)
    return select(calls.c.cause).where(mine).exists()


def _below(paths: Sequence[str]) -> ColumnElement[bool]:
    return or_(*(units.c.path.startswith(path) for path in paths))
