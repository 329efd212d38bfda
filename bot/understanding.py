"""What somebody meant: a press, a number, a label, an answer, a command, or words close to one."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.doors import Incoming
from bot.pages import KEYBOARD
from bot.routing import Call, Switches, unpack
from bot.texts import LANGUAGES, Texts
from rules.members import Person
from storage.conversations import Conversation

SURE, CLOSE = 88, 55  # of 100: go there at once; offer it as a guess
NUMBER = re.compile(r"^(?:so\s+)?(\d{1,2})\s*[.)]?$")


@dataclass(frozen=True)
class Meant:
    """The handler to run and the words to give it. `missed`: nobody understood the text."""

    call: Call
    words: str = ""
    missed: bool = False


@dataclass(frozen=True)
class Saying:
    """One everyday way to call a command."""

    plain: str
    call: Call
    leaders: bool


def plain(text: str) -> str:
    """Lower case without accents, dots or doubled spaces: how people really type."""
    text = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    letters = "".join(one for one in text if not unicodedata.combining(one))
    return " ".join(re.sub(r"[^\w\s]", " ", letters).split())


class Understanding:
    """Knows every route, every alias and every big button."""

    def __init__(self, switches: Switches, texts: Texts) -> None:
        self._switches = switches
        self._sayings = list(_sayings(switches, texts))
        self._exact = {saying.plain: saying for saying in reversed(self._sayings)}
        self._squeezed = {one.plain.replace(" ", ""): one for one in reversed(self._sayings)}
        self._big = {
            plain(texts.say(key, {}, language)): self._command(key)
            for language in LANGUAGES
            for row in KEYBOARD
            for key in row
        }

    def of(self, incoming: Incoming, talk: Conversation, member: Person | None) -> Meant:
        """The handler that was meant. A stranger reaches only what is open to strangers."""
        meant = self._meant(incoming, talk, member)
        if member is None and meant.call.name not in self._switches.open:
            return Meant(self._call("joining.welcome"))
        return meant

    def _meant(self, incoming: Incoming, talk: Conversation, member: Person | None) -> Meant:
        match incoming.kind:
            case "press":
                found = self._switches.find(unpack(incoming.data))
                return Meant(found or self._call("lost.old_button"))
            case "start" if incoming.data:
                return Meant(self._call("joining.open_letter"), incoming.data)
            case "start" | "back":
                return Meant(self._call("home.start"))
            case "text":
                return self._of_words(incoming.words, talk, member)
            case "file":
                return Meant(self._asked(talk) or self._call("lost.file_unasked"), incoming.words)
            case _:
                return Meant(self._call("lost.something_else"))

    def _of_words(self, words: str, talk: Conversation, member: Person | None) -> Meant:
        said = plain(words)
        if words.startswith("/"):
            return self._of_slash(said, member)
        if big := self._big.get(said):
            return Meant(big)
        if chosen := self._chosen(said, talk):
            return Meant(chosen)
        if asked := self._asked(talk):
            return Meant(asked, words)
        if member is None:
            return Meant(self._call("joining.open_letter"), words)
        return self._guess(said, member, talk)

    def _of_slash(self, said: str, member: Person | None) -> Meant:
        command = said.split(" ", 1)[0].replace("_", "")
        saying = self._squeezed.get(command)
        if saying and self._allowed(saying, member):
            return Meant(saying.call)
        return Meant(self._call("home.start"))

    def _chosen(self, said: str, talk: Conversation) -> Call | None:
        choices = talk.choices or []
        if number := NUMBER.match(said):
            index = int(number[1]) - 1
            return self._switches.find(choices[index][1]) if 0 <= index < len(choices) else None
        found = [route for label, route in choices if plain(label) == said]
        return self._switches.find(found[0]) if found else None

    def _asked(self, talk: Conversation) -> Call | None:
        return self._switches.find(talk.asks) if talk.asks else None

    def _guess(self, said: str, member: Person, talk: Conversation) -> Meant:
        allowed = {one.plain: one for one in self._sayings if self._allowed(one, member)}
        if said in allowed:
            return Meant(allowed[said].call)
        close = process.extract(
            said, list(allowed), scorer=fuzz.WRatio, limit=12, score_cutoff=CLOSE
        )
        calls = list({allowed[text].call.name: allowed[text].call for text, _, _ in close}.values())
        if close and close[0][1] >= SURE and len(said) > 3:
            return Meant(calls[0])
        names = "|".join(call.name for call in calls[:3])
        return Meant(self._call("lost.not_understood", names, talk.misses), "", missed=True)

    def _allowed(self, saying: Saying, member: Person | None) -> bool:
        return not saying.leaders or bool(member and member.leading)

    def _command(self, key: str) -> Call:
        """ "members.go_record" -> the command "record" of the topic "members"."""
        topic, name = key.split(".go_")
        handler = next(t for t in self._switches.topics if t.topic == topic).commands[name]
        found = self._switches.find(self._switches.route(handler))
        assert found is not None
        return found

    def _call(self, name: str, *args: object) -> Call:
        found = self._switches.find([name, *args])
        assert found is not None, name
        return found


def _sayings(switches: Switches, texts: Texts) -> Iterator[Saying]:
    for topic in switches.topics:
        for name, handler in topic.commands.items():
            call = switches.find(switches.route(handler))
            assert call is not None
            said = {name}
            for language in LANGUAGES:
                said |= set(texts.aliases(f"{topic.topic}.say_{name}", language))
                said.add(texts.say(f"{topic.topic}.go_{name}", {}, language))
            for alias in said:
                yield Saying(plain(alias), call, name in topic.leading)
