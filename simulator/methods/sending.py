"""The last step of every method that sends: limits, counters, the chat."""

from __future__ import annotations

from simulator.call import Call
from simulator.chats import Chat, Json, Message
from simulator.methods.inputs import markup, reply_extra
from simulator.post import post
from simulator.wire import message_wire


def send(call: Call, content: Json, extra: Json | None = None) -> Json:
    """Send one message to the chat the call names; the answer is the message."""
    chat = call.writable_chat()
    keyboard = markup(call)
    extra = {**reply_extra(call, chat), **(extra or {})}
    count_sent(call, chat, 1)
    message = post(call.world, chat, None, content, extra=extra, markup=keyboard)
    return message_wire(call.world, chat, message)


def count_sent(call: Call, chat: Chat, messages: int) -> None:
    """Messages are about to go to this chat; raises 429 when that is too fast."""
    now = call.world.clock()
    call.world.limits.take(chat.id, now, messages)
    call.world.stats.sent(chat.id, now, messages)


def edited(call: Call, chat: Chat, message: Message) -> Json:
    """A message of the bot has just been changed; the answer is the message."""
    message.edit_date = call.world.now
    call.world.changed(chat, message)
    return message_wire(call.world, chat, message)
