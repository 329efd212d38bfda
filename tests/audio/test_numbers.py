"""Numbers said and understood again: the reader against a listener that knows nothing of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.numbers import read_digits, read_number, read_written

HEARD = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
LARGE = {"nghìn": 10**3, "triệu": 10**6}


def listen(said: str) -> int:
    """Understand a spoken number, billions first."""
    ahead, billions, behind = said.rpartition("tỷ")
    if billions:
        return listen(ahead.strip()) * 10**9 + (listen(behind.strip()) if behind.strip() else 0)
    total = group = 0
    for word in said.split():
        if word in LARGE:
            total, group = total + group * LARGE[word], 0
        elif word == "trăm":
            group *= 100
        elif word == "mươi":
            group += (group % 10) * 9
        elif word != "linh":
            group += HEARD[word]
    return total + group


@given(st.integers(0, 10**20) | st.integers(0, 100_000))
def test_a_number_is_understood_as_it_was_meant(number: int) -> None:
    assert listen(read_number(number)) == number


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_no_two_numbers_sound_alike(one: int, other: int) -> None:
    assert (read_number(one) == read_number(other)) == (one == other)


@given(st.integers(0, 10**12))
def test_dots_change_nothing(number: int) -> None:
    assert read_written(f"{number:,}".replace(",", ".")) == read_number(number)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (91, "chín mươi mốt"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (115, "một trăm mười lăm"),
        (555, "năm trăm năm mươi lăm"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (1015, "một nghìn không trăm mười lăm"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
        (2_005_000, "hai triệu không trăm linh năm nghìn"),
        (10**6 + 5, "một triệu không trăm linh năm"),
        (10**9, "một tỷ"),
        (10**9 + 5, "một tỷ không trăm linh năm"),
        (10**15 + 5, "một triệu tỷ không trăm linh năm"),
        (10**18, "một tỷ tỷ"),
        (-5, "âm năm"),
    ],
)
def test_numbers_that_others_get_wrong(number: int, said: str) -> None:
    assert read_number(number) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("07", "bảy"),
        ("12,5", "mười hai phẩy năm"),
        ("12,05", "mười hai phẩy không năm"),
        ("0,66", "không phẩy sáu sáu"),
        ("1.250.000,5", "một triệu hai trăm năm mươi nghìn phẩy năm"),
        ("-2", "âm hai"),
    ],
)
def test_written_numbers_are_read_the_vietnamese_way(written: str, said: str) -> None:
    assert read_written(written) == said


def test_digits_are_read_one_by_one() -> None:
    assert read_digits("0234.555") == "không hai ba bốn năm năm năm"
