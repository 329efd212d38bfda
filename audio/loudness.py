"""How loud a recording is, and making it as loud as it should be.

-16 LUFS is on the louder side on purpose: people listen on the speaker of a phone.
"""

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple, cast

import av
import numpy as np
from av.filter import Graph

from audio.encode import RATE, frame
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
LIMITER = "limit=0.794:level=disabled:attack=5:release=80"
LOUDEST = 0.794


class Loudness(NamedTuple):
    """Integrated loudness in LUFS and true peak in dBTP."""

    integrated: float
    peak: float


def measure(samples: Samples) -> Loudness:
    """Measure 48 kHz mono after EBU R 128; silence and the shortest sounds are -70 LUFS."""
    whole = np.pad(samples, (0, -len(samples) % METER_STEP))
    *_, last = _run(whole, [("ebur128", "peak=true:metadata=1")])
    integrated = float(last.metadata["lavfi.r128.I"])
    peak = float(last.metadata["lavfi.r128.true_peak"])
    return Loudness(max(integrated, SILENCE), decibels(peak))


def master(samples: Samples) -> Samples:
    """Make speech even and -16 LUFS loud: high-pass, compressor, gain, limiter.

    The limiter takes from what the gain gives, so the gain is found in a few rounds.
    """
    ready = filtered(samples, [("highpass", "f=70"), ("acompressor", COMPRESSOR)])
    gain, loud = 0.0, ready
    for _ in range(ROUNDS):
        missing = STUDIO_TARGET - measure(loud).integrated
        if abs(missing) < CLOSE_ENOUGH:
            break
        gain += missing
        loud = filtered(ready, [("volume", f"{gain:.2f}dB"), ("alimiter", LIMITER)])
    return loud


def quick_master(samples: Samples) -> Samples:
    """The cheap way for short screen texts: one gain, and peaks bent instead of limited."""
    gain = 10 ** ((STUDIO_TARGET - measure(samples).integrated) / 20)
    loud = samples * min(gain, 10.0)
    bent = LOUDEST * np.tanh(loud / LOUDEST)
    return np.where(np.abs(loud) < LOUDEST / 2, loud, bent).astype(np.float32)


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
    graph.push(frame(samples, RATE))
    graph.push(None)
    while True:
        try:
            yield cast("av.AudioFrame", graph.pull())
        except (BlockingIOError, EOFError):
            return
