"""What the page about a file says: a voice with its words, a picture, a paper."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Protocol

from rules.bulletins import Plan, month_words
from rules.messages import Media
from services.listen import Link
from storage.media import Kept

WRITTEN_IN = "vi"  # what directives and bulletins are written in, whatever the page's language
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAPERS = {  # what people keep on their phones, and how it is called
    "application/pdf": "listen.kind_pdf",
    "text/calendar": "listen.kind_calendar",
    "text/plain": "listen.kind_text",
    "application/msword": "listen.kind_word",
    WORD: "listen.kind_word",
    SHEET: "listen.kind_sheet",
}
MEGABYTE = 1_000_000
Chapters = Sequence[tuple[float, float]]  # where each begins and ends, in seconds
NOT_APART = (0.0, 0.0)
# What a voice read at the normal speed is played at, and about how fast the others read.
SPEEDS = (
    ("slow", "listen.slower", 0.75),
    ("normal", "listen.as_read", 1.0),
    ("fast", "listen.faster", 1.25),
)
READ_AT = {"slow": 0.85, "normal": 1.0, "fast": 1.15}


class Words(Protocol):
    """Keys and values in a language."""

    def say(self, key: str, values: Mapping[str, Any], language: str) -> str:
        """A text."""
        ...

    def spoken(self, value: Any, language: str) -> Any:
        """A value as it stands in a text."""
        ...


@dataclass(frozen=True)
class Piece:
    """An item of a bulletin; `start` and `end` (seconds) are alike when it is not heard apart."""

    number: int
    title: str
    paragraphs: Sequence[str]
    start: float
    end: float


@dataclass(frozen=True)
class Speed:
    """How fast a sound is played, and whether that is as it was made."""

    name: str  # by which the page remembers it: the rate depends on how the voice was read
    label: str
    rate: float
    as_made: bool


@dataclass(frozen=True)
class Page:
    """All that a template needs; `say` says a key in the page's language.

    `address` is the file itself, seen from the page. `written_in` is the language of what was
    written by people. `until`: None when nothing but a person ends it. `heard`: whoever has
    listened is asked to say so in the messenger.
    """

    template: str
    language: str
    say: Callable[..., str]
    address: str
    until: datetime | None
    written_in: str
    title: str = ""
    under: str = ""
    seconds: int = 0
    awaits_sound: bool = False  # it is being made, and this page has it soon
    pieces: Sequence[Piece] = ()
    paragraphs: Sequence[str] = ()
    heard: bool = False
    described: str = ""  # what a picture shows, for whoever does not see it
    name: str = ""
    kind: str = ""
    size: str = ""
    button: str = ""
    read_at: str = "normal"  # how fast the voice read it: as whoever got the link has chosen

    @property
    def speeds(self) -> list[Speed]:
        """What can be chosen, each against the voice as it was read: that plays as it is."""
        made = READ_AT[self.read_at]
        return [
            Speed(
                name,
                label,
                1 if name == self.read_at else round(rate / made, 2),
                name == self.read_at,
            )
            for name, label, rate in SPEEDS
        ]

    def length(self, seconds: float) -> str:
        """So long, in words."""
        minutes, rest = divmod(round(seconds), 60)
        if not minutes:
            return self.say("listen.seconds", seconds=rest)
        if not rest:
            return self.say("listen.minutes", minutes=minutes)
        return self.say("listen.minutes_seconds", minutes=minutes, seconds=rest)


@dataclass(frozen=True)
class Thing:
    """What a link led to, and what it was made of if we made it."""

    link: Link
    kept: Kept
    made_of: Media | None
    chapters: Chapters = ()

    @property
    def values(self) -> Mapping[str, Any]:
        """What its maker was given."""
        return self.made_of.values if self.made_of else {}


def page_of(words: Words, thing: Thing, kind: str, address: str) -> Page:
    """The page about it as a "sound", a "photo" or a "document"."""
    language = thing.link.language

    def say(key: str, **values: Any) -> str:
        return words.say(key, values, language)

    page = Page(f"{kind}.html", language, say, address, thing.link.until, written_in=language)
    if kind == "document":
        return _document(page, thing.kept)
    if kind == "photo":
        shown = {
            name: str(words.spoken(thing.values[name], language))
            for name in ("title", "sentence")
            if name in thing.values
        }
        return _photo(page, **shown)
    maker = thing.made_of.maker if thing.made_of else ""
    read_at = thing.values.get("speed", "normal")
    sound = replace(page, seconds=thing.kept.seconds or 0, read_at=read_at)
    return _SOUNDS.get(maker, _recording)(sound, thing)


def _document(page: Page, kept: Kept) -> Page:
    is_calendar = kept.mime == "text/calendar"
    return replace(
        page,
        title=page.say("listen.calendar" if is_calendar else "listen.document"),
        button=page.say("listen.to_calendar" if is_calendar else "listen.download"),
        name=kept.name or "",
        kind=page.say(PAPERS.get(kept.mime or "", "listen.kind_other")),
        size=_size(page, kept.size or 0),
    )


def _size(page: Page, size: int) -> str:
    if size < MEGABYTE:
        return page.say("listen.kilobytes", count=max(1, round(size / 1000)))
    return page.say("listen.megabytes", count=round(size / MEGABYTE))


def _photo(page: Page, title: str = "", sentence: str = "") -> Page:
    """A picture somebody sent, or a vote's result, which is told in words as well."""
    if not title:
        alone, described = page.say("listen.photo"), page.say("listen.photo_sent")
        return replace(page, title=alone, described=described)
    return replace(page, title=title, described=title, paragraphs=(sentence,))


def _bulletin(page: Page, thing: Thing) -> Page:
    """The whole bulletin: its items are the chapters between the opening and the closing one."""
    items, apart = thing.values["items"], thing.chapters[1:-1]
    if len(apart) != len(items):
        apart = [NOT_APART] * len(items)
    month = month_words(date.fromisoformat(thing.values["month"]))
    return replace(
        page,
        title=page.say("listen.bulletin", month=month),
        under=thing.values["unit"],
        pieces=[
            Piece(number, title, text.splitlines(), start, end)
            for number, ((title, text), (start, end)) in enumerate(
                zip(items, apart, strict=True), 1
            )
        ],
        written_in=WRITTEN_IN,
        heard=True,
    )


def _item(page: Page, thing: Thing) -> Page:
    if "plan" in thing.values:
        title, text = Plan.of(thing.values["plan"]).item(thing.values["number"])
    else:  # made by an older version
        title, text = thing.values["title"], thing.values["text"]
    return replace(page, title=title, paragraphs=text.splitlines(), written_in=WRITTEN_IN)


def _screen(page: Page, thing: Thing) -> Page:
    text = thing.values["text"].splitlines()
    return replace(page, title=page.say("listen.screen"), paragraphs=text)


def _recording(page: Page, _thing: Thing) -> Page:
    return replace(page, title=page.say("listen.recording"))


_SOUNDS: Mapping[str, Callable[[Page, Thing], Page]] = {
    "bulletins.audio": _bulletin,
    "bulletins.item": _item,
    "voice": _screen,
}
