"""The database, opened the way its engine needs: the same statements on SQLite and PostgreSQL."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import literal, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from rules.organisation import Organisation
from storage.on_sqlite import SqliteBooks
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

    async def close(self) -> None:
        """Give every connection back."""
        await self._books.close()


class PostgresBooks:
    """A pool of connections to a PostgreSQL, where many transactions run beside one another."""

    def __init__(self, url: URL) -> None:
        self._engine = create_async_engine(url, pool_pre_ping=True)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """Begin, and commit when the block ends well."""
        async with self._engine.begin() as connection:
            yield connection

    async def close(self) -> None:
        """Give every connection back."""
        await self._engine.dispose()
