"""Whose committee TU is: the province's or the city's. Only a letterhead says."""

import re
from collections.abc import Iterable, Mapping

from audio.spoken.layout import modern
from audio.tables import read_pairs

COMMITTEE = "TU"
NAMED = {
    "Tỉnh ủy": re.compile(r"\b(?:tỉnh ủy|đảng bộ tỉnh)\b"),
    "Thành ủy": re.compile(r"\b(?:thành ủy|đảng bộ thành phố)\b"),
}


def name_committee(letterhead: Iterable[str]) -> dict[str, str]:
    """A reading for TU, where the lines of a letterhead name one kind of committee and no other."""
    said = modern("\n".join(letterhead).lower())
    found = [name for name, pattern in NAMED.items() if pattern.search(said)]
    return {COMMITTEE: found[0]} if len(found) == 1 else {}


def party_issuers(readings: Mapping[str, str]) -> dict[str, str]:
    """Who issues party papers, a person's own readings first; "VPTU" follows from "TU"."""
    known = read_pairs("party_issuers")
    committee = readings.get(COMMITTEE)
    below = {f"{short}{COMMITTEE}": f"{name} {committee}" for short, name in known.items()}
    below["VPTU"] = f"Văn phòng {committee}"
    return {**known, **(below if committee else {}), **readings}
