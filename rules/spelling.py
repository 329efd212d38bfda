"""Text as people type it, made comparable: clean characters, no accents, names in title case."""

import re
import unicodedata

# Old Vietnamese fonts and keyboards leave the Icelandic eth where a đ is meant.
_ETH = str.maketrans("Ðð", "Đđ")
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def has_hidden(text: str) -> bool:
    """Whether `text` holds characters nobody sees: controls, zero-width, direction marks."""
    return any(unicodedata.category(mark) in _HIDDEN and not mark.isspace() for mark in text)


def tidy(text: str) -> str:
    """`text` composed (NFC), without hidden characters, trimmed, with single spaces inside."""
    spaced = " ".join(unicodedata.normalize("NFC", text).translate(_ETH).split())
    seen = "".join(mark for mark in spaced if unicodedata.category(mark) not in _HIDDEN)
    return " ".join(seen.split())


def bare(text: str) -> str:
    """`text` tidy, in small letters and without accents, đ as d; punctuation stays."""
    parts = unicodedata.normalize("NFD", tidy(text).casefold().replace("đ", "d"))
    return "".join(mark for mark in parts if not unicodedata.combining(mark))


def fold(text: str) -> str:
    """The bare words of `text` alone, for comparing: `Số thẻ:` is `so the`."""
    return " ".join(re.findall(r"\w+", bare(text)))


def titled(text: str) -> str:
    """`text` in title case if it was written all in capitals or all in small letters."""
    return text.title() if text.isupper() or text.islower() else text
