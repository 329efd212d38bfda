"""Words made short enough for a button."""

import pytest

from rules.words import short, short_name


@pytest.mark.parametrize(
    ("name", "limit", "shown"),
    [
        ("Trần Thị Hoa", 16, "Trần Thị Hoa"),
        ("Phạm Thị Ngọc Hoa", 16, "…Thị Ngọc Hoa"),
        ("Đặng  Thị Kim Hoa", 11, "…Kim Hoa"),
        ("Nguyễnhoàngphương", 10, "Nguyễnhoà…"),
    ],
)
def test_a_name_too_long_keeps_what_the_person_is_called_by(
    name: str, limit: int, shown: str
) -> None:
    assert short_name(name, limit) == shown


def test_no_number_of_a_list_stands_alone_where_the_rest_was_cut_off() -> None:
    agenda = "1. Kiểm điểm. 2. Đèn hẻm 12. 3. Quỹ."
    assert short(agenda, 31) == "1. Kiểm điểm. 2. Đèn hẻm 12.…"
    assert short(agenda, 28) == "1. Kiểm điểm. 2. Đèn hẻm…"
