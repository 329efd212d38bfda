"""What people do with their phones, and what the bot hears of it."""

from __future__ import annotations

import io

import aiohttp
import pytest
from telegram import Bot, Message
from telegram.error import Forbidden

from simulator import Simulator
from simulator.chats import Phone


async def heard(bot: Bot) -> Message:
    updates = await bot.get_updates()
    return updates[-1].message


async def test_phones_are_listed_as_they_were_added(http):
    notes = {"en": "secretary"}
    given = {"name": " Cô Thanh ", "messenger": "telegram", "note": "bí thư", "notes": notes}
    _, added = await http.ask("POST", "/phones", json=given)
    _, phones = await http.ask("GET", "/phones")
    (phone,) = phones
    assert phone["id"] == added["id"]
    assert (phone["name"], phone["messenger"], phone["note"]) == ("Cô Thanh", "telegram", "bí thư")
    assert phone["notes"] == notes
    assert phone["language_code"] == "vi"


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/phones", {"name": " "}, 400),
        ("/phones", {"name": "A", "messenger": "pigeon"}, 400),
        ("/phones", [], 400),
        ("/phones", {"name": "A", "notes": "78 years old"}, 400),
        ("/phones/7/say", {"text": "x"}, 404),
        ("/phones/x/say", {"text": "x"}, 404),
        ("/phones/{id}/start", {"code": "chào bác"}, 400),
        ("/phones/{id}/start", {"code": "x" * 65}, 400),
        ("/phones/{id}/say", {"text": " "}, 400),
        ("/phones/{id}/say", {"text": 5}, 400),
        ("/phones/{id}/forward", {"text": "x" * 4097, "from": "Chuyện lạ"}, 400),
        ("/phones/{id}/forward", {"text": " ", "from": "Chuyện lạ"}, 400),
        ("/phones/{id}/press", {"message_id": 99, "label": "Có"}, 404),
        ("/phones/{id}/press", {"message_id": 1, "label": "Có"}, 409),
        ("/phones/{id}/press", {"message_id": "x", "label": "Có"}, 400),
        ("/phones/{id}/vote", {"message_id": 1, "options": [0]}, 404),
        ("/phones/{id}/vote", {"message_id": 1, "options": "0"}, 400),
        ("/phones/{id}/send", {}, 400),
        ("/phones/{id}/dance", {}, 404),
    ],
)
async def test_a_deed_that_cannot_be_done_is_refused_in_a_sentence(
    http, hoa: Phone, path, body, status
):
    found, answer = await http.ask("POST", path.format(id=hoa.id), json=body)
    assert found == status
    assert answer["error"].endswith(".")


async def test_the_bot_cannot_write_first(http, bot: Bot, stranger: Phone):
    status, _ = await http.call("sendMessage", chat_id=stranger.id, text="x")
    await http.ask("POST", f"/phones/{stranger.id}/say", json={"text": "Chào"})
    await bot.send_message(stranger.id, "Chào bác")
    assert status == 400


async def test_a_command_is_marked(http, bot: Bot, hoa: Phone):
    await http.ask("POST", f"/phones/{hoa.id}/start", json={"code": "m-7"})
    message = await heard(bot)
    assert message.text == "/start m-7"
    assert [(e.type, e.offset, e.length) for e in message.entities] == [("bot_command", 0, 6)]


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("x" * 4096, [4096]),
        ("x" * 4097, [4096, 1]),
        ("😀" * 2049, [2048, 1]),
        ("một hai " * 600, [4095, 703]),
        ("a" * 4000 + ". Và " + "b" * 1000, [4001, 1003]),
        ("a" * 3900 + "\nb. c\n" + "d" * 1000, [3905, 1000]),
        ("a" * 3900 + "\n\nb\nc. " + "d" * 1000, [3900, 1005]),
        ("bác " * 1024 + "đến", [4095, 3]),
        ("bốn " * 1023 + "năm, sáu", [4096, 3]),
    ],
)
async def test_a_long_text_is_sent_in_parts_as_the_apps_do(
    http, bot: Bot, hoa: Phone, text, lengths
):
    status, answer = await http.ask("POST", f"/phones/{hoa.id}/say", json={"text": text})
    sent = [update.message for update in await bot.get_updates()]
    assert status == 200
    assert [len(message.text) for message in sent] == lengths
    assert answer["message_id"] == sent[-1].message_id
    assert "".join("".join(m.text for m in sent).split()) == "".join(text.split())


@pytest.mark.parametrize("kind", ["photo", "voice", "document", "sticker", "audio"])
async def test_a_file_reaches_the_bot(http, bot: Bot, hoa: Phone, samples, kind):
    data = {"voice": samples.ogg(), "audio": samples.MP3}.get(kind, samples.png())
    form = {"kind": kind, "file": io.BytesIO(data), "caption": "xem"}
    status, _ = await http.ask("POST", f"/phones/{hoa.id}/send", data=form)
    message = await heard(bot)
    assert status == 200
    assert getattr(message, kind)
    _, (*_, entry) = await http.ask("GET", f"/phones/{hoa.id}/chat")
    async with http.session.get(http.sim.url + entry["media"]["url"]) as shown:
        assert await shown.read() == data
    assert entry["media"]["kind"] == kind


async def test_a_contact_and_a_place_reach_the_bot(http, bot: Bot, hoa: Phone):
    contact = {"kind": "contact", "phone": "+84900000007", "name": "Anh Minh"}
    place = {"kind": "location", "latitude": "16.46", "longitude": "107.59"}
    for form in (contact, place):
        await http.ask("POST", f"/phones/{hoa.id}/send", data=form)
    first, second = (update.message for update in await bot.get_updates())
    assert (first.contact.phone_number, first.contact.first_name) == ("+84900000007", "Anh Minh")
    assert (second.location.latitude, second.location.longitude) == (16.46, 107.59)


