"""Zalo's bot side: who the bot is, what it fetches, what it writes, and every refusal."""

from __future__ import annotations

import asyncio
import json
import re

import aiohttp
import pytest

from simulator import Simulator
from simulator.chats import Phone
from simulator.people import deeds
from tests.simulator.conftest import ZALO_TOKEN

HEX = re.compile(r"[0-9a-f]{20}")
IDLE = {"ok": False, "description": "Request timeout", "error_code": 408}


def refusal(code: int, description: str) -> dict[str, object]:
    return {"ok": False, "description": description, "error_code": code}


def too_long(name: str) -> str:
    return f"Bad request: The {name} must be between 1 and 2000 characters"


def missing(name: str) -> str:
    return f"Bad request: The {name} must not be empty"


def invalid(name: str) -> str:
    return f"Bad request: The {name} is invalid"


async def chat(http, phone: Phone) -> list[dict]:
    return (await http.ask("GET", f"/phones/{phone.id}/chat"))[1]


async def test_the_bot_is_a_basic_one_that_joins_no_groups(http):
    answer = await http.zalo("getMe")
    name = answer["result"].pop("account_name")
    assert answer == {
        "ok": True,
        "result": {
            "id": "1459232241454765289",
            "account_type": "BASIC",
            "can_join_groups": False,
        },
    }
    assert re.fullmatch(r"bot\.\w{9}", name)


async def test_a_message_is_handed_out_once_and_alone(http, sim: Simulator, clock, sen: Phone):
    deeds.say(sim.world, sen, "một")
    deeds.say(sim.world, sen, "hai")
    first, second = await http.zalo("getUpdates"), await http.zalo("getUpdates")
    number = first["result"]["message"].pop("message_id")
    assert HEX.fullmatch(sen.address)
    assert HEX.fullmatch(number)
    assert first == {
        "ok": True,
        "result": {
            "event_name": "message.text.received",
            "message": {
                "from": {"id": sen.address, "display_name": "Bà Võ Thị Sen", "is_bot": False},
                "chat": {"id": sen.address, "chat_type": "PRIVATE"},
                "text": "một",
                "date": int(clock() * 1000),
            },
        },
    }
    assert second["result"]["message"]["text"] == "hai"
    assert await http.zalo("getUpdates", timeout=0) == IDLE


async def test_one_reader_waits_for_the_next_message(http, sim: Simulator, sen: Phone):
    polls = [asyncio.ensure_future(http.zalo("getUpdates", timeout="30")) for _ in range(2)]
    done, waiting = await asyncio.wait(polls, timeout=5, return_when=asyncio.FIRST_COMPLETED)
    assert done.pop().result() == IDLE, "a second reader ends the first one's poll"
    deeds.say(sim.world, sen, "đây")
    assert (await waiting.pop())["result"]["message"]["text"] == "đây"


async def test_an_answer_arrives_on_the_phone(http, clock, sen: Phone):
    answer = await http.zalo("sendMessage", chat_id=sen.address, text="Chào bác https://sotay.vn")
    assert HEX.fullmatch(answer["result"].pop("message_id"))
    assert answer == {"ok": True, "result": {"date": int(clock() * 1000)}}
    said = (await chat(http, sen))[-1]
    assert (said["from"], said["text"]) == ("bot", "Chào bác https://sotay.vn")
    assert said["entities"] == [{"type": "url", "offset": 9, "length": 16}]


STYLE = {"start": 0, "len": 4, "st": ["b", "c_db342e"]}
LONG = "x" * 2001
REFUSED = [  # "@" stands for the chat of somebody who has written
    ("sendMessage", {"text": "x"}, 400, missing("chat_id")),
    ("sendMessage", {"chat_id": "0123456789abcdef0123", "text": "x"}, 400, invalid("chat_id")),
    ("sendMessage", {"chat_id": "@", "text": " "}, 400, missing("text")),
    ("sendMessage", {"chat_id": "@", "text": LONG}, 400, too_long("text")),
    ("sendMessage", {"chat_id": "@", "text": "🙂" * 1001}, 400, too_long("text")),
    ("sendPhoto", {"chat_id": "@", "caption": LONG}, 400, too_long("caption")),
    ("sendPhoto", {"chat_id": "@", "caption": ""}, 400, missing("caption")),
    (
        "sendMessage",
        {"chat_id": "@", "text": "x", "parse_mode": "MarkdownV2"},
        400,
        invalid("parse_mode"),
    ),
    ("sendSticker", {"chat_id": "@"}, 400, missing("sticker")),
    ("sendChatAction", {"chat_id": "@", "action": "dance"}, 400, invalid("action")),
    ("sendmessage", {"chat_id": "@", "text": "x"}, 404, "Not Found"),
    ("sendDocument", {"chat_id": "@", "document": "x"}, 404, "Not Found"),
    ("editMessageText", {"chat_id": "@", "text": "x"}, 404, "Not Found"),
]


@pytest.mark.parametrize(("method", "arguments", "code", "words"), REFUSED)
async def test_a_refusal_comes_in_http_200(http, sim, sen: Phone, method, arguments, code, words):
    if arguments.get("chat_id") == "@":
        arguments = {**arguments, "chat_id": sen.address}
    url = f"{sim.zalo_api}/bot{ZALO_TOKEN}/{method}"
    async with http.session.post(url, json=arguments) as answer:
        assert answer.status == 200
        assert await answer.json() == refusal(code, words)
    assert len(await chat(http, sen)) == 1, "nothing reached the phone"


