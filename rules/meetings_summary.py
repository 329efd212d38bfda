"""The summary of a meeting: what the branch, its leaders and the unit above are told."""

from collections.abc import Sequence
from datetime import datetime

from rules.attendance import Count, who_counts
from rules.meetings import Meeting
from rules.messages import Button, Media, Message
from rules.words import Words, words


def for_members(meeting: Meeting, counted: Count, page: Media) -> Message:
    """Counts and the page, no names."""
    return Message(_said("meetings.summary", meeting, counted), media=page)


def for_leaders(meeting: Meeting, counted: Count, page: Media) -> Message:
    """The same, with the way to the names of those who were missed."""
    missed = counted.excused + counted.unexcused
    names = Button(words("meetings.who_was_absent"), ("meetings.absent", meeting.id, 0))
    return Message(
        _said("meetings.summary", meeting, counted), (names,) if missed else (), media=page
    )


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
        "agenda_title": words("meetings.page_agenda"),
        "agenda": tuple(filter(None, map(str.strip, (meeting.agenda or "").splitlines()))),
        "counts_title": words("meetings.page_counts"),
        "counts": (
            (words("meetings.row_invited"), counted.invited),
            *_spared(counted),
            (words("meetings.row_base"), counted.base),
            (words("meetings.row_present"), counted.present),
            (words("meetings.row_late"), counted.late),
            *_left(counted),
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


def _spared(counted: Count) -> tuple[tuple[Words, int], ...]:
    """Why fewer count than were invited, where that is so."""
    return ((words("meetings.row_spared"), counted.spared),) if counted.spared else ()


def _left(counted: Count) -> tuple[tuple[Words, int], ...]:
    """How many did not stay to the end, where somebody did not."""
    return ((words("meetings.row_left"), counted.left),) if counted.left else ()


def told(meeting: Meeting, counted: Count) -> dict[str, object]:
    """The values of the text "meetings.summary"."""
    return {
        "name": meeting.name,
        "unit": meeting.unit_name,
        "starts": meeting.starts_at,
        "counted": who_counts(counted),
        "present": counted.present,
        "late": counted.late,
        "left": counted.left,
        "excused": counted.excused,
        "unexcused": counted.unexcused,
    }


def _said(key: str, meeting: Meeting, counted: Count) -> Words:
    return words(key, **told(meeting, counted))
