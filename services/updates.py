"""Updates that came in are remembered as long as a messenger could bring them again."""

from datetime import datetime, timedelta

from storage import updates
from storage.store import Store

# Telegram keeps an update for a day; a server behind it that stood still may take longer.
REMEMBERED = timedelta(days=14)


async def forget_old(store: Store, now: datetime) -> int:
    """Forget the updates nobody can bring again; how many."""
    return await updates.forget(store, now - REMEMBERED)
