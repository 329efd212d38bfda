"""Telephone numbers as lists and people write them."""

import re

# Mobile numbers have ten digits, landlines (02...) eleven.
_VIETNAMESE = re.compile(r"0(?:[35789]\d{8}|2\d{9})")


def normal_phone(text: str) -> str | None:
    """A Vietnamese number as `0930166131`, whatever the spaces, dots or +84; None if it is none.

    A spreadsheet that took the number for a quantity drops its first zero: it is put back.
    """
    if not re.fullmatch(r"\+?[\d\s.\-()]+", text.strip()):
        return None
    digits = re.sub(r"\D", "", text)
    digits = re.sub(r"^(?:00)?84(?=0?\d{9,10}$)", "", digits)
    digits = digits if digits.startswith("0") else f"0{digits}"
    return digits if _VIETNAMESE.fullmatch(digits) else None
