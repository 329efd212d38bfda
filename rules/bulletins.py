"""Bulletins: when one is due, what it says, and what approval is bound to.

That members are told of the situation and of new tasks every month is their right (24-QĐ/TW 2021,
section 2.1); the bulletin is how a unit does it for those who would rather listen.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from rules.bulletins_words import named
from rules.members import Person
from rules.messages import Media
from rules.organisation import Organisation
from rules.refusal import Refusal
from rules.spelling import bare, tidy
from rules.when_words import NUMBERS
from rules.words import Words, short, words

MOST_TEXT = 20_000  # characters of one directive: about half an hour of listening
LATE = timedelta(hours=12)  # a bulletin that missed its hour by more needs a fresh approval
REMINDED = timedelta(days=1)  # how long before it is due the editors are reminded
STILL_TOLD = timedelta(days=3)  # so long after its hour they are told that nothing was written
LIST_WORDS = 36  # of the 60 words on a screen, what the unit's name and the titles may take
TITLES = (28, 20, 16)  # characters of a title in a list: shorter ones when all would not fit
AND_MORE = 5  # words that say how many are not listed
OWN_BUTTONS = 3  # so many items have a button each below a bulletin: a screen has four choices
READ_ALOUD = ("bulletins.audio", "bulletins.item")
ITEM = r"(?i:(?:nghe )?(?:mục|muc|item)[\w ]{1,24}[.!]?)"  # as an item may be asked for
_ITEM = re.compile(r"(?:nghe )?(?:muc|item)(?: so| thu| number)? ?(.+?)[.!]?")
_ORDER = {"nhat": 1, "dau": 1, "dau tien": 1, "nhi": 2}
_ENGLISH = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
_NUMBERS = {**NUMBERS, **_ORDER, **{said: number for number, said in enumerate(_ENGLISH, 1)}}
NORMAL_SPEED = "normal"  # as good as no choice, and one file with it


@dataclass(frozen=True)
class Item:
    """One item as written: a title and a text, a paragraph a line."""

    id: int
    bulletin_id: int
    position: int
    title: str
    text: str
    source: str  # the file it came in, "" when it was typed
    added_by: int | None
    removed_at: datetime | None = None
    replaced: bool = False  # another version stands in its place
    stays_inside: bool = False  # no voice outside the house is given its words
    left_out: Sequence[Sequence[str]] | None = None  # the paper's frame, each a part and its text
    media_id: int | None = None  # a person's own recording is heard instead of a voice
    recorded_by: int | None = None
    recording: str = ""  # that file's fingerprint


@dataclass(frozen=True)
class Plan:
    """Everything a bulletin will say, as written; `readings` are people's own for hard tokens.

    `stays_inside`: only the built-in voice may be given it. `recordings` are the files that are
    heard instead of a voice, by the number of their item (from 1): each a fingerprint.
    """

    unit: str
    month: date
    items: tuple[tuple[str, str], ...]
    contact: str = ""
    readings: Mapping[str, str] = field(default_factory=dict)
    stays_inside: bool = False
    recordings: Mapping[int, str] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[str, ...]:
        """Every text that will be read aloud by a voice."""
        said = (part for number in range(1, len(self.items) + 1) for part in self.spoken(number))
        return (self.unit, self.contact, *said)

    @property
    def fingerprint(self) -> str:
        """What approval is bound to: everything that is said, by whom, and how it is read."""
        said = json.dumps(self.values(), sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()

    def spoken(self, number: int) -> tuple[str, ...]:
        """What a voice says of an item (from 1): of one that a person has recorded, its title."""
        title, text = self.item(number)
        return (title,) if number in self.recordings else (title, text)

    def values(self) -> dict[str, Any]:
        """The plan as plain values: what is frozen at approval, and what the voice is made from."""
        return {
            "unit": self.unit,
            "month": self.month.isoformat(),
            "items": [list(item) for item in self.items],
            "contact": self.contact,
            "readings": dict(self.readings),
            "stays_inside": self.stays_inside,
            "recordings": {str(number): file for number, file in self.recordings.items()},
        }

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Plan":
        """What `values` made, also those of earlier versions."""
        return cls(
            values["unit"],
            date.fromisoformat(values["month"]),
            tuple((title, text) for title, text in values["items"]),
            values["contact"],
            values["readings"],
            bool(values.get("stays_inside")),
            {int(number): file for number, file in values.get("recordings", {}).items()},
        )

    def voice(self) -> Media:
        """The whole bulletin, to be made when first asked for."""
        return Media("voice", maker="bulletins.audio", values=self.values())

    def voice_of(self, number: int) -> Media:
        """One item (from 1) as it is heard in the bulletin; refused when there is none."""
        self.item(number)
        values = {"number": number, "plan": self.values()}
        return Media("voice", maker="bulletins.item", values=values)

    def item(self, number: int) -> tuple[str, str]:
        """Title and text of an item (from 1); refused when there is none."""
        if not 0 < number <= len(self.items):
            raise Refusal("bulletins.no_item")
        return self.items[number - 1]

    def titles(self) -> tuple[Words, ...]:
        """The list of items, a short line each; how many more there are when the screen is full."""
        room = LIST_WORDS - len(self.unit.split())
        for limit in TITLES:
            lines = self._lines(limit)
            if _words_in(lines) <= room:
                return lines
        while len(lines) > 1 and _words_in(lines) > room - AND_MORE:
            lines = lines[:-1]
        return (*lines, words("bulletins.and_more", count=len(self.items) - len(lines)))

    def _lines(self, limit: int) -> tuple[Words, ...]:
        return tuple(
            words("bulletins.line", number=number, title=short(title, limit))
            for number, (title, _) in enumerate(self.items, 1)
        )


@dataclass(frozen=True)
class Bulletin:
    """A unit's bulletin of a month: collecting -> approved -> sent, or skipped."""

    id: int
    unit_id: int
    unit_name: str
    unit_path: str
    month: date
    state: str
    due_at: datetime
    told_at: datetime | None = None
    approved_by: int | None = None
    approved_hash: str | None = None
    approved_at: datetime | None = None
    approver: str | None = None
    plan: Mapping[str, Any] | None = None
    sound: str | None = None  # of the very recording that was heard, when one was
    media_id: int | None = None  # where that is kept
    sent_at: datetime | None = None
    public_at: datetime | None = None  # since when everybody may hear it
    public_by: int | None = None

    @property
    def cause(self) -> str:
        """What its deliveries belong to."""
        return f"bulletin:{self.id}"

    @property
    def approved(self) -> Plan:
        """What was approved, whatever was written since."""
        if self.plan is None:
            raise Refusal("bulletins.not_sent")
        return Plan.of(self.plan)

    @property
    def is_open(self) -> bool:
        """Whether it is neither sent nor given up."""
        return self.state in ("collecting", "approved")

    def awaits_late(self, now: datetime) -> bool:
        """Whether its hour has passed and nobody has approved it or given it up."""
        return self.state == "collecting" and now >= self.due_at

    def check_open(self) -> None:
        """Refuse to change what was sent or given up."""
        if not self.is_open:
            raise Refusal("bulletins.over", month=month_words(self.month))

    def leaves_at(self, org: Organisation, now: datetime) -> datetime:
        """When it is sent if it is approved now: at its hour, or late, on the next morning."""
        if now < self.due_at:
            return self.due_at
        return org.at(org.today(now) + timedelta(days=1), org.bulletin_at)


