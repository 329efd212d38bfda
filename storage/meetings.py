"""Meetings: drafts, calls and what became of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, or_, select, update

from rules.meetings import Attachment, Draft, Meeting
from storage.store import Store, read
from storage.tables import attendance, media, meeting_files, meetings, polls, units


def chosen(*conditions: Any) -> Select[Any]:
    """Meetings with their unit and how many files go with them, the earliest first."""
    files = select(func.count()).where(meeting_files.c.meeting_id == meetings.c.id)
    return (
        select(
            meetings,
            units.c.name.label("unit_name"),
            units.c.path.label("unit_path"),
            files.scalar_subquery().label("files"),
        )
        .join(units, units.c.id == meetings.c.unit_id)
        .where(*conditions)
        .order_by(meetings.c.starts_at, meetings.c.id)
    )


_GET = chosen(meetings.c.id == bindparam("meeting"), meetings.c.state != "draft")


async def get(store: Store, meeting_id: int) -> Meeting | None:
    """One meeting that was called, whatever became of it."""
    row = await store.one(_GET, meeting=meeting_id)
    return read(Meeting, row) if row else None


async def hold(store: Store, meeting_id: int, *, alone: bool) -> None:
    """Let whoever else would change this meeting wait until the transaction ends. Those who come
    in hold it together, so that nobody does behind the count."""
    statement = select(meetings.c.id).where(meetings.c.id == meeting_id)
    await store.one(statement.with_for_update(read=not alone))


_DRAFT = chosen(meetings.c.author_id == bindparam("author"), meetings.c.state == "draft")


async def draft_of(store: Store, author_id: int) -> Draft | None:
    """The draft this member has not finished."""
    row = await store.one(_DRAFT, author=author_id)
    return read(Draft, row) if row else None


async def add_draft(
    store: Store, unit_id: int, author_id: int, secret: str, now: datetime
) -> Draft:
    """A new empty draft."""
    await store.add(
        meetings,
        unit_id=unit_id,
        author_id=author_id,
        title="",
        place="",
        state="draft",
        sequence=0,
        secret=secret,
        created_at=now,
    )
    draft = await draft_of(store, author_id)
    assert draft is not None
    return draft


async def drop_draft(store: Store, draft_id: int) -> None:
    """Throw a draft away."""
    draft = select(meetings.c.id).where(meetings.c.id == draft_id, meetings.c.state == "draft")
    await store.run(delete(meeting_files).where(meeting_files.c.meeting_id.in_(draft)))
    await store.run(delete(meetings).where(meetings.c.id.in_(draft)))


async def attach(store: Store, meeting_id: int, media_id: int) -> None:
    """One more file goes along; one that does already is not sent twice."""
    await store.add_new(meeting_files, meeting_id=meeting_id, media_id=media_id)


async def attachments(store: Store, meeting_id: int) -> Sequence[Attachment]:
    """The files that go along, in the order they were sent."""
    rows = await store.all(
        select(media.c.id.label("media_id"), media.c.kind, media.c.name)
        .join(meeting_files, meeting_files.c.media_id == media.c.id)
        .where(meeting_files.c.meeting_id == meeting_id)
        .order_by(meeting_files.c.id)
    )
    return [read(Attachment, row) for row in rows]


async def detach(store: Store, meeting_id: int, media_id: int) -> None:
    """Leave that file out."""
    those = (meeting_files.c.meeting_id == meeting_id) & (meeting_files.c.media_id == media_id)
    await store.run(delete(meeting_files).where(those))


async def change(store: Store, meeting_id: int, **values: Any) -> None:
    """Change a meeting's columns."""
    await store.run(update(meetings).where(meetings.c.id == meeting_id).values(**values))


async def shift(store: Store, meeting_id: int, before: str, after: str, **values: Any) -> bool:
    """Move a meeting from one state to another; False when somebody else was first."""
    statement = (
        update(meetings)
        .where(meetings.c.id == meeting_id, meetings.c.state == before)
        .values(state=after, **values)
    )
    return await store.run(statement) == 1


async def open_check_in(store: Store, meeting_id: int, now: datetime) -> bool:
    """Note that the code is shown now; False when it was shown before."""
    first = (meetings.c.id == meeting_id) & meetings.c.opened_at.is_(None)
    return await store.run(update(meetings).where(first).values(opened_at=now)) == 1


