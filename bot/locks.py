"""One at a time for each person or file; different ones in parallel."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class Locks:
    """A lock per key, forgotten when nobody holds or waits for it."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[tuple[str, ...], asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, *key: str) -> AsyncIterator[None]:
        """Wait for its turn, in order of arrival: of a person the messenger and the address."""
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            yield
