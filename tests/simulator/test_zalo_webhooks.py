"""Zalo's webhooks: the probe, the secret, both forms, both names of a picture, repeats."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import web

from simulator import Simulator
from simulator.chats import Phone
from simulator.files import Upload
from simulator.people import deeds
from tests.simulator.conftest import ZALO_TOKEN

SECRET = "s3cret_-."


async def hooked(http, receiver, **settings) -> None:
    """A bot whose webhook is set and has answered its probe."""
    await http.ask("POST", "/zalo/settings", json=settings)
    answer = await http.zalo("setWebhook", url=receiver.url, secret_token=SECRET)
    assert answer["ok"] is True, answer
    assert await receiver.next() is None


async def test_the_address_is_probed_with_an_empty_body_and_kept(http, clock, receiver):
    receiver.answers = [web.Response(status=500)]
    answer = await http.zalo("setWebhook", url=receiver.url, secret_token=SECRET)
    body, probe = await asyncio.wait_for(receiver.requests.get(), 5)
    assert (body, "Content-Type" in probe.headers) == (None, False)
    moment = int(clock() * 1000)
    assert answer == {
        "ok": True,
        "result": {
            "url": receiver.url,
            "updated_at": moment,
            "verification": {"ok": False, "outcome": "bad_status", "status_code": 500, "hint": ""},
        },
    }
    assert await http.zalo("getWebhookInfo") == {
        "ok": True,
        "result": {"url": receiver.url, "updated_at": moment},
    }


async def test_without_a_webhook_its_info_is_not_found_in_http_404(http, sim, clock, receiver):
    await hooked(http, receiver)
    gone = await http.zalo("deleteWebhook")
    assert gone == {"ok": True, "result": {"url": "", "updated_at": int(clock() * 1000)}}
    async with http.session.get(f"{sim.zalo_api}/bot{ZALO_TOKEN}/getWebhookInfo") as answer:
        assert answer.status == 404
        assert await answer.json() == {
            "ok": False,
            "description": "Not Found",
            "error_code": 404,
        }


@pytest.mark.parametrize(
    ("url", "secret", "words"),
    [
        ("http://127.0.0.1/x", "", "The secret_token must not be empty"),
        ("http://127.0.0.1/x", "short", "The secret_token must be between 8 and 256 characters"),
        ("http://127.0.0.1/x", "ố" * 8, "The secret_token must be between 8 and 256 characters"),
        ("", SECRET, "The url must not be empty"),
        ("ftp://127.0.0.1/x", SECRET, "The url must be a public URL"),
        (
            "https://sotay.vn/x",
            SECRET,
            "The url cannot be reached: this Zalo asks its own machine only",
        ),
    ],
)
async def test_a_webhook_needs_an_address_and_a_secret(http, url, secret, words):
    answer = await http.zalo("setWebhook", url=url, secret_token=secret)
    assert answer == {"ok": False, "description": f"Bad request: {words}", "error_code": 400}


async def test_a_message_comes_wrapped_and_with_the_secret(http, sim: Simulator, sen, receiver):
    await hooked(http, receiver)
    deeds.say(sim.world, sen, "Tôi nghe")
    update, request = await asyncio.wait_for(receiver.requests.get(), 5)
    assert request.headers["X-Bot-Api-Secret-Token"] == SECRET
    assert set(update) == {"ok", "result"}
    assert update["ok"] is True
    assert update["result"]["event_name"] == "message.text.received"
    assert update["result"]["message"]["text"] == "Tôi nghe"


async def test_a_flat_message_is_bare(http, sim: Simulator, sen: Phone, receiver):
    await hooked(http, receiver, flat=True)
    deeds.say(sim.world, sen, "Tôi nghe")
    update = await receiver.next()
    assert set(update) == {"event_name", "message"}


async def test_polling_does_not_work_beside_a_webhook(http, receiver):
    await hooked(http, receiver)
    answer = await http.zalo("getUpdates", timeout=0)
    assert answer["error_code"] == 400


@pytest.mark.parametrize("field", ["photo_url", "photo"])
async def test_a_picture_comes_as_a_public_address(http, sim, sen, samples, receiver, field):
    await hooked(http, receiver, photo_field=field)
    picture = samples.png()
    deeds.send_file(sim.world, sen, "photo", Upload("a.png", "image/png", picture), "hội trường")
    update = (await receiver.next())["result"]
    message = update["message"]
    assert update["event_name"] == "message.image.received"
    assert (message["caption"], message["message_type"]) == ("hội trường", "CHAT_PHOTO")
    assert set(message) & {"photo", "photo_url"} == {field}
    async with http.session.get(message[field]) as found:
        assert (found.content_type, await found.read()) == ("image/png", picture)


async def test_the_same_message_may_come_twice(http, sim: Simulator, sen: Phone, receiver):
    await hooked(http, receiver, duplicates=True)
    deeds.say(sim.world, sen, "một lần")
    first, second = await receiver.next(), await receiver.next()
    assert first == second


@pytest.mark.parametrize("status", [500, 302, 204])
async def test_what_is_not_answered_with_200_comes_again(http, sim, sen, receiver, status):
    await hooked(http, receiver)
    receiver.answers = [web.Response(status=status)]
    deeds.say(sim.world, sen, "một")
    deeds.say(sim.world, sen, "hai")
    texts = [(await receiver.next())["result"]["message"]["text"] for _ in range(3)]
    assert texts == ["một", "một", "hai"]


async def test_what_waited_is_brought_when_the_webhook_is_set(http, sim, sen, receiver):
    deeds.say(sim.world, sen, "sớm")
    await hooked(http, receiver)
    assert (await receiver.next())["result"]["message"]["text"] == "sớm"
    await http.zalo("deleteWebhook")
    deeds.say(sim.world, sen, "muộn")
    answer = await http.zalo("getUpdates")
    assert answer["result"]["message"]["text"] == "muộn"
