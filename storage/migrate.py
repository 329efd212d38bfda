"""Brings a database to the tables of this version, so that no row is lost on the way.

An engine of its own does it: batch migrations rebuild tables, and with foreign keys on SQLite would
quietly delete the children of a rebuilt parent. What has rows is copied first; afterwards every
foreign key must hold and every table must have the rows it had, or nothing has happened.
"""

import asyncio
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, event, func, inspect, select, table
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import sqlite_file

MIGRATIONS = Path(__file__).parent / "migrations"
ONE_AT_A_TIME = 7_260_005  # the PostgreSQL lock under which processes that start together wait

UNSETTLED = "unsettled"  # a table that stands while books from a backup are not settled yet


class NewerDatabase(Exception):
    """The database was written by a newer version of the program."""


class Unsettled(Exception):
    """The books came back from a backup and what is queued in them was not held yet."""


class BrokenMigration(Exception):
    """A migration lost or orphaned rows of a table; it was undone."""


async def migrate(url: str, to: str = "head", *, settling: bool = False) -> None:
    """Upgrade the database to the newest revision, or to an older one for tests.

    NewerDatabase when it is ahead of us, `sqlite_file.Damaged` when it cannot be read,
    `sqlite_file.NotCopied` when there is no room for the copy, BrokenMigration when rows went
    missing. After each of them the database is as it was. Unsettled unless it is the `settling` of
    books from a backup that asks.
    """
    address = make_url(url)
    if file := sqlite_path(address):
        await asyncio.to_thread(_prepare_file, file, to)
    engine = _engine(address)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade, to, settling)
    finally:
        await engine.dispose()


async def stands(url: str) -> bool:
    """Whether there is a database at that address; asking makes none."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        file = sqlite_path(address)
        return file is not None and file.is_file()
    engine = _engine(address)
    try:
        async with engine.connect():
            return True
    except (OSError, SQLAlchemyError):
        return False
    finally:
        await engine.dispose()


async def current(url: str) -> str | None:
    """The revision a database stands at; None when it has no tables yet."""
    engine = _engine(make_url(url))
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(_revision)
    finally:
        await engine.dispose()


def sqlite_path(address: URL) -> Path | None:
    """Where the database lies, if it is a file."""
    file = address.database if address.get_backend_name() == "sqlite" else None
    return Path(file) if file else None


def newest() -> str:
    """The revision this version of the program writes."""
    return str(_scripts().get_current_head())


def revisions() -> set[str]:
    """Every revision this version of the program knows."""
    return {one.revision for one in _scripts().walk_revisions()}


def copy_before(file: Path, to: str) -> Path:
    """Where the copy is kept that is made before a migration to that revision."""
    return file.with_name(f"{file.stem}-before-{to}{file.suffix}")


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings for this connection."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    settings.attributes["connection"] = connection
    return settings


def _prepare_file(file: Path, to: str) -> None:
    """Make room for a new database; look at one that is there, and copy it if it will change."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists() or not file.stat().st_size:
        return
    sqlite_file.check(file, quick=True)
    stands = sqlite_file.revision(file)
    if stands is not None and _steps(stands, to):
        sqlite_file.copy(file, copy_before(file, newest() if to == "head" else to))


def _engine(address: URL) -> AsyncEngine:
    engine = create_async_engine(address)
    if sqlite_path(address):
        event.listen(engine.sync_engine, "connect", _plain)
        event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _upgrade(connection: Connection, to: str, settling: bool) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    if not settling and inspect(connection).has_table(UNSETTLED):
        raise Unsettled
    stands = _revision(connection)
    steps = _steps(stands, to)
    if not steps:
        return
    before = _rows(connection)
    command.upgrade(config(connection), to)
    after = _rows(connection)
    meant = {name for step in steps for name in getattr(step.module, "rows_change", ())}
    for name in (before.keys() & after.keys()) - meant - {"alembic_version"}:
        if before[name] != after[name]:
            raise BrokenMigration(name)
    if connection.dialect.name == "sqlite":
        _check_references(connection)


def _check_references(connection: Connection) -> None:
    orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if orphan is not None:
        raise BrokenMigration(orphan[0])
    found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    if found != "ok":
        raise BrokenMigration(found)


def _rows(connection: Connection) -> dict[str, int]:
    counted = {}
    for name in inspect(connection).get_table_names():
        counted[name] = connection.scalar(select(func.count()).select_from(table(name))) or 0
    return counted


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(config())


def _steps(stands: str | None, to: str) -> list[Script]:
    """The steps from where a database stands; NewerDatabase when we do not know that place."""
    if stands is not None and stands not in revisions():
        raise NewerDatabase(stands)
    return list(_scripts().iterate_revisions(to, stands or "base"))


def _plain(connection, _record) -> None:  # type: ignore[no-untyped-def]
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=OFF")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
