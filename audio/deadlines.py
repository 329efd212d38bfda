"""Finding what must be done by when, so that it can be said twice."""

import re

LIMIT = {
    "vi": re.compile(
        r"\b(?:trước|chậm nhất|muộn nhất|hạn cuối|thời hạn|đến hết|hạn chót)\b"
        r"[^.;]{0,30}\b(?:giờ|ngày|tháng)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\b(?:before|by|no later than|deadline|until)\b[^.;]{0,30}\d", re.IGNORECASE),
}
CLAUSES = re.compile(r"(?<=[.;!?])\s+|\n+")
LONGEST = 180


def find_deadlines(spoken: str, language: str) -> list[str]:
    """The clauses of `spoken` that name a limit in time, in order, none twice."""
    limit = LIMIT[language]
    found = (_shortened(clause, limit) for clause in CLAUSES.split(spoken) if limit.search(clause))
    return list(dict.fromkeys(found))


def _shortened(clause: str, limit: re.Pattern[str]) -> str:
    """A long clause without the commas' parts before and after the limit itself."""
    clause = clause.rstrip(".;!? ")
    if len(clause) <= LONGEST:
        return clause
    return next((part for part in clause.split(", ") if limit.search(part)), clause)
