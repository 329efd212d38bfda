"""Which line of the card a proposal means, and what may stand there."""

from datetime import date

import pytest

from rules.members import Member
from rules.members_lines import LINES, columns, lines_meant, standing, suggested
from rules.refusal import Refusal

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "line", "wanted"),
    [
        ("Số điện thoại mới là 0900 123 456.", "phone", "0900123456"),
        ("đổi SĐT: +84 900 123 456", "phone", "0900123456"),
        ("điện thoại hỏng rồi", "phone", None),
        ("Số nhà mới là 38 đường Giếng Nước.", "address", "38 đường Giếng Nước"),
        ("Tôi chuyển nhà sang xóm 4", "address", None),
        ("Ngày sinh đúng là 5/3/1948", "born", "5/3/1948"),
        ("Năm sinh của tôi là 1948", "born", "1948"),
        ("Họ tên viết đúng là Trần Thị Hòa", "name", "Trần Thị Hòa"),
        ("Tôi vào Đảng ngày 3/2/1975", "joined", "3/2/1975"),
        ("Chính thức từ 3.2.1976", "official", "3.2.1976"),
    ],
)
def test_a_proposal_tells_its_line_and_what_it_wants_there(
    text: str, line: str, wanted: str | None
) -> None:
    assert lines_meant(text)[0] == line
    assert suggested(line, text) == wanted


def test_a_proposal_about_something_else_offers_every_line() -> None:
    assert lines_meant("Tôi có thêm bằng khen.") == list(LINES)


@pytest.mark.parametrize(
    ("line", "text", "written"),
    [
        ("phone", "0900.123.456", {"phone": "0900123456"}),
        ("address", "  38  đường Giếng Nước ", {"address": "38 đường Giếng Nước"}),
        ("name", "TRẦN THỊ HÒA", {"name": "Trần Thị Hòa"}),
        ("born", "5/3/1948", {"born": date(1948, 3, 5), "born_text": None, "born_year": 1948}),
        ("born", "1948", {"born": None, "born_text": "1948", "born_year": 1948}),
        ("joined", "3.2.1975", {"joined_on": date(1975, 2, 3), "joined_text": None}),
        ("official", "1976", {"official_on": None, "official_text": "1976"}),
    ],
)
def test_what_is_written_is_kept_as_the_roster_keeps_it(
    line: str, text: str, written: dict[str, object]
) -> None:
    assert columns(line, text, TODAY) == written


@pytest.mark.parametrize(
    ("line", "text", "key"),
    [
        ("phone", "12345", "members.line_phone"),
        ("phone", "", "members.line_words"),
        ("address", " ", "members.line_words"),
        ("address", "x" * 201, "members.line_words"),
        ("name", "=A1", "members.line_words"),
        ("name", "12", "members.line_words"),
        ("born", "31/2/1948", "members.line_day"),
        ("born", "1/1/2027", "members.line_day"),
        ("joined", "hồi giải phóng", "members.line_day"),
    ],
)
def test_what_cannot_stand_in_a_line_is_refused_by_name(line: str, text: str, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        columns(line, text, TODAY)


def test_a_line_the_card_does_not_have_is_refused() -> None:
    with pytest.raises(Refusal, match="no_such_line"):
        standing("card", Member(1, 2, "Chi bộ 1", "1/2/", "Trần Thị Hoa", "full"))


def test_no_year_is_read_out_of_a_phone_number() -> None:
    assert suggested("born", "Số điện thoại mới là 0900 123 456.") is None
