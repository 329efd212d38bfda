"""A script as an eye checks it, "UBND [Ủy ban nhân dân] phường": cut into screens, and what stands
in its brackets."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

A_PAGE = 36  # words of a bulletin's text on one screen
SCRIPT = 120  # the same for whoever answers for it: a paper on a desk, and no message
ENDS, PAUSES, CLOSES = ".!?…", ",;:", "”\"')»"
# A full stop that ends no sentence: "TP. Huế", "Ông A.", "1. Họp".
NO_END = re.compile(r"(?:TP|TX|TT|TS|ThS|GS|PGS|BS|KS|[A-ZĐ]|\d{1,2})\.")
ROMAN = re.compile(r"[IVX]+\b")
SECOND_HALVES = ("đoạn", "vực", "hội")  # "giai đoạn II", "khu vực II", "Đại hội XIV"
MARKS = " .,;:!?…()“”\"'"


def page_of(text: str, page: int, most: int = A_PAGE) -> tuple[str, bool]:
    """One page (from 0) of a text, and whether another follows."""
    pages = pages_of(text, most)
    return "".join(pages[page : page + 1]), page + 1 < len(pages)


def pages_of(text: str, most: int = A_PAGE) -> Sequence[str]:
    """A text in pages of `most` words, paragraphs kept apart: cut between sentences, a long one
    where it pauses, and never between a word and its bracket unless they alone are too long."""
    pages: list[list[list[str]]] = [[]]
    for line in text.splitlines():
        fresh = True
        for piece in _pieces(_units(line), (ENDS, PAUSES, ""), most):
            if pages[-1] and sum(map(len, pages[-1])) + len(piece) > most:
                pages.append([])
            if fresh or not pages[-1]:
                pages[-1].append([])
            pages[-1][-1] += piece
            fresh = False
    return ["\n".join(" ".join(paragraph) for paragraph in page) for page in pages]


def _units(line: str) -> list[list[str]]:
    """Words that stay together: each by itself, or with the bracket after it."""
    units: list[list[str]] = []
    inside = False
    for word in line.split():
        if units and (inside or word.startswith("[")):
            units[-1].append(word)
        else:
            units.append([word])
        inside = word.rfind("[") > word.rfind("]") or (inside and "]" not in word)
    return units


def _pieces(units: Sequence[list[str]], marks: Sequence[str], most: int) -> Iterator[list[str]]:
    """Words in pieces that each fit a page: sentences; of a long one as many clauses as fit."""
    if not marks:
        for unit in units:
            yield from (unit[at : at + most] for at in range(0, len(unit), most))
        return
    for sentence in _ending(units, marks[0]):
        words = [word for unit in sentence for word in unit]
        if len(words) <= most:
            yield words
        else:
            yield from _joined(_pieces(sentence, marks[1:], most), most)


def _joined(pieces: Iterable[list[str]], most: int) -> Iterator[list[str]]:
    """Neighbours together as far as a page holds them: "Xin nhắc lại:" is not left alone."""
    held: list[str] = []
    for piece in pieces:
        if held and len(held) + len(piece) > most:
            yield held
            held = []
        held = [*held, *piece]
    if held:
        yield held


def _ending(units: Sequence[list[str]], marks: str) -> Iterator[list[list[str]]]:
    """Units cut after each that ends with one of these marks."""
    held: list[list[str]] = []
    for unit in units:
        held.append(unit)
        if marks and _ends(unit[-1], marks):
            yield held
            held = []
    if held:
        yield held


def _ends(word: str, marks: str) -> bool:
    bare = word.rstrip(CLOSES)
    return bare.endswith(tuple(marks)) and not NO_END.fullmatch(bare)


def expressions(lines: Iterable[str], apart: Collection[str] = ()) -> tuple[str, ...]:
    """Whatever is said otherwise than it is written, in order, each once and whole: "quý IV/2026",
    "100 - KL/TW". `apart`: tokens that are no part of any, for nobody knows how they are said."""
    found = (one.strip(MARKS) for line in lines for one in _expressions(line, apart))
    return tuple(dict.fromkeys(filter(None, found)))


def as_said(text: str) -> str:
    """A script for the ear: what stands in a bracket instead of what it stands for."""
    lines = text.splitlines()
    return "\n".join(
        " ".join(said or " ".join(written) for written, said in _parts(line)) for line in lines
    )


def _expressions(line: str, apart: Collection[str]) -> Iterator[str]:
    before: list[str] = []
    for written, said in _parts(line, apart):
        if said:
            counted = before[-_counting(before) :] if ROMAN.match(written[0]) else []
            yield " ".join([*counted, *written])
        before = [*before[-1:], *written]


def _counting(before: Sequence[str]) -> int:
    """How many words say what a Roman number counts: "quý", "giai đoạn"."""
    return 2 if before[-1:] and before[-1] in SECOND_HALVES else 1


def _parts(line: str, apart: Collection[str] = ()) -> Iterator[tuple[list[str], str]]:
    """A line's words as written, each by itself; with those before a bracket what stands in it."""
    plain: list[str] = []
    for first, *bracket in _units(line):
        if not bracket:
            plain.append(first)
            continue
        written = [first]
        while plain and _goes_on(plain[-1]) and plain[-1].strip(MARKS) not in apart:
            written.insert(0, plain.pop())
        yield from (([word], "") for word in plain)
        yield written, " ".join(bracket).replace("[", "").replace("]", "")
        plain = []
    yield from (([word], "") for word in plain)


def _goes_on(word: str) -> bool:
    """Whether the next word belongs to this one: figures, signs and abbreviations in a row do."""
    bare = word.strip(MARKS)
    is_plain = bare.isalpha() and (bare[1:].islower() or len(bare) == 1)
    return not is_plain and not word.endswith(tuple(PAUSES))
