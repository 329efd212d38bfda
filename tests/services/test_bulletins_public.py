"""Who opens a bulletin to everybody, who closes it, and what never leaves the house."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from rules.bulletins import Bulletin, Plan
from rules.members import Person
from rules.organisation import Organisation
from rules.refusal import Refusal
from services import bulletins_loudspeaker as loudspeaker
from services import bulletins_public as public
from storage import bulletins, bulletins_items, members
from storage.engine import Database
from storage.store import Store
from storage.tables import audit
from tests.ward import Ward

ITEMS = (("Sinh hoạt chi bộ", "Họp tối thứ Sáu."),)
MONTH = date(2026, 12, 1)


@pytest.fixture
async def store(database: Database, ward: Ward) -> AsyncIterator[Store]:
    """A transaction in a handbook that has a page for everybody."""
    page = replace(Organisation(), bulletins_page="https://so-tay.example.org/ban-tin/")
    async with database.transaction() as store:
        store.org = page
        yield store


async def _sent(store: Store, ward: Ward, now: datetime) -> Bulletin:
    """A bulletin Thanh approved, and that was sent."""
    begun = await bulletins.begin(store, ward.top.id, MONTH, now)
    await bulletins_items.add_items(store, begun.id, ITEMS, "", None, now)
    plan = Plan("Phường Sen Hồng", MONTH, ITEMS)
    values = {"plan": plan.values(), "approved_hash": plan.fingerprint, "sent_at": now}
    thanh = ward.id("thanh")
    await bulletins.change(store, begun.id, state="sent", approved_by=thanh, **values)
    return await _now(store, begun.id)


async def _now(store: Store, bulletin_id: int) -> Bulletin:
    found = await bulletins.get(store, bulletin_id)
    assert found
    return found


async def _person(store: Store, ward: Ward, key: str, now: datetime) -> Person:
    found = await members.person(store, ward.id(key), store.org.today(now))
    assert found
    return found


async def test_it_is_opened_once_and_closed_and_both_are_noted(
    store: Store, ward: Ward, now: datetime
) -> None:
    thanh = await _person(store, ward, "thanh", now)
    sent = await _sent(store, ward, now)
    assert await public.published(store) == []
    assert not (await public.look(store, thanh, sent.id)).is_open

    for _ in range(2):
        opened = await public.open_to_all(store, thanh, sent.id, now)
        assert (opened.is_open, opened.opener) == (True, "Nguyễn Thị Thanh")
    (found,) = await public.published(store)
    assert found == await public.find(store, "2026-12-1")
    later = now + timedelta(hours=1)
    for _ in range(2):
        await public.close_to_all(store, thanh, sent.id, later)
    assert await public.published(store) == []
    assert await public.find(store, "2026-12-1") is None
    assert await public.changed(store) == later
    noted = await store.all(select(audit).where(audit.c.subject == "bulletin"))
    assert [(row["action"], row["actor_id"]) for row in noted] == [
        ("opened to all", thanh.id),
        ("closed to all", thanh.id),
    ]


@pytest.mark.parametrize(
    ("case", "who", "key"),
    [
        ("another approved it", "thanh", "outlets.not_approver"),
        ("it is not sent", "thanh", "bulletins.not_sent"),
        ("it stays inside", "thanh", "outlets.stays_inside"),
        ("he leads a branch", "binh", "outlets.not_approver"),
        ("she leads nothing", "hoa", "outlets.not_approver"),
        ("there is no page", "thanh", "outlets.no_page"),
    ],
)
async def test_it_is_not_opened(
    store: Store, ward: Ward, now: datetime, case: str, who: str, key: str
) -> None:
    sent = await _sent(store, ward, now)
    person = await _person(store, ward, who, now)
    match case:
        case "another approved it":
            await bulletins.change(store, sent.id, approved_by=ward.id("binh"))
        case "it is not sent":
            await bulletins.change(store, sent.id, state="approved")
        case "it stays inside":
            plan = {**(sent.plan or {}), "stays_inside": True}
            await bulletins.change(store, sent.id, plan=plan)
        case "there is no page":
            store.org = Organisation()
    with pytest.raises(Refusal) as no:
        await public.open_to_all(store, person, sent.id, now)

    assert no.value.key == key
    assert (await _now(store, sent.id)).public_at is None


async def test_what_must_stay_inside_goes_nowhere_though_it_was_marked(
    store: Store, ward: Ward, now: datetime
) -> None:
    sent = await _sent(store, ward, now)
    await bulletins.change(store, sent.id, public_at=now)
    assert await public.find(store, "2026-12-1")
    assert len(await loudspeaker.waiting(store, now)) == 1
    plan = {**(sent.plan or {}), "stays_inside": True}
    await bulletins.change(store, sent.id, plan=plan)

    assert await public.published(store) == []
    assert await public.find(store, "2026-12-1") is None
    assert await loudspeaker.waiting(store, now) == await loudspeaker.sent(store, None) == []


async def test_what_was_sent_long_ago_waits_for_nobody(
    store: Store, ward: Ward, now: datetime
) -> None:
    await _sent(store, ward, now)
    later = now + timedelta(days=8)

    assert await loudspeaker.waiting(store, later) == []
    assert len(await loudspeaker.sent(store, MONTH)) == 1
