"""Putting a message into a chat, from either side."""

from __future__ import annotations

from simulator.chats import Chat, Json, Message, Phone
from simulator.wire import message_wire
from simulator.world import World
from simulator.zalo.telling import tell


def post(
    world: World,
    chat: Chat,
    sender: Phone | None,
    content: Json,
    *,
    extra: Json | None = None,
    markup: Json | None = None,
) -> Message:
    """Add a message. An inline keyboard stays with it; any other changes the chat's keyboard."""
    inline = markup is not None and "inline_keyboard" in markup
    if markup is not None and not inline:
        chat.keyboard = markup if "keyboard" in markup else None
    message = Message(
        message_id=chat.next_id(),
        sender=sender,
        date=world.now,
        content=content,
        extra=extra or {},
        markup=markup if inline else None,
        has_reply_keyboard=markup is not None and not inline,
        keyboard=chat.keyboard,
    )
    chat.messages[message.message_id] = message
    world.changed(chat, message)
    return message


def post_from_phone(
    world: World, chat: Chat, phone: Phone, content: Json, extra: Json | None = None
) -> Message:
    """A person's message: it opens the chat to the bot and becomes an update."""
    chat.known = True
    message = post(world, chat, phone, content, extra=extra)
    if phone.on_zalo:
        tell(world, chat, phone, message)
        return message
    world.updates.add("message", message_wire(world, chat, message), lane=f"chat:{chat.id}")
    return message
