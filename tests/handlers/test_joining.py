"""How somebody comes in, with a letter's code and the year of birth, and how somebody leaves."""

from __future__ import annotations

import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from rules.joining import code_in_groups
from services import joining
from simulator.people import deeds
from storage import accounts
from tests.talkers import OnZalo, Talker
from tests.town import Town

CODE = re.compile(r"(?:[0-9A-Z]{4} ){2}[0-9A-Z]{4}")
WELCOME = "Muốn vào sổ, đồng chí cần mã"


async def _letter(town: Town, key: str = "tuan") -> str:
    """The code in a member's letter."""
    async with town.app.database.transaction() as store:
        member = await town.ward.member(store, key)
        return await joining.issue_code(store, member, town.clock.now, None)


async def _member_id(town: Town, talker: Talker) -> int | None:
    async with town.app.database.transaction() as store:
        account = await accounts.at(store, town.door.name, talker.address, "vi", town.clock.now)
        return account.member_id


async def _joins(town: Town, key: str = "tuan", year: str = "1990") -> Talker:
    talker = await town.stranger(town.ward_name(key))
    await talker.starts(await _letter(town, key))
    await talker.says(year)
    await talker.presses("Tôi đồng ý")
    return talker


async def test_the_letters_link_the_year_and_a_yes_lead_home(town: Town) -> None:
    tuan = await town.stranger("Tuấn")
    await tuan.starts(await _letter(town))
    tuan.sees("sinh năm nào")

    await tuan.says("1990")
    tuan.sees("Phạm Minh Tuấn", "Chi bộ 1", "rút lại lúc nào cũng được")
    tuan.can_press("Tôi đồng ý", "Tôi chưa đồng ý", "Nghe")
    assert await _member_id(town, tuan) is None

    await tuan.presses("Tôi đồng ý")
    tuan.sees("Chào đồng chí Tuấn")
    assert await _member_id(town, tuan) == town.ward.id("tuan")


async def test_a_code_can_be_typed_as_people_type(town: Town) -> None:
    code = await _letter(town)
    for typed in (code.lower(), code_in_groups(code), f" {code_in_groups(code).lower()} ."):
        tuan = await town.stranger("Tuấn")
        await tuan.starts()
        tuan.sees(WELCOME)
        await tuan.presses("Tôi có mã")
        tuan.sees("12 chữ và số")
        await tuan.says(typed)
        tuan.sees("sinh năm nào")


async def test_a_code_typed_without_asking_first_is_understood(town: Town) -> None:
    tuan = await town.stranger("Tuấn")
    await tuan.says(await _letter(town))

    tuan.sees("sinh năm nào")


async def test_another_year_is_asked_again_and_then_goes_on(town: Town) -> None:
    tuan = await town.stranger("Tuấn")
    await tuan.starts(await _letter(town))
    await tuan.says("1991")
    tuan.sees("chưa khớp")
    await tuan.says("dạ sinh năm 1990 ạ")

    tuan.can_press("Tôi đồng ý")


async def test_a_wrong_code_is_asked_again_and_then_goes_on(town: Town) -> None:
    tuan = await town.stranger("Tuấn")
    await tuan.starts()
    await tuan.presses("Tôi có mã")
    for words in ("0000 0000 0000", "tôi không thấy mã đâu cả"):
        await tuan.says(words)
        tuan.sees(
            "chưa mở được bằng mã này", "gọi bí thư chi bộ của mình", "số để gọi in trong thư"
        )
    await tuan.says("gọi giúp")
    tuan.sees("gọi bí thư chi bộ của mình. Số để gọi in trong thư mời")
    await tuan.says(await _letter(town))

    tuan.sees("sinh năm nào")