def heard_at(media: Media, speed: str | None) -> Media:
    """The same as somebody hears it who has chosen that speed; only what is read aloud has one.

    A file that is kept is of the normal speed.
    """
    if media.maker not in READ_ALOUD or speed in (None, NORMAL_SPEED):
        return media
    return replace(media, media_id=None, values={**media.values, "speed": speed})


def month_words(month: date) -> Words:
    """A month as a text."""
    return words("date.month", day=month)


def due_at(org: Organisation, month: date) -> datetime:
    """When that month's bulletin is due."""
    return org.at(month.replace(day=org.bulletin_day), org.bulletin_at)


def month_for(org: Organisation, now: datetime) -> date:
    """The month (its first day) whose bulletin takes a directive that is given now."""
    month = org.today(now).replace(day=1)
    return month if now < due_at(org, month) else next_month(month)


def at_hand(org: Organisation, now: datetime) -> date | None:
    """The month whose editors are to hear of its bulletin now, even when nobody began it."""
    month = org.today(now).replace(day=1)
    near = (one for one in (month, next_month(month)) if now >= due_at(org, one) - REMINDED)
    return next((one for one in near if now <= due_at(org, one) + STILL_TOLD), None)


def next_month(month: date) -> date:
    """The month after one."""
    return (month + timedelta(days=31)).replace(day=1)


