"""Amounts: ranges, shares, percentages, measures, money, plain numbers."""

import re

from audio.numbers import read_number, read_written
from audio.spoken.doubtful import hold
from audio.spoken.patterns import COUNTED, DASH, END, NAMED_BY_NUMBER, NUMBER, START, before
from audio.spoken.traced import Traced

UNITS = {
    "km/h": "ki lô mét mỗi giờ", "km2": "ki lô mét vuông", "km²": "ki lô mét vuông",
    "m2": "mét vuông", "m²": "mét vuông", "m3": "mét khối", "m³": "mét khối",
    "km": "ki lô mét", "cm": "xăng ti mét", "mm": "mi li mét", "m": "mét", "ha": "héc ta",
    "kg": "ki lô gam", "mg": "mi li gam", "ml": "mi li lít", "l": "lít",
    "kWh": "ki lô oát giờ", "kW": "ki lô oát", "KV": "ki lô vôn", "KW": "ki lô oát",
    "Kg": "ki lô gam", "Km": "ki lô mét", "Ha": "héc ta", "W": "oát", "kV": "ki lô vôn",
    "MW": "mê ga oát",
    "mmol/l": "mi li mon mỗi lít", "mmol/L": "mi li mon mỗi lít",
    "kVA": "ki lô vôn am pe", "mmHg": "mi li mét thủy ngân", "μg": "mi crô gam", "µg": "mi crô gam",
    "m³/s": "mét khối mỗi giây", "m3/s": "mét khối mỗi giây", "m/s": "mét mỗi giây", "°": "độ",
    "°C": "độ xê", "ºC": "độ xê", "oC": "độ xê", "%": "phần trăm", "‰": "phần nghìn",
    "đ": "đồng", "Đ": "đồng", "VNĐ": "đồng", "VND": "đồng",
}  # fmt: skip
EACH = {"s": "giây", "h": "giờ", **UNITS}
UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))

BELOW_ZERO = re.compile(rf"(?<![\w)])[-−–](?={NUMBER}\s?[°º]C)")
RANGE = re.compile(rf"{START}({NUMBER})(\s?(?:{UNIT}))?{DASH}({NUMBER})(?![.,]?\d|-\w|/\d)")
MEASURE = re.compile(rf"{START}({NUMBER})\s?({UNIT})(?!\w|/c\b)")
NOUNS = r"(?:lao động|đảng viên|hội viên|đoàn viên|học sinh|gia đình|nhân khẩu|đầu người|hộ dân)\b"
PER = re.compile(
    rf"{START}({NUMBER}(?:\s[^\W\d]+){{1,6}})((?:/(?:{UNIT}|{NOUNS}|[sh](?!\w)|[^\W\d]{{2,}}))+)(?![\w/])"
)
# "3 xã/phường" are communes or wards, not three a ward; the same with kinds of people.
KINDS = (
    "xã|phường|thị trấn|đặc khu|quận|huyện|tỉnh|thành phố|thôn|ấp|xóm|khu|khu phố|tổ|"
    "tổ dân phố|bản|làng|khối",
    "cán bộ|công chức|viên chức|đảng viên|đoàn viên|hội viên|anh|chị|ông|bà|cô|chú|nam|nữ|em|"
    "cháu|học sinh|sinh viên|cha|mẹ|người|hộ|gia đình|khẩu",
    "chi bộ|đảng bộ|chi hội|chi đoàn|đơn vị|cơ quan|tổ chức|cơ sở|doanh nghiệp",
)
ALIKE = tuple(re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE) for nouns in KINDS)
ALIKE_BEFORE = tuple(re.compile(rf"\b(?:{nouns})$", re.IGNORECASE) for nouns in KINDS)
EITHER = re.compile(r"(?<=[^\W\d_])/(?=[^\W\d_])")
NUMBERED = re.compile(r"\d[^,.;:]*$")
SCALE = re.compile(r"\btỷ lệ(?: bản đồ)? $", re.IGNORECASE)
# Blood pressure, grades of invalids, and amounts with decimals are shares whatever they look like.
PRESSURE = re.compile(r"\b(?:(?i:huyết áp)|HA)(?: [^\W\d]+){0,3}:? $")
INVALID = re.compile(r"\bthương binh(?: (?:hạng|loại))? $", re.IGNORECASE)
LOWEST_PRESSURE = 30
OF_A_PLAN = re.compile(
    rf"{START}(?:\d+,\d+/\d+(?:,\d+)?{END}|"
    rf"{NUMBER}/{NUMBER}(?=\s(?:(?:tỷ|triệu|tấn|héc ta)\b|{COUNTED})))"
)
SHARE = re.compile(rf"{START}(\d{{1,4}})/(\d{{1,4}}){END}")
SHARED_WHOLE = re.compile(
    r"\s+(?:tổng|mặt đường|lòng đường|kinh phí|sản lượng|giá trị|nhiệm kỳ|quân số|"
    r"số|diện tích|dân số|thời gian|chiều|quãng)",
    re.IGNORECASE,
)
SHARED_COUNT = re.compile(
    rf"\s+(?:{COUNTED}|(?:hồ sơ|đơn|HS|SV|bạn|xe|phòng|bài)\b)|\s*[()]|[,.;]?$|,", re.IGNORECASE
)
SHARED_NOUN = re.compile(rf"\s+{COUNTED}", re.IGNORECASE)
# The shares that votes are measured by; "ít nhất 2/3 đảng viên" is no count of three.
AT_LEAST = re.compile(r"\b(?:ít nhất|tối thiểu|trên|hơn|quá|gần|khoảng|dưới|đủ)\s*$", re.IGNORECASE)
FRACTIONS = ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (4, 5))
PLAIN = re.compile(rf"{START}({NUMBER}){END}")

