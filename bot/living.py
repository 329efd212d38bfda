"""Living screens: what shows how far something has come is drawn anew where it stands."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import structlog

from bot.doors import Door
from bot.locks import Locks
from bot.routing import Switches
from bot.showing import Answer, Showing
from bot.switchboard import run
from handlers.dialog import Turn
from handlers.marks import Mark
from storage import accounts, conversations, members
from storage.accounts import Account
from storage.engine import Database

log = structlog.get_logger()
SCREEN_LIFE = timedelta(minutes=30)  # after its last change


class Living:
    """Draws the living screens of every account."""

    def __init__(
        self,
        database: Database,
        doors: Mapping[str, Door],
        switches: Switches,
        showing: Showing,
        clock: Callable[[], datetime],
        locks: Locks,
    ) -> None:
        self._database = database
        self._doors = doors
        self._switches = switches
        self._showing = showing
        self._clock = clock
        self._locks = locks

    async def refresh(self) -> None:
        """Draw every living screen that stands open."""
        async with self._database.transaction() as store:
            since = self._clock() - SCREEN_LIFE
            living = self._switches.all_marked(Mark.LIVES)
            open_screens = await conversations.open_at(store, living, since)
        for account_id, messenger in open_screens:
            if messenger in self._doors and self._doors[messenger].redraws:
                await self._try(account_id, self._doors[messenger])

    async def _try(self, account_id: int, door: Door) -> None:
        try:
            await self._draw(account_id, door)
        except Exception as problem:  # no harm to the screens of the others
            log.error("screen not drawn", kind=type(problem).__name__)

    async def _draw(self, account_id: int, door: Door) -> None:
        async with self._database.transaction() as store:
            account = await accounts.get(store, account_id)
        if account is None or not account.reachable:
            return
        async with self._locks.hold(account.messenger, account.address):
            answer, before = await self._look_again(account)
            if answer and (await self._showing.page(answer)).text != before:
                await self._showing.show(answer, door)

    async def _look_again(self, account: Account) -> tuple[Answer | None, str | None]:
        """The account's living screen as it would be now, and the text it has."""
        now = self._clock()
        async with self._database.transaction() as store:
            talk = await conversations.get(store, account.id)
            call = self._switches.find(talk.place or [])
            if call is None or Mark.LIVES not in call.marks or not talk.shown_ref:
                return None, None
            member = await members.person(store, account.member_id or 0, store.org.today(now))
            screen = await run(call, Turn(store, now, account, member))
        return Answer(account, screen, call.route, talk.shown_ref), talk.shown_text
