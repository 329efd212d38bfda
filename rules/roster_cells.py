"""What single cells of a member list say: dates, offices, standing, honours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rules.refusal import Refusal
from rules.spelling import fold, has_hidden, tidy, titled
from rules.words import Words, words

Role = Literal["secretary", "deputy", "committee", "staff"]
Status = Literal["full", "probationary", "exempt", "suspended", "away"]
Sex = Literal["female", "male"]
Kind = Literal["award", "discipline", "career"]

LONGEST_NAME = 100
_OLDEST = 120  # years: an earlier birth is a slip of the pen

_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("bi thu", "secretary"), "secretary"),
    **dict.fromkeys(("chu tich", "chu tich cong doan", "chi hoi truong"), "secretary"),
    **dict.fromkeys(("phan hoi truong", "to truong cong doan", "to truong"), "secretary"),
    **dict.fromkeys(("pho bi thu", "deputy", "deputy secretary", "pho chu tich"), "deputy"),
    **dict.fromkeys(("pho chu tich cong doan", "chi hoi pho", "phan hoi pho"), "deputy"),
    **dict.fromkeys(("to pho cong doan", "to pho"), "deputy"),
    **dict.fromkeys(("chi uy vien", "chi uy", "uy vien", "committee"), "committee"),
    **dict.fromkeys(("uy vien ban chap hanh", "uy vien bch", "committee member"), "committee"),
    **dict.fromkeys(("can bo van phong dang uy", "can bo van phong", "van phong"), "staff"),
    **dict.fromkeys(("can bo chuyen trach", "office staff", "staff"), "staff"),
}
_NO_OFFICE = {"", "khong", "khong co", "dang vien", "doan vien", "hoi vien", "member", "none"}

_STATUSES: Mapping[str, Status] = {
    **dict.fromkeys(("chinh thuc", "ct", "full", "official", "active"), "full"),
    **dict.fromkeys(("dang sinh hoat", "dang hoat dong", "hoat dong"), "full"),
    **dict.fromkeys(("du bi", "db", "probationary", "probation", "candidate"), "probationary"),
    **dict.fromkeys(("mien sinh hoat", "mien sinh hoat dang", "duoc mien sinh hoat"), "exempt"),
    **dict.fromkeys(("mien cong tac va sinh hoat", "mien", "exempt"), "exempt"),
    **dict.fromkeys(("dinh chi sinh hoat", "dinh chi sinh hoat dang"), "suspended"),
    **dict.fromkeys(("dinh chi", "dang dinh chi", "suspended"), "suspended"),
    **dict.fromkeys(("sinh hoat tam thoi noi khac", "sinh hoat tam thoi"), "away"),
    **dict.fromkeys(("tam thoi noi khac", "sinh hoat noi khac", "away"), "away"),
}
_SEXES: Mapping[str, Sex] = {
    **dict.fromkeys(("nu", "female", "f", "woman"), "female"),
    **dict.fromkeys(("nam", "male", "m", "man"), "male"),
}
_NOTHING = {"", "khong", "khong co", "none", "n a"}

_DAY_FIRST = re.compile(
    r"(?:ngày )?(\d{1,2}) ?(?:[/.\-]|tháng) ?(\d{1,2}) ?(?:[/.\-]|năm) ?(\d{4})"
)
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[ T]00:00(?::00)?)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")

_IN_BRACKETS = re.compile(r"\s*\(\s*((?:\d{1,2}/){0,2}\d{4})\s*\)")
_AFTER_NAM = re.compile(r"\s*\bnăm (\d{4})\b", re.IGNORECASE)
_AT_THE_HEAD = re.compile(r"^(\d{4}(?: ?[-–] ?(?:\d{4}|nay))?) ?: ?", re.IGNORECASE)


@dataclass(frozen=True)
class Day:
    """A date as it was written: the date, or the words kept because they are not one."""

    on: date | None = None
    text: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class Entry:
    """One honour, reprimand or post; `dated` is its year or date as written, or empty."""

    kind: Kind
    text: str
    dated: str = ""


def read_name(text: str) -> tuple[str, list[Words]]:
    """A person's name as it should be shown, and what looks odd about it.

    Refusal `members.roster_formula`, `roster_name_too_long` or `roster_no_name`.
    """
    name = tidy(text)
    if name.startswith("="):
        raise Refusal("members.roster_formula")
    if len(name) > LONGEST_NAME:
        raise Refusal("members.roster_name_too_long", limit=LONGEST_NAME)
    if not any(letter.isalpha() for letter in name):
        raise Refusal("members.roster_no_name")
    notes = [words("members.roster_name_hidden")] if has_hidden(text) else []
    if re.search(r"[^\w\s.'’\-()]|[\d_]", name):
        notes.append(words("members.roster_name_marks"))
    return titled(name), notes


def read_day(cell: str | date | None, column: str, today: date) -> tuple[Day, list[Words]]:
    """A date, or its words with a note saying why they could not become one.

    `column` is the heading it stands under, for the note.
    """
    if cell is None:
        return Day(), []
    text = cell.strftime("%d/%m/%Y") if isinstance(cell, date) else tidy(cell)
    day = _day(text, today)
    if day.on is not None:
        return day, []
    return day, [words(_why_no_day(text, day, today), text=text, column=column)]


def read_role(text: str, unit: str) -> tuple[Role | None, list[Words]]:
    """The office held in `unit`; an office Sotay does not know is noted and left out."""
    office = fold(text)
    bare = office.removesuffix(fold(unit)).removesuffix(" chi bo").strip()
    role = _ROLES.get(office) or _ROLES.get(bare)
    if role is None and office not in _NO_OFFICE:
        return None, [words("members.roster_role_unknown", text=tidy(text))]
    return role, []


def read_status(text: str) -> tuple[Status, list[Words]]:
    """Who counts and who votes. Refusal `members.roster_status_unknown`; empty is full, noted."""
    standing = fold(text)
    if not standing:
        return "full", [words("members.roster_status_empty")]
    bare = re.sub(r"^(dang vien|doan vien|hoi vien|dv) ?", "", standing) or "chinh thuc"
    if bare not in _STATUSES:
        raise Refusal("members.roster_status_unknown", text=tidy(text))
    return _STATUSES[bare], []


def read_sex(text: str) -> tuple[Sex | None, list[Words]]:
    """Female or male as written; anything else is noted."""
    sex = _SEXES.get(fold(text))
    return sex, [words("members.roster_sex_unclear", text=tidy(text))] if text and not sex else []


def read_entries(kind: Kind, text: str) -> list[Entry]:
    """The items between semicolons or on lines of their own, each with its year taken out."""
    parts = [tidy(part) for part in re.split(r"[;\n]", text)]
    return [_entry(kind, part) for part in parts if fold(part) not in _NOTHING]


def _entry(kind: Kind, text: str) -> Entry:
    for pattern in (_AT_THE_HEAD, _IN_BRACKETS, _AFTER_NAM):
        found = pattern.search(text)
        rest = tidy(text[: found.start()] + " " + text[found.end() :]) if found else ""
        if found and rest:
            return Entry(kind, rest, found[1])
    return Entry(kind, text)


def _day(text: str, today: date) -> Day:
    year, numbers = _year_in(text, today), _numbers(text)
    if numbers is None:
        return Day(text=text, year=year)
    try:
        on = date(*numbers)
    except ValueError:
        return Day(text=text, year=year)
    return Day(on=on, year=year) if year and on <= today else Day(text=text)


def _why_no_day(text: str, day: Day, today: date) -> str:
    numbers = _numbers(text)
    if text == str(day.year):
        return "members.roster_year_only"
    if numbers is None:
        return "members.roster_date_unclear"
    ahead = numbers[:2] >= (today.year, today.month) and 1 <= numbers[1] <= 12
    return "members.roster_date_ahead" if ahead else "members.roster_date_impossible"


def _numbers(text: str) -> tuple[int, int, int] | None:
    """Year, month and day as written, possible or not; None if the text is no date."""
    low = text.casefold()
    if found := _DAY_FIRST.fullmatch(low):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    return None


def _year_in(text: str, today: date) -> int | None:
    years = [int(year) for year in _YEAR.findall(text)]
    return years[0] if len(years) == 1 and today.year - _OLDEST <= years[0] <= today.year else None
