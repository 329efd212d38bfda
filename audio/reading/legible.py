"""Telling real text from the noise that old Vietnamese fonts leave (TCVN3, VNI, broken PDFs)."""

import re
import unicodedata

from audio.documents import Reason, Unreadable
from audio.syllables import TONES

WORD = re.compile(r"[^\W\d_]+")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
PLAIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABET = frozenset(PLAIN + "ăâđêôơư") | {
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES
}
NOISE = 0.2


def refuse_illegible(text: str) -> None:
    """Raise `Unreadable` unless nearly all words of `text` are in the Vietnamese alphabet.

    That alphabet holds plain Latin, so English is legible too.
    """
    if CONTROL.search(text):
        raise Unreadable(Reason.ENCODING)
    words = WORD.findall(unicodedata.normalize("NFC", text).lower())
    noisy = sum(not ALPHABET.issuperset(word) for word in words)
    if words and noisy / len(words) > NOISE:
        raise Unreadable(Reason.ENCODING)
