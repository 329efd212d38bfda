"""The books as commands open them: held, brought to this version, and what is said when not."""

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy.engine import make_url

from bot.settings import Settings
from bot.texts import Texts
from bot.voices import with_voice
from rules.backups import made_at
from rules.refusal import Refusal
from rules.units import Unit
from storage import presence, sqlite_file, units
from storage.engine import Database
from storage.migrate import BrokenMigration, NewerDatabase, Unsettled, migrate, newest, sqlite_path
from storage.postgres_copy import MissingProgram, OtherVersion
from storage.sqlite_file import Damaged, NotCopied
from storage.store import Store


def say(settings: Settings, key: str, **values: Any) -> str:
    """A text in the language of whoever runs the place."""
    texts = Texts(settings.pack, settings.organisation().zone)
    return texts.say(key, values, settings.language)


def sentence(no: Refusal, settings: Settings) -> str:
    """A refusal as one clear sentence."""
    return say(settings, no.key, **no.values)


async def units_called(store: Store, name: str) -> Sequence[Unit]:
    """Every unit of that name, however it is typed."""
    return [one for one in await units.all_units(store) if _plain(one.name) == _plain(name)]


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


async def migrate_database(settings: Settings, *, settling: bool = False) -> None:
    """Bring the database to this version; refused when it is ahead of us, damaged or full."""
    try:
        await migrate(settings.database, copies=settings.data_dir, settling=settling)
    except NewerDatabase as newer:
        raise Refusal("commands.newer_database", revision=str(newer)) from None
    except Damaged:
        raise _damaged(settings) from None
    except NotCopied as problem:
        raise Refusal("backups.not_copied", problem=str(problem)) from None
    except MissingProgram as missing:
        raise Refusal("backups.no_copy_before", name=str(missing)) from None
    except OtherVersion as other:
        raise other_version(other) from None
    except BrokenMigration as broken:
        raise Refusal("commands.broken_migration", table=str(broken)) from None
    except Unsettled:
        raise Refusal("backups.unsettled") from None


async def ready(settings: Settings) -> None:
    """Bring the database to this version for a command that may stand beside a running handbook;
    refused when that one is of an older version, whose tables would change under it."""
    if await asyncio.to_thread(_is_behind, settings):
        async with held(settings):
            await migrate_database(settings)
    else:
        await migrate_database(settings)


@asynccontextmanager
async def held(settings: Settings, *, alone: bool = False) -> AsyncIterator[None]:
    """Hold the database as a running handbook does; refused while it is another's."""
    try:
        async with presence.hold(settings.database, alone=alone):
            yield
    except presence.InUse:
        raise Refusal("backups.bot_runs" if alone else "commands.runs_already") from None


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """The database, as long as the block lasts."""
    database = Database(settings.database, with_voice(settings.organisation()))
    try:
        yield database
    finally:
        await database.close()


def other_version(other: OtherVersion) -> Refusal:
    """What is said when PostgreSQL's programs are not those of its server."""
    return Refusal("backups.other_version", theirs=str(other.theirs), servers=str(other.servers))


def newest_backup(folder: Path) -> Path | None:
    """The backup that was made last."""
    made = {path: made_at(path.name) for path in folder.glob("sotay-*")}
    known = [(moment, path) for path, moment in made.items() if moment is not None]
    return max(known)[1] if known else None


def _is_behind(settings: Settings) -> bool:
    file = sqlite_path(make_url(settings.database))
    if file is None or not file.exists():
        return False
    with suppress(Damaged):
        return sqlite_file.revision(file) not in (None, newest())
    return False


def _damaged(settings: Settings) -> Refusal:
    newest = newest_backup(settings.backups)
    if newest is None:
        return Refusal("commands.damaged", folder=str(settings.backups))
    return Refusal("commands.damaged_restore", backup=str(newest))
