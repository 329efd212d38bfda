"""Lists that fill several sheets of one workbook."""

from datetime import date

from rules.roster import Roster, read_roster
from rules.roster_columns import Cell, Row
from rules.words import Words, words

TODAY = date(2026, 11, 23)
HEADER = ("Họ và tên", "Số thẻ", "Ngày sinh", "Tình trạng")


def read(**sheets: list[tuple[Cell, ...]]) -> Roster:
    """A roster of those sheets, each row numbered from 1; `_` stands for a space in a name."""
    rows = [
        Row(at, row, name.replace("_", " "))
        for name, group in sheets.items()
        for at, row in enumerate(group, start=1)
    ]
    return read_roster(rows, TODAY)


def on(row: int, sheet: str) -> Words:
    return words("members.roster_row_of_sheet", row=row, sheet=sheet)


def test_each_sheet_is_a_branchs_and_may_order_its_columns_in_its_own_way() -> None:
    roster = read(
        Chi_bộ_1=[HEADER, ("Lê Sen", "1", "1950", "Chính thức")],
        CB2=[("DANH SÁCH 2026",), ("Số thẻ", "Họ tên"), ("2", "Lê Mai")],
    )

    assert [(line.name, line.card, line.unit) for line in roster.lines] == [
        ("Lê Sen", "1", "Chi bộ 1"),
        ("Lê Mai", "2", "Chi bộ 2"),
    ]
    assert (roster.sheets, roster.branch) == (("Chi bộ 1", "CB2"), None)


def test_what_is_said_of_a_row_names_its_sheet() -> None:
    roster = read(
        Chi_bộ_1=[HEADER, ("Lê Sen", "1", "02/03/1950", "Chính thức")],
        Chi_bộ_2=[HEADER, ("Lê Mai", "1", "1951", "Chính thức"), (None, "3", None, "Dự bị")],
    )

    assert [(one.row, one.reason) for one in roster.rejected] == [
        (
            on(2, "Chi bộ 2"),
            words("members.roster_card_taken", row=on(2, "Chi bộ 1"), name="Lê Sen", card="1"),
        ),
        (on(3, "Chi bộ 2"), words("members.roster_no_name")),
    ]


def test_one_sheet_alone_is_not_named_at_every_row() -> None:
    roster = read(Chi_bộ_1=[HEADER, (None, "3", None, "Dự bị")])

    assert [one.row for one in roster.rejected] == [2]


def test_who_stands_on_a_summary_and_on_the_branchs_sheet_is_taken_once() -> None:
    whole = ("Họ và tên", "Chi bộ", "Số thẻ", "Ngày sinh")
    roster = read(
        Tổng_hợp=[whole, ("Lê Sen", "Chi bộ 1", "1", "02/03/1950")],
        Chi_bộ_1=[("Họ và tên", "Ngày sinh"), ("Lê Sen", "02/03/1950")],
    )

    assert [line.unit for line in roster.lines] == ["Chi bộ 1"]
    assert [(one.row, one.reason) for one in roster.rejected] == [
        (on(2, "Chi bộ 1"), words("members.roster_on_two_sheets", row=on(2, "Tổng hợp")))
    ]


def test_rows_of_a_sheet_that_names_no_columns_are_counted_and_the_sheet_is_named() -> None:
    roster = read(Ghi_chú=[("Nhớ gọi lại",), ("Xong",)], Chi_bộ_1=[HEADER, ("Lê Sen", "1", None)])

    assert roster.unread_sheets == ("Ghi chú",)
    assert [(one.row, one.kind) for one in roster.skipped if one.kind == "sheet"] == [
        (on(1, "Ghi chú"), "sheet"),
        (on(2, "Ghi chú"), "sheet"),
    ]
