"""SQLite without a thread between every statement and its answer.

A statement of a turn takes some ten microseconds; handing it to another thread and back takes ten
times that. So statements run where they are asked for, and only what waits for the disk (COMMIT) or
for another process (a BEGIN that found the file taken) is done in a thread of its own: the loop
never stands still for it.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, CursorResult, Dialect, ScalarResult
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool
from sqlalchemy.sql.base import Executable

from storage.ready import Found, Shelf, refused

PATIENCE, IMPATIENCE = 10_000, 0  # milliseconds to wait for another process: an import, a backup
# WAL lets readers go on while one writes; FULL keeps an acknowledged commit through a power cut;
# secure_delete overwrites what is erased. A journal that somebody's reading let grow shrinks again.
JOURNAL = 32 * 2**20  # bytes
PRAGMAS = (
    f"PRAGMA busy_timeout={PATIENCE}",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    f"PRAGMA journal_size_limit={JOURNAL}",
)
# A deferred transaction that reads first and writes later fails at once with "database is locked"
# when another writes; an immediate one waits its turn.
BEGIN = "BEGIN IMMEDIATE"
T = TypeVar("T")


class OpenConnection:
    """A connection's verbs as the store speaks them, answered at once."""

    def __init__(self, connection: Connection, books: sqlite3.Connection, shelf: Shelf) -> None:
        self._connection = connection
        self._books = books
        self._shelf = shelf

    @property
    def dialect(self) -> Dialect:
        """The engine's dialect."""
        return self._connection.dialect

    async def execute(
        self, statement: Executable, parameters: Any = None
    ) -> CursorResult[Any] | Found:
        """Run one statement."""
        return self._execute(statement, parameters)

    async def scalar(self, statement: Executable, parameters: Any = None) -> Any:
        """The first column of the first row."""
        return self._execute(statement, parameters).scalar()

    async def scalars(self, statement: Executable) -> ScalarResult[Any]:
        """The first column of every row."""
        return self._connection.scalars(statement)

    def _execute(self, statement: Executable, parameters: Any) -> CursorResult[Any] | Found:
        given = {} if parameters is None else parameters
        if isinstance(given, dict) and (ready := self._shelf.find(statement, given)):
            return ready.run(self._books, given)
        return self._connection.execute(statement, parameters)

    @asynccontextmanager
    async def begin_nested(self) -> AsyncIterator[None]:
        """A savepoint; savepoints within savepoints may share a name."""
        with _savepoint(self._books):
            yield


class SqliteBooks:
    """One file, one connection, one transaction at a time, which is all SQLite allows anyway.

    Those who wait while a transaction runs share its commit: the disk is waited for once for all of
    them. Each has a savepoint of its own, so that what fails undoes nothing but itself. Where a
    transaction begins and ends is said to SQLite itself: SQLAlchemy's own would take several times
    as long as an empty one.
    """

    def __init__(self, url: URL) -> None:
        if url.database:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        self._engine = _engine(url)
        self._connection: Connection | None = None
        self._shelf = Shelf(self._engine.dialect)
        self._turn = asyncio.Lock()
        self._round: _Round | None = None
        self._thread = ThreadPoolExecutor(1, "books")

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[OpenConnection]:
        """Wait for the turn; committed when this ends well, undone when the block does not."""
        async with self._turn:
            shared = self._round or await self._begin()
            with shared.part():
                yield OpenConnection(shared.connection, shared.books, self._shelf)
        await _to_the_end(shared.committed)

    async def close(self) -> None:
        """Give the file back, once everything is written down."""
        if self._round:
            await asyncio.wait((self._round.committed,))
        async with self._turn:
            if self._connection:
                self._connection.close()
            await self._aside(self._engine.dispose)
        self._thread.shutdown()

    async def _begin(self) -> "_Round":
        connection = self._connection = self._connection or self._engine.connect()
        books = _books(connection)
        try:
            _say(books, BEGIN)
        except OperationalError:  # another process is writing
            await self._aside(lambda: _begin_patiently(books))
        self._round = shared = _Round(connection, books)
        shared.committed = asyncio.ensure_future(self._write_down(shared))
        return shared

    async def _write_down(self, shared: "_Round") -> None:
        """Commit for those who stood in line when the round began. Whoever came later comes into
        the next one: the lock keeps the order of arrival."""
        async with self._turn:
            self._round = None
            try:
                if shared.wrote:
                    await self._aside(shared.commit)
                else:
                    shared.commit()
            finally:
                if shared.books.in_transaction:  # it was not committed
                    _say(shared.books, "ROLLBACK")

    async def _aside(self, deed: Callable[[], T]) -> T:
        """Do this in the thread: a connection is never used by two."""
        return await _to_the_end(asyncio.get_running_loop().run_in_executor(self._thread, deed))


class _Round:
    """One commit and those who share it."""

    def __init__(self, connection: Connection, books: sqlite3.Connection) -> None:
        self.connection = connection
        self.books = books
        self.committed: asyncio.Future[None]
        self._before = books.total_changes

    @property
    def wrote(self) -> bool:
        """Whether there is anything to write; if not, the disk is not asked."""
        return self.books.total_changes != self._before

    @contextmanager
    def part(self) -> Iterator[None]:
        """What one of them writes."""
        self._must_stand()
        with _savepoint(self.books):
            yield
        self._must_stand()

    def commit(self) -> None:
        """Write all of it to the disk."""
        self._must_stand()
        _say(self.books, "COMMIT")

    def _must_stand(self) -> None:
        # A full disk undoes the whole transaction at once: those whose part was done must hear it.
        if not self.books.in_transaction:
            raise RoundLost


class RoundLost(Exception):
    """The disk failed while somebody's part was written, and the other parts went with it."""


@contextmanager
def _savepoint(books: sqlite3.Connection) -> Iterator[None]:
    books.execute("SAVEPOINT here")
    try:
        yield
    except BaseException:
        if books.in_transaction:
            books.execute("ROLLBACK TO here")
        raise
    finally:
        if books.in_transaction:
            books.execute("RELEASE here")


async def _to_the_end(doing: asyncio.Future[T]) -> T:
    """Wait for it. Whoever is cancelled meanwhile waits all the same: a commit on its way cannot be
    called back."""
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
        hide_parameters=True,  # they are members' words: no problem and no log may quote them
    )
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    for pragma in (*PRAGMAS, _waiting(IMPATIENCE)):
        cursor.execute(pragma)
    cursor.close()


def _begin_patiently(books: sqlite3.Connection) -> None:
    books.execute(_waiting(PATIENCE))
    try:
        _say(books, BEGIN)
    finally:
        books.execute(_waiting(IMPATIENCE))


def _say(books: sqlite3.Connection, words: str) -> None:
    try:
        books.execute(words)
    except sqlite3.Error as problem:
        raise refused(words, problem) from None


def _books(connection: Connection) -> sqlite3.Connection:
    books = connection.connection.driver_connection
    assert isinstance(books, sqlite3.Connection)
    return books


def _waiting(milliseconds: int) -> str:
    return f"PRAGMA busy_timeout={milliseconds}"
