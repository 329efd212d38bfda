"""How long an update is remembered."""

from __future__ import annotations

from datetime import datetime, timedelta

from services.updates import REMEMBERED, forget_old
from storage import updates
from storage.engine import Database


async def test_what_can_come_again_is_remembered_and_what_cannot_is_forgotten(
    database: Database, now: datetime
) -> None:
    async with database.transaction() as store:
        await updates.first_time(store, "old", now - REMEMBERED - timedelta(seconds=1))
        await updates.first_time(store, "young", now - timedelta(hours=25))
        await updates.set_aside(store, "old and aside", 5, now - REMEMBERED - timedelta(days=1))

        assert await forget_old(store, now) == 2
        assert not await updates.first_time(store, "young", now)
        assert await updates.first_time(store, "old", now)
