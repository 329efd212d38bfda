"""The database, opened the way its engine needs: the same code on SQLite and PostgreSQL."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from rules.organisation import Organisation
from storage.store import Store

# WAL lets readers go on while one writes; FULL keeps an acknowledged commit through a power cut;
# secure_delete overwrites what is erased; ten seconds of waiting cover a backup's stall.
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
    "PRAGMA secure_delete=ON",
)


class Database:
    """One database and the organisation whose books are in it."""

    def __init__(self, url: str, org: Organisation) -> None:
        self.url = make_url(url)
        self.org = org
        if self.url.get_backend_name() == "sqlite" and self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        self.engine: AsyncEngine = create_async_engine(self.url, pool_pre_ping=not self._sqlite)
        if self._sqlite:
            event.listen(self.engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(self.engine.sync_engine, "begin", _begin_immediate)

    @property
    def _sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def alone(self) -> bool:
        """Whether only one process may use this database: so it is on SQLite."""
        return self._sqlite

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Store]:
        """One transaction: committed when the block ends well, rolled back when it does not."""
        async with self.engine.begin() as connection:
            yield Store(connection, self.org)

    async def close(self) -> None:
        """Give every connection back."""
        await self.engine.dispose()


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin_immediate
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_immediate(connection: Any) -> None:
    # A deferred transaction that reads first and writes later fails at once with "database is
    # locked" when another writes; an immediate one waits its turn.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
