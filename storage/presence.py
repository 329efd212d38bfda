"""Who has the database: a running handbook says so in a way that ends with its process.

SQLite belongs to one process. On PostgreSQL any number may run side by side; only what replaces the
books wants them all gone.
"""

import fcntl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from storage.migrate import sqlite_path

RUNNING = 7_260_006  # the PostgreSQL lock that running processes share


class InUse(Exception):
    """A running process has the database."""


@asynccontextmanager
async def hold(url: str, *, alone: bool = False) -> AsyncIterator[None]:
    """Hold the database until the block or the process ends, however it ends; else InUse.

    `alone`: on PostgreSQL too, no other process may hold it.
    """
    if file := sqlite_path(make_url(url)):
        with _locked(file.with_name(f"{file.name}.lock")):
            yield
        return
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    take = func.pg_try_advisory_lock if alone else func.pg_try_advisory_lock_shared
    try:
        async with engine.connect() as connection:
            if not await connection.scalar(select(take(RUNNING))):
                raise InUse
            yield
    finally:
        await engine.dispose()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:  # never deleted: another may be about to lock this very file
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InUse from None
        yield
