"""Asking a service that refuses easily: again after a while, and not for ever."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from audio.breaker import Breaker
from audio.engines import Clip, EngineFailed


@dataclass(frozen=True, slots=True)
class Patience:
    """How often to try, and how long to wait, in seconds."""

    attempts: int = 3
    first_delay: float = 1.0
    longest_delay: float = 30.0
    spacing: float = 0.5
    timeout: float = 15.0
    rest_after_refusal: float = 3600.0
    rest_after_failure: float = 300.0


class Trouble(Exception):
    """One try failed. `wait` is what the server asked for, `rest` the pause after giving up."""

    def __init__(self, reason: str, rest: float, *, wait: float = 0, final: bool = False) -> None:
        super().__init__(reason)
        self.rest = rest
        self.wait = wait
        self.final = final


async def asked(
    ask: Callable[[], Awaitable[Clip]],
    patience: Patience,
    breaker: Breaker,
    engine: str,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> Clip:
    """What `ask` answers. It raises `Trouble` when a try fails; out of tries the breaker is tripped
    and `EngineFailed` raised in the engine's name."""
    attempt = 0
    while True:
        try:
            return await ask()
        except Trouble as trouble:
            attempt += 1
            wait = max(trouble.wait, _delay(patience, attempt))
            hopeless = trouble.final or wait > patience.longest_delay
            if hopeless or attempt == patience.attempts:
                breaker.trip(max(trouble.rest, trouble.wait))
                raise EngineFailed(engine, str(trouble)) from trouble
        await sleep(wait)


def _delay(patience: Patience, attempt: int) -> float:
    # Unequal delays, so that pieces refused together do not come back together.
    return patience.first_delay * float(2 ** (attempt - 1)) * random.uniform(0.8, 1.2)
