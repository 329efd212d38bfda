"""Notices, and those they were addressed to."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, case, delete, func, insert, literal, select, update

from rules.members import Member
from rules.notices import Notice
from storage import mailings
from storage.audiences import Audience, linked, people
from storage.members import chosen as members_chosen
from storage.store import Row, Store, read
from storage.tables import media, members, notices, recipients, units


def chosen(*conditions: Any) -> Select[Any]:
    """Notices with the names of their sender."""
    return (
        select(
            notices,
            units.c.name.label("unit_name"),
            units.c.path.label("unit_path"),
            members.c.name.label("author_name"),
            media.c.kind.label("media_kind"),
        )
        .join(units, units.c.id == notices.c.unit_id)
        .join(members, members.c.id == notices.c.author_id)
        .outerjoin(media, media.c.id == notices.c.media_id)
        .where(*conditions)
    )


_GET = chosen(notices.c.id == bindparam("notice"))
_DRAFT = chosen(notices.c.author_id == bindparam("author"), notices.c.state == "draft")


async def get(store: Store, notice_id: int) -> Notice | None:
    """One notice."""
    row = await store.one(_GET, notice=notice_id)
    return read(Notice, row) if row else None


# --- writing ---------------------------------------------------------------------------------


async def draft_of(store: Store, author_id: int) -> Notice | None:
    """What this author is writing."""
    row = await store.one(_DRAFT, author=author_id)
    return read(Notice, row) if row else None


async def begin(store: Store, author_id: int, unit_id: int, now: datetime, **values: Any) -> int:
    """A new draft; its id. An author has one at most: the books refuse a second."""
    return await store.add(
        notices,
        author_id=author_id,
        unit_id=unit_id,
        state="draft",
        urgent=False,
        reminders=0,
        created_at=now,
        **values,
    )


async def change(store: Store, notice_id: int, before: str, /, **values: Any) -> bool:
    """Change a notice whose state is still `before`; False when it is not."""
    mine = (notices.c.id == notice_id) & (notices.c.state == before)
    return await store.run(update(notices).where(mine).values(**values)) == 1


async def discard(store: Store, notice_id: int) -> None:
    """Throw a draft away."""
    await store.run(delete(notices).where(notices.c.id == notice_id, notices.c.state == "draft"))


async def circle(store: Store, audience: Audience) -> tuple[int, int, str]:
    """How many an audience is, how many of them are not linked, and a mark of who they are."""
    everyone = people(audience)
    one, number = everyone.c.id, func.count()
    row = await store.one(
        select(
            number.label("people"),
            func.coalesce(func.sum(case((linked(one), 0), else_=1)), 0).label("unlinked"),
            func.sum(one).label("sum"),
            func.sum(one * one).label("squares"),
        ).select_from(everyone)
    )
    assert row is not None
    mark = f"{row['people']}:{row['sum']}:{row['squares']}"
    return row["people"], int(row["unlinked"]), mark


async def unlinked(store: Store, audience: Audience, start: int, limit: int) -> Sequence[Member]:
    """Those of an audience who are not linked, by unit and order of the roster."""
    found = members_chosen(members.c.id.in_(select(people(audience).c.id)), ~linked(members.c.id))
    return [read(Member, row) for row in await store.all(found.offset(start).limit(limit))]


async def is_in(store: Store, audience: Audience, member_id: int) -> bool:
    """Whether this member belongs to an audience."""
    everyone = people(audience)
    return await store.value(select(everyone.c.id).where(everyone.c.id == member_id)) is not None


async def next_number(store: Store, unit_id: int, year: int) -> int:
    """The next number of a unit's year. The unit is held until the end of the transaction, so
    that two who confirm at once get two numbers."""
    await store.one(select(units.c.id).where(units.c.id == unit_id).with_for_update())
    highest = select(func.max(notices.c.number)).where(
        notices.c.unit_id == unit_id, notices.c.year == year
    )
    return int(await store.value(highest) or 0) + 1


async def address(store: Store, notice_id: int, audience: Audience) -> None:
    """Freeze who a notice is for."""
    chosen = select(literal(notice_id), people(audience).c.id)
    await store.run(insert(recipients).from_select(["notice_id", "member_id"], chosen))


# --- reading ---------------------------------------------------------------------------------


# Every turn at home or at the notices asks these; they are made once, see store.py.
_OUT = (
    chosen(
        recipients.c.member_id == bindparam("member"),
        notices.c.state == "confirmed",
        notices.c.send_at <= bindparam("now"),
    )
    .add_columns(recipients.c.acknowledged_at)
    .join(recipients, recipients.c.notice_id == notices.c.id)
    .order_by(notices.c.send_at.desc(), notices.c.id.desc())
)
_OPEN = recipients.c.acknowledged_at.is_(None)
_RECEIVED = _OUT.where(notices.c.id == bindparam("notice"))
_NEWEST = _OUT.limit(1)
_NEWEST_WAITING = _OUT.where(_OPEN).limit(1)
_WAITING = select(func.count()).select_from(_OUT.where(_OPEN).order_by(None).subquery())
_EARLIER = _OUT.offset(bindparam("start")).limit(bindparam("most"))


async def received(store: Store, member_id: int, now: datetime, notice_id: int) -> Row | None:
    """A notice's columns with `acknowledged_at`, if it has left for this member."""
    return await store.one(_RECEIVED, member=member_id, now=now, notice=notice_id)


