"""Shorthand of notices: money ("100tr/hộ", "500k"), days of the week ("T2-T6"), months
("T12/2026"), lunar days ("10/3 ÂL"), roads ("QL1A"), floods ("BĐ3"), words glued to a number
("50.000đồng").

Each is written out as a careful writer would have it; the other topics read it from there.
"""

import re

from audio.numbers import read_digits, read_number
from audio.spoken.letters import spell
from audio.spoken.patterns import DASH, END, NUMBER, ROMAN, START, around, before
from audio.spoken.roman import roman_value
from audio.spoken.traced import Becomes, Traced

HOUR_OF_DATE = re.compile(r"(?<![\w/])(\d{1,2}h(?:\d\d)?)/(\d{1,2})[-/.](\d{1,2})(?![\w/])")
DATE = r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"

GLUED = re.compile(
    rf"{START}({NUMBER})(đồng|triệu|tỷ|tỉ|nghìn|ngàn|tấn|tạ|lít|con|cây|người|hộ|ngày|tháng|năm|tuổi|giờ(?!\d)|phút|suất|"
    r"đảng viên|hội viên|đoàn viên|đại biểu|đ/c)(?!\w)"
)

GLUED_NAME = re.compile(r"(?<![\w/-])(TDP|KDC|KP|KV|CB|BCĐ)(\d{1,3})(?![\w/]|[.,]\d|-\w)")

# Of money only: "50tr" may be pages, "3k" soldiers.
PAID = (
    r"(?:vé|vay|nợ|lãi|suất|đóng|góp|nộp|thu|chi|hỗ trợ|ủng hộ|thưởng|tặng|phí|giá|kinh phí|mức|"
    r"số tiền|trị giá|phạt|lương|nhập|vốn|quỹ|tiền|trợ cấp|cấp|tối đa|tối thiểu|"
    r"khoảng|trên|dưới|hơn|gần|đến|từ|là|được)"
)
PAID_BEFORE = re.compile(rf"(?:\b{PAID}(?: [^\W\d]+)?:?|\b[x×]) ?$", re.IGNORECASE)
MONEY_LINE = re.compile(
    r"\b(?:vé|vay|đóng|góp|nộp|hỗ trợ|ủng hộ|thưởng|phí|kinh phí|tiền|trị giá|phạt|lương|vốn|quỹ|"
    r"lãi|doanh thu|lợi nhuận|bán|mua|trả|suất|quà|nợ|"
    r"trợ cấp|thu nhập|giá|đồng)\b",
    re.IGNORECASE,
)
PAGES = re.compile(r"\b(?:trang|sách|dày|tập|cuốn)\b", re.IGNORECASE)
EACH = r"(?=/(?:[^\W\d]{2,}|m[23²³]|l\b))"
SOME = rf"{START}({NUMBER}(?:\s?[-–]\s?{NUMBER})?)"
BOTH_IN_THOUSANDS = re.compile(rf"{START}({NUMBER})k(?=\s?[-–]\s?{NUMBER}k)")
MILLIONS = re.compile(rf"{SOME}\s?(?:tr|Tr)\.?(?: ?(đồng|đ))?(?:{EACH}|(?![\w/.]|-\w))")
CERTAIN_MILLIONS = re.compile(rf"{SOME}\s?(?:trđ|Trđ|trđồng)(?!\w|\.\w|-\w)")
THOUSANDS = re.compile(rf"{SOME}k(?:{EACH}|(?![\w/]|-\w))")

FARED = re.compile(r"/(?:sào|công|giờ|ngày|buổi|lượt|suất|xe|kg|m2|tháng|vé|tấn|bao|chuyến)(?!\w)")

