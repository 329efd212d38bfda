"""Names of other tongues of the country ("Blang", "Drai"), put into Vietnamese syllables.

Neighbours pronounce them differently, so what comes out is only proposed to a person.
"""

import re
import unicodedata

from audio.syllables import is_syllable

NAME = re.compile(r"[^\W\d_]['’]?[^\W\d_]+")
# The longest first: a sound of two letters is one.
ONSETS = ("ngh", "ng", "nh", "ch", "gh", "kh", "ph", "th", "tr")
HALF_SYLLABLE = "ờ"
FINALS = {"k": "c", "l": "n", "r": "", "s": "t", "h": "", "b": "p", "d": "t", "g": "c"}
VOWELS = "aăâeêioôơuưy"
STOPS = ("c", "p", "t", "ch")
ACUTE = "\N{COMBINING ACUTE ACCENT}"


def respell(name: str) -> str | None:
    """The syllables `name` may be said with, in small letters; None where no rule fits."""
    if not NAME.fullmatch(name) or not name[0].isupper() or name.isupper() or is_syllable(name):
        return None
    rest = re.sub("['’]", "", name.lower())
    said: list[str] = []
    while rest and not is_syllable(_ending(rest)):
        onset = next((one for one in ONSETS if rest.startswith(one)), rest[0])
        if onset[0] in VOWELS or len(said) == 2:
            return None
        said.append(_letters_for(onset, HALF_SYLLABLE))
        rest = rest[len(onset) :]
    return " ".join([*said, _ending(rest)]) if rest else None


def _letters_for(onset: str, rhyme: str) -> str:
    front = rhyme[:1] in "eêiy"
    return {"k": "k" if front else "c", "c": "k" if front else "c"}.get(onset, onset) + rhyme


def _ending(syllable: str) -> str:
    """With a final Vietnamese has, and the tone that a stop needs."""
    spelled = FINALS.get(syllable[-1]) if syllable[-2:] not in ("ch", "nh", "ng") else None
    if spelled is not None and len(syllable) > 1:
        syllable = syllable[:-1] + spelled
    if syllable[:1] == "k" and syllable[1:2] not in "eêiyh":
        syllable = f"c{syllable[1:]}"
    if not syllable.endswith(STOPS) or is_syllable(syllable):
        return syllable
    vowels = [place for place, letter in enumerate(syllable) if letter in VOWELS]
    place = vowels[-1] + 1 if vowels else 0
    return unicodedata.normalize("NFC", syllable[:place] + ACUTE + syllable[place:])
