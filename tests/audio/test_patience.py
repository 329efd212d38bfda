"""How long a service that refuses is waited for, without waiting."""

import pytest

from audio.breaker import Breaker
from audio.engines import Clip, EngineFailed
from audio.patience import Patience, Trouble, asked


async def _waits(*troubles: Trouble, patience: Patience | None = None) -> tuple[list[float], float]:
    """The pauses before each further try, and how long the service is left alone afterwards."""
    waits: list[float] = []
    left = iter(troubles)
    breaker = Breaker(clock=lambda: 0)

    async def ask() -> Clip:
        raise next(left)

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    with pytest.raises(EngineFailed):
        await asked(ask, patience or Patience(attempts=4), breaker, "parrot", sleep)
    return waits, breaker.remaining


async def test_every_pause_is_twice_the_one_before_and_no_two_are_alike() -> None:
    troubles = [Trouble("busy", 300) for _ in range(4)]
    waits, rest = await _waits(*troubles)
    assert waits == [pytest.approx(seconds, rel=0.2) for seconds in (1, 2, 4)]
    assert waits != (await _waits(*troubles))[0]
    assert rest == 300


async def test_a_service_that_names_a_pause_is_given_it() -> None:
    waits, _ = await _waits(Trouble("too many", 3600, wait=7), Trouble("no", 3600, final=True))
    assert waits == [7]


async def test_a_pause_too_long_to_wait_for_ends_it_at_once_and_is_kept() -> None:
    waits, rest = await _waits(Trouble("too many", 3600, wait=7200))
    assert waits == []
    assert rest == 7200
