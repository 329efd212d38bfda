"""SQLite without a thread between every statement and its answer.

A statement of a turn takes some ten microseconds; handing it to another thread and back takes ten
times that. So statements run where they are asked for, and only what can wait for the disk or for
another process (BEGIN, COMMIT) is done in a thread of its own: the loop never stands still for it.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, CursorResult, Dialect, ScalarResult
from sqlalchemy.pool import StaticPool
from sqlalchemy.sql.base import Executable

# WAL lets readers go on while one writes; FULL keeps an acknowledged commit through a power cut;
# secure_delete overwrites what is erased; ten seconds of waiting cover a backup's stall.
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
    "PRAGMA secure_delete=ON",
)
T = TypeVar("T")


class OpenConnection:
    """A connection's verbs as the store speaks them, answered at once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        """The engine's dialect."""
        return self._connection.dialect

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        """Run one statement."""
        return self._connection.execute(statement, parameters)

    async def scalar(self, statement: Executable) -> Any:
        """The first column of the first row."""
        return self._connection.scalar(statement)

    async def scalars(self, statement: Executable) -> ScalarResult[Any]:
        """The first column of every row."""
        return self._connection.scalars(statement)

    @asynccontextmanager
    async def begin_nested(self) -> AsyncIterator[None]:
        """A savepoint; savepoints within savepoints may share a name."""
        self._connection.exec_driver_sql("SAVEPOINT here")
        try:
            yield
        except BaseException:
            self._connection.exec_driver_sql("ROLLBACK TO here")
            raise
        finally:
            self._connection.exec_driver_sql("RELEASE here")


class SqliteBooks:
    """One file, one connection, one transaction at a time, which is all SQLite allows anyway."""

    def __init__(self, url: URL) -> None:
        if url.database:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        self._engine = _engine(url)
        self._turn = asyncio.Lock()
        self._thread = ThreadPoolExecutor(1, "books")

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[OpenConnection]:
        """Wait for the turn, begin, and commit when the block ends well."""
        async with self._turn:
            connection = self._engine.connect()
            try:
                await self._aside(connection.begin)
                yield OpenConnection(connection)
                await self._aside(connection.commit)
            finally:
                connection.close()  # rolls back what was not committed

    async def close(self) -> None:
        """Give the file back."""
        await self._aside(self._engine.dispose)
        self._thread.shutdown()

    async def _aside(self, deed: Callable[[], T]) -> T:
        """Do this in the thread. Whoever is cancelled meanwhile waits for its end all the same: a
        connection is never used by two, and a commit on its way cannot be called back."""
        doing = asyncio.get_running_loop().run_in_executor(self._thread, deed)
        cancelled = None
        while not doing.done():
            try:
                await asyncio.wait((doing,))
            except asyncio.CancelledError as problem:
                cancelled = problem
        if cancelled is not None:
            raise cancelled
        return doing.result()


def _engine(url: URL) -> Engine:
    engine = create_engine(
        url.set(drivername="sqlite"),
        poolclass=StaticPool,
        connect_args={"check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin_immediate
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    # A deferred transaction that reads first and writes later fails at once with "database is
    # locked" when another writes; an immediate one waits its turn.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
