"""Attendance: one row for each member invited to a meeting."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, bindparam, case, extract, func, insert, literal, or_, select, update

from rules.attendance import ON_TIME, Alike, Attendee
from storage.audiences import Audience, among, linked
from storage.store import Store, read
from storage.tables import attendance, media, meetings, members, units

UNANSWERED = {"answer": None, "reason": None, "media_id": None, "answered_at": None}
NOT_THERE = {"arrived_at": None, "left_at": None, "marked_by": None, "code_tries": 0}


async def invite(store: Store, meeting_id: int, asked: Audience, statuses: Collection[str]) -> None:
    """Write down who is invited: those of these people whose status is named, each with the status
    of this day. However many there are, none is brought here."""
    chosen = select(literal(meeting_id), members.c.id, members.c.status, literal(0)).where(
        among(asked), members.c.status.in_(statuses)
    )
    names = ["meeting_id", "member_id", "status", "code_tries"]
    await store.run(insert(attendance).from_select(names, chosen))


async def of(store: Store, meeting_id: int) -> Sequence[Attendee]:
    """Everyone invited, in the roster's order, but those who left it before the meeting began."""
    return await _all(store, meeting_id)


async def who_said(store: Store, meeting_id: int, answer: str | None) -> Sequence[Attendee]:
    """Those of them who gave this answer, or none."""
    return await _all(store, meeting_id, attendance.c.answer.is_not_distinct_from(answer))


async def who_came(store: Store, meeting_id: int, *, came: bool) -> Sequence[Attendee]:
    """Those of them who are there, or are not."""
    return await _all(store, meeting_id, attendance.c.arrived_at.is_not(None) == came)


async def unlinked(store: Store, meeting_id: int) -> Sequence[Attendee]:
    """Those of them who have no account."""
    return await _all(store, meeting_id, ~linked(attendance.c.member_id))


async def alike(store: Store, meeting_id: int) -> Sequence[Alike]:
    """Them all, as far as the count asks for it."""
    come = attendance.c.arrived_at
    late_from = extract("epoch", meetings.c.starts_at) + ON_TIME.total_seconds()
    came_late = extract("epoch", come) >= late_from
    same = (
        attendance.c.status,
        attendance.c.answer,
        come.is_not(None).label("present"),
        case((came_late, True), else_=False).label("came_late"),
        (come.is_not(None) & attendance.c.left_at.is_not(None)).label("left"),
    )
    everyone = _chosen(attendance.c.meeting_id == meeting_id).order_by(None)
    found = everyone.with_only_columns(*same, func.count().label("people")).group_by(*same)
    rows = await store.all(found)
    flags = ("present", "came_late", "left")
    return [Alike(**{**row, **{one: bool(row[one]) for one in flags}}) for row in rows]


async def those_of(store: Store, meeting_id: int, ids: Collection[int]) -> set[int]:
    """Which of those members are among them."""
    mine = (attendance.c.meeting_id == meeting_id) & attendance.c.member_id.in_(ids)
    return set(await store.values(_chosen(mine).with_only_columns(attendance.c.member_id)))


async def one(store: Store, meeting_id: int, member_id: int) -> Attendee | None:
    """One invited member."""
    row = await store.one(_ONE, meeting=meeting_id, member=member_id)
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


async def _all(store: Store, meeting_id: int, *conditions: Any) -> Sequence[Attendee]:
    rows = await store.all(_chosen(attendance.c.meeting_id == meeting_id, *conditions))
    return [read(Attendee, row) for row in rows]


def _chosen(*conditions: Any) -> Select[Any]:
    year = func.coalesce(members.c.born_year, extract("year", members.c.born))
    there = or_(members.c.removed_at.is_(None), members.c.removed_at > meetings.c.starts_at)
    return (
        select(
            attendance,
            members.c.name,
            members.c.phone,
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


_ONE = _chosen(
    attendance.c.meeting_id == bindparam("meeting"), attendance.c.member_id == bindparam("member")
)
