"""What a person can do with Zalo on the phone, and what Zalo does not have."""

from __future__ import annotations

import io

import pytest

from simulator import Simulator
from simulator.chats import Phone
from simulator.people import deeds


@pytest.fixture
async def thanh(http, sim: Simulator) -> Phone:
    """Somebody at a fresh phone for Zalo's second bot."""
    given = {"name": "Cô Thanh", "messenger": "zalo", "bot": 2}
    _, added = await http.ask("POST", "/phones", json=given)
    return sim.world.phone(added["id"])


async def test_a_phone_says_where_it_is(http, hoa: Phone, thanh: Phone):
    _, (first, second) = await http.ask("GET", "/phones")
    assert (first["messenger"], first["bot"], first["address"]) == ("telegram", None, str(hoa.id))
    assert (second["messenger"], second["bot"]) == ("zalo", 2)
    assert second["address"] == thanh.address
    assert thanh.address.isalnum()
    assert len(thanh.address) == 20


async def test_opening_the_bot_only_opens_the_chat(http, sim, thanh: Phone):
    status, answer = await http.ask("POST", f"/phones/{thanh.id}/start", json={})
    assert (status, answer) == (200, {})
    assert sim.world.zalo.bot(2).updates.fresh() == []
    assert sim.world.chat_of(thanh).messages == {}


async def test_words_are_shown_and_told(http, sim, thanh: Phone):
    words = "/start đọc https://sotay.vn"
    status, _ = await http.ask("POST", f"/phones/{thanh.id}/say", json={"text": words})
    _, (said,) = await http.ask("GET", f"/phones/{thanh.id}/chat")
    assert status == 200
    assert (said["from"], said["text"], said["buttons"]) == ("me", words, [])
    assert [one["type"] for one in said["entities"]] == ["url"], "a command is no button here"
    answer = await http.zalo("getUpdates", "1:eins", timeout=0)
    assert answer["error_code"] == 408
    answer = await http.zalo("getUpdates", "2:zwei")
    assert answer["result"]["message"]["text"] == words


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "document"])
async def test_a_file_has_the_same_shape_as_elsewhere(http, thanh: Phone, samples, kind):
    data = {"photo": samples.png(), "voice": samples.aac(), "sticker": samples.png()}
    form = {"kind": kind, "file": io.BytesIO(data.get(kind, samples.PDF))}
    await http.ask("POST", f"/phones/{thanh.id}/send", data=form)
    _, (said,) = await http.ask("GET", f"/phones/{thanh.id}/chat")
    media = said["media"]
    assert (media["kind"], media["url"].startswith("/media/")) == (kind, True)
    assert set(media) == {"kind", "mime", "size", "duration", "name", "url"}


@pytest.mark.parametrize(
    ("deed", "body", "sentence"),
    [
        (
            "start",
            {"code": "moi-7"},
            "Zalo has no links with a code: open the chat and type the code.",
        ),
        (
            "press",
            {"message_id": 1, "label": "Có"},
            "Zalo has no buttons: type the number or the words instead.",
        ),
        (
            "press",
            {"label": "Có"},
            "Zalo has no buttons: type the number or the words instead.",
        ),
        (
            "forward",
            {"text": "x", "from": "Chuyện lạ"},
            "Zalo has no channels whose posts could be passed on.",
        ),
    ],
)
async def test_what_zalo_does_not_have_is_said_kindly(http, thanh: Phone, deed, body, sentence):
    status, answer = await http.ask("POST", f"/phones/{thanh.id}/{deed}", json=body)
    assert (status, answer["error"]) == (409, sentence)


@pytest.mark.parametrize("bot", [0, 100, "hai"])
async def test_a_bot_has_a_number(http, bot):
    given = {"name": "A", "messenger": "zalo", "bot": bot}
    status, answer = await http.ask("POST", "/phones", json=given)
    assert (status, "'bot'" in answer["error"]) == (400, True)


async def test_who_has_blocked_the_bot_is_not_reached_until_opening_it_again(http, sim, sen: Phone):
    await http.ask("POST", f"/phones/{sen.id}/block")
    refused = await http.zalo("sendMessage", chat_id=sen.address, text="x")
    assert refused == {
        "ok": False,
        "description": "Forbidden: The user has blocked the bot",
        "error_code": 403,
    }
    assert sim.world.zalo.bot(1).updates.fresh() == [], "Zalo tells its bots nothing of it"
    await http.ask("POST", f"/phones/{sen.id}/start", json={})
    assert (await http.zalo("sendMessage", chat_id=sen.address, text="x"))["ok"] is True


async def test_somebody_who_has_not_written_cannot_be_written_to(http, thanh: Phone):
    answer = await http.zalo("sendMessage", "2:zwei", chat_id=thanh.address, text="x")
    assert (answer["ok"], answer["error_code"]) == (False, 400)


async def test_a_fresh_start_forgets_people_and_quota_and_keeps_the_bots(http, sim, sen: Phone):
    await http.zalo("sendMessage", chat_id=sen.address, text="x")
    deeds.say(sim.world, sen, "y")
    await http.ask("POST", "/reset")
    _, stats = await http.ask("GET", "/stats")
    (bot,) = stats["zalo"]
    assert (bot["bot"], bot["users"], bot["messages"], bot["waiting"]) == (1, 0, 0, 0)
