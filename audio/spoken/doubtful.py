"""What could be read in two ways: settled where the words around it do, else set aside as written.

A span set aside is kept together under marks no other topic touches, so that the gate finds it.
"""

import re

from audio.numbers import read_digits
from audio.spoken.patterns import (
    COUNTED,
    HELD,
    HELD_SPACE,
    MONEY,
    NAMED_BY_NUMBER,
    NUMBER,
    SHORT_UNITS,
    START,
    UNIT_WORDS,
    around,
    before,
)
from audio.spoken.traced import Traced

# "15 000 đồng": thousands set apart by spaces, as the English do with commas.
SPACED = re.compile(
    rf"{START}(?<!\d )(?<!\+)([1-9]\d{{0,2}}(?: \d{{3}})+)(?![\d/]|[.,:]\d|-\w| \d)"
)
MEASURED = re.compile(rf"\s?(?:{MONEY}|{UNIT_WORDS}|(?:{SHORT_UNITS})(?!\w))", re.IGNORECASE)
COUNTED_NEXT = re.compile(rf"\s{COUNTED}", re.IGNORECASE)
NAMED = re.compile(rf"\b(?:{NAMED_BY_NUMBER}|năm)(?: số)?\s*$", re.IGNORECASE)
MOST_GROUPS = 5  # up to thousands of billions

PAPERS = (
    r"nghị quyết|quy định|quyết định|chỉ thị|kết luận|nghị định|thông tư|kế hoạch|nhà|số nhà|"
    r"hẻm|ngõ|quốc lộ|thứ"
)
OF_TIME = r"(?:lần|buổi|giờ|ngày|tháng|năm|suất|điểm|phần)\b"

# "500,000" is half a million or five hundred, "12,345" twelve thousand or twelve and a bit.
COMMA_THOUSANDS = re.compile(rf"{START}[1-9]\d{{0,2}},\d{{3}}(?!\d|,\d)")

# "Chi bộ 1,2" are two branches; a number that names something has no decimals.
LISTED = re.compile(
    rf"\b((?:{NAMED_BY_NUMBER}|{PAPERS})(?: số)?\s+\d{{1,3}})((?:,\d{{1,3}})+)"
    rf"(?![\w.,]*\d|-\w|\s?(?:{MONEY}|{UNIT_WORDS}|(?:{SHORT_UNITS})(?!\w)|{COUNTED}|{OF_TIME}))",
    re.IGNORECASE,
)
# A score, and nothing it could be the number of behind it; "hòa" is also in many names of places.
BOTH = r"(\d{1,2}) ?[-–:] ?(\d{1,2})(?=\s*(?:[.,;()]|$)| (?:trước|sau|và|với|trong|ở|tại)\b)"
SCORE = re.compile(
    r"(\b(?:[Tt]ỷ số(?: (?:là|chung cuộc|cuối cùng))?|(?:thắng|thua|dẫn|hòa)"
    rf"(?: (?:đậm|sít sao|trước|với|tỷ số|đội|[A-ZĐ]\w*|TDP \d+))*):? ){BOTH}"
)
UNSURE_SCORE = re.compile(
    r"(\b(?:[Tt]ỷ số|[Tt]hắng|[Tt]hua|hòa)(?: \w+)?\s+)(\d{1,2} ?[-–:] ?\d{1,2})(?!\w)"
)
# Groups of figures that are no thousands: an account, a room on the network.
LONG_GROUPS = re.compile(
    rf"{START}(?<!\+)(?<!\d )(?!1[89]00 )[1-9]\d*(?: \d{{2,}}){{2,}}(?![\w/]|[.,]\d|-\w)"
)
# "1. 357 tỷ": a blank too much, or a number that ends and one that begins.
BROKEN = re.compile(rf"{START}\d{{1,3}}\. \d{{3}}(?=\s(?:{MONEY}|{UNIT_WORDS}))")
# Of a medicine it may be so many times a day.
LITRES = re.compile(rf"{START}\d{{1,3}}l(?=/(?:ngày|phút|p)\b)")
MEDICINE = re.compile(r"\b(?:viên|gói|thuốc|liều|nhịp|mạch)\b|\dmg\b", re.IGNORECASE)
FEWEST_FIGURES = 9
SETS = re.compile(r"(?<=\()\d{1,2}[-–]\d{1,2}(?:[,;] ?\d{1,2}[-–]\d{1,2})*(?=\))")
PLAYED = re.compile(r"\b(?:tỷ số|thắng|thua|hòa)\b", re.IGNORECASE)
TIMES = re.compile(
    rf"(?<=[\w²³%]) ?(?:(?<= )[xX]|[×]|(?<=\d)x|(?<=\dm)x|(?<=cm)x)(?= ?{NUMBER}(?![\w.]*[A-ZĐ])) ?"
)
COUNTED_AHEAD = re.compile(r"\d[^.;:]{0,20}$|%$")
EQUALS = re.compile(r" = (?=\d)")
RATIO = re.compile(
    rf"(\b(?:tỷ lệ|tỉ lệ)(?: [^\W\d]+){{0,3}} )({NUMBER}) ?: ?({NUMBER})(?![\w/:]|[.,]\d)", re.I
)
CODE = re.compile(
    r"(\b(?:mã|OTP|mật khẩu|mã số|mã PIN|số thẻ|pass|ID)(?: [^\W\d]+)?(?: (?:số|là))?:?\s+)"
    r"(\d{4,6})(?![\w/.,-]*\d)",
    re.IGNORECASE,
)
NOTE_MARK = re.compile(r"(?<=[^\W\d])\[\d{1,3}\]")
LONG_MINUTES = re.compile(r"(?<![\w.,:/])(\d{1,3})['’′](?![\w'’])")


