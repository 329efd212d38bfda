"""What came by itself, where nothing can be pressed: the word it names opens it."""

from datetime import datetime

from bot.likeness import plain
from bot.numbered import word_of
from bot.routing import Call, Switches
from bot.texts import LANGUAGES, Texts
from rules.members import Person
from rules.messages import Route
from storage import deliveries
from storage.store import Store


class Openings:
    """Finds what a word means that a delivery named."""

    def __init__(self, switches: Switches, texts: Texts) -> None:
        self._switches = switches
        self._texts = texts

    async def find(self, store: Store, member: Person, said: str, since: datetime) -> Call | None:
        """What this plain word opens that was named since the last screen: a delivery's only
        button, or its choices as a screen. When several things were brought it is not known which
        is meant: then None, and the command of that name shows them all."""
        named = [
            (delivery_id, routes)
            for delivery_id, message in await deliveries.brought(store, member.id, since)
            if (routes := [button.route for button in message.buttons])
            and said in self._words(routes[0])
        ]
        if len({tuple(routes[0][1:2]) for _, routes in named}) != 1:
            return None
        delivery_id, routes = named[0]
        only = self._switches.find(routes[0]) if len(routes) == 1 else None
        return only or self._switches.find(["lost.opened", delivery_id])

    def _words(self, route: Route) -> list[str]:
        return [plain(word_of(self._texts, route, language)) for language in LANGUAGES]
