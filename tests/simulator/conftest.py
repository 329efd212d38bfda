"""A simulator on a free port, a clock that stands until moved, a person, a bot, small files."""

from __future__ import annotations

import struct
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import Page
from telegram import Bot

from simulator import Simulator
from simulator.chats import Phone
from simulator.people import deeds
from tests.simulator.browser import opened_page
from tests.simulator.receiver import Receiver

TOKEN = "123456:" + "a" * 35
ZALO_TOKEN = "1459232241454765289:" + "z" * 20


@dataclass
class Clock:
    now: float = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += seconds


class Http:
    """Raw calls to both faces, answering (status, JSON)."""

    def __init__(self, sim: Simulator, session: aiohttp.ClientSession) -> None:
        self.sim, self.session = sim, session

    async def call(self, method: str, **arguments: Any) -> tuple[int, Any]:
        url = f"{self.sim.bot_api}{TOKEN}/{method}"
        async with self.session.post(url, json=arguments) as answer:
            return answer.status, await answer.json()

    async def zalo(self, method: str, token: str = ZALO_TOKEN, **arguments: Any) -> Any:
        """Zalo's answer, which says in its body whether it is a good one."""
        url = f"{self.sim.zalo_api}/bot{token}/{method}"
        async with self.session.post(url, json=arguments) as answer:
            return await answer.json()

    async def ask(self, verb: str, path: str, **how: Any) -> tuple[int, Any]:
        async with self.session.request(verb, self.sim.url + path, **how) as answer:
            return answer.status, await answer.json()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def sim(clock: Clock) -> AsyncIterator[Simulator]:
    async with Simulator(clock=clock, token=TOKEN) as running:
        yield running


@pytest.fixture
async def http(sim: Simulator) -> AsyncIterator[Http]:
    async with aiohttp.ClientSession() as session:
        yield Http(sim, session)


@pytest.fixture
def stranger(sim: Simulator) -> Phone:
    """Somebody who has not written to the bot."""
    return sim.world.add_phone("Ông Nguyễn Văn Tư")


@pytest.fixture
async def hoa(sim: Simulator, http: Http) -> Phone:
    """Somebody who has pressed Start; the update is out of the way."""
    phone = sim.world.add_phone("Bà Lê Thị Hoa")
    await http.ask("POST", f"/phones/{phone.id}/start", json={})
    sim.world.updates.waiting.clear()
    return phone


@pytest.fixture
def sen(sim: Simulator) -> Phone:
    """Somebody on Zalo who has written once; the update is out of the way."""
    phone = sim.world.add_phone("Bà Võ Thị Sen", "zalo")
    deeds.say(sim.world, phone, "chào")
    sim.world.zalo.bot(1).updates.waiting.clear()
    return phone


@pytest.fixture
async def bot(sim: Simulator) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=sim.bot_api, base_file_url=sim.bot_files) as running:
        yield running


class Samples:
    """Small real files: a picture any browser shows, recordings, a document."""

    PDF = b"%PDF-1.4\nmade up\n%%EOF\n"
    MP3 = b"ID3\x04\0\0\0\0\0\0" + b"\xff\xfb\x90\0" + bytes(200)

    def png(self, width: int = 640, height: int = 480) -> bytes:
        rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
        header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
        parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in parts)

    def ogg(self, seconds: int = 3) -> bytes:
        """The shell of a voice message: two pages, the last one naming the length."""
        return _page(2, 0) + _page(4, seconds * 48_000)

    def aac(self, seconds: int = 2) -> bytes:
        """The shell of AAC at 16 kHz: the headers of its frames, each of 1024 samples."""
        frame = b"\xff\xf1\x60\x40\x02\x1f\xfc" + bytes(9)  # 16 bytes in all
        return frame * round(seconds * 16_000 / 1024)


def _chunk(name: bytes, body: bytes) -> bytes:
    check = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)


def _page(kind: int, samples: int) -> bytes:
    return b"OggS\0" + bytes([kind]) + struct.pack("<q", samples) + bytes(12) + b"\x01\x08OpusHead"


@pytest.fixture
def samples() -> Samples:
    return Samples()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    receiver.gate.set()
    await runner.cleanup()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def page() -> AsyncIterator[Page]:
    """One browser for a whole file: starting it takes longer than any of the tests."""
    async with opened_page() as page:
        yield page
