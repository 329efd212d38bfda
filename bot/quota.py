"""What one messenger still carries this month, counted as it is sent."""

from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog

from rules.quotas import Given, Room, month_of, reached, room
from storage import quotas
from storage.engine import Database
from storage.store import Store

log = structlog.get_logger()
# messenger, level reached, spent, monthly, now
Tell = Callable[[Store, str, int, int, int, datetime], Awaitable[None]]


class Quota:
    """Counts for one messenger; `monthly` 0 counts and holds nothing back."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        messenger: str,
        monthly: int,
        tell: Tell,
    ) -> None:
        self._database = database
        self._clock = clock
        self._messenger = messenger
        self._monthly = monthly
        self._tell = tell

    async def room(self, given: Given) -> Room:
        """Whether this goes now, and how."""
        now = self._clock()
        async with self._database.transaction() as store:
            spent = await quotas.spent(store, self._messenger, month_of(now, store.org))
            return room(given, spent, self._monthly, now, store.org)

    async def spend(self) -> None:
        """One message has gone, or may have. A message that was sent does not fail because it could
        not be counted."""
        now = self._clock()
        try:
            async with self._database.transaction() as store:
                spent = await quotas.spend(store, self._messenger, month_of(now, store.org))
                if level := reached(spent, self._monthly):
                    given = (self._messenger, level, spent, self._monthly, now)
                    await self._tell(store, *given)
        except Exception as problem:
            log.error("message not counted", kind=type(problem).__name__)
