"""How each figure grows with the roster: start, memory, turns, and a notice to everybody."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from bench import processes, ward
from bench.crowds import Asker, prepares_notice, serve
from bench.figures import Row
from bench.processes import Measured, Talk, people
from bench.replies import OURS, PEERS
from bench.scale import Scale

AT_REST = 3.0  # seconds after the first answer
LOOKS = 20  # at the progress of a notice
AT_ONCE = 32
ALL_LEFT = 900.0  # seconds until a delivery should stand for everybody
SLOWLY = {"messages_per_second": "28"}  # so that progress is looked at while it goes on


@dataclass
class Grown:
    """What was measured at one size of the roster."""

    start: list[float] = field(default_factory=list)  # seconds to the first answer
    memory: list[float] = field(default_factory=list)  # MB at rest
    per_second: list[float] = field(default_factory=list)
    confirm: list[float] = field(default_factory=list)  # milliseconds until the sender was answered
    left: list[float] = field(default_factory=list)  # until a delivery stood for everybody
    peak: list[float] = field(default_factory=list)  # MB
    progress: list[float] = field(default_factory=list)  # milliseconds for a look at it


async def measure(scale: Scale) -> Row:
    """Each size in as many rounds as it is cheap for; peers, who have no roster, at none."""
    row = Row()
    grown = {size: await _grows(size, scale) for size in scale.wards}
    first = grown[scale.wards[0]]
    for peer in PEERS:
        start, memory = await _peer(peer, scale.rounds)
        row.add(f"Start to first answer, {scale.wards[0]} members", first.start, "s", peer, start)
        row.add(f"Memory at rest, {scale.wards[0]} members", first.memory, "MB", peer, memory)
    least = f"{scale.wards[0]} members"
    for size, one in grown.items():
        for name, values, before, unit in (
            ("Start to first answer", one.start, first.start, "s"),
            ("Memory at rest", one.memory, first.memory, "MB"),
            (f"Replies, {AT_ONCE} at once", one.per_second, first.per_second, "a second"),
            ("Notice to everybody: the sender is answered", one.confirm, first.confirm, "ms"),
            ("Notice to everybody: a delivery stands for each", one.left, first.left, "ms"),
            ("Memory at most, with that notice", one.peak, first.peak, "MB"),
            ("A look at its progress", one.progress, first.progress, "ms"),
        ):
            beside = () if one is first else (least, before)
            row.add(f"{name}, {size:,} members", values, unit, *beside)
    row.remarks.append(
        "Growth: branches of thirty, everybody with an account; SQLite. A notice is written and "
        "confirmed by presses; the clock runs from the press until the sender is answered, and "
        "until a delivery for every member is committed. Memory at most is what the system counted "
        f"for the process up to then. Progress is what the sender sees, looked at {LOOKS} times "
        "while the notice goes out at 28 a second."
    )
    return row


async def _grows(size: int, scale: Scale) -> Grown:
    found = Grown()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await ward.found(f"sqlite+aiosqlite:///{folder}/sotay.db", size)
        async with processes.loopback() as (address, _), processes.talk(address) as talk:
            for _ in range(scale.rounds - 1):
                await _starts(talk, processes.sotay(address, folder, **SLOWLY), found)
            async with AsyncExitStack() as stack:
                starting = processes.sotay(address, folder, **SLOWLY)
                bot = await _starts(talk, starting, found, stack)
                await asyncio.sleep(scale.careful)
                crowd = await serve(talk, [bot], AT_ONCE, OURS, scale)
                found.per_second.append(crowd.per_second)
                await talk.post("/-/forget")
                await _notice(talk, bot, folder / "sotay.db", size, found)
    return found


async def _starts(
    talk: Talk, starting: Any, found: Grown, stack: AsyncExitStack | None = None
) -> Measured:
    """From nothing to the first answer, and the memory held a while after."""
    async with AsyncExitStack() as own:
        loop = asyncio.get_running_loop()
        began = loop.time()
        bot: Measured = await (stack or own).enter_async_context(starting)
        await Asker(talk, people(2)[1]).says("trang chủ")
        found.start.append(loop.time() - began)
        await asyncio.sleep(AT_REST)
        found.memory.append(bot.memory)
        return bot


async def _notice(talk: Talk, bot: Measured, books: Path, size: int, found: Grown) -> None:
    leader = Asker(talk, people(1)[0])
    await prepares_notice(leader, ward.TEXT)
    loop = asyncio.get_running_loop()
    began = loop.time()
    found.confirm.append(1000 * await leader.presses("notices.confirm"))
    await _all_left(books, size - 1)  # all but the sender
    found.left.append(1000 * (loop.time() - began))
    looks = []
    for _ in range(LOOKS):
        await leader.says("/sent_notices", shows="notices.show_progress")
        looks.append(await leader.presses("notices.show_progress", shows="notices.show_content"))
    found.progress.append(1000 * median(looks))
    found.peak.append(bot.peak)


async def _all_left(books: Path, size: int) -> None:
    """Wait until a delivery stands for everybody; looking keeps nobody from writing."""
    with closing(sqlite3.connect(books)) as connection:
        async with asyncio.timeout(ALL_LEFT):
            while connection.execute("SELECT count(*) FROM deliveries").fetchone()[0] < size:
                await asyncio.sleep(0.2)


async def _peer(name: str, rounds: int) -> tuple[list[float], list[float]]:
    found = Grown()
    for _ in range(rounds):
        async with processes.loopback() as (address, _), processes.talk(address) as talk:
            await _starts(talk, PEERS[name](address), found)
    return found.start, found.memory
