"""Putting clips together: trimmed, with pauses, after a chime. All at 48 kHz."""

from collections.abc import Iterator, Sequence

import numpy as np

from audio.encode import RATE, at_studio_rate
from audio.engines import Clip, Samples

AUDIBLE = 0.004
EDGE_SECONDS = 0.03

# A rising third, struck softly: it says "listen" and is never heard under speech.
CHIME_NOTES = ((659.3, 0.0), (987.8, 0.35))
CHIME_SECONDS = 1.6
FADE_SECONDS = 0.2
ATTACK_SECONDS = 0.008
CHIME_PEAK = 0.25
PARTIALS = ((1.0, 1.0), (2.0, 0.35), (3.0, 0.12))


def silence(seconds: float) -> Samples:
    """Nothing, for so long."""
    return np.zeros(round(seconds * RATE), dtype=np.float32)


def join(clips: Sequence[Clip], pauses: Sequence[float]) -> Samples:
    """The clips without the engine's own silence, each followed by its pause in seconds."""
    return np.concatenate([silence(0), *joined(clips, pauses)])


def joined(clips: Sequence[Clip], pauses: Sequence[float]) -> Iterator[Samples]:
    """The same in pieces, none of them before it is wanted."""
    for clip, pause in zip(clips, pauses, strict=True):
        yield trimmed(at_studio_rate(clip))
        yield silence(pause)


def trimmed(samples: Samples) -> Samples:
    """The sound without silence before and after it, but for a short edge."""
    audible = np.flatnonzero(np.abs(samples) > AUDIBLE)
    if not len(audible):
        return samples[:0]
    edge = round(EDGE_SECONDS * RATE)
    return samples[max(0, audible[0] - edge) : audible[-1] + edge]


def to_whole_seconds(samples: Samples) -> Samples:
    """The sound with as much silence as fills its last second."""
    missing = -len(samples) % RATE
    return np.concatenate([samples, np.zeros(missing, dtype=np.float32)])


def chime() -> Samples:
    """Two soft bell notes, synthesised."""
    time = np.arange(round(CHIME_SECONDS * RATE), dtype=np.float32) / RATE
    sound = np.zeros_like(time)
    for pitch, start in CHIME_NOTES:
        sound += _struck(np.maximum(time - start, 0), pitch)
    sound *= np.minimum(1, (CHIME_SECONDS - time) / FADE_SECONDS)
    loud: Samples = CHIME_PEAK * sound / np.max(np.abs(sound))
    return loud


def _struck(since: Samples, pitch: float) -> Samples:
    """One bell note, `since` seconds after it was struck; silent at 0."""
    tone = np.zeros_like(since)
    for times, strength in PARTIALS:
        decay = np.exp(-since * (2.5 + times))
        tone += strength * np.sin(2 * np.pi * pitch * times * since) * decay
    struck: Samples = tone * np.minimum(1, since / ATTACK_SECONDS)
    return struck
