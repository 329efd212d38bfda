"""The numbers Word draws in front of list paragraphs and does not write into the text."""

import re
from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
NO_NUMBER = "0"


class Numbering:
    """Counts the lists of one document; ask for each paragraph once, in order."""

    def __init__(self, opened: Any) -> None:
        self._levels: dict[tuple[str, int], Any] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        for part in opened.part.package.iter_parts():
            if str(part.partname) == "/word/numbering.xml":
                self._learn(part.element)

    def label(self, node: Any, style: Any) -> str:
        """The number with its mark ("3. "), "- " for a bullet, "" outside lists."""
        found = _list_and_level(node, style)
        if found is None or found[0] not in self._lists:
            return ""
        own, depth = self._lists[found[0]], found[1]
        level = self._levels.get((own, depth))
        if level is None:
            return ""
        if _value(level, "w:numFmt") == "bullet":
            return "- "
        self._count(own, depth, level)
        return self._drawn(own, level)

    def _learn(self, numbering: Any) -> None:
        for abstract in numbering.iter(qn("w:abstractNum")):
            own = abstract.get(qn("w:abstractNumId"))
            for level in abstract.iter(qn("w:lvl")):
                self._levels[own, int(level.get(qn("w:ilvl")))] = level
        for num in numbering.iter(qn("w:num")):
            self._lists[num.get(qn("w:numId"))] = _value(num, "w:abstractNumId")

    def _count(self, own: str, depth: int, level: Any) -> None:
        counts = self._counts[own]
        counts[depth] = counts.get(depth, int(_value(level, "w:start") or 1) - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]

    def _drawn(self, own: str, level: Any) -> str:
        def number(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            shape = _value(self._levels.get((own, depth), level), "w:numFmt")
            return _shaped(self._counts[own].get(depth, 1), shape)

        drawn = re.sub(r"%(\d)", number, _value(level, "w:lvlText"))
        return f"{drawn.strip()} " if drawn.strip() else ""


def _list_and_level(node: Any, style: Any) -> tuple[str, int] | None:
    """The list a paragraph is in, by itself or by its style; list 0 takes it out of any."""
    places = [node]
    while style is not None:
        places.append(style.element)
        style = style.base_style
    for place in places:
        properties = place.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if properties is not None and (own := _value(properties, "w:numId")):
            depth = int(_value(properties, "w:ilvl") or 0)
            return None if own == NO_NUMBER else (own, depth)
    return None


def _value(node: Any, tag: str) -> str:
    child = node.find(qn(tag))
    return "" if child is None else child.get(qn("w:val"), "")


def _shaped(number: int, shape: str) -> str:
    if shape in ("lowerRoman", "upperRoman"):
        numeral = _roman(number)
        return numeral.upper() if shape == "upperRoman" else numeral
    if shape in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if shape == "upperLetter" else letter
    return "" if shape == "none" else str(number)


def _roman(number: int) -> str:
    numeral = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral
