"""A script as an eye checks it: its pages, and what stands in its brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import bulletins_script as rules

UNTIL = "trước ngày 15/12 [ngày mười lăm tháng mười hai]"


@given(st.lists(st.text("ab. ,[]", max_size=300), max_size=6))
def test_pages_hold_every_word_once_in_order(paragraphs: list[str]) -> None:
    text = "\n".join(paragraphs)
    page, said = 0, []
    while True:
        shown, goes_on = rules.page_of(text, page)
        assert len(shown.split()) <= rules.A_PAGE
        said += shown.split()
        page += 1
        if not goes_on:
            break
    assert said == text.split()


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Thu đủ. " * 30, ["Thu đủ."] * 2),
        (f"{'Ông A. đến TP. Huế. ' * 6}Nộp {UNTIL}.", ["TP. Huế.", "mười hai]."]),
        (f"{'Ai cũng đến, ' * 10}rồi nộp {UNTIL}, đủ.", ["Ai cũng đến,", "đủ."]),
        (f"{'một ' * 30}rồi nộp {UNTIL}", ["rồi nộp trước ngày", "mười hai]"]),
        (f"{'một ' * 35}{UNTIL.split(' ', 2)[2]}", ["một", "mười hai]"]),
        (f"Họp.\n{'Thu đủ. ' * 18}", ["Thu đủ.", "Thu đủ."]),
        (
            f"{'Thu đủ. ' * 12}Xin nhắc lại: {'ai nộp ' * 12}; ai {'nộp ' * 9}.",
            ["Thu đủ.", "nộp ;", "nộp ."],
        ),
        (f"BTC [{'tổ ' * 40}chức]", ["tổ", "chức]"]),  # longer than any screen
    ],
)
def test_a_page_ends_with_a_sentence_or_a_pause_and_never_before_a_bracket(
    text: str, ends: list[str]
) -> None:
    pages = rules.pages_of(text)

    assert [page[-len(end) :] for page, end in zip(pages, ends, strict=True)] == ends


@pytest.mark.parametrize(
    ("line", "expressions", "heard"),
    [
        (
            "Kết quả quý IV/2026 [bốn năm hai sáu], UBND [Ủy ban nhân dân] phường.",
            ("quý IV/2026", "UBND"),
            "Kết quả quý bốn năm hai sáu, Ủy ban nhân dân phường.",
        ),
        (
            "Theo 100 - KL/TW [Kết luận một trăm] (BTC [Ban Tổ chức]).",
            ("100 - KL/TW", "BTC"),
            "Theo Kết luận một trăm Ban Tổ chức).",
        ),
        ("Giai đoạn II [hai], VNĐ 3B [ba bê]", ("Giai đoạn II", "3B"), "Giai đoạn hai, ba bê"),
        ("Họp tối thứ Sáu.", (), "Họp tối thứ Sáu."),
    ],
)
def test_what_is_said_otherwise_is_found_whole_and_heard_instead(
    line: str, expressions: tuple[str, ...], heard: str
) -> None:
    assert rules.expressions([line], apart=("VNĐ",)) == expressions
    assert rules.as_said(line) == heard
