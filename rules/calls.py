"""Calling those whom no message has moved: about what, what to say, and when a list of them is due.

A list for the phone is made a day before an answer is due. It names people and numbers, so it goes
to those who lead their unit and to nobody else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from rules.meetings import Meeting
from rules.members import LABEL as BUTTON
from rules.members import Member
from rules.messages import Button, Media, Message
from rules.notices import Notice
from rules.organisation import Organisation
from rules.polls import Poll
from rules.words import Words, short, words

BEFORE = timedelta(days=1)  # the answer is due
# A notice names no day for its answer: three days are taken for one, and a day for an urgent one.
NOTICE_LASTS, URGENT_LASTS, URGENT_BEFORE = (
    timedelta(days=3),
    timedelta(days=1),
    timedelta(hours=20),
)
FRESH = timedelta(hours=12)  # who was told only then has had no time to answer
GIST = 160  # characters of a notice that are read out
LABEL = 18  # characters of it on a button
ON_A_LIST = 300  # people; more are no list for one afternoon


@dataclass(frozen=True)
class Matter:
    """What people are called about. `cause` is that of its deliveries: who was told of a meeting
    that was moved since is called again. `silent` is the audience that has not answered."""

    kind: str  # "notice", "meeting", "poll"
    id: int
    cause: str
    silent: tuple[Any, ...]
    unit_path: str
    name: Words | str
    label: Words | str  # on a button
    saying: Words
    ends: datetime | None
    open: bool


def of_notice(notice: Notice) -> Matter:
    """A notice that wants its tick."""
    gist = notice.gist(GIST)
    return Matter(
        "notice",
        notice.id,
        notice.cause,
        ("unanswered", notice.id),
        notice.unit_path,
        notice.name,
        words("notices.one", number=notice.number, gist=notice.gist(LABEL)),
        words("calls.tell_notice", name=notice.name, gist=gist),
        notice.send_at and notice.send_at + (URGENT_LASTS if notice.urgent else NOTICE_LASTS),
        notice.state == "confirmed",
    )


def of_meeting(meeting: Meeting, cause: str, now: datetime) -> Matter:
    """An invitation that wants its answer."""
    saying = words(
        "calls.tell_meeting",
        unit=meeting.unit_name,
        name=meeting.name,
        starts=meeting.starts_at,
        place=meeting.place,
    )
    silent, is_open = ("expected", meeting.id, False), meeting.may("answer", now)
    return Matter(
        "meeting",
        meeting.id,
        cause,
        silent,
        meeting.unit_path,
        meeting.name,
        short(meeting.name, BUTTON) if isinstance(meeting.name, str) else meeting.name,
        saying,
        meeting.starts_at,
        is_open,
    )


def of_poll(poll: Poll, now: datetime) -> Matter:
    """A vote that is not cast."""
    name = words("calls.poll", question=short(poll.question, GIST))
    saying = words("calls.tell_poll", **poll.called, closes=poll.closes_at)
    silent, cause = ("undecided", poll.id), f"poll:{poll.id}"
    return Matter(
        "poll",
        poll.id,
        cause,
        silent,
        poll.unit_path,
        name,
        words("calls.one_poll", question=short(poll.question, LABEL)),
        saying,
        poll.closes_at,
        poll.is_open(now),
    )


def notice_due(notice: Notice, org: Organisation) -> datetime | None:
    """When the list of those who have not acknowledged it is made."""
    if notice.send_at is None:
        return None
    if notice.urgent:
        return org.awake(notice.send_at + URGENT_LASTS - URGENT_BEFORE)
    return org.awake(notice.send_at + NOTICE_LASTS - BEFORE)


def meeting_due(meeting: Meeting, org: Organisation) -> datetime | None:
    """A day before it begins; None when people heard of it only just before."""
    return _a_day_before(meeting.starts_at, meeting.told_at, org)


def poll_due(poll: Poll, org: Organisation) -> datetime | None:
    """A day before it closes; None when it was opened only just before."""
    return _a_day_before(poll.closes_at, poll.opens_at, org)


def _a_day_before(end: datetime, told: datetime | None, org: Organisation) -> datetime | None:
    due = org.awake(end - BEFORE)
    return None if told is None or told > due - FRESH else due


@dataclass(frozen=True)
class Listed:
    """A person on the list, and whether no message reaches them because they have not joined."""

    member: Member
    joined: bool


def sheet(
    matter: Matter, unit: str, people: Sequence[Listed], more: int, org: Organisation, now: datetime
) -> Media:
    """The list on paper: `people`, and how many more there would be."""
    rows = [
        (
            one.member.name,
            one.member.phone or words("calls.no_phone"),
            "" if one.joined else words("calls.not_joined"),
        )
        for one in people
    ]
    closing = words("calls.sheet_more", count=more) if more else words("calls.sheet_closing")
    values = {
        "organisation": unit,
        "title": words("calls.sheet_title"),
        "about": matter.name,
        "made": words("calls.sheet_made", day=org.today(now), count=len(rows)),
        "say_title": words("calls.sheet_say"),
        "say": matter.saying,
        "columns": tuple(words(f"calls.column_{one}") for one in ("told", "name", "phone")),
        "people": tuple(rows),
        "closing": closing,
    }
    return Media("document", maker="calls.sheet", values=values)


def with_list(matter: Matter, count: int, page: Media) -> Message:
    """What those who lead get a day before: whom to call, and where to note it."""
    text = words("calls.due", about=matter.name, kind=matter.kind, count=count)
    button = Button(words("calls.see"), ("calls.show", matter.kind, matter.id))
    return Message(text, (button,), page)
