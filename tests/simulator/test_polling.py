"""getUpdates: order, confirmation, waiting, one reader only."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from simulator import Simulator
from simulator.chats import Phone
from simulator.people import deeds


async def updates(http, **arguments) -> list:
    status, answer = await http.call("getUpdates", **arguments)
    assert status == 200, answer
    return answer["result"]


async def poll_twice(http) -> tuple[tuple[int, Any], asyncio.Future]:
    """(the answer to a reader that was turned away, the reader that therefore waits)."""
    polls = [asyncio.ensure_future(http.call("getUpdates", timeout=30)) for _ in range(2)]
    done, waiting = await asyncio.wait(polls, timeout=5, return_when=asyncio.FIRST_COMPLETED)
    return done.pop().result(), waiting.pop()


async def test_updates_stay_until_they_are_confirmed(http, sim: Simulator, hoa: Phone):
    for word in ("một", "hai", "ba"):
        deeds.say(sim.world, hoa, word)
    first = await updates(http)
    again = await updates(http, limit=2)
    rest = await updates(http, offset=first[0]["update_id"] + 1)

    assert [u["message"]["text"] for u in first] == ["một", "hai", "ba"]
    assert again == first[:2]
    assert rest == first[1:]
    assert [u["update_id"] - first[0]["update_id"] for u in first] == [0, 1, 2]


async def test_a_negative_offset_keeps_only_the_last(http, sim: Simulator, hoa: Phone):
    for word in ("một", "hai", "ba"):
        deeds.say(sim.world, hoa, word)
    assert [u["message"]["text"] for u in await updates(http, offset=-1)] == ["ba"]
    assert [u["message"]["text"] for u in await updates(http)] == ["ba"]


async def test_a_long_poll_ends_with_the_first_word(http, sim: Simulator, hoa: Phone):
    _, poll = await poll_twice(http)
    deeds.say(sim.world, hoa, "Tôi đây")
    _, answer = await asyncio.wait_for(poll, 5)
    assert [u["message"]["text"] for u in answer["result"]] == ["Tôi đây"]


async def test_a_long_poll_ends_empty_after_its_time(http):
    assert await updates(http, timeout=1) == []


async def test_a_second_reader_ends_the_first(http, sim: Simulator, hoa: Phone):
    (status, answer), second = await poll_twice(http)
    deeds.say(sim.world, hoa, "x")
    read_by_second, _ = await asyncio.wait_for(second, 5)
    assert (status, answer["description"], read_by_second) == (
        409,
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
        200,
    )


async def test_reading_and_a_webhook_exclude_each_other(http, sim: Simulator):
    _, poll = await poll_twice(http)
    await http.call("setWebhook", url="http://127.0.0.1:1/")
    _, ended = await asyncio.wait_for(poll, 5)
    status, refused = await http.call("getUpdates")
    assert ended["description"] == "Conflict: terminated by setWebhook request"
    assert (status, refused["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    )


@pytest.mark.parametrize(
    ("allowed", "kinds"),
    [
        (["callback_query"], []),
        (["message"], ["message"]),
        ([], ["message", "my_chat_member"]),
    ],
)
async def test_only_kinds_that_were_asked_for_arrive(http, sim, hoa: Phone, allowed, kinds):
    await updates(http, allowed_updates=allowed)
    deeds.say(sim.world, hoa, "x")
    deeds.block(sim.world, hoa)
    found = await updates(http)
    assert [next(k for k in u if k != "update_id") for u in found] == kinds


async def test_the_choice_of_kinds_is_kept_until_the_next(http, sim: Simulator, hoa: Phone):
    await updates(http, allowed_updates=["my_chat_member"])
    await updates(http)
    deeds.say(sim.world, hoa, "x")
    assert await updates(http) == []


async def test_messages_are_forgotten_after_a_day(http, sim: Simulator, clock, hoa: Phone):
    deeds.say(sim.world, hoa, "x")
    clock.move(86_399)
    assert len(await updates(http)) == 1
    clock.move(2)
    assert await updates(http) == []
