"""The nightly backup of a running handbook."""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta

import pytest
from sqlalchemy import select

from rules.backups import made_at
from rules.refusal import Refusal
from storage import sqlite_file
from storage.tables import seen_updates
from tests.town import Town

pytestmark = pytest.mark.parametrize("town", ["telegram"], indirect=True)


def _made(town: Town) -> list[str]:
    return sorted(one.name for one in town.settings.backups.glob("sotay-2*"))


async def test_every_night_has_one_however_often_we_look(town: Town) -> None:
    spoken = town.settings.files / "sentences" / "ab" / "old.npz"
    await asyncio.to_thread(spoken.parent.mkdir, parents=True)
    await asyncio.to_thread(spoken.write_bytes, b"a year ago")
    os.utime(spoken, (0, 0))
    for _night in range(3):
        for _look in range(3):
            await town.app.tick()
            town.clock.now += timedelta(seconds=5)
        town.clock.now += timedelta(days=1)

    days = [moment.date() for name in _made(town) if (moment := made_at(name))]
    assert len(set(days)) == len(days) == 3
    assert not await asyncio.to_thread(spoken.exists)  # and what nobody hears is forgotten


async def test_it_holds_what_members_did(town: Town) -> None:
    await town.comes("hoa")
    town.clock.now += timedelta(days=1)
    await town.app.tick()

    rows = sqlite_file.counts(town.settings.backups / _made(town)[-1])
    assert rows["members"] == len(town.ward.ids)
    assert rows["accounts"] > 0


async def test_a_backup_that_fails_stops_nothing_else(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> None:
        raise Refusal("backups.not_copied", problem="full")

    monkeypatch.setattr("bot.backups.copy_to", full)
    await town.app.tick()

    assert _made(town) == []
    hoa = await town.comes("hoa")
    hoa.sees("Chào đồng chí Hoa")


async def test_old_updates_are_forgotten_at_night(town: Town) -> None:
    await town.comes("hoa")
    town.clock.now += timedelta(days=16)
    await town.app.tick()

    async with town.app.database.transaction() as store:
        assert await store.values(select(seen_updates.c.key)) == []
