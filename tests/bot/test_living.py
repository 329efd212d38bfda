"""Screens that stand open are drawn anew, each for itself."""

from __future__ import annotations

import pytest

from handlers.dialog import Screen, Turn
from tests.town import Town

pytestmark = pytest.mark.parametrize("town", ["telegram"], indirect=True)


async def test_a_screen_that_cannot_be_drawn_is_no_harm_to_the_others(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    thanh, binh = await town.comes("thanh"), await town.comes("binh")
    for one in (thanh, binh):
        await one.says("theo dõi biểu quyết")
        one.sees("Chưa có cuộc biểu quyết nào")

    async def draws(turn: Turn) -> Screen:
        if turn.person.id == town.ward.id("thanh"):
            raise KeyError("nobody thought of this")
        return Screen("polls.nobody_voted")

    monkeypatch.setitem(town.app.switches.presses, "polls.lead_polls", draws)
    await town.app.living.refresh()

    binh.sees("Không có ai bỏ phiếu")
