"""A phone that two members share: who is there, and nothing of the one for the other."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from bot.texts import LANGUAGES, Texts
from handlers.dialog import Choice
from handlers.home import home
from handlers.sharing_unseen import KINDS, called, listed, unseen
from rules.messages import Message
from rules.words import Words
from services import joining, sharing
from simulator.people.view import entries
from storage import accounts
from storage.tables import pin_tries, votes
from tests.handlers.test_polls import opens
from tests.talkers import AtPhone, Talker
from tests.town import Town

HERS, HIS = "2468", "1357"
TEXTS = Texts("party", ZoneInfo("Asia/Ho_Chi_Minh"))


async def _code(town: Town, key: str) -> str:
    async with town.app.database.transaction() as store:
        member = await town.ward.member(store, key)
        return await joining.issue_code(store, member, town.clock.now, None)


async def shared(town: Town) -> Talker:
    """Hoa's phone, which Tuấn uses too. He is there now."""
    phone, now = await town.comes("hoa"), town.clock.now
    code = await _code(town, "tuan")
    async with town.app.database.transaction() as store:
        here = (store, town.door.name, phone.address, "vi", now)
        hers = await accounts.at(*here)
        invite = await joining.try_code(store, hers, code, now)
        await sharing.begin(store, hers, HERS, now)
        await sharing.sit_down(store, hers, invite, now)
        his = await accounts.at(*here)
        await joining.try_year(store, his, invite, "1990", now)
        await sharing.choose_pin(store, his, HIS, now)
        await joining.agree(store, his, invite, now)
    await phone.says("trang chính")
    return phone


async def _walks_in(town: Town) -> Talker:
    """The same by what both type."""
    phone = await town.comes("hoa")
    await phone.says(await _code(town, "tuan"))
    await phone.presses("Dùng chung máy này")
    for words in (HERS, "1990", HIS):
        await phone.says(words)
    await phone.presses("Tôi đồng ý")
    return phone


async def _is_there(phone: Talker, name: str, digits: str) -> None:
    await phone.says("đổi người")
    await phone.presses(name)
    await phone.says(digits)


async def test_a_second_person_comes_to_a_phone_step_by_step(town: Town) -> None:
    phone = await town.comes("hoa")
    await phone.says(await _code(town, "tuan"))
    phone.sees("Thư này của người khác", "Trần Thị Hoa đang dùng máy này")
    assert phone.screen.buttons[0] == "Không dùng chung", "the safe choice comes first"
    await phone.presses("Dùng chung máy này")
    phone.sees("Trần Thị Hoa chọn bốn số dễ nhớ của riêng mình", "đừng lấy năm sinh")
    await phone.says("12 tháng 3")
    phone.sees("Bốn số là bốn chữ số")
    await phone.says("1948")
    phone.sees("Năm sinh thì người khác dễ đoán, đồng chí chọn bốn số khác")
    await phone.says(HERS)
    phone.sees("Đã ghi bốn số của Trần Thị Hoa", "Mời người có thư gõ năm sinh")
    await phone.says("👍")
    phone.sees("Năm sinh thì đồng chí gõ bằng số")
    await phone.says("1990")
    phone.sees("Phạm Minh Tuấn chọn bốn số dễ nhớ của riêng mình")
    await phone.says("1990")
    phone.sees("Năm sinh thì người khác dễ đoán")
    await phone.says("gọi giúp")
    phone.sees("Lê Văn Bình", "số 0900")  # and the question stays
    await phone.says(HIS)
    phone.sees("Đã ghi bốn số.", "Phạm Minh Tuấn")
    await phone.presses("Tôi đồng ý")
    phone.sees("Chào đồng chí Tuấn")


async def test_who_shared_it_for_somebody_who_then_says_no_has_it_alone_again(town: Town) -> None:
    phone = await town.comes("hoa")
    for words in (
        (HERS, "1990", HIS, "Tôi chưa đồng ý"),
        (HERS, "trang chính"),
        (HERS, "quay lại"),
    ):
        await phone.says(await _code(town, "tuan"))
        await phone.presses("Dùng chung máy này")
        for one in words:
            await phone.says(one)
        phone.sees("Chào đồng chí Hoa")
    phone.has_seen("không mở sổ cho đồng chí ở máy này", "lại của riêng đồng chí Hoa")
    await town.passes(minutes=11)
    await phone.says("sổ của tôi")
    phone.sees("Trần Thị Hoa")


