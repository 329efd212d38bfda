"""An update's attempts: what fails is tried again, what goes on failing is set aside.

An update that ends the whole process is noticed too. For a minute after a start, when a messenger
repeats what was not acknowledged, each update is marked before it is tried. One that is found
marked and never ended was there when the process ended, with others that did no harm: it is tried
once more, alone. If that ends the process too, it is not let in again.
"""

import asyncio
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TypeVar

import structlog

from storage import updates
from storage.engine import Database

log = structlog.get_logger()
PATIENCE = 15.0  # seconds a handler may take
PAUSES = (0.05, 0.2, 0.5, 1.0)  # between five attempts, in seconds
CAREFUL = 60.0  # seconds after the start in which updates are marked before they are tried
T = TypeVar("T")


class GivenUp(Exception):
    """The update was set aside; that it was is committed."""


class Taken(Exception):
    """Patience ended while the commit was on its way: the turn is done, its screen is not."""


class Attempts:
    """Runs turns so that no update is lost, none is done twice, and none stops the others."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._careful_until = time.monotonic() + CAREFUL
        self._room = _Room()

    async def run(self, key: str, turn: Callable[[], Awaitable[T]]) -> T:
        """The turn's result, or GivenUp, or Taken. Any other error means that nothing could be
        committed: whoever brought the update must bring it again."""
        began = await self._begin(key) if time.monotonic() < self._careful_until else "first"
        if began == "ended":
            raise await self._set_aside(key, 2)
        async with self._room.alone() if began == "suspect" else self._room.together():
            if began == "suspect":
                await self._mark(key)
            return await self._try(key, turn)

    async def _try(self, key: str, turn: Callable[[], Awaitable[T]]) -> T:
        failures = 0
        for pause in (*PAUSES, 0.0):
            try:
                async with asyncio.timeout(PATIENCE):
                    return await turn()
            except Exception as problem:
                failures += 1
                _report(problem)
                if isinstance(problem, TimeoutError):
                    break
            await asyncio.sleep(pause)
        raise await self._set_aside(key, failures)

    async def _begin(self, key: str) -> str:
        async with self._database.transaction() as store:
            return await updates.begin(store, key, self._clock())

    async def _mark(self, key: str) -> None:
        async with self._database.transaction() as store:
            await updates.try_alone(store, key)

    async def _set_aside(self, key: str, failures: int) -> GivenUp | Taken:
        async with self._database.transaction() as store:
            if not await updates.set_aside(store, key, failures, self._clock()):
                return Taken()
        log.error("update set aside", key=key, failures=failures)
        return GivenUp()


class _Room:
    """Where turns run together, or a single one alone."""

    def __init__(self) -> None:
        self._door = asyncio.Lock()
        self._empty = asyncio.Event()
        self._empty.set()
        self._inside = 0

    @asynccontextmanager
    async def together(self) -> AsyncIterator[None]:
        """Beside others; waits while somebody is alone."""
        async with self._door:
            self._inside += 1
            self._empty.clear()
        try:
            yield
        finally:
            self._inside -= 1
            if not self._inside:
                self._empty.set()

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """Nobody else is inside meanwhile."""
        async with self._door:
            await self._empty.wait()
            yield


def _report(problem: Exception) -> None:
    # Where it happened, not what it said: a problem's own words may quote a member's.
    where = traceback.format_tb(problem.__traceback__)[-4:]
    log.error("turn failed", kind=type(problem).__name__, where=where)
