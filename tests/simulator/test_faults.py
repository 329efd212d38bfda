"""Faults that were ordered, and what was done in spite of them."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from simulator.chats import Phone


async def order(http, **fault) -> None:
    status, answer = await http.ask("POST", "/faults", json=fault)
    assert status == 200, answer


async def texts(http, hoa: Phone) -> list[str]:
    _, chat = await http.ask("GET", f"/phones/{hoa.id}/chat")
    return [entry["text"] for entry in chat if entry["from"] == "bot"]


async def send(http, hoa: Phone, text: str) -> int:
    status, _ = await http.call("sendMessage", chat_id=hoa.id, text=text)
    return status


async def test_a_429_names_the_pause_in_body_and_header(http, sim, hoa: Phone):
    await order(http, method="sendMessage", kind="429", retry_after=9)
    url = f"{sim.bot_api}{sim.world.token}/sendMessage"
    async with http.session.post(url, json={"chat_id": hoa.id, "text": "x"}) as answer:
        assert answer.headers["Retry-After"] == "9"
        assert await answer.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 9",
            "parameters": {"retry_after": 9},
        }
    assert await texts(http, hoa) == []


async def test_a_fault_waits_its_turn_and_ends(http, hoa: Phone):
    await order(http, method="sendMessage", kind="500", after=1, count=2)
    statuses = [await send(http, hoa, str(number)) for number in range(4)]
    assert statuses == [200, 500, 500, 200]
    assert await texts(http, hoa) == ["0", "3"]


async def test_a_fault_concerns_its_own_method_or_all(http, hoa: Phone):
    await order(http, method="SENDPHOTO", kind="500")
    assert await send(http, hoa, "x") == 200
    await order(http, kind="500")
    status, _ = await http.call("getMe")
    assert status == 500


async def test_the_gateway_answers_in_its_own_language(http, sim):
    await order(http, kind="502")
    async with http.session.get(f"{sim.bot_api}{sim.world.token}/getMe") as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")


@pytest.mark.parametrize(
    ("kind", "done"), [("timeout_before", []), ("timeout_after", ["x"]), ("drop", [])]
)
async def test_no_answer_says_nothing_about_the_deed(http, hoa: Phone, kind, done):
    await order(http, method="sendMessage", kind=kind, seconds=0.05)
    with pytest.raises(aiohttp.ClientError):
        await send(http, hoa, "x")
    assert await texts(http, hoa) == done


async def test_a_silent_server_outlasts_the_callers_patience(http, sim, hoa: Phone):
    await order(http, method="sendMessage", kind="timeout_after")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(send(http, hoa, "x"), 0.3)
    assert await texts(http, hoa) == ["x"]


async def test_a_slow_answer_is_a_good_one(http, hoa: Phone):
    await order(http, method="sendMessage", kind="slow", seconds=0.2)
    began = asyncio.get_running_loop().time()
    assert await send(http, hoa, "x") == 200
    assert asyncio.get_running_loop().time() - began >= 0.2


async def test_faults_can_be_called_off(http, hoa: Phone):
    await order(http, kind="500", count=100)
    await http.ask("DELETE", "/faults")
    assert await send(http, hoa, "x") == 200


@pytest.mark.parametrize("fault", [{"kind": "earthquake"}, {}, {"kind": "500", "count": "many"}])
async def test_an_order_that_makes_no_sense_is_refused_in_a_sentence(http, fault):
    status, answer = await http.ask("POST", "/faults", json=fault)
    assert status == 400
    assert answer["error"].endswith(".")
