"""The sample list with its dirt, checked by hand against the file."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from files.spreadsheets import read_grid
from rules.roster import Roster, RosterLine, read_roster
from rules.roster_cells import Entry
from rules.words import words

TODAY = date(2026, 11, 23)
SAMPLE = Path(__file__).parents[2] / "samples" / "danh-sach-dang-vien.xlsx"


@pytest.fixture(scope="module")
def sample() -> Roster:
    return read_roster(read_grid(SAMPLE).rows, TODAY)


def line(roster: Roster, row: int) -> RosterLine:
    return next(line for line in roster.lines if line.row == row)


def test_the_sample_names_its_ward_and_all_its_columns_are_understood(sample: Roster) -> None:
    assert sample.top_unit == "Phường Hoa Sen"
    assert sample.unread_columns == ()


def test_rows_of_the_sample_that_are_nobody_yet(sample: Roster) -> None:
    assert [(one.row, one.reason, one.name) for one in sample.rejected] == [
        (33, words("members.roster_no_unit"), "Đỗ Minh Lộc"),
        (36, words("members.roster_no_name"), ""),
        (
            39,
            words("members.roster_card_taken", row=38, name="Đặng Đức Khoa", card="46318538"),
            "Phạm Hữu Sơn",
        ),
        (45, words("members.roster_formula"), '=HYPERLINK("http://x.test","Trần Minh Tín")'),
        (54, words("members.roster_duplicate", row=53), "Phan Đức Lộc"),
    ]


def test_rows_of_the_sample_to_look_at_again(sample: Roster) -> None:
    assert [(one.row, one.note, one.name) for one in sample.notes] == [
        (
            27,
            words("members.roster_year_only", text="1951", column="Ngày sinh"),
            "Hoàng Đình Trung",
        ),
        (
            30,
            words("members.roster_date_impossible", text="31/02/1950", column="Ngày sinh"),
            "Đỗ Bá Nghĩa",
        ),
        (
            42,
            words("members.roster_phone_shared", row=41, name="Đỗ Thị Bích Sen"),
            "Hoàng Công Dũng",
        ),
        (48, words("members.roster_name_marks"), "Bùi Thị Thu Oanh <b>"),
        (111, words("members.roster_same_name", row=84, unit="Chi bộ 2"), "Hồ Thị Kim Tuyết"),
    ]
    assert sample.doubles == ()


def test_every_filled_row_of_the_sample_is_somewhere(sample: Roster) -> None:
    rows = [one.row for one in (*sample.lines, *sample.rejected, *sample.skipped)]

    assert sorted(rows) == [row.number for row in read_grid(SAMPLE).rows]
    assert [(one.row, one.kind) for one in sample.skipped] == [
        (1, "title"),
        (3, "header"),
        (126, "total"),
    ]
    assert len(sample.lines) == 116


def test_the_sample_adds_up(sample: Roster) -> None:
    assert Counter(line.unit for line in sample.lines) == {
        "Chi bộ 1": 40,
        "Chi bộ 2": 40,
        "Chi bộ 3": 36,
    }
    assert Counter(line.role for line in sample.lines) == {
        "secretary": 3,
        "deputy": 3,
        "committee": 1,
        None: 109,
    }
    assert Counter(line.status for line in sample.lines) == {
        "full": 96,
        "exempt": 9,
        "probationary": 5,
        "suspended": 3,
        "away": 3,
    }


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        (9, "name", "Dương Thị Mai Tuyết"),
        (15, "phone", "0922029729"),
        (18, "phone", "0901759898"),
        (21, "phone", "0924264628"),
        (24, "born", date(1949, 2, 3)),
        (27, "born", None),
        (27, "born_text", "1951"),
        (27, "born_year", 1951),
        (30, "born", None),
        (30, "born_text", "31/02/1950"),
        (30, "born_year", 1950),
        (41, "phone", "0933734419"),
        (42, "phone", "0933734419"),
        (48, "name", "Bùi Thị Thu Oanh <b>"),
        (58, "official_on", date(2026, 5, 21)),
        (70, "official_on", None),
        (70, "status", "probationary"),
        (4, "sex", "female"),
        (4, "card", "46061981"),
        (4, "address", "81 đường Hoa Mai"),
    ],
)
def test_dirty_cells_of_the_sample_are_read(
    sample: Roster, row: int, field: str, value: object
) -> None:
    assert getattr(line(sample, row), field) == value


def test_honours_and_posts_of_the_sample_are_split_and_dated(sample: Roster) -> None:
    assert line(sample, 9).entries == (
        Entry("award", "Huy hiệu 50 năm tuổi Đảng", "2022"),
        Entry("award", "Giấy khen", "2021"),
        Entry("career", "bộ đội", "1978-1982"),
        Entry("career", "công nhân đường sắt", "1983-2010"),
    )
    assert Entry("discipline", "Khiển trách", "2018") in line(sample, 14).entries
