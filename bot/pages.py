"""Screens and deliveries in words: labels, the row of Back and Listen, the big buttons."""

from collections.abc import Sequence

from bot.doors import Label, Page
from bot.numbered import word_of
from bot.routing import Switches, pack
from bot.texts import Texts
from bot.voices import voice_label
from handlers.dialog import Choice, Screen
from handlers.marks import Mark
from rules.messages import Button, Message, Route
from rules.words import Words, short
from storage.media import Kept

LISTEN = "listen"
GIST = 150  # characters of one of several deliveries
AT_HOME = ("home.home", "home.nothing_waiting")  # whatever led there
KEYBOARD = (("home.go_home", "members.go_record"), ("bulletins.go_bulletins", "help.go_help"))


class Pages:
    """Turns what handlers and services say into pages, in a person's language."""

    def __init__(self, texts: Texts, switches: Switches) -> None:
        self._texts = texts
        self._switches = switches

    def of_screen(self, screen: Screen, route: Route, language: str, media: Kept | None) -> Page:
        """A handler's screen. `route` is the place it was made by."""
        back = self.back_route(screen, route)
        navigation = [Label(self._texts.say("home.back", {}, language), pack(back))] if back else []
        return Page(
            text=self._labelled(
                self._texts.say(screen.key, screen.values, language), media, language
            ),
            choices=tuple(self._choice(choice, language) for choice in screen.choices),
            around=(*navigation, self._listen(language)),
            media=media,
            language=language,
        )

    def of_greeting(self, screen: Screen, language: str) -> Page | None:
        """What is said before the screen, with the big buttons."""
        if screen.greeting is None:
            return None
        return Page(
            self._texts.words(screen.greeting, language),
            keyboard=self.keyboard(language),
            language=language,
        )

    def of_message(self, message: Message, language: str, media: Kept | None) -> Page:
        """What a delivery brings: its buttons, the way home, and a way to hear it."""
        home = Label(self._texts.say("home.go_home", {}, language), "home.home")
        first = message.buttons[:1]
        return Page(
            text=self._labelled(self._texts.words(message.text, language), media, language),
            choices=tuple(self._button(button, language) for button in message.buttons),
            around=(home, self._listen(language)),
            media=media,
            language=language,
            asked=False,
            answers=not (first and self._switches.marked(first[0].route, Mark.LOOKS)),
        )

    def of_several(self, messages: Sequence[Message], language: str) -> Page:
        """What several deliveries bring at once, for those who type: the beginning of each, and
        what to send to see the rest. It has no buttons: nobody could say whose they are."""
        lines = "\n".join(self._line(one, language) for one in messages)
        text = self._texts.say(
            "mailings.gathered", {"count": len(messages), "lines": lines}, language
        )
        return Page(text=text, language=language, asked=False)

    def _line(self, message: Message, language: str) -> str:
        said = short(self._texts.words(message.text, language), GIST)
        if not message.buttons:
            return self._texts.say("mailings.gathered_line", {"said": said}, language)
        word = word_of(self._texts, message.buttons[0].route, language).upper()
        return self._texts.say("mailings.gathered_word", {"said": said, "word": word}, language)

    def back_route(self, screen: Screen, route: Route) -> Route | None:
        """Where Back leads: what the screen says; home from what a command calls, for that is where
        people come from; else the front of the topic."""
        if screen.back:
            return self._switches.route(screen.back)
        if screen.key in AT_HOME:
            return None
        front = None if route[0] in self._switches.called else self._switches.front(route[0])
        return front.route if front else ("home.home",)

    def bracketed(self, place: Sequence[object] | None) -> bool:
        """Whether what stands there is a script, with what is said in brackets."""
        return self._switches.marked(place, Mark.BRACKETED)

    def choices(self, screen: Screen, language: str) -> list[tuple[str, Route]]:
        """The labels as shown, with their routes: what a number or a typed label means."""
        return [
            (self._choice(choice, language).text, self._route(choice)) for choice in screen.choices
        ]

    def keyboard(self, language: str) -> tuple[tuple[str, ...], ...]:
        """The four big buttons that never scroll away."""
        return tuple(tuple(self._texts.say(key, {}, language) for key in row) for row in KEYBOARD)

    def _choice(self, choice: Choice, language: str) -> Label:
        text = self._texts.say(choice.label, choice.values, language)
        return Label(text, pack(self._route(choice)))

    def _route(self, choice: Choice) -> Route:
        return self._switches.route((choice.handler, *choice.args))

    def _button(self, button: Button, language: str) -> Label:
        return Label(self._texts.words(button.label, language), pack(button.route))

    def _labelled(self, text: str, media: Kept | None, language: str) -> str:
        """Under a bulletin, which voice read it when it was not the good one."""
        label = voice_label(media)
        return f"{text}\n{self._texts.words(label, language)}" if label else text

    def _listen(self, language: str) -> Label:
        return Label(self._texts.words(Words("home.listen"), language), LISTEN)
