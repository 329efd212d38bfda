"""Deliveries go out: leased, marked as being sent, sent, and each result recorded singly.

Only what was certainly not delivered is tried again. A send whose answer never came stays
"uncertain": an official notice is never sent a second time by itself. When the books or the disk
are in trouble, nothing is given up: the lease ends, and then what was only leased is queued again.
"""

import asyncio
import secrets
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.copies import Copies
from bot.doors import Door, NotDelivered, Page, Refused, Uncertain, Unreachable
from bot.gallery import Gallery
from bot.ledger import Ledger
from bot.pacer import Pacers
from bot.pages import Pages
from bot.texts import typed
from rules.mailings import Record
from storage import accounts, deliveries, leases, paces, presence
from storage.accounts import Account
from storage.engine import Database
from storage.leases import Waiting
from storage.mailings import ANSWERS, LANES, NOTICES
from storage.media import Kept
from storage.store import Store

log = structlog.get_logger()
IN_FLIGHT, TRIES = 4, 5
BATCH = 30  # deliveries leased at once: about a second's work, and more with more in flight
PASSES = (SQLAlchemyError, OSError)  # trouble with books or disk, which is no message's fault
LOOK_AGAIN = 1.0  # seconds between two looks at the queue when nobody rings
LOOK_AROUND = 5.0  # seconds between two looks for processes that are gone
Alarm = Callable[[Store, int, datetime], Awaitable[None]]


