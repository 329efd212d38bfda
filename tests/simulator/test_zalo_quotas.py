"""Zalo's free plan and its quirks: fifty people, a month's messages, gateways, faults, counters."""

from __future__ import annotations

import asyncio
from dataclasses import fields
from pathlib import Path

import aiohttp
import pytest

from simulator import Simulator
from simulator.chats import Phone
from simulator.people import deeds
from simulator.zalo.methods import METHODS
from simulator.zalo.settings import Settings
from tests.simulator.conftest import TOKEN, ZALO_TOKEN

ROOT = Path(__file__).parents[2]
DAY = 86_400
OVER = {"ok": False, "description": "Quota exceeded", "error_code": 429}


async def settings(http, **given) -> None:
    status, answer = await http.ask("POST", "/zalo/settings", json=given)
    assert status == 200, answer


async def raw(http, method: str, **arguments) -> tuple[int, str, dict[str, str]]:
    url = f"{http.sim.zalo_api}/bot{ZALO_TOKEN}/{method}"
    async with http.session.post(url, json=arguments) as answer:
        return answer.status, await answer.text(), dict(answer.headers)


async def write(http, phone: Phone, text: str = "x") -> dict:
    return await http.zalo("sendMessage", chat_id=phone.address, text=text)


async def texts(http, phone: Phone) -> list[str]:
    _, chat = await http.ask("GET", f"/phones/{phone.id}/chat")
    return [entry["text"] for entry in chat if entry["from"] == "bot"]


async def test_the_fifty_first_is_heard_and_not_answered(http, sim: Simulator, sen: Phone):
    crowd = [sim.world.add_phone(f"Người {number}", "zalo") for number in range(2, 52)]
    for phone in crowd:
        deeds.say(sim.world, phone, "chào")
    fiftieth, last = crowd[-2:]
    assert (await write(http, fiftieth))["ok"] is True
    assert await write(http, last) == OVER
    status, _, headers = await raw(http, "sendMessage", chat_id=last.address, text="x")
    assert (status, "Retry-After" in headers) == (200, False)
    assert len(sim.world.zalo.bot(1).updates.fresh()) == 50, "all were heard"


async def test_another_bot_has_room_of_its_own(http, sim: Simulator, sen: Phone):
    await settings(http, users_per_bot=1)
    minh = sim.world.add_phone("Anh Minh", "zalo", bot=2)
    deeds.say(sim.world, minh, "chào")
    assert (await write(http, sen))["ok"] is True
    answer = await http.zalo("sendMessage", "22:zwei", chat_id=minh.address, text="x")
    assert answer["ok"] is True


async def test_a_month_has_its_messages_and_the_next_one_new_ones(http, clock, sen: Phone):
    await settings(http, monthly_messages=2)
    answers = [await write(http, sen, str(number)) for number in range(3)]
    assert [answer["ok"] for answer in answers] == [True, True, False]
    assert answers[-1] == OVER
    assert await texts(http, sen) == ["0", "1"]
    clock.move(31 * DAY)
    assert (await write(http, sen))["ok"] is True


async def test_three_thousand_is_the_usual_month(http, sim: Simulator, sen: Phone):
    bot = sim.world.zalo.bot(1)
    bot.sent[bot.month] = 2_999
    assert (await write(http, sen))["ok"] is True
    assert await write(http, sen) == OVER


async def test_what_was_used_is_told(http, sim: Simulator, sen: Phone):
    await write(http, sen)
    await http.zalo("sendChatAction", chat_id=sen.address, action="typing")
    _, stats = await http.ask("GET", "/stats")
    assert stats["calls"] == {"zalo.sendMessage": 1, "zalo.sendChatAction": 1}
    assert stats["zalo"] == [
        {
            "bot": 1,
            "users": 1,
            "users_per_bot": 50,
            "messages": 1,
            "monthly_messages": 3000,
            "waiting": 0,
        }
    ]


@pytest.mark.parametrize(
    ("idle", "status", "body"),
    [
        ("200", 200, {"ok": False, "description": "Request timeout", "error_code": 408}),
        ("408", 408, {"ok": False, "description": "Request timeout", "error_code": 408}),
        ("empty", 200, {"ok": True, "result": {}}),
    ],
)
async def test_nothing_new_is_said_in_three_ways(http, sim, idle, status, body):
    await settings(http, idle=idle)
    async with http.session.get(f"{sim.zalo_api}/bot{ZALO_TOKEN}/getUpdates?timeout=0") as answer:
        assert (answer.status, await answer.json()) == (status, body)


@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        ({}, 200, 400),
        ({"errors_in_200": False}, 400, 400),
        ({"codes_as_text": True}, 200, "400"),
    ],
)
async def test_a_refusals_dress_can_be_changed(http, given, status, code):
    await settings(http, **given)
    url = f"{http.sim.zalo_api}/bot{ZALO_TOKEN}/sendMessage"
    async with http.session.post(url, json={}) as answer:
        assert (answer.status, (await answer.json())["error_code"]) == (status, code)


