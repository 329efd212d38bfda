"""Listening to a finished file the way a machine can: was anything dropped, clipped or too quiet?

It shows that a recording is whole. It does not show that people understand it.
"""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import numpy as np

from audio.encode import RATE, decode
from audio.engines import Samples
from audio.loudness import TARGET, measure

LOUDNESS_BAND = 1.0
HIGHEST_PEAK = -1.0
LONGEST_GAP = 2.5
LONGEST_LEAD = 0.7
WINDOW = RATE // 50
QUIET = 10 ** (-50 / 20)

# Seconds a syllable takes in a bulletin at normal speed, pauses included, and how far it may stray.
SYLLABLE_SECONDS = 0.37
STRAY = 0.35
SHORTEST_MEASURED = 3.0


class Fault(StrEnum):
    """What can be wrong with a recording."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    LOUDNESS = "loudness"
    PEAK = "peak"
    CLIPPED = "clipped"
    GAP = "gap"
    LATE_START = "late_start"
    DURATION = "duration"


class Problem(NamedTuple):
    """A fault and the figure that shows it: LUFS, dBTP, samples or seconds."""

    fault: Fault
    figure: float


def check_recording(path: Path, syllables: int | None = None) -> list[Problem]:
    """Decode `path` and list what is wrong with it; with `syllables`, also whether words are lost.

    It blocks for about a hundredth of the recording's length: run it in a thread.
    """
    try:
        heard = decode(path)
    except ValueError:
        return [Problem(Fault.UNREADABLE, 0)]
    if not np.any(np.abs(heard.samples) > QUIET):
        return [Problem(Fault.EMPTY, heard.seconds)]
    problems = [*_levels(heard.samples), *_gaps(heard.samples)]
    if syllables and abs(heard.seconds / (syllables * SYLLABLE_SECONDS) - 1) > STRAY:
        problems.append(Problem(Fault.DURATION, heard.seconds))
    return problems


def _levels(samples: Samples) -> list[Problem]:
    loud = measure(samples)
    clipped = int(np.count_nonzero(np.abs(samples) >= 1))
    problems = []
    # The meter needs a few seconds before its figure means anything.
    measurable = len(samples) >= SHORTEST_MEASURED * RATE
    if measurable and abs(loud.integrated - TARGET) > LOUDNESS_BAND:
        problems.append(Problem(Fault.LOUDNESS, loud.integrated))
    if loud.peak > HIGHEST_PEAK:
        problems.append(Problem(Fault.PEAK, loud.peak))
    if clipped:
        problems.append(Problem(Fault.CLIPPED, clipped))
    return problems


def _gaps(samples: Samples) -> list[Problem]:
    """The first sound must come soon, and none may be awaited too long."""
    windows = samples[: len(samples) // WINDOW * WINDOW].reshape(-1, WINDOW)
    sounding = np.flatnonzero(np.sqrt(np.mean(windows**2, axis=1)) > QUIET)
    seconds = WINDOW / RATE
    problems = []
    if sounding[0] * seconds > LONGEST_LEAD:
        problems.append(Problem(Fault.LATE_START, float(sounding[0] * seconds)))
    longest = float(np.max(np.diff(sounding), initial=0) * seconds)
    if longest > LONGEST_GAP:
        problems.append(Problem(Fault.GAP, longest))
    return problems
