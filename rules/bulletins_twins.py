"""Whether a directive is in a bulletin already."""

import unicodedata
from collections.abc import Sequence

from rules.bulletins import Item

NAMED = 5  # so many numbers are named at once


def twins(items: Sequence[Item], pieces: Sequence[tuple[str, str]], source: str) -> tuple[int, ...]:
    """The numbers (from 1) of the items that say what one of the pieces says, whatever its case and
    spaces, or that came in a file of that name."""
    said = {_plain(*piece) for piece in pieces}
    return tuple(
        number
        for number, one in enumerate(items, 1)
        if _plain(one.title, one.text) in said or (source and one.source == source)
    )


def _plain(title: str, text: str) -> str:
    said = unicodedata.normalize("NFC", f"{title} {text}")
    return " ".join(said.casefold().split())


def numbers(found: Sequence[int]) -> str:
    """Some item numbers in a line; the first few of many."""
    return ", ".join(map(str, found[:NAMED])) + ("…" if len(found) > NAMED else "")
