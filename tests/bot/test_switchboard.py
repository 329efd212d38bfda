"""Turns that come in a way nobody planned: out of order, too late, all at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from bot.doors import Incoming
from simulator.people import deeds
from storage import tables
from tests.harness.scenarios import open_poll
from tests.talkers import Talker
from tests.town import Town

pytestmark = pytest.mark.parametrize("town", ["telegram"], indirect=True)
CROWD = 150  # more than one batch of updates


def _turn_round(town: Town) -> None:
    """Let what waits at the messenger come in the other order."""
    waiting = town.sim.world.updates.waiting
    for update_id, other in zip(list(waiting), list(reversed(waiting.values())), strict=True):
        waiting[update_id] = replace(other, id=update_id)


@pytest.mark.fault(26)
async def test_a_press_that_comes_before_the_words_typed_earlier_is_taken_all_the_same(
    town: Town,
) -> None:
    hoa = await town.comes("hoa")
    await open_poll(town)
    await town.carries()  # what was taken before is confirmed
    await town.settles()  # and the poll's invitation comes
    deeds.say(town.sim.world, hoa.phone, "thông báo")
    deeds.press(town.sim.world, hoa.phone, hoa.screen.id, label="Xem và biểu quyết")
    _turn_round(town)
    await town.carries()

    hoa.has_seen("Đồng ý góp mỗi nhà một cây hoa?", "công khai, có ghi tên")
    hoa.can_press("Nghe")
    hoa.has_seen("Chưa có thông báo nào")
    hoa.has_not_seen("trục trặc")
    await hoa.says("biểu quyết")
    await hoa.presses("Đồng ý")
    await hoa.presses("Bỏ phiếu: Đồng ý")
    hoa.sees("Đã ghi phiếu")


@pytest.mark.fault(27)
async def test_a_press_the_messenger_has_forgotten_still_leads_to_its_screen(town: Town) -> None:
    """Its little clock cannot be ended any more (older than 150 s); the deed is done."""
    hoa = await town.comes("hoa")
    late = Incoming(
        "telegram",
        hoa.address,
        "late",
        "press",
        data="notices.notices",
        ref="1",
        press_id="forgotten",
    )
    await town.app.take(late)
    await town.settles()

    hoa.has_not_seen("trục trặc")
    assert "Nghe" in hoa.screen.buttons


@pytest.mark.fault(27)
async def test_after_a_day_without_us_people_begin_where_they_are(town: Town) -> None:
    hoa = await town.comes("hoa")
    await open_poll(town)
    await town.settles()
    before = len(hoa.chat)
    deeds.press(town.sim.world, hoa.phone, hoa.screen.id, label="Xem và biểu quyết")
    deeds.say(town.sim.world, hoa.phone, "thông báo")
    await town.passes(hours=25)
    await town.carries()
    assert len(hoa.chat) == before, "what was too old never came"

    await hoa.presses("Xem và biểu quyết")
    await hoa.presses("Đồng ý")
    await hoa.presses("Bỏ phiếu: Đồng ý")
    hoa.sees("Đã ghi phiếu")


@pytest.mark.fault(42)
async def test_a_crowd_that_speaks_at_once_is_answered_one_by_one_and_nobody_is_forgotten(
    town: Town,
) -> None:
    """How quickly, `make bench` says."""
    crowd = [await town.stranger(f"Người {number}") for number in range(CROWD)]
    for one in crowd:
        deeds.start(town.sim.world, one.phone, "")
    while town.sim.world.updates.waiting:
        await town.carries()

    assert [len(one.chat) for one in crowd] == [1] * CROWD
    async with town.app.database.transaction() as store:
        taken = await store.value(select(func.count()).select_from(tables.seen_updates))
    assert taken == CROWD


@pytest.mark.fault(30, 42)
async def test_twenty_presses_of_each_of_many_are_one_vote_each(town: Town) -> None:
    people = [await town.comes(key) for key in ("hoa", "binh", "tuan", "thanh")]
    await open_poll(town)
    await town.settles()
    for one in people:
        await one.says("biểu quyết")
        await one.presses("Đồng ý")
    screens = {one: len(one.chat) for one in people}
    for _ in range(20):
        for one in people:
            _presses_vote(town, one)
    await town.carries()

    for one in people:
        one.has_seen("Đã ghi phiếu của đồng chí: Đồng ý")
        assert len(one.chat) - screens[one] <= 2, one.story()
    async with town.app.database.transaction() as store:
        assert await store.value(select(func.count()).select_from(tables.votes)) == len(people)


def _presses_vote(town: Town, one: Talker) -> None:
    deeds.press(town.sim.world, one.phone, one.screen.id, label="Bỏ phiếu: Đồng ý")
