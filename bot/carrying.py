"""What somebody sent before saying what for: kept while they choose, then taken as the answer.

She sends a picture first and presses "Gửi ý kiến" afterwards; she writes her worry before she has
said to whom, in three lines. She is not asked to send or write it again, and what she did not send
is named at home, whatever she does in between.
"""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.doors import Incoming
from bot.routing import Call
from handlers.dialog import File, Kept, Turn
from handlers.naming import files_of
from rules.feedback import MOST
from rules.messages import Route
from storage.conversations import Conversation

NOT_UNDERSTOOD = "lost.not_understood"
WHICH_MEANT, KEEP_ANSWER = "lost.which_meant", "lost.keep_answer"
UNASKED = ("lost.file_unasked", "lost.file_described")  # a file, before it was said what for
# Handlers that only show what they were given, and ask what should become of it.
HOLDING = (
    *UNASKED,
    NOT_UNDERSTOOD,
    WHICH_MEANT,
    "feedback.hold",
    "feedback.look_at_answer",
    "feedback.look_at_more",
    "members.look_over",
    "members.look_at_line",
    "members.look_at_reason",
    "notices.amend",
    "polls.cast_first",
    "polls.press_one",
    "polls.take_typed",
)
# Of these, those that keep nothing: what was typed is answered at once.
KEEPING_NOTHING = ("polls.cast_first", "polls.press_one", "polls.take_typed")
# Handlers that take what is typed at once, whatever it is: as somebody's own words, which leave, or
# into a bulletin.
OWN_WORDS = (
    "bulletins.take_directive",
    "bulletins.take_correction",
    "bulletins.take_reading",
    "bulletins.take_spoken",
    "bulletins.take_word",
    "feedback.send",
    "feedback.add",
    "feedback.enter",
    "meetings.take_reason",
    "members.take_correction",
    "polls.take_comment",
)
# And those that hold them, beside a list: a number that is none of it is no words either.
NO_NUMBERS = (
    *UNASKED,
    "feedback.hold",
    "feedback.look_at_answer",
    "feedback.look_at_more",
    "members.look_over",
    "members.look_at_reason",
    "notices.amend",
    "polls.cast_first",
)
# What is wanted here is never called as a command is: a line with "=" in it, or a sound.
UNLIKE_A_COMMAND = (
    "bulletins.take_entry",
    "bulletins.take_once_more",
    "bulletins.take_item_entry",
    "bulletins.take_recording",
)
# The words and the file, as they will leave.
SHOWING = ("feedback.hold", "feedback.look_at_answer", "feedback.look_at_more")
WITH_FILES = (*UNASKED, "notices.amend", *SHOWING)
STORY = 7  # words from which on it is worth keeping what nobody understood
# What is kept adds up here; elsewhere what is said anew takes the place of what was said before.
ADDING = (*UNASKED, "feedback.hold")
# A member's own words and files outlast what she does in between: Home names them until they are
# sent or thrown away. By each, the press that sends it.
LASTING = {
    "lost.file_unasked": "",
    "lost.file_described": "",
    "feedback.hold": "feedback.write",
    "feedback.look_at_answer": "feedback.send_answer",
    "feedback.look_at_more": "feedback.send_more",
    "members.look_over": "members.send_correction",
}
OWN = tuple(name for name, sends in LASTING.items() if sends)  # not lost by a refusal either
THROWN_AWAY = "keeping.throw_away"
Carried = dict[str, Any]  # "kept": the entries, the newest last; "aside": she does something else
Entry = dict[str, Any]  # "words", "files", "at": the route that holds them, "before": added to


def kept(talk: Conversation) -> Kept | None:
    """What will outlast this turn and was sent last."""
    entries = [one for one in _entries(talk.carried) if _name(one) in LASTING]
    if not entries:
        return None
    return Kept(entries[-1]["words"], _files(entries[-1]), tuple(entries[-1]["at"]))


def again(call: Call, incoming: Incoming, talk: Conversation) -> Route:
    """Where what is kept is looked at once more, when the press that sends it is one on another
    message than that which shows it; else nowhere."""
    entries = _entries(talk.carried)
    if not entries or call.name != (LASTING.get(_name(entries[-1])) or None):
        return ()
    older = incoming.kind == "press" and talk.shown_ref and incoming.ref != talk.shown_ref
    return () if _onward(call, talk) and not older else tuple(entries[-1]["at"])


def joined(call: Call, turn: Turn, talk: Conversation, *, rest: bool) -> Turn:
    """The turn with what is kept already and goes with what comes now. `rest`: the words are those
    of the last turn to their end, not more of them."""
    entry = _goes_along(call, talk)
    if not entry:
        return turn
    if call.name in WITH_FILES:
        turn = replace(turn, held=_files(entry))
    if call.name in ADDING:
        said = entry.get("before", "") if rest else entry["words"]
        turn = replace(turn, words="\n".join(one for one in (said, turn.words) if one))
    elif not turn.words and not turn.file:  # a sticker puts nothing down
        turn = replace(turn, words=entry["words"])
    if call.name in SHOWING and turn.held and not turn.file:
        return replace(turn, file=turn.held[-1], held=turn.held[:-1])
    return turn


