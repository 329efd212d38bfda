"""A check must find what is wrong: each fault made on purpose."""

from pathlib import Path

import numpy as np
import pytest

from audio.checking import Fault, check_recording
from audio.encode import RATE, encode_voice
from audio.engines import Samples, Speed
from audio.espeak import Espeak
from audio.loudness import master, measure
from audio.mixing import chime, join, silence

LINE = "Các chi bộ sinh hoạt đúng giờ, đủ thành phần, và gửi biên bản về văn phòng."


@pytest.fixture
async def speech() -> Samples:
    (clip,) = await Espeak().speak([LINE], "vi", Speed.NORMAL)
    return master(join([clip], [0.5]))


def _faults(samples: Samples, folder: Path, syllables: int | None = None) -> list[Fault]:
    path = folder / "a.ogg"
    encode_voice(samples, path)
    return [problem.fault for problem in check_recording(path, syllables)]


def test_good_speech_has_no_faults(speech: Samples, tmp_path: Path) -> None:
    assert _faults(speech, tmp_path, len(LINE.split())) == []


def test_faint_speech_is_found(speech: Samples, tmp_path: Path) -> None:
    assert _faults(speech * np.float32(0.3), tmp_path) == [Fault.LOUDNESS]


def test_speech_that_is_too_loud_is_found(speech: Samples, tmp_path: Path) -> None:
    loud = np.clip(speech * 4, -1, 1).astype(np.float32)
    assert {Fault.LOUDNESS, Fault.PEAK, Fault.CLIPPED} <= set(_faults(loud, tmp_path))


def test_a_hole_is_found(speech: Samples, tmp_path: Path) -> None:
    holed = np.concatenate([speech, silence(3), speech])
    assert _faults(holed, tmp_path) == [Fault.GAP]


def test_a_late_start_is_found(speech: Samples, tmp_path: Path) -> None:
    assert _faults(np.concatenate([silence(1), speech]), tmp_path) == [Fault.LATE_START]


def test_lost_words_are_found(speech: Samples, tmp_path: Path) -> None:
    assert _faults(speech, tmp_path, 3 * len(LINE.split())) == [Fault.DURATION]


def test_silence_is_found(tmp_path: Path) -> None:
    assert _faults(silence(4), tmp_path) == [Fault.EMPTY]


@pytest.mark.parametrize("content", [b"", b"not a sound", b"OggS"])
def test_a_file_that_is_no_sound_is_found(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.ogg"
    path.write_bytes(content)
    assert [problem.fault for problem in check_recording(path)] == [Fault.UNREADABLE]


def test_the_meter_agrees_with_the_definition() -> None:
    """A 1 kHz sine at -23 dBFS is -23 LUFS by EBU R 128's own test, less 3 for one channel."""
    time = np.arange(5 * RATE) / RATE
    tone = (10 ** (-20 / 20) * np.sin(2 * np.pi * 1000 * time)).astype(np.float32)
    assert measure(tone).integrated == pytest.approx(-23, abs=0.1)
    assert measure(tone).peak == pytest.approx(-20, abs=0.1)


def test_the_chime_is_soft_and_ends_in_silence() -> None:
    sound = chime()
    assert np.max(np.abs(sound)) == pytest.approx(0.25, abs=0.01)
    assert np.max(np.abs(sound[-480:])) < 0.01
