"""Polls: open votes with names, what they ask and while which votes are taken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from rules.organisation import Organisation
from rules.polls_voters import named
from rules.refusal import Refusal
from rules.spelling import tidy
from rules.words import Words, short, words

Option = Words | str

USUAL: tuple[Option, ...] = (
    words("polls.agree"),
    words("polls.disagree"),
    words("polls.another_view"),
)
ANOTHER_VIEW = USUAL[-1]  # who chooses it may say which
LONGEST_QUESTION, LONGEST_OPTION = 300, 28  # characters; an option is a button
SAID_AGAIN = 40  # characters of a question that stands whole elsewhere
LONGEST_COMMENT = 200  # characters: one sentence
FEWEST, MOST = 2, 4  # options: as many as a screen has choices
THRESHOLDS = ("more_than_half", "two_thirds", "none")  # "none": the votes are only counted
BASES = ("roll", "cast")  # of all who count, or of those who voted
LEADING = -1  # deciding among options of one's own: whichever has the most votes
EVENING = time(20, 0)
SHORTEST = timedelta(minutes=5)  # a poll that closes sooner was a slip of the finger
REMINDS = timedelta(hours=3)  # before the close, those who have not voted are reminded
_BULLET = re.compile(r"^(?:[-–•*+]+|\d{1,2}[.)](?!\d))\s*")


@dataclass(frozen=True)
class Asked:
    """What a poll asks, and by which rule it is decided."""

    id: int
    unit_id: int
    unit_name: str
    unit_path: str
    author_id: int
    question: str
    options: tuple[Option, ...]
    threshold: str
    base: str
    deciding: int  # the option whose votes must reach the threshold, or LEADING
    voters: str  # of `polls_voters.VOTERS`
    state: str
    opens_at: datetime | None

    @property
    def who(self) -> Words:
        """Those who vote, as they are called together."""
        return named(self.voters, self.unit_name)

    @property
    def called(self) -> dict[str, str]:
        """What it asks and whose it is: two units may ask the same."""
        return {"question": self.question, "unit": self.unit_name}

    @property
    def decides(self) -> bool:
        """Whether there is a threshold to reach."""
        return self.threshold != "none"

    @property
    def motion(self) -> Option:
        """The option the threshold is asked of."""
        if self.deciding == LEADING:
            return words("polls.one_option")
        return self.options[self.deciding]


@dataclass(frozen=True)
class Draft(Asked):
    """A poll that is being written. What was not asked yet is empty."""

    closes_at: datetime | None

    @property
    def usual(self) -> bool:
        """Whether the options are the usual three."""
        return self.options == USUAL

    def check_close(self, closes_at: datetime, now: datetime) -> None:
        """Refuse a close that leaves no time to vote."""
        if closes_at < max(self.opens_at or now, now) + SHORTEST:
            raise Refusal("polls.too_short", closes=closes_at)

    def step(self, now: datetime) -> str | None:
        """The first step still open; None when all is there. A close that has passed is open."""
        if not self.question:
            return "question"
        if not self.options:
            return "options"
        if not self.threshold:
            return "threshold"
        if self.decides and not self.base:
            return "base"
        if not self.voters:
            return "voters"
        return "closes" if self.closes_at is None or self.closes_at <= now else None

    def check_ready(self, opens_at: datetime, now: datetime) -> None:
        """Refuse to open what is unfinished, or what would close as soon as it opens."""
        if self.step(now) or self.closes_at is None:
            raise Refusal("polls.unfinished")
        if opens_at < now:
            raise Refusal("polls.opening_passed")
        if self.closes_at < opens_at + SHORTEST:
            raise Refusal("polls.too_short", closes=self.closes_at)


@dataclass(frozen=True)
class Poll(Asked):
    """A poll that was opened, or has its hour to open."""

    closes_at: datetime
    closed_at: datetime | None = None
    ended_by: str | None = None  # whoever ended it before its hour
    reason: str | None = None
    result: dict[str, Any] | None = None

    @property
    def ended_early(self) -> Words | None:
        """That it was ended before the hour all were told: by whom, when, and that hour."""
        if self.state != "closed" or self.closed_at is None or self.closed_at >= self.closes_at:
            return None
        return words(
            "polls.ended_early",
            who=self.ended_by or "",
            at=words("date.brief", at=self.closed_at),
            announced=words("date.brief", at=self.closes_at, beside=self.closed_at),
        )

    @property
    def called_briefly(self) -> dict[str, str]:
        """As it is called where much is said besides: its result has a picture with the whole."""
        return {**self.called, "question": short(self.question, SAID_AGAIN)}

    def is_open(self, now: datetime) -> bool:
        """Whether votes are taken. The clock decides, even before the count is made."""
        return self.state == "open" and now < self.closes_at

    def must_be_open(self, now: datetime) -> None:
        """Refuse what comes too early or too late."""
        if self.state == "cancelled":
            raise Refusal("polls.is_cancelled", question=self.question, reason=self.reason or "")
        if self.state == "scheduled":
            raise Refusal("polls.not_yet_open", question=self.question, opens=self.opens_at)
        if not self.is_open(now):
            raise Refusal("polls.closed", question=self.question)

    def must_be_closed(self) -> None:
        """Refuse names and choices before the count: until then nobody sees them."""
        if self.state != "closed":
            raise Refusal("polls.names_after_close")

    def check_cancel(self, now: datetime) -> None:
        """Refuse to cancel what is over; a poll that waits for its hour can be cancelled too."""
        if self.state != "scheduled":
            self.must_be_open(now)

    def check_longer(self, closes_at: datetime) -> None:
        """Refuse another close that is not later: voters rely on the one they were told."""
        if closes_at <= self.closes_at:
            raise Refusal("polls.only_longer", closes=self.closes_at)


@dataclass(frozen=True)
class Seat:
    """A member's place on the roll of a poll, as it was frozen on the day it opened."""

    poll: Poll
    may_vote: bool  # or only follows
    choice: int | None = None
    comment: str | None = None  # which other view it is

    @property
    def has_another_view(self) -> bool:
        """Whether this vote may be put in words."""
        return self.choice is not None and self.poll.options[self.choice] == ANOTHER_VIEW

    def waits(self, now: datetime) -> bool:
        """Whether a vote is still awaited from this member."""
        return self.may_vote and self.choice is None and self.poll.is_open(now)

    def check_vote(self, choice: int, now: datetime) -> None:
        """Refuse a vote that comes too late, from a member who only follows, or for nothing."""
        self.poll.must_be_open(now)
        if not self.may_vote:
            raise Refusal("polls.you_follow")
        if not 0 <= choice < len(self.poll.options):
            raise Refusal("polls.no_such_option")

    def check_comment(self, now: datetime) -> None:
        """Refuse words that come too late, or beside a vote that says all by itself."""
        self.poll.must_be_open(now)
        if not self.has_another_view:
            raise Refusal("polls.no_comment_wanted")


