"""Zalo carries so many messages a month: they are counted, and what has to wait is not lost."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, update

from bot.on_telegram import TelegramDoor
from bot.on_zalo import ZaloDoor
from rules.notices import seal
from services import notices_writing
from simulator.faults import Fault
from simulator.people import deeds
from simulator.people.view import entries
from storage import accounts, quotas, tables
from storage.tables import deliveries
from tests.clock import TOKEN
from tests.town import Town

pytestmark = pytest.mark.parametrize("town", ["zalo"], indirect=True)


def _carries(town: Town, monthly: int) -> None:
    assert isinstance(town.door, ZaloDoor)
    town.door._quota._monthly = monthly


async def _spent(town: Town) -> int:
    async with town.app.database.transaction() as store:
        return await quotas.spent(store, town.door.name, "2026-11")


async def _notice(town: Town, text: str, *, urgent: bool = False) -> None:
    async with town.app.database.transaction() as store:
        binh, now = await town.ward.person(store, "binh"), town.clock.now
        draft = await notices_writing.write(store, binh, text, None, now)
        await notices_writing.aim(store, binh, draft.id, "all")
        if urgent:
            await notices_writing.mark(store, binh, draft.id, True)
        draft = await notices_writing.own(store, binh, draft.id)
        people = await notices_writing.circle(store, draft, "all", now)
        mark = seal(draft, people.mark, now)
        await notices_writing.confirm(store, binh, draft.id, mark, now)
    await town.passes(seconds=61)


async def _states(town: Town) -> dict[str, int]:
    hoa = town.ward.id("hoa")
    chosen = select(deliveries.c.state, func.count().label("n")).where(
        deliveries.c.member_id == hoa, deliveries.c.cause.like("notice:%")
    )
    async with town.app.database.transaction() as store:
        rows = await store.all(chosen.group_by(deliveries.c.state))
    return {row["state"]: row["n"] for row in rows}


async def _next_morning(town: Town) -> None:
    town.clock.move_to(2026, 11, 24, 6, 30)
    await town.ticks()


async def _half_spent(town: Town) -> None:
    async with town.app.database.transaction() as store:
        await store.run(update(tables.quotas).values(spent=1500))


async def test_every_message_is_counted_and_only_once(town: Town) -> None:
    hoa = await town.comes("hoa")
    before = await _spent(town)
    assert before == len(hoa.chat)
    await hoa.says("lịch họp")

    assert await _spent(town) == before + 1 == len(hoa.chat)


async def test_a_notice_waits_for_the_next_month_and_an_answer_does_not(town: Town) -> None:
    hoa = await town.comes("hoa")
    _carries(town, await _spent(town) + 1)
    await _notice(town, "Sáng thứ Bảy dọn vệ sinh.")
    hoa.has_not_seen("dọn vệ sinh")
    assert await _states(town) == {"queued": 1}
    await hoa.says("lịch họp")
    hoa.sees("chưa có cuộc họp nào")

    town.clock.move_to(2026, 12, 1, 6, 31)
    await town.ticks()
    hoa.has_seen("dọn vệ sinh")
    assert await _states(town) == {"sent": 1}


async def test_what_is_urgent_does_not_wait(town: Town) -> None:
    hoa = await town.comes("hoa")
    _carries(town, await _spent(town) + 1)
    await _notice(town, "Bão vào tối nay, ở yên trong nhà.", urgent=True)
    hoa.has_seen("Bão vào tối nay")


async def test_who_has_both_messengers_gets_it_by_the_other(town: Town) -> None:
    hoa = await town.comes("hoa")
    at_telegram = TelegramDoor(TOKEN, town.app.gallery, town.sim.url)
    await at_telegram.open(town.app.menu())
    town.app.doors["telegram"] = at_telegram
    phone = town.sim.world.add_phone("Hoa")
    deeds.start(town.sim.world, phone, "")
    await at_telegram.poll(town.app.take, 0)
    async with town.app.database.transaction() as store:
        other = await accounts.at(store, "telegram", str(phone.id), "vi", town.clock.now)
        await accounts.link(store, other.id, town.ward.id("hoa"), town.clock.now)
    await hoa.says("trang chính")
    _carries(town, await _spent(town) + 1)
    await _notice(town, "Sáng thứ Bảy dọn vệ sinh.")
    hoa.has_not_seen("dọn vệ sinh")
    said = entries(town.sim.world, town.sim.world.chats[phone.id], 0, None)
    assert sum("dọn vệ sinh" in entry["text"] for entry in said) == 1
    await at_telegram.close()


async def test_the_leaders_are_told_at_each_level_once(town: Town) -> None:
    thanh, hoa = await town.comes("thanh"), await town.comes("hoa")
    _carries(town, 2 * (await _spent(town) + 1))
    await hoa.says("lịch họp")
    await town.settles()
    await _next_morning(town)
    thanh.has_seen("được một nửa", "sáng hôm sau mỗi người nhận một tin chung")
    told = sum("được một nửa" in seen.text for seen in thanh.chat)
    await hoa.says("lịch họp")

    assert told == sum("được một nửa" in seen.text for seen in thanh.chat) == 1
    hoa.has_not_seen("được một nửa")


async def test_from_half_on_what_can_wait_comes_as_one_message_in_the_morning(town: Town) -> None:
    hoa = await town.comes("hoa")
    await _half_spent(town)
    await _notice(town, "Sáng thứ Bảy dọn vệ sinh.")
    await _notice(town, "Thu hội phí ở nhà văn hóa.")
    hoa.has_not_seen("dọn vệ sinh")
    assert await _states(town) == {"queued": 2}

    before = len(hoa.chat)
    await _next_morning(town)
    hoa.sees("Có 2 tin gửi", "dọn vệ sinh", "Thu hội phí", "Nhắn ĐÃ NHẬN để xem")
    assert len(hoa.chat) == before + 1
    assert await _states(town) == {"sent": 2}
    await hoa.says("đã nhận")
    hoa.sees("Thông báo số 2 năm 2026", "Thu hội phí")


async def test_one_thing_alone_comes_as_it_is(town: Town) -> None:
    hoa = await town.comes("hoa")
    await _half_spent(town)
    await _notice(town, "Sáng thứ Bảy dọn vệ sinh.")
    await _next_morning(town)
    hoa.sees("Thông báo số 1 năm 2026", "Sáng thứ Bảy dọn vệ sinh.")
    assert hoa.screen.word == "ĐÃ NHẬN"
    hoa.has_not_seen("tin gửi đồng chí")


async def test_what_would_be_of_no_use_in_the_morning_goes_at_once(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await binh.says("mời họp")
    await binh.presses("Sinh hoạt tháng 11")
    await binh.says("hôm nay 8 giờ tối")
    await binh.says("Nhà văn hóa tổ 3")
    for step in ("Bỏ qua nội dung", "Không kèm tài liệu"):
        await binh.presses(step)
    await _half_spent(town)
    await binh.presses("Mời 6 người")
    hoa.has_seen("Sinh hoạt chi bộ tháng 11")


async def test_a_gathered_message_whose_answer_is_lost_leaves_all_of_it_uncertain(
    town: Town,
) -> None:
    hoa = await town.comes("hoa")
    await _half_spent(town)
    await _notice(town, "Sáng thứ Bảy dọn vệ sinh.")
    await _notice(town, "Thu hội phí ở nhà văn hóa.")
    town.sim.world.faults.add(Fault("timeout_after", "zalo.sendmessage", seconds=0.1))
    await _next_morning(town)

    assert await _states(town) == {"uncertain": 2}
    hoa.has_not_seen("không thể")


async def test_a_gathered_message_that_did_not_go_is_tried_again_whole(town: Town) -> None:
    hoa = await town.comes("hoa")
    await _half_spent(town)
    await _notice(town, "Sáng thứ Bảy dọn vệ sinh.")
    await _notice(town, "Thu hội phí ở nhà văn hóa.")
    town.sim.world.faults.add(Fault("502", "zalo.sendmessage"))
    await _next_morning(town)
    assert await _states(town) == {"queued": 2}
    await town.passes(seconds=5)

    assert await _states(town) == {"sent": 2}
    assert sum("Có 2 tin gửi" in seen.text for seen in hoa.chat) == 1