async def test_a_forwarded_post_names_its_channel(http, bot: Bot, hoa: Phone):
    post = {"text": "Tin đồn", "from": "Chuyện lạ"}
    await http.ask("POST", f"/phones/{hoa.id}/forward", json=post)
    message = await heard(bot)
    assert (message.text, message.forward_origin.chat.title) == ("Tin đồn", "Chuyện lạ")


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ({"text": "Trang chính"}, "text"),
        ({"text": "Gửi số", "request_contact": True}, "contact"),
        ({"text": "Gửi chỗ", "request_location": True}, "location"),
    ],
)
async def test_a_key_of_the_keyboard_sends_what_it_promises(http, bot: Bot, hoa: Phone, key, kind):
    markup = {"keyboard": [[key]]}
    _, sent = await http.call("sendMessage", chat_id=hoa.id, text="x", reply_markup=markup)
    press = {"message_id": sent["result"]["message_id"], "label": key["text"]}
    await http.ask("POST", f"/phones/{hoa.id}/press", json=press)
    assert getattr(await heard(bot), kind)


async def test_a_keyboard_for_one_time_goes_away(http, hoa: Phone):
    markup = {"keyboard": [["Xong"]], "one_time_keyboard": True}
    _, sent = await http.call("sendMessage", chat_id=hoa.id, text="x", reply_markup=markup)
    press = {"message_id": sent["result"]["message_id"], "label": "Xong"}
    first, _ = await http.ask("POST", f"/phones/{hoa.id}/press", json=press)
    second, _ = await http.ask("POST", f"/phones/{hoa.id}/press", json=press)
    assert (first, second) == (200, 409)


async def test_who_blocks_the_bot_is_out_of_reach_until_start(http, sim, bot: Bot, hoa: Phone):
    await http.ask("POST", f"/phones/{hoa.id}/block")
    with pytest.raises(Forbidden, match=r"bot was blocked by the user"):
        await bot.send_message(hoa.id, "x")
    status, answer = await http.ask("POST", f"/phones/{hoa.id}/say", json={"text": "x"})
    assert (status, "unblock it first" in answer["error"]) == (409, True)

    await http.ask("POST", f"/phones/{hoa.id}/start", json={})
    gone, back, started = await bot.get_updates()
    statuses = [u.my_chat_member.new_chat_member.status for u in (gone, back)]
    assert statuses == ["kicked", "member"]
    assert started.message.text == "/start"
    await bot.send_message(hoa.id, "Chào bác")


async def test_blocking_twice_is_blocking_once(http, bot: Bot, hoa: Phone):
    for deed in ("block", "block", "unblock", "unblock"):
        await http.ask("POST", f"/phones/{hoa.id}/{deed}")
    assert len(await bot.get_updates()) == 2


async def test_an_open_poll_tells_who_chose_what(http, bot: Bot, hoa: Phone):
    poll = await bot.send_poll(hoa.id, "Ngày nào?", ["Sáu", "Bảy"], is_anonymous=False)
    vote = {"message_id": poll.message_id, "options": [1]}
    await http.ask("POST", f"/phones/{hoa.id}/vote", json=vote)
    counts, answer = await bot.get_updates()
    _, (*_, entry) = await http.ask("GET", f"/phones/{hoa.id}/chat")
    assert [o.voter_count for o in counts.poll.options] == [0, 1]
    assert (answer.poll_answer.user.id, answer.poll_answer.option_ids) == (hoa.id, (1,))
    assert entry["poll"]["total_voter_count"] == 1


async def test_the_guide_is_kept_for_the_page(http, hoa: Phone):
    guide = {"title": "Thử trước", "steps": [{"phone": hoa.id, "text": "Bấm Bắt đầu"}]}
    await http.ask("PUT", "/guide", json=guide)
    _, kept = await http.ask("GET", "/guide")
    assert kept == {**guide, "language": None}
    guide["titles"], guide["steps"][0]["texts"] = {"en": "Try this"}, {"en": "Press Bắt đầu"}
    await http.ask("PUT", "/guide", json=guide)
    _, kept = await http.ask("GET", "/guide")
    assert kept == {**guide, "language": None}
    status, _ = await http.ask("PUT", "/guide", json={"steps": ["x"]})
    assert status == 400


async def test_a_recording_can_be_fetched_in_parts(http, sim: Simulator, hoa: Phone, samples):
    form = {"kind": "voice", "file": io.BytesIO(samples.ogg())}
    await http.ask("POST", f"/phones/{hoa.id}/send", data=form)
    _, (*_, entry) = await http.ask("GET", f"/phones/{hoa.id}/chat")
    url, part = sim.url + entry["media"]["url"], {"Range": "bytes=2-5"}
    async with http.session.get(url, headers=part) as answer:
        assert (answer.status, await answer.read()) == (206, samples.ogg()[2:6])


async def test_a_document_is_never_shown_as_a_page(http, sim: Simulator, hoa: Phone):
    form = aiohttp.FormData({"kind": "document"})
    form.add_field("file", b"<script>1</script>", filename="a.html", content_type="text/html")
    await http.ask("POST", f"/phones/{hoa.id}/send", data=form)
    _, (*_, entry) = await http.ask("GET", f"/phones/{hoa.id}/chat")
    async with http.session.get(sim.url + entry["media"]["url"]) as answer:
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.content_type == "application/octet-stream"
