"""What is kept of the voices, and what is dropped at night."""

import os
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from audio.bulletin import Sentence, SpokenChapter
from audio.chapters import Chapters
from audio.encode import RATE
from audio.engines import Clip, Speed
from audio.pruning import prune

NOW = datetime(2026, 12, 15, 3, tzinfo=UTC)


def _kept(folder: Path, name: str, days: float, size: int = 10) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(size))
    _age(path, days)
    return path


def _age(path: Path, days: float) -> None:
    used = (NOW - timedelta(days=days)).timestamp()
    os.utime(path, (used, used))


def test_what_nobody_used_for_a_year_is_dropped_and_the_rest_stays(tmp_path: Path) -> None:
    old = _kept(tmp_path, "ab/old.npz", 401)
    ogg = _kept(tmp_path, "chapters/cd/old.ogg", 500)
    told = _kept(tmp_path, "chapters/cd/old.json", 500)
    part, at_work = [_kept(tmp_path, f"ab/{one}.1.2.part", 0) for one in "xy"]
    for one, days in ((part, 2), (at_work, 0)):  # as the machine's own clock tells
        os.utime(one, (time.time() - days * 86400,) * 2)
    stays = [
        _kept(tmp_path, "ab/last-year.npz", 399),
        _kept(tmp_path, "chapters/cd/new.ogg", 1),
        _kept(tmp_path, "chapters/cd/new.json", 600),
        at_work,
    ]
    assert prune(tmp_path, NOW) == (2, 20)
    assert not any(path.exists() for path in (old, ogg, told, part))
    assert all(path.exists() for path in stays)


def test_too_much_is_dropped_from_the_longest_unused_on(tmp_path: Path) -> None:
    ages = {300: 40, 200: 40, 100: 40, 92: 40, 31: 40, 1: 40}
    paths = {days: _kept(tmp_path, f"a/{days}.npz", days, size) for days, size in ages.items()}
    assert prune(tmp_path, NOW, most_bytes=170) == (2, 80)
    assert [days for days, path in paths.items() if path.exists()] == [100, 92, 31, 1]


def test_what_this_months_and_last_months_bulletins_need_stays_however_much(tmp_path: Path) -> None:
    """Last month's may have been made before that month began, as early as on the first of the
    month before it."""
    earliest = (NOW - datetime(2026, 10, 1, tzinfo=UTC)).days
    longest = 92  # three months in a row of 31, 30 and 31 days
    needed = [_kept(tmp_path, f"a/{days}.npz", days, 99) for days in (earliest, longest, 0)]
    assert prune(tmp_path, NOW, most_bytes=0) == (0, 0)
    assert all(path.exists() for path in needed)


def test_there_need_not_be_anything(tmp_path: Path) -> None:
    assert prune(tmp_path / "none", NOW) == (0, 0)


class Hum:
    """A voice that hums, a second for each sentence."""

    name, version, is_local = "hum", "1", True
    asked = 0

    def voice(self, language: str, speed: Speed) -> str:
        return "hum"

    async def speak(self, sentences: Sequence[str], language: str, speed: Speed) -> list[Clip]:
        self.asked += len(sentences)
        time = np.arange(RATE, dtype=np.float32) / RATE
        return [Clip(np.sin(time * 1000) / 4, RATE) for _ in sentences]


@pytest.mark.parametrize("needed", ["the chapter", "its sentence"])
async def test_what_is_used_again_counts_as_new(tmp_path: Path, needed: str) -> None:
    hum = Hum()
    chapters = Chapters(hum, tmp_path, "vi")
    chapter = SpokenChapter("Một", (Sentence("Xin chào", 0.5),), item=1)
    take = await chapters.make(chapter)
    (spoken,) = sorted(tmp_path.glob("*/*.npz"))  # noqa: ASYNC240
    for path in (take.path, spoken):
        _age(path, 500)
    if needed == "its sentence":
        take.path.unlink()
    again = await chapters.make(chapter)
    assert prune(tmp_path, NOW) == (0, 0)
    assert hum.asked == 1
    assert again.path.exists()
