"""Answering a pressed button."""

from __future__ import annotations

from simulator.call import Call
from simulator.errors import bad_request, query_too_old
from simulator.methods.registry import Registry
from simulator.updates import CALLBACK_LIFE

methods = Registry()

LONGEST_TOAST = 200


@methods("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    press = call.world.presses.get(call.text("callback_query_id"))
    if press is None or call.world.clock() - press.date > CALLBACK_LIFE:
        raise query_too_old()
    text = call.text("text")
    if len(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    del call.world.presses[call.text("callback_query_id")]
    toasts = press.chat.toasts
    toasts.append({"n": len(toasts) + 1, "text": text, "alert": call.flag("show_alert")})
    press.chat.bell.ring()
    call.world.feed.tell(f"toast:{press.chat.id}")
    return True
