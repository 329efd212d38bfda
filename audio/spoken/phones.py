"""Telephone numbers and hotlines, digit by digit."""

import re

from audio.numbers import read_digits
from audio.spoken.patterns import COUNTED, END, START
from audio.spoken.traced import Traced

PHONE = re.compile(rf"{START}(\+84|\(?0\d{{1,4}}\)?)((?:[ .-]?\d)?(?:[ .-]?\d{{2,7}}){{1,4}}){END}")
PAID = re.compile(rf"{START}(1[89]00)((?:[ .-]?\d{{2,4}}){{1,3}}){END}")
DIGITS_OF_A_PHONE = range(9, 13)

# A short number is a hotline only after words that make a call of it, and never before a noun.
SHORT = rf"(?:11[1-5]|10\d\d){END}(?!\s+{COUNTED})"
CALL = (
    r"\b(?:gọi|liên hệ|(?<!thông )báo(?! cáo)|tổng đài|đường dây nóng|hotline|điện thoại|ĐT|SĐT|"
    r"số máy|cấp cứu)"
)
# "liên hệ phòng 112" is a room.
ROOM = r"(?<!phòng)(?<!nhà)(?<!tầng)(?<!tổ)(?<!trang)(?<!bàn)"
HOTLINE = re.compile(
    rf"{CALL}(?:\s+[^\W\d]+){{0,4}}{ROOM}:?\s+{SHORT}"
    rf"(?:(?:,| hoặc| và)\s+{SHORT})*",
    re.IGNORECASE,
)
SECOND = re.compile(rf"(0[\d .()-]{{7,15}}\d(?:,|;| hoặc| và| -| –|/) ?){SHORT}")
LEADING_ZERO = re.compile(rf"{START}0\d{{2,}}{END}")


def speak_phones(text: Traced) -> Traced:
    """Say phone numbers digit by digit, with a short pause where the writer left one."""
    text = text.sub(SECOND, lambda phone: phone[1] + read_digits(phone[0][len(phone[1]) :]))
    text = text.sub(PHONE, _phone)
    text = text.sub(PAID, lambda match: _groups(match[0]))
    text = text.sub(HOTLINE, lambda call: re.sub(r"\d+", lambda n: read_digits(n[0]), call[0]))
    return text.sub(LEADING_ZERO, lambda match: read_digits(match[0]))


def _phone(match: re.Match[str]) -> str:
    digits = sum(character.isdecimal() for character in match[0])
    return _groups(match[0]) if digits in DIGITS_OF_A_PHONE else match[0]


def _groups(written: str) -> str:
    plus = "cộng " if written.startswith("+") else ""
    return plus + ", ".join(read_digits(group) for group in re.findall(r"\d+", written))