def concerns(person: Person, bulletin: Bulletin) -> bool:
    """A bulletin reaches everyone of its unit and below, and those who lead it."""
    own = person.member.unit_path
    return own.startswith(bulletin.unit_path) or person.leads(bulletin.unit_path)


def check_text(text: str) -> str:
    """A directive's text; refused when empty or too long to be listened to."""
    text = text.strip()
    if not any(one.isalnum() for one in text):
        raise Refusal("bulletins.nothing_in_it")
    if len(text) > MOST_TEXT:
        raise Refusal("bulletins.too_long", count=len(text), limit=MOST_TEXT)
    return text


def cut(org: Organisation, text: str) -> Sequence[tuple[str, str]]:
    """A directive's items, each a title and a text; refused when there is nothing in it to say."""
    return check_items(org.cut_directive(check_text(text)))


def check_items(items: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """A directive's items; refused when there are none or they are too long to be listened to."""
    check_text("\n".join(part for item in items for part in item))
    return items


def corrected(org: Organisation, item: Item, text: str) -> tuple[str, str]:
    """An item's title and text when it is written anew.

    Its title stays unless the new words bring one: a first line that is no sentence, above others.
    """
    pieces = cut(org, text)
    first, *rest = (line for line in text.strip().splitlines() if line.strip())
    headed = bool(rest) and not first.rstrip().endswith((".", ",", ";"))
    if len(pieces) == 1 and (headed or not item.text):
        return pieces[0]
    if rest and first.strip(" :.").casefold() == item.title.casefold():
        return item.title, "\n".join(rest)
    return item.title, text.strip()


def check_approvable(plan: Plan, unread: Sequence[str]) -> None:
    """Refuse to approve what is empty, or what a voice would have to guess at."""
    if not plan.items:
        raise Refusal("bulletins.no_items")
    if unread:
        raise Refusal("bulletins.unread", count=len(unread), tokens=named(unread))


def unread(org: Organisation, plan: Plan) -> tuple[str, ...]:
    """Every token of the plan nobody can say for certain, in order, each once."""
    return unread_of(org, plan, plan.parts)


def unread_of(org: Organisation, plan: Plan, texts: Iterable[str]) -> tuple[str, ...]:
    """The same of some of its texts, which are heard beside all the others."""
    parts, readings = plan.parts, plan.readings
    flagged = (token for text in texts for token in org.read_aloud(text, readings, parts)[1])
    return tuple(dict.fromkeys(flagged))


def item_asked_for(said: str) -> int:
    """The number in "mục 2", "mục số 2", "mục thứ hai", "item two"; 0 when there is none."""
    found = _ITEM.fullmatch(bare(said))
    if found is None or tidy(said).casefold().endswith("mục sau"):  # the next one, not "sáu"
        return 0
    return int(found[1]) if re.fullmatch(r"\d{1,2}", found[1]) else _NUMBERS.get(found[1], 0)


def _words_in(lines: Sequence[Words]) -> int:
    """Words in a list of titles, each with "item" and its number."""
    return sum(2 + len(line.values["title"].split()) for line in lines)
