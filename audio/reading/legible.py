"""Telling real text from the noise that old Vietnamese fonts leave (TCVN3, VNI, broken PDFs)."""

import re
import unicodedata

from audio.documents import Reason, Unreadable
from audio.syllables import is_syllable

WORD = re.compile(r"[^\W\d_]+")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
# Whole English files are legible too: only letters that neither language has count as noise.
STRANGE = re.compile(r"[^\W\d_]*[¡-ÿƒ][^\W\d_]*")
NOISE = 0.2


def refuse_illegible(text: str) -> None:
    """Raise `Unreadable` when `text` is not legible Vietnamese or plain Latin."""
    if CONTROL.search(text):
        raise Unreadable(Reason.ENCODING)
    words = WORD.findall(unicodedata.normalize("NFC", text))
    noisy = [word for word in words if STRANGE.fullmatch(word) and not is_syllable(word.lower())]
    if words and len(noisy) / len(words) > NOISE:
        raise Unreadable(Reason.ENCODING)
