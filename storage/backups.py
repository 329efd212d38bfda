"""Backups of the whole database, on each engine: written, proved, read again."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from storage import postgres_copy, sqlite_file
from storage.migrate import sqlite_path
from storage.tables import media


def ending(url: str) -> str:
    """What the name of a backup of this database ends with."""
    return "db" if sqlite_path(make_url(url)) else "dump"


async def copy(url: str, target: Path) -> dict[str, int]:
    """Copy the live database into a new file and prove the copy; its rows by table.

    Raises what `sqlite_file.copy` and `postgres_copy.copy` raise.
    """
    address = make_url(url)
    if file := sqlite_path(address):
        return await asyncio.to_thread(sqlite_file.copy, file, target)
    return await postgres_copy.copy(address, target)


async def read(url: str, copy: Path) -> dict[str, int]:
    """The rows of a backup by table, when all of it can be read; else `sqlite_file.Damaged`."""
    address = make_url(url)
    if sqlite_path(address):
        await asyncio.to_thread(sqlite_file.check, copy)
        return await asyncio.to_thread(sqlite_file.counts, copy)
    return await postgres_copy.counts(address, copy)


async def files(url: str) -> Sequence[str]:
    """The names of the files the live database speaks of. Nobody who writes is waited for."""
    engine = create_async_engine(url)
    named = select(func.coalesce(media.c.path, media.c.fingerprint)).order_by(media.c.id)
    try:
        async with engine.connect() as connection:
            return list(dict.fromkeys((await connection.scalars(named)).all()))
    finally:
        await engine.dispose()
