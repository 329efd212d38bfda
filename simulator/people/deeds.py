"""What a person can do with the phone; each deed becomes an update for the bot."""

from __future__ import annotations

import re
from typing import Any

from simulator.chats import Chat, Json, Message, Phone
from simulator.contents import file_content
from simulator.errors import ApiError, PeopleError
from simulator.files import Upload
from simulator.markup.text import Formatted, trimmed, units, with_detected, without_commands
from simulator.people.parts import LONGEST_TEXT, parts
from simulator.people.view import inline_rows
from simulator.post import post_from_phone
from simulator.updates import CALLBACK_LIFE
from simulator.wire import message_wire
from simulator.world import Press, World
from simulator.zalo.aac import as_aac

START_CODE = re.compile(r"[A-Za-z0-9_-]{0,64}")
FILE_KINDS = ("photo", "voice", "audio", "document", "sticker")
CHANNEL = {"id": -1_002_000_000_001, "type": "channel"}


def say(world: World, phone: Phone, text: str) -> Message:
    """Type and send a text; a long one becomes several messages, of which this is the last."""
    _check_allowed(phone)
    sent = [_send_text(world, phone, part) for part in parts(text)]
    if not sent:
        raise PeopleError(400, "There is nothing to send: the text is empty.")
    return sent[-1]


def _send_text(world: World, phone: Phone, text: str, extra: Json | None = None) -> Message:
    return _post(world, phone, _words(phone, text).fields(), extra)


def _words(phone: Phone, text: str) -> Formatted:
    found = with_detected(trimmed(Formatted(text)))
    return without_commands(found) if phone.on_zalo else found


def start(world: World, phone: Phone, code: str = "") -> Message | None:
    """Open the bot by its link, or press Start; a person who had blocked it lets it in again.

    On Zalo this opens the chat, and nothing is sent.
    """
    if code and phone.on_zalo:
        raise PeopleError(409, "Zalo has no links with a code: open the chat and type the code.")
    if not START_CODE.fullmatch(code):
        raise PeopleError(400, f"{code!r} cannot be in a link: 64 letters, digits, _ or - at most.")
    if phone.blocked:
        unblock(world, phone)
    if phone.on_zalo:
        return None
    return say(world, phone, f"/start {code}".strip())


def forward(world: World, phone: Phone, text: str, title: str) -> Message:
    """Pass on a post of a channel: one message, which no app cuts."""
    if phone.on_zalo:
        raise PeopleError(409, "Zalo has no channels whose posts could be passed on.")
    if not text.strip() or units(text) > LONGEST_TEXT:
        raise PeopleError(400, f"A post has between 1 and {LONGEST_TEXT} characters.")
    origin = {
        "type": "channel",
        "date": world.now,
        "chat": {**CHANNEL, "title": title},
        "message_id": world.number(),
    }
    return _send_text(world, phone, text, {"forward_origin": origin})


def send_file(
    world: World, phone: Phone, kind: str, upload: Upload, caption: str = "", duration: int = 0
) -> Message:
    """Send a picture, recording, document or sticker."""
    if kind not in FILE_KINDS:
        raise PeopleError(400, f"A phone cannot send {kind!r}.")
    if kind == "voice" and phone.on_zalo:
        upload = as_aac(upload)
    try:
        stored = world.files.add(kind, upload, duration)
    except ApiError as refusal:
        raise PeopleError(400, f"The file cannot be sent: {refusal.description}.") from refusal
    words = _words(phone, caption).fields("caption", "caption_entities")
    extra = {"emoji": "🙂"} if kind == "sticker" else {}
    return _post(world, phone, {**file_content(world.files, stored, **extra), **words})


def send_contact(world: World, phone: Phone, number: str = "", name: str = "") -> Message:
    """Share a telephone number; without one, the person's own."""
    own = not number or number == phone.number
    contact: Json = {
        "phone_number": number or phone.number,
        "first_name": name or phone.name,
    }
    return _post(world, phone, {"contact": contact | ({"user_id": phone.id} if own else {})})


def send_location(world: World, phone: Phone, latitude: float, longitude: float) -> Message:
    return _post(world, phone, {"location": {"latitude": latitude, "longitude": longitude}})


