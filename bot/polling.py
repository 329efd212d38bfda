"""Asking a messenger's server for what came in, for ever."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from rules.refusal import Refusal

log = structlog.get_logger()
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds


async def ask_again(
    poll: Callable[[], Awaitable[object]], revoked: type[Exception], why: str
) -> None:
    """Poll without end; a server that does not answer is asked ever more rarely. Refused with the
    key `why` when the token is `revoked`."""
    pause = FIRST_PAUSE
    while True:
        try:
            await poll()
            pause = FIRST_PAUSE
        except revoked:
            raise Refusal(why) from None
        except Exception as problem:  # the server is away, or the database: ask again later
            log.warning("polling failed", kind=type(problem).__name__)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
