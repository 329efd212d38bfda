"""The figures say what stands in the books now, and nothing of what stood there before."""

from __future__ import annotations

from datetime import datetime, timedelta

from prometheus_client import generate_latest

from bot.figures import Figures
from rules.messages import Message
from rules.words import words
from storage import deliveries
from storage.engine import Database
from tests.ward import Ward


async def _shown(figures: Figures, now: datetime) -> str:
    await figures.refresh(now, 0, 0)
    return generate_latest(figures.registry).decode()


async def test_a_state_nothing_is_in_any_more_has_no_figure(
    database: Database, ward: Ward, now: datetime
) -> None:
    figures = Figures(database)
    async with database.transaction() as store:
        message = Message(words("help.which_speed"))
        await deliveries.leave(store, "notice:1", [ward.id("tuan")], message, now)
    later = now + timedelta(days=8)
    assert 'sotay_deliveries{state="unlinked"} 1.0' in await _shown(figures, now)
    async with database.transaction() as store:
        await deliveries.waken(store, ward.id("tuan"), later)

    shown = await _shown(figures, later)
    assert 'sotay_deliveries{state="listed"} 1.0' in shown
    assert "unlinked" not in shown
