"""The many shapes member lists come in, and what is said about each row."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.roster import Roster, read_roster
from rules.roster_columns import Cell, Row
from rules.words import words

TODAY = date(2026, 11, 23)
HEADER = ("STT", "Họ và tên", "Ngày sinh", "Số thẻ", "Điện thoại", "Chi bộ", "Tình trạng")


def read(*rows: tuple[Cell, ...], header: tuple[Cell, ...] = HEADER) -> Roster:
    """A roster from a header and rows, numbered from 1."""
    return read_roster([Row(at, row) for at, row in enumerate((header, *rows), start=1)], TODAY)


def person(name: Cell, **cells: Cell) -> tuple[Cell, ...]:
    """A row under HEADER that lacks nothing but what is given as None."""
    usual = {"born": "04/09/1941", "card": None, "phone": None, "unit": "Chi bộ 1"}
    told = {**usual, "status": "Chính thức", **cells}
    return ("1", name, *(told[one] for one in ("born", "card", "phone", "unit", "status")))


@pytest.mark.parametrize(
    ("name", "shown", "note"),
    [
        ("  NGUYỄN   VĂN\tAN ", "Nguyễn Văn An", None),
        ("lê thị sen", "Lê Thị Sen", None),
        ("Nguye\u0302\u0303n An", "Nguyễn An", None),
        ("ÐẶNG VĂN TÁM", "Đặng Văn Tám", None),
        ("H'BIA NIÊ", "H'Bia Niê", None),
        ("Lê\u202e Sen", "Lê Sen", "members.roster_name_hidden"),
        ("Lê\u200bSen\u0007", "LêSen", "members.roster_name_hidden"),
        ("Lê Sen 2", "Lê Sen 2", "members.roster_name_marks"),
        ("<script>Sen", "<script>Sen", "members.roster_name_marks"),
    ],
)
def test_names_are_cleaned_and_odd_ones_noted(name: str, shown: str, note: str | None) -> None:
    roster = read(person(name))

    assert [line.name for line in roster.lines] == [shown]
    assert [one.note.key for one in roster.notes] == ([note] if note else [])


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (person(None), words("members.roster_no_name")),
        (person("\u200b\u200b"), words("members.roster_no_name")),
        (person("---"), words("members.roster_no_name")),
        (person("Lê " * 100), words("members.roster_name_too_long", limit=100)),
        (person("=1+1"), words("members.roster_formula")),
        (person("Lê Sen", unit=" "), words("members.roster_no_unit")),
        (person("Lê Sen", unit="=A1"), words("members.roster_unit_formula")),
        (
            person("Lê Sen", status="Đã mất"),
            words("members.roster_status_unknown", text="Đã mất"),
        ),
    ],
)
def test_a_row_that_is_nobody_yet_says_why(row: tuple[Cell, ...], reason: object) -> None:
    roster = read(row)

    assert [one.reason for one in roster.rejected] == [reason]
    assert roster.lines == ()


def test_the_same_card_and_name_with_other_details_keeps_the_earlier_row() -> None:
    roster = read(person("Lê Sen", card="12 34", phone="0912345678"), person("LÊ SEN", card="1234"))

    assert [line.row for line in roster.lines] == [2]
    assert [(one.row, one.reason) for one in roster.rejected] == [
        (3, words("members.roster_same_person", row=2))
    ]


@pytest.mark.parametrize(
    ("status", "read_as"),
    [
        ("Đảng viên chính thức", "full"),
        ("CHÍNH THỨC", "full"),
        ("du bi", "probationary"),
        ("ĐV dự bị", "probationary"),
        ("Được miễn sinh hoạt", "exempt"),
        ("Đình chỉ sinh hoạt đảng", "suspended"),
        ("Sinh hoạt tạm thời nơi khác", "away"),
        ("Hội viên", "full"),
    ],
)
def test_standing_is_read_as_written(status: str, read_as: str) -> None:
    assert read(person("Lê Sen", status=status)).lines[0].status == read_as


def test_an_empty_standing_is_full_and_noted() -> None:
    roster = read(person("Lê Sen", status=None))

    assert roster.lines[0].status == "full"
    assert [one.note for one in roster.notes] == [words("members.roster_status_empty")]


def test_a_list_without_standing_is_noted_once() -> None:
    roster = read(("Lê Sen", "Số 1"), ("Lê Mai", "Số 1"), header=("Họ tên", "Chi bộ"))

    assert [line.status for line in roster.lines] == ["full", "full"]
    assert [(one.row, one.note.key) for one in roster.notes] == [
        (1, "members.roster_no_status_column")
    ]


@pytest.mark.parametrize(
    ("office", "role", "noted"),
    [
        ("Bí thư", "secretary", False),
        ("Bí thư chi bộ", "secretary", False),
        ("Bí thư Chi bộ 1", "secretary", False),
        ("PHÓ BÍ THƯ", "deputy", False),
        ("Chi uỷ viên", "committee", False),
        ("Cán bộ văn phòng Đảng uỷ", "staff", False),
        ("Chủ tịch công đoàn", "secretary", False),
        ("Chi hội phó", "deputy", False),
        ("Đảng viên", None, False),
        ("Thủ quỹ", None, True),
    ],
)
def test_offices_are_read_and_unknown_ones_noted(
    office: str, role: str | None, noted: bool
) -> None:
    roster = read(("Lê Sen", "Chi bộ 1", office), header=("Họ tên", "Chi bộ", "Chức vụ"))

    assert roster.lines[0].role == role
    unknown = words("members.roster_role_unknown", text=office)
    assert (unknown in [one.note for one in roster.notes]) == noted


@pytest.mark.parametrize(
    ("cell", "on", "year", "note"),
    [
        ("4/9/1941", date(1941, 9, 4), 1941, None),
        ("04-09-1941", date(1941, 9, 4), 1941, None),
        ("04.09.1941", date(1941, 9, 4), 1941, None),
        ("1941-09-04", date(1941, 9, 4), 1941, None),
        ("ngày 4 tháng 9 năm 1941", date(1941, 9, 4), 1941, None),
        (date(1941, 9, 4), date(1941, 9, 4), 1941, None),
        ("1941", None, 1941, "members.roster_year_only"),
        ("9/1941", None, 1941, "members.roster_date_unclear"),
        ("khoảng 1941", None, 1941, "members.roster_date_unclear"),
        ("04/09/41", None, None, "members.roster_date_unclear"),
        ("31/02/1950", None, 1950, "members.roster_date_impossible"),
        ("25/13/1950", None, 1950, "members.roster_date_impossible"),
        ("01/01/1200", None, None, "members.roster_date_impossible"),
        ("01/01/2030", None, None, "members.roster_date_ahead"),
    ],
)
def test_birthdays_are_read_or_kept_as_written(
    cell: Cell, on: date | None, year: int | None, note: str | None
) -> None:
    roster = read(person("Lê Sen", born=cell))

    (one,) = roster.lines
    assert (one.born, one.born_year) == (on, year)
    assert one.born_text == (None if on else cell)
    assert [noted.note.key for noted in roster.notes] == ([note] if note else [])


def test_a_phone_nobody_can_dial_is_kept_as_text() -> None:
    roster = read(person("Lê Sen", phone="gọi con gái"))

    assert (roster.lines[0].phone, roster.lines[0].phone_text) == (None, "gọi con gái")
    assert [one.note.key for one in roster.notes] == ["members.roster_phone_unclear"]


def test_the_same_name_and_birthday_with_other_cards_may_be_one_person() -> None:
    roster = read(person("Lê Sen", card="1"), person("lê sen", card="2"))

    assert [(one.rows, one.names, one.why) for one in roster.doubles] == [
        ((2, 3), ("Lê Sen", "Lê Sen"), words("members.roster_double_born"))
    ]
    assert len(roster.lines) == 2


def test_the_same_name_and_phone_may_be_one_person() -> None:
    roster = read(
        person("Lê Sen", phone="0912345678"),
        person("Lê Sen", phone="+84912345678", born="1941"),
    )

    assert [one.why for one in roster.doubles] == [words("members.roster_double_phone")]


def test_units_written_differently_are_one_unit() -> None:
    units = ("Chi bộ 1", "CHI BỘ 1", "chi bộ  1", "1")
    roster = read(*(person(f"Lê {at}", unit=unit) for at, unit in zip("ABCD", units, strict=True)))

    assert {line.unit for line in roster.lines} == {"Chi bộ 1"}


def test_headings_between_the_rows_say_the_unit() -> None:
    header = ("STT", "Họ tên", "Ngày sinh")
    roster = read(
        ("I", "Chi bộ 1 (2 đảng viên)", None),
        ("1", "Lê Sen", "1950"),
        ("II", "CHI BỘ TỔ DÂN PHỐ 2", None),
        ("2", "Lê Mai", "1951"),
        header=header,
    )

    assert [(line.name, line.unit) for line in roster.lines] == [
        ("Lê Sen", "Chi bộ 1"),
        ("Lê Mai", "Chi bộ Tổ dân phố 2"),
    ]
    assert [(one.row, one.kind) for one in roster.skipped] == [
        (1, "header"),
        (2, "unit"),
        (4, "unit"),
    ]


def test_rows_about_nobody_are_told_apart() -> None:
    rows = [
        Row(1, ("ĐẢNG BỘ TỈNH", None)),
        Row(2, ("DANH SÁCH CHI BỘ 4, XÃ BẾN ĐÒ năm 2026", None)),
        Row(4, ("STT", "Họ tên", "Ngày sinh")),
        Row(5, ("(1)", "(2)", "(3)")),
        Row(6, ("1", "Lê Sen", "1950")),
        Row(7, ("2", None, "  ")),
        Row(8, ("STT", "Họ tên", "Ngày sinh")),
        Row(9, ("3", "Tống Cộng", "1950")),
        Row(10, (None, "Tổng số: 2", None)),
        Row(12, (None, None, "Bến Đò, ngày 1 tháng 12")),
    ]
    roster = read_roster(rows, TODAY)

    assert roster.top_unit == "Xã Bến Đò"
    assert [(line.name, line.unit) for line in roster.lines] == [
        ("Lê Sen", "Chi bộ 4"),
        ("Tống Cộng", "Chi bộ 4"),
    ]
    assert [(one.row, one.kind) for one in roster.skipped] == [
        (1, "title"),
        (2, "title"),
        (4, "header"),
        (5, "header"),
        (7, "blank"),
        (8, "header"),
        (10, "total"),
        (12, "remark"),
    ]


cells = st.none() | st.dates() | st.text(max_size=120) | st.sampled_from(["=1", "Chi bộ 1", "Tổng"])


@given(st.lists(st.tuples(cells, cells, cells, cells, cells, cells, cells), max_size=8))
def test_no_row_is_ever_lost(rows: list[tuple[Cell, ...]]) -> None:
    roster = read(*rows)

    numbers = [one.row for one in (*roster.lines, *roster.rejected, *roster.skipped)]
    assert sorted(numbers) == list(range(1, len(rows) + 2))
