"""The summary of a meeting: what the branch, its leaders and the unit above are told."""

from collections.abc import Sequence
from datetime import datetime

from rules.attendance import Attendee, Count, absent_names
from rules.meetings import Meeting
from rules.messages import Media, Message
from rules.words import Words, words


def for_members(meeting: Meeting, counted: Count, page: Media) -> Message:
    """Counts and the page, no names."""
    return Message(_said("meetings.summary", meeting, counted), media=page)


def for_leaders(
    meeting: Meeting, counted: Count, attendees: Sequence[Attendee], page: Media
) -> Message:
    """The same, with the names of those who were missed."""
    names = absent_names(attendees)
    if not names:
        return for_members(meeting, counted, page)
    text = _said("meetings.summary_for_leaders", meeting, counted)
    return Message(words(text.key, **text.values, names=", ".join(names)), media=page)


def for_above(meeting: Meeting, counted: Count) -> Message:
    """Counts alone."""
    return Message(_said("meetings.counts_for_above", meeting, counted))


def page(
    meeting: Meeting, counted: Count, votes: Sequence[tuple[str, Words]], ended: datetime
) -> Media:
    """One printed page. Its values are named as its parts and may be Words or moments."""
    values = {
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
        "votes": tuple(votes),
        "absences_title": words("meetings.page_absences"),
        "absences": (
            (words("meetings.row_excused"), counted.excused),
            (words("meetings.row_unexcused"), counted.unexcused),
        ),
        "closing": words("meetings.page_closing", ended=ended),
    }
    return Media("document", maker="meetings.summary", values=values)


def _said(key: str, meeting: Meeting, counted: Count) -> Words:
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
    )
