"""Brings a database to the tables of this version."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

MIGRATIONS = Path(__file__).parent / "migrations"


class NewerDatabase(Exception):
    """The database was written by a newer version of the program."""


async def migrate(url: str) -> None:
    """Upgrade the database to the newest revision; NewerDatabase when it is ahead of us."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    # An engine of its own: batch migrations rebuild tables, and with foreign keys on SQLite would
    # quietly delete the children of a rebuilt parent.
    engine = create_async_engine(url)
    if address.get_backend_name() == "sqlite":
        event.listen(engine.sync_engine, "connect", _plain)
        event.listen(engine.sync_engine, "begin", _begin)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade)
    finally:
        await engine.dispose()


async def stands(url: str) -> bool:
    """Whether there is a database at that address; asking makes none."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return bool(address.database) and Path(str(address.database)).is_file()  # noqa: ASYNC240
    engine = create_async_engine(url)
    try:
        async with engine.connect():
            return True
    except (OSError, SQLAlchemyError):
        return False
    finally:
        await engine.dispose()


def config(connection: Connection) -> Config:
    """Alembic's settings for this connection."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    settings.attributes["connection"] = connection
    return settings


def _upgrade(connection: Connection) -> None:
    settings = config(connection)
    scripts = ScriptDirectory.from_config(settings)
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in {one.revision for one in scripts.walk_revisions()}:
        raise NewerDatabase(current)
    command.upgrade(settings, "head")


def _plain(connection, _record) -> None:  # type: ignore[no-untyped-def]
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
