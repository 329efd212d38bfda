"""The messenger's way in: an update is acknowledged only once it is in the books."""

import hmac
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiohttp import web

log = structlog.get_logger()
AGAIN = "5"  # seconds until the messenger should bring an update again
Take = Callable[[dict[str, Any]], Awaitable[None]]


def webhook(
    secret: str, header: str, take: Take
) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The handler of the webhook's address: 401 without the secret in that header, 200 after the
    commit, 503 with Retry-After when nothing could be committed. ValueError without a secret: an
    open door would let anybody speak in anybody's name."""
    if not secret:
        raise ValueError("a webhook needs a secret")

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(header, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=401)
        if not await request.read():
            return web.Response()  # a messenger looks whether we are here
        try:
            update = await request.json()
        except ValueError:
            return web.Response(status=400)
        if not isinstance(update, dict):
            return web.Response(status=400)
        try:
            await take(update)
        except Exception as problem:
            log.error("update not taken", kind=type(problem).__name__)
            return web.Response(status=503, headers={"Retry-After": AGAIN})
        return web.Response()

    return receive
