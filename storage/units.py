"""Units and offices."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, bindparam, select, update

from rules.units import Office, Unit
from storage.store import Row, Store, read
from storage.tables import members, offices, units

_GET = select(units).where(units.c.id == bindparam("unit"))


async def get(store: Store, unit_id: int) -> Unit | None:
    """One unit."""
    row = await store.one(_GET, unit=unit_id)
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
    return read_offices(await store.all(_OFFICES_OF, member=member_id, today=today))


async def holders(store: Store, unit_id: int, roles: Sequence[str], today: date) -> Sequence[int]:
    """The ids of members holding one of those roles in that very unit, by rank."""
    rows = await store.all(_HOLDERS, unit=unit_id, today=today)
    wanted = [row for row in rows if row["role"] in roles]
    ordered = sorted(wanted, key=lambda row: list(roles).index(row["role"]))
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


_THEIRS = units.alias("their_units")
_OFFICE = (
    offices.c.role.label("office_role"),
    offices.c.unit_id.label("office_unit_id"),
    _THEIRS.c.name.label("office_unit_name"),
    _THEIRS.c.path.label("office_unit_path"),
)


def with_offices(statement: Select[Any], member_id: Any) -> Select[Any]:
    """A query with the offices of a member on the day `today`: a row for each, or one without."""
    mine = (offices.c.member_id == member_id) & held(bindparam("today"))
    return (
        statement.add_columns(*_OFFICE)
        .outerjoin(offices, mine)
        .outerjoin(_THEIRS, _THEIRS.c.id == offices.c.unit_id)
        .order_by(offices.c.id)
    )


def read_offices(rows: Sequence[Row]) -> tuple[Office, ...]:
    """The offices in the rows of such a query."""
    names = [column.name for column in _OFFICE]
    return tuple(Office(*(row[name] for name in names)) for row in rows if row[names[0]])


_OFFICES_OF = with_offices(
    select(members.c.id).where(members.c.id == bindparam("member")), members.c.id
)
_HOLDERS = (
    select(offices.c.member_id, offices.c.role)
    .join(members, members.c.id == offices.c.member_id)
    .where(
        offices.c.unit_id == bindparam("unit"),
        members.c.removed_at.is_(None),
        held(bindparam("today")),
    )
    .order_by(offices.c.id)
)
