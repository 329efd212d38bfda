"""Telephone numbers in every dress a list puts on them."""

import pytest

from rules.phones import normal_phone


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0930166131", "0930166131"),
        ("+84 922 029 729", "0922029729"),
        ("0901.759.898", "0901759898"),
        ("924264628", "0924264628"),
        ("84912345678", "0912345678"),
        ("+840912345678", "0912345678"),
        ("0084 912 345 678", "0912345678"),
        ("(024) 3825-1234", "02438251234"),
        (" 0845 678 901 ", "0845678901"),
        ("845678901", "0845678901"),
        ("", None),
        ("không có", None),
        ("0912345678 / 0987654321", None),
        ("0912 345 67", None),
        ("09123456789", None),
        ("+1 415 555 2671", None),
        ("0123456789", None),
        ("٠٩١٢٣٤٥٦٧٨", None),
    ],
)
def test_a_phone_number_has_one_form(written: str, number: str | None) -> None:
    assert normal_phone(written) == number
