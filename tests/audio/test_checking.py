"""A check must find what is wrong: each fault made on purpose."""

from pathlib import Path

import numpy as np
import pytest

from audio.checking import Fault, Problem, Wanted, check_bulletin, check_recording
from audio.durations import band_of
from audio.encode import RATE, Chapter, encode_voice
from audio.engines import Samples, Speed
from audio.espeak import Espeak
from audio.figures import figures_of
from audio.joining import Part, join_parts, stretches
from audio.loudness import master, measure
from audio.mixing import chime, join, silence, to_whole_seconds

LINE = "Các chi bộ sinh hoạt đúng giờ, đủ thành phần, và gửi biên bản về văn phòng."

BAND = band_of(Espeak.name, "vi", Speed.NORMAL)
TITLES = ("Sinh hoạt", "Đảng phí")


@pytest.fixture
async def speech() -> Samples:
    (clip,) = await Espeak().speak([LINE], "vi", Speed.NORMAL)
    return master(join([clip], [0.5]))


def _faults(samples: Samples, folder: Path, syllables: int | None = None) -> list[Fault]:
    path = folder / "a.ogg"
    encode_voice(samples, path)
    return [problem.fault for problem in check_recording(path, syllables, BAND)]


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


class Desk:
    """Puts a bulletin of two chapters together, well or badly, and checks it."""

    def __init__(self, speech: Samples, folder: Path) -> None:
        self._folder = folder
        self.sounds = [to_whole_seconds(speech), to_whole_seconds(speech)]
        self.wanted = [
            Wanted(title, len(sound) // RATE, len(LINE.split()), 1, 0)
            for title, sound in zip(TITLES, self.sounds, strict=True)
        ]
        self.path = folder / "ban-tin.ogg"

    def joined(self) -> Path:
        parts = []
        for number, (title, sound) in enumerate(zip(TITLES, self.sounds, strict=False)):
            encode_voice(sound, self._folder / f"{number}.ogg")
            parts.append(Part(title, self._folder / f"{number}.ogg", len(sound) // RATE))
        join_parts(parts, self.path)
        return self.path

    def problems(self) -> list[Problem]:
        return check_bulletin(self.path, self.wanted, BAND, {}).problems

    def faults(self) -> list[tuple[Fault, str]]:
        return [(problem.fault, problem.chapter) for problem in self.problems()]


@pytest.fixture
def desk(speech: Samples, tmp_path: Path) -> Desk:
    return Desk(speech, tmp_path)


def _louder(sound: Samples, decibels: float) -> Samples:
    return sound * np.float32(10 ** (decibels / 20))


def test_a_good_bulletin_has_no_faults(desk: Desk) -> None:
    desk.joined()
    assert desk.problems() == []


def test_a_chapter_fainter_than_the_other_is_found(desk: Desk) -> None:
    loud = measure(desk.sounds[0]).integrated
    desk.sounds[0] = _louder(desk.sounds[0], -15.2 - loud)
    desk.sounds[1] = _louder(desk.sounds[1], -16.5 - loud)
    desk.joined()
    assert [fault for fault, _ in desk.faults()] == [Fault.UNEVEN]


@pytest.mark.parametrize(
    ("decibels", "fault"), [(-3, Fault.LOUDNESS), (3, Fault.PEAK), (15, Fault.CLIPPED)]
)
def test_a_chapter_that_is_faint_or_too_loud_is_named(
    desk: Desk, decibels: float, fault: Fault
) -> None:
    desk.sounds[1] = np.clip(_louder(desk.sounds[1], decibels), -1, 1)
    desk.joined()
    assert (fault, TITLES[1]) in desk.faults()


def test_a_missing_chapter_is_found(desk: Desk) -> None:
    del desk.sounds[1]
    desk.joined()
    assert desk.faults() == [(Fault.CHAPTERS, ""), (Fault.LENGTH, "")]


def test_a_chapter_beside_its_second_is_found(desk: Desk) -> None:
    seconds = desk.wanted[0].seconds
    marks = [Chapter(TITLES[0], 0), Chapter(TITLES[1], seconds + 1)]
    encode_voice(np.concatenate(desk.sounds), desk.path, marks)
    assert (Fault.OFF_SECOND, TITLES[1]) in desk.faults()
    assert Problem(Fault.OFF_SECOND, seconds + 1, TITLES[1]) in desk.problems()


def test_a_bulletin_that_is_cut_short_is_found(desk: Desk) -> None:
    desk.sounds[1] = desk.sounds[1][: -2 * RATE]
    desk.joined()
    assert (Fault.LENGTH, "") in desk.faults()


def test_words_lost_in_one_chapter_are_found_there(desk: Desk) -> None:
    desk.wanted[1] = desk.wanted[1]._replace(syllables=2 * len(LINE.split()))
    desk.joined()
    assert desk.faults() == [(Fault.DURATION, TITLES[1])]


def test_a_silent_chapter_is_found(desk: Desk) -> None:
    desk.sounds[1] = np.zeros_like(desk.sounds[1])
    desk.joined()
    assert (Fault.EMPTY, TITLES[1]) in desk.faults()


def test_a_hole_where_two_chapters_meet_is_found(desk: Desk, speech: Samples) -> None:
    desk.sounds[0] = to_whole_seconds(np.concatenate([speech, silence(1.2)]))
    desk.sounds[1] = to_whole_seconds(np.concatenate([silence(0.65), speech]))
    tail = len(desk.sounds[0]) - len(speech)
    desk.wanted = [
        one._replace(seconds=len(sound) // RATE)
        for one, sound in zip(desk.wanted, desk.sounds, strict=True)
    ]
    desk.joined()
    assert tail / RATE + 0.5 + 0.65 > 2.5
    assert desk.faults() == [(Fault.GAP, TITLES[0])]


@pytest.mark.parametrize(("share", "found"), [(0.5, True), (0.7, False), (0.95, True)])
def test_too_much_silence_or_none_is_found(
    speech: Samples, tmp_path: Path, share: float, found: bool
) -> None:
    sound = to_whole_seconds(speech)
    seconds = len(sound) // RATE
    encode_voice(sound, tmp_path / "one.ogg")
    join_parts([Part(str(n), tmp_path / "one.ogg", seconds) for n in range(9)], tmp_path / "a.ogg")
    one = stretches(tmp_path / "a.ogg")[0]
    heard = figures_of([sound])._replace(speech=share * seconds)
    wanted = [Wanted(str(n), seconds, len(LINE.split()), 1, 0) for n in range(9)]

    problems = check_bulletin(tmp_path / "a.ogg", wanted, BAND, {one.digest: heard}).problems

    assert ([problem.fault for problem in problems] == [Fault.SPEECH_SHARE]) is found
    assert found or problems == []


@pytest.mark.parametrize("content", [b"", b"not a sound", b"OggS"])
def test_a_bulletin_that_is_no_sound_is_found(desk: Desk, content: bytes) -> None:
    desk.path.write_bytes(content)
    assert desk.faults() == [(Fault.UNREADABLE, "")]


def test_what_was_not_listened_to_before_is(desk: Desk) -> None:
    """Figures are kept by what was heard: those of another sound are no excuse."""
    path = desk.joined()
    known = {one.digest: figures_of([desk.sounds[0]]) for one in stretches(path)}
    desk.sounds[1] = _louder(desk.sounds[1], -6)
    desk.joined()
    problems = check_bulletin(path, desk.wanted, BAND, known).problems
    assert Fault.LOUDNESS in [problem.fault for problem in problems]
