"""A meeting of the first branch, and what its people were told."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from rules.meetings import Draft, Meeting
from rules.refusal import Refusal
from scheduler.jobs import JOBS
from scheduler.timetable import Timetable
from services import meetings
from services import meetings_calling as calling
from services import meetings_reminding as reminding
from storage.encoding import decode_message
from storage.engine import Database
from storage.store import Store
from storage.tables import deliveries, mailings
from tests.ward import Ward

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
INVITED = {"thanh", "binh", "hoa", "tuan", "an", "sen"}  # of branch 1; not Trung, not Lan


def starts(now: datetime) -> datetime:
    """Friday evening, half past seven in Huế."""
    return now + 4 * DAY + 10 * HOUR + 30 * MINUTE


async def drafted(store: Store, ward: Ward, now: datetime, author: str = "binh") -> Draft:
    """A draft with every step filled, for branch 1."""
    person = await ward.person(store, author)
    draft = await calling.begin(store, person, ward.branches[0].id, now)
    await calling.set_kind(store, person, draft.id, "monthly", now)
    await calling.set_time(store, person, draft.id, starts(now), now)
    await calling.set_place(store, person, draft.id, "Nhà văn hóa tổ 3")
    return await calling.set_agenda(store, person, draft.id, "Bàn việc cuối năm")


async def called(store: Store, ward: Ward, now: datetime, author: str = "binh") -> Meeting:
    """A meeting of branch 1 everyone was invited to."""
    draft = await drafted(store, ward, now, author)
    person = await ward.person(store, author)
    return (await calling.call(store, person, draft.id, now))[0]


async def answered(store: Store, ward: Ward, meeting: Meeting, now: datetime) -> None:
    """Hoa and Tuấn come, An cannot; Thanh and Sen are silent. Bình called it and comes."""
    for key, coming in (("hoa", True), ("tuan", True), ("an", False)):
        person = await ward.person(store, key)
        reason = "" if coming else "Đi công tác"
        await meetings.answer(store, person, meeting.id, coming, now, reason=reason)


async def told(store: Store, ward: Ward, key: str) -> dict[str, Any]:
    """Who was left a message with that text, by short name, with what it says."""
    found = await store.all(
        select(deliveries.c.member_id, mailings.c.message).join(
            mailings, mailings.c.id == deliveries.c.mailing_id
        )
    )
    names = {member_id: name for name, member_id in ward.ids.items()}
    said = [(names[row["member_id"]], decode_message(row["message"])) for row in found]
    return {name: message for name, message in said if message.text.key == key}


async def refused(deed: Any) -> str:
    """The key of the refusal a deed ends in."""
    with pytest.raises(Refusal) as no:
        await deed
    return no.value.key


async def ticks(database: Database, *moments: datetime) -> list[int]:
    """What the timetable did for meetings at each of those moments."""
    jobs = [job for job in JOBS if job.run.__module__ == reminding.__name__]
    return [await Timetable(database, jobs).tick(moment) for moment in moments]
