"""A broadcast within the limits: the pace reached, and how long a living person waits meanwhile."""

from __future__ import annotations

import asyncio
import itertools
import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import processes, ward
from bench.crowds import prepares_notice
from bench.figures import Row
from bench.phones import Phone, give_out
from bench.processes import TOKEN, Talk, people
from bench.scale import Scale

OUR_PACE, THEIR_PACE = 28.0, 30.0  # messages a second, as each is told to keep
PEER = "python-telegram-bot, AIORateLimiter"
LEADER, LIVING = 0, 1  # who of the people writes the notice, and who goes on living meanwhile
STATS = "/stats?people=0"  # nothing of each of ten thousand people, ten times a second
LOOK = 0.1  # seconds between two looks at the counters
GIVEN_UP = 15.0  # seconds without a message, after which no more will come
BETWEEN_TAPS = (1.0, 2.0)  # seconds: more than one a second the messenger refuses to anybody
THERE_AND_BACK = ("notices.newest", "home.home")  # what the living person presses, by turns


@dataclass
class Course:
    """How a broadcast went."""

    per_second: float
    refused: int  # 429s
    missing: int  # messages that never came
    taps: list[float]  # seconds until each was answered

    def tap(self, share: float) -> float:
        """Milliseconds, of that share of taps at most."""
        ordered = sorted(self.taps)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000


async def measure(scale: Scale) -> Row:
    """One broadcast of each: they are long, and the limits leave little to chance."""
    ours, theirs = await _ours(scale.paced), await _theirs(scale.paced_sample)
    row = Row()
    row.add(
        "Broadcast within the limits, share of the pace allowed",
        *([ours.per_second / OUR_PACE * 100], "%"),
        *(PEER, [theirs.per_second / THEIR_PACE * 100]),
    )
    row.add("Refused for being too fast (429)", [ours.refused], "calls", PEER, [theirs.refused])
    row.add("Messages that never came", [ours.missing], "messages", PEER, [theirs.missing])
    for share in (0.5, 0.95):
        row.add(
            f"A living person's tap meanwhile, p{share * 100:.0f}",
            *([ours.tap(share)], "ms", PEER, [theirs.tap(share)]),
        )
    row.remarks.append(
        "Broadcast within the limits: the simulator with its limits on (30 a second, one a second "
        f"for each person), {scale.paced:,} members, ours told to keep {OUR_PACE:.0f} a second. "
        f"The peer sends {scale.paced_sample:,} at its own {THEIR_PACE:.0f}, with three "
        f"retries, and counts until its last message. One person goes on tapping ({len(ours.taps)} "
        f"times ours, {len(theirs.taps)} times theirs)."
    )
    return row


async def _ours(count: int) -> Course:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await ward.found(f"sqlite+aiosqlite:///{folder}/sotay.db", count)
        async with processes.simulator("on") as (address, _), processes.talk(address) as talk:
            await give_out(talk, count)
            settings = {"messages_per_second": str(OUR_PACE)}
            async with processes.sotay(address, folder, **settings):
                leader = Phone(talk, people(count)[LEADER])
                await prepares_notice(leader, ward.TEXT)
                everybody = count - 1  # but the sender
                return await _goes(talk, everybody, lambda: leader.presses("notices.confirm"))


async def _theirs(count: int) -> Course:
    async with processes.simulator("on") as (address, _), processes.talk(address) as talk:
        await give_out(talk, count)

        async with processes.peer("ptb_paced.py", address, TOKEN, str(count)):
            leader = Phone(talk, people(count)[LEADER])
            return await _goes(talk, count, lambda: leader.says("/go"))


async def _goes(talk: Talk, count: int, begin: Callable[[], Any]) -> Course:
    """Watch a broadcast from its first message to its last. Taps change messages, so that all that
    are sent are the broadcast's."""
    living, taps = Phone(talk, people(count)[LIVING]), list[float]()
    await living.says("trang chủ")
    before = await _sent(talk)
    starts = asyncio.ensure_future(begin())
    first, at_first = await _until(talk, before + 1)
    tapping = asyncio.ensure_future(_taps(living, taps))
    last, at_last = await _until(talk, before + count)
    tapping.cancel()
    await asyncio.gather(tapping, starts, return_exceptions=True)
    return Course(
        per_second=(at_last - at_first) / (last - first),
        refused=(await talk.get(STATS))["429s"],
        missing=max(before + count - at_last, 0),
        taps=taps,
    )


async def _until(talk: Talk, wanted: int) -> tuple[float, int]:
    """When so many messages had gone out, or the last one did if they never do; and how many."""
    loop = asyncio.get_running_loop()
    at, sent = loop.time(), await _sent(talk)
    while sent < wanted and loop.time() - at < GIVEN_UP:
        await asyncio.sleep(LOOK)
        if (now := await _sent(talk)) != sent:
            at, sent = loop.time(), now
    return at, sent


async def _taps(living: Phone, taps: list[float]) -> None:
    home = living.newest
    for route in itertools.cycle(THERE_AND_BACK):
        taps.append(await living.presses(route, on=home))
        await asyncio.sleep(random.uniform(*BETWEEN_TAPS))


async def _sent(talk: Talk) -> int:
    """Messages that went out: those refused do not count."""
    stats = await talk.get(STATS)
    return int(stats["calls"].get("sendMessage", 0)) - int(stats["429s"])