async def newest(store: Store, member_id: int, now: datetime) -> Row | None:
    """The newest notice for this member, with `acknowledged_at`."""
    return await store.one(_NEWEST, member=member_id, now=now)


async def newest_waiting(store: Store, member_id: int, now: datetime) -> Notice | None:
    """The newest notice this member has not acknowledged."""
    row = await store.one(_NEWEST_WAITING, member=member_id, now=now)
    return read(Notice, row) if row else None


async def count_waiting(store: Store, member_id: int, now: datetime) -> int:
    """How many notices this member has not acknowledged."""
    return int(await store.value(_WAITING, member=member_id, now=now))


async def earlier(
    store: Store, member_id: int, now: datetime, start: int, limit: int
) -> Sequence[Notice]:
    """Notices for this member, the newest first, from the `start`th on."""
    rows = await store.all(_EARLIER, member=member_id, now=now, start=start, most=limit)
    return [read(Notice, row) for row in rows]


async def acknowledge(store: Store, notice_id: int, member_id: int, now: datetime) -> bool:
    """Note that this member acknowledged; False when it was noted before."""
    first = _recipient(notice_id) & (recipients.c.member_id == member_id) & _OPEN
    return await store.run(update(recipients).where(first).values(acknowledged_at=now)) == 1


async def drop_reminders(store: Store, notice_id: int, member_id: int) -> None:
    """Take back reminders that still wait for a member who has acknowledged."""
    await mailings.spare(store, f"notice:{notice_id}:reminder", member_id)


# --- following up ----------------------------------------------------------------------------


async def answers(store: Store, notice_id: int) -> tuple[int, int]:
    """How many it is for, and how many of them have acknowledged."""
    row = await store.one(
        select(
            func.count().label("total"), func.count(recipients.c.acknowledged_at).label("answered")
        ).where(_recipient(notice_id))
    )
    return (row["total"], row["answered"]) if row else (0, 0)


async def unanswered(
    store: Store, notice_id: int, start: int, limit: int
) -> tuple[int, Sequence[Member]]:
    """How many on the roster have not acknowledged, and some of them, by unit and order of the
    roster, from the `start`th on."""
    silent = select(recipients.c.member_id).where(_recipient(notice_id), _OPEN)
    found = members_chosen(members.c.id.in_(silent))
    count = await store.value(select(func.count()).select_from(found.order_by(None).subquery()))
    rows = await store.all(found.offset(start).limit(limit))
    return int(count or 0), [read(Member, row) for row in rows]


async def sent_between(store: Store, after: datetime, until: datetime) -> Sequence[Notice]:
    """Notices that left after one moment, and not after another."""
    between = (notices.c.send_at > after) & (notices.c.send_at <= until)
    rows = await store.all(chosen(notices.c.state == "confirmed", between))
    return [read(Notice, row) for row in rows]


async def sent_by(store: Store, unit_id: int, start: int, limit: int) -> Sequence[Notice]:
    """A unit's notices, the last confirmed first, from the `start`th on."""
    rows = await store.all(
        chosen(notices.c.unit_id == unit_id, notices.c.state != "draft")
        .order_by(notices.c.confirmed_at.desc(), notices.c.id.desc())
        .offset(start)
        .limit(limit)
    )
    return [read(Notice, row) for row in rows]


def _recipient(notice_id: int) -> Any:
    return recipients.c.notice_id == notice_id
