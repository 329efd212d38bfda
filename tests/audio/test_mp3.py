"""The MP3 of a bulletin: whole, with the chapters and tags that players show."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from audio.about import About
from audio.encode import RATE, Chapter, encode_voice
from audio.forms import Forms
from audio.mp3 import Mark, marks_of

TITLES = ("Mở đầu", "Sinh hoạt chi bộ", "Thu đảng phí", "Lời kết")
PITCHES = (220, 330, 440, 550)  # of each second
ABOUT = About("Bản tin tháng 12 năm 2026", "Phường Sen Hồng", "2026-12-05", "Bản tin", 12)


@pytest.fixture
def voice(tmp_path: Path) -> Path:
    """Four chapters of a second, each with a tone of its own."""
    path = tmp_path / "voice"
    second = np.arange(RATE) * 2 * np.pi / RATE
    tones = np.concatenate([np.sin(second * pitch) / 4 for pitch in PITCHES])
    encode_voice(tones.astype(np.float32), path, [Chapter(one, n) for n, one in enumerate(TITLES)])
    return path


def frames_of(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The frames of an ID3v2.3 tag, as its standard says: a name, a length, two flags."""
    assert data[:5] == b"ID3\x03\x00"
    size = sum(
        (byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True)
    )
    yield from _frames(data[10 : 10 + size])


def _frames(rest: bytes) -> Iterator[tuple[str, bytes]]:
    while rest[:4].strip(b"\0"):
        (length,) = struct.unpack(">I", rest[4:8])
        yield rest[:4].decode(), rest[10 : 10 + length]
        rest = rest[10 + length :]


def text_of(frame: bytes) -> str:
    """A text frame: what it is written in, then the text."""
    coding = {0: "latin-1", 1: "utf-16"}[frame[0]]
    return frame[1:].decode(coding).rstrip("\0")


def chapters_of(data: bytes) -> list[tuple[str, int, int]]:
    """Title, start and end in milliseconds of each chapter, in the order of the table."""
    frames = list(frames_of(data))
    found = {}
    for name, frame in frames:
        if name == "CHAP":
            element, _, rest = frame.partition(b"\0")
            start, end = struct.unpack(">II", rest[:8])
            ((_, title),) = [one for one in _frames(rest[16:]) if one[0] == "TIT2"]
            found[element] = (text_of(title), start, end)
    (table,) = [frame for name, frame in frames if name == "CTOC"]
    _, _, rest = table.partition(b"\0")
    assert rest[1] == len(found)
    names = rest[2:].split(b"\0")[: rest[1]]
    return [found[one] for one in names]


async def made_of(voice: Path, about: About) -> Path:
    made = await Forms().get(voice, "mp3", about)
    assert made
    return made


async def test_players_see_title_unit_date_and_chapters(voice: Path) -> None:
    data = await asyncio.to_thread((await made_of(voice, ABOUT)).read_bytes)
    said = {name: text_of(frame) for name, frame in frames_of(data) if name.startswith("T")}

    assert said["TIT2"] == "Bản tin tháng 12 năm 2026"
    assert said["TPE1"] == "Phường Sen Hồng"
    assert said["TALB"] == "Bản tin"
    assert (said["TYER"], said["TDAT"]) == ("2026", "0512")
    assert (said["TRCK"], said["TLAN"]) == ("12", "vie")
    chapters = chapters_of(data)
    assert [(title, start) for title, start, _ in chapters] == [
        (title, number * 1000) for number, title in enumerate(TITLES)
    ]
    assert [end for *_, end in chapters] == pytest.approx([1000, 2000, 3000, 4000], abs=20)


@pytest.mark.parametrize(
    ("about", "pitches"),
    [
        (ABOUT, PITCHES),
        (About("Bản tin", "Sen Hồng", "2026-12-05", end=3), PITCHES[:3]),
        (About("Mục 1", "Sen Hồng", "2026-12-05", start=1, end=2), PITCHES[1:2]),
    ],
)
async def test_all_that_is_wanted_is_heard_and_nothing_else(
    voice: Path, about: About, pitches: tuple[int, ...]
) -> None:
    made = await made_of(voice, about)
    with av.open(str(made)) as heard:
        stream = heard.streams.audio[0]
        assert (stream.codec_context.name, stream.layout.name) == ("mp3float", "mono")
        rate = stream.rate
        sound = np.concatenate([frame.to_ndarray()[0] for frame in heard.decode(audio=0)])

    assert len(sound) / rate == pytest.approx(len(pitches), abs=0.1)
    for number, pitch in enumerate(pitches):
        part = sound[int((number + 0.2) * rate) : int((number + 0.8) * rate)]
        loudest = np.argmax(np.abs(np.fft.rfft(part))) * rate / len(part)
        assert loudest == pytest.approx(pitch, abs=3)
        assert np.sqrt(np.mean(part**2)) == pytest.approx(0.25 / np.sqrt(2), rel=0.1)
    titles = [one.title for one in marks_of(made)]
    assert titles == (list(TITLES[: len(pitches)]) if len(pitches) > 1 else [])


async def test_other_words_about_a_sound_make_another_file(voice: Path) -> None:
    forms = Forms()
    one = await forms.get(voice, "mp3", About("Mục 1", "Sen Hồng", "2026-12-05", end=1))
    other = await forms.get(voice, "mp3", About("Mục 2", "Sen Hồng", "2026-12-05", end=1))

    assert one != other
    assert await forms.get(voice, "mp3", About("Mục 1", "Sen Hồng", "2026-12-05", end=1)) == one


def test_the_marks_of_a_recording_have_their_titles(voice: Path) -> None:
    assert marks_of(voice)[1] == Mark("Sinh hoạt chi bộ", 1, 2)
