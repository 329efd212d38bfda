"""What a meter and a clock can tell of a sound, while it passes by in pieces."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from audio.encode import RATE
from audio.engines import Samples
from audio.loudness import Meter

WINDOW = RATE // 50
WINDOW_SECONDS = WINDOW / RATE
QUIET = 10 ** (-50 / 20)
# What is fainter than this beside speech of -16 LUFS is its echo, or a breath.
SPEECH = 10 ** (-40 / 20)


class Figures(NamedTuple):
    """Seconds, LUFS, dBTP and samples at full scale; seconds of silence before the first sound,
    the longest between two and after the last one; seconds in which somebody speaks."""

    seconds: float
    loudness: float
    peak: float
    clipped: int
    lead: float
    gap: float
    tail: float
    speech: float

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to hear."""
        return self.lead >= self.seconds - WINDOW_SECONDS


def figures_of(pieces: Iterable[Samples]) -> Figures:
    """Listen to mono sound at 48 kHz to its end."""
    ear, meter = _Ear(), Meter()
    for _ in meter.heard(ear.heard(pieces)):
        pass
    loud = meter.read()
    return Figures(ear.length / RATE, loud.integrated, loud.peak, ear.clipped, *ear.silences())


class _Ear:
    """Hears where there is sound, in windows of 20 ms."""

    def __init__(self) -> None:
        self.length = self.clipped = 0
        self._levels: list[Samples] = []
        self._rest = np.zeros(0, dtype=np.float32)

    def heard(self, pieces: Iterable[Samples]) -> Iterator[Samples]:
        for piece in pieces:
            self.length += len(piece)
            self.clipped += int(np.count_nonzero(np.abs(piece) >= 1))
            self._listen(piece)
            yield piece

    def silences(self) -> tuple[float, float, float, float]:
        """Lead, longest gap, tail, and how long somebody speaks."""
        levels = np.concatenate([*self._levels, self._rest[:0]])
        sounding = np.flatnonzero(levels > QUIET)
        if not len(sounding):
            return self.length / RATE, 0.0, 0.0, 0.0
        longest = int(np.max(np.diff(sounding), initial=0))
        speech = np.count_nonzero(levels > SPEECH)
        counts = (sounding[0], longest, len(levels) - 1 - sounding[-1], speech)
        lead, gap, tail, said = (round(float(count * WINDOW_SECONDS), 2) for count in counts)
        return lead, gap, tail, said

    def _listen(self, piece: Samples) -> None:
        known = np.concatenate([self._rest, piece])
        whole = len(known) // WINDOW * WINDOW
        windows = known[:whole].reshape(-1, WINDOW)
        self._levels.append(np.sqrt(np.mean(windows**2, axis=1)))
        self._rest = known[whole:]
