"""Everyday ways to call a command, and which of them is nearest to what somebody typed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from bot.likeness import Phrase, likeness, plain
from bot.routing import Call, Switches
from bot.texts import LANGUAGES, Texts
from handlers.marks import Mark

# Of 100: go there at once if the next is that much farther away; offer it as a guess.
SURE, FARTHER, CLOSE = 80, 4, 50


@dataclass(frozen=True)
class Saying:
    """One everyday way to call a command."""

    name: str  # of the command: "members.record"
    written: str  # with its accents, which tell "vắng" from "vâng"
    phrase: Phrase
    call: Call
    leaders: bool


@dataclass
class Nearest:
    """The best likeness of each command, by its name."""

    scores: dict[str, float] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """Those close enough to be offered, the nearest first."""
        close = [name for name, score in self.scores.items() if score >= CLOSE]
        return sorted(close, key=lambda name: -self.scores[name])

    @property
    def sure(self) -> str | None:
        """The one command that was surely meant."""
        first, second = [*sorted(self.scores.values(), reverse=True), 0.0, 0.0][:2]
        return self.names[0] if first >= SURE and first - second >= FARTHER else None


def nearest(said: Phrase, sayings: Iterable[Saying]) -> Nearest:
    """How near each command is to this."""
    found = Nearest()
    for one in sayings:
        score = likeness(said, one.phrase)
        found.scores[one.name] = max(score, found.scores.get(one.name, 0))
    return found


def sayings(switches: Switches, texts: Texts) -> Iterator[Saying]:
    """Every way to call every command; what two commands of the same people share belongs to the
    first."""
    taken: set[tuple[str, bool]] = set()
    for topic in switches.topics:
        for name, handler in topic.commands.items():
            call = switches.find(switches.route(handler))
            assert call is not None
            leaders = Mark.LEADERS in call.marks
            for said in _ways_to_say(topic.topic, name, texts):
                if (said, leaders) not in taken:
                    taken.add((said, leaders))
                    phrase = _phrase(_plain(said))
                    yield Saying(f"{topic.topic}.{name}", said, phrase, call, leaders)


def also_said(switches: Switches, texts: Texts) -> dict[str, set[str]]:
    """By the name of a route, plain words that mean its choice besides the label."""
    keys = {name: f"typing.said_{name.replace('.', '_')}" for name in switches.presses}
    return {
        name: {_plain(said) for language in LANGUAGES for said in texts.aliases(key, language)}
        for name, key in keys.items()
        if texts.has(key)
    }


def _ways_to_say(topic: str, name: str, texts: Texts) -> Iterator[str]:
    yield accented(name.replace("_", " "))
    for language in LANGUAGES:
        yield accented(texts.say(f"{topic}.go_{name}", {}, language))
        yield from map(accented, texts.aliases(f"{topic}.say_{name}", language))


def accented(text: str) -> str:
    """Lower case with its accents, without dots or doubled spaces."""
    return " ".join(re.sub(r"[^\w\s]", " ", unicodedata.normalize("NFC", text.casefold())).split())


# Of our own words only: what people write is not kept.
_plain = cache(plain)
_phrase = cache(Phrase)