MONTH_NUMBERS = frozenset(written for n in range(1, 13) for written in (str(n), f"{n:02}"))
AFTER_DAY = re.compile(r"\bngày\s*$", re.IGNORECASE)
NAMED = re.compile(rf"\b(?:{NAMED_BY_NUMBER})\s*$", re.IGNORECASE)
FESTIVE = re.compile(r"\b(?:dịp|lễ|niệm|mừng|khánh|sáng|trưa|chiều|tối|đêm|hôm)\s*$", re.IGNORECASE)
FOLLOWED = re.compile(r"\s?[^\W\d]|\s?[%°º‰]")

SPREAD = re.compile(
    rf"(?:(?<=tỷ)|(?<=triệu)|(?<=đồng))/(?=\d+ {COUNTED})"
)  # so much over so many households
OVER_TIME = re.compile(r"(?<=đồng)/(?=\d+ (?:tháng|năm|ngày|kỳ|buổi|tiết)\b)")
# So many of so many, each with its noun; households and who lives in them.
OF_ITS_KIND = re.compile(
    rf"{START}({NUMBER} ([^\W\d_]+(?: [^\W\d_]+){{0,2}}))/(?={NUMBER} \2(?!\w))"
)
HOUSEHOLDS = re.compile(r"(?<=\d hộ)/(?=\d[\d.]* (?:nhân )?khẩu\b)")
PLUS = re.compile(r"(?<=[^\W\d]) \+ (?=\d[\d.,]* (?:ki lô gam|gam|lít|mi li|tạ|tấn|triệu|đồng)\b)")
IN_HOURS = re.compile(r"(?<=mét)/(24|12|6|3|1)(?:h| ?giờ)(?!\w)")  # rain in so many hours

# Units that stand alone after words of number ("hàng trăm ha") or in brackets ("(m2)").
LONE_UNIT = re.compile(
    r"(?<![\w/.,-])(km2|km²|m2|m²|m3|m³|km|cm|mmHg|mm|ha|kg)(?![\w/]|-\w)(?! ha\b)"
)

HOUSEHOLD = re.compile(r"(?:hộ|người|gia đình|khẩu)\b")  # "4 người/hộ" is a rate

GRAMS_PER = re.compile(rf"{START}({NUMBER})\s?g(?=/(?:l|lít|kg|m2|m²|m3|m³|sào|ha|bình|gốc)(?!\w))")
# "7g" may be seven o'clock; only more than the hours of a day are certainly grams.
GRAMS = re.compile(rf"{START}({NUMBER})\s?g(?!\w)")
HOURS = 24
SMALLEST_NOTE = 100  # đồng

# Seven digits and more without dots are a reference of some kind: an account, a card, a case.
LONGEST_UNGROUPED = 6


def speak_amounts(text: Traced) -> Traced:
    """Say the numbers of `text` with what they count; malformed numbers stay as written."""
    text = text.sub(BELOW_ZERO, "âm ")
    text = text.sub(RANGE, _range)
    text = text.sub(GRAMS_PER, r"\1 gam")
    text = text.sub(GRAMS, _grams)
    text = text.sub(MEASURE, _measure)
    text = text.sub(OF_ITS_KIND, r"\1 trên ").sub(HOUSEHOLDS, ", ")
    text = text.sub(PLUS, " cộng ")
    text = text.sub(PER, _per)
    text = text.sub(EITHER, _either)
    text = text.sub(SPREAD, " trên ").sub(OVER_TIME, " cho ")
    text = text.sub(IN_HOURS, r" trên \1 giờ")
    text = text.sub(LONE_UNIT, lambda unit: UNITS[unit[1]])
    text = text.sub(OF_A_PLAN, _of_a_plan)
    text = text.sub(SHARE, _share)
    return text.sub(PLAIN, _plain)


