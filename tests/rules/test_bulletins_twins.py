"""What is the same directive, and how its place is named."""

import pytest

from rules.bulletins import Item
from rules.bulletins_twins import numbers, twins

ITEMS = [
    Item(1, 1, 1, "Sinh hoạt chi bộ", "Họp tối thứ Sáu.", "", 1),
    Item(2, 1, 2, "Thu đảng phí", "Thu đủ.", "tuan-2.docx", 1),
    Item(3, 1, 3, "Trồng cây", "", "tuan-2.docx", 1),
]


@pytest.mark.parametrize(
    ("title", "text", "source", "found"),
    [
        ("Sinh hoạt chi bộ", "Họp tối thứ Sáu.", "", (1,)),
        ("SINH HOẠT  chi bộ", "họp tối\nthứ Sáu. ", "", (1,)),
        ("Sinh hoa\u0323t chi bo\u0323\u0302", "Họp tối thứ Sáu.", "", (1,)),
        ("Sinh hoạt chi bộ", "Họp tối thứ Bảy.", "", ()),
        ("Sinh hoạt chi bộ", "", "", ()),
        ("Việc khác", "Nội dung khác.", "tuan-2.docx", (2, 3)),
        ("Việc khác", "Nội dung khác.", "tuan-3.docx", ()),
    ],
)
def test_case_spaces_and_the_way_letters_are_made_do_not_matter(
    title: str, text: str, source: str, found: tuple[int, ...]
) -> None:
    assert twins(ITEMS, [("Mới", "Chưa có."), (title, text)], source) == found


@pytest.mark.parametrize(
    ("found", "said"), [((3,), "3"), ((1, 2), "1, 2"), (tuple(range(1, 8)), "1, 2, 3, 4, 5…")]
)
def test_the_numbers_of_twins_fit_in_a_sentence(found: tuple[int, ...], said: str) -> None:
    assert numbers(found) == said
