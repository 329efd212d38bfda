"""What is on its way, as its sender sees it: paused, sent on, stopped, uncertain, not reached."""

from __future__ import annotations

import pytest

from bot.on_telegram import TelegramDoor
from bot.switchboard import run
from bot.telegram_request import AiohttpRequest
from handlers.dialog import Turn
from rules.mailings import TOO_MANY
from simulator.faults import Fault
from simulator.people import deeds
from storage import accounts, deliveries, leases, notices
from storage.tables import members
from tests.talkers import Talker
from tests.town import Town

SEND = "Gửi cho 7 người"
ONE = "Số 1: Chi bộ họp vào…"
pytestmark = pytest.mark.parametrize("town", ["telegram"], indirect=True)


async def _sends(town: Town, secretary: Talker) -> None:
    """A notice is confirmed, and its sender looks how far it has come."""
    await secretary.says("viết thông báo")
    await secretary.says("Chi bộ họp vào thứ Sáu.")
    await secretary.presses("Xem người nhận và gửi")
    await secretary.presses(SEND)
    await secretary.presses("Xem gửi tới đâu")


def _fails(town: Town, kind: str, count: int = 1) -> None:
    town.sim.world.faults.add(Fault(method="sendmessage", kind=kind, count=count, seconds=1))


def _impatient(town: Town) -> None:
    """A send without an answer is given up soon."""
    assert isinstance(town.door, TelegramDoor)
    request = town.door.bot.request
    assert isinstance(request, AiohttpRequest)
    request._read_timeout = 0.3


