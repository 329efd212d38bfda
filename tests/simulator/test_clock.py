"""The clock of a world, moved ahead by whoever tries something out."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from simulator import Simulator
from simulator.clock import Clock
from tests.simulator.conftest import Http

ZONE = "Asia/Ho_Chi_Minh"
HOUR, DAY = 3600, 86_400


@pytest.fixture
async def moved(tmp_path: Path) -> AsyncIterator[Http]:
    async with (
        Simulator(clock=Clock(ZONE, tmp_path / "clock")) as sim,
        aiohttp.ClientSession() as session,
    ):
        yield Http(sim, session)


async def test_an_hour_ahead_is_an_hour_ahead_for_everybody(moved: Http, tmp_path: Path) -> None:
    before = moved.sim.world.clock()
    status, answer = await moved.ask("POST", "/clock", json={"seconds": HOUR})

    assert status == 200
    assert answer["now"] - before == pytest.approx(HOUR, abs=5)
    assert (tmp_path / "clock").read_text() == "3600"
    _, shown = await moved.ask("GET", "/clock")
    assert (shown["zone"], shown["moves"]) == (ZONE, True)


async def test_to_the_next_morning_there(moved: Http) -> None:
    for _ in range(2):
        before = moved.sim.world.clock()
        status, answer = await moved.ask("POST", "/clock", json={"hour": 8})
        there = time.gmtime(answer["now"] + 7 * HOUR)
        assert status == 200
        assert (there.tm_hour, there.tm_min) == (8, 0)
        assert 0 < answer["now"] - before <= DAY + 1


async def test_it_goes_in_steps_so_that_nothing_on_the_way_comes_late(moved: Http) -> None:
    left, steps = 1.0, 0
    while left > 0:
        before = moved.sim.world.clock()
        _, answer = await moved.ask("POST", "/clock", json={"hour": 8, "at_most": HOUR})
        assert answer["now"] - before <= HOUR + 5
        left, steps = answer["left"], steps + 1
    assert time.gmtime(answer["now"] + 7 * HOUR)[3:5] == (8, 0)
    assert steps <= 25


@pytest.mark.parametrize(
    "wish", [{"seconds": -1}, {"seconds": 0}, {"seconds": 10**9}, {"hour": 24}, {"hour": -1}, {}]
)
async def test_it_goes_ahead_only_and_not_for_ever(moved: Http, wish: dict[str, int]) -> None:
    status, answer = await moved.ask("POST", "/clock", json=wish)

    assert status == 400
    assert answer["error"]
    assert moved.sim.world.clock() == pytest.approx(time.time(), abs=5)


async def test_a_clock_that_belongs_to_somebody_else_stays_as_it_is(http: Http) -> None:
    status, _ = await http.ask("POST", "/clock", json={"seconds": 60})
    _, shown = await http.ask("GET", "/clock")

    assert status == 409
    assert (shown["moves"], shown["now"]) == (False, http.sim.world.clock())
