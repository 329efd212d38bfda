"""What somebody sent before saying what for: kept while they choose, then taken as the answer.

She sends a picture first and presses "Gửi ý kiến" afterwards; she writes her worry before she has
said to whom. She is not asked to send or write it again.
"""

from dataclasses import asdict, replace
from typing import Any

from bot.routing import Call
from handlers.dialog import File, Turn
from storage.conversations import Conversation

NOT_UNDERSTOOD = "lost.not_understood"
# Handlers that only show what they were given, and ask what should become of it.
HOLDING = (
    "lost.file_unasked",
    "lost.file_described",
    NOT_UNDERSTOOD,
    "feedback.hold",
    "members.look_over",
    "members.look_at_line",
    "notices.amend",
)
WITH_FILE = ("lost.file_described", "feedback.hold")
STORY = 7  # words from which on it is worth keeping what nobody understood
Carried = dict[str, Any]


def carried(call: Call, turn: Turn, talk: Conversation) -> Carried | None:
    """What is carried on from this turn: what was just sent to be held, or what was held before as
    long as she presses on from choice to choice. Back, Home or other words put it down."""
    if call.name in HOLDING and _worth_keeping(call, turn):
        # What is said about a file that is held already goes with it.
        held = (talk.carried or {}).get("file") if call.name in WITH_FILE else None
        return {"words": turn.words, "file": asdict(turn.file) if turn.file else held}
    onward = [*call.route] in [route for _, route in talk.choices or ()]
    return talk.carried if onward else None


def handed_over(turn: Turn, carried: Carried) -> Turn:
    """The turn as if it were sent now."""
    file = carried["file"]
    return replace(turn, words=carried["words"], file=File(**file) if file else None)


def _worth_keeping(call: Call, turn: Turn) -> bool:
    if turn.file:
        return turn.file.media_id is not None
    least = STORY if call.name == NOT_UNDERSTOOD else 1
    return len(turn.words.split()) >= least
