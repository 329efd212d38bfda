"""Taking messages back, within two days."""

from __future__ import annotations

from simulator.call import Call
from simulator.chats import Chat, Message
from simulator.errors import bad_request
from simulator.methods.registry import Registry

methods = Registry()

LONGEST_REGRET = 48 * 3600
MOST_AT_ONCE = 100


@methods("deleteMessage")
def delete_message(call: Call) -> bool:
    chat = call.writable_chat()
    message = call.message(chat, "message to delete")
    if call.world.now - message.date > LONGEST_REGRET:
        raise bad_request("message can't be deleted for everyone")
    _delete(call, chat, message)
    return True


@methods("deleteMessages")
def delete_messages(call: Call) -> bool:
    chat = call.writable_chat()
    numbers = call.json("message_ids", "message identifiers") or []
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    for number in numbers:
        message = chat.find(int(number))
        if message is not None and call.world.now - message.date <= LONGEST_REGRET:
            _delete(call, chat, message)
    return True


def _delete(call: Call, chat: Chat, message: Message) -> None:
    message.deleted = True
    if message.message_id in chat.pinned:
        chat.pinned.remove(message.message_id)
    call.world.changed(chat, message)