def carried(call: Call, turn: Turn, talk: Conversation) -> Carried | None:
    """What is carried on from this turn: what was just sent to be held, or what was held before as
    long as she presses on from choice to choice. Anything else puts it aside."""
    entries, along = _entries(talk.carried), _goes_along(call, talk)
    if call.name == THROWN_AWAY:
        return _packed(entries[:-1], aside=True)
    if call.name in HOLDING and _worth_keeping(call, turn, along):
        others = [one for one in _lasting(entries) if one is not along]
        return _packed([*others, _entry(call, turn, along)], aside=False)
    if along:
        return _packed([*(one for one in entries if one is not along), along], aside=False)
    if _in_hand(talk) and _onward(call, talk):
        return talk.carried
    return _packed(_lasting(entries), aside=True)


def stopped(
    stands: Call, turn: Turn, talk: Conversation, carries: Carried | None
) -> Carried | None:
    """What is carried on from a deed that showed what it was given instead of sending it."""
    return carried(stands, turn, talk) if stands.name in HOLDING else carries


def handed_over(turn: Turn, carries: Carried | None, asked: Call) -> Turn | None:
    """The turn as if it were sent now, when something in hand is asked for, or something aside is
    asked for again; of several files the newest, the others still held."""
    entry = _asked_for(carries, asked)
    if entry is None:
        return None
    files = _files(entry)
    if asked.name in UNASKED or not files:
        return replace(turn, words=entry["words"], file=None, held=files)
    return replace(turn, words=entry["words"], file=files[-1], held=files[:-1])


def left(carries: Carried | None, asked: Call, *, done: bool) -> Carried | None:
    """What is carried on when something was handed over, and something came of it or nothing."""
    entry = _asked_for(carries, asked)
    others = [one for one in _entries(carries) if one is not entry]
    if entry and asked.name in HOLDING:
        return _packed([*others, {**entry, "at": [*asked.route]}], aside=False)
    if entry and not done and _name(entry) in OWN:
        others.append(entry)
    return _packed(_lasting(others), aside=True)


def _asked_for(carries: Carried | None, asked: Call) -> Entry | None:
    entries = _entries(carries)
    if entries and carries and not carries.get("aside"):
        return entries[-1]
    found = [one for one in entries if asked.name in HOLDING and one["at"] == [*asked.route]]
    return found[-1] if found else None


def _goes_along(call: Call, talk: Conversation) -> Entry | None:
    """What is in hand; or what was put aside and is now added to."""
    entries = _entries(talk.carried)
    if call.name not in HOLDING or call.name in (NOT_UNDERSTOOD, WHICH_MEANT) or not entries:
        return None
    if _in_hand(talk):
        return entries[-1]
    alike = [one for one in entries if _alike(call.name, _name(one))]
    return alike[-1] if alike else None


def _alike(one: str, other: str) -> bool:
    both_add = one in ADDING and other in ADDING
    return one == other or (both_add and one.split(".")[0] == other.split(".")[0])


def _entry(call: Call, turn: Turn, along: Entry | None) -> Entry:
    files = [asdict(one) for one in files_of(turn)]
    before = along["words"] if along and call.name in ADDING else ""
    return {"words": turn.words, "files": files, "at": [*call.route], "before": before}


def _onward(call: Call, talk: Conversation) -> bool:
    """Whoever says that a command's name was meant as the command wants it nowhere else."""
    asked_which = (talk.place or [""])[0] == WHICH_MEANT
    offered = [*call.route] in [route for _, route in talk.choices or ()]
    return offered and (not asked_which or call.name == KEEP_ANSWER)


def _in_hand(talk: Conversation) -> bool:
    return bool(talk.carried and not talk.carried.get("aside"))


def _lasting(entries: Sequence[Entry]) -> list[Entry]:
    return [one for one in entries if _name(one) in LASTING]


def _packed(entries: Sequence[Entry], *, aside: bool) -> Carried | None:
    return {"kept": [*entries], "aside": aside} if entries else None


def _entries(carries: Carried | None) -> list[Entry]:
    if not carries:
        return []
    if "kept" in carries:
        return list(carries["kept"])
    return [{**carries, "at": [""]}]  # as it was kept before there could be several


def _name(entry: Entry) -> str:
    return str(entry["at"][0])


def _files(entry: Entry) -> Sequence[File]:
    one = entry.get("file")  # as it was kept before there could be several
    return [File(**file) for file in entry.get("files") or ([one] if one else [])]


def _worth_keeping(call: Call, turn: Turn, along: Entry | None) -> bool:
    if call.name in KEEPING_NOTHING:
        return False
    if along and call.name in ADDING and len(turn.words) > MOST:
        return False  # what was kept before stays as it was
    if turn.file:
        return turn.file.media_id is not None
    least = STORY if call.name == NOT_UNDERSTOOD else 1
    return len(turn.words.split()) >= least
