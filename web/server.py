"""Our own web server: for webhooks, for those who watch over the handbook, and for pages."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import aiohttp_jinja2
import jinja2
from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
PAGES = Path(__file__).parent / "pages"
LARGEST = 1024 * 1024  # bytes of a request; an update is far smaller
GRACE = 10.0  # seconds that requests under way get at the end


class Server:
    """Listens on one address until it is closed. `port` 0 takes a free one."""

    def __init__(self, host: str, port: int) -> None:
        self._host = host
        self._port = port
        self._app = web.Application(client_max_size=LARGEST)
        self._runner: web.AppRunner | None = None
        loader = jinja2.FileSystemLoader(PAGES)
        aiohttp_jinja2.setup(self._app, loader=loader, undefined=jinja2.StrictUndefined)

    def get(self, paths: Mapping[str, Handler]) -> None:
        """Answer GET requests for these paths."""
        for path, handler in paths.items():
            self._app.router.add_get(path, handler)

    def post(self, path: str, handler: Handler) -> None:
        """Answer POST requests for this path."""
        self._app.router.add_post(path, handler)

    async def open(self) -> str:
        """Begin to listen; the address."""
        self._runner = web.AppRunner(self._app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port, shutdown_timeout=GRACE)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        return f"http://{host}:{port}"

    async def close(self) -> None:
        """Let requests under way end, and listen no more."""
        if self._runner is not None:
            await self._runner.cleanup()
