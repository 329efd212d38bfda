"""Local stand-ins for the voices on the network: they speak what they are asked, or misbehave.

They show what our side makes of it, not that the real ones still answer like this: for that there
is `make smoke-online`.
"""

import asyncio
import base64
import io
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from html import unescape
from itertools import chain
from urllib.parse import parse_qs

import av
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from audio.encode import RATE, at_studio_rate, blocks, decode
from audio.engines import Samples, Speed
from audio.espeak import Espeak
from audio.google import Google
from audio.mixing import silence
from audio.patience import Patience
from bot import engines

CONSENT = "<!doctype html><title>Before you continue</title><form>jQ1olc</form>"


def mp3(samples: Samples) -> bytes:
    """Mono samples at 48 kHz as an MP3 file."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp3") as container:
        stream = container.add_stream("libmp3lame", rate=RATE, layout="mono")
        for given in chain(blocks(samples, RATE), [None]):
            container.mux(stream.encode(given))
    return buffer.getvalue()


class Stub:
    """`modes` are used up one a request; after them every request goes well."""

    def __init__(self) -> None:
        self.modes: list[str] = []
        self.in_flight = self.most_in_flight = 0
        self.url = ""
        self._two = asyncio.Event()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        if self.in_flight > 1:
            self._two.set()
        try:
            return await self._answer(request)
        finally:
            self.in_flight -= 1

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        raise NotImplementedError

    def _next_mode(self) -> tuple[str, str]:
        mode, _, detail = (self.modes.pop(0) if self.modes else "ok").partition(":")
        return mode, detail


_said: dict[tuple[str, str], bytes] = {}


async def spoken(mode: str, text: str, language: str) -> bytes:
    """The text as an MP3 file, or what `mode` makes of it."""
    if mode == "no mp3":
        return b"this is not an MP3 " * 50
    if mode == "too long":
        return _long_silence()
    if (text, language) not in _said:
        (clip,) = await Espeak().speak([text], language, Speed.NORMAL)
        _said[text, language] = mp3(at_studio_rate(clip))
    whole = _said[text, language]
    return mp3(decode(whole).samples[: RATE // 10]) if mode == "too short" else whole


@cache
def _long_silence() -> bytes:
    return mp3(silence(20))


class GoogleStub(Stub):
    """Google Translate's way of answering."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str, bool]] = []

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/_/TranslateWebserverUi/data/batchexecute", self.answer)
        return app

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        (body,) = parse_qs(await request.text())["f.req"]
        text, language, slow, _ = json.loads(json.loads(body)[0][0][1])
        self.asked.append((text, language, bool(slow)))
        mode, detail = self._next_mode()
        if mode == "status":
            status, _, wait = detail.partition(",")
            return web.Response(status=int(status), headers={"Retry-After": wait} if wait else {})
        if mode == "consent":
            return web.Response(text=CONSENT, content_type="text/html")
        if mode == "with another":
            await self._two.wait()
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
        return await spoken(mode, text, language)

    def _wrapped(self, sound: bytes | None) -> str:
        inner = "null" if sound is None else f'[\\"{base64.b64encode(sound).decode()}\\"]'
        return f')]}}\'\n\n[["wrb.fr","jQ1olc","{inner}",null,null,null,"generic"]]'


class EdgeStub(Stub):
    """Microsoft Edge's way of answering, over a WebSocket."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []  # the text and its rate

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/edge/v1", self.answer)
        return app

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        mode, detail = self._next_mode()
        if mode == "status":
            self.asked.append(("", ""))
            return web.Response(status=int(detail))
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.receive_str()
        ssml = await socket.receive_str()
        found = re.search(r"rate='(.*?)'.*?>(.*)</prosody>", ssml)
        assert found, ssml
        text = unescape(found[2])
        self.asked.append((text, found[1]))
        await self._speak(socket, mode, text)
        await socket.close()
        return socket

    async def _speak(self, socket: web.WebSocketResponse, mode: str, text: str) -> None:
        await socket.send_str("X-RequestId:1\r\nPath:turn.start\r\n\r\n{}")
        if mode == "stalled":
            await asyncio.Event().wait()
        if mode == "strange":
            await socket.send_str("X-RequestId:1\r\nPath:audio.metadata\r\n\r\nnot JSON")
        if mode != "no audio":
            sound = await spoken(mode, text, "vi")
            parts = [sound[start : start + 4096] for start in range(0, len(sound), 4096)]
            # Half of it is as long as half of it may be said quickly.
            for part in parts[: (len(parts) + 1) // 2] if mode == "cut" else parts:
                header = b"X-RequestId:1\r\nContent-Type:audio/mpeg\r\nPath:audio\r\n"
                await socket.send_bytes(len(header).to_bytes(2, "big") + header + part)
        if mode != "cut":
            await socket.send_str("X-RequestId:1\r\nPath:turn.end\r\n\r\n{}")


@asynccontextmanager
async def at_home(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[GoogleStub]:
    """Google's voice for a whole handbook: only its address is another, and nobody is patient."""
    stub = GoogleStub()
    async with TestServer(stub.app()) as server:
        stub.url = str(server.make_url("")).rstrip("/")
        patient = Patience(first_delay=0.001, spacing=0)
        monkeypatch.setitem(engines.MAKERS, "gtts", lambda _: Google(stub.url, patient))
        yield stub
