"""How loud a recording is, and making it as loud as it should be.

-16 LUFS is on the louder side on purpose: people listen on the speaker of a phone.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import NamedTuple, cast

import av
import numpy as np
from av.filter import Graph

from audio.encode import RATE, blocks
from audio.engines import Samples

TARGET = -16.0
# Opus takes a little away, so the studio aims a little higher.
STUDIO_TARGET = -15.8
ROUNDS = 3
CLOSE_ENOUGH = 0.1
SILENCE = -70.0
# The meter reports every 100 ms and is silent about an incomplete step.
METER_STEP = RATE // 10

Filters = Sequence[tuple[str, str]]
COMPRESSOR = "threshold=-20dB:ratio=2.5:attack=10:release=200:knee=6"
LIMITER = "limit=0.74:level=disabled:attack=5:release=80"
LOUDEST = 0.7
KNEE = 0.5
LARGEST_GAIN = 10.0


class Loudness(NamedTuple):
    """Integrated loudness in LUFS and true peak in dBTP."""

    integrated: float
    peak: float


def measure(samples: Samples) -> Loudness:
    """Measure 48 kHz mono after EBU R 128; silence and the shortest sounds are -70 LUFS."""
    meter = _metered(samples, "peak=true:metadata=1")
    peak = float(meter["lavfi.r128.true_peak"])
    return Loudness(_integrated(meter), decibels(peak))


def loudness(samples: Samples) -> float:
    """The integrated loudness alone, which takes a fraction of the time."""
    return _integrated(_metered(samples, "metadata=1"))


def master(samples: Samples) -> Samples:
    """Make speech even and -16 LUFS loud: high-pass, compressor, gain, limiter.

    The limiter takes from what the gain gives, so the gain is found in a few rounds.
    """
    ready = filtered(samples, [("highpass", "f=70"), ("acompressor", COMPRESSOR)])
    gain, loud = 0.0, ready
    for _ in range(ROUNDS):
        missing = STUDIO_TARGET - loudness(loud)
        if abs(missing) < CLOSE_ENOUGH:
            break
        gain += missing
        loud = filtered(ready, [("volume", f"{gain:.2f}dB"), ("alimiter", LIMITER)])
    return loud


def quick_master(samples: Samples) -> Samples:
    """The cheap way for short screen texts: one gain, and peaks bent instead of limited."""
    gain = min(10 ** ((STUDIO_TARGET - loudness(samples)) / 20), LARGEST_GAIN)
    loud = samples * np.float32(gain)
    room = LOUDEST - KNEE
    over = np.maximum(np.abs(loud) - KNEE, 0)
    bent: Samples = np.where(over > 0, np.sign(loud) * (KNEE + room * np.tanh(over / room)), loud)
    return bent


def _metered(samples: Samples, settings: str) -> Mapping[str, str]:
    missing = -len(samples) % METER_STEP
    whole = np.pad(samples, (0, missing)) if missing else samples
    meter: Mapping[str, str] = {}
    for heard in _run(whole, [("ebur128", settings)]):
        meter = heard.metadata
    return meter


def _integrated(meter: Mapping[str, str]) -> float:
    return max(float(meter["lavfi.r128.I"]), SILENCE)


def decibels(amplitude: float) -> float:
    """An amplitude (1.0 is full scale) in decibels."""
    return 20 * math.log10(amplitude) if amplitude > 0 else -math.inf


def filtered(samples: Samples, filters: Filters) -> Samples:
    """The sound after a chain of FFmpeg's filters, as long as before."""
    chain = [*filters, ("aformat", "sample_fmts=flt:channel_layouts=mono")]
    return np.concatenate([piece.to_ndarray()[0] for piece in _run(samples, chain)])


def _run(samples: Samples, filters: Filters) -> Iterator[av.AudioFrame]:
    graph = Graph()
    source = graph.add_abuffer(
        sample_rate=RATE, format="flt", layout="mono", time_base=Fraction(1, RATE)
    )
    nodes = [graph.add(name, arguments) for name, arguments in filters]
    graph.link_nodes(source, *nodes, graph.add("abuffersink")).configure()
    for block in chain(blocks(samples, RATE), [None]):
        graph.push(block)
        yield from _ready(graph)


def _ready(graph: Graph) -> Iterator[av.AudioFrame]:
    while True:
        try:
            yield cast("av.AudioFrame", graph.pull())
        except (BlockingIOError, EOFError):
            return
