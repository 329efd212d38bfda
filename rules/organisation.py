"""The organisation as a whole: its customs, chosen once in the settings."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

# A directive's text -> its items, each a title without its number and a text, a paragraph a line;
# none when there is nothing in it to say.
CutDirective = Callable[[str], Sequence[tuple[str, str]]]

# A directive's text -> the lines of its frame that are not spoken, each a part and its words.
LeaveOut = Callable[[str], Sequence[tuple[str, str]]]

# The lines of a letterhead -> readings that only it can tell ("TU" is a province's or a city's).
ReadLetterhead = Callable[[Sequence[str]], Mapping[str, str]]

# A token nobody can say for certain -> how it may be said, for a person to confirm; "" if unknown.
SuggestReading = Callable[[str], str]

# Where a file is kept -> the hash of its bytes as they are now; "" when it is gone.
SoundOf = Callable[[str], Awaitable[str]]


@dataclass(frozen=True)
class Shown:
    """A text as an eye checks it: its lines as written with what is said instead in brackets, and
    the words around each token nobody can say for certain."""

    lines: tuple[str, ...]
    around: Mapping[str, str] = field(default_factory=dict)


# What `ReadAloud` takes -> how it will be read.
ShowScript = Callable[[str, Mapping[str, str], Sequence[str]], Shown]


@dataclass(frozen=True)
class Around:
    """What a bulletin says beside its items: before them, after each by its number (from 1), and
    after them all. A sentence a line."""

    opening: str = ""
    after: Mapping[int, str] = field(default_factory=dict)
    closing: str = ""


# A plan's values (`rules.bulletins.Plan.values`) -> what is said around its items.
SayAround = Callable[[Mapping[str, Any]], Around]


class ReadAloud(Protocol):
    """A text and a person's own readings of hard tokens -> the lines a voice will say, and the
    tokens nobody can say for certain. `beside`: all texts that are heard with it, since one may
    name what another leaves out."""

    def __call__(
        self, text: str, readings: Mapping[str, str], beside: Sequence[str] = ()
    ) -> tuple[tuple[str, ...], tuple[str, ...]]: ...


def as_written(
    text: str, readings: Mapping[str, str], beside: Sequence[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where no voice is at hand a text is said as it is written."""
    return tuple(text.splitlines()), ()


def as_one(text: str) -> Sequence[tuple[str, str]]:
    """Where no reader is at hand a directive is one item, under its first line."""
    title, _, rest = text.strip().partition("\n")
    return [(title.strip(), rest.strip())] if title else []


def as_it_stands(text: str, readings: Mapping[str, str], beside: Sequence[str]) -> Shown:
    """Where no voice is at hand nothing is said otherwise than it is written."""
    return Shown(tuple(text.splitlines()))


def nothing_around(plan: Mapping[str, Any]) -> Around:
    """Where no voice is at hand nothing is said but the items."""
    return Around()


def nothing_told(letterhead: Sequence[str]) -> Mapping[str, str]:
    """Where no reader is at hand a letterhead tells nothing."""
    return {}


def nothing_suggested(token: str) -> str:
    """Where no voice is at hand no reading is proposed."""
    return ""


def nothing_left_out(text: str) -> Sequence[tuple[str, str]]:
    """Where no reader is at hand all of it is spoken."""
    return ()


async def no_sound(path: str) -> str:
    """Where nothing is recorded there is no recording."""
    return ""


@dataclass(frozen=True)
class Organisation:
    """Customs every rule may ask for. Times of day are in `zone`."""

    zone: ZoneInfo = ZoneInfo("Asia/Ho_Chi_Minh")
    pack: str = "party"
    quiet_from: time = time(21, 0)
    quiet_until: time = time(6, 30)
    bulletin_day: int = 5
    bulletin_at: time = time(8, 0)
    answer_days: int = 7
    code_days: int = 14
    recall_seconds: int = 60
    help_line: str = ""  # whom somebody without a letter may call, as it is to be said
    bulletins_page: str = ""  # where everybody hears bulletins, with a stroke at its end
    read_aloud: ReadAloud = as_written
    cut_directive: CutDirective = as_one
    show_script: ShowScript = as_it_stands
    say_around: SayAround = nothing_around
    leave_out: LeaveOut = nothing_left_out
    read_letterhead: ReadLetterhead = nothing_told
    suggest_reading: SuggestReading = nothing_suggested
    sound_of: SoundOf = no_sound

    def local(self, moment: datetime) -> datetime:
        """`moment` as the organisation's clocks show it."""
        return moment.astimezone(self.zone)

    def today(self, now: datetime) -> date:
        """The calendar date it is there."""
        return self.local(now).date()

    def at(self, day: date, clock: time) -> datetime:
        """That day at that time of day, there."""
        return datetime.combine(day, clock, tzinfo=self.zone)

    def last(self, clock: time, now: datetime) -> datetime:
        """The moment when it was that time of day there, today or yesterday."""
        today = self.at(self.today(now), clock)
        return today if today <= now else self.at(self.today(now) - timedelta(days=1), clock)

    def next_morning(self, now: datetime) -> datetime:
        """When the quiet hours end next."""
        today = self.at(self.today(now), self.quiet_until)
        tomorrow = self.at(self.today(now) + timedelta(days=1), self.quiet_until)
        return (today if now < today else tomorrow).astimezone(now.tzinfo)

    def awake(self, moment: datetime) -> datetime:
        """`moment`, or the next morning when it falls into the quiet hours."""
        local = self.local(moment)
        if self.quiet_until <= local.time() < self.quiet_from:
            return moment
        day = local.date() + timedelta(days=1 if local.time() >= self.quiet_from else 0)
        return self.at(day, self.quiet_until).astimezone(moment.tzinfo)