async def test_counts_rise_by_themselves_while_the_sender_looks(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _sends(town, binh)
    binh.sees("Chưa gửi")
    screen = binh.screen.id
    await town.passes(seconds=61)
    binh.sees("Đã gửi 1 trên 7")
    await hoa.presses("Đã nhận")
    binh.sees("Đã báo Đã nhận: 1")
    assert binh.screen.id == screen, "the same message says it anew"

    await town.restarts()
    for silent in (town.ward.id("an"), town.ward.id("sen")):  # they acknowledge by and by
        await town.passes(minutes=20)
        async with town.app.database.transaction() as store:
            await notices.acknowledge(store, 1, silent, town.clock.now)
        await town.settles()
    binh.sees("Đã báo Đã nhận: 3")
    assert binh.screen.id == screen


async def test_a_notice_is_paused_and_sent_on(town: Town) -> None:
    binh, hoa, sen = [await town.comes(key) for key in ("binh", "hoa", "sen")]
    await _sends(town, binh)
    _fails(town, "502")
    await town.passes(seconds=61)
    binh.sees("đang chờ 1")
    await binh.presses("Tạm dừng gửi")
    binh.sees("Đang tạm dừng", "đang chờ 1")
    binh.can_press("Gửi tiếp", "Dừng hẳn")
    await town.passes(hours=1)
    assert len([one for one in (hoa, sen) if "thứ Sáu" in one.screen.text]) == 1

    await town.restarts()
    await binh.presses("Gửi tiếp")
    await town.passes(minutes=1)
    binh.sees("Đã gửi 2 trên 7")
    for one in (hoa, sen):
        one.sees("Chi bộ họp vào thứ Sáu.")


async def test_a_notice_is_stopped_for_good_only_when_that_is_confirmed(town: Town) -> None:
    binh, hoa, sen = [await town.comes(key) for key in ("binh", "hoa", "sen")]
    await _sends(town, binh)
    _fails(town, "502")
    await town.passes(seconds=61)
    await binh.presses("Tạm dừng gửi")
    await binh.presses("Dừng hẳn")
    binh.sees("Dừng hẳn việc gửi này?", "Thông báo số 1", "1 người đang chờ")
    assert binh.screen.buttons[0] == "Chưa dừng"
    await binh.presses("Chưa dừng")
    binh.sees("Đang tạm dừng")
    await binh.presses("Dừng hẳn")
    await binh.presses("Đồng ý dừng hẳn")
    binh.sees("Đã dừng hẳn", "2 người chưa được gửi")  # the one that waited, and Tuấn
    await town.passes(hours=2)
    assert len([one for one in (hoa, sen) if "thứ Sáu" in one.screen.text]) == 1


async def _crowd(town: Town, people: int) -> None:
    """So many more phones in the first branch."""
    world = town.sim.world
    for number in range(people):
        phone = world.add_phone(f"N {number}", language_code="vi")
        deeds.start(world, phone)
        async with town.app.database.transaction() as store:
            unit = town.ward.branches[0].id
            new = await store.add(members, unit_id=unit, name=f"N {number}", status="full")
            account = await accounts.at(store, "telegram", str(phone.id), "vi", town.clock.now)
            await accounts.link(store, account.id, new, town.clock.now)
    await town.carries()


async def test_when_it_goes_badly_the_sender_is_asked_what_to_do(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _crowd(town, 40)
    await thanh.says("viết thông báo")
    await thanh.says("Chi bộ họp vào thứ Sáu.")
    await thanh.presses("Dành cho mọi người")
    await thanh.presses("Xem người nhận và gửi")
    await thanh.presses("Gửi cho 51 người")
    _fails(town, "drop", TOO_MANY)
    await town.passes(seconds=61)
    thanh.sees("Đang tạm dừng gửi", "Thông báo số 1", f"Có {TOO_MANY} tin chưa chắc")
    assert thanh.screen.buttons[:2] == ("Gửi tiếp", "Dừng hẳn")
    waiting = await _waiting(town)
    assert waiting > 10

    await town.restarts()
    await town.passes(hours=1)
    assert await _waiting(town) == waiting, "it waits for her, also through a restart"
    await thanh.presses("Gửi tiếp")
    await town.passes(minutes=1)
    assert await _waiting(town) == 0
    thanh.sees("Đã gửi xong", f"chưa chắc {TOO_MANY}")


async def _waiting(town: Town) -> int:
    async with town.app.database.transaction() as store:
        counts = await deliveries.counts(store, "notice:1")
    return counts["queued"]


async def test_nobody_else_decides_about_it(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await _sends(town, binh)
    call = town.app.switches.find(("mailings.stop", 1))
    assert call is not None
    async with town.app.database.transaction() as store:
        account = await accounts.at(store, "telegram", hoa.address, "vi", town.clock.now)
        person = await town.ward.person(store, "hoa")
        screen = await run(call, Turn(store, town.clock.now, account, person))
    assert screen.key == "mailings.not_yours"


async def test_a_press_on_a_message_we_were_not_certain_of_is_evidence(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _sends(town, binh)
    _impatient(town)
    _fails(town, "timeout_after")
    await town.passes(seconds=61)
    binh.sees("Đã gửi 0 trên 7", "chưa chắc 1")
    hoa.sees("Chi bộ họp vào thứ Sáu.")
    await town.passes(minutes=20)
    assert len([one for one in hoa.chat if "thứ Sáu" in one.text]) == 1, "never a second copy"

    (message,) = [one for one in hoa.chat if "thứ Sáu" in one.text]
    deeds.press(town.sim.world, hoa.phone, message.id, label="Nghe")
    await town.carries()
    binh.sees("Đã gửi 1 trên 7")
    assert "chưa chắc" not in binh.screen.text


async def test_a_labelled_reminder_settles_what_was_uncertain(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _sends(town, binh)
    _fails(town, "drop")
    await town.passes(seconds=61)
    binh.sees("Đã gửi 0 trên 7", "chưa chắc 1")
    hoa.has_not_seen("thứ Sáu")
    await binh.presses("Nhắc người chưa nhận")
    await binh.presses("Nhắc 6 người")
    hoa.sees("Nhắc lại: Thông báo số 1")
    await binh.presses("Quay lại")
    binh.sees("Đã gửi 1 trên 7")
    assert "chưa chắc" not in binh.screen.text


async def test_what_was_under_way_when_the_process_died_is_seen_as_uncertain_at_once(
    town: Town,
) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _sends(town, binh)
    town.clock.move(seconds=61)
    async with town.app.database.transaction() as store:
        leased = await leases.lease(store, "the dead", town.clock.now, 99)
        (mine,) = [one for one in leased if one.member_id == town.ward.id("hoa")]
        for one in leased:
            assert await leases.sending(store, one.id, "the dead", one.accounts[0].id)
    await town.restarts()
    await town.app.courier.take_over()
    await town.settles()

    binh.sees(f"chưa chắc {len(leased)}")
    hoa.has_not_seen("thứ Sáu")
    assert mine.attempts == 0


async def test_whoever_blocked_the_handbook_is_named_until_she_comes_back(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _sends(town, binh)
    async with town.app.database.transaction() as store:
        known = await accounts.of_member(store, town.ward.id("hoa"))
        (other,) = [one for one in known if one.messenger == "test"]
        await accounts.link(store, other.id, None, town.clock.now)  # she has this phone only
    deeds.block(town.sim.world, hoa.phone)
    await town.passes(seconds=61)
    await binh.says("/people")
    await binh.presses("Xem 1 người mất liên lạc")
    binh.sees("Có 1 người.")
    binh.can_press("Trần Thị Hoa")

    deeds.unblock(town.sim.world, hoa.phone)
    await hoa.starts()
    await binh.says("/people")
    assert "Xem 1 người mất liên lạc" not in binh.screen.buttons


async def test_an_answer_that_came_too_fast_comes_a_moment_later(town: Town) -> None:
    hoa = await town.comes("hoa")
    _fails(town, "429")
    await hoa.says("thông báo")

    hoa.sees("Chưa có thông báo nào")
    assert town.app.pacers.pauses == 1
