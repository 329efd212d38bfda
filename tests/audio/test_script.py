"""Spans of official style as a newsreader says them, and spans nobody may guess."""

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audio.script import make_script, spell_unknown
from audio.spoken.codes import find_decisions
from audio.spoken.issuers import name_committee
from audio.syllables import is_syllable

ALL = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("spans.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
ROWS = [row for row in ALL if not row[1].startswith("?")]
DOUBTFUL = [(written, token[2:]) for written, token in ALL if token.startswith("?")]

FLAGGED = {
    "theo 512-QĐ/TW": "512-QĐ/TW",
    "theo 294-QĐ/TW ngày 12/3/2031": "294-QĐ/TW",
    "theo 89-KH/TU": "89-KH/TU",
    "Quyết định số 57-NQ/TW": "57-NQ/TW",
    "hội nghị BCVT": "BCVT",
    "cán bộ TU về dự": "TU",
    "các CB trực thuộc": "CB",
    "số tiền 1,250,000 đồng": "1,250,000",
    "đạt 3/4": "3/4",
    "trực 24/7": "24/7",
    "bản đồ I": "I",
    "phần XYZ": "XYZ",
    "mục VIIII": "VIIII",
    "hẻm K12/4": "K12/4",
    "xem tại www.hoasen.vn": "www.hoasen.vn",
    "gửi về vanphong@hoasen.vn": "vanphong@hoasen.vn",
    "điểm V": "V",
    "pin 12V": "12V",
    "đồng chí/chi bộ": "chí/chi",
    "bản draft mới": "draft",
    "ngày 31/13": "31/13",
    "ngày 30/02/2026": "30/02/2026",
    "thứ Hai, ngày 07-12": "07-12",
    "mừng lễ 1-5": "1-5",
    "nặng 7g": "7g",
    "giá 50K": "50K",
    "trước 31/6": "31/6",
    "ngày 45/12/2026": "45/12/2026",
    "25h30": "25h30",
    "lúc 7h75": "7h75",
    "khối lượng ~5 tấn": "~5",
    "mẫu số 01-HSĐV": "01-HSĐV",
    "học tập 🎉": "🎉",
    "họ Nguyễnhoà": "Nguyễnhoà",
}


def test_every_span_is_said_as_on_the_radio() -> None:
    said = [(written, wanted, make_script(written)) for written, wanted in ROWS]
    otherwise = [
        (written, wanted, script.spoken, script.flagged)
        for written, wanted, script in said
        if script.spoken != wanted or script.flagged
    ]
    assert otherwise == []


@pytest.mark.parametrize(("written", "token"), FLAGGED.items())
def test_what_is_not_certain_is_flagged_as_it_was_written(written: str, token: str) -> None:
    flagged = make_script(written).flagged
    assert [flag.token for flag in flagged] == [token]
    assert flagged[0].context in written


def test_what_may_be_two_things_is_asked_about() -> None:
    asked = [(written, token, make_script(written)) for written, token in DOUBTFUL]
    otherwise = [
        (written, token, script.spoken, script.flagged)
        for written, token, script in asked
        if not any(token in flag.token for flag in script.flagged)
        or not all(flag.token in script.spoken for flag in script.flagged)
    ]
    assert otherwise == []


def test_there_are_enough_spans_to_mean_something() -> None:
    assert len(ROWS) >= 350
    assert len(DOUBTFUL) >= 50
    assert len({row[0] for row in ALL}) == len(ALL)


def test_a_decision_named_once_is_known_further_down() -> None:
    script = make_script("Theo Quy định số 294-QĐ/TW.\nNhắc lại 294-QĐ/TW.")
    assert script.flagged == ()
    assert script.lines[1].spoken == "Nhắc lại Quy định số hai trăm chín mươi tư của Trung ương."


def test_a_decision_named_in_another_text_heard_with_it_is_known() -> None:
    decisions = find_decisions("Quyết định số 512-QĐ/TW.")
    script = make_script("theo 512-QĐ/TW", decisions=decisions)
    assert script.spoken == "theo Quyết định số năm trăm mười hai của Trung ương"


def test_the_register_tells_what_a_lone_number_is() -> None:
    script = make_script("theo 294-QĐ/TW và 190-QĐ/TW ngày 10/10/2024")
    assert script.flagged == ()
    assert "Quy định số hai trăm chín mươi tư" in script.spoken
    assert "Quyết định số một trăm chín mươi" in script.spoken


@pytest.mark.parametrize(
    ("letterhead", "spoken"),
    [
        (["TỈNH UỶ HOA SEN"], "Kế hoạch số năm của Văn phòng Tỉnh ủy"),
        (["ĐẢNG BỘ THÀNH PHỐ SEN HỒNG", "ĐẢNG ỦY"], "Kế hoạch số năm của Văn phòng Thành ủy"),
        (["ĐẢNG ỦY PHƯỜNG HOA SEN"], ""),
        (["TỈNH ỦY HOA SEN", "THÀNH ỦY SEN HỒNG"], ""),
    ],
)
def test_whose_committee_it_is_stands_in_the_letterhead(letterhead: list[str], spoken: str) -> None:
    script = make_script("5-KH/VPTU", name_committee(letterhead))
    assert (script.spoken if not script.flagged else "") == spoken


def test_one_number_with_two_meanings_is_not_guessed() -> None:
    script = make_script("Quy định số 9-QĐ/TW.\nQuyết định số 9-QĐ/TW.\nXem 9-QĐ/TW.")
    assert [(flag.line, flag.token) for flag in script.flagged] == [(3, "9-QĐ/TW")]


@pytest.mark.parametrize(
    ("written", "readings", "spoken"),
    [
        ("theo 89-KH/TU", {"TU": "Tỉnh ủy"}, "theo Kế hoạch số tám mươi chín của Tỉnh ủy"),
        ("cán bộ TU về dự", {"TU": "Tỉnh ủy"}, "cán bộ Tỉnh ủy về dự"),
        ("thẻ BHYT", {"BHYT": "bê hát y tê"}, "thẻ bê hát y tê"),
        ("theo 294-QĐ/TW", {"294-QĐ/TW": "Quy định mới"}, "theo Quy định mới"),
        ("họ Krông", {"Krông": "Krông"}, "họ Krông"),
        ("CB và CBCC", {"CB": "cán bộ"}, "cán bộ và cán bộ, công chức"),
    ],
)
def test_a_persons_own_reading_wins(written: str, readings: dict[str, str], spoken: str) -> None:
    script = make_script(written, readings)
    assert script.spoken == spoken
    assert script.flagged == ()


def test_decomposed_letters_are_spoken_like_composed_ones() -> None:
    written = "Đ/c nào vắng phải báo trước 17h ngày 02/12."
    assert make_script(unicodedata.normalize("NFD", written)).spoken == make_script(written).spoken


def test_a_flag_names_its_line_and_the_words_around_it() -> None:
    (flag,) = make_script("Dòng một.\n\nHọp tại phòng BCVT tầng hai.").flagged
    assert (flag.line, flag.token) == (3, "BCVT")
    assert flag.context == "Họp tại phòng BCVT tầng hai."


@pytest.mark.parametrize(
    "shape",
    [
        "1",
        "1.000.",
        "a ",
        "I",
        "Đ",
        "1/",
        "1 - ",
        "ngày 1, ",
        "0123 ",
        "12/4, ",
        "57-NQ/TW ",
        "x-",
        "1 000 ",
        "tổ 1,",
    ],
)
def test_a_hostile_line_takes_time_in_proportion_to_its_length(shape: str) -> None:
    begun = time.perf_counter()
    make_script(shape * (20_000 // len(shape)))
    # Half a second at most when idle; a pattern that looks back too far takes half a minute.
    assert time.perf_counter() - begun < 4


PIECES = """
    12 05 2026 0,5 1.250.000 / - . , : ( ) % ° h g đ/c UBND QĐ TW NQ XIII ngày tháng số hẻm gọi
    quý từ đến m2 đồng hộ 🎉 A b
"""


@example("0OÈ")  # a word of two spellings that is none
@example("\ue000 số 12")  # a character we set readings aside with
@given(
    st.lists(st.sampled_from([*PIECES.split(), " "]), max_size=30).map("".join)
    | st.text(max_size=80)
)
def test_no_text_breaks_the_script_and_nothing_unsayable_slips_through(text: str) -> None:
    script = make_script(text)
    said = {token.strip(".,;:!?") for token in script.spoken.split()}
    flagged = {flag.token for flag in script.flagged}
    assert all(is_syllable(token) for token in said - flagged if token)


def test_english_is_left_to_its_voice() -> None:
    script = make_script("Meeting at 19:30, room BCVT.", language="en")
    assert script.spoken == "Meeting at 19:30, room BCVT."
    assert script.flagged == ()


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Mã BCVT của Sotay ✅", "Mã bê xê vê tê của Sotay"),
        ("đạt 3/4", "đạt ba bốn"),
        ("bản draft", "bản draft"),
    ],
)
def test_a_screen_spells_what_it_cannot_say(written: str, spoken: str) -> None:
    (line,) = make_script(written).lines
    assert spell_unknown(line).strip() == spoken


def test_a_flagged_token_stands_among_whole_words() -> None:
    (flag,) = make_script(
        "Các chi bộ toàn phường gửi hồ sơ theo mẫu 3B/4C về văn phòng Đảng ủy phường sớm nhé"
    ).flagged
    assert flag.context == "phường gửi hồ sơ theo mẫu 3B/4C về văn phòng Đảng ủy phường"
