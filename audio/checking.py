"""Listening to a finished file the way a machine can: was anything dropped, clipped or too quiet?

It shows that a recording is whole. It does not show that people understand it.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import accumulate, pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

import av

from audio.durations import ANY_VOICE, Band
from audio.encode import decode
from audio.figures import Figures, figures_of
from audio.joining import Stretch, sound_of, stretches
from audio.loudness import TARGET

LOUDNESS_BAND = 1.0
APART = 1.0
HIGHEST_PEAK = -1.0
LONGEST_GAP = 2.5
LONGEST_LEAD = 0.7
LENGTH_BAND = 0.2
OFF_SECOND = 0.02
# The meter needs a few seconds before its figure means anything.
SHORTEST_MEASURED = 3.0
# Of a bulletin in which something is said; one of two short lines is mostly pauses.
SPEECH_SHARE = (0.60, 0.85)
SHORTEST_SHARED = 60.0


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
    UNEVEN = "uneven"
    CHAPTERS = "chapters"
    OFF_SECOND = "off_second"
    LENGTH = "length"
    SPEECH_SHARE = "speech_share"


# All that a bulletin without a problem has been through.
CHECKED = tuple(str(fault) for fault in Fault)


class Problem(NamedTuple):
    """A fault, the figure that shows it (LUFS, dBTP, samples, seconds, LU, chapters or per cent),
    and the chapter it is in, "" for the whole."""

    fault: Fault
    figure: float
    chapter: str = ""


class BadRecording(Exception):
    """A recording that nobody is to hear, with all that is wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(", ".join(f"{one.fault} {one.figure:.2f}" for one in problems))
        self.problems = tuple(problems)


class Wanted(NamedTuple):
    """A chapter as it should be: whole seconds, what is said in it, and the seconds of pause. Of
    what a person recorded it is not known how many syllables are in it: 0."""

    title: str
    seconds: int
    syllables: int
    sentences: int
    pauses: float


class Findings(NamedTuple):
    """What was found in a bulletin: what is wrong, and the figures of each chapter."""

    problems: list[Problem]
    chapters: list[Figures]


def check_recording(
    path: Path, syllables: int | None = None, band: Band = ANY_VOICE
) -> list[Problem]:
    """Decode a short recording and list what is wrong; with `syllables`, also whether words are
    lost.

    It blocks for about a hundredth of the recording's length: run it in a thread.
    """
    try:
        heard = figures_of([decode(path).samples])
    except ValueError:
        return [Problem(Fault.UNREADABLE, 0)]
    if heard.is_silent:
        return [Problem(Fault.EMPTY, heard.seconds)]
    problems = [*_levels(heard), *_gaps(heard)]
    if syllables and not band.holds(heard.seconds - heard.tail, syllables):
        problems.append(Problem(Fault.DURATION, heard.seconds))
    return problems


def check_bulletin(
    path: Path, wanted: Sequence[Wanted], band: Band, known: Mapping[str, Figures]
) -> Findings:
    """Listen to a bulletin chapter by chapter and list what is wrong with it.

    What was listened to before (`known`, by the digest of its packets) is not decoded again. It
    blocks for a hundredth of the length of what is: run it in a thread.
    """
    try:
        cut = stretches(path)
        heard = [known.get(one.digest) or figures_of(sound_of(one)) for one in cut]
    except (av.FFmpegError, IndexError, ValueError):
        return Findings([Problem(Fault.UNREADABLE, 0)], [])
    problems = [*_places(cut, wanted)]
    for one, figures in zip(wanted, heard, strict=False):
        problems += _chapter(one, figures, band)
    problems += _together(wanted, heard)
    return Findings(problems, heard)


def _places(cut: Sequence[Stretch], wanted: Sequence[Wanted]) -> Iterator[Problem]:
    """As many chapters as there should be, each on its second, and all of the length."""
    if len(cut) != len(wanted):
        yield Problem(Fault.CHAPTERS, len(cut))
    starts = list(accumulate((one.seconds for one in wanted), initial=0))
    for one, start in zip(cut, starts, strict=False):
        if abs(one.start - start) > OFF_SECOND:
            yield Problem(Fault.OFF_SECOND, one.start, one.title)
    lasts = sum(one.seconds for one in cut)
    if abs(lasts - starts[-1]) > LENGTH_BAND:
        yield Problem(Fault.LENGTH, lasts)


def _chapter(wanted: Wanted, heard: Figures, band: Band) -> Iterator[Problem]:
    if heard.is_silent:
        yield Problem(Fault.EMPTY, heard.seconds, wanted.title)
        return
    for problem in (*_levels(heard), *_gaps(heard)):
        yield problem._replace(chapter=wanted.title)
    speech = heard.seconds - heard.tail - wanted.pauses
    if wanted.syllables and not band.holds(speech, wanted.syllables, wanted.sentences):
        yield Problem(Fault.DURATION, speech, wanted.title)


def _together(wanted: Sequence[Wanted], heard: Sequence[Figures]) -> Iterator[Problem]:
    """What no chapter shows alone: differences, silence where two meet, the share of speech."""
    levels = [
        (figures.loudness, one.title)
        for one, figures in zip(wanted, heard, strict=False)
        if figures.seconds >= SHORTEST_MEASURED and not figures.is_silent
    ]
    middle = median(loud for loud, _ in levels) if levels else TARGET
    farthest = max(levels, key=lambda one: abs(one[0] - middle), default=(TARGET, ""))
    if levels and (apart := max(levels)[0] - min(levels)[0]) > APART:
        yield Problem(Fault.UNEVEN, apart, farthest[1])
    for one, (before, after) in zip(wanted, pairwise(heard), strict=False):
        if (gap := before.tail + after.lead) > LONGEST_GAP and not before.is_silent:
            yield Problem(Fault.GAP, gap, one.title)
    lasts = sum(figures.seconds for figures in heard)
    share = sum(figures.speech for figures in heard) / lasts if lasts else 0
    if lasts >= SHORTEST_SHARED and not SPEECH_SHARE[0] <= share <= SPEECH_SHARE[1]:
        yield Problem(Fault.SPEECH_SHARE, 100 * share)


def _levels(heard: Figures) -> Iterator[Problem]:
    measurable = heard.seconds >= SHORTEST_MEASURED
    if measurable and abs(heard.loudness - TARGET) > LOUDNESS_BAND:
        yield Problem(Fault.LOUDNESS, heard.loudness)
    if heard.peak > HIGHEST_PEAK:
        yield Problem(Fault.PEAK, heard.peak)
    if heard.clipped:
        yield Problem(Fault.CLIPPED, heard.clipped)


def _gaps(heard: Figures) -> Iterator[Problem]:
    """The first sound must come soon, and none may be awaited too long."""
    if heard.lead > LONGEST_LEAD:
        yield Problem(Fault.LATE_START, heard.lead)
    if heard.gap > LONGEST_GAP:
        yield Problem(Fault.GAP, heard.gap)
