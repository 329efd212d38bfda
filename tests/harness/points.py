"""Where a run touches the world, counted, and what can be made to go wrong there.

Between two of these places a process changes nothing but its own memory, so a failure between them
leaves what a failure at the next one leaves: counting the places is counting every await.
"""

from __future__ import annotations

import asyncio
import errno
import functools
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import OperationalError
from telegram.request import BaseRequest

from bot.on_telegram import TelegramDoor
from simulator import faults
from simulator.world import World
from storage.engine import Database

BOOKS = ("begin", "statement", "commit", "committed")
PLACES = (*BOOKS, "call", "called", "file", "filed")
CALLS = ("429", "500", "drop", "timeout_before", "timeout_after")
# How a run is spoiled, and where that can happen. "committed" is the cruel one: the commit is made
# and its answer is lost.
MODES = {
    "crash": PLACES,
    "error": (*BOOKS, "file"),
    **dict.fromkeys(CALLS, ("call",)),
}
IMPATIENT = 0.05  # seconds the door waits for the answer of a call that is not to have one
PATIENT = 1.0  # and of any other: one of those beside it may be the one that gets none
SILENT = 60.0


class Crash(BaseException):
    """The process is gone: whatever it still wanted to do, it does not do."""


@dataclass(frozen=True)
class Fault:
    """What goes wrong at which of its places, the first being 1."""

    mode: str
    number: int

    def __str__(self) -> str:
        return f"{self.mode} {self.number}"


class Points:
    """The places of one run, over all its processes; lets its fault happen once."""

    def __init__(self, fault: Fault | None = None) -> None:
        self.fault = fault
        self.armed = False
        self.happened = ""  # at which place
        self.met: list[str] = []
        self._places: Counter[str] = Counter()

    def of(self, mode: str) -> int:
        """How many places for that mode there were."""
        return sum(self._places[place] for place in MODES[mode])

    def meets(self, place: str) -> bool:
        """Count this place; whether the fault happens here."""
        if not self.armed:
            return False
        self.met.append(place)
        self._places[place] += 1
        fault = self.fault
        if fault is None or self.happened or place not in MODES[fault.mode]:
            return False
        if self.of(fault.mode) < fault.number:
            return False
        self.happened = place
        return True


class Life:
    """One process on its way through the places."""

    def __init__(self, points: Points) -> None:
        self._points = points
        self.ended = False
        self.open = 0  # transactions

    def at(self, place: str) -> str:
        """What goes wrong here for the caller to bring about; ends or fails here itself if that
        is what goes wrong."""
        if self.ended:
            raise Crash
        if not self._points.meets(place):
            return ""
        assert self._points.fault is not None
        mode = self._points.fault.mode
        if mode == "crash":
            self.ended = True
            raise Crash
        if mode == "error":
            raise _trouble(place)
        return mode

    def lives_through(self, database: Database, door: TelegramDoor, world: World) -> None:
        """Let everything this process does to books and messenger pass here."""
        database._books = _Books(database._books, self)
        door.bot._request = tuple(_Request(one, self, world) for one in door.bot._request)


@contextmanager
def files_pass(life: Callable[[], Life]) -> Iterator[None]:
    """Let files pass there too: they are written and read in threads. The simulator's own are no
    business of the process under test."""
    aside = asyncio.to_thread

    @functools.wraps(aside)
    async def to_thread(deed: Callable[..., Any], *given: Any, **named: Any) -> Any:
        if sys._getframe(1).f_globals["__name__"].startswith("simulator"):
            return await aside(deed, *given, **named)
        life().at("file")
        done = await aside(deed, *given, **named)
        life().at("filed")
        return done

    asyncio.to_thread = to_thread
    try:
        yield
    finally:
        asyncio.to_thread = aside


def _trouble(place: str) -> Exception:
    if place == "file":
        return OSError(errno.ENOSPC, "made to fail")
    return OperationalError("made to fail", None, OSError(errno.EIO, "made to fail"))


class _Books:
    """The books of one process."""

    def __init__(self, books: Any, life: Life) -> None:
        self._books = books
        self._life = life

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Any]:
        self._life.at("begin")
        self._life.open += 1
        try:
            async with self._books.transaction() as connection:
                yield _Connection(connection, self._life)
                self._life.at("commit")
        finally:
            self._life.open -= 1
        self._life.at("committed")

    async def close(self) -> None:
        await self._books.close()


class _Connection:
    """A connection's verbs as the store speaks them."""

    def __init__(self, connection: Any, life: Life) -> None:
        self._connection = connection
        self._life = life
        self.dialect = connection.dialect
        self.begin_nested = connection.begin_nested

    async def execute(self, *given: Any) -> Any:
        self._life.at("statement")
        return await self._connection.execute(*given)

    async def scalar(self, *given: Any) -> Any:
        self._life.at("statement")
        return await self._connection.scalar(*given)

    async def scalars(self, *given: Any) -> Any:
        self._life.at("statement")
        return await self._connection.scalars(*given)


class _Request(BaseRequest):
    """The door's way to the messenger. What the network does to a call is ordered at the simulator
    and really happens."""

    def __init__(self, request: BaseRequest, life: Life, world: World) -> None:
        self._request = request
        self._life = life
        self._world = world

    @property
    def read_timeout(self) -> float | None:
        return self._request.read_timeout

    async def initialize(self) -> None:
        await self._request.initialize()

    async def shutdown(self) -> None:
        await self._request.shutdown()

    async def do_request(self, url: str, *given: Any, **named: Any) -> tuple[int, bytes]:
        named["read_timeout"] = PATIENT
        if kind := self._life.at("call"):
            method = url.rpartition("/")[2].lower()
            self._world.faults.add(faults.Fault(kind, method, seconds=SILENT))
            if kind.startswith("timeout"):
                named["read_timeout"] = IMPATIENT
        answer = await self._request.do_request(url, *given, **named)
        self._life.at("called")
        return answer
