"""Deliveries go out: leased, marked as being sent, sent, and each result recorded singly.

Only what was certainly not delivered is tried again. A send whose answer never came stays
"uncertain": an official notice is never sent a second time by itself.
"""

import asyncio
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import structlog

from bot.doors import Door, NotDelivered, Page, Refused, Uncertain, Unreachable
from bot.gallery import Gallery
from bot.pacer import Pacer
from bot.pages import Pages
from storage import accounts, deliveries
from storage.accounts import Account
from storage.deliveries import Waiting
from storage.engine import Database

log = structlog.get_logger()
BATCH, IN_FLIGHT, TRIES = 30, 4, 5
LOOK_AGAIN = 1.0  # seconds between two looks at the queue when nobody rings


class Courier:
    """Sends what waits, in this process."""

    def __init__(
        self,
        database: Database,
        doors: Mapping[str, Door],
        pages: Pages,
        gallery: Gallery,
        clock: Callable[[], datetime],
        pacer: Pacer,
        changed: Callable[[], None],
    ) -> None:
        self._database = database
        self._doors = doors
        self._pages = pages
        self._gallery = gallery
        self._clock = clock
        self._owner = secrets.token_hex(8)
        self._pacer = pacer
        self._changed = changed
        self._bell = asyncio.Event()
        self._flights = asyncio.Semaphore(IN_FLIGHT)

    def ring(self) -> None:
        """Something was left: look at once."""
        self._bell.set()

    async def work(self) -> None:
        """Deliver, for ever."""
        if self._database.alone:
            async with self._database.transaction() as store:
                await deliveries.take_over(store)
        while True:
            self._bell.clear()
            if not await self.round():
                await self._rest()

    async def round(self) -> int:
        """Deliver one batch of what is due; how many there were."""
        async with self._database.transaction() as store:
            waiting = await deliveries.lease(store, self._owner, self._clock(), BATCH)
        await asyncio.gather(*(self._deliver(one) for one in waiting))
        if waiting:
            self._changed()
        return len(waiting)

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(LOOK_AGAIN):
                await self._bell.wait()
        except TimeoutError:
            pass

    async def _deliver(self, waiting: Waiting) -> None:
        async with self._flights:
            try:
                await self._try_accounts(waiting)
            except Exception as problem:
                log.error("delivery failed", id=waiting.id, kind=type(problem).__name__)
                await self._settle(waiting, "failed", problem=type(problem).__name__)

    async def _try_accounts(self, waiting: Waiting) -> None:
        """The account used last first; another one only when that cannot be reached."""
        async with self._database.transaction() as store:
            known = await accounts.of_member(store, waiting.member_id)
        for account in known:
            open_to_us = account.reachable and account.messenger in self._doors
            if open_to_us and await self._send(waiting, account):
                return
        await self._settle(waiting, "unreachable" if known else "unlinked")

    async def _send(self, waiting: Waiting, account: Account) -> bool:
        """One attempt at one account; False when it cannot be reached."""
        page = await self._page(waiting, account)
        await self._pacer.wait(account.address)
        async with self._database.transaction() as store:
            if not await deliveries.sending(store, waiting.id, self._owner, account.id):
                return True  # the lease was lost: somebody else has it now
        try:
            sent = await self._doors[account.messenger].show(account.address, page)
        except NotDelivered as problem:
            await self._again(waiting, problem)
        except Uncertain:
            await self._settle(waiting, "uncertain")
        except Refused as problem:
            await self._settle(waiting, "failed", problem=str(problem))
        except Unreachable:
            return await self._lost(waiting, account)
        else:
            await self._settle(waiting, "sent", message_ref=sent.ref, sent_at=self._clock())
        return True

    async def _page(self, waiting: Waiting, account: Account) -> Page:
        media = await self._gallery.get(waiting.message.media, account.language)
        return self._pages.of_message(waiting.message, account.language, media)

    async def _lost(self, waiting: Waiting, account: Account) -> bool:
        """Mark the account and take the delivery back into hand for the next one."""
        async with self._database.transaction() as store:
            await accounts.lost(store, account.id)
            await deliveries.settle(store, waiting.id, self._owner, "leased")
        return False

    async def _again(self, waiting: Waiting, problem: NotDelivered) -> None:
        """Certainly not delivered: back into the queue, a limit on everyone does not count as a
        try."""
        if problem.everyone:
            self._pacer.pause(problem.retry_after)
        elif waiting.attempts + 1 >= TRIES:
            await self._settle(waiting, "failed", problem="tries")
            return
        pause = max(problem.retry_after, 2.0**waiting.attempts if not problem.everyone else 0.0)
        async with self._database.transaction() as store:
            later = self._clock() + timedelta(seconds=pause)
            await deliveries.put_back(
                store, waiting.id, self._owner, later, counted=not problem.everyone
            )

    async def _settle(self, waiting: Waiting, state: str, **values: object) -> None:
        async with self._database.transaction() as store:
            if not await deliveries.settle(store, waiting.id, self._owner, state, **values):
                log.warning("late result refused", id=waiting.id)