DAY_NAMES = {"2": "hai", "3": "ba", "4": "tư", "5": "năm", "6": "sáu", "7": "bảy"}
# "T2" is Monday where the line tells hours or what is done weekly; it may be February elsewhere.
WEEKLY = re.compile(
    r"\b(?:trực|làm việc|hằng tuần|hàng tuần|lịch|khám|tiếp|sáng|chiều|tối|nghỉ|phiên|CN|"
    r"đồng phục|chào cờ)\b|\brác\b.*\bvào T[2-7], T[2-7]\b"
    r"|\d[hg]\d?|:\d\d\b",
    re.IGNORECASE,
)
MONTHLY = re.compile(r"T\d{1,2}(?:/\d{4}|\s?[-–]\s?T(?:[89]|1[0-2]))|\bT(?:[189]|1[0-2])\b")
WEEKDAYS_TO = re.compile(rf"(?<![\w/-])T([2-7]){DASH}(?:T([3-7])|CN)(?![\w/])")
WEEKDAYS_LISTED = re.compile(r"(?<![\w/-])T[2-7](?:-T[2-7]){2,}(?![\w/-])")
WEEKDAYS_SHORT = re.compile(r"(?<![\w/-])T([2-7](?:, ?[2-7])+)(?![\w/]|[.,:]\d|-\w)")
WEEKDAY_ALONE = re.compile(r"(?<![\w/-])T([2-7])(?![\w/]|\s?[-–])")
WEEKDAY_OF_DATE = re.compile(rf"(?<![\w/-])T([2-7])(?=,? \(?(?:ngày )?{DATE}(?![\w/]))")
SUNDAY = re.compile(
    rf"(?<![\w/-])CN(?=,? \(?(?:ngày )?{DATE}(?![\w/]))|"
    r"(?:(?<=\dh )|(?<=\dh\d\d )|(?<=[Ll]ễ )|(?<=T7, )|(?<=T7 và )|(?<=T7 & )|(?<=[Tt]hứ 7, )|"
    r"(?<=[Tt]hứ 7 và )|(?<=[Tt]hứ [Bb]ảy, )|(?<=[Tt]hứ [Bb]ảy và )|(?<=sáng )|"
    r"(?<=chiều )|(?<=tối ))CN(?![\w/-])|"
    r"(?<![\w/-])CN(?= (?:hằng|hàng) tuần\b)"
)
MONTH_OF_YEAR = re.compile(r"(?<![\w/-])T(0?[1-9]|1[0-2])(?=/(?:19|20)\d\d(?![\w/]))")

LUNAR = re.compile(
    rf"(?<![\w/.])(?:(\d{{1,2}}) ?[-–] ?)?({DATE})\s?(\()?(?:(ÂL|Â\.L|âl|AL|al)|(?:DL|dl))(?![\w/])"
)
LUNAR_NAMED = re.compile(rf"(?<![\w/])({DATE})(?= \(?(?:âm lịch|dương lịch)\b)")

