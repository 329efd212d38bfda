"""The lines of a record's card: which one a proposal means, and what may be written there."""

import re
from collections.abc import Mapping
from datetime import date

from rules.members import Member
from rules.phones import normal_phone
from rules.refusal import Refusal
from rules.roster_cells import read_day, read_name
from rules.spelling import fold, tidy

# The line, and the words by which people speak of it.
LINES: Mapping[str, tuple[str, ...]] = {
    "phone": ("dien thoai", "so may", "so moi", "sdt", "phone", "telephone", "number"),
    "address": ("dia chi", "noi o", "cho o", "so nha", "chuyen nha", "duong", "address", "live"),
    "born": ("ngay sinh", "nam sinh", "sinh nam", "sinh ngay", "tuoi", "born", "birth"),
    "name": ("ho ten", "ho va ten", "ten toi", "ten dem", "ten la", "viet sai ten", "name"),
    "joined": ("vao dang", "ket nap", "vao doan", "vao hoi", "joined"),
    "official": ("chinh thuc", "official", "full member"),
}
LONGEST = 200  # letters of an address
_PHONE = re.compile(r"\+?\d[\d .\-]{7,14}\d")
_DAY = re.compile(r"\d{1,2} ?[/.\-] ?\d{1,2} ?[/.\-] ?\d{4}|(?<!\d)(?:19|20)\d{2}(?!\d)")
_INTRODUCED = re.compile(r"(?::|\blà\b|\bthành\b|\bis\b|\bto\b)\s*(.+)", re.DOTALL)


def lines_meant(text: str) -> list[str]:
    """Every line of the card, those the text speaks of first."""
    said = f" {fold(text)} "
    return sorted(LINES, key=lambda line: not any(f" {one} " in said for one in LINES[line]))


def suggested(line: str, text: str) -> str | None:
    """What a proposal wants to stand in that line, where that can be told."""
    match line:
        case "phone":
            numbers = (normal_phone(one) for one in _PHONE.findall(text))
            return next((one for one in numbers if one), None)
        case "born" | "joined" | "official":
            found = _DAY.search(text)
            return found[0] if found else None
        case _:
            introduced = _INTRODUCED.search(text)
            return tidy(introduced[1]).rstrip(".") or None if introduced else None


def columns(line: str, text: str, today: date) -> dict[str, object]:
    """The member's columns with `text` written into that line.

    Refusals `members.line_phone`, `members.line_day` and `members.line_words` say what is missing.
    """
    if not 0 < len(tidy(text)) <= LONGEST:
        raise Refusal("members.line_words", most=LONGEST)
    match line:
        case "phone":
            if (phone := normal_phone(text)) is None:
                raise Refusal("members.line_phone")
            return {"phone": phone}
        case "name":
            return {"name": _name(text)}
        case "address":
            return {"address": tidy(text)}
        case _:
            return _day_columns(line, text, today)


def standing(line: str, member: Member) -> str | date | None:
    """What stands in that line now. Refusal `members.no_such_line` for a forged one."""
    if line not in LINES:
        raise Refusal("members.no_such_line")
    return {
        "phone": member.phone,
        "address": member.address,
        "born": member.born or member.born_text or (member.born_year and str(member.born_year)),
        "name": member.name,
        "joined": member.joined_on or member.joined_text,
        "official": member.official_on or member.official_text,
    }[line] or None


def _name(text: str) -> str:
    try:
        return read_name(text)[0]
    except Refusal as no:
        raise Refusal("members.line_words", most=LONGEST) from no


def _day_columns(line: str, text: str, today: date) -> dict[str, object]:
    day, _ = read_day(text, "", today)
    year_alone = tidy(text) == str(day.year)
    if day.on is None and not year_alone:
        raise Refusal("members.line_day")
    written = None if day.on else tidy(text)
    if line == "born":
        return {"born": day.on, "born_text": written, "born_year": day.year}
    return {f"{line}_on": day.on, f"{line}_text": written}
