"""A line as it was written, with what is said instead of it in brackets, for who approves it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from audio.spoken.layout import TOKEN, modern
from audio.spoken.traced import Traced

MARKS = ".,;:!?…()[]\"“”„«»‘’'"


class Expansion(NamedTuple):
    """What is said instead of the written letters from `begin` up to `end`."""

    begin: int
    end: int
    said: str


class _Run(NamedTuple):
    """Neighbouring tokens of what was written, from `first` to `last`, and their words."""

    first: int
    last: int
    words: tuple[str, ...]


def find_expansions(source: str, spoken: Traced) -> tuple[Expansion, ...]:
    """Where `spoken` says other words than `source` has, in order; tokens that share words are one.

    With each put in its place, `source` has the letters of `spoken`.
    """
    tokens = [match.span() for match in TOKEN.finditer(source)]
    runs = _voiced(source, tokens, list(_runs(source, tokens, spoken)))
    found = (_expansion(source, tokens[run.first][0], tokens[run.last][1], run) for run in runs)
    return tuple(expansion for expansion in found if expansion)


def expand(source: str, expansions: Sequence[Expansion]) -> str:
    """`source` with each expansion right behind its words: "UBND [Ủy ban nhân dân] phường"."""
    shown, done = "", 0
    for expansion in expansions:
        shown += f"{source[done : expansion.end]} [{expansion.said}]"
        done = expansion.end
    return shown + source[done:]


def letters(text: str) -> str:
    """What of a text is heard: its letters and digits, in one case and one spelling."""
    return "".join(filter(str.isalnum, modern(text.lower())))


def _runs(source: str, tokens: list[tuple[int, int]], spoken: Traced) -> Iterator[_Run]:
    """The tokens each word of the speech came of; words that share one stand together."""
    starts = [begin for begin, _ in tokens]
    run: _Run | None = None
    for match in TOKEN.finditer(spoken):
        heard = [place for place in range(*match.span()) if spoken[place].isalnum()]
        if not heard:
            continue
        begin = spoken.begins[heard[0]]
        end = max(spoken.ends[place] for place in heard)
        begin += len(source[begin:end]) - len(source[begin:end].lstrip())
        first = max(bisect_right(starts, begin) - 1, 0)
        last = max(bisect_right(starts, max(end - 1, begin)) - 1, first)
        if run and first <= run.last:
            run = _Run(run.first, max(run.last, last), (*run.words, match[0]))
            continue
        if run:
            yield run
        run = _Run(first, last, (match[0],))
    if run:
        yield run


def _voiced(source: str, tokens: list[tuple[int, int]], runs: list[_Run]) -> list[_Run]:
    """With each token that fell silent added to what follows it, or else to what stands before."""
    voiced: list[_Run] = []
    done = 0
    for run in runs:
        silent = _first_heard(source, tokens[done : run.first])
        first = run.first if silent is None else done + silent
        voiced.append(run._replace(first=first))
        done = run.last + 1
    if voiced and _first_heard(source, tokens[done:]) is not None:
        voiced[-1] = voiced[-1]._replace(last=len(tokens) - 1)
    return voiced


def _first_heard(source: str, tokens: list[tuple[int, int]]) -> int | None:
    heard = (n for n, (begin, end) in enumerate(tokens) if letters(source[begin:end]))
    return next(heard, None)


def _expansion(source: str, begin: int, end: int, run: _Run) -> Expansion | None:
    said = " ".join(run.words)
    written = source[begin:end]
    if letters(written) == letters(said):
        return None
    body = written.strip(MARKS) or written
    begin += written.index(body)
    return Expansion(begin, begin + len(body), said.strip(MARKS))