NAMED_DAY = re.compile(r"\b(?:ngày|mùng|mồng)\s*$", re.IGNORECASE)
CENTURY = re.compile(rf"(?<!số )(?<!mở )(?<![\w/-])TK\s?(?:({ROMAN})|(1[5-9]|2[01])){END}")
ROAD = re.compile(
    r"(?<![\w/-])(?:(QL)[.\s]?|(TL|HL)(?:\.?(?=\d)|\s(?=\d{1,3}[A-Z])))(\d{1,3})([A-Z]?)"
    r"(?![\w/.%]|,\d|-\w)(?!\s+(?:cấp|người|phần|đơn vị))"
)
PROVINCIAL = re.compile(r"(?:(?<=\btuyến )|(?<=\bđường ))ĐT[.\s]?(?=\d{3}[A-Z]?(?!\w))")
ROADS = {"QL": "quốc lộ", "TL": "tỉnh lộ", "HL": "hương lộ"}
CALLED_ROAD = re.compile(r"\bđường $")
FLOOD_LINE = re.compile(r"\b(?:lũ|mực nước|sông|hồ|đê|trên BĐ|dưới BĐ|ngập)", re.IGNORECASE)
FLOOD = re.compile(r"(?<![\w/-])BĐ\s?(?:([1-3])|(I{1,3}))(?![\w/]|[.,]\d|-\w)")
YOUNG = re.compile(r"(?<![\w/-])U(\d{2})(?![\w/]|[.,]\d|-\w)")
KILOMETRE_TO = re.compile(r"(?<=\+\d\d\d) ?[-–] ?(?=[Kk][mM]\s?\d{1,4}\+\d)")
KILOMETRE = re.compile(r"(?<![\w/-])[Kk][mM]\s?(\d{1,4})\+(\d{1,3})(?![\w/]|[.,]\d)")
CONCRETE = re.compile(r"(?<![\w/-])M(\d{3})(?![\w/]|[.,]\d|-\w)")
CONCRETE_LINE = re.compile(r"\b(?:bê tông|BTXM|vữa)\b", re.IGNORECASE)
NIGHTS = re.compile(r"(?<![\w/-])(\d{1,2})N(\d{1,2})Đ(?![\w/]|-\w)")
WIND_LINE = re.compile(r"\b(?:gió|giật|bão|áp thấp)\b", re.IGNORECASE)
WIND = re.compile(
    r"(?:(?<=gió )|(?<=giật )|(?<=mạnh )|(?<=[Bb]ắc )|(?<=[Nn]am )|(?<=[Đđ]ông )|(?<=[Tt]ây ))"
    r"C(\d{1,2})(?=[,.;\s]|$)"
)
COMRADE = re.compile(r"(?<=[đgkr])/đ/c(?!\w)")
# Not in the table: a heading in capitals says "nước TA" too.
ENGLISH = re.compile(r"(?<=môn )TA(?![\w/-])")
BORN = re.compile(r"(?<![\w/-])SN:? ?(?=(?:19|20)\d\d(?![\w/]| (?:đường|phố|hẻm|ngõ)\b))")
ROOM = re.compile(r"(?<![\w/-])P\. ?(?=[1-9]\d\d(?![\w/]|[.,]\d))")
TONNES = re.compile(r"(?:(?<=trên )|(?<=dưới )|(?<=quá ))(\d{1,2}(?:,\d)?)T(?![\w/]|-\w)")
LORRIES = re.compile(r"\b(?:xe|tải)\b", re.IGNORECASE)
RICE = re.compile(r"(?<![\w/-])(ST|OM|BT|TBR|VNR|LVN|IR|BC)(\d{1,4})(?![\w/]|[.,]\d|-\w)")
LONGEST_SAID = 3  # "TBR225" is two hundred twenty-five, "OM5451" four digits
RICE_LINE = re.compile(r"\b(?:giống|lúa|gạo|ngô|bắp|gieo|sạ)\b", re.IGNORECASE)
PLENUM = re.compile(r"(?<![\w/-])NQ ?TW ?(\d{1,2})(?![\w/]|[.,]\d|-\w)")
# What is paid for a month; from August on it can be no day of the week.
PAID_FOR = re.compile(
    r"(?:(?<=lương )|(?<=hưu )|(?<=BTXH )|(?<=trợ cấp )|(?<=đảng phí )|(?<=hội phí ))"
    r"T([89]|1[0-2])(?![\w/]|-\w)"
)
HALF_YEAR = re.compile(r"(?<![\w/-])(\d{1,2})T(?= (?:đầu|cuối) năm\b)")
HEIGHT = re.compile(r"(?<![\w/.,-])(\d{1,2})m(\d{1,2})(?![\w/]|[.,]\d)")
MEASURED = re.compile(
    r"\b(?:cao|dài|rộng|sâu|ngập|dày|mức|khoảng|hơn|gần)(?: (?:từ|trên|dưới))? $", re.IGNORECASE
)
# "Lịch trực 24/7" may be the duty of a day in July.
ALL_WEEK = re.compile(
    r"(?<![\w/.,-])24/(?:24/)?7(?![\w/]|[.,]\d|-\w)(?!\s*(?:đến|tới|[-–])\s*\d)", re.IGNORECASE
)
SERVED = re.compile(
    r"\b(?:đường dây nóng|hotline|tổng đài|cấp cứu|camera|trực tuyến|suốt)\b", re.IGNORECASE
)
SERVES = re.compile(
    r"\b(?:trực|túc trực|hoạt động|phục vụ|hỗ trợ|tiếp nhận|giám sát)(?: [^\W\d]+){0,2} $", re.I
)
POINTS = re.compile(r"(?<=điểm )%(?!\w)")
MIXED = re.compile(
    r"(\bNPK(?: [^\W\d]+){0,2} )(\d{1,2})[-.](\d{1,2})[-.](\d{1,2})(?![\w/+]|[.,-]\w)"
)
CENTRAL = re.compile(r"(?<![\w/-])TW\s?(\d{1,2})(?=[,.;)]|\s*\(?(?:khóa|khoá|,)|$)")


def speak_shorthand(text: Traced) -> Traced:
    """Write the shorthand of `text` out, where the line leaves no doubt of what it is short for."""
    for pattern, becomes in CERTAIN:
        text = text.sub(pattern, becomes)
    for line, pattern, becomes in IN_ITS_LINE:
        text = text.sub(pattern, becomes) if line.search(text) else text
    return _weekdays(text)


def _millions(match: re.Match[str]) -> str:
    each = match.string.startswith("/", match.end())
    paid = match[2] or each or (before(match, PAID_BEFORE) and not around(match, PAGES))
    if not paid or not around(match, MONEY_LINE):
        return match[0]
    return f"{match[1]} triệu{' đồng' if match[2] else ''}"


def _thousands(match: re.Match[str]) -> str:
    each = match.string.startswith("/", match.end())
    paid = (each or before(match, PAID_BEFORE)) and around(match, MONEY_LINE)
    certain = paid or FARED.match(match.string, match.end())
    return f"{match[1]} nghìn" if certain else match[0]


def _lunar(match: re.Match[str]) -> str:
    kind = "âm lịch" if match[4] else "dương lịch"
    days = f"{match[1]} đến ngày {match[2]}" if match[1] else match[2]
    return f"{_as_day(match, days)} {match[3] or ''}{kind}"


