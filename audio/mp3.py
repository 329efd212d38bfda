"""MP3 with chapters: for podcasts, for a page anybody may open, for the commune's loudspeaker.

Made from the finished voice file, so what is heard there is what was approved. 44.1 kHz is what
every player of every age takes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import av
import numpy as np

from audio.about import About

MP3_RATE, MP3_BIT_RATE = 44_100, 64_000
THOUSANDTH = Fraction(1, 1000)
ENDLESS = 2**62  # samples
ID3 = {"id3v2_version": "3", "write_id3v1": "1"}  # the version every player shows


@dataclass(frozen=True, slots=True)
class Mark:
    """A chapter of a recording; `start` and `end` in seconds."""

    title: str
    start: float
    end: float


def marks_of(source: Path) -> tuple[Mark, ...]:
    """The chapters of a recording in their order, none when it has none."""
    return _marks_of(source, source.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _marks_of(source: Path, _changed: int) -> tuple[Mark, ...]:
    with av.open(str(source), "r") as container:
        found = container.chapters()
    return tuple(_mark(one) for one in found)


def _mark(one: Any) -> Mark:
    base = one["time_base"] or 1
    title = one["metadata"].get("title", "")
    return Mark(title, float(one["start"] * base), float(one["end"] * base))


def to_mp3(source: Path, out: Path, about: About) -> None:
    """Write the sound of an audio file as mono MP3 with ID3v2.3 tags and its chapters."""
    inside = _inside(marks_of(source), about)
    with av.open(str(source), "r") as given, av.open(str(out), "w", "mp3", options=ID3) as made:
        made.metadata.update(_tags(about))
        made.set_chapters([_chapter(number, one) for number, one in enumerate(inside)])
        stream = made.add_stream("libmp3lame", rate=MP3_RATE)
        stream.layout = "mono"
        stream.bit_rate = MP3_BIT_RATE
        for frame in chain(_part(given, about), [None]):
            made.mux(stream.encode(frame))


def _inside(marks: tuple[Mark, ...], about: About) -> list[Mark]:
    """The chapters of the part that is taken, as they stand in it. One alone is no chapter."""
    end = about.end or float("inf")
    moved = [
        replace(one, start=one.start - about.start, end=min(one.end, end) - about.start)
        for one in marks
        if about.start <= one.start < end
    ]
    return moved if len(moved) > 1 else []


def _tags(about: About) -> dict[str, str]:
    tags = {
        "title": about.title,
        "artist": about.unit,
        "album": about.album or about.title,
        "date": about.date,
        "genre": "Speech",
        "language": "vie",
        "track": str(about.number or ""),
    }
    return {name: value for name, value in tags.items() if value}


def _chapter(number: int, mark: Mark) -> "av.container.Chapter":
    return {
        "id": number,
        "start": round(mark.start * 1000),
        "end": round(mark.end * 1000),
        "time_base": THOUSANDTH,
        "metadata": {"title": mark.title},
    }


def _part(given: "av.container.InputContainer", about: About) -> Iterator[av.AudioFrame]:
    """The wanted part as frames for the encoder."""
    first = round(about.start * MP3_RATE)
    last = round(about.end * MP3_RATE) if about.end else ENDLESS
    resampler = av.AudioResampler("fltp", "mono", MP3_RATE)
    at = 0
    for frame in chain(given.decode(audio=0), [None]):
        for piece in resampler.resample(frame):
            samples = piece.to_ndarray()[:, max(0, first - at) : max(0, last - at)]
            if samples.shape[1]:
                yield _frame(samples, max(at, first) - first)
            at += piece.samples
        if at >= last:
            return


def _frame(samples: "np.ndarray[Any, Any]", at: int) -> av.AudioFrame:
    made = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples), format="fltp", layout="mono")
    made.sample_rate = MP3_RATE
    made.pts = at
    return made
