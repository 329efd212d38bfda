"""The voices on the network, as local servers."""

from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestServer

from tests.voices_online import EdgeStub, GoogleStub


@pytest.fixture
async def google_stub() -> AsyncIterator[GoogleStub]:
    stub = GoogleStub()
    async with TestServer(stub.app()) as server:
        stub.url = str(server.make_url("")).rstrip("/")
        yield stub


@pytest.fixture
async def edge_stub(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[EdgeStub]:
    """Only the address is another: all else is edge-tts as it is installed."""
    stub = EdgeStub()
    async with TestServer(stub.app()) as server:
        stub.url = f"{server.make_url('/edge/v1')}".replace("http", "ws", 1)
        monkeypatch.setattr("edge_tts.communicate.WSS_URL", f"{stub.url}?TrustedClientToken=1")
        yield stub
