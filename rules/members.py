"""Members: who they are, and who may see and do what.

Who counts and who votes follows the regulation on applying the Charter (24-QĐ/TW 2021, section
9.3.2, kept in 294-QĐ/TW 2025); other organisations check it against their own statutes.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Protocol, TypeVar

from rules.phones import normal_phone
from rules.refusal import Refusal
from rules.spelling import fold
from rules.units import Office, Unit
from rules.words import Words, short_name, words

ALIKE = 0.75  # likeness of two names, of 1, from which a slip of the pen is forgiven
LABEL = 28  # characters on a button
SPEEDS = ("slow", "normal", "fast")
STATUSES = ("full", "probationary", "exempt", "suspended", "away")


@dataclass(frozen=True)
class Member:
    """A person on the roster. A date nobody could read is kept as text beside an empty date;
    `source` is the unit whose list all this comes from, received on `listed_on`."""

    id: int
    unit_id: int
    unit_name: str
    unit_path: str
    name: str
    status: str
    phone: str | None = None
    card: str | None = None
    sex: str | None = None
    born: date | None = None
    born_text: str | None = None
    born_year: int | None = None
    address: str | None = None
    native_place: str | None = None
    joined_on: date | None = None
    joined_text: str | None = None
    official_on: date | None = None
    official_text: str | None = None
    speed: str | None = None
    source: str | None = None
    listed_on: date | None = None
    removed_at: datetime | None = None

    @property
    def member_id(self) -> int:
        """The same id, as it is called wherever a row is about a member."""
        return self.id

    @property
    def on_roster(self) -> bool:
        """Whether this person is still on the list."""
        return self.removed_at is None

    @property
    def given_name(self) -> str:
        """The last word of a Vietnamese name: how a person is called."""
        return self.name.split()[-1]


class Named(Protocol):
    """Somebody as shown to those who lead: on a button, or in a line with the number."""

    @property
    def member_id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def born_year(self) -> int | None: ...
    @property
    def phone(self) -> str | None: ...


@dataclass(frozen=True)
class Person:
    """A member together with the offices held today."""

    member: Member
    offices: tuple[Office, ...] = ()

    @property
    def id(self) -> int:
        """The member's id."""
        return self.member.id

    @property
    def leading(self) -> tuple[Office, ...]:
        """The offices that let this person act for a unit, the highest first."""
        offices = (office for office in self.offices if office.leads)
        return tuple(sorted(offices, key=lambda office: len(office.unit_path)))

    def leads(self, unit_path: str) -> bool:
        """Whether this person may act for that unit: it is theirs, or below theirs."""
        return any(unit_path.startswith(office.unit_path) for office in self.leading)

    @property
    def own_unit(self) -> Office:
        """The highest unit this person may act for; refused to those who lead none."""
        if not self.leading:
            raise Refusal("units.not_leading")
        return self.leading[0]


def check_rank(leader: Person, other: Person) -> None:
    """Refuse what a leader does to somebody who leads a unit above the leader's own."""
    own = leader.own_unit.unit_path
    if any(own.startswith(one.unit_path) and own != one.unit_path for one in other.leading):
        raise Refusal("members.outranks", name=other.member.name)


def must_lead(person: Person, unit: Unit | Member) -> None:
    """Refuse whoever may not act for this unit, or for this member's unit."""
    path = unit.path if isinstance(unit, Unit) else unit.unit_path
    if not person.leads(path):
        raise Refusal("units.not_yours")


def may_see(viewer: Person, member: Member) -> bool:
    """A member sees the own record only; a secretary the branch's; staff the subtree's."""
    return viewer.id == member.id or viewer.leads(member.unit_path)


def votes(status: str) -> bool:
    """Full and exempt members vote; probationary ones speak only; the others do neither."""
    return status in ("full", "exempt")


def invited(status: str) -> bool:
    """Everyone is invited but the suspended and those away."""
    return status not in ("suspended", "away")


def counts(status: str, *, present: bool) -> bool:
    """Whether a member counts for attendance: exempt ones only when they are there."""
    return status in ("full", "probationary") or (status == "exempt" and present)


@dataclass(frozen=True)
class Entry:
    """A line of a record, with its date as written and where it comes from: the unit whose list
    was received on `listed_on`, or whoever wrote it in."""

    id: int
    kind: str
    text: str
    dated: str | None
    source: str
    listed_on: date | None = None


def spoken_source(source: str, listed_on: date | None) -> str | Words:
    """Where something comes from: a list with its date, or a person's name."""
    return words("members.from_list", unit=source, day=listed_on) if listed_on else source


@dataclass(frozen=True)
class Correction:
    """A member's proposal to correct the own record."""

    id: int
    member_id: int
    name: str
    text: str
    state: str
    reason: str | None

    def check_decided_by(self, leader_id: int) -> None:
        """Refuse who would decide about the own record."""
        if self.member_id == leader_id:
            raise Refusal("members.own_correction")

    def check_writable(self) -> None:
        """Refuse to write what was declined; what was approved may change one more line."""
        if self.state == "declined":
            raise Refusal("members.correction_decided")

    def check_open(self) -> None:
        """Refuse a second decision."""
        if self.state != "proposed":
            raise Refusal("members.correction_decided")


MOST_TEXT = 3500  # characters; a message carries 4,096 with its title


def check_text(text: str) -> None:
    """Refuse a text that is empty or longer than a message can carry."""
    if not text.strip():
        raise Refusal("members.text_empty")
    if len(text) > MOST_TEXT:
        raise Refusal("members.text_too_long", most=MOST_TEXT)


def to_call(one: Named) -> Words:
    """A name, and the number to ring when it is known."""
    if one.phone:
        return words("members.to_call", name=one.name, phone=one.phone)
    return words("members.to_call_without_phone", name=one.name)


def labels(people: Iterable[Named]) -> dict[int, str]:
    """How each is called on a button; namesakes are told apart by their year of birth."""
    people = list(people)
    same = Counter(one.name for one in people)
    return {
        one.member_id: f"{short_name(one.name, LABEL - 5)} {one.born_year}"
        if same[one.name] > 1 and one.born_year
        else short_name(one.name, LABEL)
        for one in people
    }


class Called(Protocol):
    """Somebody on a list that is searched."""

    @property
    def name(self) -> str: ...
    @property
    def phone(self) -> str | None: ...


C = TypeVar("C", bound=Called)


def matching(people: Sequence[C], said: str) -> list[C]:
    """Those whose name or phone number this is: accents, order and, if need be, typos forgiven."""
    if phone := normal_phone(said):
        return [one for one in people if one.phone == phone]
    wanted = fold(said).split()
    if not wanted:
        return []
    named = [(one, fold(one.name)) for one in people]
    found = [one for one, name in named if set(wanted) <= set(name.split())]
    if found:
        return found
    close = get_close_matches(" ".join(wanted), {name for _, name in named}, cutoff=ALIKE)
    return [one for one, name in named if name in close]