async def test_a_phone_of_two_asks_who_is_there_once_a_third_does_not_come_in(town: Town) -> None:
    phone = await shared(town)
    await phone.says(await _code(town, "an"))
    await phone.presses("Dùng chung máy này")
    for words in ("1998", "8642", "Tôi chưa đồng ý"):
        await phone.says(words)
    phone.has_seen("không mở sổ cho đồng chí ở máy này")
    phone.sees("Ai đang dùng máy?")
    phone.can_press("Trần Thị Hoa", "Phạm Minh Tuấn", "Người khác, có mã")
    await phone.presses("Người khác, có mã")
    await phone.says(await _code(town, "an"))
    await phone.says("trang chính")
    phone.sees("Ai đang dùng máy?")
    await phone.presses("Trần Thị Hoa")
    await phone.says(HERS)
    phone.sees("Chào đồng chí Hoa")


async def test_after_ten_minutes_it_asks_who_is_there(town: Town) -> None:
    phone = await shared(town)
    await town.passes(minutes=9)
    await phone.says("sổ của tôi")
    phone.sees("Phạm Minh Tuấn")
    await town.passes(minutes=9)
    await phone.says("trang chính")
    phone.sees("Chào đồng chí Tuấn")  # every word starts the ten minutes anew
    await town.passes(minutes=10, seconds=1)
    await phone.says("sổ của tôi")
    phone.sees("Ai đang dùng máy?")
    phone.can_press("Trần Thị Hoa", "Phạm Minh Tuấn", "Người khác, có mã")
    await phone.presses("Gọi giúp")
    phone.sees("Hãy gọi:", "Lê Văn Bình", "số 0900")
    await phone.presses("Trần Thị Hoa")
    await phone.says(HERS)
    phone.sees("Chào đồng chí Hoa")
    await town.passes(minutes=11)
    await phone.says("4821")  # perhaps of a meeting: nobody was asked for digits
    phone.sees("Ai đang dùng máy?")
    await phone.presses("Trần Thị Hoa")
    await town.passes(minutes=11)
    await phone.says("4821")  # nor was whoever comes now
    phone.sees("Ai đang dùng máy?")
    async with town.app.database.transaction() as store:
        assert await store.value(select(func.count()).select_from(pin_tries)) == 0


async def test_neither_opens_anything_with_the_others_digits(town: Town) -> None:
    phone = await shared(town)
    await phone.says("đổi người")
    await phone.presses("Trần Thị Hoa")
    for _ in range(5):
        await phone.says(HIS)
        phone.sees("Bốn số ấy chưa đúng")
    await phone.says(HERS)
    phone.sees("Bốn số chưa đúng đã năm lần")
    await town.passes(hours=1, minutes=1)
    await _is_there(phone, "Trần Thị Hoa", HERS)
    phone.sees("Chào đồng chí Hoa")


async def _sends(binh: Talker, text: str) -> None:
    await binh.says("viết thông báo")
    await binh.says(text)
    for label in ("Xem người nhận và gửi", "Gửi cho 7 người"):
        await binh.presses(label)


async def test_what_comes_says_whom_it_is_for_and_is_seen_after_the_digits(town: Town) -> None:
    binh, phone = await town.comes("binh"), await shared(town)
    await _sends(binh, "Chi bộ họp vào thứ Sáu.")
    await town.passes(seconds=61)
    assert sum("họp vào thứ Sáu" in one.text for one in phone.chat) == 1, "Tuấn is there"
    phone.has_not_seen("Có tin gửi Phạm Minh Tuấn")
    phone.has_seen("Có tin gửi Trần Thị Hoa")
    for shown in (("Chi bộ họp vào thứ Sáu.",), ("Chào đồng chí Hoa", "1 thông báo")):
        await _is_there(phone, "Trần Thị Hoa", HERS)
        phone.sees(*shown)  # what came by itself, and once


