"""Letters by their names, for codes and for what can only be spelled."""

from audio.numbers import read_digits

NAMES = {
    "a": "a", "ă": "á", "â": "ớ", "b": "bê", "c": "xê", "d": "dê", "đ": "đê", "e": "e", "ê": "ê",
    "f": "ép phờ", "g": "giê", "h": "hát", "i": "i", "j": "gi", "k": "ca", "l": "e lờ",
    "m": "em mờ", "n": "en nờ", "o": "o", "ô": "ô", "ơ": "ơ", "p": "pê", "q": "quy", "r": "e rờ",
    "s": "ét sì", "t": "tê", "u": "u", "ư": "ư", "v": "vê", "w": "vê kép", "x": "ích xì",
    "y": "y dài", "z": "dét",
}  # fmt: skip


def spell(text: str) -> str:
    """Say the letters and digits of `text` one by one and drop everything else."""
    names = (NAMES.get(letter) or read_digits(letter) for letter in text.lower())
    return " ".join(name for name in names if name)
