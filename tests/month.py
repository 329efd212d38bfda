"""Whole processes on one machine: simulator, bot and command line, and phones over HTTP."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar, Protocol
from zoneinfo import ZoneInfo

import aiohttp
from pypdf import PdfReader

from bot.clock import utc_now

ROOT = Path(__file__).parents[1]
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TOKEN = "200000002:" + "m" * 35
STDOUT, STDERR = 1, 2
PATIENCE = 30.0  # seconds until a story is given up


class Process(Protocol):
    """A process that was started."""

    @property
    def pid(self) -> int: ...
    @property
    def returncode(self) -> int | None: ...
    async def wait(self) -> int: ...
    def send_signal(self, number: int) -> None: ...


# Its module, words and environment, and where its output and complaints go.
Starts = Callable[[str, Sequence[str], Mapping[str, str], int, int], Awaitable[Process]]


async def anew(
    module: str, words: Sequence[str], env: Mapping[str, str], out: int, err: int
) -> Process:
    """A process that brings in everything it needs, as a user starts it."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, *words),
        cwd=ROOT,
        env=env,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=out,
        stderr=err,
    )


@dataclass
class Machine:
    """A folder, its settings, and the processes that run in it."""

    folder: Path
    now: datetime
    env: dict[str, str] = field(default_factory=dict)
    starts: ClassVar[Starts] = staticmethod(anew)

    def __post_init__(self) -> None:
        self.shift = self.folder / "shift"
        self.move_to(self.now)
        self.env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("SOTAY_")},
            "SOTAY_DATA_DIR": str(self.folder / "data"),
            "SOTAY_TELEGRAM_TOKEN": TOKEN,
            "SOTAY_BOT_NAME": "SotayDemoBot",
            "SOTAY_VOICE_ONLINE": "0",
            "SOTAY_RECALL_SECONDS": "1",
            "SOTAY_TICK_SECONDS": "0.3",
            "SOTAY_MESSAGES_PER_SECOND": "1000",
            "SOTAY_SECONDS_PER_PERSON": "0",
            "SOTAY_CLOCK_SHIFT": str(self.shift),
            **self.env,
        }

    def move_to(self, moment: datetime) -> None:
        """Let the handbook's clock show that moment from now on."""
        ahead = (moment - utc_now()).total_seconds()
        whole = self.shift.with_suffix(".new")  # a process reads it at any moment
        whole.write_text(str(ahead))
        whole.replace(self.shift)
        self.now = moment

    async def command(self, *words: str) -> tuple[int, str]:
        """Run `sotay ...` to its end: exit code and everything it printed."""
        reading, writing = os.pipe()
        process = await self.starts("bot", words, self.env, writing, writing)
        os.close(writing)
        printed = await asyncio.to_thread(_all, reading)
        return await process.wait(), printed

    @asynccontextmanager
    async def simulator(self, limits: str = "off") -> AsyncIterator[str]:
        """The simulator in a process of its own; its address."""
        words = ("--port", "0", "--empty", "--token", TOKEN, "--limits", limits)
        reading, writing = os.pipe()
        process = await self.starts("simulator", words, self.env, writing, STDERR)
        os.close(writing)
        try:
            with os.fdopen(reading) as printed:
                line = await asyncio.wait_for(asyncio.to_thread(printed.readline), PATIENCE)
                found = re.search(r"http://[\d.]+:\d+", line)
                assert found, line
                yield found[0]
        finally:
            process.send_signal(signal.SIGKILL)
            await process.wait()