async def test_several_that_came_are_named_after_the_digits(town: Town) -> None:
    binh, phone = await town.comes("binh"), await shared(town)
    await town.passes(minutes=11)
    await _sends(binh, "Sáng thứ Bảy dọn vệ sinh.")
    await town.passes(seconds=61)
    await opens(binh)
    phone.has_not_seen("vệ sinh")
    await phone.presses("Mở tin này")  # of the newest, which came for Tuấn
    if "Ai đang dùng máy?" in phone.screen.text:
        await phone.presses("Phạm Minh Tuấn")
    await phone.says(HIS)
    phone.sees("Có 2 tin gửi đồng chí chưa xem")
    assert phone.screen.buttons[1] == "Thông báo: Sáng thứ Bảy…"
    await phone.presses("Thông báo: Sáng thứ Bảy…")
    phone.sees("Sáng thứ Bảy dọn vệ sinh.")
    await phone.presses("Quay lại")
    phone.sees("Có 1 tin gửi đồng chí chưa xem")
    await phone.presses(phone.screen.buttons[0])
    phone.can_press("Đồng ý")
    await phone.presses("Quay lại")
    phone.sees("Chào đồng chí Tuấn")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_came_is_named_on_a_button_that_fits(language: str) -> None:
    long = "Thông qua nghị quyết tháng mười hai"
    for kind in (*KINDS, "members.changed", "calls.left"):
        key = kind if "." in kind else f"{kind}.arrived"
        choice = called(1, Message(Words(key, {"question": long})))
        label = TEXTS.say(choice.label, choice.values, language)
        assert "Thông qua…" in label, label
        assert len(label) <= 28, label


@pytest.mark.parametrize("vote", [None, Choice("sharing.go_on_voting", home)])
def test_of_any_number_that_came_each_is_named_once_four_to_a_screen(vote: Choice | None) -> None:
    for count in range(1, 13):
        came = [(number, Message(Words("notices.arrived"))) for number in range(count, 0, -1)]
        named, shown = [], listed(came, 0, vote).choices
        assert not vote or shown[0] == vote
        while True:
            assert len(shown) <= 4
            named += [one.args[0] for one in shown if one.label == "sharing.notice"]
            if shown[-1].handler is not unseen:
                break
            shown = listed(came, *shown[-1].args).choices
        assert named == [number for number, _ in came], count


async def test_a_vote_asks_again_who_votes(town: Town) -> None:
    binh, phone = await town.comes("binh"), await shared(town)
    await opens(binh)
    await phone.says("biểu quyết")
    for label in ("Đồng ý", "Bỏ phiếu: Đồng ý"):
        await phone.presses(label)
    phone.sees("Phiếu này là của Phạm Minh Tuấn", "gõ bốn số của mình")
    await town.passes(minutes=11)
    await phone.says(HIS)
    await phone.presses("Phạm Minh Tuấn")
    await phone.says(HIS)
    phone.has_seen("phiếu của đồng chí chưa được ghi")
    await phone.presses("Bỏ phiếu: Đồng ý")
    await phone.says(HERS)
    phone.sees("Bốn số ấy chưa đúng")
    async with town.app.database.transaction() as store:
        assert await store.value(select(func.count()).select_from(votes)) == 0
    await phone.says(HIS)
    phone.sees("Đã ghi phiếu của đồng chí: Đồng ý")
    async with town.app.database.transaction() as store:
        assert await store.values(select(votes.c.member_id)) == [town.ward.id("tuan")]


async def test_a_number_meant_for_the_ones_list_does_nothing_for_the_other(town: Town) -> None:
    phone = await shared(town)
    await phone.says("góp ý")
    await town.passes(minutes=11)
    await phone.says("1")
    phone.sees("Ai đang dùng máy?")
    await _is_there(phone, "Trần Thị Hoa", HERS)
    phone.sees("Chào đồng chí Hoa")


