"""One turn at a time for each person; different people in parallel."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class Locks:
    """A lock per address, forgotten when nobody holds or waits for it."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, messenger: str, address: str) -> AsyncIterator[None]:
        """Wait for this address's turn, in order of arrival."""
        lock = self._locks.setdefault((messenger, address), asyncio.Lock())
        async with lock:
            yield
