"""What a send came to, whatever the server, the network or something between them answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.doors import NotDelivered, Page, Refused, Uncertain
from bot.gallery import Gallery
from bot.on_telegram import TelegramDoor
from rules.organisation import Organisation
from rules.refusal import Refusal
from simulator import Simulator
from simulator.people import deeds
from storage.engine import Database
from tests.clock import TOKEN

Says = Callable[[Page], Awaitable[object]]


def _http(status: int, body: bytes, length: int | None = None) -> bytes:
    said = len(body) if length is None else length
    return f"HTTP/1.1 {status} So\r\nContent-Length: {said}\r\n\r\n".encode() + body


def _no(status: int, words: str, **parameters: object) -> bytes:
    answer = {"ok": False, "error_code": status, "description": words}
    if parameters:
        answer["parameters"] = parameters
    return _http(status, json.dumps(answer).encode())


@pytest.fixture
async def gallery(tmp_path: Path) -> AsyncIterator[Gallery]:
    """Files nobody asks for here."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/test.db", Organisation())
    yield Gallery(database, tmp_path / "files", {}, lambda: None)  # type: ignore[arg-type,return-value]
    await database.close()


@asynccontextmanager
async def _answering(answer: bytes, gallery: Gallery) -> AsyncIterator[TelegramDoor]:
    """A door to a server that answers every call so, and hangs up."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    door = TelegramDoor(TOKEN, gallery, f"http://127.0.0.1:{port}", patience=2)
    async with server:
        yield door
        await door.close()


@pytest.mark.fault(19)
@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\x00\x01\x02\r\n\r\n",
        _http(200, b'{"ok":true,"res', length=500),
        _http(200, b'{"ok":true,"res'),
        _http(200, b"<html>Sign in to this network</html>"),
        _http(200, b"\xff\xfe"),
        _http(200, b"[]"),
        _http(200, b'{"ok":false}'),
        _http(200, b'{"ok":true,"result":null}'),
        _http(504, b"<html>Gateway Timeout</html>"),
    ],
    ids=[
        "nothing at all",
        "no HTTP",
        "broken off",
        "half an answer",
        "a page of the network's own",
        "no text",
        "a list",
        "neither yes nor no",
        "yes, and nothing",
        "a gateway that waited in vain",
    ],
)
async def test_an_answer_that_says_nothing_leaves_the_send_uncertain(
    answer: bytes, gallery: Gallery
) -> None:
    async with _answering(answer, gallery) as door:
        with pytest.raises(Uncertain):
            await door.show("5", Page("Chào bác."))


@pytest.mark.fault(15)
@pytest.mark.parametrize(
    ("parameters", "seconds"),
    [
        ({"retry_after": 7}, 7),
        ({"retry_after": 3600}, 3600),
        ({"retry_after": 999_999}, 3600),
        ({"retry_after": -5}, 1),
        ({"retry_after": 0}, 1),
        ({}, 1),
    ],
    ids=str,
)
async def test_a_pause_lasts_between_a_second_and_an_hour(
    parameters: dict[str, object], seconds: float, gallery: Gallery
) -> None:
    async with _answering(_no(429, "Too Many Requests", **parameters), gallery) as door:
        with pytest.raises(NotDelivered) as pause:
            await door.show("5", Page("Chào bác."))

    assert (pause.value.retry_after, pause.value.everyone) == (seconds, True)


@pytest.mark.fault(16)
@pytest.mark.parametrize(
    "answer",
    [
        _no(500, "Internal Server Error"),
        _http(502, b"<html>Bad Gateway</html>"),
        _http(503, b""),
    ],
    ids=["500", "502", "503"],
)
async def test_a_server_out_of_order_has_done_nothing(answer: bytes, gallery: Gallery) -> None:
    async with _answering(answer, gallery) as door:
        with pytest.raises(NotDelivered) as again:
            await door.show("5", Page("Chào bác."))

    assert not again.value.everyone


@pytest.mark.fault(22)
@pytest.mark.parametrize(("status", "words"), [(401, "Unauthorized"), (404, "Not Found")])
async def test_with_a_revoked_token_all_wait_and_nothing_is_given_up(
    status: int, words: str, gallery: Gallery
) -> None:
    async with _answering(_no(status, words), gallery) as door:
        with pytest.raises(NotDelivered) as wait:
            await door.show("5", Page("Chào bác."))
        assert (wait.value.retry_after, wait.value.everyone) == (60, True)

        for asks in (door.open({}), door.listen(lambda _: asyncio.sleep(0))):
            with pytest.raises(Refusal) as no:
                await asks
            assert no.value.key == "commands.wrong_token"


@pytest.mark.fault(21)
async def test_a_text_the_server_does_not_take_is_refused_and_not_tried_again(
    gallery: Gallery,
) -> None:
    async with _answering(_no(400, "Bad Request: can't parse entities"), gallery) as door:
        with pytest.raises(Refused):
            await door.show("5", Page("Chào bác."))


@pytest.mark.fault(21)
async def test_whatever_somebody_is_called_arrives_as_it_was_written(gallery: Gallery) -> None:
    async with Simulator(token=TOKEN) as sim:
        phone = sim.world.add_phone("Hoa")
        deeds.start(sim.world, phone)
        door = TelegramDoor(TOKEN, gallery, sim.url)

        @settings(
            max_examples=60,
            deadline=None,
            suppress_health_check=[HealthCheck.function_scoped_fixture],
        )
        @given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60))
        def names(name: str) -> None:
            shown.append(name)

        shown: list[str] = ["<b>Hoa</b>", "Hoa & Lan", "a < b > c", "\u202eHoa", "&lt;", "</b>"]
        names()
        for name in shown:
            sent = await door.show(str(phone.id), Page(f"Chào {name}.\nHôm nay {name} họp."))
            message = sim.world.chats[phone.id].messages[int(sent.ref)]
            assert message.content["text"] == f"Chào {name}.\nHôm nay {name} họp."
        await door.close()
