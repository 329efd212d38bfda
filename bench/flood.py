"""A broadcast without limits: how many messages a second one process can send, states durable."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from bench import processes, ward
from bench.crowds import Asker, prepares_notice
from bench.figures import Row
from bench.processes import TOKEN
from bench.replies import until
from bench.scale import Scale

WITHOUT_LIMITS = {
    "messages_per_second": "100000",
    "seconds_per_person": "0",
    "paid_broadcast": "1",
}
PEER = "python-telegram-bot, 64 in flight"


async def measure(scale: Scale) -> Row:
    """Ours and the peer's by turns."""
    row = Row()
    ours, theirs = [], []
    for _ in range(scale.rounds):
        ours.append(await _ours(scale.flood))
        theirs.append(await _theirs(scale.flood_sample))
    row.add(
        "Broadcast without limits",
        *([one[0] for one in ours], "messages a second"),
        *(PEER, [one[0] for one in theirs]),
    )
    row.add(
        "Processor time of a broadcast's message",
        *([one[1] for one in ours], "ms"),
        *(PEER, [one[1] for one in theirs]),
    )
    row.remarks.append(
        f"Broadcast without limits: a notice to {scale.flood:,} members, each message's state "
        f"committed before and after its call; one process, SQLite. The peer sends a text to "
        f"{scale.flood_sample:,} with its default transport and keeps nothing."
    )
    return row


async def _ours(count: int) -> tuple[float, float]:
    """Messages a second, and milliseconds of processor time for each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await ward.found(f"sqlite+aiosqlite:///{folder}/sotay.db", count)
        async with processes.loopback() as (address, _), processes.talk(address) as talk:
            async with processes.sotay(address, folder, **WITHOUT_LIMITS) as bot:
                leader = Asker(talk, processes.people(1)[0])
                await prepares_notice(leader, ward.TEXT)
                await talk.post("/-/forget")
                before = bot.cpu
                confirms = asyncio.ensure_future(leader.presses("notices.confirm"))
                seen = await until(talk, chats=count)
                spent = bot.cpu - before
                await confirms
                return _rate(seen), spent / count * 1000


async def _theirs(count: int) -> tuple[float, float]:
    async with processes.loopback() as (address, _), processes.talk(address) as talk:
        async with processes.peer("ptb_flood.py", address, TOKEN, str(count)) as bot:
            seen = await until(talk, chats=1)
            before = bot.cpu
            already = seen["messages"]
            seen = await until(talk, chats=count)
            return _rate(seen), (bot.cpu - before) / (count - already) * 1000


def _rate(seen: Any) -> float:
    return float(seen["messages"] / seen["seconds"])
