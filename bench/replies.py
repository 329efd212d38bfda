"""Replies per second: our whole turn with its commit, beside echo bots that keep nothing."""

from __future__ import annotations

import asyncio
import tempfile
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from bench import processes, ward
from bench.crowds import Asker, Crowd, Deed, prepares_notice, serve
from bench.figures import Row
from bench.processes import TOKEN, Measured, Talk
from bench.scale import Scale

OURS: list[Deed] = [{"text": "trang chủ"}, {"text": "thông báo"}]
ECHO: list[Deed] = [{"text": "trang chủ"}]
PTB = "python-telegram-bot"
PTB_MANY = "python-telegram-bot, concurrent_updates"
AIOGRAM = "aiogram"
PEERS: dict[str, Callable[[str], Any]] = {
    PTB: lambda address: processes.peer("ptb_echo.py", address, TOKEN, "one"),
    PTB_MANY: lambda address: processes.peer("ptb_echo.py", address, TOKEN, "many"),
    AIOGRAM: lambda address: processes.peer("aiogram_echo.py", address, TOKEN),
}
IN_FLIGHT, CALLS = 32, 3000  # of the comparison of messengers


@dataclass(frozen=True)
class Contender:
    """A bot that runs, with a messenger of its own."""

    bot: Measured
    talk: Talk
    deeds: list[Deed]


async def measure(scale: Scale) -> Row:
    """Every contender runs from the beginning; crowds come to them by turns."""
    row = Row()
    async with AsyncExitStack() as stack:
        contenders = {"": await stack.enter_async_context(_ours(scale))}
        for name, start in PEERS.items():
            contenders[name] = await stack.enter_async_context(_theirs(start))
        await asyncio.sleep(scale.careful)
        found = await _by_turns(contenders, scale)
    for size in scale.crowds:
        for peer in PEERS:
            ours, theirs = found["", size], found[peer, size]
            _compare(row, size, ours, peer, theirs)
    await _messengers(row)
    busiest = max(crowd.busy for crowds in found.values() for crowd in crowds)
    row.remarks += [
        "Replies: people type *home* and *newest notice* by turns (an echo bot gets one word); "
        "ours records the update, asks the books some ten things, remembers the screen, commits to "
        "the disk (SQLite, `synchronous=FULL`) and only then answers. Long polling, a minute after "
        "the start (in the first one each update is marked before it is tried).",
        f"The messenger was {busiest:.0%} of a core busy at most, so it was not what was measured.",
    ]
    return row


async def _by_turns(
    contenders: dict[str, Contender], scale: Scale
) -> dict[tuple[str, int], list[Crowd]]:
    found: dict[tuple[str, int], list[Crowd]] = defaultdict(list)
    for _ in range(scale.rounds):
        for size in scale.crowds:
            for name, one in contenders.items():
                crowd = await serve(one.talk, [one.bot], size, one.deeds, scale)
                found[name, size].append(crowd)
    return found


def _compare(row: Row, size: int, ours: list[Crowd], peer: str, theirs: list[Crowd]) -> None:
    row.add(
        f"Replies, {size} at once",
        *([one.per_second for one in ours], "a second"),
        *(peer, [one.per_second for one in theirs]),
    )
    row.add(
        f"Waiting for a reply, {size} at once, p95",
        *([one.p95 * 1000 for one in ours], "ms"),
        *(peer, [one.p95 * 1000 for one in theirs]),
    )
    row.add(
        f"Processor time of a reply, {size} at once",
        *([one.milliseconds for one in ours], "ms"),
        *(peer, [one.milliseconds for one in theirs]),
    )


@asynccontextmanager
async def _ours(scale: Scale) -> AsyncIterator[Contender]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await ward.found(f"sqlite+aiosqlite:///{folder}/sotay.db", max(scale.crowds))
        async with processes.loopback() as (address, _), processes.talk(address) as talk:
            settings = {"messages_per_second": "1000", "seconds_per_person": "0"}
            async with processes.sotay(address, folder, **settings) as bot:
                leader = Asker(talk, processes.people(1)[0])
                await prepares_notice(leader, ward.TEXT)
                await leader.presses("notices.confirm")
                await until(talk, chats=max(scale.crowds))
                yield Contender(bot, talk, OURS)


@asynccontextmanager
async def _theirs(start: Callable[[str], Any]) -> AsyncIterator[Contender]:
    async with processes.loopback() as (address, _), processes.talk(address) as talk:
        async with start(address) as bot:
            await Asker(talk, processes.people(1)[0]).says("1")
            yield Contender(bot, talk, ECHO)


async def until(talk: Talk, chats: int, seconds: float = 600) -> Any:
    """Wait until the bot has written to so many people; what was seen then."""
    async with asyncio.timeout(seconds):
        while (seen := await talk.get("/-/seen"))["chats"] < chats:
            await asyncio.sleep(0.1)
    return seen


async def _messengers(row: Row) -> None:
    """How many calls each of the two local messengers can answer."""
    async with processes.loopback() as (address, _):
        small = await _calls(address, 1)
    async with processes.simulator("off") as (address, _), processes.talk(address) as talk:
        phone = (await talk.post("/phones", {"name": "P"}))["id"]
        await talk.post(f"/phones/{phone}/start", {"code": ""})
        whole = await _calls(address, phone)
    row.add("Calls the messenger can answer", [small], "a second", "the simulator", [whole])


async def _calls(address: str, chat: int) -> float:
    body = {"chat_id": str(chat), "text": "."}
    left = iter(range(CALLS))
    loop = asyncio.get_running_loop()
    async with aiohttp.ClientSession(address) as session:

        async def caller() -> None:
            for _ in left:
                async with session.post(f"/bot{TOKEN}/sendMessage", json=body) as answer:
                    await answer.read()

        began = loop.time()
        await asyncio.gather(*(caller() for _ in range(IN_FLIGHT)))
        return CALLS / (loop.time() - began)