# "2.5 tỷ" cannot be thousands; who writes so means a comma.
FOREIGN_POINT = re.compile(
    rf"{START}(\d{{1,3}})\.(\d{{1,2}})"
    r"(?=\s?(?:(?:triệu|tỷ|độ C|tấn|tạ|héc ta|lít|ha|km|kg|m2|m²|m3|m³)\b|%|[°º]C))"
)
COMPARED = re.compile(rf"(?<![\w<>=≥≤])([≥≤]) ?(?={NUMBER}(?:{SHORT_UNITS})?(?!\w))")
COMPARISONS = {"≥": "lớn hơn hoặc bằng ", "≤": "nhỏ hơn hoặc bằng "}
OVER = re.compile(r"(?<![\w<>])(?:([<>]) ?(?=\d{1,3}(?:,\d+)?\s?%)|(?<=\w )([<>]) ?(?=\d))")
# In matters of money BTC may be the Ministry of Finance as well.
MONEY_MATTERS = re.compile(
    r"\b(?:quyết toán|dự toán|tài chính|ngân sách|thanh toán|kế toán)\b", re.I
)
HELD_MARKS = re.compile(f"[{HELD}{HELD_SPACE}]")
FINANCE = re.compile(r"(?<![\w/-])BTC(?![\w/]|-\w)")


def hold(text: str) -> str:
    """`text` under marks, so that no topic reads it and the gate names it as it was written."""
    return f"{HELD}{text.replace(' ', HELD_SPACE)}{HELD}"


def release(text: str) -> str:
    """What was set aside, as it was written."""
    return text.replace(HELD_SPACE, " ").replace(HELD, "")


def settle_doubts(text: Traced) -> Traced:
    """Settle or set aside what looks like a number, a list or a score and may be another."""
    text = text.sub(NOTE_MARK, "")
    text = text.sub(SPACED, _spaced)
    text = text.sub(LITRES, _litres)
    text = text.sub(BROKEN, lambda match: hold(match[0]))
    text = text.sub(LONG_GROUPS, _long_groups)
    text = text.sub(FOREIGN_POINT, r"\1,\2")
    text = text.sub(OVER, lambda sign: "trên " if ">" in sign[0] else "dưới ")
    text = text.sub(TIMES, _times)
    text = text.sub(EQUALS, " bằng ")
    text = text.sub(COMPARED, lambda sign: COMPARISONS[sign[1]])
    if MONEY_MATTERS.search(text):
        text = text.sub(FINANCE, hold("BTC"))
    text = text.sub(COMMA_THOUSANDS, lambda match: hold(match[0]))
    text = text.sub(LISTED, lambda match: match[1] + match[2].replace(",", ", "))
    text = text.sub(SCORE, _score)
    if PLAYED.search(text):
        text = text.sub(SETS, lambda sets: re.sub(r"[-–]", " ", sets[0]))
    text = text.sub(UNSURE_SCORE, lambda match: match[1] + hold(match[2]))
    text = text.sub(RATIO, r"\1\2 trên \3")
    text = text.sub(CODE, lambda match: match[1] + read_digits(match[2]))
    return text.sub(LONG_MINUTES, _minutes)


def _spaced(match: re.Match[str]) -> str:
    groups = match[1].split(" ")
    measured = MEASURED.match(match.string, match.end())
    counted = measured or COUNTED_NEXT.match(match.string, match.end())
    rounded = any(group == "000" for group in groups[1:])
    named = before(match, NAMED) and not rounded
    several = len(groups) > 2 and (measured or groups[-1] == "000")
    one = len(groups) == 2 and (counted or rounded)
    if (several or one) and not named and len(groups) <= MOST_GROUPS:
        return ".".join(groups)
    return hold(match[0])


def _litres(match: re.Match[str]) -> str:
    return hold(match[0]) if around(match, MEDICINE) else match[0]


def _score(match: re.Match[str]) -> str:
    even = match[2] == match[3]
    return match[0] if "hòa" in match[1] and not even else f"{match[1]}{match[2]} {match[3]}"


def _long_groups(match: re.Match[str]) -> str:
    return hold(match[0]) if sum(map(str.isdecimal, match[0])) >= FEWEST_FIGURES else match[0]


def _times(match: re.Match[str]) -> str:
    """ "3m x 5m", but not an x that stands for something."""
    return " nhân " if before(match, COUNTED_AHEAD) else match[0]


def _minutes(match: re.Match[str]) -> str:
    """ "30'" are minutes, unless the mark closes what another opened."""
    opened = re.search(r"(?<!\w)['‘’]", match.string[: match.start()])
    return match[0] if opened else f"{match[1]} phút"
