"""What the commands of the command line do, in the language of whoever runs the place."""

import asyncio
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rich.console import Console

from bot import app as running
from bot.app import App, clock_of
from bot.books import held, migrate_database, opened, ready
from bot.importing import Asked, Import
from bot.letters import Which, letters_for
from bot.on_terminal import TerminalDoor
from bot.settings import Settings
from bot.texts import Texts
from files.letters import make_letters
from rules.refusal import Refusal

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
        with ended_by_sigterm():
            await running.run(settings)


@contextmanager
def ended_by_sigterm() -> Iterator[None]:
    """The task in this block is cancelled by SIGTERM, as a server that is shut down sends it; then
    what was begun ends well, and that is no failure."""
    task, told = asyncio.current_task(), False

    def end() -> None:
        nonlocal told
        told = True
        assert task is not None
        task.cancel()

    with suppress(NotImplementedError):  # a system without signals
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, end)
    try:
        yield
    except asyncio.CancelledError:
        if not told:
            raise


async def import_roster(settings: Settings, file: Path, asked: Asked) -> None:
    """Show what a list would change; write all of it, or nothing."""
    if not file.is_file():  # noqa: ASYNC240 - one look before any other work
        raise Refusal("commands.no_file", name=file.name)
    await ready(settings)
    async with opened(settings) as database:
        await Import(settings, asked).run(database, file)


async def write_letters(settings: Settings, out: Path, which: Which) -> None:
    """Letters of invitation; earlier codes of those who get one become void."""
    if not settings.bot_name:  # a letter whose link opens nobody's bot would be worse than none
        raise Refusal("commands.no_bot_name")
    if not out.parent.is_dir():
        raise Refusal("commands.no_folder", name=str(out.parent))
    await ready(settings)
    texts = Texts(settings.pack, settings.organisation().zone)
    now = clock_of(settings)()
    async with opened(settings) as database, database.transaction() as store:
        found = await letters_for(store, settings, texts, which, now)
        await asyncio.to_thread(make_letters, found.letters, found.words, out)
    values = {"count": len(found.letters), "name": str(out), "member": found.letters[0].name}
    key = "commands.letter_written" if which.member else "commands.letters_written"
    console.print(texts.say(key, values, settings.language), markup=False, soft_wrap=True)


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
