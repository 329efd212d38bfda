"""Pages for those who type: choices become numbers, the rest is said in words to send.

What somebody just asked for carries numbers, and a number means what was shown last. What comes by
itself carries none: it names a word that opens it, so that no number ever changes its meaning while
somebody is about to type it (docs/decisions/0022).
"""

import re
from collections.abc import Iterator

from bot.doors import Page
from bot.likeness import plain
from bot.routing import MARK, unpack
from bot.texts import LANGUAGES, Texts
from rules.messages import Route
from rules.words import letters

MOST_DIGITS = 2
NUMBER = re.compile(r"^(?:(?:so|chon|number)\s+)?(\w+)$")
SENTENCE_ENDS = ("\n\n", "\n", ". ", "? ", "! ", " ")


class Numbered:
    """Sets pages as plain texts."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def text(self, page: Page, about_file: str = "") -> str:
        """The page's words, what is said about its file, its numbered choices, and what can be
        sent besides."""
        ways = self._asked(page) if page.asked else self._brought(page)
        return "\n\n".join(one for one in (page.text, about_file, *ways) if one)

    def about_file(self, what: str, link: str, language: str) -> str:
        """Where a page's file can be opened, and as what; or that it cannot."""
        if not link:
            return self._texts.say("typing.no_file", {}, language)
        return self._texts.say(f"typing.link_{what}", {"link": link}, language)

    def _asked(self, page: Page) -> Iterator[str]:
        yield "\n".join(f"{number}. {one.text}" for number, one in enumerate(page.choices, 1))
        words = [word for row in page.keyboard for word in row] or [one.text for one in page.around]
        if words:
            said = " · ".join(word.upper() for word in words)
            key = "typing.numbers" if page.choices else "typing.words"
            yield self._texts.say(key, {"words": said}, page.language)

    def _brought(self, page: Page) -> Iterator[str]:
        if page.choices:
            route = unpack(page.choices[0].data.partition(MARK)[0])
            word = word_of(self._texts, tuple(route), page.language)
            key = "typing.word" if page.answers else "typing.word_to_see"
            yield self._texts.say(key, {"word": word.upper()}, page.language)


class Numbers:
    """Numbers as people type them: "2", "2.", "số 2", "hai", "number two"."""

    def __init__(self, texts: Texts) -> None:
        self._words = {
            plain(word): number
            for language in LANGUAGES
            for number, word in enumerate(texts.aliases("typing.digits", language), 1)
        }

    def read(self, said: str) -> int | None:
        """The number of a plain text that is nothing else."""
        found = NUMBER.match(said)
        word = found[1] if found else ""
        number = word.isdecimal() and len(word) <= MOST_DIGITS  # a year, a code: no list is so long
        return int(word) if number else self._words.get(word)


def word_of(texts: Texts, route: Route, language: str) -> str:
    """The word that opens what a delivery's first button leads to; home, if it has none."""
    key = f"typing.to_{route[0].replace('.', '_')}"
    return texts.say(key if texts.has(key) else "home.go_home", {}, language)


def split(text: str, longest: int) -> list[str]:
    """Pieces of at most `longest` letters, as messengers count them, cut where a paragraph, a
    line, a sentence or at least a word ends."""
    pieces = []
    while letters(text) > longest:
        cut = _cut(text, longest)
        pieces.append(text[:cut].strip())
        text = text[cut:].strip()
    return [piece for piece in (*pieces, text.strip()) if piece]


def _cut(text: str, longest: int) -> int:
    room = _fitting(text, longest)
    for end in SENTENCE_ENDS:
        if (at := text.rfind(end, room // 2, room)) > 0:
            return at + len(end)
    return room


def _fitting(text: str, longest: int) -> int:
    """How many characters of the text are at most so many UTF-16 units."""
    taken = 0
    for number, letter in enumerate(text):
        taken += 2 if ord(letter) > 0xFFFF else 1
        if taken > longest:
            return number
    return len(text)
