"""Which lines of a list are people the books know: by card, else by name and year of birth."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rules.members import Member
from rules.roster import read_roster
from rules.roster_columns import Row
from rules.roster_lines import RosterLine
from rules.roster_matching import is_called, match, namesakes

HOA = Member(7, 2, "Chi bộ 1", "1/2/", "Trần Thị Hoa", "full", card="102", born_year=1948)


def lines(*rows: tuple[str | None, ...]) -> tuple[RosterLine, ...]:
    """Lines from name, unit, card and year of birth."""
    header = ("Họ và tên", "Chi bộ", "Số thẻ", "Năm sinh")
    numbered = [Row(at, row) for at, row in enumerate((header, *rows), start=1)]
    return read_roster(numbered, date(2026, 11, 23)).lines


@pytest.mark.parametrize(
    ("row", "same"),
    [
        (("Trần Thị Hoa", "Chi bộ 1", "102", "1948"), True),
        (("Trần Thị Hòa", "Chi bộ 2", "1 02", "1949"), True),  # a mended name, another branch
        (("Trần Thị Hoa", "Chi bộ 2", None, "1948"), True),
        (("Trần Thị Hoa", "Chi bộ 1", "103", "1948"), False),  # two cards are two people
        (("Trần Thị Hoa", "Chi bộ 1", None, "1949"), False),
        (("Trần Thị Hoa", "Chi bộ 1", None, None), False),
    ],
)
def test_who_is_one_person(row: tuple[str | None, ...], same: bool) -> None:
    (line,) = lines(row)

    assert match([line], [HOA]) == ({line: HOA} if same else {})


def test_a_card_goes_before_a_name_wherever_it_stands_in_the_list() -> None:
    first, second = lines(
        ("Trần Thị Hoa", "Chi bộ 2", None, "1948"), ("Trần Hoa", "Chi bộ 1", "102", "1948")
    )

    assert match([first, second], [HOA]) == {second: HOA}


def test_two_namesakes_of_one_age_are_each_taken_in_their_unit() -> None:
    here, there = replace(HOA, card=None), replace(HOA, id=8, card=None, unit_name="Chi bộ 2")
    first, second = lines(
        ("Trần Thị Hoa", "Chi bộ 2", None, "1948"), ("Trần Thị Hoa", "Chi bộ 1", None, "1948")
    )

    assert match([first, second], [here, there]) == {first: there, second: here}


def test_who_is_on_the_roster_goes_before_who_left_it() -> None:
    left = replace(HOA, id=1, card=None, removed_at=datetime(2026, 1, 1, tzinfo=UTC))
    (line,) = lines(("Trần Thị Hoa", "Chi bộ 1", None, "1948"))

    assert match([line], [left, HOA]) == {line: HOA}


def test_a_new_line_with_a_known_name_is_pointed_out() -> None:
    near, far = lines(
        ("TRẦN THỊ HOA", "Chi bộ 1", "105", None), ("Trần Thị Hoa", "Chi bộ 2", "106", "1990")
    )

    assert namesakes([near, far], [HOA]) == [(near, HOA)]


@pytest.mark.parametrize(
    ("said", "called"),
    [("Trần Thị Hoa", True), ("tran thi hoa", True), ("102", True), ("Hoa", False), ("", False)],
)
def test_a_member_is_found_by_name_or_card(said: str, called: bool) -> None:
    assert is_called(HOA, said) is called
