"""A voice for other players: made once, whole, and only from sound."""

from __future__ import annotations

import asyncio
from pathlib import Path

import av
import numpy as np
import pytest

from audio.encode import RATE, Chapter, chapters_of, encode_voice
from audio.forms import Forms

CHAPTERS = [Chapter("Mở đầu", 0), Chapter("Sinh hoạt chi bộ", 1)]


@pytest.fixture
def voice(tmp_path: Path) -> Path:
    """Three seconds of a low tone."""
    path = tmp_path / "voice"
    tone = np.sin(np.arange(3 * RATE) * 220 * 2 * np.pi / RATE, dtype=np.float32) / 4
    encode_voice(tone, path, CHAPTERS)
    return path


@pytest.mark.parametrize(
    ("form", "container", "codec"),
    [("m4a", "m4a", "aac"), ("aac", "aac", "aac"), ("ogg", "ogg", "opus")],
)
async def test_a_voice_is_heard_whole_in_each_form(
    voice: Path, form: str, container: str, codec: str
) -> None:
    made = await Forms().get(voice, form)

    assert made == voice.with_name(f"voice.{form}")
    with av.open(str(made)) as heard:
        assert container in heard.format.name
        assert heard.streams.audio[0].codec_context.name == codec
        frames = [frame.to_ndarray()[0] for frame in heard.decode(audio=0)]
        rate = heard.streams.audio[0].rate
    sound = np.concatenate(frames)
    assert len(sound) / rate == pytest.approx(3, abs=0.1)
    middle = sound[rate : 2 * rate]
    pitch = np.argmax(np.abs(np.fft.rfft(middle))) * rate / len(middle)
    assert pitch == pytest.approx(220, abs=2)
    assert np.sqrt(np.mean(middle**2)) == pytest.approx(0.25 / np.sqrt(2), rel=0.1)


async def test_the_beginning_of_the_browsers_form_says_where_all_of_it_is(voice: Path) -> None:
    made = await Forms().get(voice, "m4a")
    assert made
    data = await asyncio.to_thread(made.read_bytes)

    assert data.index(b"moov") < data.index(b"mdat")


async def test_it_is_made_once_for_all_who_ask(voice: Path) -> None:
    forms = Forms()
    made = await asyncio.gather(*(forms.get(voice, "m4a") for _ in range(3)))
    first = voice.with_name("voice.m4a").stat().st_mtime_ns
    await Forms().get(voice, "m4a")

    assert len(set(made)) == 1
    assert voice.with_name("voice.m4a").stat().st_mtime_ns == first
    assert _names(voice.parent) == {"voice", "voice.aac", "voice.m4a"}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing to hear", b"OggS" + b"\0" * 900])
async def test_what_is_no_sound_leaves_nothing_behind(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "paper"
    path.write_bytes(data)
    forms = Forms()

    assert await forms.get(path, "m4a") is None
    assert await forms.get(path, "m4a") is None
    assert _names(tmp_path) == {"paper"}


def test_chapters_are_found_in_the_recording(voice: Path) -> None:
    assert chapters_of(voice) == [(0, 1), (1, pytest.approx(3, abs=0.05))]


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}
