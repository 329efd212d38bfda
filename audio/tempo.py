"""Playing a voice faster than it can speak, at the same pitch."""

import numpy as np

from audio.encode import RATE, at_studio_rate
from audio.engines import Clip, Engine, Speed
from audio.loudness import passed

FASTER = 1.15  # what the built-in voice does between normal and fast


def needs_haste(engine: Engine, language: str, speed: Speed) -> bool:
    """Whether this is the fast speed of a voice whose fast is its normal."""
    if speed is not Speed.FAST:
        return False
    return engine.voice(language, speed) == engine.voice(language, Speed.NORMAL)


def faster(clip: Clip, times: float = FASTER) -> Clip:
    """The clip in 1/`times` of its length, at 48 kHz."""
    return Clip(np.concatenate([*passed([at_studio_rate(clip)], [("atempo", str(times))])]), RATE)