async def test_a_good_answer_may_carry_the_code_nought(http):
    await settings(http, code_in_success=True)
    assert (await http.zalo("getMe"))["error_code"] == 0


async def test_a_message_nobody_fetches_in_time_is_lost(http, sim, clock, sen: Phone):
    await settings(http, keep_seconds=60)
    deeds.say(sim.world, sen, "xin chào")
    clock.move(61)
    assert (await http.zalo("getUpdates", timeout=0))["error_code"] == 408


@pytest.mark.parametrize(
    "given",
    [{"flats": True}, {"flat": 1}, {"users_per_bot": -1}, {"users_per_bot": True}, {"idle": "no"}],
)
async def test_a_setting_that_makes_no_sense_is_refused_in_a_sentence(http, given):
    status, answer = await http.ask("POST", "/zalo/settings", json=given)
    _, now = await http.ask("GET", "/zalo/settings")
    assert (status, answer["error"].endswith(".")) == (400, True)
    assert now["users_per_bot"] == 50


@pytest.mark.parametrize("kind", ["429", "502"])
async def test_the_gateway_speaks_html_and_names_the_token(http, sen: Phone, kind):
    await http.ask("POST", "/faults", json={"method": "zalo.sendMessage", "kind": kind})
    status, page, headers = await raw(http, "sendMessage", chat_id=sen.address, text="x")
    assert (status, headers["Content-Type"][:9]) == (int(kind), "text/html")
    assert ZALO_TOKEN in page
    assert "Retry-After" not in headers
    assert await texts(http, sen) == []


@pytest.mark.parametrize(
    ("kind", "code", "words"),
    [
        ("429", 429, "Quota exceeded"),
        ("500", 403, "Internal server error"),
        ("502", 502, "Bad Gateway"),
    ],
)
async def test_without_html_an_ordered_failure_is_json(http, sen: Phone, kind, code, words):
    await settings(http, html_errors=False)
    fault = {"messenger": "zalo", "method": "sendMessage", "kind": kind}
    await http.ask("POST", "/faults", json=fault)
    answer = await write(http, sen)
    assert answer == {"ok": False, "description": words, "error_code": code}
    assert await texts(http, sen) == []


@pytest.mark.parametrize(
    ("kind", "done"), [("timeout_before", []), ("timeout_after", ["x"]), ("drop", [])]
)
async def test_no_answer_says_nothing_about_the_deed(http, sen: Phone, kind, done):
    fault = {"method": "zalo.sendMessage", "kind": kind, "seconds": 0.05}
    await http.ask("POST", "/faults", json=fault)
    with pytest.raises(aiohttp.ClientError):
        await write(http, sen)
    assert await texts(http, sen) == done


FAULTS = [
    ({"method": "zalo.sendMessage"}, True, False),
    ({"method": "sendMessage"}, False, True),
    ({"messenger": "zalo"}, True, False),
    ({"messenger": "telegram"}, False, True),
    ({"messenger": "telegram", "method": "sendMessage"}, False, True),
    ({"messenger": "zalo", "method": "getMe"}, False, False),
    ({}, True, True),
]


@pytest.mark.parametrize(("order", "on_zalo", "on_telegram"), FAULTS)
async def test_a_fault_concerns_one_messenger_or_both(
    http, hoa: Phone, sen: Phone, order, on_zalo, on_telegram
):
    await http.ask("POST", "/faults", json={**order, "kind": "502", "count": 2})
    status, _, _ = await raw(http, "sendMessage", chat_id=sen.address, text="x")
    assert (status == 502) is on_zalo
    url = f"{http.sim.bot_api}{TOKEN}/sendMessage"
    async with http.session.post(url, json={"chat_id": hoa.id, "text": "x"}) as answer:
        assert (answer.status == 502) is on_telegram


async def test_a_file_may_be_gone_too(http, sim, sen: Phone, samples):
    await http.ask("POST", "/faults", json={"method": "zalo.files", "kind": "500"})
    async with http.session.get(f"{sim.url}/zalo/files/AQADx") as answer:
        assert answer.status == 500


async def test_a_silent_zalo_outlasts_the_callers_patience(http, sen: Phone):
    await http.ask("POST", "/faults", json={"messenger": "zalo", "kind": "timeout_after"})
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(write(http, sen), 0.3)
    assert await texts(http, sen) == ["x"]


@pytest.mark.parametrize("name", [*METHODS, *(one.name for one in fields(Settings))])
def test_every_method_and_setting_is_documented(name):
    assert name in (ROOT / "docs" / "simulator.md").read_text()
