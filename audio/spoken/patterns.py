"""Pieces of patterns that several topics share."""

import re

# Where a written number may begin and end: not inside a word, a code or a longer
# number, and not after a sign that would be lost.
START = r"(?<![\w/~≥≤<>=#@])(?<!\d[.,:-])(?<![^\W\d_]-)"
END = r"(?![\w/]|[.,:]\d|-\w)"

NUMBER = r"(?:[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
DASH = r"\s?[-–]\s?"
ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"

# Nouns that are counted: a number before one of them is an amount, never a date or a hotline.
COUNTED = (
    r"(?:đồng chí|đ/c|đảng viên|đoàn viên|hội viên|thành viên|đại biểu|ủy viên|người|hộ|phiếu|"
    r"chi bộ|đảng bộ|tổ|khu|phường|xã|thôn|ấp|trường hợp|quần chúng|tổ chức|đơn vị|cơ sở|"
    r"nội dung|công trình|điểm|ý kiến|chỉ tiêu|học sinh|em|cháu|vụ|lượt)\b"
)


# How far back a word still belongs to a number; it also keeps long lines fast.
NEAR = 40


def before(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """True when the text just before `match` ends in `pattern` (which ends in $)."""
    return pattern.search(match.string, max(0, match.start() - NEAR), match.start()) is not None
