"""Attendance: who counts, who is late, and the code that opens the door.

The base follows the regulation on applying the Charter (see `rules.members.base`), asked with the
status each member had when the meeting was called.
"""

import hmac
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from rules.meetings import Meeting
from rules.members import counts
from rules.words import Words, words

CODE_SECONDS = 120  # how long one code is shown; the one before it is taken as well
ON_TIME = timedelta(minutes=1)  # who comes within the minute it begins is not late
CODE_TRIES = 5  # wrong codes in a row, after which the secretary ticks the name
COUNTED = ("full", "probationary")


@dataclass(frozen=True)
class Attendee:
    """An invited member: the status when the meeting was called, the answer, the evening."""

    member_id: int
    name: str
    status: str
    born_year: int | None = None
    phone: str | None = None
    answer: str | None = None
    reason: str | None = None
    media_id: int | None = None
    media_kind: str | None = None
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    code_tries: int = 0
    people: ClassVar[int] = 1

    @property
    def present(self) -> bool:
        """Whether this member came, even if only for a while."""
        return self.arrived_at is not None

    @property
    def absent(self) -> bool:
        """Whether this member is missed: exempt members who stay away are not."""
        return not self.present and self.status in COUNTED

    @property
    def left(self) -> bool:
        """Whether this member came, and left before the end."""
        return self.present and self.left_at is not None

    def late(self, starts_at: datetime) -> bool:
        """Whether this member came after the start."""
        return self.arrived_at is not None and self.arrived_at >= starts_at + ON_TIME


@dataclass(frozen=True)
class Alike:
    """So many invited members between whom the count makes no difference."""

    status: str
    answer: str | None
    present: bool
    came_late: bool
    people: int
    left: bool = False  # before the end

    @property
    def absent(self) -> bool:
        """Whether these members are missed."""
        return not self.present and self.status in COUNTED

    def late(self, _starts_at: datetime) -> bool:
        """Whether these members came after the start."""
        return self.came_late


Invited = Sequence[Attendee] | Sequence[Alike]


@dataclass(frozen=True)
class Count:
    """One meeting in numbers. `present + excused + unexcused` is the `base`, which is all
    `invited` but the `spared`: exempt members who stay away."""

    invited: int
    coming: int
    declined: int
    unanswered: int
    base: int
    spared: int
    present: int
    late: int
    left: int  # of those present, before the end
    excused: int
    unexcused: int


@dataclass(frozen=True)
class Invitation:
    """A meeting as one of its invited sees it."""

    meeting: Meeting
    mine: Attendee


def count(attendees: Invited, starts_at: datetime) -> Count:
    """Answers and presence of all who were invited."""
    answers = Counter[str | None]()
    for one in attendees:
        answers[one.answer] += one.people
    everyone = answers.total()
    missed = sum(one.people for one in attendees if one.absent)
    excused = sum(one.people for one in attendees if one.absent and one.answer == "no")
    counting = sum(one.people for one in attendees if counts(one.status, present=one.present))
    return Count(
        invited=everyone,
        coming=answers["yes"],
        declined=answers["no"],
        unanswered=answers[None],
        base=counting,
        spared=everyone - counting,
        present=sum(one.people for one in attendees if one.present),
        late=sum(one.people for one in attendees if one.late(starts_at)),
        left=sum(one.people for one in attendees if one.left),
        excused=excused,
        unexcused=missed - excused,
    )


def who_counts(counted: Count) -> Words:
    """How many were invited, how many of them count, and why not all do."""
    return words(
        "meetings.counted",
        invited=counted.invited,
        base=counted.base,
        spared=counted.spared,
    )


def waits(mine: Attendee | None, *, going: bool) -> int:
    """What a meeting wants of who is invited: 0 to come in or to be there until the end, 1 an
    answer, 2 nothing. `going`: it has begun, or people are let in."""
    if mine is None or mine.left:
        return 2
    if going:
        return 0
    return 1 if mine.answer is None and not mine.present else 2


def came_to_open(mine: Attendee | None) -> bool:
    """Whether whoever opens check-in is there: all who are invited and have not said otherwise."""
    return mine is not None and mine.answer != "no" and not mine.present


def code(secret: str, now: datetime) -> str:
    """The four digits shown now."""
    return _digits(secret, _window(now))


def opens(secret: str, typed: str, now: datetime) -> bool:
    """Whether the digits typed are the code shown now or the one just before it."""
    given = re.sub(r"\D", "", typed)
    shown = (_digits(secret, _window(now) - past) for past in (0, 1))
    return any(hmac.compare_digest(given.encode(), one.encode()) for one in shown)


def _window(now: datetime) -> int:
    return int(now.timestamp()) // CODE_SECONDS


def _digits(secret: str, window: int) -> str:
    mark = hmac.digest(secret.encode(), str(window).encode(), "sha256")
    return f"{int.from_bytes(mark[:8], 'big') % 10_000:04d}"