def typed_question(text: str) -> str:
    """The question as it is asked; refused when empty or too long to be heard."""
    text = tidy(text)
    if not text:
        raise Refusal("polls.please_type")
    if len(text) > LONGEST_QUESTION:
        raise Refusal("polls.question_too_long", limit=LONGEST_QUESTION)
    return text


def typed_comment(text: str) -> str:
    """The sentence beside a vote for another view."""
    text = tidy(text)
    if not text:
        raise Refusal("polls.please_type")
    if len(text) > LONGEST_COMMENT:
        raise Refusal("polls.comment_too_long", limit=LONGEST_COMMENT)
    return text


def typed_options(text: str) -> tuple[str, ...]:
    """Options typed one per line, with or without numbers before them.

    On many phones the Enter key sends, so a single line may hold them all, parted by semicolons
    or commas.
    """
    lines = text.strip().splitlines()
    parts = lines if len(lines) != 1 else text.split(";" if ";" in text else ",")
    options = tuple(filter(None, (_BULLET.sub("", tidy(part)) for part in parts)))
    if not FEWEST <= len(options) <= MOST:
        raise Refusal("polls.how_many_options", fewest=FEWEST, most=MOST)
    if any(len(option) > LONGEST_OPTION for option in options):
        raise Refusal("polls.option_too_long", limit=LONGEST_OPTION)
    if len({option.casefold() for option in options}) < len(options):
        raise Refusal("polls.options_alike")
    return options


def typed_reason(text: str) -> str:
    """The reason of a cancellation, which everybody is told."""
    text = tidy(text)
    if not text:
        raise Refusal("polls.please_type")
    if len(text) > LONGEST_QUESTION:
        raise Refusal("polls.reason_too_long", limit=LONGEST_QUESTION)
    return text


def told_apart(polls: Sequence[Asked], limit: int) -> list[str]:
    """A name of at most `limit` characters for each, no two alike: two branches ask the same, and
    two months' questions differ only in their last word."""
    questions = [poll.question for poll in polls]
    ways = (
        [short(one, limit) for one in questions],
        [short(f"{poll.unit_name}: {poll.question}", limit) for poll in polls],
        [_cut_within(one, limit) for one in questions],
    )
    ends = [f" ({place})" for place in range(1, len(questions) + 1)]
    numbered = [
        short(one, limit - len(end)) + end for one, end in zip(questions, ends, strict=True)
    ]
    return next((names for names in ways if len(set(names)) == len(names)), numbered)


def _cut_within(text: str, limit: int) -> str:
    """The beginning and the end of a text."""
    if len(text) <= limit:
        return text
    end = text[-(limit // 2) :].partition(" ")[2]
    return f"{short(text, limit - len(end) - 1)} {end}" if end else short(text, limit)


def evening(days: int, now: datetime, org: Organisation) -> datetime:
    """Eight in the evening, so many days from today."""
    return org.at(org.today(now) + timedelta(days=days), EVENING)


def offered_evenings(opens_at: datetime, now: datetime, org: Organisation) -> tuple[int, ...]:
    """The closes that are offered, in days from today: those that leave time to vote."""
    return tuple(one for one in (0, 1, 3) if evening(one, now, org) >= opens_at + SHORTEST)


def reminder_due(poll: Poll, org: Organisation) -> datetime | None:
    """When those who have not voted are reminded; None when it would come just after the opening
    or, for the quiet hours, after the close."""
    due = poll.closes_at - REMINDS
    soon = poll.opens_at is None or due < poll.opens_at + REMINDS
    return None if soon or org.awake(due) >= poll.closes_at else due
