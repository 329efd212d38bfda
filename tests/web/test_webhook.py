"""The webhook against a real server of updates: acknowledged only once it is in the books."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import func, select

from bot.app import serve
from bot.entrances import Way
from bot.on_telegram import TelegramDoor
from simulator.people import deeds
from storage.tables import seen_updates
from tests.talkers import Talker
from tests.town import Town
from web.webhook import webhook

SECRET = "k" * 32
UPDATE = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "date": 1764000000,
        "text": "/start",
        "chat": {"id": 5, "type": "private"},
        "from": {"id": 5, "is_bot": False, "first_name": "A"},
    },
}


@pytest.fixture
async def hooked(tmp_path: Path, empty_sqlite: Path, now: datetime) -> AsyncIterator[Town]:
    """The ward, whose messenger brings updates instead of being asked."""
    shutil.copy(empty_sqlite, tmp_path / "sotay.db")
    settings = {"webhook_url": "http://bot.example/in", "webhook_secret": SECRET}
    async with Town(tmp_path, now, "telegram", **settings) as town:
        server = serve(town.app, [Way(town.door, settings["webhook_url"], SECRET)])
        town.address = await server.open()
        yield town
        await server.close()


async def _posts(town: Town, body: Any, secret: str | None = SECRET) -> int:
    headers = {TelegramDoor.proof_header: secret} if secret is not None else {}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{town.address}/in", json=body, headers=headers) as answer,
    ):
        return answer.status


async def _taken(town: Town) -> int:
    async with town.app.database.transaction() as store:
        return int(await store.value(select(func.count()).select_from(seen_updates)))


async def _is_answered(town: Town, talker: Talker, words: str) -> None:
    room = town.sim.world.chats[talker.phone.id]
    assert await room.bell.wait_for(
        lambda: [seen for seen in talker.chat if words in seen.text], 10
    ), talker.story()


async def test_somebody_is_answered_through_the_webhook(hooked: Town) -> None:
    assert isinstance(hooked.door, TelegramDoor)
    await hooked.door.hook(f"{hooked.address}/in", SECRET)
    stranger = await hooked.stranger("Người lạ")
    deeds.start(hooked.sim.world, stranger.phone, "")

    await _is_answered(hooked, stranger, "cần mã in trong thư mời")
    assert await _taken(hooked) == 1


@pytest.mark.parametrize("secret", [None, "", "k" * 31, "wrong", "\u00fc"])
async def test_without_the_secret_nobody_speaks(hooked: Town, secret: str | None) -> None:
    assert await _posts(hooked, UPDATE, secret) == 401
    assert await _taken(hooked) == 0


@pytest.mark.fault(25)
async def test_the_same_update_five_times_has_one_effect(hooked: Town) -> None:
    statuses = await asyncio.gather(*(_posts(hooked, UPDATE) for _ in range(5)))

    assert statuses == [200] * 5
    assert await _taken(hooked) == 1


@pytest.mark.parametrize("body", [[], "text", 5])
async def test_what_is_no_update_is_refused(hooked: Town, body: Any) -> None:
    assert await _posts(hooked, body) == 400


async def test_a_messenger_that_only_looks_whether_we_are_here_is_answered(hooked: Town) -> None:
    assert await _posts(hooked, None) == 200
    assert await _posts(hooked, None, secret=None) == 401
    assert await _taken(hooked) == 0


async def test_a_body_beyond_a_megabyte_is_refused(hooked: Town) -> None:
    assert await _posts(hooked, {"text": "a" * 1_100_000}) == 413
    assert await _taken(hooked) == 0


@pytest.mark.fault(12)
async def test_it_comes_again_when_the_books_cannot_be_opened(
    hooked: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_self: object) -> Any:
        raise OSError("no database")

    with monkeypatch.context() as patched:
        patched.setattr("storage.engine.Database.transaction", closed)
        assert await _posts(hooked, UPDATE) == 503

    assert await _posts(hooked, UPDATE) == 200
    assert await _taken(hooked) == 1


def test_there_is_no_webhook_without_a_secret() -> None:
    with pytest.raises(ValueError, match="secret"):
        webhook("", TelegramDoor.proof_header, lambda _update: asyncio.sleep(0))


async def test_health_and_figures_say_nothing_about_anybody(hooked: Town) -> None:
    hoa = await hooked.comes("hoa")
    async with aiohttp.ClientSession(hooked.address) as session:
        for path in ("/healthz", "/readyz", "/metrics"):
            async with session.get(path) as answer:
                text = await answer.text()
                assert answer.status == 200, path
                assert hoa.name not in text
                assert hoa.address not in text
    assert "sotay_turn_seconds_count 1.0" in text
    assert "sotay_updates_set_aside 0.0" in text
