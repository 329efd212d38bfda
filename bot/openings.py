"""What came by itself, where nothing can be pressed: the word it names opens it."""

from datetime import datetime

from bot.likeness import plain
from bot.numbered import word_of
from bot.routing import Call, Switches
from bot.sayings import also_said
from bot.texts import LANGUAGES, Texts
from handlers.marks import Mark
from rules.members import Person
from rules.messages import Button
from storage import deliveries
from storage.store import Store


class Openings:
    """Finds what a word means that a delivery named."""

    def __init__(self, switches: Switches, texts: Texts) -> None:
        self._switches = switches
        self._texts = texts
        self._also = also_said(switches, texts)

    async def find(self, store: Store, member: Person, said: str, since: datetime) -> Call | None:
        """What these plain words open that was brought since the last screen: a delivery's button
        of that name, or by the word it names its only button or its choices as a screen. When
        several things were brought it is not known which is meant: then None, and the command of
        that name, if it is one, shows them all."""
        brought = [
            (delivery_id, message.buttons)
            for delivery_id, message in await deliveries.brought(store, member.id, since)
            if message.buttons
        ]
        pressed = [one for _, given in brought for one in given if said in self._label(one)]
        named = [found for found in brought if said in self._word(found[1][0])]
        if len({one.route[1:2] for one in (*pressed, *(given[0] for _, given in named))}) != 1:
            return None
        if pressed:
            return self._switches.find(pressed[0].route)
        delivery_id, given = named[0]
        alone = len(given) == 1 and not self._switches.marked(given[0].route, Mark.WHOLE)
        only = self._switches.find(given[0].route) if alone else None
        return only or self._switches.find(["lost.opened", delivery_id])

    def _label(self, button: Button) -> list[str]:
        labels = [plain(self._texts.words(button.label, language)) for language in LANGUAGES]
        return [*labels, *self._also.get(button.route[0], ())]

    def _word(self, button: Button) -> list[str]:
        return [plain(word_of(self._texts, button.route, language)) for language in LANGUAGES]
