"""A line as it was written, with what is said instead of it in brackets, for who approves it.

Words that are said as written are found in the speech again; what stands between them must be what
the hard tokens there ("UBND", "25/12", "100 - KL/TW") became.
"""

import heapq
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from audio.spoken.layout import modern
from audio.syllables import is_syllable

MARKS = ".,;:!?…()[]\"“”„«»‘’'"
# What it costs to hold that a word vanished or came from nowhere, or a hard token became nothing.
WORD_LOST = 2
TOKEN_SILENT = 1
# A line that is still not understood after so many tries is shown whole beside its speech.
MOST_TRIES = 50_000

State = tuple[int, int, bool]  # pieces done, words said, whether the piece at hand said something


@dataclass(frozen=True, slots=True)
class _Piece:
    """Tokens of the source: one word said as written, or neighbours that are said otherwise."""

    tokens: tuple[str, ...]
    plain: bool

    @property
    def end(self) -> str:
        last = self.tokens[-1]
        return last[-1] if last[-1] in ",;:." else ""


def expand(source: str, spoken: str, as_written: Collection[str] = ()) -> str:
    """`source` with each expansion after it: "UBND [Ủy ban nhân dân] phường".

    `as_written` are tokens the speech holds unchanged though they are no words.
    """
    pieces = list(_pieces(source.split(), as_written))
    said = spoken.split()
    path = _align(pieces, said)
    if path is None:
        return _shown(source.split(), said)
    return " ".join(filter(None, _regions(pieces, said, path)))


def _pieces(tokens: list[str], as_written: Collection[str]) -> Iterator[_Piece]:
    held: list[str] = []
    for token in tokens:
        plain = _bare(token) in as_written or _is_word(token)
        if held and (plain or held[-1][-1] in ",;:."):
            yield _Piece(tuple(held), plain=False)
            held = []
        if plain:
            yield _Piece((token,), plain=True)
        else:
            held.append(token)
    if held:
        yield _Piece(tuple(held), plain=False)


def _is_word(token: str) -> bool:
    """A short word in capitals may be an abbreviation ("TU", "CA"), unless it has an accent."""
    bare = _bare(token)
    return is_syllable(bare.lower()) and not (bare.isupper() and bare.isascii() and bare[1:])


def _bare(token: str) -> str:
    return unicodedata.normalize("NFC", token).strip(MARKS)


def _key(token: str) -> str:
    return modern(_bare(token).lower())


def _align(pieces: list[_Piece], said: list[str]) -> list[State] | None:
    """The cheapest way through both texts at once, as the states on it."""
    came: dict[State, State | None] = {}
    waiting: list[tuple[int, int, State, State | None]] = [(0, 0, (0, 0, False), None)]
    while waiting and len(came) < MOST_TRIES:
        cost, _, state, before = heapq.heappop(waiting)
        if state in came:
            continue
        came[state] = before
        if state[:2] == (len(pieces), len(said)):
            return _path(came, state)
        for more, following in _steps(pieces, said, state):
            far = -following[0] - following[1]
            heapq.heappush(waiting, (cost + more, far, following, state))
    return None


def _path(came: dict[State, State | None], state: State | None) -> list[State]:
    path: list[State] = []
    while state is not None:
        path.append(state)
        state = came[state]
    return path[::-1]


def _steps(pieces: list[_Piece], said: list[str], state: State) -> Iterator[tuple[int, State]]:
    done, heard, spoke = state
    piece = pieces[done] if done < len(pieces) else None
    if heard < len(said):
        absorbs = piece is not None and not piece.plain
        yield (0 if absorbs else WORD_LOST), (done, heard + 1, absorbs)
    if piece is None:
        return
    if piece.plain:
        yield WORD_LOST, (done + 1, heard, False)
        if heard < len(said) and _key(piece.tokens[0]) == _key(said[heard]):
            yield 0, (done + 1, heard + 1, False)
    else:
        yield _closing_cost(piece, said, heard, spoke), (done + 1, heard, False)


def _closing_cost(piece: _Piece, said: list[str], heard: int, spoke: bool) -> int:
    if spoke:
        return 0 if said[heard - 1].endswith(piece.end) else TOKEN_SILENT
    return TOKEN_SILENT if any(map(str.isalnum, "".join(piece.tokens))) else 0


def _regions(pieces: list[_Piece], said: list[str], path: list[State]) -> Iterator[str]:
    """Words said as written one by one, and what differs in as large runs as it comes."""
    written: list[str] = []
    heard: list[str] = []
    for (done, at, _), (next_done, next_at, _) in pairwise(path):
        tokens = pieces[done].tokens if next_done > done else ()
        words = said[at:next_at]
        if (tokens and words) or _closes(pieces, done, next_done, written, heard):
            plain = bool(tokens and words)
            written += () if plain else tokens
            yield _shown(written, heard)
            written, heard = [], []
            if plain:
                yield tokens[0]
            continue
        written += tokens
        heard += words
    yield _shown(written, heard)


def _closes(
    pieces: list[_Piece], done: int, following: int, written: list[str], heard: list[str]
) -> bool:
    """A list of abbreviations is shown one by one."""
    return bool(following > done and not pieces[done].plain and pieces[done].end and heard)


def _shown(written: list[str], heard: list[str]) -> str:
    source = " ".join(written)
    spoken = " ".join(heard).strip(" " + MARKS)
    if not spoken or _letters(source) == _letters(spoken):
        return source
    body = source.rstrip(MARKS.replace("]", "")) or source
    return f"{body} [{spoken}]{source[len(body) :]}".strip()


def _letters(text: str) -> str:
    return modern("".join(filter(str.isalnum, text.lower())))
