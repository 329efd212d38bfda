"""Chats and their members, pinned messages, reactions."""

from __future__ import annotations

from typing import Any

from simulator.call import Call
from simulator.chats import Json
from simulator.errors import bad_request
from simulator.methods.registry import Registry
from simulator.wire import message_wire

methods = Registry()

# The reactions every chat offers.
OFFERED = """
👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳
❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈
😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀
😡
"""
REACTIONS = set(OFFERED.split())
JOINER, SELECTOR = "\u200d", "\ufe0f"


@methods("getChat")
def get_chat(call: Call) -> Json:
    chat = call.chat()
    found = {
        **chat.wire(),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    pinned = chat.find(chat.pinned[-1]) if chat.pinned else None
    if pinned is not None:
        found["pinned_message"] = message_wire(call.world, chat, pinned)
    return found


@methods("getChatMember")
def get_chat_member(call: Call) -> Json:
    chat, user_id = call.chat(), call.integer("user_id")
    if user_id == call.world.bot_user()["id"]:
        return {"status": "member", "user": call.world.bot_user()}
    phone = call.world.phones.get(user_id)
    if phone is None or (chat.phone is not None and chat.phone is not phone):
        raise bad_request("user not found")
    return {"status": "member", "user": phone.user()}


@methods("leaveChat")
def leave_chat(call: Call) -> bool:
    chat = call.chat()
    if chat.phone is not None:
        raise bad_request("chat member status can't be changed in private chats")
    chat.left = True
    return True


@methods("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    chat = call.writable_chat()
    message = call.message(chat, "message to pin")
    chat.pinned = [*(n for n in chat.pinned if n != message.message_id), message.message_id]
    call.world.changed(chat, message)
    return True


@methods("unpinChatMessage")
def unpin_chat_message(call: Call) -> bool:
    chat = call.writable_chat()
    number = call.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    message = chat.find(number)
    if message is None or number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    call.world.changed(chat, message)
    return True


@methods("unpinAllChatMessages")
def unpin_all_chat_messages(call: Call) -> bool:
    chat = call.writable_chat()
    pinned, chat.pinned = chat.pinned, []
    for number in pinned:
        message = chat.find(number)
        if message is not None:
            call.world.changed(chat, message)
    return True


@methods("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    reactions = call.json("reaction", "reaction types") or []
    if not isinstance(reactions, list):
        raise bad_request("expected an Array of ReactionType")
    emoji = [_reaction(given) for given in reactions]
    chat = call.writable_chat()
    message = call.message(chat, "message to react")
    if "" in emoji:
        raise bad_request("invalid reaction type specified")
    if len(emoji) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if not REACTIONS.issuperset(emoji):
        raise bad_request("REACTION_INVALID")
    message.reactions = reactions
    call.world.changed(chat, message)
    return True


def _reaction(given: Any) -> str:
    """The emoji of a reaction, or "custom", which is never offered to a bot. Joined emoji come with
    or without the selector in between."""
    if not isinstance(given, dict):
        raise bad_request("can't parse ReactionType: expected an Object")
    kind = given.get("type")
    if kind not in ("emoji", "custom_emoji", None):
        raise bad_request("can't parse ReactionType: invalid reaction type specified")
    for name in ("type", kind if kind == "emoji" else f"{kind}_id"):
        if name not in given:
            raise bad_request(f"can't parse ReactionType: Can't find field \"{name}\"")
    if kind == "custom_emoji":
        return "custom"
    emoji = str(given["emoji"])
    return emoji.replace(SELECTOR, "") if JOINER in emoji else emoji
