"""The handbook as a process of its own: at the messenger, or in this terminal."""

import asyncio
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from rich.console import Console

from bot import app as running
from bot.app import App
from bot.books import held, migrate_database
from bot.clock import clock_of
from bot.on_terminal import TerminalDoor
from bot.settings import Settings
from rules.refusal import Refusal

console = Console(highlight=False)


async def run_bot(settings: Settings) -> None:
    """The real bot, until it is stopped."""
    if not settings.telegram_token.get_secret_value() and not settings.zalo_bots:
        raise Refusal("commands.no_token")
    for url, secret in (
        (settings.webhook_url, settings.webhook_secret),
        (settings.zalo_webhook_url, settings.zalo_webhook_secret),
    ):
        if url and not (secret.get_secret_value() and settings.web_port):
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
