"""Values a text can hold that are themselves said differently in each language."""

import re
from dataclasses import dataclass, field
from typing import Any

NUMBER_ALONE = re.compile(r"(?<=[.;!?])\s+\d+[.)]$")  # of a list, when what it numbers was cut off


@dataclass(frozen=True)
class Words:
    """A text to be said later, in the language of whoever reads it: a key and its values."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)


def words(key: str, **values: Any) -> Words:
    """Shorthand for `Words(key, {...})`."""
    return Words(key, values)


def letters(text: str) -> int:
    """How long a text is as messengers count: in UTF-16 units, of which a face has two."""
    return len(text.encode("utf-16-le")) // 2


def short_name(name: str, limit: int) -> str:
    """`name` in at most `limit` characters; its end stays, by which Vietnamese call a person."""
    name = " ".join(name.split())
    while len(name) > limit and " " in name:
        name = "…" + name.partition(" ")[2]
    return short(name, limit)


def short(text: str, limit: int) -> str:
    """`text` in at most `limit` characters, cut between words and ended with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    cut = cut.rsplit(" ", 1)[0] if " " in cut else cut
    return NUMBER_ALONE.sub("", cut) + "…"
