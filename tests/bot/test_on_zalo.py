"""A number on Zalo does what its list said to the one who typed it, whatever came in between."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy import select

from audio.encode import RATE, encode_voice
from bot.doors import NotDelivered, Page, Uncertain
from bot.on_zalo import ZaloDoor
from simulator.files import Upload
from simulator.people.view import entries
from storage import quotas
from storage.tables import attendance, media
from tests.bot.test_zalo_calls import answering, no
from tests.bot.test_zalo_walks import (
    OPTIONS,
    a_meeting_is_called,
    a_notice_comes,
    a_vote_opens,
    acts,
)
from tests.talkers import OnZalo
from tests.town import Town

pytestmark = pytest.mark.parametrize("town", ["zalo"], indirect=True)
DOCUMENT = Upload("don.docx", "application/octet-stream", b"PK")


async def test_a_number_sent_twice_votes_for_nobody_unseen(town: Town) -> None:
    hoa = await town.comes("hoa")
    assert isinstance(hoa, OnZalo)
    await a_vote_opens(town)
    await hoa.says("biểu quyết")
    hoa.sees("Thông qua")
    assert hoa.screen.choices[:2] == OPTIONS[:2]

    await hoa.says_at_once("1", "1")
    hoa.sees("Số 1 đến đúng lúc", "Bây giờ số 1 là: Bỏ phiếu: Đồng ý", "nhắn lại 1")
    assert await acts(town) == Counter()

    await hoa.says("1")
    hoa.sees("Đã ghi phiếu của đồng chí: Đồng ý")


async def test_a_notice_in_the_middle_of_a_question_leaves_it_open(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    await a_meeting_is_called(town)
    assert not re.search(r"^\d+\.", hoa.screen.text, re.MULTILINE)
    assert hoa.screen.word == "HỌP"

    await hoa.says("Đèn đường hẻm 3 bị tắt.")
    await hoa.presses("Gửi ý kiến này")
    hoa.sees("Ý kiến số 1 năm 2026")


async def test_the_word_a_message_names_opens_it_whatever_is_asked(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    await a_meeting_is_called(town)
    await hoa.says("hop")
    hoa.can_press("Có mặt", "Vắng có lý do")
    await hoa.presses("Có mặt")
    hoa.sees("Đồng chí đã báo có mặt")


async def test_numbers_in_words_and_labels_without_accents_choose(town: Town) -> None:
    hoa = await town.comes("hoa")
    await a_vote_opens(town)
    await hoa.says("bieu quyet")
    await hoa.says("số hai")
    hoa.sees("Đồng chí chọn: Không đồng ý")
    await hoa.says("bo phieu khong dong y")
    hoa.sees("Đã ghi phiếu")


async def test_what_zalo_cannot_carry_is_answered_and_the_question_stays(town: Town) -> None:
    hoa = await town.comes("hoa")
    assert isinstance(hoa, OnZalo)
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    hoa.sees("gõ chữ, hoặc gửi lời nói hay ảnh.")
    await hoa.sends("document", DOCUMENT)
    hoa.sees("chưa chuyển được thứ đồng chí vừa gửi", "gõ chữ")
    await hoa.says("Đèn đường hẻm 3 bị tắt.")
    await hoa.presses("Gửi ý kiến này")
    hoa.sees("Ý kiến số 1 năm 2026")


async def test_an_update_that_could_not_be_committed_is_kept_in_hand(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    hoa = await town.comes("hoa")
    assert isinstance(hoa, OnZalo)

    async def away(_incoming: Any) -> None:
        raise NotDelivered

    take = town.app.take
    monkeypatch.setattr(town.app, "take", away)
    with pytest.raises(NotDelivered):
        await hoa.says("lịch họp")
    monkeypatch.setattr(town.app, "take", take)
    await town.carries()
    hoa.sees("chưa có cuộc họp nào")


async def test_a_voice_from_zalo_is_one_every_messenger_plays(town: Town, tmp_path: Path) -> None:
    tone = np.sin(np.arange(RATE) * 220 * 2 * np.pi / RATE, dtype=np.float32) / 4
    encode_voice(tone, tmp_path / "voice")
    hoa = await town.comes("hoa")
    assert isinstance(hoa, OnZalo)
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    await hoa.sends("voice", Upload("voice.ogg", "audio/ogg", (tmp_path / "voice").read_bytes()))
    await hoa.presses("Gửi ý kiến này")
    hoa.sees("Ý kiến số 1 năm 2026")
    async with town.app.database.transaction() as store:
        mimes = await store.values(select(media.c.mime).order_by(media.c.id))

    assert mimes[-1] == "audio/ogg"


async def test_listen_reads_what_came_last(town: Town) -> None:
    hoa = await town.comes("hoa")
    heard: list[str] = []
    get = town.app.gallery.get

    async def listens(media: Any, language: str) -> Any:
        if media and media.maker == "voice":
            heard.append(media.values["text"])
        return await get(media, language)

    town.app.gallery.get = listens  # type: ignore[method-assign]
    await hoa.says("nghe")
    await a_meeting_is_called(town)
    await hoa.says("nghe")

    assert "không còn việc nào" in heard[0]
    assert "mời đồng chí dự họp" in heard[1]


async def test_a_button_of_what_came_last_is_called_by_its_name(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    await a_meeting_is_called(town)
    await hoa.says("co mat")
    hoa.sees("Đồng chí đã báo có mặt")


async def test_a_name_that_stands_on_the_screen_is_never_that_of_something_else(
    town: Town,
) -> None:
    hoa = await town.comes("hoa")
    await a_meeting_is_called(town)
    await hoa.says("họp")
    hoa.sees("Đồng chí chưa trả lời giấy mời.")
    town.clock.move(days=1)
    await a_meeting_is_called(town)
    await hoa.says("Có mặt")
    async with town.app.database.transaction() as store:
        came = await store.values(
            select(attendance.c.meeting_id).where(
                attendance.c.member_id == town.ward.id("hoa"), attendance.c.answer == "yes"
            )
        )

    assert [*came] == [1]


async def test_on_zalo_nobody_is_told_to_press(town: Town) -> None:
    hoa = await town.comes("hoa")
    hoa.has_seen("Bốn chữ dưới đây lúc nào cũng nhắn được")
    await a_notice_comes(town)
    await hoa.says("trang chính")
    hoa.sees("Xem và nhắn Đã nhận 1 thông báo")
    await hoa.says("abc xyz")
    hoa.sees("chọn giúp một việc dưới đây")
    assert all("bấm" not in seen.text for seen in hoa.chat)


async def test_a_send_whose_answer_timed_out_is_uncertain_and_counted(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(town.door, ZaloDoor)
    async with answering(200, no(408, "Request timeout")) as calls:
        monkeypatch.setattr(town.door, "_calls", calls)
        with pytest.raises(Uncertain):
            await town.door.show("6ede9afa66b88fe6d6a9", Page("Chào bác."))
        monkeypatch.undo()
    async with town.app.database.transaction() as store:
        assert await quotas.spent(store, town.door.name, "2026-11") == 1


async def test_the_word_a_screen_names_does_what_the_screen_says(town: Town) -> None:
    """ "Nhắn Bỏ phiếu" casts the vote, "chọn gửi" sends: a label's beginning is enough."""
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await a_vote_opens(town)
    await hoa.says("biểu quyết")
    for label in ("Đồng ý", "Bỏ phiếu: Đồng ý"):
        await hoa.presses(label)
    await hoa.presses("Đổi phiếu")
    await hoa.presses("Không đồng ý")
    hoa.sees("Nhắn Bỏ phiếu thì phiếu mới thay phiếu này")
    await hoa.says("bo phieu")
    hoa.sees("Đã ghi phiếu của đồng chí: Không đồng ý")

    await hoa.says("sửa sổ")
    await hoa.says("Số mới là 0900 111 222")
    await hoa.says("gửi")
    hoa.sees("đã ghi đề nghị")
    await town.settles()
    binh.has_seen("Số mới là 0900 111 222")


async def test_words_before_a_vote_is_cast_lose_nothing(town: Town) -> None:
    hoa = await town.comes("hoa")
    await a_vote_opens(town)
    await hoa.says("biểu quyết")
    await hoa.presses("Ý kiến khác")
    await hoa.says("Nên chờ sang năm")
    hoa.sees("Đồng chí chọn: Ý kiến khác", "nhắn Bỏ phiếu trước nhé")
    await hoa.says("1")
    hoa.sees("Đã ghi phiếu của đồng chí: Ý kiến khác", "muốn ghi rõ ý kiến thì gõ một câu")


async def test_a_title_is_bold_and_what_has_one_line_is_plain(town: Town) -> None:
    hoa = await town.comes("hoa")
    await a_notice_comes(town)
    world = town.sim.world
    newest = entries(world, world.chats[hoa.phone.id], 0, None)[-1]
    title, _, _ = newest["text"].partition("\n")
    assert newest["text_styles"] == [{"start": 0, "len": len(title), "st": ["b"]}]

    await town.door.show(hoa.address, Page("Một dòng."))
    assert "text_styles" not in entries(world, world.chats[hoa.phone.id], 0, None)[-1]
