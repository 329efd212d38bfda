"""A table of readings, and the papers items come in."""

import pytest

from bot.voices import with_voice
from rules import bulletins_words as rules
from rules.bulletins_papers import other_place, parts_of, stays_inside
from rules.organisation import Organisation
from rules.refusal import Refusal


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("UBKT = Ủy ban kiểm tra", ("UBKT", "Ủy ban kiểm tra")),
        (" “BTC”=Ban Tài chính ", ("BTC", "Ban Tài chính")),
        ("3B/4C = ba bê, bốn xê", ("3B/4C", "ba bê, bốn xê")),
        ("a + b = c = d", None),
        ("UBKT là Ủy ban kiểm tra", None),
        ("= Ủy ban", None),
        ("UBKT =", None),
        ("Một câu dài hơn bốn chữ = gì", None),
        ("UBKT = Ủy ban\nkiểm tra", None),
        ("— = gạch", None),
    ],
)
def test_a_line_of_the_table_is_a_token_and_its_reading(
    typed: str, entry: tuple[str, str] | None
) -> None:
    assert rules.read_entry(typed) == entry


def _writes_out(text: str, readings: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    unsure = tuple(word for word in text.split() if word == "BCVT")
    return (text.replace("UBND", "Ủy ban nhân dân"),), unsure


def test_a_reading_must_itself_be_sayable_and_is_written_out() -> None:
    org = Organisation(read_aloud=_writes_out)
    assert rules.sayable(org, "đọc là UBND phường") == "Ủy ban nhân dân phường"
    with pytest.raises(Refusal, match="reading_unsure"):
        rules.sayable(org, "ngành BCVT")


@pytest.mark.parametrize(
    ("token", "ordinary"),
    [("không", True), ("chi bộ", True), ("HTX", False), ("Blang", False), ("3B/4C", False)],
)
def test_an_everyday_word_is_known_from_what_needs_a_reading(token: str, ordinary: bool) -> None:
    assert rules.is_ordinary(with_voice(Organisation()), token) is ordinary


def test_what_is_shortened_in_a_text_is_found_once_and_in_order() -> None:
    text = "UBND phường họp với UBKT, lớp 2A, theo 14-CT/ĐU; UBND mời 30 người."
    assert rules.shortened([text]) == ("UBND", "UBKT", "2A", "14-CT/ĐU")


def test_what_may_be_read_otherwise_is_offered_whole_unless_it_is_too_long_for_the_table() -> None:
    lines = ["Theo 100 - KL/TW [Kết luận], lúc 15/12 [mười lăm], UBND HĐND UBMTTQ TP BTC [Ủy ban]."]
    assert rules.changeable(lines) == ("100 - KL/TW", "UBND", "HĐND", "UBMTTQ", "TP", "BTC")


@pytest.mark.parametrize(
    ("token", "text", "stands"),
    [("TU", "theo 5-KH/TU", True), ("TU", "theo TUQ", False), ("3B/4C", "mẫu 3B/4C.", True)],
)
def test_a_token_stands_by_itself(token: str, text: str, stands: bool) -> None:
    assert rules.stands_in(token, text) is stands


def test_a_token_is_shown_with_whole_words_around_it() -> None:
    text = "Các chi bộ toàn phường gửi hồ sơ theo mẫu 3B/4C về văn phòng Đảng ủy phường sớm nhé"
    shown = "phường gửi hồ sơ theo mẫu 3B/4C về văn phòng Đảng ủy phường"
    assert rules.around(text, "3B/4C") == shown


@pytest.mark.parametrize(
    ("frame", "text", "inside"),
    [
        ([("letterhead", "Số: 14-CV/ĐU (nb)")], "Họp.", True),
        ([("letterhead", "Số: 14-CV/ĐU-nb")], "Họp.", True),
        ([("letterhead", "TỐI MẬT")], "Họp.", True),
        ([], "Độ mật: Mật\nHọp.", True),
        ([], "LƯU HÀNH NỘI BỘ\nHọp.", True),
        ([("letterhead", "Số: 14-CV/ĐU")], "Giữ bí mật. Đoàn kết nội bộ tốt, thân mật.", False),
        ([("recipients", "- Lưu NB")], "Họp.", False),
    ],
)
def test_a_paper_that_says_it_is_secret_or_internal_stays_inside(
    frame: list[tuple[str, str]], text: str, inside: bool
) -> None:
    assert stays_inside(frame, [text]) is inside


def test_what_was_left_out_stands_in_the_order_of_a_paper() -> None:
    frame = [("signature", "BÍ THƯ"), ("letterhead", "Số: 1"), ("letterhead", "Sen Hồng")]
    assert parts_of(frame) == (("letterhead", "Số: 1\nSen Hồng"), ("signature", "BÍ THƯ"))


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        (["ĐẢNG ỦY PHƯỜNG HOA SEN", "Số: 14-CV/ĐU"], "Phường Hoa Sen"),
        (["ĐẢNG BỘ TỈNH HOA SEN  ĐẢNG CỘNG SẢN", "ĐẢNG ỦY XÃ LÁ SEN"], "Xã Lá Sen"),
        (["UBND PHƯỜNG HOA SEN CỘNG HÒA XÃ HỘI CHỦ NGHĨA"], "Phường Hoa Sen"),
        (["ĐẢNG ỦY PHƯỜNG SEN HỒNG"], ""),
        (["ĐẢNG ỦY PHƯỜNG SEN HỒNG", "TRẠM Y TẾ XÃ LÁ SEN"], ""),
        (["THÀNH ỦY HOA SEN"], ""),
        (["SỞ LAO ĐỘNG VÀ XÃ HỘI", "LIÊN MINH HỢP TÁC XÃ"], ""),
        (["V/v thăm phường Hoa Sen"], ""),
    ],
)
def test_a_paper_of_another_place_is_told_by_its_letterhead(
    letterhead: list[str], issuer: str
) -> None:
    assert other_place(letterhead, ["Phường Sen Hồng", "Chi bộ 1"]) == issuer
    assert other_place(letterhead, ["Công đoàn Dệt"]) == ""
