"""Headings under which the columns of member lists are found."""

from datetime import date

import pytest

from rules.refusal import Refusal
from rules.roster import Roster, read_roster
from rules.roster_columns import Cell, Row
from rules.words import words

TODAY = date(2026, 11, 23)


def read(*rows: tuple[Cell, ...], header: tuple[Cell, ...]) -> Roster:
    """A roster from a header and rows, numbered from 1."""
    return read_roster([Row(at, row) for at, row in enumerate((header, *rows), start=1)], TODAY)


@pytest.mark.parametrize(
    "header",
    [
        ("Họ tên", "Đơn vị"),
        ("HỌ VÀ TÊN", "CHI BỘ"),
        ("ho va ten", "chi bo"),
        ("Họ và tên\nkhai sinh", "Tên chi bộ"),
        ("Full name", "Branch"),
        ("Tên đoàn viên", "Công đoàn cơ sở"),
        ("Họ tên hội viên", "Phân hội"),
    ],
)
def test_columns_are_found_under_many_spellings(header: tuple[str, str]) -> None:
    roster = read(("Lê Thị Sen", "Số 4"), header=header)

    assert [(line.name, line.unit) for line in roster.lines] == [("Lê Thị Sen", "Số 4")]


def test_columns_of_like_meaning_are_told_apart() -> None:
    header = (
        *("Họ và tên", "Chức vụ chi bộ", "Chi bộ", "Ngày vào Đảng", "Ngày vào Đảng chính thức"),
        *("Số thẻ đảng viên", "Số CCCD"),
    )
    row = ("Lê Sen", "Bí thư", "Số 1", "01/02/1990", "01/02/1991", "123", "046")
    roster = read(row, header=header)

    (one,) = roster.lines
    assert (one.role, one.unit, one.card) == ("secretary", "Số 1", "123")
    assert (one.joined_on, one.official_on) == (date(1990, 2, 1), date(1991, 2, 1))
    assert roster.unread_columns == ("Số CCCD",)


def test_a_name_in_two_columns_is_one_name() -> None:
    roster = read(("Lê Thị", "Sen", "Số 1"), header=("Họ đệm", "Tên", "Chi bộ"))

    assert roster.lines[0].name == "Lê Thị Sen"


def test_a_list_without_a_header_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        read(("Lê Thị Sen", "Chi bộ 1"), header=("Danh sách", "năm 2026"))

    assert refused.value.key == "members.roster_no_header"


@pytest.mark.parametrize(
    "lines",
    [
        [("Họ và tên", "Năm sinh", None, "Chi bộ"), (None, "Nam", "Nữ", None)],
        [("Họ và tên", "Năm sinh nam", "Năm sinh nữ", "Chi bộ")],
    ],
)
def test_the_years_of_men_and_women_in_columns_of_their_own_tell_the_sex(
    lines: list[tuple[Cell, ...]],
) -> None:
    people = [("Lê Văn Bình", "1957", None, "Chi bộ 1"), ("Lê Sen", None, "1948", "Chi bộ 1")]
    header, *rest = lines
    roster = read(*rest, *people, header=header)

    assert [(line.name, line.sex, line.born_year) for line in roster.lines] == [
        ("Lê Văn Bình", "male", 1957),
        ("Lê Sen", "female", 1948),
    ]
    assert (roster.rejected, roster.unread_columns) == ((), ())


def test_cells_under_no_heading_are_spoken_of() -> None:
    roster = read(
        ("Lê Sen", None, "Chi bộ 1", "hay quên"), header=("Họ và tên", "Ghi chú", "Chi bộ")
    )

    assert roster.unread_columns == (
        "Ghi chú",
        words("members.roster_column_untitled", letter="D"),
    )


@pytest.mark.parametrize(
    "heading", ["Nơi ở", "Nơi ở hiện nay", "Địa chỉ thường trú", "Hộ khẩu thường trú", "Address"]
)
def test_where_somebody_lives_and_comes_from_are_two_columns(heading: str) -> None:
    header = ("Họ và tên", "Chi bộ", "Quê quán", heading)
    roster = read(("Lê Sen", "Chi bộ 1", "Phú Mộng", "57 Bến Nước"), header=header)

    (one,) = roster.lines
    assert (one.native_place, one.address) == ("Phú Mộng", "57 Bến Nước")
