"""Listen: a text that was sent is read aloud."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.doors import Door, Incoming, Page
from bot.gallery import Gallery
from bot.pages import Pages
from bot.recent import Recent
from bot.showing import RELISTEN, Showing
from bot.texts import Texts
from rules.bulletins_script import as_said
from rules.messages import Media
from storage import accounts, conversations, deliveries, members
from storage.accounts import Account
from storage.conversations import Conversation
from storage.engine import Database
from storage.store import Store

log = structlog.get_logger()


@dataclass(frozen=True)
class Asked:
    """What is to be read, in which language and how fast."""

    text: str
    language: str
    speed: str


class ReadingOut:
    """Knows which text is meant, and brings it as a voice."""

    def __init__(
        self,
        database: Database,
        texts: Texts,
        pages: Pages,
        gallery: Gallery,
        clock: Callable[[], datetime],
        showing: Showing,
    ) -> None:
        self._database = database
        self._texts = texts
        self._pages = pages
        self._gallery = gallery
        self._clock = clock
        self._showing = showing
        self._brought = Recent(RELISTEN)

    async def read_out(self, incoming: Incoming, door: Door) -> None:
        """Read what Listen was pressed under; typed, the last screen, or what came since. Pressed
        again at once it is not read twice."""
        asked = await self._asked(incoming)
        heard = incoming.address, asked.text
        pressed = incoming.kind == "press" or not incoming.buttons
        done = not asked.text or (pressed and self._brought.count(heard))
        if incoming.press_id:
            said = self._texts.say("home.reading", {}, asked.language) if done else ""
            await door.hint(incoming, said)
        if done:
            return
        await door.recording(incoming.address)
        voice = Media("voice", maker="voice", values={"text": asked.text, "speed": asked.speed})
        try:
            media = await self._gallery.get(voice, asked.language)
        except Exception as problem:
            log.error("text not read", kind=type(problem).__name__)
            await self._showing.apologise(incoming, door)
            return
        await self._showing.send(incoming.address, Page("", media=media), None, door)
        self._brought.note(heard)

    async def _asked(self, incoming: Incoming) -> Asked:
        now = self._clock()
        by = (incoming.messenger, incoming.address, incoming.language)
        async with self._database.transaction() as store:
            account = await accounts.at(store, *by, now)
            if incoming.delivery:
                await deliveries.prove(store, incoming.delivery, account.id, incoming.ref, now)
            talk = await conversations.get(store, account.id)
            member = await members.get(store, account.member_id or 0)
            brought = None if incoming.buttons else await self._brought_since(store, account, talk)
        text = incoming.about or brought or talk.shown_text or ""
        speed = (member and member.speed) or "normal"
        return Asked(self._for_the_ear(incoming, talk, text), account.language, speed)

    async def _brought_since(
        self, store: Store, account: Account, talk: Conversation
    ) -> str | None:
        """What came by itself since the last screen, where it has no button to hear it by."""
        since = talk.shown_at or self._clock()
        brought = await deliveries.brought(store, account.member_id or 0, since)
        return self._texts.words(brought[0][1].text, account.language) if brought else None

    def _for_the_ear(self, incoming: Incoming, talk: Conversation, text: str) -> str:
        """A script is heard as a voice will say it, without what stands before each bracket."""
        here = incoming.ref == talk.shown_ref or incoming.kind == "text"
        return as_said(text) if here and self._pages.bracketed(talk.place) else text
