"""The figures say what stands in the books now, and nothing of what stood there before."""

from __future__ import annotations

from datetime import datetime, timedelta

from prometheus_client import generate_latest

from bot.figures import Figures
from rules.messages import Message
from rules.words import words
from storage import deliveries, mailings, updates
from storage.engine import Database
from storage.mailings import ANSWERS
from tests.ward import Ward


async def _shown(figures: Figures, now: datetime) -> str:
    await figures.refresh(now, pauses=3, late=1, overdue=2)
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


async def test_every_kind_of_trouble_has_its_figure(
    database: Database, ward: Ward, now: datetime
) -> None:
    hello = Message(words("help.which_speed"))
    async with database.transaction() as store:
        people = [ward.id("hoa"), ward.id("sen")]
        await deliveries.leave(store, "notice:1", people, hello, now, urgent=True)
        await deliveries.leave(store, "case:1", people[:1], hello, now, lane=ANSWERS)
        await mailings.pause(store, "notice:1")
        await updates.set_aside(store, "telegram:1", 5, now)
    figures = Figures(database)
    shown = await _shown(figures, now + timedelta(minutes=1))
    async with database.transaction() as store:
        await mailings.go_on(store, "notice:1")
    later = await _shown(figures, now + timedelta(minutes=2))

    assert _of(shown) >= {
        'waiting_deliveries{lane="answers"} 1.0',
        'waiting_deliveries{lane="notices"} 0.0',
        'oldest_delivery_seconds{lane="answers"} 60.0',
        'oldest_delivery_seconds{lane="notices"} 0.0',
        "broadcasts_paused 1.0",
        "updates_set_aside 1.0",
        "pauses 3.0",
        "slots_late 1.0",
        "slots_overdue 2.0",
    }
    assert _of(later) >= {
        'waiting_deliveries{lane="notices"} 2.0',
        'oldest_delivery_seconds{lane="notices"} 120.0',
        "broadcasts_paused 0.0",
    }
    assert ("sotay_journal_held_bytes" in later) is database.alone


def _of(shown: str) -> set[str]:
    return {line.removeprefix("sotay_") for line in shown.splitlines()}
