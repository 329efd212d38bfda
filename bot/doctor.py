"""How the handbook is, in plain words for the person who looks after it. No names of members, none
of their words, no phone, code or token."""

import asyncio
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from rich.console import Console
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from audio.engines import EngineFailed, Speed
from audio.espeak import Espeak
from audio.piper import NoVoice, read_voice
from bot.books import newest_backup, opened, say
from bot.clock import clock_of
from bot.engines import engines_of, not_installed
from bot.loudspeaker import why_closed
from bot.settings import Settings
from bot.zalo_calls import messenger_of
from rules.backups import made_at
from rules.bulletins import month_words
from rules.quotas import has_room, month_of
from rules.words import words
from scheduler.jobs import JOBS
from scheduler.timetable import Timetable
from services import bulletins_loudspeaker as outgoing
from storage import (
    accounts,
    deliveries,
    mailings,
    quotas,
    restorations,
    sqlite_file,
    updates,
)
from storage.engine import Database
from storage.migrate import current, newest, revisions, sqlite_path
from storage.sqlite_file import Journal
from storage.store import Row

console = Console(highlight=False)
STALE = timedelta(hours=36)  # a night was missed
STUCK = timedelta(hours=1)  # a message that is due this long: is the handbook running at all?
ROOM = 500  # megabytes a disk must have free
HELD = 100 * 2**20  # bytes of the journal that a reader may keep from the database
AGES = timedelta(days=1), timedelta(days=7)  # of messages that are uncertain
MOST = 10  # paused broadcasts that are named
KINDS = ("notice", "meeting", "poll", "bulletin")  # what their causes begin with


@dataclass(frozen=True)
class Finding:
    """One line of the report; `needs_someone` when it does not get well by itself."""

    key: str
    needs_someone: bool = False
    values: dict[str, Any] = field(default_factory=dict)


def fine(key: str, **values: Any) -> Finding:
    """Something to know."""
    return Finding(key, False, values)


def needs(key: str, **values: Any) -> Finding:
    """Something to do."""
    return Finding(key, True, values)


async def examine(settings: Settings) -> int:
    """Print how everything is; 1 when something needs a person, else 0."""
    now = clock_of(settings)()
    found = [one async for one in _findings(settings, now)]
    for one in found:
        mark = "!" if one.needs_someone else "·"
        console.print(
            f"{mark} {say(settings, one.key, **one.values)}", markup=False, soft_wrap=True
        )
    to_do = sum(one.needs_someone for one in found)
    console.print(
        say(settings, "doctor.to_do" if to_do else "doctor.well", count=to_do), soft_wrap=True
    )
    return 1 if to_do else 0


async def _findings(settings: Settings, now: datetime) -> AsyncIterator[Finding]:
    books = await _books(settings)
    yield books
    if not books.needs_someone:
        async with opened(settings) as database:
            for one in (*await _inside(database, now), *await _quotas(settings, database, now)):
                yield one
            for one in await _loudspeaker(settings, database, now):
                yield one
    yield _backup(settings, now)
    yield _room(settings)
    for one in _doors(settings):
        yield one
    needed = bool(settings.zalo_bots) or settings.public_bulletins
    for one in links(settings, needed=needed):
        yield one
    for one in await _voices(settings):
        yield one


async def _books(settings: Settings) -> Finding:
    """Whether there are books, whole and of this version."""
    file = sqlite_path(make_url(settings.database))
    try:
        if file and not await asyncio.to_thread(file.exists):
            return needs("doctor.no_books")
        if file:
            await asyncio.to_thread(sqlite_file.check, file)
        stands = await current(settings.database)
    except sqlite_file.Damaged:
        return needs("doctor.damaged")
    except (DBAPIError, OSError) as problem:
        return needs("doctor.no_answer", kind=type(problem).__name__)
    if stands == newest():
        return fine("doctor.books", revision=stands)
    if stands is None or stands in revisions():
        return needs("doctor.older_books")
    return needs("doctor.newer_books", revision=stands)


async def _inside(database: Database, now: datetime) -> Sequence[Finding]:
    late = await Timetable(database, JOBS).overdue(now)
    async with database.transaction() as store:
        paused = await restorations.paused(store)
        states = await deliveries.by_state(store)
        lanes = await deliveries.lanes(store)
        stopped = await mailings.paused(store)
        fresh = [await deliveries.uncertain_since(store, now - age) for age in AGES]
        aside = len(await updates.aside(store))
        unreachable = await accounts.unreachable_by_unit(store)
    oldest = min((due for _, due in lanes.values()), default=None)
    found = [needs("doctor.paused")] if paused else list(_time(oldest, late, now))
    found += _messages(states)
    found += _uncertain(states["uncertain"], *fresh)
    found += [_stopped(row) for row in stopped[:MOST]]
    found += _journal(await database.journal())
    found += [needs("doctor.aside", count=aside)] if aside else []
    found += [
        fine("doctor.unreachable", unit=row["name"], people=row["people"]) for row in unreachable
    ]
    return found


