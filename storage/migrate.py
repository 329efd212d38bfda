"""Brings a database to the tables of this version, so that no row is lost on the way.

An engine of its own does it: batch migrations rebuild tables, and with foreign keys on SQLite would
quietly delete the children of a rebuilt parent. What has rows is copied first, on PostgreSQL by its
own `pg_dump`; afterwards every foreign key must hold and every table must have the rows it had, or
nothing has happened.
"""

import asyncio
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, column, create_engine, event, func, inspect, select, table
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from storage import postgres_copy, sqlite_file
from storage.postgres_copy import UNSETTLED
from storage.sqlite_file import NotCopied

MIGRATIONS = Path(__file__).parent / "migrations"
ALEMBIC = "alembic_version"  # the table that says where a database stands
ONE_AT_A_TIME = 7_260_005  # the PostgreSQL lock under which processes that start together wait


class NewerDatabase(Exception):
    """The database was written by a newer version of the program."""


class Unsettled(Exception):
    """The books came back from a backup and what is queued in them was not held yet."""


class BrokenMigration(Exception):
    """A migration lost or orphaned rows of a table; it was undone."""


async def migrate(
    url: str, to: str = "head", *, copies: Path | None = None, settling: bool = False
) -> None:
    """Upgrade the database to the newest revision, or to an older one for tests.

    The copy that is made before lies beside an SQLite file, and for PostgreSQL in the folder
    `copies`. NewerDatabase when the database is ahead of us, `sqlite_file.Damaged` when it cannot
    be read, `sqlite_file.NotCopied`, `postgres_copy.MissingProgram` or `OtherVersion` when there is
    no copy, BrokenMigration when rows went missing or lost what they refer to. After each of them
    the database is as it was. Unsettled unless it is the `settling` of books from a backup that
    asks: that backup is their copy.
    """
    address = make_url(url)
    if file := sqlite_path(address):
        await asyncio.to_thread(_migrate_file, address, file, to)
        return
    engine = create_async_engine(address, hide_parameters=True)
    try:
        async with engine.begin() as connection:
            if await connection.run_sync(_will_change, to, settling):
                await _dump_before(address, copies, to)
            await connection.run_sync(_upgrade, to)
    finally:
        await engine.dispose()


async def stands(url: str) -> bool:
    """Whether there is a database at that address; asking makes none."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        file = sqlite_path(address)
        return file is not None and file.is_file()
    engine = create_async_engine(address, hide_parameters=True)
    try:
        async with engine.connect():
            return True
    except (OSError, SQLAlchemyError):
        return False
    finally:
        await engine.dispose()


async def current(url: str) -> str | None:
    """The revision a database stands at; None when it has no tables yet."""
    engine = create_async_engine(url, hide_parameters=True)
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
    revision = newest() if to == "head" else to
    return file.with_name(f"{file.stem}-before-{revision}{file.suffix}")


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings for this connection. Whoever sets the attribute "after_each" is called
    back after each step, before the next."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    settings.attributes["connection"] = connection
    return settings


def _migrate_file(address: URL, file: Path, to: str) -> None:
    """All of it in one thread: to hand each of a thousand statements to another takes longer."""
    _prepare_file(file, to)
    engine = create_engine(address.set(drivername="sqlite"), hide_parameters=True)
    event.listen(engine, "connect", _plain)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            _upgrade(connection, to)
    finally:
        engine.dispose()


def _prepare_file(file: Path, to: str) -> None:
    """Make room for a new database; look at one that is there, and copy it if it will change."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists() or not file.stat().st_size:
        return
    sqlite_file.check(file, quick=True)
    stands = sqlite_file.revision(file)
    if stands is not None and _steps(stands, to):
        sqlite_file.copy(file, copy_before(file, to))


def _will_change(connection: Connection, to: str, settling: bool) -> bool:
    """Whether rows on a PostgreSQL are about to change of which there is no copy. From now until
    the end of the transaction no other process migrates it."""
    connection.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    if settling:
        return False
    if inspect(connection).has_table(UNSETTLED):
        raise Unsettled
    stands = _revision(connection)
    if stands is None or not _steps(stands, to):
        return False
    return any(rows for name, rows in _rows(connection).items() if name != ALEMBIC)


async def _dump_before(address: URL, copies: Path | None, to: str) -> None:
    if copies is None:
        raise NotCopied("no folder for the copy")
    await asyncio.to_thread(copies.mkdir, mode=0o700, parents=True, exist_ok=True)
    await postgres_copy.copy(address, copy_before(copies / "sotay.dump", to))


def _upgrade(connection: Connection, to: str) -> None:
    stands = _revision(connection)
    steps = _steps(stands, to)
    if not steps:
        return
    before = _rows(connection)
    command.upgrade(config(connection), to)
    after = _rows(connection)
    meant = {name for step in steps for name in getattr(step.module, "rows_change", ())}
    for name in (before.keys() & after.keys()) - meant - {ALEMBIC}:
        if before[name] != after[name]:
            raise BrokenMigration(name)
    for name in after:
        _check_references(connection, name)
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
        if found != "ok":
            raise BrokenMigration(found)


def _check_references(connection: Connection, name: str) -> None:
    """BrokenMigration when a row of this table refers to one that is not there. PostgreSQL is asked
    too: a step may have switched its own watching off."""
    for key in inspect(connection).get_foreign_keys(name):
        pairs = list(zip(key["constrained_columns"], key["referred_columns"], strict=True))
        child = table(name, *(column(one) for one, _ in pairs))
        parent = table(key["referred_table"], *(column(other) for _, other in pairs)).alias()
        there = select(parent).where(*(child.c[one] == parent.c[other] for one, other in pairs))
        refers = [child.c[one].is_not(None) for one, _ in pairs]
        if connection.execute(select(child).where(*refers, ~there.exists()).limit(1)).first():
            raise BrokenMigration(name)


def _rows(connection: Connection) -> dict[str, int]:
    counted = {}
    for name in inspect(connection).get_table_names():
        counted[name] = connection.scalar(select(func.count()).select_from(table(name))) or 0
    return counted


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


@cache
def _scripts() -> ScriptDirectory:
    # Reading the steps takes longer than finding that none is left to take.
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
