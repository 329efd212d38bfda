"""Bringing the books back from a backup, so that nothing is sent twice and a person looks first."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from rich.console import Console
from sqlalchemy.engine import make_url

from bot import voices
from bot.backups import copy_to, passphrase
from bot.books import held, migrate_database, opened, ready, say
from bot.clock import clock_of
from bot.settings import Settings
from files.keeping import Shelf
from files.sealing import NotOpened, is_sealed, unseal
from rules.backups import made_at
from rules.refusal import Refusal
from scheduler.jobs import JOBS
from scheduler.timetable import Timetable
from services import restoring
from services.restoring import Cleared, Held
from storage import backups, postgres_copy, sqlite_file
from storage.engine import Database
from storage.migrate import sqlite_path
from storage.postgres_copy import MissingProgram
from storage.sqlite_file import Damaged, NotCopied

console = Console(highlight=False)
ALEMBIC = "alembic_version"  # the table every database of ours has


async def restore(settings: Settings, file: Path) -> None:
    """Put a backup in the place of the present books, which are kept aside, and say what a person
    must look at. Refused while the handbook runs and when the file is not whole."""
    if not await asyncio.to_thread(file.is_file):
        raise Refusal("commands.no_file", name=file.name)
    now = clock_of(settings)()
    copied_at = await asyncio.to_thread(_copied_at, file)
    async with held(settings, alone=True):
        with TemporaryDirectory(dir=_workshop(settings), prefix=".restore-") as folder:
            plain = await _verified(settings, file, Path(folder))
            bring = _into_file if sqlite_path(make_url(settings.database)) else _into_postgres
            aside, cleared, kept = await bring(settings, plain, copied_at, now)
        names = await backups.files(settings.database)
        files = await asyncio.to_thread(_bring_files, settings, file.parent, names)
    for line in _report(settings, file, aside, copied_at, cleared, kept, files):
        console.print(line, markup=False, soft_wrap=True)


async def release(settings: Settings, *, send_held: bool) -> None:
    """Let restored books speak again."""
    await ready(settings)
    now = clock_of(settings)()
    async with opened(settings) as database, database.transaction() as store:
        count = await restoring.release(store, now, send=send_held)
    key = "backups.released_sending" if send_held else "backups.released"
    console.print(say(settings, key, count=count), soft_wrap=True)


def _copied_at(file: Path) -> datetime:
    """When a backup was made: its name says so, or else when it was written."""
    return made_at(file.name) or datetime.fromtimestamp(file.stat().st_mtime, UTC)


def _workshop(settings: Settings) -> Path:
    """A folder on the disk where the books lie, for files that are moved into their place."""
    file = sqlite_path(make_url(settings.database))
    folder = file.parent if file else settings.data_dir
    folder.mkdir(parents=True, exist_ok=True)
    return folder


async def _verified(settings: Settings, file: Path, folder: Path) -> Path:
    """A plain copy of the backup, read from the first row to the last."""
    plain = folder / f"restored.{backups.ending(settings.database)}"
    try:
        if await asyncio.to_thread(is_sealed, file):
            key = passphrase(settings)
            if not key:
                raise Refusal("backups.needs_key", name=file.name)
            await asyncio.to_thread(unseal, file, plain, key)
        else:
            await asyncio.to_thread(copyfile, file, plain)
        rows = await backups.read(settings.database, plain)
    except NotOpened:
        raise Refusal("backups.wrong_key", name=file.name) from None
    except Damaged:
        raise Refusal("backups.unreadable", name=file.name) from None
    except MissingProgram as missing:
        raise Refusal("backups.no_program", name=str(missing)) from None
    if ALEMBIC not in rows:
        raise Refusal("backups.unreadable", name=file.name)
    return plain


async def _into_file(
    settings: Settings, plain: Path, copied_at: datetime, now: datetime
) -> tuple[Path | None, Cleared, Held]:
    """Settle the copy while it lies aside; then it takes the place of the present file."""
    there = make_url(settings.database)
    staged = settings.model_copy(
        update={"database_url": there.set(database=str(plain)).render_as_string(False)}
    )
    await migrate_database(staged)
    cleared, kept = await _settle(staged, copied_at, now)
    path = sqlite_path(there)
    assert path is not None
    aside = path.with_name(f"{path.stem}-before-restore-{now:%Y%m%d-%H%M%S}{path.suffix}")
    was_there = path.exists()
    await asyncio.to_thread(sqlite_file.swap, plain, path, aside)
    return aside if was_there else None, cleared, kept


async def _into_postgres(
    settings: Settings, plain: Path, copied_at: datetime, now: datetime
) -> tuple[Path | None, Cleared, Held]:
    """Dump the present tables, replace them, and settle what came back."""
    # No name of a backup: it is never dropped, and takes no good backup's place.
    aside = await copy_to(settings, f"before-restore-{now:%Y%m%d-%H%M%S}.dump")
    try:
        await postgres_copy.bring_back(make_url(settings.database), plain)
    except MissingProgram as missing:
        raise Refusal("backups.no_program", name=str(missing)) from None
    except NotCopied as problem:
        raise Refusal("backups.not_restored", problem=str(problem)) from None
    await migrate_database(settings, settling=True)
    return aside.path, *await _settle(settings, copied_at, now)


async def _settle(settings: Settings, copied_at: datetime, now: datetime) -> tuple[Cleared, Held]:
    """Let everything that fell due since happen in the books, and hold what it would send."""
    org = replace(settings.organisation(), read_aloud=voices.read_aloud)
    database = Database(settings.database, org)
    reason = say(settings, "backups.poll_reason", moment=copied_at)
    try:
        async with database.transaction() as store:
            cleared = await restoring.clear(store, reason, now)
        await Timetable(database, JOBS).tick(now)
        async with database.transaction() as store:
            return cleared, await restoring.hold(store, copied_at, now)
    finally:
        await database.close()


def _bring_files(settings: Settings, folder: Path, names: Sequence[str]) -> tuple[int, int]:
    """Put back what the books name and is not there, from beside the backup; how many were put
    back, and how many are missing now. Files are never replaced: they do not change."""
    gone = [name for name in names if not (settings.files / name).exists()]
    key = settings.backup_key.get_secret_value()
    shelves = [Shelf(folder, one) for one in dict.fromkeys((key, ""))]
    back = sum(_bring_one(shelves, name, settings.files / name) for name in gone)
    return back, len(gone) - back


def _bring_one(shelves: Sequence[Shelf], name: str, target: Path) -> bool:
    try:
        return any(shelf.bring_back(name, target) for shelf in shelves)
    except OSError:  # no room, or a disk that cannot be read: the books are back all the same
        return False


def _report(
    settings: Settings,
    file: Path,
    aside: Path | None,
    copied_at: datetime,
    cleared: Cleared,
    kept: Held,
    files: tuple[int, int],
) -> Iterator[str]:
    """What was done and what a person must do now, a line each."""

    def line(key: str, **values: object) -> str:
        return say(settings, f"backups.{key}", **values)

    yield line("restored", name=file.name, moment=copied_at)
    if aside is not None:
        yield line("kept_aside", name=str(aside))
    back, missing = files
    if back:
        yield line("files_back", count=back)
    yield line("holding", count=kept.messages)
    yield line("to_do")
    yield line("since", moment=copied_at)
    if missing:
        yield line("files_gone", count=missing)
    if cleared.codes:
        yield line("codes_void", count=cleared.codes)
    for poll in cleared.cancelled:
        yield line("poll_cancelled", unit=poll.unit_name, question=poll.question)
    for poll in kept.open_polls:
        yield line("poll_open", unit=poll.unit_name, question=poll.question)
    for meeting in kept.meetings:
        yield line("meeting_since", unit=meeting.unit_name, title=meeting.title)
    yield line("then_release")
