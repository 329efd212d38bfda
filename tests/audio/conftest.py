"""The voices on the network, as local servers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.voices_online import EdgeStub, GoogleStub


@asynccontextmanager
async def _served(app: web.Application) -> AsyncIterator[TestServer]:
    """At its end it waits a moment, not a minute, for whoever was given up while it answered."""
    server = TestServer(app)
    await server.start_server(shutdown_timeout=0.1)
    yield server
    await server.close()


@pytest.fixture
async def google_stub() -> AsyncIterator[GoogleStub]:
    stub = GoogleStub()
    async with _served(stub.app()) as server:
        stub.url = str(server.make_url("")).rstrip("/")
        yield stub


@pytest.fixture
async def edge_stub(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[EdgeStub]:
    """Only the address is another: all else is edge-tts as it is installed."""
    stub = EdgeStub()
    async with _served(stub.app()) as server:
        stub.url = f"{server.make_url('/edge/v1')}".replace("http", "ws", 1)
        monkeypatch.setattr("edge_tts.communicate.WSS_URL", f"{stub.url}?TrustedClientToken=1")
        yield stub
