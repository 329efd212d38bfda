"""Numbers of documents: "57-NQ/TW", "154/2024/NĐ-CP", "24/2018/QH14"."""

import re
from collections.abc import Mapping
from functools import cache

from audio.numbers import read_number, read_written
from audio.spoken.issuers import party_issuers
from audio.spoken.patterns import DASH, END, START, before
from audio.spoken.traced import Traced
from audio.tables import read_pairs, read_rows

# In a party number QĐ is a decision or a regulation. Only the words around it can tell; in the
# numbers of the state it is always a decision.
UNCLEAR = "QĐ"
DECISIONS = ("Quyết định", "Quy định")

LETTERS = r"[^\W\d_]+"
PARTY = re.compile(rf"{START}(\d{{1,4}}){DASH}({LETTERS})/({LETTERS})(?:/(nb))?{END}")
STATE = re.compile(
    rf"{START}(\d{{1,5}})(?:/(\d{{4}}))?/({LETTERS})-({LETTERS}(?:&{LETTERS})?)(?!&){END}"
)
ASSEMBLY = re.compile(rf"{START}(\d{{1,4}})/(\d{{4}})/(QH|UBTVQH)(\d{{1,2}}){END}")
OLD = re.compile(rf"{START}(\d{{1,4}})/(CP|TTg|HĐBT|UBND|HĐND){END}")
OLD_TYPES = re.compile(
    r"\b(?:nghị định|quyết định|nghị quyết|chỉ thị|công văn|tờ trình|báo cáo|thông báo|kế hoạch|"
    r"đề án|NĐ|QĐ|CV|TTr|ĐA)(?: số:?)? ?$",
    re.IGNORECASE,
)
YEARLY = re.compile(rf"{START}(\d{{1,4}})/(\d{{4}}){END}")
DATED = re.compile(r",? (?:ngày )?(?:\d{1,2}[/.-]\d{1,2}[/.-]|.{0,20}? năm )(\d{4})")
LETTER = "Công văn"
# Who issued it is named behind the number, or behind its day.
ISSUED = re.compile(
    r"(?: ngày \d{1,2}(?:[/.-]\d{1,2}[/.-]|/\d{1,2}/| tháng \d{1,2} năm )\d{4},?)? của (?=[^\W\d])"
)
YEARLY_TYPES = ("Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Nghị quyết", "Thông tư", "Quyết định")
MONTHS = 12
FAR = 60
NUMBERED = re.compile(r"\bsố:?\s*$", re.IGNORECASE)


def find_decisions(text: str) -> dict[str, str]:
    """What each party QĐ number of `text` is, where its words say so and never contradict.

    Give it all the texts that are heard together: what one names, another may leave out.
    """
    found: dict[str, set[str]] = {}
    for match in PARTY.finditer(text):
        if match[2] == UNCLEAR:
            found.setdefault(_bare(match), set()).update(_named_before(match, DECISIONS))
    return {code: names.pop() for code, names in found.items() if len(names) == 1}


def speak_codes(text: Traced, readings: Mapping[str, str], decisions: Mapping[str, str]) -> Traced:
    """Say the document numbers of `text`; the type word is not repeated when it stands before.

    `decisions` tells what a QĐ number is; `readings` may name further types and issuers.
    """
    types = {**read_pairs("document_types"), **readings}
    issuers = party_issuers(readings)

    def party(match: re.Match[str]) -> str:
        near = _named_before(match, DECISIONS) if match[2] == UNCLEAR else []
        kind = near[0] if near else types.get(match[2]) or decisions.get(_bare(match))
        kind = kind or _registered(match)
        issuer = issuers.get(match[3])
        secret = " nội bộ" if match[4] else ""
        return _say(match, kind, _number(match[1]), issuer, secret)

    def state(match: re.Match[str]) -> str:
        kind = {UNCLEAR: DECISIONS[0], **types}.get(match[3])
        state_issuers = {**read_pairs("state_issuers"), **readings}
        if kind is None and match[2] is None and match[3] in state_issuers:
            return _letter(match, state_issuers[match[3]])
        return _say(match, kind, _number(match[1], match[2]), state_issuers.get(match[4]))

    text = text.sub(PARTY, party)
    text = text.sub(STATE, state)
    text = text.sub(ASSEMBLY, _assembly)
    text = text.sub(OLD, _old)
    return _drop_doubled_types(text.sub(YEARLY, _yearly))


def _registered(match: re.Match[str]) -> str | None:
    """What the shipped register says; numbers begin anew each term, so another year is another."""
    rows = {row[0]: row[1:] for row in read_rows("decisions")}
    kind, year = rows.get(_bare(match), (None, ""))[:2]
    said = DATED.match(match.string, match.end())
    return None if said and year and said[1] != year else kind


