"""What a Vietnamese syllable can look like: an onset, a rhyme and at most one tone."""

import unicodedata

from audio.tables import read_pairs

TONES = frozenset(
    "\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}"
    "\N{COMBINING HOOK ABOVE}\N{COMBINING TILDE}\N{COMBINING DOT BELOW}"
)
STOPPED_TONES = frozenset("\N{COMBINING ACUTE ACCENT}\N{COMBINING DOT BELOW}")


def _shapes() -> frozenset[str]:
    parts = {name: row.split() for name, row in read_pairs("syllables").items()}
    pairs = (("back onsets", "back rhymes"), ("front onsets", "front rhymes"))
    joined = {
        onset + rhyme
        for onsets, rhymes in pairs
        for onset in ("", *parts[onsets])
        for rhyme in parts[rhymes]
    }
    queues = {f"qu{rhyme}" for rhyme in parts["qu rhymes"]}
    # "gì", "gìn", "giếng": one letter i serves the onset and the rhyme.
    shared = {f"g{rhyme}" for rhyme in parts["front rhymes"] if rhyme.startswith("i")}
    return frozenset(joined | queues | shared | set(parts["bare rhymes"]))


SHAPES = _shapes()


def is_syllable(token: str) -> bool:
    """True when `token` (NFC, lower case or with a first capital) can be said as one syllable."""
    if token != token.lower() and token[1:] != token[1:].lower():
        return False
    marks = [mark for mark in unicodedata.normalize("NFD", token) if mark in TONES]
    shape = without_tones(token.lower())
    if len(marks) > 1 or shape not in SHAPES:
        return False
    return not shape.endswith(("c", "ch", "p", "t")) or bool(STOPPED_TONES.intersection(marks))


def without_tones(text: str) -> str:
    """Drop the tone marks and keep the letters: "trưởng" becomes "trương"."""
    letters = (mark for mark in unicodedata.normalize("NFD", text) if mark not in TONES)
    return unicodedata.normalize("NFC", "".join(letters))
