"""What a bulletin says, from its plan: chapters of sentences, each with the pause after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from audio.deadlines import find_deadlines
from audio.phrases import WORDS, list_of, say_count, say_month, say_ordinal
from audio.script import NO_READINGS, Flag, Script, kept_script
from audio.sentences import split_sentences
from audio.spoken.codes import find_decisions

SENTENCE_PAUSE = 0.5
TITLE_PAUSE = 0.8
CHAPTER_PAUSE = 1.0
A_NAME = 12  # words of a title by which an item can be called


@dataclass(frozen=True, slots=True)
class BulletinPlan:
    """What goes into a bulletin, as written; `readings` are a person's own for hard tokens.

    `recordings` are a person's own of whole items, by their number (from 1): each a file, named by
    what is in it. No voice says the text of such an item. `stays_inside`: only voices of this
    machine may be given the text.
    """

    unit: str
    month: date
    items: Sequence[tuple[str, str]]
    contact: str = ""
    readings: Mapping[str, str] = field(default_factory=lambda: NO_READINGS)
    stays_inside: bool = False
    recordings: Mapping[int, Path] = field(default_factory=dict)


class GateClosed(Exception):
    """Something cannot be said for certain; a person must give it a reading first."""

    def __init__(self, flagged: Sequence[Flag]) -> None:
        super().__init__(", ".join(flag.token for flag in flagged))
        self.flagged = tuple(flagged)


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    pause: float = SENTENCE_PAUSE


@dataclass(frozen=True, slots=True)
class SpokenChapter:
    """A chapter in words, or as a person recorded it; `item` is its number from 1, or 0 for opening
    and closing. `repeats`: its last sentence says its deadlines once more."""

    title: str
    sentences: tuple[Sentence, ...]
    item: int = 0
    opens: bool = False
    recording: Path | None = None
    repeats: bool = False


def compose(plan: BulletinPlan, language: str) -> list[SpokenChapter]:
    """The whole bulletin in words; raises `GateClosed` with every token that has no reading."""
    by_voice = [
        (title, "" if number in plan.recordings else text)
        for number, (title, text) in enumerate(plan.items, start=1)
    ]
    written = [plan.unit, plan.contact, *(part for item in by_voice for part in item)]
    decisions = find_decisions("\n".join(written))
    scripts = [kept_script(text, plan.readings, language, decisions) for text in written]
    flagged = [flag for script in scripts for flag in script.flagged]
    if flagged:
        raise GateClosed(flagged)
    unit, contact, *rest = (_flat(script) for script in scripts)
    titles, texts = rest[::2], rest[1::2]
    return [
        _opening(plan, unit, titles, language),
        *(
            _item(plan, number, title, text, language)
            for number, (title, text) in enumerate(zip(titles, texts, strict=True), start=1)
        ),
        _closing(titles, texts, contact, language),
    ]


def _flat(script: Script) -> str:
    return script.spoken.strip()


def _opening(plan: BulletinPlan, unit: str, titles: Sequence[str], language: str) -> SpokenChapter:
    words = WORDS[language]
    greeting = words.greeting.format(month=say_month(plan.month, language), unit=unit)
    contents = words.contents.format(count=say_count(len(titles), language))
    said = [*split_sentences(greeting), contents, *list_of(titles, language)]
    return SpokenChapter(words.opening, _paused(said), opens=True)


def _item(plan: BulletinPlan, number: int, title: str, text: str, language: str) -> SpokenChapter:
    written, recording = plan.items[number - 1][0], plan.recordings.get(number)
    if recording:
        return SpokenChapter(written, (Sentence(""),), number, recording=recording)
    numbered = WORDS[language].numbered.format(number=say_ordinal(number, language))
    heading = (Sentence(numbered), Sentence(f"{title}.", TITLE_PAUSE))
    once_more = _once_more(text, language)
    said = _paused([*split_sentences(text), *once_more])
    return SpokenChapter(written, (*heading, *said), number, repeats=bool(once_more))


def _once_more(text: str, language: str) -> list[str]:
    """The item's own deadlines again: who began to listen at the first is ready for the second."""
    deadlines = find_deadlines(text, language)
    return [WORDS[language].once_more.format(deadlines="; ".join(deadlines))] if deadlines else []


def _closing(
    titles: Sequence[str], texts: Sequence[str], contact: str, language: str
) -> SpokenChapter:
    words = WORDS[language]
    said = _reminders(titles, texts, language)
    if said:
        said.insert(0, words.reminder)
    if contact:
        said.append(words.contact.format(contact=contact.rstrip(".")))
    return SpokenChapter(words.closing, _paused([*said, *split_sentences(words.thanks)]))


def _reminders(titles: Sequence[str], texts: Sequence[str], language: str) -> list[str]:
    return [
        f"{_called(number, title, deadline, language)}: {deadline}."
        for number, (title, text) in enumerate(zip(titles, texts, strict=True), start=1)
        for deadline in find_deadlines(text, language)
    ]


def _called(number: int, title: str, deadline: str, language: str) -> str:
    """An item by its number and, where that says more and is short, by its title: after nine
    minutes nobody knows what the second was."""
    numbered = WORDS[language].numbered.format(number=say_ordinal(number, language)).rstrip(".")
    says_more = title.casefold() not in deadline.casefold()
    return f"{numbered}, {title}" if says_more and len(title.split()) <= A_NAME else numbered


def _paused(said: Sequence[str]) -> tuple[Sentence, ...]:
    return tuple(Sentence(text) for text in said)