async def test_two_thousand_characters_fit(http, sen: Phone):
    assert (await http.zalo("sendMessage", chat_id=sen.address, text="ố" * 2000))["ok"] is True


@pytest.mark.parametrize("token", ["abc", "12:", ":x", "x1:y"])
async def test_a_token_that_is_none_is_refused(http, token):
    assert await http.zalo("getMe", token) == refusal(401, "Token invalid")


async def test_named_tokens_are_the_only_ones():
    async with Simulator(zalo_tokens=["1:a", "2:b"]) as sim:
        assert sim.world.zalo.admit("2:b").number == 2
        with pytest.raises(Exception, match="Token invalid"):
            sim.world.zalo.admit("3:c")


@pytest.mark.parametrize("way", ["query", "form", "json", "multipart"])
async def test_every_encoding_is_read(http, sim, sen: Phone, way):
    fields = {"chat_id": sen.address, "text": "Chào bác", "text_styles": json.dumps([STYLE])}
    how = {
        "query": {"params": fields},
        "form": {"data": fields},
        "json": {"json": {**fields, "text_styles": [STYLE]}},
        "multipart": {"data": multipart(fields)},
    }[way]
    url = f"{sim.zalo_api}/bot{ZALO_TOKEN}/sendMessage"
    verb = "GET" if way == "query" else "POST"
    async with http.session.request(verb, url, **how) as answer:
        assert (await answer.json())["ok"] is True
    assert (await chat(http, sen))[-1]["text_styles"] == [STYLE]


def multipart(fields):
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in fields.items():
        form.add_field(name, value)
    return form


@pytest.mark.parametrize(
    "style",
    [
        {"start": 0, "len": 4, "st": ["huge"]},
        {"start": 0, "len": 4, "st": "b"},
        {"start": -1, "len": 4, "st": ["b"]},
        {"start": 0, "len": 0, "st": ["b"]},
        {"start": 1, "len": 3, "st": ["b"]},  # the face is two units long, so only up to 3 fit
        {"start": "0", "len": 1, "st": ["b"]},
        "b",
    ],
)
async def test_a_style_must_fit_its_text_in_utf_16(http, sen: Phone, style):
    answer = await http.zalo("sendMessage", chat_id=sen.address, text="🙂a", text_styles=[style])
    assert answer == refusal(400, "Bad request: The text_styles are invalid")


@pytest.mark.parametrize(("start", "size"), [(0, 2), (2, 1), (0, 3)])
async def test_a_face_is_two_units_long(http, sen: Phone, start, size):
    style = {"start": start, "len": size, "st": ["b"]}
    await http.zalo("sendMessage", chat_id=sen.address, text="🙂a", text_styles=[style])
    assert (await chat(http, sen))[-1]["text_styles"] == [style]


@pytest.mark.parametrize(
    ("mode", "written", "text", "styles"),
    [
        ("markdown", "**Mời họp** *tối nay*", "Mời họp tối nay", [(0, 7, "b"), (8, 7, "i")]),
        ("markdown", "# Tin\n~~cũ~~ `mã`", "Tin\ncũ mã", [(0, 3, "b"), (4, 2, "s")]),
        ("markdown", "🙂 {red}gấp{/red}", "🙂 gấp", [(3, 3, "c_db342e")]),
        (
            "markdown",
            "**đậm *và nghiêng* nữa**",
            "đậm và nghiêng nữa",
            [(4, 10, "i"), (0, 18, "b")],
        ),
        ("markdown", "2 * 3 = 6, [trang](https://a.vn)", "2 * 3 = 6, [trang](https://a.vn)", []),
        ("html", "<b>a &lt; b</b> <u>c</u>", "a < b c", [(0, 5, "b"), (6, 1, "u")]),
    ],
)
async def test_markup_becomes_styles(http, sen: Phone, mode, written, text, styles):
    await http.zalo("sendMessage", chat_id=sen.address, text=written, parse_mode=mode)
    said = (await chat(http, sen))[-1]
    found = [(one["start"], one["len"], *one["st"]) for one in said.get("text_styles", [])]
    assert (said["text"], found) == (text, styles)


async def test_the_sign_of_writing_has_no_result_and_costs_nothing(http, sim, sen: Phone):
    answer = await http.zalo("sendChatAction", chat_id=sen.address, action="typing")
    assert answer == {"ok": True}
    assert sim.world.zalo.bot(1).sent.total() == 0


async def test_each_bot_has_its_own_people(http, sim, sen: Phone):
    minh = sim.world.add_phone("Anh Minh", "zalo", bot=2)
    deeds.say(sim.world, minh, "chào bot hai")
    assert await http.zalo("getUpdates", timeout=0) == IDLE, "the first token is bot 1's"
    told = await http.zalo("getUpdates", "22:zwei")
    assert told["result"]["message"]["text"] == "chào bot hai"
    answer = await http.zalo("sendMessage", "22:zwei", chat_id=sen.address, text="x")
    assert answer == refusal(400, invalid("chat_id"))