async def test_saying_no_is_easy_and_leaves_the_door_open(town: Town) -> None:
    code = await _letter(town)
    tuan = await town.stranger("Tuấn")
    await tuan.starts(code)
    await tuan.says("1990")
    await tuan.presses("Tôi chưa đồng ý")
    tuan.sees("không mở sổ cho đồng chí ở máy này", "tin cũng đến theo cách cũ")
    tuan.can_press("Tôi có mã", "Quay lại", "Nghe")
    assert await _member_id(town, tuan) is None

    await tuan.says(code)
    await tuan.says("1990")
    await tuan.presses("Tôi đồng ý")
    tuan.sees("Chào đồng chí Tuấn")


async def test_who_keeps_guessing_rests_a_quarter_of_an_hour(town: Town) -> None:
    tuan = await town.stranger("Tuấn")
    for _ in range(6):
        await tuan.says("0000 0000 0000")
    tuan.sees("nghỉ tay", "Mười lăm phút nữa")
    tuan.can_press("Tôi chưa có mã")
    code = await _letter(town)
    await tuan.says(code)
    tuan.sees("nghỉ tay")

    await town.passes(minutes=16)
    await tuan.says(code)
    tuan.sees("sinh năm nào")


async def test_without_a_letter_there_is_a_kind_way(town: Town) -> None:
    tuan = await town.stranger("Tuấn")
    await tuan.starts()
    await tuan.presses("Tôi chưa có mã")
    tuan.sees("gọi bí thư chi bộ của mình xin thư", "không bao giờ hỏi tiền")

    await tuan.presses("Quay lại")
    tuan.sees(WELCOME)


async def test_without_a_letter_the_office_to_call_is_named(
    tmp_path: Path, empty_sqlite: Path, now: datetime
) -> None:
    shutil.copy(empty_sqlite, tmp_path / "sotay.db")
    async with Town(tmp_path, now, "telegram", help_line="Văn phòng, 0234 555 0100") as town:
        tuan = await town.stranger("Tuấn")
        await tuan.starts()
        await tuan.presses("Tôi chưa có mã")
        tuan.sees("hỏi bí thư chi bộ của mình", "Chưa biết số thì gọi Văn phòng, 0234 555 0100")
        await tuan.says("0000 0000 0000")
        tuan.sees("chưa mở được bằng mã này", "gọi Văn phòng, 0234 555 0100 xin thư mới")
        await tuan.says("gọi giúp")
        tuan.sees("Hãy gọi:", "Văn phòng, 0234 555 0100")
        await tuan.says(await _letter(town))  # the question for the code stood all the while
        tuan.sees("sinh năm nào")


async def test_other_words_at_the_consent_are_no_answer_and_ask_it_again(town: Town) -> None:
    tuan = await town.stranger("Tuấn")
    await tuan.starts(await _letter(town))
    await tuan.says("1990")
    for words in ("cái này là gì", "thông báo", "9"):
        await tuan.says(words)
        tuan.sees("Xin hỏi ý đồng chí Phạm Minh Tuấn")
        assert await _member_id(town, tuan) is None
    await tuan.presses("Tôi đồng ý")
    tuan.sees("Chào đồng chí Tuấn")


async def test_a_link_with_a_spoiled_code_says_so(town: Town) -> None:
    tuan = await town.stranger("Tuấn")
    for spoiled in ("7K3M9QXT", "000000000000"):
        await tuan.starts(spoiled)
        tuan.sees("chưa mở được bằng mã này")


async def test_a_voided_letter_opens_nothing(town: Town) -> None:
    binh, code = await town.comes("binh"), await _letter(town)
    await binh.says("ai chưa vào sổ")
    await binh.presses("Xem ai chưa vào sổ")
    await binh.presses("Phạm Minh Tuấn")
    await binh.presses("Cấp mã mới")
    await binh.presses("Chỉ hủy mã cũ")
    binh.sees("Đã hủy mã cũ của Phạm Minh Tuấn")
    tuan = await town.stranger("Tuấn")
    await tuan.starts(code)
    tuan.sees("chưa mở được bằng mã này")


