"""The demo's page says what is true by now."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from zoneinfo import ZoneInfo

import pytest

from bot import demo
from bot.texts import Texts
from services import joining
from tests.talkers import Talker
from tests.town import Town

TEXTS = Texts("party", ZoneInfo("Asia/Ho_Chi_Minh"))


@asynccontextmanager
async def _followed(town: Town, newcomer: Talker) -> AsyncIterator[None]:
    following = asyncio.ensure_future(demo.follow(town.sim, TEXTS, newcomer.phone))
    try:
        yield
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


async def _is_noted(talker: Talker, note: str, english: str) -> None:
    feed = talker.town.sim.world.feed
    news = feed.listen()
    while (talker.phone.note, talker.phone.notes) != (note, {"en": english}):
        await asyncio.wait_for(news.get(), 10)
    feed.leave(news)


@pytest.mark.parametrize("town", ["telegram"], indirect=True)
@pytest.mark.parametrize("language", ["vi", "en"])
async def test_the_note_under_a_newcomers_name_says_when_she_has_joined_and_left(
    town: Town, language: str
) -> None:
    tuan = await town.stranger("Phạm Minh Tuấn", language)
    tuan.phone.note = "Chưa vào sổ"
    async with town.app.database.transaction() as store:
        code = await joining.issue_code(
            store, await town.ward.member(store, "tuan"), town.clock.now, None
        )

    def label(key: str) -> str:
        return TEXTS.say(key, {}, language)

    async with _followed(town, tuan):
        await tuan.starts(code)
        await tuan.says("1990")
        assert tuan.phone.note == "Chưa vào sổ"
        await tuan.presses(label("joining.agree"))
        await _is_noted(tuan, "Vừa vào sổ tay", "Has just joined")

        for key in ("help.go_help", "help.go_settings", "joining.wish_to_leave"):
            await tuan.presses(label(key))
        await tuan.presses(label("joining.really_leave"))
        await _is_noted(tuan, "Đã rời sổ tay", "Has left the handbook")
