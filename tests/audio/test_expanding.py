"""A line as written, with what is said instead in brackets."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.expanding import expand
from audio.script import expanded, make_script


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("UBND phường", "UBND [Ủy ban nhân dân] phường"),
        ("Thu xong trước 25/12.", "Thu xong trước 25/12 [ngày hai mươi lăm tháng mười hai]."),
        (
            "UBND, HĐND phường",
            "UBND [Ủy ban nhân dân], HĐND [Hội đồng nhân dân] phường",
        ),
        ("trong 5 năm tới", "trong 5 [năm] năm tới"),
        ("rừng 2,5 ha bị cháy", "rừng 2,5 ha [hai phẩy năm héc ta] bị cháy"),
        (
            "Kết luận số 100 - KL/TW của Ban Bí thư",
            "Kết luận số 100 - KL/TW [một trăm] của Ban Bí thư",
        ),
        ("1. Sinh hoạt chi bộ", "1 [Một]. Sinh hoạt chi bộ"),
        ("- Phát triển kinh tế - xã hội", "- Phát triển kinh tế - xã hội"),
        ("ĐẢNG ỦY PHƯỜNG", "ĐẢNG ỦY PHƯỜNG"),
        ("“Đảng uỷ (khoá II)” họp", "“Đảng uỷ (khoá II [hai])” họp"),
        ("hội nghị BCVT lúc 8h00", "hội nghị BCVT lúc 8h00 [tám giờ]"),
        ("Chủ nghĩa Mác - Lê-nin", "Chủ nghĩa Mác - Lê-nin"),
        ("", ""),
    ],
)
def test_what_is_said_otherwise_stands_in_brackets_behind_it(written: str, shown: str) -> None:
    (line,) = make_script(written or " ").lines
    assert expanded(line) == shown


PIECES = ("họp", "UBND", "5", "năm", "12/4", "-", "(II)", "và,", "TU", "ha")


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_without_its_brackets_the_line_is_as_it_was_written(tokens: list[str]) -> None:
    (line,) = make_script(" ".join(tokens) or " ").lines
    kept = "".join(part.split("]")[-1] for part in expanded(line).split(" ["))
    assert kept.split() == tokens


@pytest.mark.parametrize("shape", ["1 ", "a ", "12/4, ", "UBND a ", "5 năm "])
def test_a_hostile_line_is_shown_soon(shape: str) -> None:
    begun = time.perf_counter()
    expand(shape * 3000, "năm a " * 4000)
    assert time.perf_counter() - begun < 4
