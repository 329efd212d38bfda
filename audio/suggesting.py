"""A reading to put before a person: a name of the highlands by our own rule, anything else from
sea-g2p where it is installed (the extra `suggest`).

That one reads anything fluently and some of it wrongly ("89-KH/TU" as "ca hát trên tu"), so nothing
it says is ever taken by itself.
"""

import re
from functools import cache
from typing import Any

from audio.names import respell
from audio.syllables import is_syllable

MARKUP = re.compile(r"</?\w+>")
AHEAD, BEHIND = "của", "này"
PUNCTUATION = ".,;:!?"


def suggest(token: str) -> str | None:
    """How `token` might be read; None where nobody is there to ask or it is no help."""
    if name := respell(token):
        return name
    normalizer = _normalizer()
    if normalizer is None:
        return None
    # Alone, capitals are taken for a heading and left as they are.
    words = MARKUP.sub(" ", normalizer.normalize(f"{AHEAD} {token} {BEHIND}")).split()
    if words[:1] != [AHEAD] or words[-1:] != [BEHIND]:
        return None
    words = words[1:-1]
    said = " ".join(word.strip(PUNCTUATION) for word in words)
    helps = said and said.lower() != token.lower() and all(map(is_syllable, said.split()))
    return said if helps else None


@cache
def _normalizer() -> Any:
    try:
        from sea_g2p import Normalizer
    except ImportError:
        return None
    return Normalizer()
