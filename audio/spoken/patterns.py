"""Pieces of patterns that several topics share."""

import re

# Between these noncharacters what is set aside stays as it was written (see doubtful.py).
HELD = "\ufdd0"
HELD_SPACE = "\ufdd1"

# Where a written number may begin and end: not inside a word, a code or a longer
# number, and not after a sign that would be lost.
START = r"(?<![\w/~≥≤<>=#@\ufdd0\ufdd1])(?<!\d[.,:-])(?<![^\W\d_]-)"
END = r"(?![\w/\ufdd0\ufdd1]|[.,:]\d|-\w)"

NUMBER = r"(?:[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
DASH = r"\s?[-–]\s?"
ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"

# Nouns that are counted: a number before one of them is an amount, never a date or a hotline.
COUNTED = (
    r"(?:đồng chí|đ/c|đảng viên|đoàn viên|hội viên|thành viên|đại biểu|ủy viên|người|hộ|phiếu|"
    r"chi bộ|đảng bộ|tổ|khu|phường|xã|thôn|ấp|trường hợp|quần chúng|tổ chức|đơn vị|cơ sở|"
    r"nội dung|công trình|điểm|ý kiến|chỉ tiêu|học sinh|em|cháu|vụ|lượt|tiêu chí|mục tiêu|môn|câu|"
    r"cuộc|khu dân cư|tổ dân phố|khu phố|KDC|TDP|HTX|hợp tác xã|CLB|câu lạc bộ|cụ|trẻ|HV|"
    r"ĐV|phụ nữ|thí sinh|sản phẩm|dự án|lao động|hạng mục|phụ huynh|PHHS|suất|cơ quan|"
    r"doanh nghiệp|bệnh nhân|kiến nghị|khẩu|nhân khẩu|"
    r"giáo viên|GV|chi hội|chi đoàn|cán bộ|công chức|học viên|"
    r"thôn|trường|lớp|nhà văn hóa|gia đình|thủ tục|nhiệm vụ|mô hình)\b"
)

# Nouns that a number names: "Chi bộ 2", "khoản 3", never an amount of them.
NAMED_BY_NUMBER = (
    r"chi bộ|tổ|tổ dân phố|khu phố|khu|khối|thôn|xóm|ấp|đội|nhóm|cụm|(?<!vĩ )(?<!kinh )tuyến|lớp|"
    r"khoản|điều|mục|đợt|quý|tháng|phòng|mẫu|biểu|bảng|phụ lục|trang|câu|cấp|hạng|vòng|kỳ|học kỳ|"
    r"tuần|tập|chương|khóa"
)
MONEY = r"(?:nghìn|ngàn|triệu|tỷ)\b|(?:đồng|đ|Đ|VNĐ|VND|USD)(?!\w)"
UNIT_WORDS = r"(?:mét|héc ta|tấn|tạ|yến|lít|sào|mẫu|công|cây số|ki lô)\b"
SHORT_UNITS = r"km/h|km2|km²|m2|m²|m3|m³|km|cm|mm|m|ha|kg|mg|ml|l|kWh|kW|MW|kV|%|°C"


# How far back a word still belongs to a number; it also keeps long lines fast.
NEAR = 40


# How far a word may stand away that says what a line is about.
AROUND = 200


def around(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """True when `pattern` is somewhere in the words around `match`."""
    begin, end = max(0, match.start() - AROUND), match.end() + AROUND
    return pattern.search(match.string, begin, end) is not None


def before(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """True when the text just before `match` ends in `pattern` (which ends in $)."""
    return pattern.search(match.string, max(0, match.start() - NEAR), match.start()) is not None