def _value(written: str) -> float:
    return float(written.replace(".", "").replace(",", "."))


def _range(match: re.Match[str]) -> str:
    low, unit, high = match[1], match[2] or "", match[3]
    if _value(low) >= _value(high) or _may_be_a_day(match):
        return match[0]
    return f"{low}{unit} đến {high}"


def _may_be_a_day(match: re.Match[str]) -> bool:
    """ "ngày 7-12" is a range of days or the seventh of December: only a person knows."""
    days = match[1].isdecimal() and int(match[1]) <= 31 and match[3] in MONTH_NUMBERS
    if before(match, NAMED):  # "gió cấp 6-7", "tổ 3-5"
        return False
    tight = " " not in match[0] and not match[2]
    bare = not FOLLOWED.match(match.string, match.end())
    return days and (before(match, AFTER_DAY) or (tight and (bare or before(match, FESTIVE))))


def _measure(match: re.Match[str]) -> str:
    """Nobody pays nine đồng: "9đ" are points, or a slip."""
    small = match[2] in ("đ", "Đ") and 0 < _value(match[1]) < SMALLEST_NOTE
    return hold(match[0]) if small else f"{match[1]} {UNITS[match[2]]}"


def _per(match: re.Match[str]) -> str:
    counted, *each = match[0].split("/")
    slashes = (match.start() + at.start() for at in re.finditer("/", match[0]))
    if any(_alike(counted, match.string, slash + 1) for slash in slashes):
        return match[0]
    return " mỗi ".join([counted, *(EACH.get(noun, noun) for noun in each)])


def _alike(counted: str, text: str, place: int) -> bool:
    if HOUSEHOLD.match(text, place):
        return False
    return any(kind.search(counted) and kind.match(text, place) for kind in ALIKE)


def _either(match: re.Match[str]) -> str:
    """ "các xã/phường" are the ones and the others, unless a number may be meant for each."""
    if before(match, NUMBERED):
        return match[0]
    kinds = zip(ALIKE_BEFORE, ALIKE, strict=True)
    alike = any(before(match, one) and two.match(match.string, match.end()) for one, two in kinds)
    return ", " if alike else match[0]


def _grams(match: re.Match[str]) -> str:
    return f"{match[1]} gam" if _value(match[1]) > HOURS else match[0]


def _share(match: re.Match[str]) -> str:
    part, whole = int(match[1]), int(match[2])
    if before(match, AT_LEAST) and (part, whole) in FRACTIONS:
        return f"{read_number(part)} phần {'tư' if whole == 4 else read_number(whole)}"
    if SHARED_WHOLE.match(match.string, match.end()) and part < whole <= 10:
        return f"{read_number(part)} phần {'tư' if whole == 4 else read_number(whole)}"
    if (part > LOWEST_PRESSURE and whole > LOWEST_PRESSURE and before(match, PRESSURE)) or (
        part <= whole == 4 and before(match, INVALID)
    ):
        return f"{read_number(part)} trên {read_number(whole)}"
    counted = SHARED_COUNT.match(match.string, match.end()) and not _is_day(match)
    if (part == whole and not _is_day(match)) or (part < whole and counted and not _is_year(match)):
        return f"{read_number(part)} trên {read_number(whole)}"
    return match[0]


def _of_a_plan(match: re.Match[str]) -> str:
    return match[0].replace("/", " trên ") if set(",.") & set(match[0]) else match[0]


def _is_year(match: re.Match[str]) -> bool:
    """ "2025/2026" is a school year, "12/2026" a month, unless something counted follows."""
    scaled = before(match, SCALE)
    return len(match[2]) == 4 and not scaled and not SHARED_NOUN.match(match.string, match.end())


def _is_day(match: re.Match[str]) -> bool:
    """A share that could be a day of a month is one only before a noun that is counted."""
    possible = int(match[1]) <= 31 and 1 <= int(match[2]) <= 12
    return possible and not re.match(rf"\s+{COUNTED}", match.string[match.end() :], re.IGNORECASE)


def _plain(match: re.Match[str]) -> str:
    whole = match[1].partition(",")[0]
    ungrouped = len(whole) > LONGEST_UNGROUPED and "." not in whole
    return match[0] if ungrouped else read_written(match[1])
