"""Messages in the Bot API's own shape, as the bot receives them."""

from __future__ import annotations

import copy

from simulator.chats import Chat, Json, Message
from simulator.world import World


def message_wire(world: World, chat: Chat, message: Message) -> Json:
    """The Bot API's Message: fields of its kind, then sender, chat, dates and inline buttons."""
    sender = world.bot_user() if message.sender is None else message.sender.user()
    found: Json = {
        "message_id": message.message_id,
        "from": sender,
        "chat": chat.wire(),
        "date": message.date,
        **message.extra,
        **content_wire(world, message),
    }
    if message.edit_date is not None:
        found["edit_date"] = message.edit_date
    if message.markup is not None:
        found["reply_markup"] = message.markup
    return copy.deepcopy(found)


def content_wire(world: World, message: Message) -> Json:
    """What the message holds; a poll is shown as it stands now."""
    poll_id = message.content.get("poll_id")
    return {"poll": world.polls[poll_id].wire()} if poll_id else message.content
