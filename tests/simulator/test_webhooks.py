"""Webhooks: the secret, one request per lane, repeats, patience on request."""

from __future__ import annotations

import asyncio
from itertools import pairwise

from aiohttp import web

from simulator import Simulator
from simulator.chats import Phone
from simulator.people import deeds
from simulator.webhooks import pause_after
from tests.simulator.receiver import Receiver


def refusal(status: int = 500, **headers: str) -> web.Response:
    return web.Response(status=status, headers=headers)


async def pending(http) -> int:
    _, info = await http.call("getWebhookInfo")
    return info["result"]["pending_update_count"]


async def test_an_update_arrives_with_the_secret(http, sim: Simulator, hoa: Phone, receiver):
    await http.call("setWebhook", url=receiver.url, secret_token="s3cret_-")
    deeds.say(sim.world, hoa, "Tôi nghe")
    update, request = await asyncio.wait_for(receiver.requests.get(), 5)
    assert update["message"]["text"] == "Tôi nghe"
    assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == "s3cret_-"


async def test_what_waited_is_delivered_when_the_webhook_is_set(http, sim, hoa: Phone, receiver):
    deeds.say(sim.world, hoa, "sớm")
    await http.call("setWebhook", url=receiver.url)
    assert (await receiver.next())["message"]["text"] == "sớm"


async def test_a_chat_waits_for_its_own_first_message_only(http, sim, hoa, stranger, receiver):
    await http.call("setWebhook", url=receiver.url)
    receiver.gate.clear()
    deeds.say(sim.world, hoa, "một")
    deeds.say(sim.world, hoa, "hai")
    deeds.say(sim.world, stranger, "người khác")
    arrived = {(await receiver.next())["message"]["text"] for _ in range(2)}
    assert arrived == {"một", "người khác"}
    assert receiver.requests.empty()

    receiver.gate.set()
    assert (await receiver.next())["message"]["text"] == "hai"


async def test_a_press_does_not_wait_for_the_same_persons_message(http, sim, hoa, receiver):
    button = {"inline_keyboard": [[{"text": "Có", "callback_data": "y"}]]}
    _, sent = await http.call("sendMessage", chat_id=hoa.id, text="x", reply_markup=button)
    await http.call("setWebhook", url=receiver.url)
    receiver.gate.clear()
    deeds.say(sim.world, hoa, "một")
    deeds.press(sim.world, hoa, sent["result"]["message_id"], label="Có")
    kinds = {next(k for k in await receiver.next() if k != "update_id") for _ in range(2)}
    assert kinds == {"message", "callback_query"}


async def arrivals(receiver: Receiver, clock, count: int) -> list[float]:
    """When each of the next requests came, on the simulator's clock, moved a second a look."""
    began, found = clock(), []
    while len(found) < count:
        try:
            await asyncio.wait_for(receiver.requests.get(), 0.06)
            found.append(clock() - began)
        except TimeoutError:
            clock.move(1)
    return found


async def test_a_failed_delivery_is_repeated_at_once_then_later_and_later(
    http, sim, clock, hoa, receiver
):
    receiver.answers = [refusal() for _ in range(4)]
    await http.call("setWebhook", url=receiver.url)
    deeds.say(sim.world, hoa, "x")
    times = await arrivals(receiver, clock, 5)
    pauses = [later - sooner for sooner, later in pairwise(times)]
    assert all(pause >= least for pause, least in zip(pauses, [0, 2, 4, 8], strict=True))


def test_pauses_double_up_to_a_minute_or_two():
    assert [pause_after(failures) for failures in range(6)] == [0, 2, 4, 8, 16, 32]
    assert all(60 <= pause_after(failures) <= 120 for failures in range(7, 40))


async def test_the_bot_may_ask_for_patience(http, sim, clock, hoa, receiver):
    receiver.answers = [refusal(503, **{"Retry-After": "7"})]
    await http.call("setWebhook", url=receiver.url)
    deeds.say(sim.world, hoa, "x")
    first, second = await arrivals(receiver, clock, 2)
    assert second - first >= 7


async def test_any_two_hundred_confirms(http, sim, hoa, receiver):
    receiver.answers = [refusal(204)]
    await http.call("setWebhook", url=receiver.url)
    deeds.say(sim.world, hoa, "một")
    deeds.say(sim.world, hoa, "hai")
    assert [(await receiver.next())["message"]["text"] for _ in range(2)] == ["một", "hai"]


async def test_an_update_that_would_be_too_old_is_given_up(http, sim, clock, hoa, receiver):
    button = {"inline_keyboard": [[{"text": "Có", "callback_data": "y"}]]}
    _, sent = await http.call("sendMessage", chat_id=hoa.id, text="x", reply_markup=button)
    receiver.answers = [refusal(503, **{"Retry-After": "151"})]
    await http.call("setWebhook", url=receiver.url)
    deeds.press(sim.world, hoa, sent["result"]["message_id"], label="Có")
    deeds.say(sim.world, hoa, "x")
    for _ in range(2):
        await receiver.next()
    assert await pending(http) == 0


async def test_trouble_is_told_to_whoever_asks(http, sim, hoa, receiver):
    receiver.answers = [refusal(500), refusal(500)]
    await http.call("setWebhook", url=receiver.url)
    deeds.say(sim.world, hoa, "x")
    for _ in range(2):
        await receiver.next()
    _, info = await http.call("getWebhookInfo")
    assert info["result"]["last_error_message"].startswith("Wrong response from the webhook: 500")
    assert info["result"]["pending_update_count"] == 1


async def test_after_removal_updates_wait_for_the_reader(http, sim, hoa, receiver):
    await http.call("setWebhook", url=receiver.url)
    _, answer = await http.call("deleteWebhook")
    deeds.say(sim.world, hoa, "x")
    _, read = await http.call("getUpdates")
    assert answer["description"] == "Webhook was deleted"
    assert [u["message"]["text"] for u in read["result"]] == ["x"]