async def of_member(store: Store, member_id: int) -> Sequence[Meeting]:
    """The meetings a member is invited to that are ahead or going on."""
    mine = select(attendance.c.meeting_id).where(attendance.c.member_id == member_id)
    return await _meetings(store, chosen(meetings.c.state == "called", meetings.c.id.in_(mine)))


async def ended_of_member(store: Store, member_id: int, most: int) -> Sequence[Meeting]:
    """At most so many meetings a member was invited to that are over, the last one first."""
    mine = select(attendance.c.meeting_id).where(attendance.c.member_id == member_id)
    return await _ended(store, meetings.c.id.in_(mine), most)


async def around(
    store: Store, member_id: int, after: datetime, until: datetime
) -> Sequence[Meeting]:
    """The meetings a member was invited to that begin between two moments, whatever became of
    them."""
    mine = select(attendance.c.meeting_id).where(attendance.c.member_id == member_id)
    there = meetings.c.starts_at.between(after, until) & (meetings.c.state != "draft")
    return await _meetings(store, chosen(there, meetings.c.id.in_(mine)))


async def of_unit(store: Store, unit_id: int) -> Sequence[Meeting]:
    """The meetings of this very unit that are ahead or going on."""
    here = meetings.c.unit_id == unit_id
    return await _meetings(store, chosen(meetings.c.state == "called", here))


async def below(store: Store, paths: Sequence[str]) -> Sequence[Meeting]:
    """The meetings ahead or going on in the subtrees of those paths."""
    there = or_(*(units.c.path.startswith(path) for path in paths))
    return await _meetings(store, chosen(meetings.c.state == "called", there))


async def ended_below(
    store: Store, paths: Sequence[str], most: int | None = None
) -> Sequence[Meeting]:
    """The meetings that are over in the subtrees of those paths, the last one first."""
    return await _ended(store, or_(*(units.c.path.startswith(path) for path in paths)), most)


async def starting(store: Store, after: datetime, until: datetime) -> Sequence[Meeting]:
    """Called meetings that start after one moment, and not after another."""
    between = (meetings.c.starts_at > after) & (meetings.c.starts_at <= until)
    return await _meetings(store, chosen(meetings.c.state == "called", between))


async def begun_by(store: Store, until: datetime) -> Sequence[Meeting]:
    """Called meetings that started by then and were not ended."""
    begun = meetings.c.starts_at <= until
    return await _meetings(store, chosen(meetings.c.state == "called", begun))


async def last_places(store: Store, unit_id: int, limit: int) -> Sequence[tuple[int, str]]:
    """The places this unit met at last, the newest first, each with a meeting that was there."""
    rows = await store.all(
        select(func.max(meetings.c.id).label("id"), meetings.c.place)
        .where(meetings.c.unit_id == unit_id, meetings.c.state != "draft")
        .group_by(meetings.c.place)
        .order_by(func.max(meetings.c.id).desc())
        .limit(limit)
    )
    return [(row["id"], row["place"]) for row in rows]


_UNANSWERED = (
    select(func.count())
    .select_from(attendance.join(meetings, meetings.c.id == attendance.c.meeting_id))
    .where(
        attendance.c.member_id == bindparam("member"),
        attendance.c.answer.is_(None),
        attendance.c.arrived_at.is_(None),
        meetings.c.state == "called",
        meetings.c.starts_at > bindparam("now"),
    )
)


async def unanswered(store: Store, member_id: int, now: datetime) -> int:
    """How many invitations to meetings ahead this member has not answered, nor come to."""
    return int(await store.value(_UNANSWERED, member=member_id, now=now))


async def polls_closed(
    store: Store, unit_id: int, since: datetime, until: datetime
) -> Sequence[int]:
    """The unit's polls whose votes were counted between two moments, in that order."""
    return await store.values(
        select(polls.c.id)
        .where(
            polls.c.unit_id == unit_id,
            polls.c.state == "closed",
            polls.c.closed_at.between(since, until),
        )
        .order_by(polls.c.closed_at, polls.c.id)
    )


async def _ended(store: Store, which: Any, most: int | None) -> Sequence[Meeting]:
    over = chosen(meetings.c.state == "ended", which).order_by(None)
    newest = over.order_by(meetings.c.starts_at.desc(), meetings.c.id.desc())
    return await _meetings(store, newest.limit(most))


async def _meetings(store: Store, statement: Select[Any]) -> Sequence[Meeting]:
    return [read(Meeting, row) for row in await store.all(statement)]
