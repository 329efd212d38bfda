"""Sounds for everybody, made before anybody asks: a podcast player does not wait for them."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from services import bulletins_public as public
from storage.engine import Database


class Ahead:
    """Lets `make` make them whenever a bulletin was opened to everybody, and once at the start."""

    def __init__(self, database: Database, make: Callable[[], Awaitable[object]]) -> None:
        self._database = database
        self._make = make
        self._made: datetime | None = None
        self._working = asyncio.Lock()

    async def work(self) -> None:
        """Look whether something was opened since."""
        if self._working.locked():
            return
        async with self._working:
            async with self._database.transaction() as store:
                changed = await public.changed(store)
            if changed != self._made:
                await self._make()
                self._made = changed
