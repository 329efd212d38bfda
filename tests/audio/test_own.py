"""A person's own recording instead of a voice: trimmed, as loud as the rest, or refused."""

import wave
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from audio.bulletin import BulletinPlan
from audio.encode import RATE, at_studio_rate, encode_voice
from audio.engines import Samples, Speed
from audio.espeak import Espeak
from audio.figures import figures_of
from audio.joining import sound_of, stretches
from audio.own import LONGEST, Unusable, finish_own, trimmed
from audio.studio import build_bulletin, build_item

SOUND = 0.1 * np.sin(np.arange(RATE) * 0.05).astype(np.float32)


def _silence(seconds: float) -> Samples:
    return np.zeros(int(seconds * RATE), dtype=np.float32)


def test_silence_around_the_words_goes_and_long_pauses_are_shortened() -> None:
    told = np.concatenate(
        [_silence(2), SOUND, _silence(4), SOUND, _silence(1.2), SOUND, _silence(3)]
    )
    heard = figures_of([trimmed(told, RATE)])
    assert (heard.lead, heard.tail) == (pytest.approx(0.2, abs=0.05),) * 2
    assert heard.gap == pytest.approx(1.2, abs=0.05), "one of four seconds is one second now"
    assert heard.seconds == pytest.approx(3 + 1 + 1.2 + 0.4, abs=0.1)


def test_of_a_noisy_room_only_the_words_are_kept() -> None:
    noise = np.random.default_rng(1).normal(0, 0.0008, 6 * RATE).astype(np.float32)
    noise[2 * RATE : 3 * RATE] += SOUND
    assert len(trimmed(noise, RATE)) == pytest.approx(1.4 * RATE, rel=0.05)
    assert not len(trimmed(_silence(3), RATE))


async def test_a_recorded_item_is_heard_in_the_bulletin_as_loud_as_the_rest(tmp_path: Path) -> None:
    (spoken,) = await Espeak().speak(
        ["Chủ nhật này mời bà con cùng trồng cây ở đình làng."], "vi", Speed.NORMAL
    )
    own = tmp_path / "own"
    quiet = 0.05 * at_studio_rate(spoken)
    encode_voice(np.concatenate([_silence(1.5), quiet, _silence(3), quiet]), own)
    items = [("Trồng cây", "Theo mẫu 3B/4C."), ("Thu đảng phí", "Các chi bộ thu đủ, nộp đúng hạn.")]
    plan = BulletinPlan("Phường Sen Hồng", date(2026, 12, 1), items, recordings={1: own})

    made = await build_bulletin(plan, [Espeak()], tmp_path / "out.ogg", tmp_path / "cache")

    assert [one.title for one in made.items] == ["Trồng cây", "Thu đảng phí"]
    heard = figures_of(sound_of(stretches(made.path)[1]))
    assert heard.loudness == pytest.approx(-16, abs=1), "what no voice can read closes no gate"
    assert heard.lead < 0.5
    assert heard.gap < 2
    alone = await build_item(plan, 1, [Espeak()], tmp_path / "cache")
    assert alone.path == made.items[0].path


@pytest.mark.parametrize(
    ("seconds", "reason"), [(0.3, "too_short"), (LONGEST + 5, "too_long"), (None, "no_sound")]
)
async def test_what_nothing_can_be_made_of_says_why(
    tmp_path: Path, seconds: float | None, reason: str
) -> None:
    source = tmp_path / "source"
    if seconds is None:
        source.write_bytes(b"OggS and nothing else")
    else:
        with wave.open(str(source), "wb") as file:
            file.setparams((1, 2, 8_000, 0, "NONE", ""))
            file.writeframes(bytes(range(1, 161)) * int(seconds * 100))
    with pytest.raises(Unusable) as refused:
        await finish_own(source, tmp_path / "made.ogg", "Trồng cây")
    assert (refused.value.title, refused.value.reason) == ("Trồng cây", reason)
    assert not (tmp_path / "made.ogg").exists()