async def test_whatever_a_stranger_types_leads_to_the_welcome(town: Town) -> None:
    for words in ("xin chào", "họp", "/abc", "Trang chính", "1", "51"):
        stranger = await town.stranger("Người lạ")
        await stranger.says(words)
        stranger.sees(WELCOME)
        stranger.can_press("Tôi có mã", "Tôi chưa có mã", "Nghe")


async def test_starting_again_in_the_middle_loses_nothing(town: Town) -> None:
    code = await _letter(town)
    tuan = await town.stranger("Tuấn")
    await tuan.starts(code)
    await tuan.starts()
    tuan.sees(WELCOME)
    await tuan.starts(code)
    await tuan.starts(code)
    await tuan.says("1990")

    tuan.can_press("Tôi đồng ý")


async def test_a_restart_in_the_middle_loses_nothing(town: Town) -> None:
    tuan = await town.stranger("Tuấn")
    await tuan.starts(await _letter(town))
    await town.restarts()
    await tuan.says("1990")

    tuan.can_press("Tôi đồng ý")


async def test_opening_the_own_letter_again_leads_home(town: Town) -> None:
    code = await _letter(town)
    tuan = await town.stranger("Tuấn")
    await tuan.starts(code)
    await tuan.says("1990")
    await tuan.presses("Tôi đồng ý")
    for again in (code, "", await _letter(town)):
        await tuan.starts(again)
        tuan.sees("Chào đồng chí Tuấn")

    assert await _member_id(town, tuan) == town.ward.id("tuan")


