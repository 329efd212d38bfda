"""Members, their record and its corrections."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, case, func, select, update

from rules.members import Member, Person
from storage import units as unit_rows
from storage.audiences import Audience, among, linked
from storage.store import Store, read
from storage.tables import accounts, members, units

STRANGERS = ~linked(members.c.id)  # those no message reaches yet


def chosen(*conditions: Any) -> Select[Any]:
    """Members still on the roster, with their unit, by unit and name."""
    return (
        _with_unit()
        .where(members.c.removed_at.is_(None), *conditions)
        .order_by(units.c.path, members.c.id)
    )


def _with_unit() -> Select[Any]:
    return select(members, units.c.name.label("unit_name"), units.c.path.label("unit_path")).join(
        units, units.c.id == members.c.unit_id
    )


_GET = chosen(members.c.id == bindparam("member"))
_PERSON = unit_rows.with_offices(_GET, members.c.id)  # every turn asks for somebody: in one go


async def get(store: Store, member_id: int) -> Member | None:
    """One member who is still on the roster."""
    row = await store.one(_GET, member=member_id)
    return read(Member, row) if row else None


async def person(store: Store, member_id: int, today: date) -> Person | None:
    """A member with the offices held today."""
    rows = await store.all(_PERSON, member=member_id, today=today)
    if not rows:
        return None
    return Person(read(Member, rows[0]), unit_rows.read_offices(rows))


async def below(store: Store, path: str) -> Sequence[Member]:
    """Everyone of the unit with that path and of all units below it."""
    return [read(Member, row) for row in await store.all(chosen(units.c.path.startswith(path)))]


async def statuses(store: Store, audience: Audience, *which: Any) -> Counter[str]:
    """How many people of an audience, perhaps only `STRANGERS`, there are of each status."""
    found = select(members.c.status, func.count().label("people")).where(among(audience), *which)
    rows = await store.all(found.group_by(members.c.status).order_by(members.c.status))
    return Counter({row["status"]: row["people"] for row in rows})


async def speeds(store: Store, audience: Audience) -> Sequence[str]:
    """Every speed somebody of an audience has chosen to be read to."""
    found = select(members.c.speed).where(among(audience), members.c.speed.is_not(None)).distinct()
    return [row["speed"] for row in await store.all(found.order_by(members.c.speed))]


async def unlinked(store: Store, path: str) -> Sequence[Member]:
    """Those of the unit with that path and below it who have no account."""
    there = units.c.path.startswith(path)
    return [read(Member, row) for row in await store.all(chosen(there, STRANGERS))]


async def many(store: Store, ids: Sequence[int]) -> Sequence[Member]:
    """Those members who are still on the roster."""
    return [read(Member, row) for row in await store.all(chosen(members.c.id.in_(ids)))]


async def everyone(store: Store) -> Sequence[Member]:
    """Everyone who is or was on the roster."""
    rows = await store.all(_with_unit().order_by(members.c.id))
    return [read(Member, row) for row in rows]


async def enter(store: Store, **values: Any) -> int:
    """Enter a new member; the id."""
    return await store.add(members, **values)


async def linked_ids(store: Store, path: str) -> set[int]:
    """The ids of those below that path who have at least one account."""
    statement = (
        select(accounts.c.member_id)
        .join(members, members.c.id == accounts.c.member_id)
        .join(units, units.c.id == members.c.unit_id)
        .where(units.c.path.startswith(path))
    )
    return set(await store.values(statement))


async def unreachable_ids(store: Store, path: str) -> set[int]:
    """The ids of those below that path who have joined and whom no message reaches now."""
    statement = (
        select(accounts.c.member_id)
        .join(members, members.c.id == accounts.c.member_id)
        .join(units, units.c.id == members.c.unit_id)
        .where(units.c.path.startswith(path))
        .group_by(accounts.c.member_id)
        .having(func.sum(case((accounts.c.reachable, 1), else_=0)) == 0)
    )
    return set(await store.values(statement))


async def change(store: Store, member_id: int, **values: Any) -> None:
    """Change a member's own columns."""
    await store.run(update(members).where(members.c.id == member_id).values(**values))
