"""What Zalo's server answers, and what that means for the one who wants to know what arrived."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from bot.doors import NotDelivered, Refused, Uncertain, Unreachable
from bot.zalo_calls import LARGEST, NothingNew, WrongToken, ZaloCalls
from tests.clock import ZALO_TOKEN


@asynccontextmanager
async def answering(status: int, body: bytes) -> AsyncIterator[ZaloCalls]:
    """A server that answers every call so."""

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status, body=body)

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    calls = ZaloCalls(ZALO_TOKEN, f"http://{host}:{port}", patience=2)
    try:
        yield calls
    finally:
        await calls.close()
        await runner.cleanup()


def no(code: Any, description: str = "") -> bytes:
    """A refusal as Zalo spells it."""
    return json.dumps({"ok": False, "error_code": code, "description": description}).encode()


HTML = b"<html><body>/bot123:secret/sendMessage</body></html>"
CASES = [
    (200, no(400, "Bad request: text must not be empty"), Refused),
    (200, no("400", "Bad request"), Refused),
    (400, b'{"ok":false,"description":"Bad request"}', Refused),
    (200, no(401, "Unauthorized"), WrongToken),
    (200, no(403, "Internal server error"), NotDelivered),
    (200, no(403, "Forbidden: the user blocked the bot"), Unreachable),
    (200, no(404, "Not Found"), Refused),
    (200, no(404, "Chat not found"), Unreachable),
    (200, no(408, "Request timeout"), NothingNew),
    (408, no(408, "Request timeout"), NothingNew),
    (200, no(429, "Quota exceeded"), NotDelivered),
    (429, HTML, NotDelivered),
    (502, HTML, NotDelivered),
    (503, b"", NotDelivered),
    (504, HTML, Uncertain),
    (200, HTML, Uncertain),
    (200, b'{"ok":true,"res', Uncertain),
    (200, b"[]", Uncertain),
]


@pytest.mark.fault(16, 19, 21)
@pytest.mark.parametrize(("status", "body", "means"), CASES, ids=[str(one[:2]) for one in CASES])
async def test_an_answer_means_what_it_says_whatever_its_status(
    status: int, body: bytes, means: type[Exception]
) -> None:
    async with answering(status, body) as calls:
        with pytest.raises(means) as problem:
            await calls.call("sendMessage", chat_id="6ede9afa66b88fe6d6a9", text="Chào bác.")

    assert type(problem.value) is means


@pytest.mark.parametrize(
    ("body", "result"),
    [
        (b'{"ok":true}', {}),
        (b'{"ok":true,"result":{}}', {}),
        (b'{"ok":true,"error_code":0,"result":{"message_id":"8259"}}', {"message_id": "8259"}),
    ],
)
async def test_ok_is_what_counts(body: bytes, result: dict[str, str]) -> None:
    async with answering(200, body) as calls:
        assert await calls.call("sendMessage") == result


async def test_a_server_that_is_not_there_has_done_nothing() -> None:
    calls = ZaloCalls(ZALO_TOKEN, "http://127.0.0.1:1", patience=0.3)
    with pytest.raises(NotDelivered):
        await calls.call("sendMessage")
    await calls.close()


@pytest.mark.parametrize(
    ("status", "body"), [(404, b"gone"), (200, b"x" * (LARGEST + 1))], ids=["gone", "too large"]
)
async def test_a_file_that_cannot_be_fetched_is_not_there(status: int, body: bytes) -> None:
    async with answering(status, body) as calls:
        with pytest.raises(NotDelivered):
            await calls.fetch(f"{calls._base}/voice.aac")


async def test_the_token_is_in_no_error_and_in_no_log() -> None:
    with capture_logs() as logs:
        for status, body, _ in CASES:
            async with answering(status, body) as calls:
                with pytest.raises(Exception) as problem:
                    await calls.call("sendMessage", text="Chào bác.")
                assert "zzzz" not in f"{problem.value!r} {problem.value.__cause__!r}"

    assert "zzzz" not in str(logs)
