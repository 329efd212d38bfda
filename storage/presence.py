"""Who has the database: a running handbook says so in a way that ends with its process.

SQLite belongs to one process. On PostgreSQL any number may run side by side; only what replaces the
books wants them all gone. There each is also known by the name under which it leases deliveries, so
that the others see at once when it is gone.
"""

import fcntl
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from storage.engine import Database
from storage.migrate import sqlite_path
from storage.store import Store

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


@asynccontextmanager
async def alive(database: Database, owner: str) -> AsyncIterator[None]:
    """Be known to live under this name, 16 hexadecimal digits, until the block or the process ends.
    The only process there is need not say so."""
    if database.alone:
        yield
        return
    engine = create_async_engine(database.url, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.scalar(select(func.pg_advisory_lock(_number(owner))))
            yield
    finally:
        await engine.dispose()


async def gone(store: Store, owners: Iterable[str], but: str) -> list[str]:
    """Which of those owners do not live any more; `but` is oneself."""
    return [one for one in owners if one != but and await _is_gone(store, one)]


async def _is_gone(store: Store, owner: str) -> bool:
    """Whether nobody holds the owner's lock. A name no process of ours has is nobody's."""
    try:
        number = _number(owner)
    except ValueError:
        return True
    return bool(await store.value(select(func.pg_try_advisory_xact_lock(number))))


def _number(owner: str) -> int:
    """A name as the key of a PostgreSQL lock, which is a signed number."""
    return int.from_bytes(bytes.fromhex(owner), signed=True)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:  # never deleted: another may be about to lock this very file
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InUse from None
        yield
