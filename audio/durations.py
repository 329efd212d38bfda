"""How long words take: fitted for the voice whose sound could be measured, wide for the others."""

from collections.abc import Sequence
from typing import NamedTuple

from audio.engines import Speed


class Band(NamedTuple):
    """Seconds a syllable takes, and a sentence besides; the share by which speech may stray."""

    syllable: float
    sentence: float
    stray: float

    def holds(self, seconds: float, syllables: int, sentences: int = 1) -> bool:
        """Whether so many syllables could last so long."""
        usual = self.syllable * syllables + self.sentence * sentences
        return abs(seconds - usual) <= self.stray * usual


# Fitted to the sentences of the samples, each without the silence around it; the worst of them
# strayed by 0.30 in Vietnamese and 0.13 in English.
STRAY = 0.35
FITTED = {
    ("espeak-ng", "vi", Speed.SLOW): Band(0.402, 0.55, STRAY),
    ("espeak-ng", "vi", Speed.NORMAL): Band(0.319, 0.52, STRAY),
    ("espeak-ng", "vi", Speed.FAST): Band(0.270, 0.46, STRAY),
    ("espeak-ng", "en", Speed.SLOW): Band(0.376, 0.38, STRAY),
    ("espeak-ng", "en", Speed.NORMAL): Band(0.301, 0.36, STRAY),
    ("espeak-ng", "en", Speed.FAST): Band(0.258, 0.33, STRAY),
}
# From three syllables a second, which is slow, to six, which is a newsreader in a hurry.
ANY_VOICE = Band(0.25, 0.4, 0.6)


def band_of(engine: str, language: str, speed: Speed) -> Band:
    """How long a voice may take."""
    return FITTED.get((engine, language, speed), ANY_VOICE)


def syllables_in(sentences: Sequence[str]) -> int:
    """Written words: in Vietnamese each is a syllable."""
    return sum(len(sentence.split()) for sentence in sentences)
