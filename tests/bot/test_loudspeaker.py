"""MP3s for the commune's loudspeaker: whole, under plain names, and never lost."""

from __future__ import annotations

import errno
import resource
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import av
import pytest
from sqlalchemy import select

from bot import doctor, putting
from bot.loudspeaker import put_file
from rules.refusal import Refusal
from storage import deliveries
from storage.tables import deliveries as delivery_rows
from tests.conftest import NOW
from tests.listening import WITH_A_NAME, Shelf
from tests.spoken import Sounds

NAMES = {"2026-12-sen-hong.mp3", "2026-12-sen-hong-01.mp3", "2026-12-sen-hong-02.mp3"}


@pytest.fixture
async def shelf(
    tmp_path: Path, empty_sqlite: Path, sounds: Sounds, children_from_one: None
) -> AsyncIterator[Shelf]:
    """A handbook that was told of a folder for the loudspeaker, which is not there."""
    async with Shelf(
        tmp_path, empty_sqlite, NOW, sounds, loudspeaker_dir=tmp_path / "loa"
    ) as shelf:
        yield shelf


def there(shelf: Shelf) -> set[str]:
    folder = shelf.settings.loudspeaker_dir
    assert folder
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


async def ticks(shelf: Shelf, **later: float) -> None:
    shelf.clock.move(**later)
    await shelf.app.tick()
    await shelf.app.nursery.settle("loudspeaker")


async def told(shelf: Shelf, bulletin: int) -> Counter[str]:
    """The messages about it, by state."""
    async with shelf.app.database.transaction() as store:
        return await deliveries.counts(store, f"bulletin:{bulletin}:loudspeaker")


async def test_what_was_sent_is_there_with_each_item_and_names_nobody(
    shelf: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shelf.settings.loudspeaker_dir
    assert folder
    folder.mkdir()
    await ticks(shelf)
    assert there(shelf) == set(), "it is not approved, let alone sent"
    await shelf.sends(WITH_A_NAME)
    await ticks(shelf)
    assert there(shelf) == NAMES

    whole = (await shelf.made(WITH_A_NAME.voice())).seconds or 0
    said, first, second = (
        _heard(folder / f"2026-12-sen-hong{item}.mp3") for item in ("", "-01", "-02")
    )
    assert 3 < first[1] < second[1] + first[1] < said[1] < whole - 3, "whom to call is left out"
    assert said[0] == {"title": "Bản tin tháng 12 năm 2026", "artist": "Phường Sen Hồng"}
    assert first[0]["title"] == "Sinh hoạt chi bộ"

    for name in NAMES:
        (folder / name).unlink()
    await ticks(shelf, minutes=30)
    assert there(shelf) == set(), "who takes the card out does not get it all again"
    capsys.readouterr()
    await putting.put_out(shelf.settings, None, "2026-12")
    assert set(capsys.readouterr().out.split()) == NAMES == there(shelf), "unless it is asked for"


def _heard(path: Path) -> tuple[dict[str, str], float]:
    with av.open(str(path)) as container:
        said = {name: container.metadata[name] for name in ("title", "artist")}
        return said, sum(one.samples / one.sample_rate for one in container.decode(audio=0))


async def test_without_its_folder_the_editors_are_told_once_and_it_comes_later(
    shelf: Shelf,
) -> None:
    sent = await shelf.sends(WITH_A_NAME)
    await ticks(shelf)
    await ticks(shelf, minutes=11)
    assert there(shelf) == set()
    leaders = await told(shelf, sent)
    assert leaders.total() > 0
    async with shelf.app.database.transaction() as store:
        people = await store.values(select(delivery_rows.c.member_id))
    assert len(people) == len(set(people)), "nobody is told twice"

    assert shelf.settings.loudspeaker_dir
    shelf.settings.loudspeaker_dir.mkdir()
    await ticks(shelf, minutes=11)
    assert there(shelf) == NAMES
    assert await told(shelf, sent) == leaders


@pytest.mark.parametrize(
    ("folder", "month", "key"),
    [
        (None, "", "outlets.where"),
        (Path("nowhere"), "", "outlets.folder_away"),
        (Path(), "12", "outlets.which_month"),
        (Path(), "2026-11", "outlets.nothing_to_put"),
    ],
)
async def test_the_command_says_in_a_sentence_what_it_cannot_do(
    shelf: Shelf, tmp_path: Path, folder: Path | None, month: str, key: str
) -> None:
    shelf.settings.loudspeaker_dir = None
    with pytest.raises(Refusal) as no:
        await putting.put_out(shelf.settings, tmp_path / folder if folder else None, month)

    assert no.value.key == key


@contextmanager
def _small_disk(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_is_full_keeps_what_lay_there(tmp_path: Path) -> None:
    sound, target = tmp_path / "sound", tmp_path / "2026-12.mp3"
    sound.write_bytes(b"new" * 1000)
    target.write_bytes(b"old")
    with _small_disk(100), pytest.raises(OSError) as full:
        put_file(sound, target)

    assert full.value.errno == errno.EFBIG
    assert target.read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {"sound", "2026-12.mp3"}


async def test_the_doctor_sees_the_folder(shelf: Shelf) -> None:
    async def found() -> list[Any]:
        now = shelf.clock.now
        return list(await doctor._loudspeaker(shelf.settings, shelf.app.database, now))

    assert [one.key for one in await found()] == ["outlets.folder_away"]
    assert shelf.settings.loudspeaker_dir
    shelf.settings.loudspeaker_dir.mkdir()
    assert [one.key for one in await found()] == ["doctor.loudspeaker"]
    await shelf.sends(WITH_A_NAME)
    shelf.clock.now += timedelta(hours=2)
    (late,) = await found()
    assert (late.key, late.needs_someone) == ("doctor.loudspeaker_waits", True)
