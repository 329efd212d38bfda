"""Following a chat from outside: what is new, what was changed, what is gone."""

from __future__ import annotations

import asyncio

import pytest

from simulator import Simulator
from simulator.chats import Phone
from simulator.people import deeds


async def chat(http, hoa: Phone, query: str = "") -> list:
    status, found = await http.ask("GET", f"/phones/{hoa.id}/chat?{query}")
    assert status == 200, found
    return found


async def say(http, hoa: Phone, text: str) -> int:
    _, sent = await http.call("sendMessage", chat_id=hoa.id, text=text)
    return sent["result"]["message_id"]


async def test_after_names_the_last_message_seen(http, hoa: Phone):
    await say(http, hoa, "một")
    second = await say(http, hoa, "hai")
    assert [m["text"] for m in await chat(http, hoa)] == ["/start", "một", "hai"]
    assert [m["text"] for m in await chat(http, hoa, f"after={second - 1}")] == ["hai"]


async def test_since_finds_new_changed_and_deleted_messages(http, hoa: Phone):
    first, second = await say(http, hoa, "một"), await say(http, hoa, "hai")
    seen = max(m["version"] for m in await chat(http, hoa))
    assert await chat(http, hoa, f"since={seen}") == []

    await http.call("editMessageText", chat_id=hoa.id, message_id=first, text="1")
    await http.call("deleteMessage", chat_id=hoa.id, message_id=second)
    third = await say(http, hoa, "ba")
    changes = {m["message_id"]: m for m in await chat(http, hoa, f"since={seen}")}

    assert list(changes) == [first, second, third]
    assert (changes[first]["text"], changes[first]["edited"]) == ("1", True)
    assert changes[second] == {"message_id": second, "deleted": True, "version": seen + 2}
    assert [m["text"] for m in await chat(http, hoa)] == ["/start", "1", "ba"]


async def test_a_look_may_wait_for_the_next_change(http, hoa: Phone):
    seen = max(m["version"] for m in await chat(http, hoa))
    look = asyncio.ensure_future(chat(http, hoa, f"since={seen}&wait=20"))
    number = await say(http, hoa, "mới")
    assert [m["message_id"] for m in await asyncio.wait_for(look, 5)] == [number]


async def test_a_look_that_waits_in_vain_ends_empty(http, hoa: Phone):
    assert await chat(http, hoa, "after=99&wait=0.1") == []


async def test_the_page_is_told_of_every_change(http, sim: Simulator, hoa: Phone):
    async with http.session.get(f"{sim.url}/events") as events:
        assert await events.content.readline() == b"data: hello\n"
        await say(http, hoa, "x")
        heard = [await asyncio.wait_for(events.content.readline(), 5) for _ in range(2)]
    assert heard == [b"\n", f"data: chat:{hoa.id}\n".encode()]


async def test_an_entry_shows_what_the_person_sees(http, hoa: Phone, clock):
    home = {"keyboard": [["Trang chính", {"text": "Nghe"}]], "is_persistent": True}
    await http.call("sendMessage", chat_id=hoa.id, text="x", reply_markup=home)
    rows = [[{"text": "Có", "callback_data": "y"}, {"text": "Trang", "url": "https://example.org"}]]
    await http.call(
        "sendMessage",
        chat_id=hoa.id,
        text="<b>Mời họp</b>",
        parse_mode="HTML",
        reply_markup={"inline_keyboard": rows},
    )
    *_, entry = await chat(http, hoa)
    assert entry == {
        "message_id": 3,
        "version": 3,
        "from": "bot",
        "text": "Mời họp",
        "caption": "",
        "entities": [{"type": "bold", "offset": 0, "length": 7}],
        "buttons": [
            [{"label": "Có", "data": "y"}, {"label": "Trang", "url": "https://example.org"}]
        ],
        "keyboard": [["Trang chính", "Nghe"]],
        "media": None,
        "reply_to": None,
        "forwarded_from": None,
        "reactions": [],
        "pinned": False,
        "edited": False,
        "date": int(clock()),
    }


async def test_a_keyboard_stays_until_it_is_removed(http, hoa: Phone):
    home = {"keyboard": [["Trang chính"]]}
    await http.call("sendMessage", chat_id=hoa.id, text="1", reply_markup=home)
    await say(http, hoa, "2")
    gone = {"remove_keyboard": True}
    await http.call("sendMessage", chat_id=hoa.id, text="3", reply_markup=gone)
    keyboards = [m["keyboard"] for m in await chat(http, hoa)]
    assert keyboards == [None, [["Trang chính"]], [["Trang chính"]], None]


@pytest.mark.parametrize("query", ["after=x", "since=x", "wait=x"])
async def test_a_query_that_is_no_number_is_refused(http, hoa: Phone, query):
    status, answer = await http.ask("GET", f"/phones/{hoa.id}/chat?{query}")
    assert (status, "must be a number" in answer["error"]) == (400, True)


async def test_a_fresh_start_forgets_people_but_not_the_bot(http, sim: Simulator, hoa: Phone):
    deeds.say(sim.world, hoa, "x")
    last = sim.world.updates.last_id
    await http.ask("POST", "/reset")
    _, phones = await http.ask("GET", "/phones")
    _, read = await http.call("getUpdates")
    newcomer = sim.world.add_phone("Người mới")
    deeds.say(sim.world, newcomer, "x")
    _, fresh = await http.call("getUpdates")
    assert (phones, read["result"]) == ([], [])
    assert fresh["result"][0]["update_id"] == last + 1
