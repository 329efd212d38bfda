"""Telling those who lead the whole organisation how much a messenger still carries."""

from datetime import datetime

from rules.messages import Message
from rules.quotas import month_of, renewed
from rules.units import LEADING
from rules.words import words
from storage import deliveries, units
from storage.store import Store


async def tell(
    store: Store, messenger: str, level: int, spent: int, monthly: int, now: datetime
) -> None:
    """Leave a word with the leaders of the topmost unit; once for each level and month."""
    text = words(f"quotas.reached_{level}", spent=spent, monthly=monthly)
    cause = f"quota:{messenger}:{month_of(now, store.org)}:{level}"
    today = store.org.today(now)
    tops = [one for one in await units.all_units(store) if one.parent_id is None]
    leaders = {one for top in tops for one in await units.holders(store, top.id, LEADING, today)}
    # Next month it would be no news; until then it goes before what can wait.
    until = renewed(now, store.org)
    await deliveries.leave(store, cause, leaders, Message(text), now, useful_until=until)
