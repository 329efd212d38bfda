"""After the commit: the screen goes out at the door."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from bot.doors import (
    Door,
    Incoming,
    NotDelivered,
    Page,
    Refused,
    Sent,
    Uncertain,
    Unreachable,
)
from bot.gallery import TELL, Gallery, NotMade
from bot.locks import Locks
from bot.nursery import Nursery
from bot.pacer import Pacers
from bot.pages import Pages
from bot.recent import Recent
from bot.routing import Call
from bot.texts import typed
from handlers.dialog import Screen
from rules.messages import Route
from rules.words import Words
from storage import accounts, conversations
from storage.accounts import Account
from storage.conversations import Conversation
from storage.engine import Database

log = structlog.get_logger()
TRIES, LONGEST_PAUSE = 3, 20.0  # of an answer; seconds between two
SIGN = 4.0  # seconds after which a messenger forgets that something is being recorded
TELLING = 3.0  # seconds between two words about how far a recording is
RELISTEN = 20.0  # seconds in which the same text or file is not sent to somebody twice
OPENINGS, PRESSING = 2, 20.0  # screens opened anew by old buttons, at most, in so many seconds


@dataclass(frozen=True)
class Answer:
    """What a turn leads to, once it is committed."""

    account: Account
    screen: Screen
    route: Route
    replace: str | None
    newest: str | None = None  # the newest screen, when a button above it was pressed
    changed: bool = False  # whether anything but this conversation is different now
    buttons: bool = True  # whether the messenger has any
    digits: str = ""  # the message with somebody's digits, which nobody else need see
    crowded: bool = False  # many more from the same person follow: only their last is shown

    @property
    def speech(self) -> str:
        """The language, as it is spoken at this messenger."""
        return self.account.language if self.buttons else typed(self.account.language)


@dataclass(frozen=True)
class Waiting:
    """A screen whose file is being made, and the messages that say so."""

    answer: Answer
    refs: frozenset[str]


class Showing:
    """Sends what a turn led to, and remembers how the messenger knows it."""

    def __init__(
        self,
        database: Database,
        pages: Pages,
        gallery: Gallery,
        clock: Callable[[], datetime],
        pacers: Pacers,
        nursery: Nursery,
        locks: Locks,
    ) -> None:
        self._database = database
        self._pacers = pacers
        self._nursery = nursery
        self._locks = locks
        self._waiting: dict[tuple[int, str], Waiting] = {}  # by account and recipe
        self._pages = pages
        self._gallery = gallery
        self._clock = clock
        self._brought = Recent(RELISTEN)
        self._opened = Recent(PRESSING)

    async def show(self, answer: Answer, door: Door) -> None:
        """Show a screen; an address that cannot be reached is marked and left in peace.

        What takes a while to make is made beside the turns: it is said at once, and follows.
        """
        screen, language = answer.screen, answer.account.language
        if answer.digits:
            await door.remove(answer.account.address, answer.digits)
        if answer.crowded:
            return
        if screen.meanwhile and screen.media:
            recipe = self._gallery.recipe(screen.media, language)
            if not await self._gallery.has(recipe):
                await self._say_meanwhile(answer, screen.meanwhile, recipe, door)
                return
        await self._put(answer, await self._page_or_apology(answer), door)
        self._prepare(answer)

    def _prepare(self, answer: Answer) -> None:
        """Have made, beside the turns, what others will want: they need not wait for it."""
        if answer.screen.others:
            self._nursery.start(self._make_others(answer), "recording")

    async def _make_others(self, answer: Answer) -> None:
        for media in answer.screen.others:
            await self._gallery.get(media, answer.account.language)

    async def _say_meanwhile(self, answer: Answer, said: Words, recipe: str, door: Door) -> None:
        waiting = Screen(said.key, said.values, back=answer.screen.back)
        ref = await self._put(answer, await self.page(replace(answer, screen=waiting)), door)
        key = (answer.account.id, recipe)
        before = self._waiting.get(key)
        refs = (before.refs if before else frozenset()) | ({ref} if ref else set())
        self._waiting[key] = Waiting(answer, refs)
        if before is None:
            self._nursery.start(self._bring(answer, key, door), "recording")

    async def _bring(self, answer: Answer, key: tuple[int, str], door: Door) -> None:
        """Make the file, then show the screen that waits for it: the last one asked for."""
        account, signs = answer.account, self._nursery.start(_signs(answer, door), "signs")
        heard: list[Words] = []
        TELL.set(heard.append)  # of this task only
        telling = self._nursery.start(self._tells(key, heard, door), "telling")
        try:
            page = await self._page_or_apology(answer)
            async with self._locks.hold(account.messenger, account.address):
                waiting = self._waiting.pop(key)
                if waiting.answer is not answer:
                    page = await self._page_or_apology(waiting.answer)
                await self._put_after(waiting, page, door)
            self._prepare(waiting.answer)
        finally:
            self._waiting.pop(key, None)
            signs.cancel()
            telling.cancel()

    async def _tells(self, key: tuple[int, str], heard: list[Words], door: Door) -> None:
        """Say now and then how far it is, where it was said that it is being made."""
        while door.redraws:
            await asyncio.sleep(TELLING)
            if not heard:
                continue
            said = heard[-1]
            heard.clear()
            if waiting := self._waiting.get(key):
                await self._tell(waiting, said, door)

    async def _tell(self, waiting: Waiting, said: Words, door: Door) -> None:
        """Who has gone on is not told."""
        answer = waiting.answer
        async with self._locks.hold(answer.account.messenger, answer.account.address):
            async with self._database.transaction() as store:
                talk = await conversations.get(store, answer.account.id)
            if talk.shown_ref in waiting.refs and _same_place(answer.route, talk):
                screen = Screen(said.key, said.values, back=answer.screen.back)
                there = replace(answer, screen=screen, replace=talk.shown_ref, newest=None)
                await self._put(there, await self.page(there), door)

    async def _put_after(self, waiting: Waiting, page: Page, door: Door) -> None:
        """Below what was said meanwhile, which goes. Who has gone on stays where they are."""
        answer = waiting.answer
        async with self._database.transaction() as store:
            talk = await conversations.get(store, answer.account.id)
        here = _same_place(answer.route, talk)
        await self._put(replace(answer, replace=None, newest=None), page, door, stands=here)
        for ref in waiting.refs:
            if here or ref != talk.shown_ref:
                await door.remove(answer.account.address, ref)

    async def _put(
        self, answer: Answer, page: Page, door: Door, *, stands: bool = True
    ) -> str | None:
        """Send a page and, if it `stands`, remember it as what is shown; the message's id."""
        address, below = answer.account.address, self._place_of(answer)
        file = (address, page.text, page.media.id) if page.media else None
        if file and below and answer.newest and self._brought.count(file):
            return None  # a file takes no other message's place, and she has it already
        try:
            if greeting := self._pages.of_greeting(answer.screen, answer.speech):
                await self.send(address, greeting, None, door)
                below = None  # a greeting comes first, home below it
            sent = await self.send(address, page, below, door)
        except Unreachable:
            async with self._database.transaction() as store:
                await accounts.lost(store, answer.account.id)
            return None
        except (NotDelivered, Uncertain, Refused) as problem:
            # The deed is in the books; the next press draws its screen from them.
            log.warning("screen not shown", kind=type(problem).__name__)
            return None
        if file:
            self._brought.note(file)
        if stands:
            async with self._database.transaction() as store:
                now = self._clock()
                await conversations.shown(store, answer.account.id, sent.ref, page.text, now)
        return sent.ref

    def _place_of(self, answer: Answer) -> str | None:
        """The message this screen takes the place of. A person opens only so many anew with old
        buttons in a short time; the next ones take the place of the newest."""
        address = answer.account.address
        if answer.replace or answer.newest is None:
            return answer.replace
        if self._opened.count(address) >= OPENINGS:
            return answer.newest
        self._opened.note(address)
        return None

    async def send(self, address: str, page: Page, replace: str | None, door: Door) -> Sent:
        """Show a page. What was certainly not delivered (she pressed too quickly) is tried again in
        a moment."""
        for _ in range(TRIES):
            gone = self._pacers.of(door.name).answers()
            try:
                return await door.show(address, page, replace)
            except NotDelivered as problem:
                refused = problem
            finally:
                gone.is_answered()
            if refused.everyone:
                await self._pacers.of(door.name).refused(address, refused.retry_after)
            await asyncio.sleep(min(max(refused.retry_after, 0.5), LONGEST_PAUSE))
        return await door.show(address, page, replace)

    async def _page_or_apology(self, answer: Answer) -> Page:
        """The deed is done by now: if its voice or picture cannot be made, say at least so."""
        try:
            return await self.page(answer)
        except NotMade as problem:
            why = Screen(problem.why.key, problem.why.values, back=answer.screen.back)
            log.error("recording not let out", route=answer.route[0])
            return await self.page(replace(answer, screen=why))
        except Exception as problem:
            log.error("file not made", route=answer.route[0], kind=type(problem).__name__)
            return await self.page(replace(answer, screen=Screen("lost.trouble")))

    async def page(self, answer: Answer) -> Page:
        """The page of a screen, with its file made."""
        media = await self._gallery.get(answer.screen.media, answer.account.language)
        return self._pages.of_screen(answer.screen, answer.route, answer.speech, media)

    async def apologise(self, incoming: Incoming, door: Door) -> None:
        """A turn failed, was rolled back and set aside: say so calmly."""
        async with self._database.transaction() as store:
            account = await accounts.at(
                store, incoming.messenger, incoming.address, incoming.language, self._clock()
            )
        trouble = Answer(account, Screen("lost.trouble"), ("lost.trouble",), None)
        await self.show(replace(trouble, buttons=incoming.buttons), door)


def replaced(incoming: Incoming, talk: Conversation, call: Call) -> tuple[str | None, str | None]:
    """The message the new screen takes the place of: the one pressed if it is the last screen, or
    the last screen if it is this very place (the twentieth press of an old button). The answer to
    a whole text takes the place of the one to its beginning. And the last screen, if the button
    pressed stands above it."""
    if incoming.before:
        return talk.shown_ref, None
    if incoming.kind != "press":
        return None, None
    here = _same_place(call.route, talk) or incoming.ref == talk.shown_ref
    return talk.shown_ref if here else None, talk.shown_ref if _above(incoming, talk) else None


def _same_place(route: Route, talk: Conversation) -> bool:
    return talk.place is not None and [*map(str, route)] == [*map(str, talk.place)]


def _above(incoming: Incoming, talk: Conversation) -> bool:
    """A delivery that came after the last screen stands below it, and is as new."""
    pressed, newest = incoming.ref, talk.shown_ref or ""
    return pressed.isdecimal() and newest.isdecimal() and int(pressed) < int(newest)


async def _signs(answer: Answer, door: Door) -> None:
    while True:
        await door.recording(answer.account.address)
        await asyncio.sleep(SIGN)