def _day(match: re.Match[str]) -> str:
    return _as_day(match, match[1])


def _as_day(match: re.Match[str], day: str) -> str:
    return day if before(match, NAMED_DAY) else f"ngày {day}"


def _weekdays(text: Traced) -> Traced:
    text = text.sub(SUNDAY, "Chủ nhật")
    text = text.sub(WEEKDAY_OF_DATE, _weekday)
    if WEEKLY.search(text) and not MONTHLY.search(text):
        text = text.sub(WEEKDAYS_SHORT, _weekdays_short)
        text = text.sub(WEEKDAYS_LISTED, lambda days: days[0].replace("-", ", "))
        text = text.sub(WEEKDAYS_TO, _weekdays_to)
        text = text.sub(WEEKDAY_ALONE, _weekday)
    return text


def _weekday(match: re.Match[str]) -> str:
    return f"thứ {DAY_NAMES[match[1]]}"


def _weekdays_short(match: re.Match[str]) -> str:
    return "thứ " + ", ".join(re.findall(r"\d", match[1]))


def _weekdays_to(match: re.Match[str]) -> str:
    last = f"thứ {DAY_NAMES[match[2]]}" if match[2] else "Chủ nhật"
    return f"thứ {DAY_NAMES[match[1]]} đến {last}"


def _century(match: re.Match[str]) -> str:
    value = roman_value(match[1]) if match[1] else int(match[2])
    return f"thế kỷ {read_number(value)}"


def _road(match: re.Match[str]) -> str:
    road = f"{ROADS[match[1] or match[2]]} {read_number(int(match[3]))}"
    return f"{road} {spell(match[4])}" if match[4] else road


def _provincial(match: re.Match[str]) -> str:
    return "tỉnh " if before(match, CALLED_ROAD) else "đường tỉnh "


def _kilometre(match: re.Match[str]) -> str:
    return f"ki lô mét {read_number(int(match[1]))} cộng {read_number(int(match[2]))}"


def _height(match: re.Match[str]) -> str:
    if not before(match, MEASURED):
        return match[0]
    below = read_digits(match[2]) if match[2].startswith("0") else read_number(int(match[2]))
    return f"{read_number(int(match[1]))} mét {below}"


def _rice(match: re.Match[str]) -> str:
    number = match[2]
    said = read_digits(number) if len(number) > LONGEST_SAID else read_number(int(number))
    return f"{spell(match[1])} {said}"


def _all_week(match: re.Match[str]) -> str:
    served = before(match, SERVES) and around(match, SERVED)
    return match[0].replace("/", " trên ") if served else match[0]


def _flood(match: re.Match[str]) -> str:
    return f"báo động {read_number(int(match[1]) if match[1] else len(match[2]))}"


CERTAIN: tuple[tuple[re.Pattern[str], Becomes], ...] = (
    (GLUED, r"\1 \2"),
    (ENGLISH, "tiếng Anh"),
    (COMRADE, "/đồng chí"),
    (GLUED_NAME, r"\1 \2"),
    (HOUR_OF_DATE, r"\1 ngày \2/\3"),
    (CERTAIN_MILLIONS, r"\1 triệu đồng"),
    (MILLIONS, _millions),
    (BOTH_IN_THOUSANDS, r"\1"),
    (THOUSANDS, _thousands),
    (LUNAR, _lunar),
    (LUNAR_NAMED, _day),
    (MONTH_OF_YEAR, r"tháng \1"),
    (CENTURY, _century),
    (ROAD, _road),
    (PROVINCIAL, _provincial),
    (YOUNG, r"u \1"),
    (KILOMETRE_TO, " đến "),
    (KILOMETRE, _kilometre),
    (BORN, "sinh năm "),
    (ROOM, "phòng "),
    (HALF_YEAR, r"\1 tháng"),
    (HEIGHT, _height),
    (NIGHTS, r"\1 ngày \2 đêm"),
    (CENTRAL, r"TW \1"),
    (PAID_FOR, r"tháng \1"),
    (PLENUM, r"Nghị quyết Trung ương \1"),
    (ALL_WEEK, _all_week),
    (POINTS, "phần trăm"),
    (MIXED, r"\1\2, \3, \4"),
)
IN_ITS_LINE: tuple[tuple[re.Pattern[str], re.Pattern[str], Becomes], ...] = (
    (WIND_LINE, WIND, r"cấp \1"),
    (CONCRETE_LINE, CONCRETE, r"mác \1"),
    (FLOOD_LINE, FLOOD, _flood),
    (LORRIES, TONNES, r"\1 tấn"),
    (RICE_LINE, RICE, _rice),
)
