"""The ticker: wakes the timetable every few seconds and keeps no state."""

import logging
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler


def start_ticking(tick: Callable[[], Awaitable[None]], seconds: float) -> AsyncIOScheduler:
    """Call `tick` every so many seconds until the returned scheduler is shut down."""
    # A tick that takes longer than the pause between two is no news.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        tick, "interval", seconds=seconds, coalesce=True, max_instances=1, misfire_grace_time=None
    )
    scheduler.start()
    return scheduler
