"""Finding what must be done by when, so that it can be said twice."""

import re

NUMBER = r"(?:(?:không|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười|mươi|mốt|lăm|rưỡi)\s)+"
# A point in time as it is said: "mười bảy giờ", "ngày mùng hai", "tháng mười hai", "hết năm".
DAY = rf"(?:ngày|mùng) (?:mùng |{NUMBER}|cuối|rằm)"
POINT = (
    rf"(?:{NUMBER}giờ|{DAY}|tháng (?:{NUMBER}|này|tới|sau)|quý {NUMBER}|"
    r"hết (?:ngày|tháng|quý|năm|tuần)|cuối (?:tháng|quý|năm|tuần)|"
    r"thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|"
    r"(?:ngày mai|hôm nay|tuần này|tuần sau|trong ngày))"
)
PART = r"(?:lúc |vào |khoảng |sáng |trưa |chiều |tối |đầu |cuối |giữa |hết )*"
DO = (
    r"(?:gửi|nộp|hoàn thành|hoàn tất|xong|kết thúc|đăng ký|chốt|trả lời|phản hồi|hoàn trả|giao nộp|"
    r"báo về|gửi về|nộp về)"
)
DONE = re.compile(r"\b(?:đã|vừa|tính|từ|kể từ|số)\b[^,:]*$", re.IGNORECASE)

WHAT_LIMITS = {
    "vi": (
        re.compile(rf"\btrước (?:{PART})(?:{POINT})", re.IGNORECASE),
        re.compile(
            rf"\b(?:chậm nhất|muộn nhất|thời hạn|hạn|hạn (?:\w+ ){{0,3}}\w+)\b:?"
            rf"[^.;]{{0,40}}?(?:{POINT})",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:đến|tới) (?:{PART})(?:{DAY}|hết )", re.IGNORECASE),
        re.compile(
            rf"\b{DO}\b(?:(?!\b(?:số|từ|sau|kể)\b)[^.;:]){{0,100}}?"
            rf"(?:\b(?:trong|vào|ngay) (?:{PART})(?:{POINT})|\b{DAY})",
            re.IGNORECASE,
        ),
    ),
    "en": (
        re.compile(
            r"\b(?:before|by|no later than|deadline|until|due)\b[^.;]{0,30}\d", re.IGNORECASE
        ),
    ),
}
CLAUSES = re.compile(r"(?<=[.;!?])\s+|\n+")
LONGEST = 180


def find_deadlines(spoken: str, language: str) -> list[str]:
    """The clauses of `spoken` that name a limit in time, in order, none twice.

    A period ("từ ngày … đến ngày …") and what was done by a day ("tính đến ngày …") are none.
    """
    found = (
        _shortened(clause, language)
        for clause in CLAUSES.split(spoken)
        if _limits(clause, language)
    )
    return list(dict.fromkeys(found))


def _limits(clause: str, language: str) -> bool:
    patterns = WHAT_LIMITS[language]
    return any(
        language != "vi" or not DONE.search(clause[: match.start()])
        for pattern in patterns
        for match in pattern.finditer(clause + " ")
    )


def _shortened(clause: str, language: str) -> str:
    """A long clause without the commas' parts before and after the limit itself."""
    clause = clause.rstrip(".;!? ")
    if len(clause) <= LONGEST:
        return clause
    return next((part for part in clause.split(", ") if _limits(part, language)), clause)
