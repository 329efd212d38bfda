"""How the handbook does, for whoever watches over it: no word of any member is in it."""

from collections.abc import Awaitable, Callable

from aiohttp import web
from prometheus_client import CollectorRegistry, generate_latest

Ready = Callable[[], Awaitable[None]]
Handler = Callable[[web.Request], Awaitable[web.Response]]


async def healthz(_request: web.Request) -> web.Response:
    """The process is alive."""
    return web.Response(text="ok")


def readyz(ready: Ready) -> Handler:
    """Whether turns can be taken now: `ready` asks the database and fails when it cannot."""

    async def look(_request: web.Request) -> web.Response:
        try:
            await ready()
        except Exception as problem:  # whatever the reason: not now
            return web.Response(status=503, text=type(problem).__name__)
        return web.Response(text="ready")

    return look


def metrics(registry: CollectorRegistry, refresh: Ready) -> Handler:
    """Every figure as Prometheus reads it; `refresh` brings those that stand in the books."""

    async def look(_request: web.Request) -> web.Response:
        await refresh()
        return web.Response(body=generate_latest(registry), content_type="text/plain")

    return look
