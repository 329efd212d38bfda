"""What somebody sent before saying what for: kept while they choose, then taken as the answer.

She sends a picture first and presses "Gửi ý kiến" afterwards; she writes her worry before she has
said to whom. She is not asked to send or write it again.
"""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.routing import Call
from handlers.dialog import File, Turn
from handlers.naming import files_of
from storage.conversations import Conversation

NOT_UNDERSTOOD = "lost.not_understood"
WHICH_MEANT, KEEP_ANSWER = "lost.which_meant", "lost.keep_answer"
# Handlers that only show what they were given, and ask what should become of it.
HOLDING = (
    "lost.file_unasked",
    "lost.file_described",
    NOT_UNDERSTOOD,
    WHICH_MEANT,
    "feedback.hold",
    "members.look_over",
    "members.look_at_line",
    "members.look_at_reason",
    "notices.amend",
)
# Handlers that take what is typed as somebody's own words, which leave at once.
OWN_WORDS = (
    "feedback.send",
    "feedback.add",
    "feedback.answer",
    "feedback.enter",
    "meetings.take_reason",
    "polls.take_comment",
)
WITH_FILES = ("lost.file_unasked", "lost.file_described", "feedback.hold", "notices.amend")
STORY = 7  # words from which on it is worth keeping what nobody understood
Carried = dict[str, Any]


def held(call: Call, talk: Conversation) -> Sequence[File]:
    """The files that are held already and go with what comes now, the oldest first."""
    return _files(talk.carried or {}) if call.name in WITH_FILES else ()


def carried(call: Call, turn: Turn, talk: Conversation) -> Carried | None:
    """What is carried on from this turn: what was just sent to be held, or what was held before as
    long as she presses on from choice to choice. Back, Home or other words put it down."""
    if call.name in HOLDING and _worth_keeping(call, turn):
        files = [asdict(one) for one in files_of(turn)]
        said = (talk.carried or {}).get("words", "") if turn.held else ""
        return {"words": turn.words or said, "files": files}
    onward = [*call.route] in [route for _, route in talk.choices or ()] and _goes_with(call, talk)
    return talk.carried if onward or turn.held else None


def _goes_with(call: Call, talk: Conversation) -> bool:
    """Whoever says that a command's name was meant as the command wants it nowhere else."""
    asked_which = (talk.place or [""])[0] == WHICH_MEANT
    return not asked_which or call.name == KEEP_ANSWER


def handed_over(turn: Turn, carried: Carried) -> Turn:
    """The turn as if it were sent now; of several files the newest, the others still held."""
    files = _files(carried)
    newest = files[-1] if files else None
    return replace(turn, words=carried["words"], file=newest, held=files[:-1])


def _files(carried: Carried) -> Sequence[File]:
    one = carried.get("file")  # as it was kept before there could be several
    return [File(**file) for file in carried.get("files") or ([one] if one else [])]


def _worth_keeping(call: Call, turn: Turn) -> bool:
    if turn.file:
        return turn.file.media_id is not None
    least = STORY if call.name == NOT_UNDERSTOOD else 1
    return len(turn.words.split()) >= least
