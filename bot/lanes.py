"""What a messenger hands out in one order, taken side by side: one person's updates in theirs, and
nobody waits for another.

Whoever presses twenty times is answered at the pace that is allowed for one person; all of it is
done, but not every screen is shown. Until all of that is committed it is handed out again and
again: what is in hand, or done, is known by its number, and passed over.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace

from bot.doors import Incoming
from bot.nursery import Nursery

AFTER_FAILURE = 2.0  # seconds after which somebody's failed update is tried again
CROWD = 4  # updates behind one that make its screen superfluous: nobody can have waited for it
Take = Callable[[Incoming], Awaitable[None]]
Numbered = tuple[int, Incoming | None]  # None: nothing of ours


class Lanes:
    """A lane for each person with something in hand; `offset` is the first number that has to be
    handed out again."""

    def __init__(self) -> None:
        self.offset = 0
        self._open: set[int] = set()  # seen and not committed
        self._done: set[int] = set()  # committed, above the offset
        self._lanes: dict[str, deque[tuple[int, Incoming]]] = {}
        self._rests: dict[str, float] = {}  # by the person whose update failed, until when
        self._at_work: set[asyncio.Task[None]] = set()
        self._nursery = Nursery()

    async def take(self, updates: Iterable[Numbered], take: Take, patience: float | None) -> None:
        """Take what is not in hand yet. Returns when nothing is in hand any more, or after so many
        seconds. An update that failed has to be handed out again, and those of its person after it.
        Without `patience` its error is raised; else that person waits a while, and nobody else."""
        given = [(number, one) for number, one in updates if number >= self.offset]
        self._forget_before(given)
        in_hand = {number for lane in self._lanes.values() for number, _ in lane}
        for number, incoming in given:
            if number not in in_hand and number not in self._done:
                self._begin(number, incoming, take)
        try:
            await self._wait(patience)
            if patience and given and self._open and not self._at_work:
                # all that is handed out again is theirs who wait a while: no need to ask at once
                await asyncio.sleep(patience)
        finally:
            self._move_on()

    async def close(self) -> None:
        """End what is in hand; it will be handed out again."""
        await self._nursery.close()

    def _begin(self, number: int, incoming: Incoming | None, take: Take) -> None:
        if incoming is None:
            self._done.add(number)
            return
        self._open.add(number)
        address = incoming.address
        if lane := self._lanes.get(address):
            lane.append((number, incoming))
        elif self._rests.get(address, 0.0) <= _now():
            self._lanes[address] = lane = deque([(number, incoming)])
            self._at_work.add(self._nursery.start(self._go(address, lane, take), "updates"))

    async def _go(self, address: str, lane: deque[tuple[int, Incoming]], take: Take) -> None:
        try:
            while lane:
                number, incoming = lane[0]
                await take(replace(incoming, crowded=len(lane) > CROWD))
                lane.popleft()
                self._open.discard(number)
                self._done.add(number)
            self._rests.pop(address, None)
        except Exception:
            self._rests[address] = _now() + AFTER_FAILURE
            raise
        finally:
            del self._lanes[address]

    async def _wait(self, patience: float | None) -> None:
        if not self._at_work:
            return
        ended, self._at_work = await asyncio.wait(self._at_work, timeout=patience)
        problems = [one.exception() for one in ended if not one.cancelled()]
        if patience is None:
            self._rests.clear()
            for problem in filter(None, problems):
                raise problem

    def _forget_before(self, given: Sequence[Numbered]) -> None:
        """What failed and is not handed out any more is gone."""
        if given:
            self._open = {number for number in self._open if number >= given[0][0]}

    def _move_on(self) -> None:
        first = min(self._open, default=max(self._done, default=self.offset - 1) + 1)
        self.offset = max(self.offset, first)
        self._done = {number for number in self._done if number > self.offset}


def _now() -> float:
    return asyncio.get_running_loop().time()
