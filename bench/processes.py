"""Processes that are measured, each by itself: our bot, its peers, the messengers they talk to."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".venv-peers" / "bin" / "python"
TOKEN = "300000003:" + "b" * 35
PATIENCE = 60.0  # seconds until a process that does not answer is given up
TICK = os.sysconf("SC_CLK_TCK")


class Measured:
    """A running process and what the system knows of it (Linux)."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @property
    def cpu(self) -> float:
        """Seconds of processor time it has used."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    @property
    def memory(self) -> float:
        """Megabytes it holds now."""
        return self._status("VmRSS")

    @property
    def peak(self) -> float:
        """Megabytes it held at most."""
        return self._status("VmHWM")

    def _status(self, name: str) -> float:
        for line in Path(f"/proc/{self._process.pid}/status").read_text().splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) / 1024
        raise KeyError(name)


@asynccontextmanager
async def process(*words: str, env: dict[str, str] | None = None) -> AsyncIterator[Measured]:
    """A process as long as the block lasts; what it prints goes nowhere."""
    running = await asyncio.create_subprocess_exec(
        *words, cwd=ROOT, env=env, stdout=asyncio.subprocess.DEVNULL, stderr=_log()
    )
    try:
        yield Measured(running)
    finally:
        if running.returncode is None:
            running.kill()
        await running.wait()


@asynccontextmanager
async def listening(*words: str) -> AsyncIterator[tuple[str, Measured]]:
    """A server of ours that prints its address first, as long as the block lasts."""
    running = await asyncio.create_subprocess_exec(
        sys.executable, *words, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=_log()
    )
    assert running.stdout is not None
    try:
        line = await asyncio.wait_for(running.stdout.readline(), PATIENCE)
        yield line.decode().strip(), Measured(running)
    finally:
        running.kill()
        await running.wait()


def loopback() -> Any:
    """The smallest messenger; its address and process."""
    return listening("-m", "bench.loopback")


def simulator(limits: str) -> Any:
    """The simulator, which checks everything; its address and process."""
    return listening(
        *("-m", "simulator", "--port", "0", "--empty", "--token", TOKEN, "--limits", limits)
    )


def sotay(address: str, folder: Path, **settings: str) -> Any:
    """`sotay run` at that messenger, with its books in that folder."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("SOTAY_")}
    given = {
        "telegram_token": TOKEN,
        "telegram_api": address,
        "data_dir": str(folder),
        "voice_online": "0",
        "recall_seconds": "0",
        "quiet_from": "23:59:59.999999",  # nothing waits for the morning
        "quiet_until": "00:00",
        **settings,
    }
    env |= {f"SOTAY_{name.upper()}": value for name, value in given.items()}
    return process(sys.executable, "-m", "bot", "run", env=env)


def peer(script: str, *words: str) -> Any:
    """A peer in the environment of its own."""
    return process(str(PEERS), str(ROOT / "bench" / "peers" / script), *words)


class Talk:
    """The control side of a messenger: JSON in, JSON out."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def post(self, path: str, body: Any = None) -> Any:
        """Ask for something to be done."""
        async with self._session.post(path, json=body or {}) as answer:
            return await answer.json(content_type=None)

    async def get(self, path: str) -> Any:
        """Look at something."""
        async with self._session.get(path) as answer:
            return await answer.json(content_type=None)

    async def status(self, path: str) -> int:
        """Only whether it answers, and how."""
        async with self._session.get(path) as answer:
            return answer.status


@asynccontextmanager
async def talk(address: str) -> AsyncIterator[Talk]:
    """A line to a messenger's control side."""
    timeout = aiohttp.ClientTimeout(total=None)
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(address, timeout=timeout, connector=connector) as session:
        yield Talk(session)


async def until_ready(bot: Talk) -> None:
    """Wait until a bot's own web server says that it takes turns."""
    async with asyncio.timeout(PATIENCE):
        while not await _is_ready(bot):
            await asyncio.sleep(0.1)


async def _is_ready(bot: Talk) -> bool:
    try:
        return await bot.status("/readyz") == 200
    except aiohttp.ClientError:
        return False


def people(count: int, first: int = 1) -> Sequence[int]:
    """The messenger's ids of so many people."""
    return range(FIRST_PERSON + first, FIRST_PERSON + first + count)


FIRST_PERSON = 5_000_000_000


def _log() -> Any:
    """Where complaints of processes go: to the terminal when asked for, else nowhere."""
    return None if os.environ.get("BENCH_LOUD") else asyncio.subprocess.DEVNULL
