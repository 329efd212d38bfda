"""Bulletins of units and months, and who said to have listened."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, bindparam, exists, func, or_, select, update

from rules.bulletins import Bulletin
from rules.units import LEADING, Unit
from storage.store import Store, read
from storage.tables import (
    bulletin_items,
    bulletins,
    deliveries,
    listens,
    members,
    offices,
    units,
)
from storage.units import held

HAS_ITEMS = exists().where(
    bulletin_items.c.bulletin_id == bulletins.c.id, bulletin_items.c.removed_at.is_(None)
)


def chosen(*conditions: Any) -> Select[Any]:
    """Bulletins with their unit and who approved them, the earliest month first."""
    return (
        select(
            bulletins,
            units.c.name.label("unit_name"),
            units.c.path.label("unit_path"),
            members.c.name.label("approver"),
        )
        .join(units, units.c.id == bulletins.c.unit_id)
        .outerjoin(members, members.c.id == bulletins.c.approved_by)
        .where(*conditions)
        .order_by(bulletins.c.month, bulletins.c.id)
    )


_GET = chosen(bulletins.c.id == bindparam("bulletin"))
_OF_MONTH = chosen(bulletins.c.unit_id == bindparam("unit"), bulletins.c.month == bindparam("of"))
_DUE = chosen(bulletins.c.state == bindparam("being"), bulletins.c.due_at <= bindparam("moment"))


async def get(store: Store, bulletin_id: int) -> Bulletin | None:
    """One bulletin."""
    row = await store.one(_GET, bulletin=bulletin_id)
    return read(Bulletin, row) if row else None


async def of_month(store: Store, unit_id: int, month: date) -> Bulletin | None:
    """A unit's bulletin of that month."""
    row = await store.one(_OF_MONTH, unit=unit_id, of=month)
    return read(Bulletin, row) if row else None


async def begun(store: Store, month: date) -> set[int]:
    """The units that have begun their bulletin of that month."""
    return set(await store.values(select(bulletins.c.unit_id).where(bulletins.c.month == month)))


async def begin(store: Store, unit_id: int, month: date, due_at: datetime) -> Bulletin:
    """A unit's bulletin of that month, empty when it was not begun before."""
    await store.add_new(bulletins, unit_id=unit_id, month=month, state="collecting", due_at=due_at)
    found = await of_month(store, unit_id, month)
    assert found is not None
    return found


async def desks(store: Store, today: date) -> Sequence[Unit]:
    """The units that have a bulletin of their own to write, and somebody who approves it.

    Not every unit between the top and the branches is asked for one: only those with staff, those
    that made one before, and those with nobody above who could.
    """
    no_editor_above = ~_has_office(units.c.parent_id, LEADING, today)
    has_staff = _has_office(units.c.id, ("staff",), today)
    made_one = exists().where(bulletins.c.unit_id == units.c.id)
    statement = (
        select(units)
        .where(
            _has_office(units.c.id, LEADING, today),
            or_(units.c.parent_id.is_(None), no_editor_above, has_staff, made_one),
        )
        .order_by(units.c.path)
    )
    return [read(Unit, row) for row in await store.all(statement)]


def _has_office(unit_id: Any, roles: Sequence[str], today: date) -> Any:
    return exists().where(
        offices.c.unit_id == unit_id,
        offices.c.role.in_(roles),
        offices.c.member_id == members.c.id,
        members.c.removed_at.is_(None),
        held(today),
    )


async def open_of(store: Store, unit_id: int) -> Sequence[Bulletin]:
    """A unit's bulletins that have items and are neither sent nor given up."""
    still_open = bulletins.c.state.in_(("collecting", "approved"))
    return await _bulletins(store, chosen(bulletins.c.unit_id == unit_id, still_open, HAS_ITEMS))


_AWAITING = select(func.count()).where(
    bulletins.c.unit_id.in_(bindparam("units", expanding=True)),
    bulletins.c.state == "collecting",
    HAS_ITEMS,
)


async def awaiting(store: Store, unit_ids: Sequence[int]) -> int:
    """How many bulletins of those units have items and no approval."""
    return int(await store.value(_AWAITING, units=list(unit_ids)) or 0)


async def change(store: Store, bulletin_id: int, **values: Any) -> None:
    """Change a bulletin's columns."""
    await store.run(update(bulletins).where(bulletins.c.id == bulletin_id).values(**values))


async def shift(store: Store, bulletin_id: int, before: str, after: str, **values: Any) -> bool:
    """Move a bulletin from one state to another; False when somebody else was first."""
    statement = (
        update(bulletins)
        .where(bulletins.c.id == bulletin_id, bulletins.c.state == before)
        .values(state=after, **values)
    )
    return await store.run(statement) == 1


async def approved_by(store: Store, now: datetime) -> Sequence[Bulletin]:
    """Approved bulletins that are due by now."""
    return await _due(store, "approved", now)


async def unapproved_by(store: Store, moment: datetime) -> Sequence[Bulletin]:
    """Bulletins that are due by that moment and have no approval, also those without an item."""
    return await _due(store, "collecting", moment)


async def sent_in(store: Store, unit_ids: Sequence[int]) -> Sequence[Bulletin]:
    """The bulletins those units have sent, the newest first."""
    statement = chosen(bulletins.c.state == "sent", bulletins.c.unit_id.in_(unit_ids))
    newest = (bulletins.c.month.desc(), bulletins.c.sent_at.desc())
    return await _bulletins(store, statement.order_by(None).order_by(*newest))


# --- who has listened ------------------------------------------------------------------------


async def hear(store: Store, bulletin_id: int, member_id: int, now: datetime) -> bool:
    """Note that somebody pressed "heard"; False when that was noted before."""
    return await store.add_new(listens, bulletin_id=bulletin_id, member_id=member_id, heard_at=now)


async def heard_by_unit(store: Store, bulletin: Bulletin) -> Counter[int]:
    """How many pressed "heard", per unit."""
    rows = await store.all(
        select(members.c.unit_id, func.count().label("n"))
        .join(listens, listens.c.member_id == members.c.id)
        .where(listens.c.bulletin_id == bulletin.id)
        .group_by(members.c.unit_id)
    )
    return Counter({row["unit_id"]: row["n"] for row in rows})


async def states_by_unit(store: Store, bulletin: Bulletin) -> dict[int, Counter[str]]:
    """How many of its deliveries stand in each state, per unit."""
    rows = await store.all(
        select(members.c.unit_id, deliveries.c.state, func.count().label("n"))
        .join(deliveries, deliveries.c.member_id == members.c.id)
        .where(deliveries.c.cause == bulletin.cause)
        .group_by(members.c.unit_id, deliveries.c.state)
    )
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for row in rows:
        found[row["unit_id"]][row["state"]] = row["n"]
    return found


async def _due(store: Store, state: str, moment: datetime) -> Sequence[Bulletin]:
    return [read(Bulletin, row) for row in await store.all(_DUE, being=state, moment=moment)]


async def _bulletins(store: Store, statement: Select[Any]) -> Sequence[Bulletin]:
    return [read(Bulletin, row) for row in await store.all(statement)]
