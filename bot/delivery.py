"""Deliveries go out: leased, marked as being sent, sent, and each result recorded singly.

Only what was certainly not delivered is tried again. A send whose answer never came stays
"uncertain": an official notice is never sent a second time by itself. When the books or the disk
are in trouble, nothing is given up: the lease ends, and then what was only leased is queued again.
"""

import asyncio
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import structlog

from bot.copies import Copies
from bot.doors import Door
from bot.gallery import Gallery
from bot.ledger import Ledger
from bot.pacer import Pacers
from bot.pages import Pages
from bot.sending import PASSES, Alarm, Sender
from storage import leases, paces, presence
from storage.engine import Database
from storage.leases import Waiting
from storage.mailings import ANSWERS, LANES, NOTICES

log = structlog.get_logger()
IN_FLIGHT = 4
BATCH = 30  # deliveries leased at once: about a second's work, and more with more in flight
LOOK_AGAIN = 1.0  # seconds between two looks at the queue when nobody rings
LOOK_AROUND = 5.0  # seconds between two looks for processes that are gone


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
        self._clock = clock
        self._owner = secrets.token_hex(8)
        self._changed = changed
        self._sender = Sender(
            self._owner,
            Ledger(database),
            doors,
            Copies(pages),
            gallery,
            clock,
            pacers,
            alarm,
            self.ring,
        )
        self._bells = {lane: asyncio.Event() for lane in LANES}
        # What answers a living person has a flight of its own.
        self._flights = {ANSWERS: 1, NOTICES: in_flight}

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
        await self._sender.end()

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

    async def _deliver(self, waiting: Waiting) -> None:
        await self._sender.deliver(waiting)
        self._changed()

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
