"""A ward of any size: branches of thirty, everybody with an account, one poll open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bench.processes import people
from bot.clock import utc_now
from rules.members import Person
from rules.organisation import Organisation
from services import polls_opening, polls_writing
from storage import members, units
from storage.engine import Database
from storage.migrate import migrate
from storage.store import Store
from storage.tables import accounts as account_rows
from storage.tables import members as member_rows

IN_A_BRANCH, CHUNK = 30, 5000
TEXT = (
    "Bảy giờ sáng thứ Bảy này, ta dọn vệ sinh quanh nhà văn hóa. "
    "Bác nào khỏe thì ra giúp một tay, bác nào mệt cứ nghỉ."
)
QUESTION = "Đồng ý góp mỗi nhà một cây hoa trồng dọc đường Bến Nước?"


async def found(url: str, count: int) -> None:
    """Found a ward of so many members. The first one leads it."""
    await migrate(url)
    database, now = Database(url, Organisation(recall_seconds=0)), utc_now()
    try:
        async with database.transaction() as store:
            top = await units.found(store, "Phường Hoa Sen", None)
            branches = [
                await units.found(store, f"Chi bộ {number + 1}", top)
                for number in range(max(count // IN_A_BRANCH, 1))
            ]
            homes = [branches[number % len(branches)].id for number in range(count)]
            await _enter(store, homes, now)
            first = (await members.everyone(store))[0].id
            await units.appoint(store, first, top.id, "staff", date(2025, 1, 1))
    finally:
        await database.close()


async def opens_poll(url: str) -> int:
    """Open a vote for everybody; its id."""
    database, now = Database(url, Organisation()), utc_now()
    try:
        async with database.transaction() as store:
            author = await leader(store, now)
            draft = await polls_writing.take_question(store, author, QUESTION, now)
            await polls_writing.take_options(store, author, draft.id, None)
            await polls_writing.take_threshold(store, author, draft.id, "none")
            await polls_opening.ask(store, author, draft.id, "full", now)
            await polls_writing.take_close(store, author, draft.id, now + timedelta(days=3), now)
            poll = await polls_opening.open_now(store, author, draft.id, now)
            return poll.id
    finally:
        await database.close()


async def _enter(store: Store, homes: Sequence[int], now: datetime) -> None:
    for start in range(0, len(homes), CHUNK):
        chunk = homes[start : start + CHUNK]
        await store.add_many(
            member_rows,
            [
                {"unit_id": home, "name": f"Trần Thị Số {start + number}", "status": "full"}
                for number, home in enumerate(chunk)
            ],
        )
    ids = [one.id for one in await members.everyone(store)]
    addresses = people(len(ids))
    for start in range(0, len(ids), CHUNK):
        await store.add_many(
            account_rows,
            [
                {
                    "messenger": "telegram",
                    "address": str(address),
                    "member_id": member_id,
                    "language": "vi",
                    "reachable": True,
                    "linked_at": now,
                    "last_seen_at": now,
                }
                for member_id, address in zip(
                    ids[start : start + CHUNK], addresses[start : start + CHUNK], strict=True
                )
            ],
        )


async def leader(store: Store, now: datetime) -> Person:
    """Who leads the ward."""
    first = (await members.everyone(store))[0].id
    found = await members.person(store, first, store.org.today(now))
    assert found is not None
    return found
