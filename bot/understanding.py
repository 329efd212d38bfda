"""What somebody meant: a press, a number, a label, an answer, a command, or words close to one."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import slips
from bot.carrying import WHICH_MEANT
from bot.doors import Incoming
from bot.likeness import Phrase, plain
from bot.numbered import Numbers
from bot.openings import Openings
from bot.pages import KEYBOARD, LISTEN
from bot.routing import Call, Switches, unpack
from bot.sayings import Saying, accented, also_said, nearest, sayings
from bot.slips import CAST_FIRST
from bot.texts import LANGUAGES, Texts
from handlers.claims import Claim
from handlers.marks import Mark
from rules.joining import read_code
from rules.members import Person
from rules.polls import USUAL as USUAL_OPTIONS
from rules.words import Words
from storage import deliveries
from storage.conversations import Conversation
from storage.store import Store

SHORTEST = 3  # letters in which a slip can be told from another word
STORY = 7  # words from which on somebody tells something rather than asks for a screen
DESPAIR = "help.despair"
USUAL = ("notices.notices", "meetings.meetings", "polls.polls")
NO_PLACE = ("home.thanks",)  # "vâng" and "cảm ơn" ask for nothing
# Always offered, or lead nowhere new.
NEVER_GUESSED = (DESPAIR, "help.help", "home.start", "home.thanks")
STILL_OPEN = timedelta(days=1)  # for how long a delivery may have been the last thing seen
READING = timedelta(seconds=1)  # in less nobody reads a list and answers it


@dataclass(frozen=True)
class Meant:
    """The handler to run and the words to give it. `missed`: nobody understood the text, and the
    words are the names of the nearest commands."""

    call: Call
    words: str = ""
    missed: bool = False


class Understanding:
    """Knows every route, every alias and every big button."""

    def __init__(self, switches: Switches, texts: Texts, claims: Iterable[Claim] = ()) -> None:
        self._switches = switches
        self._openings = Openings(switches, texts)
        self._claims = tuple(claims)
        self._sayings = list(sayings(switches, texts))
        by_plain = {(one.phrase.plain, one.leaders): one for one in self._sayings[::-1]}
        self._likened = list(by_plain.values())[::-1]  # without accents the first is meant
        self._squeezed = {one.phrase.plain.replace(" ", ""): one for one in self._sayings[::-1]}
        self._back = {
            plain(said)
            for language in LANGUAGES
            for said in (
                *texts.aliases("home.say_back", language),
                texts.say("home.back", {}, language),
            )
        }
        self._listen = {
            plain(said) for one in LANGUAGES for said in texts.aliases("home.say_listen", one)
        }
        self._numbers = Numbers(texts)
        self._also = also_said(switches, texts)
        self._options = {
            plain(texts.words(option, language)): number
            for language in LANGUAGES
            for number, option in enumerate(USUAL_OPTIONS[:-1])
            if isinstance(option, Words)
        }
        self._despair = [
            accented(said) for one in LANGUAGES for said in texts.aliases("help.say_despair", one)
        ]
        self._big = {
            plain(texts.say(key, {}, language)): self._command(key)
            for language in LANGUAGES
            for row in KEYBOARD
            for key in row
        }

    def listens(self, incoming: Incoming) -> bool:
        """Whether this is Listen, pressed or typed: about the screen, whatever it asks."""
        if incoming.kind == "text":
            return plain(incoming.words) in self._listen
        return incoming.kind == "press" and incoming.data == LISTEN

    async def claimed(
        self,
        store: Store,
        incoming: Incoming,
        talk: Conversation,
        member: Person | None,
        now: datetime,
    ) -> Meant | None:
        """What something waits for, wherever it is typed; the books are asked for little else."""
        said = incoming.words.strip() if incoming.kind == "text" else ""
        if member and said and not incoming.buttons:
            news = await self._of_news(store, plain(said), talk, member, now)
            if news:
                return news  # whatever is asked just now
        asked = self._asked(talk)
        if asked and Mark.DIGITS in asked.marks:
            return None
        said_here = self._chosen(plain(said), talk) or self._begun(plain(said), talk)
        answers = said_here or (asked is not None and Mark.HOLDS not in asked.marks)
        for claim in self._claims:
            if claim.yields and answers:
                continue
            if (
                member
                and re.fullmatch(claim.form, said)
                and await claim.waits(store, member, now, said)
            ):
                route = self._switches.route(claim.handler)
                return Meant(self._call(*route), incoming.words)
        return None

    async def _of_news(
        self, store: Store, said: str, talk: Conversation, member: Person, now: datetime
    ) -> Meant | None:
        """What was meant when something came by itself since the last screen. Its word opens it;
        a number that would choose from the list above it may be meant for it, and is read back."""
        since = talk.shown_at or now - STILL_OPEN
        number = self._numbers.read(said) or 0
        if label := self._label(number, talk):
            came = talk.shown_at and await deliveries.brought(store, member.id, since)
            return Meant(self._call("lost.number_after_news", number), label) if came else None
        if self._is_deed(said, talk):
            return None
        opened = await self._openings.find(store, member, said, since)
        return Meant(opened) if opened else None

    def of(self, incoming: Incoming, talk: Conversation, member: Person | None) -> Meant:
        """The handler that was meant. A stranger reaches only what is open to strangers."""
        meant = self._meant(incoming, talk, member)
        if member is None and Mark.STRANGERS not in meant.call.marks:
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
                return self._of_words(incoming, talk, member)
            case "file":
                return Meant(self._asked(talk) or self._call("lost.file_unasked"), incoming.words)
            case "not_carried":
                return Meant(self._call("lost.not_carried"))
            case _:
                return Meant(self._of_a_face(talk, "lost.something_else"))

    def _of_words(self, incoming: Incoming, talk: Conversation, member: Person | None) -> Meant:
        said, words, asked = plain(incoming.words), incoming.whole, self._asked(talk)
        if incoming.words.startswith("/"):
            return self._of_slash(said, member)
        if big := self._big.get(said):
            return Meant(big)
        number = self._numbers.read(said)
        if number is not None and _unseen(incoming, talk):
            return Meant(self._call("lost.number_again", number), self._label(number, talk))
        if chosen := self._chosen(said, talk) or self._begun(said, talk):
            return Meant(chosen)
        if slip := slips.of_a_number(number, words, asked, len(talk.choices or ())):
            return Meant(self._call(*slip))
        if option := slips.of_an_option(said, asked, self._options):
            return Meant(self._call(*option))
        if member and self._despairs(words):
            return Meant(self._call(DESPAIR))  # whatever was asked
        if said in self._back:
            return Meant(self._front(talk))
        if member is None and (known := self._exact(words, None)):
            return Meant(known)  # whoever is at the door has few words, and none is a code
        if not said and any(unicodedata.category(one) == "So" for one in words):
            return Meant(self._of_a_face(talk, "home.thanks"), words)  # a thumb, a heart, a flower
        if asked:
            return self._answer(words, asked, member)
        if member is None:
            code = read_code(words) is not None
            return Meant(self._call("joining.open_letter" if code else "joining.welcome"), words)
        return self._guess(words, member, talk)

    def _of_a_face(self, talk: Conversation, elsewhere: str) -> Call:
        asked = self._asked(talk)
        slip = slips.of_a_face(asked, talk)
        return self._call(*slip) if slip else asked or self._call(elsewhere)

    def _despairs(self, text: str) -> bool:
        """Whether a short text holds words of despair. Of two words accents tell which they are
        ("tự tử" and "từ từ"); a long text tells about something, and goes to a person as it is."""
        said, bare = f" {accented(text)} ", f" {plain(text)} "
        return said.count(" ") <= STORY * 2 and any(
            f" {phrase} " in said or (phrase.count(" ") > 1 and f" {plain(phrase)} " in bare)
            for phrase in self._despair
        )

    def _answer(self, words: str, asked: Call, member: Person | None) -> Meant:
        """What is typed where a question stands. What would only be held, to be asked what it is
        for, may as well be a command; what would be taken at once is asked about first."""
        saying = self._saying(words, member)
        if saying and saying.name in NO_PLACE and asked.name == CAST_FIRST:
            return Meant(asked)  # "ok" is no vote, which is said there
        if saying and asked.marks & (Mark.HOLDS | Mark.SEARCHES):
            return Meant(saying.call)
        if saying is None or saying.name in NO_PLACE:
            return Meant(asked, words)
        if Mark.ENTRY in asked.marks:
            return Meant(saying.call)
        if Mark.OWN_WORDS in asked.marks:
            about = "/".join(map(str, asked.args))
            return Meant(self._call(WHICH_MEANT, saying.name, asked.name, about), words)
        return Meant(asked, words)

    def _of_slash(self, said: str, member: Person | None) -> Meant:
        command = said.split(" ", 1)[0].replace("_", "")
        saying = self._squeezed.get(command)
        if saying and self._allowed(saying, member):
            return Meant(saying.call)
        return Meant(self._call("home.start"))

    def _chosen(self, said: str, talk: Conversation) -> Call | None:
        choices = talk.choices or []
        if (number := self._numbers.read(said)) and number <= len(choices):
            return self._switches.find(choices[number - 1][1])
        found = [
            route
            for label, route in choices
            if plain(label) == said or said in self._also.get(route[0], ())
        ]
        return self._switches.find(found[0]) if found else None

    def _begun(self, said: str, talk: Conversation) -> Call | None:
        """The one choice whose label begins with these words: "Bỏ phiếu" of "Bỏ phiếu: Đồng ý". Not
        where a question stands, for there they may be its answer."""
        asked = self._asked(talk)
        if not said or (asked and Mark.HOLDS not in asked.marks):
            return None
        found = [
            route
            for label, route in talk.choices or []
            if f"{plain(label)} ".startswith(f"{said} ")
        ]
        return self._switches.find(found[0]) if len(found) == 1 else None

    def _is_deed(self, said: str, talk: Conversation) -> bool:
        """Whether this stands on the screen for more than what a command of that name shows."""
        chosen = self._chosen(said, talk)
        return chosen is not None and chosen.name not in self._switches.called

    def _label(self, number: int, talk: Conversation) -> str:
        choices = talk.choices or []
        return str(choices[number - 1][0]) if 0 < number <= len(choices) else ""

    def _front(self, talk: Conversation) -> Call:
        """Back, in words: as the button does; of older screens the front page, or home."""
        if back := self._switches.find(talk.back or []):
            return back
        place = self._switches.find(talk.place or [])
        front = self._switches.front(place.name) if place else None
        stay = front is None or place is None or front.name == place.name
        return self._call("home.home") if stay or front is None else front

    def _asked(self, talk: Conversation) -> Call | None:
        return self._switches.find(talk.asks) if talk.asks else None

    def _guess(self, words: str, member: Person, talk: Conversation) -> Meant:
        if exact := self._exact(words, member):
            return Meant(exact)
        said = plain(words)
        allowed = [one for one in self._likened if self._allowed(one, member)]
        near = nearest(Phrase(said), allowed)
        at_once = {one.name for one in allowed if Mark.AT_ONCE in one.call.marks}
        if near.sure and near.sure not in at_once and len(said) >= SHORTEST:
            return Meant(next(one.call for one in allowed if one.name == near.sure))
        names = [one for one in (*near.names, *USUAL) if one not in (*NEVER_GUESSED, *at_once)]
        guesses = "|".join(list(dict.fromkeys(names))[:3])
        if said.count(" ") >= STORY:
            return Meant(self._call("lost.a_story"), guesses, missed=True)
        return Meant(self._call("lost.not_understood", talk.misses), guesses, missed=True)

    def _exact(self, words: str, member: Person | None) -> Call | None:
        """The command called by just these words."""
        saying = self._saying(words, member)
        return saying.call if saying else None

    def _saying(self, words: str, member: Person | None) -> Saying | None:
        said, written = plain(words), accented(words)
        named = [one for one in self._sayings if one.phrase.plain == said]
        named.sort(key=lambda one: one.written != written)  # whoever types accents means them
        return next((one for one in named if self._allowed(one, member)), None)

    def _allowed(self, saying: Saying, member: Person | None) -> bool:
        """Leaders' commands are theirs alone, and who is in already does not join."""
        if member is None:
            return Mark.STRANGERS in saying.call.marks
        return not saying.call.name.startswith("joining.") and (
            not saying.leaders or bool(member.leading)
        )

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


def _unseen(incoming: Incoming, talk: Conversation) -> bool:
    """Whether this was on its way when what is asked now appeared, or that never did: a number
    then answers something else, and is read back and asked for once more."""
    if incoming.buttons or incoming.sent_at is None:
        return False
    return talk.shown_at is None or incoming.sent_at < talk.shown_at + READING