async def test_a_phone_in_use_does_not_open_somebody_elses_letter(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.starts(await _letter(town))
    hoa.sees("Thư này của người khác", "Trần Thị Hoa đang dùng máy này")
    assert await _member_id(town, hoa) == town.ward.id("hoa")

    await hoa.says("sổ của tôi")
    hoa.sees("Trần Thị Hoa")


async def test_a_member_at_the_strangers_door_is_led_home(town: Town) -> None:
    hoa = await town.comes("hoa")
    for words in ("/join", "/start"):
        await hoa.says(words)
        hoa.sees("Chào đồng chí Hoa")


@pytest.mark.parametrize("town", ["telegram", "terminal"], indirect=True)  # Zalo does not say it
async def test_the_first_screens_speak_the_phones_language(town: Town) -> None:
    stranger = await town.stranger("Anna", "en")
    await stranger.starts()
    stranger.sees("Welcome")
    await stranger.presses("Nói tiếng Việt")
    stranger.sees(WELCOME)
    await stranger.presses("Speak English")
    stranger.sees("Do you have the letter?")


async def test_at_the_door_a_language_can_be_asked_for_in_words(town: Town) -> None:
    stranger = await town.stranger("Tuấn")
    await stranger.starts()
    await stranger.says("English")
    stranger.sees("Do you have the letter?")
    await stranger.presses("I have a code")
    await stranger.says("tiếng Việt")
    stranger.sees(WELCOME)
    stranger.has_not_seen("did not open anything")


async def test_a_second_phone_joins_with_a_code_of_its_own(town: Town) -> None:
    hoa = await town.comes("hoa")
    for label in ("Gọi giúp", "Chỉnh cách dùng", "Thêm máy, dùng chung máy", "Thêm máy thứ hai"):
        await hoa.presses(label)
    hoa.sees("Đừng đưa mã cho ai")
    found = CODE.search(hoa.screen.text)
    assert found
    await hoa.presses("Quay lại")
    hoa.sees("muốn chỉnh gì")

    tablet = await town.stranger("Máy của cháu")
    await tablet.says(found[0])
    await tablet.says("48")
    await tablet.presses("Tôi đồng ý")
    tablet.sees("Chào đồng chí Hoa")
    assert {await _member_id(town, one) for one in (hoa, tablet)} == {town.ward.id("hoa")}


async def test_leaving_is_as_easy_as_joining_and_can_be_repeated(town: Town) -> None:
    tuan = await _joins(town)
    for label in ("Gọi giúp", "Chỉnh cách dùng", "Rời sổ tay"):
        await tuan.presses(label)
    tuan.sees("muốn rời sổ tay", "vẫn giữ nguyên")
    assert tuan.screen.buttons[0] == "Ở lại sổ tay"
    await tuan.presses("Rời sổ tay")
    tuan.sees("đã rời sổ tay")
    tuan.can_press("Tôi có mã")
    assert await _member_id(town, tuan) is None

    await tuan.says("Sổ của tôi")
    tuan.sees("Muốn vào lại, đồng chí cần mã")
    await tuan.starts(await _letter(town))
    await tuan.says("1990")
    await tuan.presses("Tôi đồng ý")
    tuan.sees("Chào đồng chí Tuấn")


async def test_who_thinks_again_stays(town: Town) -> None:
    tuan = await _joins(town)
    for label in ("Gọi giúp", "Chỉnh cách dùng", "Rời sổ tay", "Ở lại sổ tay"):
        await tuan.presses(label)

    tuan.sees("Chào đồng chí Tuấn")
    assert await _member_id(town, tuan) == town.ward.id("tuan")


@pytest.mark.parametrize("town", ["telegram"], indirect=True)
@pytest.mark.parametrize("label", ["Tôi đồng ý", "Tôi chưa đồng ý"])
async def test_twenty_presses_on_the_consent_are_one(town: Town, label: str) -> None:
    tuan = await town.stranger("Tuấn")
    await tuan.starts(await _letter(town))
    await tuan.says("1990")
    before, consent = len(tuan.chat), tuan.screen.id
    for _ in range(20):
        deeds.press(town.sim.world, tuan.phone, consent, label=label)
    await town.carries()

    assert len(tuan.chat) - before <= 2, tuan.story()


@pytest.mark.parametrize("town", ["telegram"], indirect=True)
async def test_an_old_no_takes_nobodys_yes_back_and_claims_nothing(town: Town) -> None:
    tuan = await town.stranger("Tuấn")
    await tuan.starts(await _letter(town))
    await tuan.says("1990")
    consent = tuan.screen.id
    await tuan.presses("Tôi đồng ý")
    deeds.press(town.sim.world, tuan.phone, consent, label="Tôi chưa đồng ý")
    await town.carries()

    tuan.sees("Chào đồng chí Tuấn")
    tuan.has_not_seen("không giữ gì")
    assert await _member_id(town, tuan) == town.ward.id("tuan")


TO_PHONES = ("Gọi giúp", "Chỉnh cách dùng", "Thêm máy, dùng chung máy")


async def _opens_a_second_phone(town: Town, first: Talker, *labels: str) -> Talker:
    for label in labels:
        await first.presses(label)
    found = CODE.search(first.screen.text)
    assert found
    second = await town.stranger("Máy của cháu")
    await town.passes(minutes=1)
    await second.says(found[0])
    return second


async def test_the_first_phone_is_told_of_a_second_and_the_second_where_messages_go(
    town: Town,
) -> None:
    tuan = await _joins(town)
    tablet = await _opens_a_second_phone(town, tuan, *TO_PHONES, "Thêm máy thứ hai")
    await tablet.says("1990")
    tablet.has_not_seen("Tôi đồng ý")
    tablet.has_seen("Từ nay tin đến máy nào đồng chí dùng sau cùng", "vẫn giữ nguyên")
    tablet.sees("Chào đồng chí Tuấn")
    tuan.sees("Vừa có thêm một máy mở sổ của đồng chí", "Nếu không phải đồng chí thêm")
    tuan.can_press("Gọi giúp")
    tablet.has_not_seen("Vừa có thêm một máy")


async def test_a_phone_that_is_a_strangers_is_disconnected_from_the_message_that_tells_of_it(
    town: Town,
) -> None:
    tuan = await _joins(town)
    tablet = await _opens_a_second_phone(town, tuan, *TO_PHONES, "Thêm máy thứ hai")
    await tablet.says("1990")
    tuan.sees("Vừa có thêm một máy mở sổ của đồng chí")
    typed = isinstance(tuan, OnZalo)  # by the words of the message
    await (tuan.says if typed else tuan.presses)("Ngắt các máy khác")
    tuan.sees("Ngắt 1 máy khác đang mở sổ của đồng chí")
    assert tuan.screen.buttons[0] == "Giữ như cũ", "the safe choice comes first"
    await tuan.presses("Ngắt 1 máy khác")
    tuan.sees("Nay chỉ máy này mở được sổ của đồng chí")
    await tablet.says("sổ của tôi")
    tablet.sees("không còn mở sổ tay của ai")
    await tuan.says("sổ của tôi")
    tuan.sees("Phạm Minh Tuấn")
    for label in TO_PHONES:
        await tuan.presses(label)
    assert "Ngắt các máy khác" not in tuan.screen.buttons


async def test_whoever_reads_another_language_goes_on_where_the_letter_led(town: Town) -> None:
    stranger = await town.stranger("Phạm Minh Tuấn")
    await stranger.starts(await _letter(town))
    stranger.sees("sinh năm nào")
    await stranger.presses("Speak English")
    stranger.sees("In which year were you born?")
    await stranger.says("tiếng việt")
    stranger.sees("sinh năm nào")
    await stranger.says("1990")
    stranger.can_press("Tôi đồng ý")
    await stranger.says("english")
    stranger.can_press("I agree")
    await stranger.presses("I agree")
    stranger.sees("Hello")


async def test_after_a_wrong_letter_the_language_leads_on_with_the_right_one(town: Town) -> None:
    phone = await town.stranger("Phạm Minh Tuấn")
    async with town.app.database.transaction() as store:
        hers = await joining.issue_code(
            store, await town.ward.member(store, "hoa"), town.clock.now, None
        )
    letter = await _letter(town)
    await phone.starts(hers)
    await phone.starts(letter)
    await phone.says("1990")
    await phone.says("english")
    phone.can_press("I agree")
    await phone.presses("I do not agree yet")
    await phone.presses("I have a code")
    await phone.says("tiếng việt")
    assert "Tôi đồng ý" not in phone.screen.buttons, "nobody is asked again who said no"


async def test_a_second_phone_begins_in_the_language_of_the_first(town: Town) -> None:
    tuan = await _joins(town)
    await tuan.says("english")
    tablet = await _opens_a_second_phone(
        town,
        tuan,
        "Call for help",
        "Change how it works",
        "More phones, or sharing one",
        "Add a second phone",
    )
    tablet.sees("In which year were you born?")
    await tablet.says("1990")
    tablet.has_seen("messages come to the phone you used last")
    tuan.sees("just opened on one more phone", "If that was not you")


@pytest.mark.parametrize(
    ("language", "words", "shows"),
    [
        ("vi", "mất thư rồi", "hay mất thư đều xin lại được"),
        ("vi", "Tôi mất thư", "xin lại được"),
        ("en", "I lost the letter", "you can always get a new one"),
    ],
)
async def test_whoever_lost_the_letter_is_told_how_to_get_another(
    town: Town, language: str, words: str, shows: str
) -> None:
    stranger = await town.stranger("Người lạ", language)
    await stranger.starts()
    await stranger.says(words)
    stranger.sees(shows)


async def test_whoever_does_not_agree_is_told_what_stays(town: Town) -> None:
    stranger = await town.stranger("Phạm Minh Tuấn")
    await stranger.starts(await _letter(town))
    await stranger.says("1990")
    await stranger.presses("Tôi chưa đồng ý")
    stranger.sees("không mở sổ", "vẫn ở danh sách như trước")
    stranger.has_not_seen("không giữ gì của đồng chí")
