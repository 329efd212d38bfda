"""Sounds for everybody, made before anybody asks: a podcast player does not wait for them."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from services import bulletins_public as public
from storage.engine import Database

AGAIN = timedelta(minutes=10)  # after no voice could make one of them


class Ahead:
    """Lets `make` make them whenever a bulletin was opened to everybody, and once at the start;
    later once more when it could not make them all."""

    def __init__(self, database: Database, make: Callable[[], Awaitable[bool]]) -> None:
        self._database = database
        self._make = make
        self._made: datetime | None = None
        self._again_at: datetime | None = None
        self._working = asyncio.Lock()

    async def work(self, now: datetime) -> None:
        """Look whether something was opened since."""
        if self._working.locked():
            return
        async with self._working:
            async with self._database.transaction() as store:
                changed = await public.changed(store)
            if changed != self._made or (self._again_at and now >= self._again_at):
                self._again_at = None if await self._make() else now + AGAIN
                self._made = changed
