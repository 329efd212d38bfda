"""What many flights have to write, committed together.

A commit waits for the disk; while it does, others come with theirs. They all go into the next one,
so that the disk is no limit. Nobody goes on before what he wrote is committed, and one whose change
fails is no harm to the others: then each is written alone.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from storage.engine import Database
from storage.store import Store

T = TypeVar("T")
Change = Callable[[Store], Awaitable[Any]]
Entry = tuple[Change, asyncio.Future[Any]]


class Ledger:
    """Takes changes and commits them in the order they came."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[Entry] = []
        self._turn = asyncio.Lock()

    async def write(self, change: Callable[[Store], Awaitable[T]]) -> T:
        """Make this change; what it gave, once it is committed."""
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((change, done))
        async with self._turn:  # whoever comes first writes for all who wait behind him
            if not done.done():
                entries, self._waiting = self._waiting, []
                await self._write(entries)
        return await done

    async def _write(self, entries: Sequence[Entry]) -> None:
        try:
            await self._commit(entries)
        except Exception:
            for entry in entries:
                await self._alone(entry)
        except asyncio.CancelledError:
            for _, done in entries:
                done.cancel()
            raise

    async def _alone(self, entry: Entry) -> None:
        try:
            await self._commit([entry])
        except Exception as problem:
            entry[1].set_exception(problem)

    async def _commit(self, entries: Sequence[Entry]) -> None:
        async with self._database.transaction() as store:
            given = [await change(store) for change, _ in entries]
        for (_, done), value in zip(entries, given, strict=True):
            if not done.done():
                done.set_result(value)
