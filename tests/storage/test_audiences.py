"""Whom a broadcast is for, asked of real books."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from storage import attendance
from storage.audiences import people
from storage.engine import Database
from tests import meeting
from tests.ward import Ward

BEFORE, LAST = False, True  # a reminder two days ahead, and the last one


@pytest.mark.parametrize(
    ("also_coming", "answer", "came", "concerned"),
    [
        (BEFORE, None, False, True),
        (BEFORE, "yes", False, False),
        (BEFORE, "no", False, False),
        (LAST, None, False, True),
        (LAST, "yes", False, True),
        (LAST, "no", False, False),
        (LAST, "yes", True, False),
    ],
)
async def test_a_reminder_goes_only_to_those_it_concerns(
    database: Database,
    ward: Ward,
    now: datetime,
    also_coming: bool,
    answer: str | None,
    came: bool,
    concerned: bool,
) -> None:
    async with database.transaction() as store:
        called, hoa = await meeting.called(store, ward, now), ward.id("hoa")
        came_at = now + timedelta(hours=1) if came else None
        await attendance.change(store, called.id, hoa, answer=answer, arrived_at=came_at)
        asked = people(("expected", called.id, also_coming))

        assert (hoa in await store.values(select(asked.c.id))) == concerned
