"""A person's own recording of an item, which is heard instead of a voice."""

from dataclasses import replace
from datetime import datetime

from rules.bulletins import Plan
from rules.members import Person
from rules.refusal import Refusal
from services.bulletins_desk import current_plan
from services.bulletins_items import Changed, change, changeable
from storage import bulletins_items as rows
from storage.store import Store

VOICES = ("voice", "audio")  # kinds of files somebody speaks in


async def record(
    store: Store, person: Person, item_id: int, kind: str, media_id: int | None, now: datetime
) -> tuple[Changed, Plan, int]:
    """Let an item be heard as this person spoke it: what it changed, what the bulletin says now,
    and the item's number. Its text stays to be read."""
    found = await changeable(store, person, item_id, now)
    if kind not in VOICES or media_id is None:
        raise Refusal("bulletins.not_voice")
    await rows.change_item(store, item_id, media_id=media_id, recorded_by=person.id)
    changed = await change(store, person, found, "recorded", now)
    plan = await current_plan(store, found.desk.bulletin, now)
    return changed, plan, found.number


async def unrecord(store: Store, person: Person, item_id: int, now: datetime) -> Changed:
    """Let a voice read the item again."""
    found = await changeable(store, person, item_id, now)
    await rows.change_item(store, item_id, media_id=None, recorded_by=None)
    voiceless = replace(found, item=replace(found.item, media_id=None, recorded_by=None))
    return await change(store, person, voiceless, "recording taken back", now)
