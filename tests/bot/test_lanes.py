"""Updates side by side: in their order for each person, and nobody waits for another."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.doors import Incoming
from bot.lanes import CROWD, Lanes

PATIENCE = 0.01


def _update(number: int, who: str) -> tuple[int, Incoming]:
    return number, Incoming("telegram", who, str(number), "text", words=str(number))


class Books:
    """Commits what is taken, in order; somebody may be slow, and some updates fail for a while."""

    def __init__(self, failing: Iterable[int] = ()) -> None:
        self.committed: list[int] = []
        self.failing = set(failing)
        self.slow: dict[str, asyncio.Event] = {}

    async def take(self, incoming: Incoming) -> None:
        await asyncio.sleep(0)
        if number := self.slow.get(incoming.address):
            await number.wait()
        if int(incoming.key) in self.failing:
            self.failing.discard(int(incoming.key))
            raise OSError("the books are away")
        self.committed.append(int(incoming.key))


async def test_nobody_waits_for_somebody_who_is_answered_slowly() -> None:
    lanes, books = Lanes(), Books()
    books.slow["tuan"] = asyncio.Event()
    flood = [_update(number, "tuan") for number in range(1, 21)]
    await lanes.take([*flood, _update(21, "hoa")], books.take, PATIENCE)
    assert (books.committed, lanes.offset) == ([21], 1)

    again = [*flood, _update(21, "hoa"), _update(22, "binh")]  # handed out until they are committed
    await lanes.take(again, books.take, PATIENCE)
    assert (books.committed, lanes.offset) == ([21, 22], 1)

    books.slow["tuan"].set()
    await lanes.take(again, books.take, None)
    assert books.committed == [21, 22, *range(1, 21)]
    assert lanes.offset == 23


async def test_only_the_last_screens_of_a_crowd_are_wanted() -> None:
    lanes, crowded = Lanes(), []

    async def take(incoming: Incoming) -> None:
        crowded.append(incoming.crowded)

    await lanes.take([_update(number, "tuan") for number in range(1, 13)], take, None)
    assert crowded == [True] * (12 - CROWD) + [False] * CROWD
    await lanes.take([_update(number, "hoa") for number in range(13, 16)], take, None)
    assert crowded[12:] == [False] * 3, "three lines typed at once are answered each"


async def test_what_failed_comes_again_with_what_followed_it_and_nothing_else_does() -> None:
    lanes, books = Lanes(), Books(failing=[5])
    updates = [_update(4, "hoa"), _update(5, "hoa"), _update(6, "tuan"), _update(7, "hoa")]
    with pytest.raises(OSError, match="away"):
        await lanes.take(updates, books.take, None)
    assert (sorted(books.committed), lanes.offset) == ([4, 6], 5)

    await lanes.take(updates[1:], books.take, None)
    assert books.committed == [4, 6, 5, 7] or books.committed == [6, 4, 5, 7]
    assert lanes.offset == 8


async def test_somebodys_failing_update_holds_up_nobody_and_stays_in_its_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lanes, books = Lanes(), Books(failing=[1])
    await lanes.take([_update(1, "tuan"), _update(2, "hoa")], books.take, PATIENCE)
    later = [_update(number, who) for number, who in enumerate(("tuan", "hoa", "tuan", "binh"), 1)]
    await lanes.take(later, books.take, PATIENCE)
    assert (books.committed, lanes.offset) == ([2, 4], 1), "tuan waits a while, and nobody else"

    monkeypatch.setattr("bot.lanes.AFTER_FAILURE", 0.0)
    lanes._rests.clear()
    await lanes.take(later, books.take, None)
    assert (books.committed, lanes.offset) == ([2, 4, 1, 3], 5)


async def test_what_failed_and_is_handed_out_no_more_stops_nothing() -> None:
    lanes, books = Lanes(), Books(failing=[1])
    with pytest.raises(OSError, match="away"):
        await lanes.take([_update(1, "tuan")], books.take, None)
    await lanes.take([_update(2, "hoa")], books.take, None)
    assert (books.committed, lanes.offset) == ([2], 3)


async def test_what_is_nothing_of_ours_is_passed_over() -> None:
    lanes, books = Lanes(), Books()
    await lanes.take([(9, None), _update(10, "hoa"), (11, None)], books.take, None)
    assert (books.committed, lanes.offset) == ([10], 12)
    await lanes.take([], books.take, None)
    assert lanes.offset == 12


async def test_what_is_in_hand_when_it_ends_was_not_taken() -> None:
    lanes, books = Lanes(), Books()
    books.slow["tuan"] = asyncio.Event()
    await lanes.take([_update(1, "tuan")], books.take, PATIENCE)
    await lanes.close()
    assert (books.committed, lanes.offset) == ([], 1)


@given(st.lists(st.sampled_from("abc"), max_size=12), st.sets(st.integers(0, 11), max_size=4))
async def test_everything_is_taken_once_in_each_persons_order(
    people: list[str], failing: set[int]
) -> None:
    lanes, books = Lanes(), Books(failing)
    server = [_update(number, who) for number, who in enumerate(people)]
    for _ in range(len(people) + 1):
        try:
            await lanes.take(server[lanes.offset :], books.take, None)
        except OSError:
            continue
    assert sorted(books.committed) == list(range(len(people)))
    assert lanes.offset == len(people)
    for person in "abc":
        own = [number for number in books.committed if people[number] == person]
        assert own == sorted(own)
