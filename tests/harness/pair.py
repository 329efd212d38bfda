"""Two real processes behind one address, as a proxy has them: each update goes to one or the other
in turn, and to the other when one is gone."""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from tests.month import Bot, Machine

SECRET, PATH = "between-us", "/telegram"
HEADERS = ("X-Telegram-Bot-Api-Secret-Token", "Content-Type")
STARTS_WITHIN = 60.0  # seconds, beside whatever else the machine does


class Balancer:
    """Passes on what the messenger brings."""

    def __init__(self, session: aiohttp.ClientSession, ports: Sequence[int]) -> None:
        self._session = session
        self._ports = list(ports)
        self.taken = Counter[int]()  # updates, by the port that took them
        self.url = ""

    @classmethod
    @asynccontextmanager
    async def between(cls, ports: Sequence[int]) -> AsyncIterator[Balancer]:
        """One that stands before those ports of this machine."""
        async with aiohttp.ClientSession() as session:
            balancer = cls(session, ports)
            app = web.Application()
            app.router.add_post(PATH, balancer._pass_on)
            runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            balancer.url = f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}"
            try:
                yield balancer
            finally:
                await runner.cleanup()

    async def _pass_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        headers = {name: request.headers[name] for name in HEADERS if name in request.headers}
        self._ports.append(self._ports.pop(0))
        for port in tuple(self._ports):
            try:
                return await self._offer(port, body, headers)
            except aiohttp.ClientError:  # gone, perhaps in the middle of this very update
                continue
        return web.Response(status=502)

    async def _offer(self, port: int, body: bytes, headers: dict[str, str]) -> web.Response:
        url = f"http://127.0.0.1:{port}{PATH}"
        async with self._session.post(url, data=body, headers=headers) as answer:
            self.taken[port] += answer.status == 200
            again = {
                name: answer.headers[name] for name in ("Retry-After",) if name in answer.headers
            }
            return web.Response(status=answer.status, headers=again)


class Pair:
    """Two `sotay run` on one PostgreSQL. Spoken to like one: who is killed is one of them, in turn,
    and the other goes on."""

    def __init__(self, machine: Machine, simulator: str, balancer: Balancer, ports: Sequence[int]):
        self.balancer = balancer
        self.ports = ports
        self.shared = {"SOTAY_WEBHOOK_URL": balancer.url, "SOTAY_WEBHOOK_SECRET": SECRET}
        self._bots = [
            Bot(machine, simulator, {**self.shared, "SOTAY_WEB_PORT": str(port)}) for port in ports
        ]

    @classmethod
    @asynccontextmanager
    async def of(cls, machine: Machine, simulator: str) -> AsyncIterator[Pair]:
        """Two that stand behind one address; neither has started."""
        ports = [_free_port(), _free_port()]
        async with Balancer.between(ports) as balancer:
            pair = cls(machine, simulator, balancer, ports)
            try:
                yield pair
            finally:
                await pair.kill()

    async def start(self) -> None:
        """Begin with both, and wait until both take updates."""
        for bot in self._bots:
            await bot.start()
        await self.are_ready()

    async def are_ready(self) -> None:
        """Wait until both take updates."""
        for port in self.ports:
            await ready(port)

    async def end_first(self, within: float) -> int:
        """The first is told to end, as a server that is shut down does; its exit code."""
        return await self._bots[0].ends(within)

    async def kill_one(self) -> None:
        """kill -9 for the one whose turn it is; the next kill is the other's."""
        self._bots.append(self._bots.pop(0))
        await self._bots[-1].kill()

    async def start_again(self) -> None:
        """The one killed last begins anew."""
        await self._bots[-1].start()

    async def is_killed_and_starts_again(self) -> None:
        """One of them is, and is not waited for: the other takes what comes."""
        await self.kill_one()
        await self.start_again()

    async def kill(self) -> None:
        """Both are gone."""
        for bot in self._bots:
            await bot.kill()


async def ready(port: int) -> None:
    """Wait until the process on that port takes updates."""
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        async with asyncio.timeout(STARTS_WITHIN):
            while not await _is_ready(session):  # noqa: ASYNC110 - another process starts
                await asyncio.sleep(0.05)


async def _is_ready(session: aiohttp.ClientSession) -> bool:
    try:
        async with session.get("/readyz") as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
