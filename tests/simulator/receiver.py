"""The bot's own server, to which a webhook leads."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import web


class Receiver:
    """It notes every request (an empty body as None) and answers as told."""

    def __init__(self) -> None:
        self.requests: asyncio.Queue[tuple[Any, web.Request]] = asyncio.Queue()
        self.answers: list[web.Response] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        body = await request.json() if await request.read() else None
        self.requests.put_nowait((body, request))
        await self.gate.wait()
        return self.answers.pop(0) if self.answers else web.Response()

    async def next(self) -> Any:
        update, _ = await asyncio.wait_for(self.requests.get(), 5)
        return update
