"""The database, opened the way its engine needs: the same statements on SQLite and PostgreSQL."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event, literal, select
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from rules.organisation import Organisation
from storage import sqlite_file
from storage.on_sqlite import SqliteBooks
from storage.sqlite_file import Journal
from storage.store import Store


class Database:
    """One database and the organisation whose books are in it."""

    def __init__(self, url: str, org: Organisation) -> None:
        self.url = make_url(url)
        self.org = org
        self._books = SqliteBooks(self.url) if self.alone else PostgresBooks(self.url)

    @property
    def alone(self) -> bool:
        """Whether only one process may use this database: so it is on SQLite."""
        return self.url.get_backend_name() == "sqlite"

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Store]:
        """One transaction: committed when the block ends well, rolled back when it does not."""
        async with self._books.transaction() as connection:
            yield Store(connection, self.org)

    async def answer(self) -> None:
        """Fails when no transaction can be had."""
        async with self.transaction() as store:
            await store.value(select(literal(1)))

    async def journal(self) -> Journal | None:
        """How the journal of an SQLite file stands."""
        file = Path(self.url.database or "") if self.alone else None
        return await asyncio.to_thread(sqlite_file.journal, file) if file else None

    async def close(self) -> None:
        """Give every connection back."""
        await self._books.close()


# Connections kept open, and those opened for a rush: each costs a server process.
KEPT, MORE = 16, 8
UNUSED = 1.0  # seconds after which a connection is asked whether it lives


class PostgresBooks:
    """A pool of connections to a PostgreSQL, where many transactions run beside one another."""

    def __init__(self, url: URL) -> None:
        self._engine = create_async_engine(
            url, pool_size=KEPT, max_overflow=MORE, pool_use_lifo=True, hide_parameters=True
        )
        _ask_those_unused(self._engine.sync_engine)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """Begin, and commit when the block ends well."""
        async with self._engine.begin() as connection:
            yield connection

    async def close(self) -> None:
        """Give every connection back."""
        await self._engine.dispose()


def _ask_those_unused(engine: Engine) -> None:
    """Let a connection that lay unused be asked whether it lives before it is used again. To ask
    takes three round trips: before every transaction that was a third of a vote's turn. One that
    ended just now fails the turn, which is tried again."""

    def put_back(_connection: Any, record: Any) -> None:
        record.info["used"] = time.monotonic()

    def taken(connection: Any, record: Any, _fairy: Any) -> None:
        if time.monotonic() - record.info.get("used", time.monotonic()) < UNUSED:
            return
        try:
            engine.dialect.do_ping(connection)
        except Exception as problem:
            raise InvalidatePoolError from problem

    event.listen(engine, "checkin", put_back)
    event.listen(engine, "checkout", taken)
