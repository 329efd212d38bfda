"""What is known by a number of its own, said figure by figure: accounts, tax numbers, identity
cards, plates of vehicles, telephones without a code."""

import re

from audio.numbers import read_digits
from audio.spoken.letters import spell
from audio.spoken.patterns import MONEY, START
from audio.spoken.traced import Traced

NAMED = (
    r"(?:tài khoản|số tài khoản|STK|số TK|TK số|TK|mã số thuế|MST|mã số BHXH|"
    r"mã số bảo hiểm|số định danh|căn cước công dân|căn cước|CCCD|CMND|số thẻ|mã số|"
    r"mã định danh|mã hồ sơ|mã khách hàng|mã đơn vị)"
)
FIGURES = r"\d{2,}(?:[ .-]\d{2,})*"
ACCOUNT = re.compile(
    rf"(\b{NAMED}(?: (?!\d)[^\W\d]+){{0,2}}:? )({FIGURES})(?![\w/]|[.,:]\d|-\w)", re.IGNORECASE
)
SHORT_NAME = re.compile(r"\bTK\b")
SHORTEST, LONGEST = 7, 19
LOCAL_PHONE = re.compile(
    r"(\b(?:điện thoại|ĐT|SĐT|máy bàn|tel|fax)(?: (?!\d)[^\W\d]+){0,2}[:.]? ?)"
    r"([2-9]\d{6,7}|[2-9]\d{3}[ .]\d{3}|[2-9][ .]\d{3}[ .]\d{3}|[2-9]\d{3}[ .]\d{4})"
    rf"(?![\w/]|[ .,:-]\d|-\w|\s?(?:{MONEY}))",
    re.IGNORECASE,
)
PLATE = re.compile(
    rf"{START}([1-9]\d)([A-ZĐ]{{1,2}})(\d?)[- ]?"
    r"(\d{3}\.\d{2}|(?<=[- ])\d{4,5})(?![\w/-]|\.\w)"
)
VEHICLE = re.compile(
    r"\b(?:xe|biển|biển số|biển kiểm soát|BKS|ô tô|mô tô|xe máy)(?: [^\W\d]+){0,3}:? $",
    re.IGNORECASE,
)
FAR = 40


def speak_accounts(text: Traced) -> Traced:
    """Say the numbers of `text` that only name something, figure by figure."""
    text = text.sub(ACCOUNT, _account)
    text = text.sub(LOCAL_PHONE, lambda phone: phone[1] + _figures(phone[2]))
    return text.sub(PLATE, _plate)


def _account(match: re.Match[str]) -> str:
    count = sum(map(str.isdecimal, match[2]))
    named = SHORT_NAME.sub("tài khoản", match[1])
    return named + _figures(match[2]) if SHORTEST <= count <= LONGEST else match[0]


def _figures(written: str) -> str:
    return ", ".join(read_digits(group) for group in re.findall(r"\d+", written))


def _plate(match: re.Match[str]) -> str:
    if not VEHICLE.search(match.string[max(0, match.start() - FAR) : match.start()]):
        return match[0]
    letters = f"{spell(match[2])} {read_digits(match[3])}".strip()
    return f"{read_digits(match[1])} {letters}, {_figures(match[4])}"
