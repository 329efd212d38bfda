"""A database from the time of one file a meeting keeps that file."""

import asyncio
from pathlib import Path

from alembic import command
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from rules.meetings import Attachment
from rules.organisation import Organisation
from storage import meetings
from storage.engine import Database
from storage.migrate import config, migrate

BEFORE = "0002"
ROWS = (
    "INSERT INTO units (id, name, path) VALUES (1, 'Chi bộ 1', '1/')",
    "INSERT INTO members (id, unit_id, name, status) VALUES (1, 1, 'Lê Văn Bình', 'full')",
    "INSERT INTO media (id, fingerprint, kind, name, remote, created_at)"
    " VALUES (9, 'f', 'document', 'bao-cao.pdf', '{}', '2026-11-01 02:00:00')",
)
MEETING = (
    "INSERT INTO meetings (id, unit_id, author_id, kind, title, starts_at, place, agenda,"
    " media_id, state, sequence, secret, created_at)"
    " VALUES (:id, 1, 1, 'thematic', '', '2026-11-27 12:30:00', 'Đình làng', '',"
    " :media_id, 'called', 0, 's', '2026-11-01 02:00:00')"
)


async def _database_of_before(url: str) -> None:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(lambda one: command.upgrade(config(one), BEFORE))
        for row in ROWS:
            await connection.execute(text(row))
        for number, media_id in ((3, 9), (4, None)):
            await connection.execute(text(MEETING), {"id": number, "media_id": media_id})
    await engine.dispose()


def test_a_meeting_with_one_file_still_has_it(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/before.db"
    asyncio.run(_database_of_before(url))
    asyncio.run(migrate(url))
    asyncio.run(_read(url))


async def _read(url: str) -> None:
    database = Database(url, Organisation())
    async with database.transaction() as store:
        found = [await meetings.get(store, number) for number in (3, 4)]
        assert [one and (one.files, one.place) for one in found] == [
            (1, "Đình làng"),
            (0, "Đình làng"),
        ]
        assert await meetings.attachments(store, 3) == [Attachment(9, "document", "bao-cao.pdf")]
    await database.close()
