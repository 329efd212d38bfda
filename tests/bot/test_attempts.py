"""Turns that fail: tried again, given up kindly, and never in the way of others."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot import attempts
from bot.attempts import Attempts, GivenUp
from handlers import notices
from handlers.dialog import Screen, Turn
from storage import updates
from storage.engine import Database
from tests.town import Town

ON_PHONES = pytest.mark.parametrize("town", ["telegram"], indirect=True)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five attempts, without the pauses between them."""
    monkeypatch.setattr(attempts, "PAUSES", (0, 0, 0, 0))


class Fails:
    """A turn that fails so many times before it works."""

    def __init__(self, times: int) -> None:
        self.left = times
        self.tried = 0

    async def __call__(self) -> str:
        self.tried += 1
        if self.tried <= self.left:
            raise RuntimeError("as members' words would stand here")
        return "done"


async def _aside(database: Database) -> list[tuple[str, int]]:
    async with database.transaction() as store:
        return [(row["key"], row["failures"]) for row in await updates.aside(store)]


async def test_a_turn_that_fails_four_times_works_in_the_end(database: Database, now: Any) -> None:
    turn = Fails(4)

    assert await Attempts(database, lambda: now).run("telegram:1", turn) == "done"
    assert turn.tried == 5
    assert await _aside(database) == []


@pytest.mark.fault(28)
async def test_after_five_failures_it_is_set_aside(database: Database, now: Any) -> None:
    turn = Fails(99)
    with pytest.raises(GivenUp):
        await Attempts(database, lambda: now).run("telegram:1", turn)

    assert turn.tried == 5
    assert await _aside(database) == [("telegram:1", 5)]
    async with database.transaction() as store:
        assert not await updates.first_time(store, "telegram:1", now)


@pytest.mark.fault(29)
async def test_a_handler_that_hangs_is_cut_and_not_tried_again(
    database: Database, now: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "PATIENCE", 0.05)
    with pytest.raises(GivenUp):
        await Attempts(database, lambda: now).run("telegram:1", asyncio.Event().wait)

    assert await _aside(database) == [("telegram:1", 1)]


@pytest.mark.fault(28)
async def test_what_brought_two_starts_down_is_not_let_in_again(
    database: Database, now: Any
) -> None:
    async def ends_the_process() -> None:
        raise SystemExit

    for _ in range(2):
        with pytest.raises(SystemExit):
            await Attempts(database, lambda: now).run("telegram:1", ends_the_process)
    with pytest.raises(GivenUp):
        await Attempts(database, lambda: now).run("telegram:1", ends_the_process)

    assert await _aside(database) == [("telegram:1", 2)]


async def test_who_was_merely_there_when_the_process_ended_is_tried_alone_and_kept(
    database: Database, now: Any
) -> None:
    async def is_killed() -> None:
        raise SystemExit

    with pytest.raises(SystemExit):
        await Attempts(database, lambda: now).run("telegram:1", is_killed)
    tries, order = Attempts(database, lambda: now), list[str]()

    async def suspect() -> None:
        order.append("the suspect")

    async with asyncio.TaskGroup() as group:

        async def another() -> None:
            order.append("another goes in")
            group.create_task(tries.run("telegram:1", suspect))
            for _ in range(20):
                await _aside(database)
            order.append("another comes out")

        group.create_task(tries.run("telegram:2", another))

    assert order == ["another goes in", "another comes out", "the suspect"]
    assert await _aside(database) == []


async def test_what_was_begun_and_taken_is_taken_once(database: Database, now: Any) -> None:
    async def take() -> bool:
        async with database.transaction() as store:
            return await updates.first_time(store, "telegram:1", now)

    tries = Attempts(database, lambda: now)
    assert [await tries.run("telegram:1", take) for _ in range(3)] == [True, False, False]


def _broken(only: str) -> Callable[[Turn], Awaitable[Screen]]:
    async def handler(turn: Turn) -> Screen:
        if turn.person.member.name == only:
            raise RuntimeError("broken")
        return Screen("notices.none")

    return handler


@pytest.mark.fault(28)
@ON_PHONES
async def test_a_poison_update_is_answered_kindly_and_the_others_go_on(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    hoa, tuan = await town.comes("hoa"), await town.comes("tuan")
    find = town.app.switches.find
    broken = _broken(hoa.name)

    def spoiled(route: Any) -> Any:
        call = find(route)
        if call and call.handler is notices.routes.commands["notices"]:
            return type(call)(call.name, broken, call.args)
        return call

    monkeypatch.setattr(town.app.switches, "find", spoiled)
    for talker in (hoa, tuan):
        await talker.presses("Thông báo")
    hoa.sees("gặp trục trặc, không phải tại đồng chí")
    tuan.sees("Chưa có thông báo nào")
    monkeypatch.undo()
    await hoa.presses("Quay lại")

    hoa.sees("Chào đồng chí Hoa")
