"""The pace of sending, in one process and in several on one PostgreSQL."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.pacer import ONE_CHAT, Pacer, Pacers
from storage.engine import Database

SOON = 5.0  # seconds: at once, on the slowest machine


def _now() -> float:
    return asyncio.get_running_loop().time()


def pacer(database: Database, per_second: float, per_person: float) -> Pacer:
    """Telegram's pace."""
    return Pacers(database, per_second, per_person).of("telegram")


async def _moments(one: Pacer, *addresses: str, answer: bool = False) -> list[float]:
    """When each may be sent to, in seconds from now."""
    begun = _now()

    async def moment(address: str) -> float:
        await one.wait(address, answer=answer)
        if not answer:
            (await one.depart()).is_answered()
        return _now() - begun

    return await asyncio.gather(*(moment(address) for address in addresses))


async def test_broadcasts_keep_their_pace(database: Database) -> None:
    moments = sorted(await _moments(pacer(database, 50, 0), *map(str, range(26))))

    # A slow machine makes them late, never early.
    assert all(moment >= n / 50 * 0.95 for n, moment in enumerate(moments))
    assert moments[-1] < SOON


async def test_after_a_standstill_they_do_not_go_all_at_once(database: Database) -> None:
    one = pacer(database, 20, 0)
    waiting = asyncio.ensure_future(_moments(one, *map(str, range(30))))
    await asyncio.sleep(0.01)
    time.sleep(0.9)  # noqa: ASYNC251 - the process stands still

    moments = sorted(await waiting)
    in_a_second = [sum(m <= one < m + 0.98 for one in moments) for m in moments]
    assert max(in_a_second) <= 20


async def test_a_broadcast_leaves_room_for_answers() -> None:
    one, answered = Pacer(20, 0), list[float]()
    waiting = asyncio.ensure_future(_moments(one, *map(str, range(60))))
    begun = _now()
    for _ in range(8):  # people live on meanwhile
        await asyncio.sleep(0.25)
        one.answers().is_answered()
        answered.append(_now() - begun)

    moments = sorted([*await waiting, *answered])
    in_a_second = [sum(m <= one < m + 0.95 for one in moments) for m in moments]
    assert max(in_a_second) <= 20 + 2  # of two answers nobody knew when those twenty were planned


async def test_what_a_slow_line_holds_up_does_not_arrive_with_what_leaves_later() -> None:
    """Four calls at a time; now and then the line holds them up and lets all arrive at once."""
    one, arrived, line = Pacer(20, 0), list[float](), asyncio.Semaphore(4)
    begun = _now()

    async def call(number: int) -> None:
        async with line:
            await one.wait(str(number))
            gone = await one.depart()
            held_up = 0.3 if number % 20 < 4 else 0.0
            await asyncio.sleep(max(0.0, held_up - (_now() - begun) % 0.3))
            arrived.append(_now() - begun)
            gone.is_answered()

    await asyncio.gather(*(call(number) for number in range(60)))
    in_a_second = [sum(m <= one < m + 0.98 for one in arrived) for m in arrived]
    assert max(in_a_second) <= 20


async def test_one_person_hears_one_at_a_time(database: Database) -> None:
    *hers, his = await _moments(pacer(database, 10_000, 2), "a", "a", "b")

    assert max(hers) - min(hers) >= 1.9
    assert his < max(hers)


async def test_an_answer_is_not_behind_a_broadcast(database: Database) -> None:
    one = pacer(database, 2, 0)
    broadcast = asyncio.ensure_future(_moments(one, *map(str, range(50))))
    await asyncio.sleep(0.05)

    (moment,) = await _moments(one, "hoa", answer=True)
    assert moment < SOON  # the broadcast takes twenty-five seconds
    broadcast.cancel()


async def test_a_pause_is_for_everyone_and_the_longer_one_counts(database: Database) -> None:
    one = pacer(database, 10_000, 0)
    begun = _now()
    await one.pause(0.4)
    await one.pause(0.1)

    await asyncio.gather(_moments(one, "a"), _moments(one, "b", answer=True))
    assert _now() - begun >= 0.39
    assert one.pauses == 2


async def test_who_presses_too_quickly_waits_and_nobody_else_does(database: Database) -> None:
    one = pacer(database, 10_000, 0)
    await one.refused("a", ONE_CHAT)
    (moment,) = await _moments(one, "b")

    assert moment < ONE_CHAT * 0.9
    assert one.pauses == 1


async def test_a_long_refusal_of_an_answer_is_for_everyone(database: Database) -> None:
    one = pacer(database, 10_000, 0)
    await one.refused("a", 100)

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await one.wait("b")


async def test_who_waits_already_hears_of_the_pause(database: Database) -> None:
    one = pacer(database, 20, 0)
    waiting = asyncio.ensure_future(_moments(one, "a", "b", "c"))
    await asyncio.sleep(0.03)
    await one.pause(0.5)

    assert sorted(await waiting)[1] >= 0.45


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_two_processes_on_one_postgresql_share_pace_person_and_pause(
    database: Database,
) -> None:
    one, other = pacer(database, 50, 0.3), pacer(database, 50, 0.3)
    found = await asyncio.gather(
        _moments(one, *map(str, range(13))), _moments(other, *map(str, range(100, 113)))
    )
    assert max(map(max, found)) >= 25 / 50 * 0.95

    begun = _now()
    await one.wait("hoa")
    await other.wait("hoa")
    assert _now() - begun >= 0.29

    begun = _now()
    await one.pause(0.5)
    await other.wait("an")
    assert _now() - begun >= 0.49


async def test_a_pause_of_one_messenger_is_none_of_anothers(database: Database) -> None:
    both = Pacers(database, 10_000, 0)
    await both.of("zalo:1").pause(2.0)

    assert (await _moments(both.of("telegram"), "a"))[0] < 1.0
    assert (await _moments(both.of("zalo:1"), "a"))[0] > 1.9
    assert both.pauses == 1
