"""Telegram's own polls."""

from __future__ import annotations

from simulator.call import Call
from simulator.chats import Json
from simulator.errors import bad_request
from simulator.methods.inputs import markup
from simulator.methods.registry import Registry
from simulator.methods.sending import edited, send
from simulator.polls import Poll

methods = Registry()

LONGEST_QUESTION = 300
LONGEST_OPTION = 100
LEAST_OPTIONS, MOST_OPTIONS = 2, 12


@methods("sendPoll")
def send_poll(call: Call) -> Json:
    call.writable_chat()
    kind = call.text("type") or "regular"
    if kind not in ("regular", "quiz"):
        raise bad_request("unsupported poll type specified")
    poll = Poll(
        id=str(5_000_000_000_000 + call.world.number()),
        question=_question(call),
        options=_options(call),
        anonymous=not call.has("is_anonymous") or call.flag("is_anonymous"),
        several=call.flag("allows_multiple_answers"),
        kind=kind,
        correct=call.integer("correct_option_id") if kind == "quiz" else None,
        closed=call.flag("is_closed"),
    )
    call.world.polls[poll.id] = poll
    return send(call, {"poll_id": poll.id})


def _question(call: Call) -> str:
    question = call.text("question").strip()
    if not question:
        raise bad_request("poll question must be non-empty")
    if len(question) > LONGEST_QUESTION:
        raise bad_request(f"poll question length must not exceed {LONGEST_QUESTION}")
    return question


def _options(call: Call) -> list[str]:
    given = call.json("options", "options")
    if not isinstance(given, list):
        raise bad_request("expected an Array of InputPollOption as options")
    options = [str(o.get("text", "") if isinstance(o, dict) else o).strip() for o in given]
    if len(options) < LEAST_OPTIONS:
        raise bad_request(f"poll must have at least {LEAST_OPTIONS} option")
    if len(options) > MOST_OPTIONS:
        raise bad_request(f"poll can't have more than {MOST_OPTIONS} options")
    if not all(options):
        raise bad_request("poll options must be non-empty")
    if max(map(len, options)) > LONGEST_OPTION:
        raise bad_request(f"poll options length must not exceed {LONGEST_OPTION}")
    return options


@methods("stopPoll")
def stop_poll(call: Call) -> Json:
    chat = call.writable_chat()
    message = call.message(chat, "message with poll to stop")
    poll = call.world.polls.get(message.content.get("poll_id", ""))
    if poll is None or message.sender is not None:
        raise bad_request("message with poll to stop not found")
    if poll.closed:
        raise bad_request("poll has already been closed")
    poll.closed = True
    message.markup = markup(call)
    edited(call, chat, message)
    return poll.wire()
