"""One simulator on one address: both faces, started and stopped together."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Sequence
from types import TracebackType
from typing import Self

from aiohttp import web

from simulator import bot_side
from simulator.errors import PeopleError
from simulator.people import control, page, phones, sending
from simulator.world import World
from simulator.zalo import bot_side as zalo_bot_side
from simulator.zalo import control as zalo_control

LARGEST_REQUEST = 51 * 1024 * 1024  # a file of 50 MB and the fields around it
DEMO_PHONES = (
    ("Bà Lê Thị Hoa", "78 tuổi, một ngón tay"),
    ("Anh Trần Văn Minh", "bận rộn, trả lời trong mười giây"),
    ("Cô Phạm Thị Thanh", "bí thư chi bộ"),
)


class Simulator:
    """A running simulator on 127.0.0.1; `port=0` takes a free one.

    `clock` gives seconds since 1970. Limits are off here, so that a clock that stands still does
    not refuse the sixth message; `python -m simulator` has them on.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        clock: Callable[[], float] = time.time,
        token: str | None = None,
        limits: bool = False,
        host: str = "127.0.0.1",
        zalo_tokens: Sequence[str] = (),
    ) -> None:
        self.world = World(clock, token, zalo_tokens=tuple(zalo_tokens))
        self.world.limits.on = limits
        self._host, self._port = host, port
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """The address of the page and of the people's side, without a slash at its end."""
        return f"http://{self._host}:{self._port}"

    @property
    def bot_api(self) -> str:
        """`base_url` for python-telegram-bot; the token is appended to it."""
        return f"{self.url}/bot"

    @property
    def zalo_api(self) -> str:
        """The base address for Zalo's bots: /bot<token>/<method> is appended to it."""
        return f"{self.url}/zalo"

    @property
    def bot_files(self) -> str:
        """`base_file_url` for python-telegram-bot."""
        return f"{self.url}/file/bot"

    def add_demo_phones(self) -> None:
        """Three phones, so that any bot can be tried at once."""
        for name, note in DEMO_PHONES:
            self.world.add_phone(name, note=note)

    async def start(self) -> None:
        """Listen; raises OSError when the port is taken."""
        # A bot that goes away must not leave its long poll behind: the handler ends with it.
        self._runner = web.AppRunner(
            make_app(self.world), access_log=None, handler_cancellation=True, shutdown_timeout=0.1
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self.world.url = self.url

    async def stop(self) -> None:
        await self.world.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()


def make_app(world: World) -> web.Application:
    """Both faces of one world as an aiohttp application."""
    app = web.Application(client_max_size=LARGEST_REQUEST, middlewares=[_sentences])
    app[bot_side.world_key] = world
    for routes in (bot_side, phones, sending, control, page, zalo_bot_side, zalo_control):
        app.add_routes(routes.routes)
    return app


@web.middleware
async def _sentences(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Every refusal is JSON: a sentence for people, the server's own form for the bot."""
    try:
        return await handler(request)
    except PeopleError as refusal:
        return web.json_response({"error": refusal.sentence}, status=refusal.status)
    except web.HTTPException as refusal:
        if request.path.startswith(("/bot", "/file/", "/zalo/bot")):
            body = {"ok": False, "error_code": refusal.status, "description": refusal.reason}
            return web.json_response(body, status=refusal.status)
        return web.json_response({"error": f"{refusal.reason}."}, status=refusal.status)
