"""Files beside the backups: kept once, proved, and dropped when no backup can name them."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from files import keeping
from files.keeping import SHELF, Shelf
from files.sealing import PIECE

NIGHT = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
KEY = "mật khẩu dài của văn phòng"
pytestmark = pytest.mark.usefixtures("quick_keys")
DATA = "Mái nhà văn hóa dột".encode() * 50


@pytest.fixture
def voice(tmp_path: Path) -> Path:
    """A file somebody sent."""
    path = tmp_path / "files" / ("a" * 64)
    path.parent.mkdir()
    path.write_bytes(DATA)
    return path


def _kept(folder: Path) -> list[Path]:
    return sorted(one for one in (folder / SHELF).rglob("*") if one.is_file())


@pytest.mark.parametrize("key", ["", KEY], ids=["open", "sealed"])
@pytest.mark.parametrize("size", [0, 1, PIECE, PIECE + 1])
def test_a_file_is_kept_once_and_comes_back(
    tmp_path: Path, voice: Path, key: str, size: int
) -> None:
    data = (DATA * (size // len(DATA) + 1))[:size]
    voice.write_bytes(data)
    for night in range(3):
        Shelf(tmp_path, key).keep(voice, NIGHT.timestamp() + night)
    (kept,) = _kept(tmp_path)
    assert kept.stat().st_mode & 0o077 == 0
    voice.unlink()

    assert Shelf(tmp_path, key).bring_back(voice.name, voice)
    assert voice.read_bytes() == data


def test_what_is_sealed_can_be_read_by_nobody_else(tmp_path: Path, voice: Path) -> None:
    Shelf(tmp_path, KEY).keep(voice, NIGHT.timestamp())
    (kept,) = _kept(tmp_path)

    assert DATA[:20] not in kept.read_bytes()
    for other in ("", KEY[::-1]):
        assert not Shelf(tmp_path, other).bring_back(voice.name, tmp_path / "back")


def test_a_backup_under_a_new_passphrase_needs_no_earlier_one(tmp_path: Path, voice: Path) -> None:
    for key in ("", KEY[::-1], KEY):
        Shelf(tmp_path, key).keep(voice, NIGHT.timestamp())

    assert len(_kept(tmp_path)) == 3
    assert Shelf(tmp_path, KEY).bring_back(voice.name, tmp_path / "back")


@pytest.mark.parametrize("key", ["", KEY], ids=["open", "sealed"])
def test_a_copy_that_is_not_whole_is_made_again(tmp_path: Path, voice: Path, key: str) -> None:
    Shelf(tmp_path, key).keep(voice, NIGHT.timestamp())
    (kept,) = _kept(tmp_path)
    kept.write_bytes(kept.read_bytes()[:-1])
    assert not Shelf(tmp_path, key).bring_back(voice.name, tmp_path / "back")

    Shelf(tmp_path, key).keep(voice, NIGHT.timestamp())
    assert Shelf(tmp_path, key).bring_back(voice.name, tmp_path / "back")


@pytest.mark.parametrize("key", ["", KEY], ids=["open", "sealed"])
def test_a_copy_that_rotted_is_not_brought_back(tmp_path: Path, voice: Path, key: str) -> None:
    Shelf(tmp_path, key).keep(voice, NIGHT.timestamp())
    (kept,) = _kept(tmp_path)
    data = bytearray(kept.read_bytes())
    data[-20] ^= 1
    kept.write_bytes(data)

    assert not Shelf(tmp_path, key).bring_back(voice.name, tmp_path / "back")
    assert not (tmp_path / "back").exists()


def test_of_two_that_were_made_the_later_comes_back(tmp_path: Path, voice: Path) -> None:
    Shelf(tmp_path, "").keep(voice, NIGHT.timestamp())
    voice.write_bytes(b"made anew")
    Shelf(tmp_path, "").keep(voice, NIGHT.timestamp() + 60)

    assert Shelf(tmp_path, "").bring_back(voice.name, voice)
    assert voice.read_bytes() == b"made anew"


def test_what_no_backup_can_name_is_dropped_and_what_is_not_ours_stays(
    tmp_path: Path, voice: Path
) -> None:
    other = voice.with_name("b" * 64)
    other.write_bytes(b"still named")
    Shelf(tmp_path, "").keep(voice, NIGHT.timestamp())
    Shelf(tmp_path, "").keep(other, (NIGHT + timedelta(days=9)).timestamp())
    strange = tmp_path / SHELF / "open" / "letters.pdf"
    strange.write_bytes(b"not ours")
    os.utime(strange, (0, 0))

    keeping.drop(tmp_path, NIGHT.timestamp())
    assert len(_kept(tmp_path)) == 3, "a backup made then names it"
    keeping.drop(tmp_path, (NIGHT + timedelta(days=5)).timestamp())
    assert [one.name.split(".")[0] for one in _kept(tmp_path)] == [other.name, "letters"]


@pytest.mark.parametrize("key", ["", KEY], ids=["open", "sealed"])
def test_the_last_copy_of_a_file_that_was_lost_stays_as_long_as_it_is_named(
    tmp_path: Path, voice: Path, key: str
) -> None:
    Shelf(tmp_path, key).keep(voice, NIGHT.timestamp())
    voice.unlink()
    later = (NIGHT + timedelta(days=400)).timestamp()
    with pytest.raises(FileNotFoundError):
        Shelf(tmp_path, key).keep(voice, later)

    keeping.drop(tmp_path, later)

    assert Shelf(tmp_path, key).bring_back(voice.name, voice)