def _bare(match: re.Match[str]) -> str:
    return f"{match[1]}-{match[2]}/{match[3]}"


def _number(number: str, year: str | None = None) -> str:
    said = read_written(number)
    return f"{said} năm {read_number(int(year))}" if year else said


@cache
def _closing(name: str) -> re.Pattern[str]:
    """`name`, a few words that belong to it, and perhaps "số", at the end of the text."""
    return re.compile(rf"\b{name}(?:\s+[^\W\d]+){{0,4}}?(?:\s+số:?)?\s*$", re.IGNORECASE)


def _named_before(match: re.Match[str], names: tuple[str, ...]) -> list[str]:
    ahead = ahead_of(match)
    places = {name: found.start() for name in names if (found := _closing(name).search(ahead))}
    return sorted(places, key=places.__getitem__, reverse=True)


def _say(
    match: re.Match[str], kind: str | None, number: str, issuer: str | None, end: str = ""
) -> str:
    # "57-NQ/TW của Bộ Chính trị": the text names the issuer itself, and more exactly.
    named_after = _issuer_follows(match, issuer or "")
    if kind is None or (issuer is None and not named_after):
        return match[0]
    said = f"{number}{end}" if named_after else f"{number} của {issuer}{end}"
    known = (*read_pairs("document_types").values(), *DECISIONS, "Bộ luật")
    named = _named_before(match, known)
    if not named:
        return f"{kind} số {said}"
    if kind in named:
        return said
    # "Báo cáo kết quả thực hiện 35-KH/ĐU" is about a plan; "Quyết định số 57-NQ/TW" is a slip.
    at_once = re.search(rf"(?:\b(?:{'|'.join(named)})|\bsố:?)\s*$", ahead_of(match), re.IGNORECASE)
    return match[0] if at_once else f"{kind} số {said}"


def _letter(match: re.Match[str], issuer: str) -> str:
    """ "842/SYT-VP" is a letter: who sends it, and which of their desks, which nobody says."""
    return _say(match, LETTER, _number(match[1]), issuer)


def _issuer_follows(match: re.Match[str], issuer: str) -> bool:
    """Behind the number whoever it is; behind its day the same, unless the letters are unknown."""
    issued = ISSUED.match(match.string, match.end())
    at_once = match.string.startswith(" của ", match.end())
    same = (issuer, *filter(None, match.groups()[2:]))
    return at_once or (issued is not None and match.string.startswith(same, issued.end()))


def ahead_of(match: re.Match[str]) -> str:
    """What stands before a number, as far as it may belong to it."""
    return match.string[max(0, match.start() - FAR) : match.start()]


def _assembly(match: re.Match[str]) -> str:
    who = "Quốc hội" if match[3] == "QH" else "Ủy ban Thường vụ Quốc hội"
    said = f"{_number(match[1], match[2])} của {who} khóa {read_number(int(match[4]))}"
    ahead = match.string[: match.start()]
    return said if NUMBERED.search(ahead) or _is_named(match) else f"văn bản số {said}"


def _old(match: re.Match[str]) -> str:
    """ "Nghị định 06/CP": before there were letters for its type, and still so spoken of."""
    issuer = {**read_pairs("state_issuers"), "HĐBT": "Hội đồng Bộ trưởng"}[match[2]]
    return f"{_number(match[1])} của {issuer}" if before(match, OLD_TYPES) else match[0]


def _yearly(match: re.Match[str]) -> str:
    """ "Luật 12/2024" is a number of that year, but "Báo cáo 11/2026" that of a month."""
    month = 1 <= int(match[1]) <= MONTHS and not NUMBERED.search(match.string[: match.start()])
    if month and not _named_before(match, YEARLY_TYPES):
        return match[0]
    return _number(match[1], match[2]) if _is_named(match) else match[0]


def _is_named(match: re.Match[str]) -> bool:
    names = (*read_pairs("document_types").values(), *DECISIONS, "Bộ luật")
    return bool(_named_before(match, names))


@cache
def _doubled() -> re.Pattern[str]:
    names = "|".join({*read_pairs("document_types").values(), *DECISIONS})
    letters = "|".join({*read_pairs("document_types"), UNCLEAR})
    return re.compile(rf"\b(?:({letters}) (?:[Ss]ố:? )?|[Ss]ố:? )(({names}) số )")


def _drop_doubled_types(text: Traced) -> Traced:
    """ "KH số Kế hoạch số mười hai" and "Số: Chỉ thị số mười bốn" name the number twice."""
    return text.sub(_doubled(), _named_once)


def _named_once(match: re.Match[str]) -> str:
    meant = (
        DECISIONS if match[1] == UNCLEAR else (read_pairs("document_types").get(match[1] or ""),)
    )
    return match[2] if match[1] is None or match[3] in meant else match[0]
