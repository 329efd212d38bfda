"""A local stand-in for Google Translate's voice: it speaks what it is asked, or misbehaves."""

import asyncio
import base64
import io
import json
from collections.abc import AsyncIterator
from itertools import chain
from urllib.parse import parse_qs

import av
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from audio.encode import RATE, at_studio_rate, blocks
from audio.engines import Samples, Speed
from audio.espeak import Espeak
from audio.mixing import silence

CONSENT = "<!doctype html><title>Before you continue</title><form>jQ1olc</form>"


def mp3(samples: Samples) -> bytes:
    """Mono samples at 48 kHz as an MP3 file."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp3") as container:
        stream = container.add_stream("libmp3lame", rate=RATE, layout="mono")
        for given in chain(blocks(samples, RATE), [None]):
            container.mux(stream.encode(given))
    return buffer.getvalue()


class GoogleStub:
    """`modes` are used up one a request; after them every request goes well."""

    def __init__(self) -> None:
        self.modes: list[str] = []
        self.asked: list[tuple[str, str, bool]] = []
        self.in_flight = self.most_in_flight = 0
        self.url = ""
        self._voice = Espeak()

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/_/TranslateWebserverUi/data/batchexecute", self.answer)
        return app

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            return await self._answer(request)
        finally:
            self.in_flight -= 1

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        (body,) = parse_qs(await request.text())["f.req"]
        text, language, slow, _ = json.loads(json.loads(body)[0][0][1])
        self.asked.append((text, language, bool(slow)))
        mode, _, detail = (self.modes.pop(0) if self.modes else "ok").partition(":")
        if mode == "status":
            status, _, wait = detail.partition(",")
            return web.Response(status=int(status), headers={"Retry-After": wait} if wait else {})
        if mode == "consent":
            return web.Response(text=CONSENT, content_type="text/html")
        if mode == "hang":
            await asyncio.Event().wait()
        if mode == "drop" and request.transport:
            request.transport.abort()
        return web.Response(text=self._wrapped(await self._sound(mode, text, language)))

    async def _sound(self, mode: str, text: str, language: str) -> bytes | None:
        if mode == "no sound":
            return None
        if mode == "no bytes":
            return b""
        if mode == "no mp3":
            return b"this is not an MP3 " * 50
        (clip,) = await self._voice.speak([text], language, Speed.NORMAL)
        spoken = at_studio_rate(clip)
        if mode == "too short":
            spoken = spoken[: RATE // 10]
        if mode == "too long":
            spoken = silence(20)
        return mp3(spoken)

    def _wrapped(self, sound: bytes | None) -> str:
        inner = "null" if sound is None else f'[\\"{base64.b64encode(sound).decode()}\\"]'
        return f')]}}\'\n\n[["wrb.fr","jQ1olc","{inner}",null,null,null,"generic"]]'


@pytest.fixture
async def google_stub() -> AsyncIterator[GoogleStub]:
    stub = GoogleStub()
    async with TestServer(stub.app()) as server:
        stub.url = str(server.make_url("")).rstrip("/")
        yield stub
