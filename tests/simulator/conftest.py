"""A simulator on a free port, a clock that stands until moved, a person and a bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from telegram import Bot

from simulator import Simulator
from simulator.chats import Phone

TOKEN = "123456:" + "a" * 35


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
async def bot(sim: Simulator) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=sim.bot_api, base_file_url=sim.bot_files) as running:
        yield running