def press(world: World, phone: Phone, message_id: int, *, label: str = "", data: str = "") -> Json:
    """Press a button by its words or its data; words may also be on the keyboard below.

    Answers {"callback_query_id"} for a button in a message, {"message_id"} for a sent text.
    """
    if phone.on_zalo:
        raise PeopleError(409, "Zalo has no buttons: type the number or the words instead.")
    chat = world.chat_of(phone)
    message = chat.find(message_id)
    button = _inline(message, label, data) if message else None
    if message is not None and button is not None:
        return {"callback_query_id": _query(world, chat, phone, message, button)}
    key = _key(chat, label)
    if key is not None:
        return {"message_id": _press_key(world, chat, phone, key).message_id}
    if message is None:
        raise PeopleError(404, f"There is no message {message_id} on this phone.")
    wanted = f"labelled {label!r}" if label else f"with the data {data!r}"
    raise PeopleError(409, f"Message {message_id} has no button {wanted} now.")


def _inline(message: Message, label: str, data: str) -> Json | None:
    for button in (button for row in inline_rows(message) for button in row):
        if (label and button["text"] == label) or (data and button.get("callback_data") == data):
            return button
    return None


def _query(world: World, chat: Chat, phone: Phone, message: Message, button: Json) -> str:
    if "callback_data" not in button:
        raise PeopleError(409, f"The button {button['text']!r} opens a page and sends nothing.")
    _check_allowed(phone)
    query_id = str(4_000_000_000_000_000 + world.number())
    world.presses[query_id] = Press(chat, world.clock())
    query = {
        "id": query_id,
        "from": phone.user(),
        "message": message_wire(world, chat, message),
        "chat_instance": str(-chat.id),
        "data": button["callback_data"],
    }
    world.updates.add("callback_query", query, lane=f"user:{phone.id}", life=CALLBACK_LIFE)
    return query_id


def _key(chat: Chat, label: str) -> Json | None:
    rows: list[list[Json]] = chat.keyboard["keyboard"] if chat.keyboard else []
    return next((key for row in rows for key in row if label and key["text"] == label), None)


def _press_key(world: World, chat: Chat, phone: Phone, key: Json) -> Message:
    if chat.keyboard and chat.keyboard.get("one_time_keyboard"):
        chat.keyboard = None
    if key.get("request_contact"):
        return send_contact(world, phone)
    if key.get("request_location"):
        return send_location(world, phone, 16.4637, 107.5909)  # the middle of Huế
    return say(world, phone, key["text"])


def vote(world: World, phone: Phone, message_id: int, options: list[int]) -> None:
    """Answer one of Telegram's own polls; no options takes the vote back."""
    chat = world.chat_of(phone)
    message = chat.find(message_id)
    poll = world.polls.get(message.content.get("poll_id", "")) if message else None
    if message is None or poll is None:
        raise PeopleError(404, f"Message {message_id} is not a poll.")
    if poll.closed:
        raise PeopleError(409, "The poll is closed.")
    if any(not 0 <= number < len(poll.options) for number in options):
        raise PeopleError(409, "The poll has no such option.")
    poll.votes.pop(phone.id, None)
    if options:
        poll.votes[phone.id] = tuple(options)
    world.changed(chat, message)
    world.updates.add("poll", poll.wire(), lane=f"poll:{poll.id}")
    if not poll.anonymous:
        answer: dict[str, Any] = {"poll_id": poll.id, "user": phone.user(), "option_ids": options}
        answer["option_persistent_ids"] = [str(number) for number in options]
        world.updates.add("poll_answer", answer, lane=f"poll:{poll.id}")


def block(world: World, phone: Phone) -> None:
    """Block the bot; again changes nothing."""
    _set_blocked(world, phone, True)


def unblock(world: World, phone: Phone) -> None:
    _set_blocked(world, phone, False)


def _set_blocked(world: World, phone: Phone, blocked: bool) -> None:
    if phone.blocked == blocked:
        return
    phone.blocked = blocked
    world.feed.tell("phones")
    chat = world.chat_of(phone)
    if not chat.known or phone.on_zalo:  # a Zalo bot learns of it when it writes
        return
    old, new = _membership(world, not blocked), _membership(world, blocked)
    change = {
        "chat": chat.wire(),
        "from": phone.user(),
        "date": world.now,
        "old_chat_member": old,
        "new_chat_member": new,
    }
    world.updates.add("my_chat_member", change, lane=f"member:{phone.id}")


def _membership(world: World, blocked: bool) -> Json:
    if blocked:
        return {"user": world.bot_user(), "status": "kicked", "until_date": 0}
    return {"user": world.bot_user(), "status": "member"}


def _post(world: World, phone: Phone, content: Json, extra: Json | None = None) -> Message:
    _check_allowed(phone)
    return post_from_phone(world, world.chat_of(phone), phone, content, extra)


def _check_allowed(phone: Phone) -> None:
    if phone.blocked:
        raise PeopleError(409, f"{phone.name} has blocked the bot; unblock it first.")
