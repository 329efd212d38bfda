"""Votes per second: on SQLite, on PostgreSQL, and with two processes at one PostgreSQL."""

from __future__ import annotations

import asyncio
import socket
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

from sqlalchemy import func, select

from bench import processes, ward
from bench.crowds import Crowd, serve
from bench.figures import Row
from bench.postgres import postgres
from bench.processes import Talk
from bench.scale import Scale
from rules.organisation import Organisation
from storage.engine import Database
from storage.tables import votes

VOTERS, SECRET = 64, "bench"
AT_ONCE = 32
SQLITE, POSTGRES, TWO = "SQLite", "PostgreSQL", "PostgreSQL, two processes"


async def measure(scale: Scale) -> Row:
    """Each of the three by turns, on fresh books every time."""
    row = Row()
    found: dict[str, list[Crowd]] = {SQLITE: [], POSTGRES: [], TWO: []}
    with postgres() as fresh:
        for _ in range(scale.rounds):
            with tempfile.TemporaryDirectory() as name:
                url = f"sqlite+aiosqlite:///{name}/sotay.db"
                found[SQLITE].append(await _votes(url, 1, scale))
            found[POSTGRES].append(await _votes(fresh(), 1, scale))
            found[TWO].append(await _votes(fresh(), 2, scale))
    for name, peer in ((SQLITE, POSTGRES), (TWO, POSTGRES)):
        row.add(
            f"Votes, {AT_ONCE} at once, {name}",
            *([one.per_second for one in found[name]], "a second"),
            *(peer, [one.per_second for one in found[peer]]),
        )
        row.add(
            f"Waiting for the vote to be confirmed, {name}, p95",
            *([one.p95 * 1000 for one in found[name]], "ms"),
            *(peer, [one.p95 * 1000 for one in found[peer]]),
        )
    row.remarks.append(
        "Votes: the last press of the three, over a webhook, with the vote, its trace in the audit "
        "and the screen committed; people change their mind without pause. Two processes take "
        "updates by turns, as a proxy would hand them over. At the end each voter has one vote in "
        "the books, or the row fails."
    )
    return row


async def _votes(url: str, count: int, scale: Scale) -> Crowd:
    await ward.found(url, VOTERS)
    poll = await ward.opens_poll(url)
    deeds = [{"data": f"polls.cast:{poll}:{choice}"} for choice in (0, 1)]
    async with processes.loopback() as (address, _), processes.talk(address) as talk:
        async with AsyncExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            ports = _free_ports(count)
            bots = [
                await stack.enter_async_context(
                    processes.sotay(address, folder / str(port), database_url=url, **_webhook(port))
                )
                for port in ports
            ]
            await _ready(ports)
            await _bring(talk, ports)
            await asyncio.sleep(scale.careful)
            crowd = await serve(talk, bots, AT_ONCE, deeds, scale)
    if crowd.stuck or await _standing(url) != AT_ONCE:
        raise AssertionError(f"{await _standing(url)} votes, {crowd.stuck} never answered")
    return crowd


def _webhook(port: int) -> dict[str, str]:
    return {
        "webhook_url": f"http://127.0.0.1:{port}/hook",
        "webhook_secret": SECRET,
        "web_port": str(port),
    }


async def _bring(talk: Talk, ports: list[int]) -> None:
    urls = [_webhook(port)["webhook_url"] for port in ports]
    await talk.post("/-/hooks", {"urls": urls, "secret": SECRET})


async def _ready(ports: list[int]) -> None:
    """Wait until every process takes updates."""
    for port in ports:
        async with processes.talk(f"http://127.0.0.1:{port}") as talk:
            await processes.until_ready(talk)


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


async def _standing(url: str) -> int:
    database = Database(url, Organisation())
    try:
        async with database.transaction() as store:
            return int(await store.value(select(func.count()).select_from(votes)))
    finally:
        await database.close()
