"""Feedback: a case has a number, somebody who has to answer, and a day by which.

A member who writes and never hears again does not write a second time. So a case that nobody
answers climbs to the unit above, and it is the member who says whether the answer helped.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from rules.members import Person
from rules.messages import NOT_BROUGHT, Media
from rules.organisation import Organisation
from rules.refusal import Refusal
from rules.units import Unit
from rules.words import Words, letters, words

MOST = 3500  # as messengers count letters; with number and sender a message carries 4,096
HELD = 3 * MOST  # so much may be written before it is sent
MOST_A_DAY = 5
SENTENCE_END = re.compile(r"[.!?…]\s+|\n")
OFFICE_CLOSES = time(17, 0)  # a promised day ends here: nothing climbs in the night
REMINDER = timedelta(days=1)
SECOND_THOUGHTS = timedelta(days=1)  # in which a member may take "it helped" back
SILENCE = timedelta(days=14)  # an answer heard, and no word about it, closes its case after this

# (state, deed) -> the state after it. Nothing is here for a closed case: it stays closed, unless
# its member takes a "well" back soon. A member may say at any time that all is well.
AFTER = {
    ("open", "answer"): "answered",
    ("open", "add"): "open",
    ("open", "helped"): "closed",
    ("open", "not_helped"): "open",
    ("open", "remind"): "open",
    ("open", "climb"): "open",
    ("answered", "answer"): "answered",
    ("answered", "add"): "open",
    ("answered", "helped"): "closed",
    ("answered", "not_helped"): "open",
    ("answered", "silence"): "closed",
}
FILES = {
    "photo": ("feedback.a_photo", "feedback.with_photo"),
    "voice": ("feedback.a_voice", "feedback.with_voice"),
    "audio": ("feedback.a_voice", "feedback.with_voice"),
}
A_FILE = ("feedback.a_file", "feedback.with_file")


@dataclass(frozen=True)
class Case:
    """What a member brought up. `unit_*` is who has to answer it now, by `due_at`."""

    id: int
    number: int
    year: int
    member_id: int
    member_name: str
    member_unit: str
    unit_id: int
    unit_name: str
    unit_path: str
    state: str
    opened_at: datetime
    due_at: datetime
    answered_at: datetime | None
    entered_by: int | None
    entered_by_name: str | None
    helped: bool | None
    climbs: int
    closed_at: datetime | None
    answer_state: str | None = None  # of the delivery that brings the newest answer
    heard_at: datetime | None = None  # when it arrived, or was said by phone

    @property
    def untold(self) -> bool:
        """Whether no message brings the answer to the member: somebody has to phone."""
        return self.state == "answered" and self.answer_state in NOT_BROUGHT

    @property
    def name(self) -> Words:
        """How it is called: "case no. 12/2026"."""
        return words("feedback.numbered", number=self.number, year=self.year)

    def allows(self, deed: str) -> bool:
        """Whether this deed has a place in the present state."""
        return (self.state, deed) in AFTER

    def may_reopen(self, now: datetime) -> bool:
        """Whether its member, who closed it, may still say that it did not help after all."""
        lately = self.closed_at is not None and now - self.closed_at <= SECOND_THOUGHTS
        return self.state == "closed" and self.helped is True and lately

    def after(self, deed: str) -> str:
        """The state a person's deed leads to; refused when the case is closed."""
        if not self.allows(deed):
            raise Refusal("feedback.closed_already", name=self.name)
        return AFTER[self.state, deed]


@dataclass(frozen=True)
class Said:
    """One message of a case, from the member or from a leader."""

    id: int
    author_name: str
    from_member: bool
    text: str
    media_id: int | None
    media_kind: str | None
    at: datetime

    @property
    def media(self) -> Media | None:
        """The file that came with it."""
        return Media(self.media_kind or "document", self.media_id) if self.media_id else None

    @property
    def body(self) -> str | Words:
        """The text, or what came without one."""
        return self.put(self.text)

    def put(self, text: str) -> str | Words:
        """`text`, a part of this message, with a mention of its file."""
        return with_file(text, self.media_kind if self.media_id else None)


def with_file(text: str, kind: str | None) -> str | Words:
    """`text` with a mention of the file of that kind that comes with it, if one does."""
    if kind is None:
        return text
    alone, together = FILES.get(kind, A_FILE)
    return words(together, text=text) if text else words(alone)


@dataclass(frozen=True)
class Level:
    """A unit on the way from a member to the top, with those who may answer for it."""

    unit: Unit
    secretaries: Collection[int]
    leaders: Collection[int]

    def answers(self, member_id: int) -> bool:
        """Whether somebody else is there to answer this member."""
        return any(one != member_id for one in self.leaders)


def roads(levels: Sequence[Level], member_id: int) -> dict[str, Unit]:
    """To whom this member may write: "branch" and "above", as far as somebody is there to answer.

    `levels` begin with the member's own unit. Its secretary writes to the unit above; only where
    there is none, to the others who lead the branch.
    """
    own, *higher = levels
    above = next_above(higher, member_id)
    found = {}
    if own.answers(member_id) and (above is None or member_id not in own.secretaries):
        found["branch"] = own.unit
    if above:
        found["above"] = above
    return found


def next_above(levels: Sequence[Level], member_id: int) -> Unit | None:
    """The first of these units where somebody else is there to answer this member."""
    return next((level.unit for level in levels if level.answers(member_id)), None)


def due(org: Organisation, now: datetime) -> datetime:
    """By when what came in now is answered."""
    return org.at(org.today(now) + timedelta(days=org.answer_days), OFFICE_CLOSES)


def last_push(org: Organisation, due_at: datetime, now: datetime) -> datetime:
    """When, by now, a case that was due at `due_at` was last to be pushed: then, and again every
    so many days until it is answered."""
    span = timedelta(days=org.answer_days)
    return due_at + span * ((now - due_at) // span)


def check_content(text: str, media_id: int | None, most: int = MOST) -> None:
    """Refuse what has neither words nor a file, and what is longer than `most`: by itself what no
    single message can carry."""
    if not text.strip() and media_id is None:
        raise Refusal("feedback.text_empty")
    if letters(text) > most:
        raise Refusal("feedback.text_too_long", most=most)


def pieces(text: str) -> list[str]:
    """A text in pieces that a message can carry each, cut between sentences where there are some,
    else between words."""
    done: list[str] = []
    rest = text.strip()
    while letters(rest) > MOST:
        room = MOST // 2 if letters(rest[:MOST]) > MOST else MOST  # of faces each letter is two
        ends = [one.end() for one in SENTENCE_END.finditer(rest[:room]) if one.end() > room // 2]
        cut = ends[-1] if ends else rest.rfind(" ", 0, room)
        cut = cut if cut > 0 else room
        done.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return [*done, rest]


def check_day(sent_today: int) -> None:
    """Refuse a sixth case on one day: the telephone is the other road."""
    if sent_today >= MOST_A_DAY:
        raise Refusal("feedback.enough_today", count=MOST_A_DAY)


def check_not_own(case: Case, person: Person) -> None:
    """Nobody answers what they brought up themselves."""
    if case.member_id == person.id:
        raise Refusal("feedback.own_answer", name=case.name)
