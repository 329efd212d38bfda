"""Attendance: one row for each member invited to a meeting."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, extract, func, or_, select, update

from rules.attendance import Attendee
from rules.members import Member
from storage.store import Store, read
from storage.tables import attendance, media, meetings, members, units

UNANSWERED = {"answer": None, "reason": None, "media_id": None, "answered_at": None}
NOT_THERE = {"arrived_at": None, "left_at": None, "marked_by": None, "code_tries": 0}


async def invite(store: Store, meeting_id: int, invited: Iterable[Member]) -> None:
    """Write down who is invited, each with the status of this day."""
    rows = [
        {"meeting_id": meeting_id, "member_id": one.id, "status": one.status, "code_tries": 0}
        for one in invited
    ]
    await store.add_many(attendance, rows)


async def of(store: Store, meeting_id: int) -> Sequence[Attendee]:
    """Everyone invited, in the roster's order, but those who left it before the meeting began."""
    rows = await store.all(_chosen(attendance.c.meeting_id == meeting_id))
    return [read(Attendee, row) for row in rows]


async def one(store: Store, meeting_id: int, member_id: int) -> Attendee | None:
    """One invited member."""
    mine = (attendance.c.meeting_id == meeting_id) & (attendance.c.member_id == member_id)
    row = await store.one(_chosen(mine))
    return read(Attendee, row) if row else None


async def change(store: Store, meeting_id: int, member_id: int, **values: Any) -> None:
    """Change one row's columns."""
    await store.run(
        update(attendance)
        .where(attendance.c.meeting_id == meeting_id, attendance.c.member_id == member_id)
        .values(**values)
    )


async def count_try(store: Store, meeting_id: int, member_id: int) -> None:
    """One more wrong code."""
    await change(store, meeting_id, member_id, code_tries=attendance.c.code_tries + 1)


async def forget_answers(store: Store, meeting_id: int) -> None:
    """Ask everyone anew."""
    await _change_all(store, meeting_id, UNANSWERED)


async def forget_arrivals(store: Store, meeting_id: int) -> None:
    """Nobody has come yet: the meeting is another day."""
    await _change_all(store, meeting_id, NOT_THERE)


async def _change_all(store: Store, meeting_id: int, values: Mapping[str, Any]) -> None:
    everyone = attendance.c.meeting_id == meeting_id
    await store.run(update(attendance).where(everyone).values(**values))


def _chosen(*conditions: Any) -> Select[Any]:
    year = func.coalesce(members.c.born_year, extract("year", members.c.born))
    there = or_(members.c.removed_at.is_(None), members.c.removed_at > meetings.c.starts_at)
    return (
        select(
            attendance,
            members.c.name,
            year.label("born_year"),
            media.c.kind.label("media_kind"),
        )
        .join(members, members.c.id == attendance.c.member_id)
        .join(units, units.c.id == members.c.unit_id)
        .join(meetings, meetings.c.id == attendance.c.meeting_id)
        .outerjoin(media, media.c.id == attendance.c.media_id)
        .where(there, *conditions)
        .order_by(units.c.path, members.c.id)
    )
