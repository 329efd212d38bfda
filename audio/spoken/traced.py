"""A text that knows, whatever is done to it, where each of its letters stood in the writing.

So what is said for a written word never has to be looked for afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

GAP = " "

Becomes = str | Callable[[re.Match[str]], str]


class Traced(str):
    """A text; its letter `i` came of what was written from `begins[i]` up to `ends[i]`."""

    begins: Sequence[int]
    ends: Sequence[int]

    def __new__(
        cls, text: str, begins: Sequence[int] | None = None, ends: Sequence[int] | None = None
    ) -> Traced:
        traced = super().__new__(cls, text)
        traced.begins = range(len(text)) if begins is None else begins
        traced.ends = range(1, len(text) + 1) if ends is None else ends
        return traced

    @classmethod
    def of(cls, text: str) -> Traced:
        return text if isinstance(text, Traced) else cls(text)

    def sub(self, pattern: re.Pattern[str], becomes: Becomes) -> Traced:
        """`pattern.sub(becomes, self)`, traced."""
        changes = [
            change
            for match in pattern.finditer(self)
            if (
                change := _change(
                    match, becomes(match) if callable(becomes) else match.expand(becomes)
                )
            )
        ]
        return self._changed(changes) if changes else self

    def _changed(self, changes: list[tuple[int, int, str]]) -> Traced:
        text: list[str] = []
        begins: list[int] = []
        ends: list[int] = []
        done = 0
        for start, end, said in [*changes, (len(self), len(self), "")]:
            text += self[done:start], said
            begins += self.begins[done:start]
            ends += self.ends[done:start]
            if _same_letters(self[start:end], said):
                begins += self.begins[start:end]
                ends += self.ends[start:end]
            elif said:
                begins += [self._begin(start)] * len(said)
                ends += [self._end(start, end)] * len(said)
            done = end
        return Traced("".join(text), begins, ends)

    def _begin(self, start: int) -> int:
        return self.begins[start] if start < len(self) else self._end(start, start)

    def _end(self, start: int, end: int) -> int:
        """What is put between two letters came of nothing, but it stands behind the first."""
        last = max(start + 1, end) - 1 if start < end else start - 1
        return self.ends[last] if last >= 0 else 0


def _change(match: re.Match[str], said: str) -> tuple[int, int, str] | None:
    """What becomes of a match, without the words at its ends that stay."""
    written = match[0]
    if said == written:
        return None
    if _same_letters(written, said):
        return match.start(), match.end(), said
    head = _kept(written.split(GAP), said.split(GAP))
    tail = _kept(written[head:].split(GAP)[::-1], said[head:].split(GAP)[::-1])
    middle = written[head : len(written) - tail], said[head : len(said) - tail]
    if not all(middle):  # what vanished, or came from nowhere, belongs to a word beside it
        return match.start(), match.end(), said
    return match.start() + head, match.end() - tail, middle[1]


def _kept(written: list[str], said: list[str]) -> int:
    """How many letters of the first words, their gaps included, are the same. A number is not
    kept: it will be said otherwise, and as one with what it counts."""
    kept = 0
    for word, other in zip(written[:-1], said[:-1], strict=False):
        if word != other or any(map(str.isdecimal, word)):
            break
        kept += len(word) + len(GAP)
    return kept


def _same_letters(written: str, said: str) -> bool:
    return len(written) == len(said) and written.lower() == said.lower()
