"""Cutting spoken text into sentences, and long sentences into pieces an engine can take."""

import re
from collections.abc import Iterator

# "ông A. đến" goes on: after one capital letter a small one begins no sentence.
SENTENCE_END = re.compile(r"(?<=[.!?…])(?<!\b[A-ZĐ]\.)\s+|(?<=\b[A-ZĐ]\.)\s+(?=[^\W\d_a-zđ])|\n+")
CLAUSE_END = re.compile(r"(?<=[,;:])\s+")


def split_sentences(text: str) -> list[str]:
    """The sentences of `text`; a line end also ends one."""
    return [part.strip() for part in SENTENCE_END.split(text) if is_sayable(part)]


def is_sayable(text: str) -> bool:
    """Whether there is anything in it to say."""
    return any(map(str.isalnum, text))


def split_pieces(sentence: str, longest: int) -> list[str]:
    """Pieces of at most `longest` characters, cut between clauses if possible, else words."""
    if len(sentence) <= longest:
        return [sentence]
    clauses = [part for clause in CLAUSE_END.split(sentence) for part in _fit(clause, longest)]
    return list(_packed(clauses, longest))


def sayable_pieces(sentence: str, longest: int) -> list[str]:
    """The same without those that hold no word: "…" alone is nothing to ask a service for."""
    return [piece for piece in split_pieces(sentence, longest) if is_sayable(piece)]


def _fit(clause: str, longest: int) -> Iterator[str]:
    if len(clause) <= longest:
        yield clause
    else:
        words = (word[start : start + longest] for word in clause.split()
                 for start in range(0, len(word), longest))  # fmt: skip
        yield from _packed(words, longest)


def _packed(parts: "Iterator[str] | list[str]", longest: int) -> Iterator[str]:
    """Join neighbours while they fit."""
    held = ""
    for part in parts:
        joined = f"{held} {part}".strip()
        if len(joined) > longest:
            yield held
            joined = part
        held = joined
    if held:
        yield held
