"""A file nobody asked for: carried along while its sender says what for, then taken as the answer.

She sends a picture first and presses "Gửi ý kiến" afterwards; she is not asked to send it again.
"""

from dataclasses import asdict, replace
from typing import Any

from bot.routing import Call
from handlers.dialog import File, Turn
from storage.conversations import Conversation

UNASKED = "lost.file_unasked"
Carried = dict[str, Any]


def carried(call: Call, turn: Turn, talk: Conversation) -> Carried | None:
    """What is carried on from this turn: a file just sent unasked, or the one from before as long
    as she presses on from choice to choice. Back, Home or other words put it down."""
    if call.name == UNASKED and turn.file and turn.file.media_id:
        return {"words": turn.words, "file": asdict(turn.file)}
    onward = [*call.route] in [route for _, route in talk.choices or ()]
    return talk.carried if onward else None


def handed_over(turn: Turn, carried: Carried) -> Turn:
    """The turn as if the file were sent now."""
    return replace(turn, words=carried["words"], file=File(**carried["file"]))
