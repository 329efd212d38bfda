"""How loud a recording is, and making it as loud as it should be.

-16 LUFS is on the louder side on purpose: people listen on the speaker of a phone.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain
from typing import NamedTuple, cast

import av
import numpy as np
import numpy.typing as npt
from av.filter import Graph

from audio.encode import RATE, frames
from audio.engines import Samples

TARGET = -16.0
# Opus takes a little away, so the studio aims a little higher.
STUDIO_TARGET = -15.8
ROUNDS = 3
CLOSE_ENOUGH = 0.1
SILENCE = -70.0
# The meter reports every 100 ms and is silent about an incomplete step.
METER_STEP = RATE // 10

Filters = list[tuple[str, str]]
MONO = ("aformat", "sample_fmts=flt:channel_layouts=mono")
COMPRESSOR = "threshold=-20dB:ratio=2.5:attack=10:release=200:knee=6"
LIMIT = 0.74
LOUDEST = 0.7
KNEE = 0.5
PACKED_AS = 16_384  # twice full scale fits: what a limiter has still to lower
LARGEST_GAIN = 10.0


class Loudness(NamedTuple):
    """Integrated loudness in LUFS and true peak in dBTP."""

    integrated: float
    peak: float


def measure(samples: Samples) -> Loudness:
    """Measure 48 kHz mono after EBU R 128; silence and the shortest sounds are -70 LUFS."""
    meter = Meter()
    for _ in meter.heard([samples]):
        pass
    return meter.read()


def loudness(samples: Samples) -> float:
    """The integrated loudness alone, which takes a fraction of the time."""
    return _loudness_of([samples], [])


class Meter:
    """Measures a sound that passes by in pieces, and hands it on."""

    def __init__(self) -> None:
        self._told: Mapping[str, str] = {}

    def heard(self, pieces: Iterable[Samples]) -> Iterator[Samples]:
        """The same sound, in other pieces; silence fills its last tenth of a second."""
        for frame in _run(_stepped(pieces), [("ebur128", "peak=true:metadata=1"), MONO]):
            self._told = frame.metadata
            yield cast("Samples", frame.to_ndarray()[0])

    def read(self) -> Loudness:
        """What it has heard so far."""
        if not self._told:
            return Loudness(SILENCE, -math.inf)
        peak = float(self._told["lavfi.r128.true_peak"])
        return Loudness(_integrated(self._told), decibels(peak))


class Mastered:
    """Speech made even and -16 LUFS loud: high-pass, compressor, gain, limiter.

    The limiter takes from what the gain gives, so the gain is found in a few rounds. Only what
    comes before it is held: each round, and whoever wants the sound, lets it pass once more.
    """

    def __init__(self, pieces: Iterable[Samples]) -> None:
        even = [("highpass", "f=70"), ("acompressor", COMPRESSOR)]
        self._ready = [_packed(piece) for piece in passed(pieces, even)]
        self.length = sum(map(len, self._ready))
        self._finish: Filters = self._found()

    def pieces(self, room: float = 0.0) -> Iterator[Samples]:
        """The sound, as long as before and as loud, its peaks lower by `room` decibels."""
        finish = self._found(room) if room else self._finish
        return passed(map(_unpacked, self._ready), finish)

    def _found(self, room: float = 0.0) -> Filters:
        gain, finish = 0.0, Filters()
        for _ in range(ROUNDS):
            missing = STUDIO_TARGET - _loudness_of(map(_unpacked, self._ready), finish)
            if abs(missing) < CLOSE_ENOUGH:
                break
            gain += missing
            finish = [("volume", f"{gain:.2f}dB"), ("alimiter", _limiter(room))]
        return finish or [("alimiter", _limiter(room))]


def master(samples: Samples) -> Samples:
    """A whole sound mastered at once."""
    return np.concatenate([*Mastered([samples]).pieces()])


def quick_master(samples: Samples) -> Samples:
    """The cheap way for short screen texts: one gain, and peaks bent instead of limited."""
    gain = min(10 ** ((STUDIO_TARGET - loudness(samples)) / 20), LARGEST_GAIN)
    loud = samples * np.float32(gain)
    room = LOUDEST - KNEE
    over = np.maximum(np.abs(loud) - KNEE, 0)
    bent: Samples = np.where(over > 0, np.sign(loud) * (KNEE + room * np.tanh(over / room)), loud)
    return bent


def _limiter(room: float) -> str:
    return f"limit={LIMIT * 10 ** (-room / 20):.3f}:level=disabled:attack=5:release=80"


def _packed(samples: Samples) -> "npt.NDArray[np.int16]":
    """In half the room; its noise is 80 dB below speech."""
    return np.round(samples * PACKED_AS).astype(np.int16)


def _unpacked(samples: "npt.NDArray[np.int16]") -> Samples:
    return samples.astype(np.float32) / np.float32(PACKED_AS)


def _loudness_of(pieces: Iterable[Samples], filters: Filters) -> float:
    """How loud a sound is behind these filters; it is not kept."""
    told: Mapping[str, str] = {}
    for frame in _run(_stepped(pieces), [*filters, ("ebur128", "metadata=1")]):
        told = frame.metadata
    return _integrated(told) if told else SILENCE


def _stepped(pieces: Iterable[Samples]) -> Iterator[Samples]:
    """The sound with as much silence as fills the meter's last step."""
    length = 0
    for piece in pieces:
        length += len(piece)
        yield piece
    yield np.zeros(-length % METER_STEP, dtype=np.float32)


def _integrated(meter: Mapping[str, str]) -> float:
    return max(float(meter["lavfi.r128.I"]), SILENCE)


def decibels(amplitude: float) -> float:
    """An amplitude (1.0 is full scale) in decibels."""
    return 20 * math.log10(amplitude) if amplitude > 0 else -math.inf


def passed(pieces: Iterable[Samples], filters: Filters) -> Iterator[Samples]:
    """A sound after a chain of FFmpeg's filters, as long as before."""
    if not filters:
        return iter(pieces)
    return (cast("Samples", frame.to_ndarray()[0]) for frame in _run(pieces, [*filters, MONO]))


def _run(pieces: Iterable[Samples], filters: Filters) -> Iterator[av.AudioFrame]:
    graph = Graph()
    source = graph.add_abuffer(
        sample_rate=RATE, format="flt", layout="mono", time_base=Fraction(1, RATE)
    )
    nodes = [graph.add(name, arguments) for name, arguments in filters]
    graph.link_nodes(source, *nodes, graph.add("abuffersink")).configure()
    for block in chain(frames(pieces, RATE), [None]):
        graph.push(block)
        yield from _ready(graph)


def _ready(graph: Graph) -> Iterator[av.AudioFrame]:
    while True:
        try:
            yield cast("av.AudioFrame", graph.pull())
        except (BlockingIOError, EOFError):
            return
