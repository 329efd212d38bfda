"""Which words make a day of a bare 5/12, and which leave it open."""

import re

from audio.spoken.patterns import COUNTED, around, before

# A term, not something done in time ("đúng hạn 9/12" may be a share).
TERM = r"(?<!đúng )(?<!quá )(?<!trước )(?<!trễ )(?<!chậm )(?<!sớm )(?:thời hạn|hạn cuối|hạn)"
# A bare 5/12 is a day only after words that speak of time; otherwise it may be a share or a house.
TIMELY = re.compile(
    r"(?:\b(?:ngày|mùng|mồng|(?<!năm )(?<!kỳ )(?<!lần )trước|(?<!năm )sau|từ|"
    r"(?:(?<!lên )(?<!tăng )(?<!đạt )(?<!có )(?<!chiếm )(?:đến|tới))|vào|"
    r"(?<!chiếu )(?<!thắp )(?<!ánh )sáng|trưa|chiều|tối|đêm|hôm|(?<!đến )nay|mai|hôm qua|hết|"
    r"(?<!dự )(?<!đã )(?<!đủ )(?<!xong )họp(?![:(]| [:(])|lễ|dịp|"
    rf"khai mạc|bế mạc|(?<!tỷ số )(?:bán kết|chung kết)|"
    rf"{TERM}(?: nộp| đăng ký| báo cáo| [^\W\d]+:)?|"
    r"chót|chậm nhất|muộn nhất|"
    r"mừng|niệm|nhật|tết|đường|(?<!dân )(?<!khu )phố|lúc|ngày [^\W\d]+:|"
    r"(?<!xếp )(?<!đứng )(?<!hạng )thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]))"
    r"|\d{1,2}[hg](?:\d\d)?['’]?|\d giờ|phút)[\s,(:]*"
    r"(?:\d{1,2}/\d{1,2}(?:/\d{4})?(?:,| và| hoặc)\s)*$",
    re.IGNORECASE,
)
# Before a counted noun only these leave no doubt that a day is meant.
SURELY = re.compile(
    r"\b(?:ngày|trước|sáng|trưa|chiều|tối|đêm|hôm|dịp|lễ|chót|chậm nhất|muộn nhất)\s*$",
    re.IGNORECASE,
)
WEEKDAY_NEXT = re.compile(
    r"(?:/\d{4})?,? ?[(–-]? ?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\b", re.IGNORECASE
)
# Days everybody knows, behind the word that calls them days.
KNOWN_DAYS = """
    6/1 9/1 3/2 27/2 3/3 8/3 10/3 22/3 24/3 26/3 7/4 22/4 30/4 1/5 7/5 15/5 19/5 1/6 5/6 14/6 21/6
    26/6 28/6 11/7 27/7 28/7 10/8 19/8 2/9 5/9 1/10 2/10 4/10 10/10 13/10 14/10 17/10 20/10
    7/11 9/11 18/11 20/11 25/11 1/12 22/12
"""
KNOWN_DAY = re.compile(
    r"\b(?:(?:ngày|lễ|tết|quốc khánh|quốc tế|kỷ niệm|truyền thống|giỗ tổ|cách mạng tháng tám)\b"
    r"(?:[^,.;:\d]|, (?=chống))*|"
    r"(?:quà|hoa|mít tinh|họp mặt|gặp mặt|tọa đàm|nghỉ|văn nghệ|khai giảng)"
    r"(?: (?:mừng|nhân|dịp))* \(?)$",
    re.IGNORECASE,
)
# When the party gives its badges.
BADGE_DAY = re.compile(r"\bđợt \(?$", re.IGNORECASE)
BADGES = re.compile(r"\b(?:huy hiệu|HH|thẻ|tuổi đảng|kết nạp)\b", re.IGNORECASE)
PARTS = re.compile(r"\s(?:buổi|tiết|tháng|suất|phần|giải|lần|ngày)\b", re.IGNORECASE)
# A plan of days says "thôn Đông (5/12)", where nothing is measured.
TIMETABLE = re.compile(r"\b(?:(?<!du )lịch(?! sử)|thời gian)\b", re.IGNORECASE)
MEASURING = re.compile(r"%|\b(?:đạt|tỷ lệ|hoàn thành|đúng|đủ|xong|đã)\b", re.IGNORECASE)
BRACKETED = re.compile(r"[(]$")
COUNTED_AHEAD = re.compile(rf"\b{COUNTED}\s*[(]$", re.IGNORECASE)
PERHAPS = re.compile(r"\b(?:từ|đến|tới|sau|vào|hết|hạn|họp)\s*$", re.IGNORECASE)
# Of these there are parts; only "ngày" itself makes a day of "2/3 thời gian".
PARTED = re.compile(
    r"\s(?:trở lên|trở xuống|thời gian|thời lượng|buổi|tiết|cuối|quãng|nhiệm kỳ|quân số|kinh phí|"
    r"khối lượng|công việc|chặng|giá trị|sản lượng|vốn|lương|tiền)\b",
    re.IGNORECASE,
)
# "sáng 1/2, tối 1/2" of a medicine.
MEDICINE = re.compile(r"\b(?:viên|gói|thuốc|liều|uống|bôi|nhỏ mắt)\b", re.IGNORECASE)
HALVES = ("1/2", "1/3", "2/3", "1/4", "3/4")
CALLED_DAY = re.compile(r"\b(?:ngày|mùng|mồng)[\s:(]*$", re.IGNORECASE)
SHARED = re.compile(rf"\s+(?:tổng|số|diện tích|dân số|{COUNTED})", re.IGNORECASE)


def may_be_part(match: re.Match[str]) -> bool:
    """Whether it may be a part of a dose or of a whole, whatever time stands before it."""
    dosed = match[0] in HALVES and around(match, MEDICINE)
    parted = PARTED.match(match.string, match.end()) is not None
    return (dosed or parted) and not before(match, CALLED_DAY)


def is_known_day(match: re.Match[str]) -> bool:
    """Whether it is a day everybody knows, and called so."""
    day = f"{int(match[1])}/{int(match[2])}"
    # No share is more than its whole.
    no_share = int(match[1]) > int(match[2]) and before(match, BRACKETED)
    if not (no_share or day in KNOWN_DAYS.split()) or PARTS.match(match.string, match.end()):
        return False
    return before(match, KNOWN_DAY) or (before(match, BADGE_DAY) and around(match, BADGES))


def is_planned(match: re.Match[str]) -> bool:
    """Whether it stands in brackets behind a place, in a plan of days."""
    return (
        before(match, BRACKETED)
        and not before(match, COUNTED_AHEAD)
        and match.string.startswith(")", match.end())
        and around(match, TIMETABLE)
        and not around(match, MEASURING)
    )
