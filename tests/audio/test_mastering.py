"""Peaks stay where the encoder leaves them room, whatever the voice was like."""

import numpy as np
import pytest

from audio.encode import RATE
from audio.engines import Samples
from audio.loudness import LIMIT, STUDIO_TARGET, Mastered, loudness


def _speech(peak: float) -> Samples:
    """Six seconds of syllables, each with a hard onset."""
    time = np.arange(6 * RATE, dtype=np.float32) / RATE
    syllable = np.exp(-6 * (time % 0.3)) * np.sin(2 * np.pi * 180 * time)
    return np.float32(peak) * syllable.astype(np.float32)


def _mastered(speech: Samples, room: float = 0.0) -> Samples:
    return np.concatenate([*Mastered([speech]).pieces(room)])


@pytest.mark.parametrize("room", [0.0, 2.0])
def test_lower_peaks_are_no_less_loud(room: float) -> None:
    heard = _mastered(_speech(0.2), room)
    assert np.max(np.abs(heard)) <= LIMIT * 10 ** (-room / 20) + 0.01
    assert loudness(heard) == pytest.approx(STUDIO_TARGET, abs=0.5)


def test_what_is_loud_enough_already_has_its_peaks_cut_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("audio.loudness.CLOSE_ENOUGH", 99)
    speech = _speech(0.2)
    speech[3 * RATE : 3 * RATE + 96] = 1.2  # quicker than the compressor
    assert np.max(np.abs(_mastered(speech))) == pytest.approx(LIMIT, abs=0.01)
