"""The end of a meeting: one page for the branch, names for its leaders, counts for above."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from rules.attendance import Attendee, Count, absent_names, count
from rules.meetings import Meeting
from rules.members import Person
from rules.messages import Media, Message
from rules.units import LEADING
from rules.words import Words, words
from services.meetings_leading import led, recall
from storage import attendance as rows
from storage import audit, deliveries
from storage import meetings as books
from storage import units as unit_rows
from storage.store import Store


async def end(store: Store, person: Person, meeting_id: int, now: datetime) -> Meeting:
    """End it now and tell the branch. Pressing twice ends it once."""
    meeting = await led(store, person, meeting_id)
    if meeting.state == "ended":
        return meeting
    meeting.must("end", now)
    await close(store, meeting, now)
    await audit.note(store, now, person.id, "ended", "meeting", meeting_id)
    return await led(store, person, meeting_id)


async def close(store: Store, meeting: Meeting, now: datetime) -> None:
    """End a meeting, whoever or whatever ends it: the first to come tells the branch."""
    if not await books.shift(store, meeting.id, "called", "ended", ended_at=now):
        return
    await recall(store, meeting, now)
    attendees = await rows.of(store, meeting.id)
    counted = count(attendees, meeting.starts_at)
    leaders = await _leaders(store, meeting.unit_id, now)
    page = Media("document", maker="meetings.summary", values=page_of(meeting, counted, now))
    members = {one.member_id for one in attendees} - set(leaders)
    summary = Message(_said("meetings.summary", meeting, counted), media=page)
    await deliveries.leave(store, f"meeting:{meeting.id}:over", members, summary, now)
    named = Message(_named(meeting, counted, attendees), media=page)
    await deliveries.leave(store, f"meeting:{meeting.id}:over", leaders, named, now)
    above = set(await _above(store, meeting.unit_id, now)) - members - set(leaders)
    counts = Message(_said("meetings.counts_for_above", meeting, counted))
    await deliveries.leave(store, f"meeting:{meeting.id}:above", above, counts, now)


def page_of(meeting: Meeting, counted: Count, now: datetime) -> dict[str, Any]:
    """The summary's parts, named as on the printed page; values may be Words or moments."""
    return {
        "organisation": meeting.unit_name,
        "title": meeting.name,
        "when": meeting.starts_at,
        "place": meeting.place,
        "counts_title": words("meetings.page_counts"),
        "counts": (
            (words("meetings.row_invited"), counted.invited),
            (words("meetings.row_base"), counted.base),
            (words("meetings.row_present"), counted.present),
            (words("meetings.row_late"), counted.late),
        ),
        "votes_title": words("meetings.page_votes"),
        "votes": (),
        "absences_title": words("meetings.page_absences"),
        "absences": (
            (words("meetings.row_excused"), counted.excused),
            (words("meetings.row_unexcused"), counted.unexcused),
        ),
        "closing": words("meetings.page_closing", ended=now),
    }


def _said(key: str, meeting: Meeting, counted: Count, **more: object) -> Words:
    return words(
        key,
        name=meeting.name,
        unit=meeting.unit_name,
        starts=meeting.starts_at,
        present=counted.present,
        base=counted.base,
        late=counted.late,
        excused=counted.excused,
        unexcused=counted.unexcused,
        **more,
    )


def _named(meeting: Meeting, counted: Count, attendees: Sequence[Attendee]) -> Words:
    names = absent_names(attendees)
    if not names:
        return _said("meetings.summary", meeting, counted)
    return _said("meetings.summary_for_leaders", meeting, counted, names=", ".join(names))


async def _leaders(store: Store, unit_id: int, now: datetime) -> Sequence[int]:
    return await unit_rows.holders(store, unit_id, LEADING, store.org.today(now))


async def _above(store: Store, unit_id: int, now: datetime) -> Iterable[int]:
    unit = await unit_rows.get(store, unit_id)
    if unit is None or unit.parent_id is None:
        return ()
    return await _leaders(store, unit.parent_id, now)
