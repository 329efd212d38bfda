"""Migrations: from the tables of any earlier version to ours, with everything that was kept."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.migrate import config, migrate
from storage.tables import metadata

BEFORE = ("0001", "0002")
ROWS = (
    "INSERT INTO units (id, name, path) VALUES (1, 'Chi bộ 1', '1/')",
    "INSERT INTO members (id, unit_id, name, status, phone, card)"
    " VALUES (7, 1, 'Trần Thị Hoa', 'full', '0900550003', '46000003')",
    "INSERT INTO offices (id, member_id, unit_id, role) VALUES (3, 7, 1, 'secretary')",
)
KEPT = "SELECT m.name, m.phone, m.card, o.role FROM members m JOIN offices o ON o.member_id = m.id"


@pytest.fixture(params=["sqlite", "postgresql"])
def blank_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without any table, on each engine."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/blank.db"
    url = str(request.getfixturevalue("postgres_url"))
    name = "blank_for_migrations"
    asyncio.run(_outside(url, f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}"))
    return url.replace("/postgres?", f"/{name}?")


async def _outside(url: str, *statements: str) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()


async def _inside(url: str, work: Any) -> Any:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        found = await connection.run_sync(work)
    await engine.dispose()
    return found


def _at(revision: str) -> Any:
    def work(connection: Connection) -> None:
        command.upgrade(config(connection), revision)
        for row in ROWS:
            connection.execute(text(row))

    return work


@pytest.mark.parametrize("revision", BEFORE)
def test_what_an_earlier_version_kept_is_still_there(blank_url: str, revision: str) -> None:
    asyncio.run(_inside(blank_url, _at(revision)))

    asyncio.run(migrate(blank_url))

    rows = asyncio.run(_inside(blank_url, lambda it: it.execute(text(KEPT)).all()))
    assert [tuple(row) for row in rows] == [("Trần Thị Hoa", "0900550003", "46000003", "secretary")]


def test_the_migrated_tables_are_the_tables_of_the_program(blank_url: str) -> None:
    asyncio.run(migrate(blank_url))

    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    assert asyncio.run(_inside(blank_url, differences)) == []


def test_a_database_of_this_version_is_left_as_it_is(blank_url: str) -> None:
    asyncio.run(migrate(blank_url))
    asyncio.run(migrate(blank_url))

    found = asyncio.run(
        _inside(blank_url, lambda it: it.execute(text("SELECT * FROM alembic_version")).scalar())
    )
    assert found == "0003"