class Bot:
    """`sotay run` as a process that can be killed."""

    def __init__(
        self, machine: Machine, simulator: str, env: Mapping[str, str] | None = None
    ) -> None:
        self._env = {**machine.env, "SOTAY_TELEGRAM_API": simulator, **(env or {})}
        self._starts = machine.starts
        self._process: Process | None = None

    async def start(self, stdout: int = STDOUT) -> None:
        """Begin; what it prints goes to the test's own output, or to that file."""
        self._process = await self._starts("bot", ["run"], self._env, stdout, STDERR)

    @property
    def pid(self) -> int:
        """The process's number."""
        assert self._process is not None
        return self._process.pid

    @property
    def lives(self) -> bool:
        """Whether it is still the process that was started."""
        return self._process is not None and self._process.returncode is None

    async def kill(self) -> None:
        """kill -9, in the middle of whatever it does."""
        if self._process and self._process.returncode is None:
            self._process.send_signal(signal.SIGKILL)
            await self._process.wait()

    async def ends(self, within: float) -> int:
        """Told to end, as a server that is shut down does; its exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self._process.wait(), within)

    async def is_killed_and_starts_again(self) -> None:
        """As a power cut would have it."""
        await self.kill()
        await self.start()


def _all(descriptor: int) -> str:
    with os.fdopen(descriptor, encoding="utf-8") as printed:
        return printed.read()


class Phone:
    """One phone of the simulator, over HTTP."""

    def __init__(self, session: aiohttp.ClientSession, name: str, phone_id: int) -> None:
        self._session = session
        self._did: int | None = None  # the chat's version when something was done last
        self.id = phone_id
        self._path = f"/phones/{phone_id}"
        self.name = name

    @classmethod
    async def new(cls, session: aiohttp.ClientSession, name: str, language: str = "vi") -> Phone:
        """A fresh phone."""
        body = {"name": name, "messenger": "telegram", "language_code": language}
        async with session.post("/phones", json=body) as answer:
            return cls(session, name, (await answer.json())["id"])

    async def says(self, words: str) -> None:
        """Reads what came of the last deed, and types words."""
        await self._until(self._answered, "an answer")
        await self.types(words)

    async def types(self, words: str) -> None:
        """Types words, whether anything came of the last deed or not."""
        await self._post("say", {"text": words})

    async def starts(self, code: str = "") -> None:
        """Opens the bot, by the link of a letter."""
        await self._post("start", {"code": code})

    async def presses(self, label: str) -> None:
        """Waits for a button with that label and presses the newest one."""
        message = await self._until(lambda chat: _with_button(chat, label), f"a button {label}")
        await self._post("press", {"message_id": message["message_id"], "label": label})

    async def presses_one(self, start: str) -> None:
        """The same for a label of which only the beginning is known: a number follows in it."""

        def label(chat: list[dict[str, Any]]) -> dict[str, Any] | None:
            for entry in _from_bot(chat):
                labels = [button["label"] for row in entry["buttons"] for button in row]
                for one in labels:
                    if one.startswith(start):
                        return {"message_id": entry["message_id"], "label": one}
            return None

        await self._post("press", await self._until(label, f"a button {start}..."))

    async def sends(self, path: Path) -> None:
        """Sends a document."""
        form = aiohttp.FormData({"kind": "document"})
        content = await asyncio.to_thread(path.read_bytes)
        form.add_field("file", content, filename=path.name)
        async with self._session.post(f"{self._path}/send", data=form) as answer:
            assert answer.status == 200, await answer.text()

    async def sees(self, *fragments: str) -> dict[str, Any]:
        """Waits for a message of the bot that holds these words."""
        return await self._until(lambda chat: _with_words(chat, fragments), " + ".join(fragments))

    async def hears(self, fragment: str = "") -> dict[str, Any]:
        """Waits for a voice message whose caption holds these words."""
        return await self._until(lambda chat: _voice(chat, fragment), f"a voice with {fragment!r}")

    async def chat(self) -> list[dict[str, Any]]:
        """Everything, oldest first."""
        async with self._session.get(f"{self._path}/chat") as answer:
            found: list[dict[str, Any]] = await answer.json()
            return found

    def _answered(self, chat: list[dict[str, Any]]) -> dict[str, Any] | None:
        """What the bot wrote or changed since; anything while nothing has been done."""
        if self._did is None:
            return {}
        return next((one for one in _from_bot(chat) if one["version"] > self._did), None)

    async def _post(self, what: str, body: dict[str, Any]) -> None:
        self._did = max((one["version"] for one in await self.chat()), default=0)
        async with self._session.post(f"{self._path}/{what}", json=body) as answer:
            assert answer.status == 200, f"{self.name}: {await answer.text()}"

    async def _until(self, found: Any, what: str) -> dict[str, Any]:
        give_up = asyncio.get_running_loop().time() + 2 * PATIENCE
        while True:
            chat = await self.chat()
            if (message := found(chat)) is not None:
                return dict(message)
            version = max((one["version"] for one in chat), default=0)
            left = give_up - asyncio.get_running_loop().time()
            assert left > 0, f"{self.name} waits in vain for {what}:\n{_story(chat)}"
            await self._change(version, min(left, 10))

    async def _change(self, version: int, seconds: float) -> None:
        path = f"{self._path}/chat?since={version}&wait={seconds:.0f}"
        async with self._session.get(path) as answer:
            await answer.read()


def codes_in(letters: Path) -> dict[str, str]:
    """Name to code, as they stand on the printed letters."""
    text = "\n".join(page.extract_text() for page in PdfReader(letters).pages)
    names = re.findall(r"Kính gửi[:,]?\s*(?:đồng chí\s*)?(.+)", text)
    codes = re.findall(r"\b[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}\b", text)
    assert len(names) == len(codes), text[:2000]
    return dict(zip((name.strip() for name in names), codes, strict=True))


def _from_bot(chat: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [entry for entry in reversed(chat) if entry.get("from") == "bot"]


def _with_button(chat: list[dict[str, Any]], label: str) -> dict[str, Any] | None:
    for entry in _from_bot(chat):
        labels = [button["label"] for row in entry["buttons"] for button in row]
        labels += [one for row in entry["keyboard"] or [] for one in row]
        if label in labels:
            return entry
    return None


def _with_words(chat: list[dict[str, Any]], fragments: tuple[str, ...]) -> dict[str, Any] | None:
    for entry in _from_bot(chat):
        text = f"{entry['text']}{entry['caption']}"
        if all(one in text for one in fragments):
            return entry
    return None


def _voice(chat: list[dict[str, Any]], fragment: str) -> dict[str, Any] | None:
    for entry in _from_bot(chat):
        if (entry["media"] or {}).get("kind") == "voice" and fragment in entry["caption"]:
            return entry
    return None


def _story(chat: list[dict[str, Any]]) -> str:
    return "\n---\n".join(
        f"{one['from']}: {one['text']}{one['caption']} "
        + " | ".join(button["label"] for row in one["buttons"] for button in row)
        for one in chat[-8:]
    )
