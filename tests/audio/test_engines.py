"""The built-in voice, choosing a voice, and the cache in front of one."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from audio.cache import CachedEngine
from audio.engines import Clip, EngineFailed, Speed, speak_with_first
from audio.espeak import Espeak
from audio.tempo import FASTER

LONG = "họp " * 2000
LINES = ["Các chi bộ họp lúc bảy giờ.", "Thu xong trước ngày hai mươi lăm."]


class Parrot:
    """An engine that counts what it is asked and says a tone as long as the text."""

    name = "parrot"
    version = "1"
    is_local = True

    def __init__(self, *, broken: bool = False, voice: str = "bright") -> None:
        self.asked: list[str] = []
        self._broken = broken
        self._voice = voice

    def voice(self, language: str, speed: Speed) -> str:
        return f"{self._voice} {language} {speed}"

    async def speak(self, sentences: Sequence[str], language: str, speed: Speed) -> list[Clip]:
        self.asked += sentences
        if self._broken:
            raise EngineFailed(self.name, "lost its voice")
        return [Clip(np.full(len(text), 0.5, dtype=np.float32), 8000) for text in sentences]


def _kept(folder: Path) -> list[Path]:
    return list(folder.rglob("*.npz"))


async def test_the_built_in_voice_speaks_one_clip_a_sentence() -> None:
    clips = await Espeak().speak(LINES, "vi", Speed.NORMAL)
    assert len(clips) == 2
    assert all(clip.rate == 22050 and clip.samples.dtype == np.float32 for clip in clips)
    assert all(1.5 < clip.seconds < 5 for clip in clips)
    assert all(np.max(np.abs(clip.samples)) > 0.2 for clip in clips)


def test_the_built_in_voice_is_the_one_whose_tones_stand_apart() -> None:
    assert Espeak().voice("vi", Speed.NORMAL) == "vi+f2 rate=120 range=80"
    assert Espeak().is_local


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_the_three_speeds_are_clearly_apart(language: str) -> None:
    slow, normal, fast = [
        (await Espeak().speak(["Xin chao, please come home to us."], language, speed))[0].seconds
        for speed in (Speed.SLOW, Speed.NORMAL, Speed.FAST)
    ]
    assert 0.75 < normal / slow < 0.87
    assert 1.1 < normal / fast < 1.25


async def test_the_same_job_gives_the_same_bytes() -> None:
    one, other = await asyncio.gather(
        *(Espeak().speak(LINES, "vi", Speed.NORMAL) for _ in range(2))
    )
    assert all(np.array_equal(a.samples, b.samples) for a, b in zip(one, other, strict=True))


async def test_a_voice_that_does_not_exist_is_a_failure() -> None:
    with pytest.raises(EngineFailed, match="no voice xx-none"):
        await Espeak({"vi": "xx-none"}).speak(LINES, "vi", Speed.NORMAL)


async def test_a_sentence_without_sound_is_a_failure() -> None:
    with pytest.raises(EngineFailed):
        await Espeak().speak([LINES[0], ""], "vi", Speed.NORMAL)


@pytest.mark.fault(40)
async def test_the_first_voice_that_can_speaks_everything() -> None:
    mute, spare, unused = Parrot(broken=True), Parrot(), Parrot()
    spoken = await speak_with_first([mute, spare, unused], LINES, "vi", Speed.NORMAL)
    assert spoken.engine == "parrot"
    assert spare.asked == LINES
    assert unused.asked == []


async def test_when_no_voice_can_every_reason_is_told() -> None:
    with pytest.raises(EngineFailed, match=r"lost its voice; .*lost its voice"):
        await speak_with_first([Parrot(broken=True)] * 2, LINES, "vi", Speed.NORMAL)


async def test_a_sentence_is_spoken_once_and_then_kept(tmp_path: Path) -> None:
    first = await CachedEngine(Parrot(), tmp_path).speak([*LINES, LINES[0]], "vi", Speed.NORMAL)
    silent = Parrot(broken=True)
    again = await CachedEngine(silent, tmp_path).speak([*LINES, LINES[0]], "vi", Speed.NORMAL)
    assert silent.asked == []
    assert all(
        np.allclose(a.samples, b.samples, atol=1e-4) for a, b in zip(first, again, strict=True)
    )
    assert len(_kept(tmp_path)) == 2


@pytest.mark.parametrize(
    ("voice", "language", "speed"),
    [("dark", "vi", Speed.NORMAL), ("bright", "en", Speed.NORMAL), ("bright", "vi", Speed.SLOW)],
)
async def test_another_voice_language_or_speed_is_another_clip(
    tmp_path: Path, voice: str, language: str, speed: Speed
) -> None:
    await CachedEngine(Parrot(), tmp_path).speak(LINES, "vi", Speed.NORMAL)
    other = Parrot(voice=voice)
    await CachedEngine(other, tmp_path).speak(LINES, language, speed)
    assert other.asked == LINES


class TwoSpeeds(Parrot):
    """A voice whose fast is its normal, as Google's is."""

    def voice(self, language: str, speed: Speed) -> str:
        return "slow" if speed is Speed.SLOW else "normal"


async def test_a_voice_without_a_fast_speed_is_played_faster(tmp_path: Path) -> None:
    parrot = TwoSpeeds()
    engine = CachedEngine(parrot, tmp_path)
    (normal,) = await engine.speak([LONG], "vi", Speed.NORMAL)
    (fast,) = await engine.speak([LONG], "vi", Speed.FAST)
    assert fast.seconds == pytest.approx(normal.seconds / FASTER, rel=0.05)
    assert parrot.asked == [LONG], "what was said at the normal speed is not asked for again"
    assert engine.voice("vi", Speed.FAST) != engine.voice("vi", Speed.NORMAL)


async def test_a_voice_with_a_fast_speed_speaks_it_itself(tmp_path: Path) -> None:
    engine = CachedEngine(Parrot(), tmp_path)
    (fast,) = await engine.speak([LONG], "vi", Speed.FAST)
    assert len(fast.samples) == len(LONG)


@pytest.mark.parametrize("damage", [b"", b"garbage", b"PK\x03\x04"])
async def test_a_damaged_clip_is_spoken_again(tmp_path: Path, damage: bytes) -> None:
    await CachedEngine(Parrot(), tmp_path).speak(LINES[:1], "vi", Speed.NORMAL)
    (kept,) = _kept(tmp_path)
    kept.write_bytes(damage)
    parrot = Parrot()
    (clip,) = await CachedEngine(parrot, tmp_path).speak(LINES[:1], "vi", Speed.NORMAL)
    assert parrot.asked == LINES[:1]
    assert len(clip.samples) == len(LINES[0])
