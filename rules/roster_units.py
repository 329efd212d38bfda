"""The units a member list names: in a cell, a heading, a title or on the tab of a sheet."""

import re
from collections.abc import Sequence

from rules.spelling import bare, tidy, titled

_BRANCHES = (
    *("chi bộ", "chi hội", "phân hội", "công đoàn cơ sở", "công đoàn bộ phận", "tổ công đoàn"),
    *("tổ dân phố", "tổ hợp tác", "branch"),
)
_LARGER = (
    *("đảng bộ bộ phận", "đảng bộ", "công đoàn", "hợp tác xã", "phường", "xã", "thị trấn"),
    *("đặc khu", "unit", "ward", "commune"),
)
_UNIT = re.compile(rf"({'|'.join((*_BRANCHES, *_LARGER))})\s+(.+)", re.IGNORECASE)
_BRANCH = re.compile(rf"(?:{'|'.join(_BRANCHES)})\s+.+", re.IGNORECASE)

_END = r"(?= năm | tháng | quý | tính | đến |[(,;:–]| - |$)"
_TOP_OF_TITLE = re.compile(
    rf"\b((?:phường|xã|thị trấn|đặc khu|công đoàn|hợp tác xã|(?<!phân )(?<!chi )hội|giáo xứ)"
    rf" (?!viên).+?){_END}",
    re.IGNORECASE,
)
_BRANCH_OF_TITLE = re.compile(
    r"(?<!các )\b((?:chi bộ|chi hội|phân hội) (?!thuộc|trực|trong).+?)"
    rf"(?: (?:thuộc|trực thuộc|phường|xã|thị trấn|đảng bộ) .*|{_END})",
    re.IGNORECASE,
)
_TAB = re.compile(r"(?:chi bo|cb)[ .\-]?(.+)")  # tabs are narrow: offices shorten


def unit_name(text: str) -> str:
    """A unit's name written calmly: `CHI BỘ 1` and `chi bộ 1` are both `Chi bộ 1`."""
    text = tidy(text)
    if not (text.isupper() or text.islower()):
        return text
    found = _UNIT.fullmatch(text)
    return f"{found[1].capitalize()} {unit_name(found[2])}" if found else titled(text)


def is_unit(text: str) -> bool:
    """Whether the text reads as a unit's name (`I. Chi bộ 1`) rather than a person's."""
    return _UNIT.fullmatch(without_numbering(text)) is not None


def is_branch(text: str) -> bool:
    """Whether the text names a unit of the lowest level."""
    return _BRANCH.fullmatch(tidy(text)) is not None


def without_numbering(text: str) -> str:
    """The heading without its `I.` or `1)` in front and its count in brackets behind."""
    return re.sub(r"^(?:[IVX]+|\d+)[.)]\s*|\s*\([^)]*\)$", "", tidy(text))


def branch_of_title(titles: Sequence[str]) -> str | None:
    """The branch a title names (`DANH SÁCH ĐẢNG VIÊN CHI BỘ 3`): whose list it then is."""
    found = [_BRANCH_OF_TITLE.search(text) for text in map(tidy, reversed(titles))]
    return next((unit_name(one[1]) for one in found if one), None)


def top_of_title(titles: Sequence[str]) -> str | None:
    """The ward or society a title names."""
    found = [_TOP_OF_TITLE.search(text) for text in map(tidy, titles)]
    return next((unit_name(one[1]) for one in found if one), None)


def unit_of_tab(tab: str) -> str | None:
    """The unit a sheet is named after: `Chi bộ 2`, `chi bo 2`, `CB2`."""
    if is_unit(tab):
        return unit_name(without_numbering(tab))
    found = _TAB.fullmatch(bare(tab))
    return f"Chi bộ {tidy(tab)[found.start(1) :]}" if found else None