class Courier:
    """Sends what waits, in this process. `alarm` is told of a broadcast that goes badly."""

    def __init__(
        self,
        database: Database,
        doors: Mapping[str, Door],
        pages: Pages,
        gallery: Gallery,
        clock: Callable[[], datetime],
        pacers: Pacers,
        changed: Callable[[], None],
        alarm: Alarm,
        in_flight: int = IN_FLIGHT,
    ) -> None:
        self._database = database
        self._ledger = Ledger(database)
        self._doors = doors
        self._copies = Copies(pages)
        self._gallery = gallery
        self._clock = clock
        self._owner = secrets.token_hex(8)
        self._pacers = pacers
        self._changed = changed
        self._alarm = alarm
        self._records: defaultdict[int, Record] = defaultdict(Record)
        self._bells = {lane: asyncio.Event() for lane in LANES}
        # What answers a living person has a flight of its own.
        self._flights = {ANSWERS: 1, NOTICES: in_flight}
        self._ended = False
        self._in_the_air = 0
        self._landed = asyncio.Event()

    def ring(self) -> None:
        """Something was left: look at once."""
        for bell in self._bells.values():
            bell.set()

    async def work(self) -> None:
        """Deliver, for ever."""
        here = asyncio.Event()
        await asyncio.gather(self._look_around(here), *(self._serve(lane, here) for lane in LANES))

    async def round(self) -> int:
        """Deliver one batch of what is due in each lane; how many there were."""
        waiting = [one for lane in LANES for one in await self._lease(lane)]
        room = {lane: asyncio.Semaphore(count) for lane, count in self._flights.items()}

        async def fly(one: Waiting) -> None:
            async with room[one.mailing.lane]:
                await self._deliver(one)

        await asyncio.gather(*(fly(one) for one in waiting))
        return len(waiting)

    async def end(self) -> None:
        """Begin no more, and let what is being sent end."""
        self._ended = True
        while self._in_the_air:
            self._landed.clear()
            await self._landed.wait()

    # --- lanes -------------------------------------------------------------------------------

    async def _serve(self, lane: int, here: asyncio.Event) -> None:
        await here.wait()
        next_ones: asyncio.Queue[Waiting] = asyncio.Queue(1)
        flights = (self._fly(next_ones) for _ in range(self._flights[lane]))
        await asyncio.gather(self._feed(lane, next_ones), *flights)

    async def _feed(self, lane: int, next_ones: asyncio.Queue[Waiting]) -> None:
        """Lease again and again, and hand on one after the other as flights are free."""
        while True:
            self._bells[lane].clear()
            try:
                waiting = await self._lease(lane)
            except PASSES as problem:  # the database is away for a moment
                log.warning("nothing leased", kind=type(problem).__name__)
                waiting = ()
            for one in waiting:
                await next_ones.put(one)
            if not waiting:
                await self._rest(lane)

    async def _fly(self, next_ones: asyncio.Queue[Waiting]) -> None:
        while True:
            await self._deliver(await next_ones.get())

    async def _lease(self, lane: int) -> Sequence[Waiting]:
        most = max(BATCH, 4 * self._flights[lane])
        async with self._database.transaction() as store:
            return await leases.lease(store, self._owner, self._clock(), most, (lane,))

    async def _rest(self, lane: int) -> None:
        try:
            async with asyncio.timeout(LOOK_AGAIN):
                await self._bells[lane].wait()
        except TimeoutError:
            pass

    async def _look_around(self, here: asyncio.Event) -> None:
        """Take over from processes that are gone: what they were sending is uncertain, and seen to
        be so at once. While we live, nobody takes over from us."""
        while True:
            try:
                async with presence.alive(self._database, self._owner):
                    while True:
                        await self.take_over()
                        here.set()
                        if self._database.alone:
                            return
                        await asyncio.sleep(LOOK_AROUND)
            except PASSES as problem:
                log.warning("not seen by others", kind=type(problem).__name__)
                await asyncio.sleep(LOOK_AGAIN)

    async def take_over(self) -> None:
        """Take over what processes that are gone had in hand."""
        async with self._database.transaction() as store:
            if self._database.alone:
                found = await leases.take_over(store)
            else:
                gone = await presence.gone(store, await leases.owners(store), self._owner)
                found = await leases.take_over(store, gone) if gone else 0
                await paces.forget(store)
        if found:
            self._changed()

    # --- one delivery ------------------------------------------------------------------------

    async def _deliver(self, waiting: Waiting) -> None:
        try:
            await self._try_accounts(waiting)
        except PASSES as problem:
            log.error("delivery interrupted", id=waiting.id, kind=type(problem).__name__)
        except Exception as problem:
            kind = type(problem).__name__
            log.error("delivery failed", id=waiting.id, kind=kind)
            await self._give_up(waiting, kind)
        self._changed()

    async def _give_up(self, waiting: Waiting, kind: str) -> None:
        try:
            await self._ledger.write(
                lambda store: leases.give_up(store, waiting.id, self._owner, kind)
            )
        except Exception as problem:  # its lease ends by itself
            log.error("delivery left as it was", id=waiting.id, kind=type(problem).__name__)

    async def _try_accounts(self, waiting: Waiting) -> None:
        """The account used last first; another one only when that cannot be reached, or its
        messenger carries no more for now. When none does, it waits until one will."""
        moments = []
        for account in waiting.accounts:
            if not account.reachable or account.messenger not in self._doors:
                continue
            if until := await self._full_until(waiting, account):
                moments.append(until)
            elif await self._send(waiting, account):
                return
        if moments:
            await self._wait(waiting, min(moments))
        else:
            await self._settle(waiting, "unreachable" if waiting.accounts else "unlinked")

    async def _full_until(self, waiting: Waiting, account: Account) -> datetime | None:
        mailing = waiting.mailing
        urgent = mailing.urgent or mailing.lane == ANSWERS
        return await self._doors[account.messenger].full_until(urgent=urgent)

    async def _wait(self, waiting: Waiting, until: datetime, tries: int | None = None) -> None:
        tries = waiting.attempts if tries is None else tries
        await self._ledger.write(
            lambda store: leases.put_back(store, waiting.id, self._owner, until, tries=tries)
        )

    async def _send(self, waiting: Waiting, account: Account) -> bool:
        """One attempt at one account; False when it cannot be reached."""
        page = await self._page(waiting, account)
        pacer = self._pacers.of(account.messenger)
        await pacer.wait(account.address, answer=waiting.mailing.lane == ANSWERS)
        if self._ended:
            return True  # whoever comes next takes it over
        self._in_the_air += 1
        try:
            return await self._call(waiting, account, page)
        finally:
            self._in_the_air -= 1
            self._landed.set()

    async def _call(self, waiting: Waiting, account: Account, page: Page) -> bool:
        if not await self._begin(waiting, account):
            return True
        pacer = self._pacers.of(account.messenger)
        if waiting.mailing.lane == NOTICES:
            await pacer.depart()
        else:
            pacer.answers()
        try:
            sent = await self._doors[account.messenger].show(account.address, page)
        except NotDelivered as problem:
            await self._again(waiting, account, problem)
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
        media = await self._media(waiting, account.language)
        buttons = self._doors[account.messenger].buttons
        speech = account.language if buttons else typed(account.language)
        page = self._copies.copy(waiting.mailing, speech, media, waiting.id)
        return replace(page, broadcast=waiting.mailing.lane == NOTICES)

    async def _media(self, waiting: Waiting, language: str) -> Kept | None:
        """The file that goes with it; when it cannot be made, the words go out without it."""
        try:
            return await self._gallery.get(waiting.message.media, language)
        except PASSES:
            raise
        except Exception as problem:
            log.error("file not made", id=waiting.id, kind=type(problem).__name__)
            return None

    async def _begin(self, waiting: Waiting, account: Account) -> bool:
        """Commit that it is being sent; False when it is not ours to send any more."""

        async def begin(store: Store) -> bool:
            if await leases.sending(store, waiting.id, self._owner, account.id):
                return True
            await leases.give_back(store, waiting.id, self._owner)
            return False

        return await self._ledger.write(begin)

    async def _lost(self, waiting: Waiting, account: Account) -> bool:
        """Mark the account and take the delivery back into hand for the next one."""

        async def lost(store: Store) -> None:
            await accounts.lost(store, account.id)
            until = self._clock() + leases.LEASE
            await leases.settle(store, waiting.id, self._owner, "leased", lease_until=until)

        await self._ledger.write(lost)
        return False

    async def _again(self, waiting: Waiting, account: Account, problem: NotDelivered) -> None:
        """Certainly not delivered: back into the queue, a limit on everyone does not count as a
        try."""
        tries = waiting.attempts if problem.everyone else waiting.attempts + 1
        if problem.everyone:
            await self._pacers.of(account.messenger).pause(problem.retry_after)
        elif tries >= TRIES:
            await self._settle(waiting, "failed", problem="tries")
            return
        pause = max(problem.retry_after, 0.0 if problem.everyone else 2.0**waiting.attempts)
        await self._wait(waiting, self._clock() + timedelta(seconds=pause), tries)

    async def _settle(self, waiting: Waiting, state: str, **values: object) -> None:
        mailing, now = waiting.mailing, self._clock()

        async def settle(store: Store) -> None:
            if not await leases.settle(store, waiting.id, self._owner, state, **values):
                log.warning("late result refused", id=waiting.id)
            elif state == "sent" and mailing.repeats:
                await deliveries.tell(store, mailing.repeats, waiting.member_id, now)

        await self._ledger.write(settle)
        if mailing.sender_id and self._records[mailing.id].goes_badly(state):
            await self._ledger.write(lambda store: self._alarm(store, mailing.id, now))
            self.ring()