async def _quotas(settings: Settings, database: Database, now: datetime) -> Sequence[Finding]:
    """What each bot of Zalo's has carried, and for how many; a person is needed from four fifths
    on, and when there are more people than it serves."""
    found, monthly, most = [], settings.zalo_monthly, settings.zalo_people
    async with database.transaction() as store:
        for token in settings.zalo_bots:
            messenger = messenger_of(token)
            spent = await quotas.spent(store, messenger, month_of(now, store.org))
            people = await quotas.people(store, messenger)
            tight = not has_room(spent, monthly, urgent=False) or bool(most and people >= most)
            say = needs if tight else fine
            figures = {"spent": spent, "monthly": monthly, "people": people, "most": most}
            found.append(say("doctor.quota", bot=messenger.partition(":")[2], **figures))
    return found


async def _loudspeaker(settings: Settings, database: Database, now: datetime) -> Sequence[Finding]:
    """Whether the loudspeaker's folder takes files, and which bulletins are not in it."""
    folder = settings.loudspeaker_dir
    if folder is None:
        return []
    if wrong := await asyncio.to_thread(why_closed, folder):
        return [needs(wrong)]
    async with database.transaction() as store:
        waiting = await outgoing.waiting(store, now)
    late = [one for one in waiting if one.sent_at and now - one.sent_at > STUCK]
    return [needs("doctor.loudspeaker_waits", month=month_words(one.month)) for one in late] or [
        fine("doctor.loudspeaker")
    ]


def _time(oldest: datetime | None, late: int, now: datetime) -> Iterator[Finding]:
    if oldest is not None and now - oldest > STUCK:
        yield needs("doctor.stuck", moment=oldest)
    if late:
        yield needs("doctor.late", count=late)


def _messages(states: Counter[str]) -> Iterator[Finding]:
    yield fine("doctor.waiting", count=states["queued"] + states["leased"] + states["sending"])
    if states["held"]:
        yield needs("doctor.held", count=states["held"])
    if states["failed"]:
        yield fine("doctor.failed", count=states["failed"])


def _uncertain(count: int, day: int, week: int) -> Iterator[Finding]:
    if count:
        yield fine("doctor.uncertain", count=count, day=day, week=week - day, older=count - week)


def _stopped(row: Row) -> Finding:
    """A broadcast that is paused: whoever wrote it must say whether it goes on."""
    kind = row["cause"].partition(":")[0]
    about = words(f"doctor.{kind}" if kind in KINDS else "doctor.broadcast")
    return needs(
        "doctor.broadcast_paused", about=about, moment=row["created_at"], count=row["waiting"]
    )


def _journal(journal: Journal | None) -> Iterator[Finding]:
    if journal and journal.held > HELD:
        yield needs("doctor.journal_held", megabytes=journal.held // 2**20)
    elif journal:
        yield fine("doctor.journal", megabytes=journal.size // 2**20)


def _backup(settings: Settings, now: datetime) -> Finding:
    path = newest_backup(settings.backups)
    moment = made_at(path.name) if path else None
    if path is None or moment is None:
        return needs("doctor.no_backup")
    if now - moment > STALE:
        return needs("doctor.old_backup", moment=moment)
    sealed = path.name.endswith(".sealed")
    return fine("doctor.sealed_backup" if sealed else "doctor.open_backup", moment=moment)


def _room(settings: Settings) -> Finding:
    folder = settings.data_dir
    free = shutil.disk_usage(folder if folder.exists() else ".").free // 2**20
    return (needs if free < ROOM else fine)("doctor.room", megabytes=free)


def _doors(settings: Settings) -> Iterator[Finding]:
    """How messages come in, by each door there is a token for."""
    if not settings.telegram_token.get_secret_value() and not settings.zalo_bots:
        yield needs("doctor.no_token")
        return
    if settings.telegram_token.get_secret_value():
        yield _door(settings, settings.webhook_url, settings.webhook_secret)
    if settings.zalo_bots and not settings.zalo_webhook_url:
        yield needs("doctor.zalo_fetched")
    elif settings.zalo_bots:
        yield _door(settings, settings.zalo_webhook_url, settings.zalo_webhook_secret)


def _door(settings: Settings, url: str, secret: SecretStr) -> Finding:
    if not url:
        return fine("doctor.fetched")
    if secret.get_secret_value() and settings.web_port:
        return fine("doctor.brought")
    return needs("commands.no_webhook_secret")


def links(settings: Settings, *, needed: bool) -> Iterator[Finding]:
    """Whether links to our own pages lead anywhere; `needed` by a messenger that takes no files."""
    if not settings.public_url:
        if needed:
            yield needs("doctor.no_public_url")
    elif not settings.web_port:
        yield needs("doctor.no_web_port")
    elif not settings.public_url.startswith("https://"):
        yield needs("doctor.open_public_url")
    else:
        yield fine("doctor.pages")


async def _voices(settings: Settings) -> Sequence[Finding]:
    """Whether the built-in voice speaks, and the voices a bulletin is given to in their order."""
    found = [needs("doctor.voice_not_installed", name=name) for name in not_installed(settings)]
    if settings.piper_voice:
        found += await asyncio.to_thread(_brought_along, settings.piper_voice)
    try:
        await Espeak().speak(["Xin chào."], "vi", Speed.NORMAL)
    except EngineFailed:
        return [*found, needs("doctor.no_voice")]
    names = ", ".join(engine.name for engine in engines_of(settings))
    return [*found, fine("doctor.voices", names=names)]


def _brought_along(model: Path) -> Sequence[Finding]:
    try:
        read_voice(model)
    except NoVoice as lacking:
        return [needs("doctor.voice_not_whole", file=lacking.file)]
    return []