async def test_what_one_has_not_sent_yet_is_not_named_to_the_other(town: Town) -> None:
    phone = await shared(town)
    await phone.says("Đường vào hẻm ba bị hỏng nặng, xe không vào được nữa.")
    await _is_there(phone, "Trần Thị Hoa", HERS)
    phone.sees("Chào đồng chí Hoa")
    assert "chưa gửi" not in phone.screen.text


async def test_who_forgot_the_digits_comes_in_by_a_new_code(town: Town) -> None:
    phone = await shared(town)
    await phone.says("đổi người")
    await phone.presses("Người khác, có mã")
    await phone.says(await _code(town, "tuan"))
    await phone.says("1990")
    phone.sees("chọn bốn số dễ nhớ")
    await phone.says("9090")
    phone.has_seen("Chào đồng chí Tuấn")  # he agreed when he came in first
    await phone.says("đổi người")
    assert phone.screen.buttons.count("Phạm Minh Tuấn") == 1
    await phone.presses("Phạm Minh Tuấn")
    await phone.says(HIS)
    phone.sees("Bốn số ấy chưa đúng")
    await phone.says("9090")
    phone.sees("Chào đồng chí Tuấn")


async def test_the_secretary_takes_somebody_off_a_shared_phone(town: Town) -> None:
    phone, binh = await shared(town), await town.comes("binh")
    await binh.says("danh sách")
    await binh.says("Phạm Minh Tuấn")
    await binh.presses("Ngắt điện thoại đã mất")
    await binh.presses("Ngắt 1 máy")
    await phone.says("sổ của tôi")
    phone.sees("Ai đang dùng máy?")
    assert "Phạm Minh Tuấn" not in phone.screen.buttons
    await phone.says(HIS)
    assert "Chào đồng chí" not in phone.screen.text
    await phone.presses("Trần Thị Hoa")
    await phone.says(HERS)
    phone.sees("Chào đồng chí Hoa")


async def test_a_fourth_person_is_told_kindly(town: Town) -> None:
    phone = await shared(town)
    await phone.says(await _code(town, "an"))
    await phone.presses("Dùng chung máy này")
    for words in ("1998", "8642"):
        await phone.says(words)
    await phone.presses("Tôi đồng ý")
    phone.sees("Chào đồng chí An")
    await phone.says(await _code(town, "sen"))
    await phone.presses("Dùng chung máy này")
    phone.sees("Máy này đã có 3 người dùng chung")


async def test_whoever_has_a_phone_alone_is_asked_nothing(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.says("đổi người")
    hoa.sees("Máy này chỉ một mình đồng chí dùng")
    for label in ("Gọi giúp", "Chỉnh cách dùng", "Thêm máy, dùng chung máy", "Dùng chung máy này"):
        await hoa.presses(label)
    hoa.sees("người kia gõ mã trong thư của mình vào đây")
    await town.passes(minutes=30)
    await hoa.says("sổ của tôi")
    hoa.sees("Trần Thị Hoa")


async def test_in_english_it_asks_as_kindly(town: Town) -> None:
    phone = await town.comes("hoa", "en")
    await phone.says(await _code(town, "tuan"))
    phone.sees("This letter is another person's", "Trần Thị Hoa is using this phone")
    await phone.presses("Do not share")
    phone.sees("Hoa")


@pytest.mark.parametrize("town", ["telegram"], indirect=True)
async def test_where_a_message_can_be_taken_away_the_digits_are(town: Town) -> None:
    phone = await _walks_in(town)
    assert isinstance(phone, AtPhone)
    world = town.sim.world
    everything = entries(world, world.chats[phone.phone.id], 0, None)
    assert not [one for one in everything if one["text"] in (HERS, HIS)]
    assert [one for one in everything if one["text"] == "1990"], "nothing else is taken away"
    await town.passes(minutes=11)
    await phone.says(HIS)  # before the name: perhaps somebody's all the same
    phone.sees("Ai đang dùng máy?")
    everything = entries(world, world.chats[phone.phone.id], 0, None)
    assert HIS not in [one["text"] for one in everything]
