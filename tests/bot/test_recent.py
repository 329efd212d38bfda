"""What a process keeps in mind is forgotten again."""

import asyncio

from bot.locks import Locks
from bot.nursery import Nursery
from bot.recent import Recent


async def test_what_is_noted_and_never_asked_about_is_forgotten_too() -> None:
    recent = Recent(seconds=0.0)
    for number in range(100):
        recent.note(number)
        await asyncio.sleep(0)

    assert len(recent._order) <= 2
    assert len(recent._times) <= 2


async def test_locks_nobody_holds_are_forgotten_and_held_ones_hold() -> None:
    locks = Locks()
    entered: list[str] = []

    async def enter(name: str) -> None:
        async with locks.hold("file"):
            entered.append(name)

    async with locks.hold("file"), locks.hold("file", "telegram"):
        second = Nursery().start(enter("second"), "second")
        await asyncio.sleep(0)
        assert not entered
    await second

    assert entered == ["second"]
    assert not locks._locks
