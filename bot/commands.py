"""What the commands of the command line do, in the language of whoever runs the place."""

import asyncio
import sys
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import Progress

from bot import app as running
from bot.app import App, clock_of
from bot.books import held, migrate_database, opened, ready
from bot.letters import letters_for
from bot.on_terminal import TerminalDoor
from bot.reporting import report
from bot.settings import Settings
from bot.texts import Texts
from files.letters import make_letters
from files.spreadsheets import read_grid
from rules.refusal import Refusal
from rules.roster import read_roster
from services import roster

console = Console(highlight=False)


def sentence(no: Refusal, settings: Settings | None = None) -> str:
    """A refusal as one clear sentence."""
    settings = settings or Settings()
    texts = Texts(settings.pack, settings.organisation().zone)
    return texts.say(no.key, no.values, settings.language)


async def run_bot(settings: Settings) -> None:
    """The real bot, until it is stopped."""
    if not settings.telegram_token.get_secret_value():
        raise Refusal("commands.no_token")
    if settings.webhook_url and not (
        settings.webhook_secret.get_secret_value() and settings.web_port
    ):
        raise Refusal("commands.no_webhook_secret")
    async with held(settings):
        await migrate_database(settings)
        await running.run(settings)


async def import_roster(settings: Settings, file: Path, *, dry_run: bool, yes: bool) -> None:
    """Show what a list would change; write all of it, or nothing."""
    if not file.is_file():  # noqa: ASYNC240 - one look before any other work
        raise Refusal("commands.no_file", name=file.name)
    await ready(settings)
    texts = Texts(settings.pack, settings.organisation().zone)
    async with opened(settings) as database:
        now = clock_of(settings)()
        today = database.org.today(now)
        grid = await asyncio.to_thread(read_grid, file)
        read = await asyncio.to_thread(read_roster, grid.rows, today)
        async with database.transaction() as store:
            plan = await roster.plan(store, read, today)
            for line in report(read, plan, texts, settings.language):
                console.print(line, markup=False)
            if dry_run or not _goes_on(plan, texts, settings, yes=yes):
                console.print(texts.say("commands.nothing_written", {}, settings.language))
                return
            source = texts.say("commands.list_source", {"name": file.name, "day": today}, "vi")
            with Progress(transient=True) as bar:
                job = bar.add_task(file.name, total=len(plan.new) + len(plan.known))
                step = lambda: bar.advance(job)  # noqa: E731
                await roster.apply(store, plan, source, now, progress=step)
        values = {"new": len(plan.new), "changed": len(plan.changed)}
        console.print(texts.say("commands.written", values, settings.language))


async def write_letters(settings: Settings, out: Path, unit: str, *, everyone: bool) -> None:
    """Letters of invitation for those who have not joined; earlier codes become void."""
    if not settings.bot_name:  # a letter whose link opens nobody's bot would be worse than none
        raise Refusal("commands.no_bot_name")
    if not out.parent.is_dir():
        raise Refusal("commands.no_folder", name=str(out.parent))
    await ready(settings)
    texts = Texts(settings.pack, settings.organisation().zone)
    now = clock_of(settings)()
    async with opened(settings) as database, database.transaction() as store:
        found = await letters_for(store, settings, texts, unit, now, everyone=everyone)
        if not found.letters:
            raise Refusal("commands.no_letters")
        await asyncio.to_thread(make_letters, found.letters, found.words, out)
    values = {"count": len(found.letters), "name": str(out)}
    console.print(texts.say("commands.letters_written", values, settings.language), markup=False)


async def talk(settings: Settings, code: str) -> None:
    """A conversation in this terminal, as one more account of its own."""
    async with held(settings):
        await migrate_database(settings)
        await _talk(settings, code)


async def _talk(settings: Settings, code: str) -> None:
    app = App(settings, clock_of(settings))
    door = TerminalDoor(lambda _address, text: console.print(text + "\n", markup=False))
    app.doors[door.name] = door
    app.nursery.start(app.courier.work(), "courier")
    line, number = f"/start {code}".strip(), 0
    try:
        while line:
            number += 1
            key = f"{app.clock().timestamp()}-{number}"
            await app.take(door.understand("terminal", key, line, settings.language))
            await app.nursery.settle("show")
            line = (await asyncio.to_thread(sys.stdin.readline)).strip()
    finally:
        await app.close()


def _goes_on(plan: roster.Plan, texts: Texts, settings: Settings, *, yes: bool) -> bool:
    if not plan.new and not plan.changed:
        return False
    question = texts.say("commands.write_it", {}, settings.language)
    return yes or not sys.stdin.isatty() or typer.confirm(question)
