"""What compose.yaml starts, by hand: two real processes, a real PostgreSQL, an address before them.

Docker's own part (building the image, the network, Caddy and its certificate) is not in it.
"""

from __future__ import annotations

import asyncio
import socket
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import aiohttp
import pytest
import yaml
from aiohttp import web
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from rules.organisation import Organisation
from services import joining
from storage.engine import Database
from storage.migrate import migrate
from tests.month import ZONE, Bot, Machine, Phone
from tests.ward import found_ward
from web.webhook import HEADER

COMPOSE = Path(__file__).parents[2] / "compose.yaml"
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)
SECRET = "hai-tien-trinh-mot-cua"
DATABASE = "behind_a_proxy"
STARTS_WITHIN = 60.0  # seconds, beside whatever else the machine does
pytestmark = pytest.mark.usefixtures("postgres_programs")


@dataclass
class Proxy:
    """As the one in compose.yaml: it leads one path to the processes by turns, to the next when a
    connection was never made, and answers 404 for everything else."""

    ports: list[int]
    taken: Counter[int] = field(default_factory=Counter)
    bell: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def pass_on(self, request: web.Request) -> web.Response:
        """Bring one request to a process that can be reached."""
        body, headers = await request.read(), {HEADER: request.headers.get(HEADER, "")}
        turn = self.taken.total()
        for port in (self.ports[(turn + one) % len(self.ports)] for one in range(len(self.ports))):
            with suppress(aiohttp.ClientConnectorError):
                address = f"http://127.0.0.1:{port}{request.path}"
                try:
                    async with self.session.post(address, data=body, headers=headers) as answer:
                        await self._count(port)
                        return web.Response(status=answer.status, body=await answer.read())
                except aiohttp.ServerDisconnectedError:  # it may have taken it: not to the next
                    break
        return web.Response(status=502)

    async def _count(self, port: int) -> None:
        async with self.bell:
            self.taken[port] += 1
            self.bell.notify_all()

    async def has_taken(self, port: int, least: int) -> None:
        """Wait until this process was brought so many."""
        async with self.bell, asyncio.timeout(STARTS_WITHIN):
            await self.bell.wait_for(lambda: self.taken[port] >= least)

    async def opens(self, stack: AsyncExitStack) -> str:
        """Listen; the address."""
        self.session = await stack.enter_async_context(aiohttp.ClientSession())
        app = web.Application()
        app.router.add_post("/telegram", self.pass_on)
        runner = web.AppRunner(app)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{runner.addresses[0][1]}"


@pytest.fixture
async def books(postgres_url: str) -> AsyncIterator[str]:
    """A database of their own."""
    admin = create_async_engine(postgres_url, isolation_level="AUTOCOMMIT")
    async with admin.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {DATABASE}"))
    yield postgres_url.replace("/postgres?", f"/{DATABASE}?")
    async with admin.connect() as connection:
        await connection.execute(text(f"DROP DATABASE {DATABASE} WITH (FORCE)"))
    await admin.dispose()


async def _letter(url: str) -> str:
    """The ward in the books, and the code in Tuấn's letter."""
    await migrate(url)
    database = Database(url, Organisation())
    async with database.transaction() as store:
        ward = await found_ward(store, MORNING)
        code = await joining.issue_code(store, await ward.member(store, "tuan"), MORNING, None)
    await database.close()
    return code


async def _get(port: int, path: str) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}{path}") as answer,
    ):
        return answer.status, await answer.text()


async def _is_ready(port: int) -> None:
    async with asyncio.timeout(STARTS_WITHIN):
        while True:
            with suppress(aiohttp.ClientConnectorError):
                if (await _get(port, "/readyz"))[0] == 200:
                    return
            await asyncio.sleep(0.1)


async def _is_healthy(port: int) -> bool:
    """What the containers' own check says, word for word but the port."""
    compose = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))
    _, _, *words = compose["services"]["bot"]["healthcheck"]["test"]
    words = [one.replace(":8080/", f":{port}/") for one in words]
    pipe = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(sys.executable, *words, stderr=pipe)
    return await process.wait() == 0


def _free_ports(number: int) -> list[int]:
    taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [one.getsockname()[1] for one in taken]
    for one in taken:
        one.close()
    return ports


async def test_two_processes_behind_one_address_are_one_handbook(
    books: str, tmp_path: Path
) -> None:
    code, proxy = await _letter(books), Proxy(_free_ports(2))
    async with AsyncExitStack() as stack:
        address = await proxy.opens(stack)
        given = {
            "SOTAY_DATABASE_URL": books,
            "SOTAY_WEBHOOK_URL": f"{address}/telegram",
            "SOTAY_WEBHOOK_SECRET": SECRET,
        }
        machine = Machine(tmp_path, MORNING, given)
        simulator = await stack.enter_async_context(machine.simulator())
        bots = [Bot(machine, simulator, {"SOTAY_WEB_PORT": str(port)}) for port in proxy.ports]
        for one in bots:
            stack.push_async_callback(one.kill)
            await one.start()
        await asyncio.gather(*(_is_ready(port) for port in proxy.ports))
        assert [await _is_healthy(port) for port in proxy.ports] == [True, True]
        session = await stack.enter_async_context(aiohttp.ClientSession(simulator))
        tuan = await Phone.new(session, "Tuấn")
        await tuan.starts(code)
        await tuan.sees("sinh năm nào")
        await tuan.says("1990")
        await tuan.presses("Tôi đồng ý")
        await tuan.sees("Chào đồng chí Tuấn")
        assert set(proxy.taken) == set(proxy.ports), "both took something of one conversation"

        for path in ("/healthz", "/readyz", "/metrics", "/"):
            async with session.get(f"{address}{path}") as answer:
                assert answer.status == 404, "health and figures stay inside"
        assert await bots[0].ends(within=30) == 0
        assert [await _is_healthy(port) for port in proxy.ports] == [False, True]
        alive = proxy.ports[1]
        before = proxy.taken[alive]
        for number in range(1, 5):
            await tuan.says("trợ giúp")
            await proxy.has_taken(alive, before + number)
        await tuan.sees("cần giúp? Hãy gọi")
        _, figures = await _get(alive, "/metrics")
        assert 'sotay_deliveries{state="uncertain"}' not in figures

        assert (await machine.command("backup"))[0] == 0
        machine.env["SOTAY_WEB_PORT"] = str(alive)
        code_of_doctor, said = await machine.command("doctor")
        assert code_of_doctor == 0, said
        assert "webhook" in said
