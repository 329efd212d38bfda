"""Backups of the books and the files they name: made, proved, sealed when there is a passphrase,
and dropped when old."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import structlog
from rich.console import Console
from sqlalchemy.engine import make_url

from bot.books import other_version, say
from bot.settings import Settings
from files import keeping
from files.keeping import Shelf
from files.sealing import seal
from rules.backups import file_name, kept, made_at
from rules.refusal import Refusal
from storage import backups
from storage.migrate import sqlite_path
from storage.postgres_copy import MissingProgram, OtherVersion
from storage.sqlite_file import Damaged, NotCopied, settle

console = Console(highlight=False)
log = structlog.get_logger()
SHORTEST_KEY = 20  # letters


@dataclass(frozen=True)
class Backup:
    """A backup that was made and proved; `missing` files are named in the books and not there."""

    path: Path
    rows: int
    sealed: bool
    files: int = 0
    missing: int = 0


async def make_backup(settings: Settings, now: datetime) -> None:
    """Make one now and say so."""
    file = sqlite_path(make_url(settings.database))
    if file and not await asyncio.to_thread(file.exists):
        raise Refusal("doctor.no_books")
    made = await back_up(settings, now)
    key = "backups.made_sealed" if made.sealed else "backups.made"
    lines = [say(settings, key, name=str(made.path), rows=made.rows, files=made.files)]
    if made.missing:
        lines.append(say(settings, "backups.files_missing", count=made.missing))
    for line in lines:
        console.print(line, markup=False, soft_wrap=True)


async def back_up(settings: Settings, now: datetime) -> Backup:
    """Copy the books and then the files they name, prove the copies, seal them, and drop those
    that are too old by now."""
    made = await copy_to(settings, file_name(now, backups.ending(settings.database)))
    names = await backups.files(settings.database)
    try:
        missing = await asyncio.to_thread(_keep_files, settings, names, now)
    except OSError as problem:
        raise Refusal("backups.files_not_copied", problem=str(problem)) from None
    await asyncio.to_thread(_drop_old, settings)
    return replace(made, files=len(names) - missing, missing=missing)


async def copy_to(settings: Settings, name: str) -> Backup:
    """Copy the books into a file of that name among the backups, prove the copy and seal it."""
    key = passphrase(settings)
    target = settings.backups / name
    try:
        await asyncio.to_thread(target.parent.mkdir, mode=0o700, parents=True, exist_ok=True)
        rows = await backups.copy(settings.database, target)
        if key:
            target = await asyncio.to_thread(_seal, target, key)
    except MissingProgram as missing:
        raise Refusal("backups.no_program", name=str(missing)) from None
    except OtherVersion as other:
        raise other_version(other) from None
    except (NotCopied, OSError) as problem:
        raise Refusal("backups.not_copied", problem=str(problem)) from None
    except Damaged:
        raise Refusal("backups.damaged_books") from None
    return Backup(target, sum(rows.values()), bool(key))


def passphrase(settings: Settings) -> str:
    """The passphrase of the settings, empty when there is none; refused when it is too short."""
    key = settings.backup_key.get_secret_value()
    if key and len(key) < SHORTEST_KEY:
        raise Refusal("backups.short_key", letters=SHORTEST_KEY)
    return key


def _seal(plain: Path, key: str) -> Path:
    sealed = plain.with_name(f"{plain.name}.sealed")
    part = sealed.with_name(f"{sealed.name}.part")
    try:
        seal(plain, part, key)
        settle(part, sealed)
    finally:
        plain.unlink()
        part.unlink(missing_ok=True)
    return sealed


def _keep_files(settings: Settings, names: Sequence[str], now: datetime) -> int:
    """Keep those files beside the backups; how many of them are not there."""
    shelf = Shelf(settings.backups, passphrase(settings))
    missing = 0
    for name in names:
        try:
            shelf.keep(settings.files / name, now.timestamp())
        except FileNotFoundError:
            missing += 1
    if missing:
        log.warning("files the books name are missing", count=missing)
    return missing


def _drop_old(settings: Settings) -> None:
    """Drop what the rule does not keep; a file whose name is not ours is never touched."""
    found = {path: made_at(path.name) for path in settings.backups.iterdir()}
    ours = {path: moment for path, moment in found.items() if moment is not None}
    stay = kept(ours.values(), settings.organisation().zone)
    for path, moment in ours.items():
        if moment not in stay:
            path.unlink()
    keeping.drop(settings.backups, min(stay).timestamp())
