"""Words made short enough for a button."""

import pytest

from rules.words import short_name


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
