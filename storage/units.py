"""Units and offices."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from rules.units import Office, Unit
from storage.store import Store, read
from storage.tables import members, offices, units


async def get(store: Store, unit_id: int) -> Unit | None:
    """One unit."""
    row = await store.one(select(units).where(units.c.id == unit_id))
    return read(Unit, row) if row else None


async def below(store: Store, path: str) -> Sequence[Unit]:
    """The unit of that path and all below it, in the tree's order; none that was taken away."""
    living = units.c.path.startswith(path) & units.c.removed_at.is_(None)
    found = await store.all(select(units).where(living).order_by(units.c.path))
    return [read(Unit, row) for row in found]


async def all_units(store: Store) -> Sequence[Unit]:
    """Every unit, the top ones first."""
    return await below(store, "")


async def named(store: Store, name: str, parent_id: int | None) -> Unit | None:
    """A unit by its name under that parent, though it may have been taken away."""
    row = await store.one(
        select(units).where(units.c.name == name, units.c.parent_id.is_not_distinct_from(parent_id))
    )
    return read(Unit, row) if row else None


async def found(store: Store, name: str, parent: Unit | None) -> Unit:
    """The unit of that name under `parent`: a new one, unless it stands or stood there already."""
    parent_id = parent.id if parent else None
    former = await named(store, name, parent_id)
    if former:
        await store.run(update(units).where(units.c.id == former.id).values(removed_at=None))
        return former
    unit_id = await store.add(units, name=name, parent_id=parent_id, path="")
    path = f"{parent.path if parent else ''}{unit_id}/"
    await store.run(update(units).where(units.c.id == unit_id).values(path=path))
    return Unit(unit_id, parent_id, name, path)


async def take_away(store: Store, unit_id: int, now: datetime) -> None:
    """Take a unit out of the tree; what it did stays in the books."""
    await store.run(update(units).where(units.c.id == unit_id).values(removed_at=now))


async def offices_of(store: Store, member_id: int, today: date) -> tuple[Office, ...]:
    """The offices a member holds today."""
    rows = await store.all(_OFFICES_OF, member=member_id, today=today)
    return tuple(read(Office, row) for row in rows)


async def holders(store: Store, unit_id: int, roles: Sequence[str], today: date) -> Sequence[int]:
    """The ids of members holding one of those roles in that very unit, by rank."""
    rows = await store.all(
        select(offices.c.member_id, offices.c.role)
        .join(members, members.c.id == offices.c.member_id)
        .where(
            offices.c.unit_id == unit_id,
            offices.c.role.in_(roles),
            members.c.removed_at.is_(None),
            held(today),
        )
        .order_by(offices.c.id)
    )
    ordered = sorted(rows, key=lambda row: list(roles).index(row["role"]))
    return list(dict.fromkeys(row["member_id"] for row in ordered))


async def appoint(store: Store, member_id: int, unit_id: int, role: str, today: date) -> None:
    """Give an office."""
    await store.add(
        offices, member_id=member_id, unit_id=unit_id, role=role, since=today, until=None
    )


async def end_office(store: Store, member_id: int, unit_id: int, role: str, today: date) -> None:
    """End an office today; it stays in the books."""
    await store.run(
        update(offices)
        .where(
            offices.c.member_id == member_id,
            offices.c.unit_id == unit_id,
            offices.c.role == role,
            offices.c.until.is_(None),
        )
        .values(until=today)
    )


def held(today: Any) -> Any:
    """That an office is held on that day: a condition for a query."""
    return (offices.c.since.is_(None) | (offices.c.since <= today)) & (
        offices.c.until.is_(None) | (offices.c.until > today)
    )


_OFFICES_OF = (
    select(
        offices.c.role,
        offices.c.unit_id,
        units.c.name.label("unit_name"),
        units.c.path.label("unit_path"),
    )
    .join(units, units.c.id == offices.c.unit_id)
    .where(offices.c.member_id == bindparam("member"), held(bindparam("today")))
    .order_by(offices.c.id)
)
