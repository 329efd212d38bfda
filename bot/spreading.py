"""Broadcasts reach their people piece by piece, and are taken back piece by piece, each piece in a
transaction of its own: living people's turns go in between."""

import asyncio
from collections.abc import Callable

import structlog
from sqlalchemy.exc import SQLAlchemyError

from storage import mailings
from storage.engine import Database

log = structlog.get_logger()
LOOK_AGAIN = 1.0  # seconds between two looks when nobody rings


class Spreader:
    """Does what mailings have left to do. `spread` is told of every piece that is done."""

    def __init__(self, database: Database, spread: Callable[[], None]) -> None:
        self._database = database
        self._spread = spread
        self._bell = asyncio.Event()

    def ring(self) -> None:
        """Something was left: look at once."""
        self._bell.set()

    async def work(self) -> None:
        """Go on, for ever: also with what a process that is gone had begun."""
        while True:
            self._bell.clear()
            try:
                if await self.piece():
                    continue
            except (SQLAlchemyError, OSError) as problem:  # the database is away for a moment
                log.warning("nothing spread", kind=type(problem).__name__)
            await self._rest()

    async def piece(self) -> bool:
        """One piece; False when there was nothing to do."""
        async with self._database.transaction() as store:
            done = await mailings.advance(store)
        if done:
            self._spread()
        return done

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(LOOK_AGAIN):
                await self._bell.wait()
        except TimeoutError:
            pass
