"""The real server's refusals, word for word."""

from __future__ import annotations

import json

import aiohttp
import pytest

from simulator import Simulator
from simulator.chats import Phone
from simulator.people import deeds

HOA = "the id of somebody who has pressed Start"
BUTTON = {"inline_keyboard": [[{"text": "Có", "callback_data": "y"}]]}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def keyboard(**button: object) -> dict[str, object]:
    return {"inline_keyboard": [[button]]}


REFUSALS = [
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": 1, "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": "@nobody", "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": HOA}, "message text is empty"),
    ("sendMessage", {"chat_id": HOA, "text": "  \n "}, "message text is empty"),
    ("sendMessage", {"chat_id": HOA, "text": "x" * 4097}, "message is too long"),
    (
        "sendMessage",
        {"chat_id": HOA, "text": "<b>đ", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    (
        "sendMessage",
        {"chat_id": HOA, "text": "đ <c>", "parse_mode": "HTML"},
        'can\'t parse entities: Unsupported start tag "c" at byte offset 3',
    ),
    (
        "sendMessage",
        {"chat_id": HOA, "text": "hết.", "parse_mode": "MarkdownV2"},
        "can't parse entities: Character '.' is reserved and must be escaped "
        "with the preceding '\\'",
    ),
    ("sendMessage", {"chat_id": HOA, "text": "x", "parse_mode": "RTF"}, "unsupported parse_mode"),
    (
        "sendMessage",
        {"chat_id": HOA, "text": "x", "reply_markup": "{"},
        "can't parse reply keyboard markup JSON object",
    ),
    (
        "sendMessage",
        {"chat_id": HOA, "text": "x", "reply_markup": "[]"},
        "object expected as reply markup",
    ),
    (
        "sendMessage",
        {"chat_id": HOA, "text": "x", "reply_markup": keyboard(text="a", callback_data="đ" * 33)},
        "BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": HOA, "text": "x", "reply_markup": keyboard(text="a")},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        "sendMessage",
        {"chat_id": HOA, "text": "x", "reply_parameters": {"message_id": 99}},
        "message to be replied not found",
    ),
    ("sendPhoto", {"chat_id": HOA}, "there is no photo in the request"),
    (
        "sendPhoto",
        {"chat_id": HOA, "photo": "AgADnobody"},
        "wrong file identifier/HTTP URL specified",
    ),
    (
        "sendVoice",
        {"chat_id": HOA, "voice": "x", "caption": "x" * 1025},
        "message caption is too long",
    ),
    ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
    (
        "editMessageText",
        {"chat_id": HOA, "message_id": 99, "text": "x"},
        "message to edit not found",
    ),
    ("editMessageText", {"chat_id": HOA, "message_id": 1, "text": "x"}, "message can't be edited"),
    ("deleteMessage", {"chat_id": HOA, "message_id": 99}, "message to delete not found"),
    (
        "copyMessage",
        {"chat_id": HOA, "from_chat_id": HOA, "message_id": 9},
        "message to copy not found",
    ),
    (
        "forwardMessage",
        {"chat_id": HOA, "from_chat_id": HOA, "message_id": 9},
        "message to forward not found",
    ),
    ("sendChatAction", {"chat_id": HOA, "action": "x"}, "wrong parameter action in request"),
    ("sendLocation", {"chat_id": HOA, "latitude": 1}, "longitude is empty"),
    ("sendContact", {"chat_id": HOA, "first_name": "a"}, 'parameter "phone_number" is required'),
    (
        "sendPoll",
        {"chat_id": HOA, "question": "?", "options": ["a"]},
        "poll must have at least 2 option",
    ),
    ("setMessageReaction", {"chat_id": HOA, "message_id": 99}, "message to react not found"),
    (
        "setMessageReaction",
        {"chat_id": HOA, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "x"}]},
        "REACTION_INVALID",
    ),
    *(
        ("setMessageReaction", {"chat_id": HOA, "message_id": 1, "reaction": reaction}, text)
        for reaction, text in (
            ([{"type": "emoji", "emoji": "✅"}], "REACTION_INVALID"),
            ([{"type": "emoji", "emoji": "❤\ufe0f"}], "REACTION_INVALID"),
            ([{"type": "custom_emoji", "custom_emoji_id": "5"}], "REACTION_INVALID"),
            (
                [{"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "🔥"}],
                "REACTIONS_TOO_MANY",
            ),
            ([{"type": "emoji", "emoji": ""}], "invalid reaction type specified"),
            ([{"type": "paid"}], "can't parse ReactionType: invalid reaction type specified"),
            ([{"type": "emoji"}], "can't parse ReactionType: Can't find field \"emoji\""),
            ([{"emoji": "👍"}], "can't parse ReactionType: Can't find field \"type\""),
            (["👍"], "can't parse ReactionType: expected an Object"),
            ({"type": "emoji"}, "expected an Array of ReactionType"),
        )
    ),
    *(
        ("setMyCommands", {"commands": [{"command": name, "description": "x"}]}, text)
        for name, text in (
            ("Ô", "BOT_COMMAND_INVALID"),
            ("Start", "BOT_COMMAND_INVALID"),
            ("write-notice", "BOT_COMMAND_INVALID"),
            ("two words", "BOT_COMMAND_INVALID"),
            ("//start", "BOT_COMMAND_INVALID"),
            ("/", "command must be non-empty"),
            ("a" * 33, "command length must not exceed 32"),
        )
    ),
    *(
        ("setMyCommands", {"commands": [command]}, text)
        for command, text in (
            ({"command": "a", "description": " "}, "command description must be non-empty"),
            (
                {"command": "a", "description": "x" * 257},
                "command description length must not exceed 256",
            ),
            ({"command": "a"}, "can't parse BotCommand: Can't find field \"description\""),
            ("a", "can't parse BotCommand: expected an Object"),
        )
    ),
    (
        "setMyCommands",
        {"commands": [{"command": f"c{n}", "description": "x"} for n in range(101)]},
        "BOT_COMMANDS_TOO_MUCH",
    ),
    ("leaveChat", {"chat_id": HOA}, "chat member status can't be changed in private chats"),
    (
        "setWebhook",
        {"url": "https://example.org/hook"},
        "bad webhook: IP address is reserved for this machine's own use",
    ),
]


@pytest.mark.parametrize(("method", "arguments", "text"), REFUSALS, ids=lambda case: str(case)[:40])
async def test_a_mistake_gets_the_real_servers_words(http, hoa: Phone, method, arguments, text):
    filled = {name: hoa.id if value is HOA else value for name, value in arguments.items()}
    status, answer = await http.call(method, **filled)
    expected = {"ok": False, "error_code": 400, "description": f"Bad Request: {text}"}
    assert (status, answer) == (400, expected)


async def test_an_unknown_method_is_not_found(http):
    status, answer = await http.call("sendPigeon")
    assert (status, answer["description"]) == (404, "Not Found: method not found")


@pytest.mark.parametrize(
    ("token", "text"),
    [
        ("999:" + "b" * 35, "Unauthorized"),
        ("no-colon", "Unauthorized: invalid token specified"),
        ("0123:x", "Unauthorized: invalid token specified"),
    ],
)
async def test_a_stranger_s_token_is_refused(http, token, text):
    async with http.session.get(f"{http.sim.bot_api}{token}/getMe") as answer:
        assert answer.status == 401
        assert (await answer.json())["description"] == text


async def test_without_a_given_token_the_first_one_becomes_the_bot(http):
    async with Simulator() as fresh:
        statuses = []
        for token in ("71:" + "a" * 35, "72:" + "a" * 35, "71:" + "a" * 35):
            async with http.session.get(f"{fresh.bot_api}{token}/getMe") as answer:
                statuses.append(answer.status)
    assert statuses == [200, 401, 200]


async def test_an_edit_that_changes_nothing_is_refused(http, hoa: Phone):
    _, sent = await http.call("sendMessage", chat_id=hoa.id, text="x", reply_markup=BUTTON)
    same = {"chat_id": hoa.id, "message_id": sent["result"]["message_id"], "text": "x"}
    _, refused = await http.call("editMessageText", **same, reply_markup=BUTTON)
    status, _ = await http.call("editMessageText", **same)
    assert refused["description"] == NOT_MODIFIED
    assert status == 200, "leaving the buttons out is a change: they go away"


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(http, hoa: Phone):
    home = {"keyboard": [["Trang chính"]], "resize_keyboard": True}
    _, sent = await http.call("sendMessage", chat_id=hoa.id, text="x", reply_markup=home)
    number = sent["result"]["message_id"]
    _, refused = await http.call("editMessageText", chat_id=hoa.id, message_id=number, text="y")
    assert refused["description"] == "Bad Request: message can't be edited"


async def test_text_and_caption_are_edited_by_their_own_methods(http, sim, hoa: Phone):
    _, words = await http.call("sendMessage", chat_id=hoa.id, text="x")
    _, place = await http.call("sendLocation", chat_id=hoa.id, latitude=16.4, longitude=107.5)
    cases = (("editMessageCaption", words, "caption"), ("editMessageText", place, "text"))
    for method, sent, field in cases:
        number = sent["result"]["message_id"]
        arguments = {"chat_id": hoa.id, "message_id": number, field: "y"}
        _, refused = await http.call(method, **arguments)
        assert refused["description"] == f"Bad Request: there is no {field} in the message to edit"


async def test_messages_older_than_two_days_stay(http, clock, hoa: Phone):
    clock.move(48 * 3600 + 1)
    _, refused = await http.call("deleteMessage", chat_id=hoa.id, message_id=1)
    assert refused["description"] == "Bad Request: message can't be deleted for everyone"


async def press(http, sim, hoa: Phone) -> str:
    _, sent = await http.call("sendMessage", chat_id=hoa.id, text="x", reply_markup=BUTTON)
    pressed = deeds.press(sim.world, hoa, sent["result"]["message_id"], label="Có")
    return pressed["callback_query_id"]


async def test_a_press_is_answered_once(http, sim, hoa: Phone):
    query = await press(http, sim, hoa)
    status, _ = await http.call("answerCallbackQuery", callback_query_id=query)
    _, again = await http.call("answerCallbackQuery", callback_query_id=query)
    assert (status, again["description"]) == (200, TOO_OLD)


async def test_a_press_grows_too_old_to_answer_and_to_be_heard_of(http, sim, clock, hoa: Phone):
    query = await press(http, sim, hoa)
    clock.move(149)
    _, heard = await http.call("getUpdates")
    assert [u["callback_query"]["id"] for u in heard["result"]] == [query]

    clock.move(2)
    _, silence = await http.call("getUpdates")
    _, refused = await http.call("answerCallbackQuery", callback_query_id=query)
    assert silence["result"] == []
    assert refused["description"] == TOO_OLD


async def test_a_body_that_is_not_json_is_refused(http, sim):
    url = f"{sim.bot_api}{sim.world.token}/getMe"
    headers = {"Content-Type": "application/json"}
    async with http.session.post(url, data="{", headers=headers) as answer:
        assert answer.status == 400


@pytest.mark.parametrize("encoding", ["query", "form", "multipart", "json"])
async def test_arguments_travel_in_any_encoding(http, sim, hoa: Phone, encoding):
    arguments = {"chat_id": str(hoa.id), "text": "Chào bác", "reply_markup": json.dumps(BUTTON)}
    how = {
        "query": {"method": "GET", "params": arguments},
        "form": {"method": "POST", "data": arguments},
        "json": {
            "method": "POST",
            "json": {**arguments, "chat_id": hoa.id, "reply_markup": BUTTON},
        },
    }.get(encoding)
    if how is None:
        writer = aiohttp.FormData(arguments, default_to_multipart=True)
        how = {"method": "POST", "data": writer}
    url = f"{sim.bot_api}{sim.world.token}/SENDmessage"
    async with http.session.request(url=url, **how) as answer:
        result = (await answer.json())["result"]
    assert (result["text"], result["reply_markup"]) == ("Chào bác", BUTTON)
