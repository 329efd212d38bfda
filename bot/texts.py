"""Key and values to words: Fluent, one file per topic and language, plain text without markup."""

import functools
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.runtime.errors import FluentReferenceError
from fluent.runtime.types import FluentNone, fluent_number
from fluent.syntax.ast import Resource

from bot.dates import brief_in_words, clock_in_words, date_in_words, moment_in_words, month_in_words
from rules.words import Words

# Fluent refuses values over 2,500 letters; a notice may have 3,500 and a message carries 4,096.
resolver.MAX_PART_LENGTH = 5000
log = structlog.get_logger()
LOCALES = Path(__file__).parent.parent / "locales"
LANGUAGES = ("vi", "en")
TYPED = "/typed"  # a language as it is spoken to who has no buttons, and sends numbers and words
UNKNOWN = "Unknown external: "  # how Fluent begins to say which value it was not given
GAP = "\0"  # stands where a value is missing
NOTHING = "\1"  # stands where a value says nothing: a line of that alone is none


def text_id(key: str) -> str:
    """The Fluent id of a key: "polls.too_late" is `polls-too-late`."""
    return key.replace(".", "-").replace("_", "-")


class Texts:
    """Every word the bot says, in each language, with the terms of one kind of organisation.

    Messages that an older version left may lack a value newer texts name: they are said without it.
    """

    strict = False  # the tests want to know at once

    def __init__(self, pack: str, zone: ZoneInfo) -> None:
        self.zone = zone
        self._bundles = {
            speech: _bundle(language, pack, way)
            for language in LANGUAGES
            for speech, way in ((language, "buttons"), (typed(language), "words"))
        }
        self._fixed: dict[tuple[str, str], str] = {}  # texts without values: most labels

    def has(self, key: str) -> bool:
        """Whether this key has a text."""
        return self._bundles["vi"].has_message(text_id(key))

    def say(self, key: str, values: Mapping[str, Any], language: str) -> str:
        """The text of a key; KeyError when there is none, ValueError when it cannot be formed."""
        if values:
            return self._formed(key, values, language)
        if (key, language) not in self._fixed:
            self._fixed[key, language] = self._formed(key, values, language)
        return self._fixed[key, language]

    def _formed(self, key: str, values: Mapping[str, Any], language: str) -> str:
        bundle = self._bundles[language]
        pattern = bundle.get_message(text_id(key)).value
        if pattern is None:
            raise KeyError(key)
        said = {name: self.spoken(value, language) for name, value in values.items()}
        spoken = {name: NOTHING if one == "" else one for name, one in said.items()}
        text, problems = bundle.format_pattern(pattern, spoken)
        missing = [] if self.strict else _unknown(problems)
        if missing:
            log.error("value missing", key=key, names=missing)
            gaps = dict.fromkeys(missing, FluentNone(GAP))
            text, problems = bundle.format_pattern(pattern, {**spoken, **gaps})
        if problems:
            raise ValueError(f"{key} in {language}: {problems}")
        text = _without_nothing(str(text))
        return self._without_gaps(text, language) if missing else text

    def _without_gaps(self, text: str, language: str) -> str:
        """The text without what is missing and the word that leads to it; lines that said nothing
        else are gone."""
        leading = "|".join(map(re.escape, self.aliases("lost.leads_to_a_value", language)))
        gap = re.compile(rf"(?:(?<!\w)(?:{leading})\s+)?{GAP}[.,:;]?", re.IGNORECASE)
        lines = [_tidy(gap.sub("", line)) if GAP in line else line for line in text.split("\n")]
        return "\n".join(line for line in lines if line is not None) or "…"

    def words(self, words: Words, language: str) -> str:
        """A text with its values."""
        return self.say(words.key, words.values, language)

    def aliases(self, key: str, language: str) -> list[str]:
        """The everyday words of a command, separated by "|" in its text, the usual one first."""
        return [word.strip() for word in self.say(key, {}, language).split("|")]

    def spoken(self, value: Any, speech: str) -> Any:
        """A value as it stands in a text: moments and texts in words, people's words as typed."""
        language = speech.removesuffix(TYPED)
        match value:
            case Words("date.month", {"day": day}):
                return month_in_words(day, language)
            case Words("date.clock", {"at": moment}):
                return clock_in_words(moment.astimezone(self.zone), language)
            case Words("date.brief", {"at": moment, **rest}):
                beside = rest["beside"].astimezone(self.zone) if rest else None
                return brief_in_words(moment.astimezone(self.zone), language, beside)
            case Words():
                return self.words(value, speech)
            case list() | tuple():
                return "\n".join(str(self.spoken(one, speech)) for one in value)
            case datetime():
                return moment_in_words(value, self.zone, language)
            case date():
                return date_in_words(value, language)
            case bool():
                return "yes" if value else "no"
            case int():
                return fluent_number(value, useGrouping=False)
            case None:
                return ""
            case _:
                return value


def _without_nothing(text: str) -> str:
    lines = (line for line in text.split("\n") if line.strip() != NOTHING)
    return "\n".join(lines).replace(NOTHING, "")


def _unknown(problems: Iterable[Exception]) -> list[str]:
    """The names of the values a text was not given."""
    said = [str(one) for one in problems if isinstance(one, FluentReferenceError)]
    return [one.removeprefix(UNKNOWN) for one in said if one.startswith(UNKNOWN)]


def _tidy(line: str) -> str | None:
    """A line that lost a word; None when it was only there for that word."""
    line = re.sub(r"\s+([.,:;?])", r"\1", re.sub(r"[ \t]{2,}", " ", line)).strip(" ,;")
    return line if re.search(r"\w", line) and not line.endswith(":") else None


def typed(language: str) -> str:
    """This language for who has no buttons."""
    return f"{language}{TYPED}"


@functools.cache
def _bundle(language: str, pack: str, way: str) -> FluentBundle:
    bundle, home = FluentBundle([language], use_isolating=False), LOCALES / language
    terms = home / "packs" / f"{pack}.ftl", home / "ways" / f"{way}.ftl"
    for path in (*terms, *topic_files(language)):
        bundle.add_resource(_parsed(path))
    return bundle


@functools.cache
def _parsed(path: Path) -> Resource:
    """Reading Fluent takes a quarter of a start; every way to say a text reads the same topics."""
    return FluentResource(path.read_text(encoding="utf-8"))


def topic_files(language: str) -> list[Path]:
    """The files of a language, one per topic."""
    return sorted((LOCALES / language).glob("*.ftl"))
