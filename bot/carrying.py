"""What somebody sent before saying what for: kept while they choose, then taken as the answer.

She sends a picture first and presses "Gửi ý kiến" afterwards; she writes her worry before she has
said to whom, in three lines. She is not asked to send or write it again, and what she did not send
is named at home, whatever she does in between.
"""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.doors import Incoming
from bot.routing import Call, Switches
from handlers.dialog import File, Kept, Turn
from handlers.marks import Mark
from handlers.naming import files_of
from rules.feedback import HELD
from rules.messages import Route
from storage.conversations import Conversation

NOT_UNDERSTOOD, A_STORY = "lost.not_understood", "lost.a_story"
WHICH_MEANT, KEEP_ANSWER = "lost.which_meant", "lost.keep_answer"
UNASKED = ("lost.file_unasked", "lost.file_described")  # a file, before it was said what for
STORY = 7  # words from which on it is worth keeping what nobody understood
THROWN_AWAY = "keeping.throw_away"
Carried = dict[str, Any]  # "kept": the entries, the newest last; "aside": she does something else
Entry = dict[str, Any]  # "words", "files", "at": the route that holds them, "before": added to


class Carrying:
    """Knows by the marks of handlers which of them hold something, and what becomes of it."""

    def __init__(self, switches: Switches) -> None:
        self._switches = switches

    def kept(self, talk: Conversation) -> Kept | None:
        """What will outlast this turn and was sent last."""
        lasting = self._lasting(_entries(talk.carried))
        if not lasting:
            return None
        return Kept(lasting[-1]["words"], _files(lasting[-1]), tuple(lasting[-1]["at"]))

    def again(self, call: Call, incoming: Incoming, talk: Conversation) -> Route:
        """Where what is kept is looked at once more, when the press that sends it is one on another
        message than that which shows it; else nowhere."""
        entries = _entries(talk.carried)
        sent = [one for one in entries if self._is_sent_by(call, one)]
        if not sent:
            return ()
        older = incoming.kind == "press" and talk.shown_ref and incoming.ref != talk.shown_ref
        shown = sent[-1] is entries[-1] and _onward(call, talk) and not older
        return () if shown else tuple(sent[-1]["at"])

    def joined(self, call: Call, turn: Turn, talk: Conversation, *, rest: bool) -> Turn:
        """The turn with what is kept already and goes with what comes now. `rest`: the words are
        those of the last turn to their end, not more of them."""
        entry = self._goes_along(call, talk)
        if not entry:
            return turn
        if Mark.WITH_FILES in call.marks:
            turn = replace(turn, held=_files(entry))
        if Mark.ADDS in call.marks:
            said = entry.get("before", "") if rest else entry["words"]
            turn = replace(turn, words="\n".join(one for one in (said, turn.words) if one))
        elif not turn.words and not turn.file:  # a sticker puts nothing down
            turn = replace(turn, words=entry["words"])
        if Mark.AS_IT_LEAVES in call.marks and turn.held and not turn.file:
            return replace(turn, file=turn.held[-1], held=turn.held[:-1])
        return turn

    def carried(self, call: Call, turn: Turn, talk: Conversation) -> Carried | None:
        """What is carried on from this turn: what was just sent to be held, or what was held before
        as long as she presses on from choice to choice. Anything else puts it aside."""
        entries, along = _entries(talk.carried), self._goes_along(call, talk)
        if call.name == THROWN_AWAY:
            return _packed(entries[:-1], aside=True)
        if Mark.HOLDS in call.marks and _worth_keeping(call, turn, along):
            others = [one for one in self._lasting(entries) if one is not along]
            return _packed([*others, _entry(call, turn, along)], aside=False)
        if along:
            return _packed([*(one for one in entries if one is not along), along], aside=False)
        if _in_hand(talk) and _onward(call, talk):
            return talk.carried
        return _packed(self._lasting(entries), aside=True)

    def stopped(
        self, stands: Call, turn: Turn, talk: Conversation, carries: Carried | None
    ) -> Carried | None:
        """What is carried on from a deed that showed what it was given instead of sending it."""
        return self.carried(stands, turn, talk) if Mark.HOLDS in stands.marks else carries

    def left(self, carries: Carried | None, asked: Call, *, done: bool) -> Carried | None:
        """What is carried on when something was handed over, and something came of it or nothing:
        her own words are not lost by a refusal."""
        entry = _asked_for(carries, asked)
        others = [one for one in _entries(carries) if one is not entry]
        if entry and Mark.HOLDS in asked.marks:
            return _packed([*others, {**entry, "at": [*asked.route]}], aside=False)
        if entry and not done and _name(entry) in self._switches.sends.values():
            others.append(entry)
        return _packed(self._lasting(others), aside=True)

    def _goes_along(self, call: Call, talk: Conversation) -> Entry | None:
        """What is in hand; or what was put aside and is now added to."""
        entries = _entries(talk.carried)
        asked_what = call.name in (NOT_UNDERSTOOD, A_STORY, WHICH_MEANT)
        if Mark.HOLDS not in call.marks or asked_what or not entries:
            return None
        held_there = [one for one in entries if one["at"] == [*call.route]]
        if held_there:
            return held_there[-1]
        if _in_hand(talk):
            return entries[-1]
        alike = [one for one in entries if self._alike(call, one)]
        return alike[-1] if alike else None

    def _is_sent_by(self, call: Call, entry: Entry) -> bool:
        """Whether this press sends just that: what was written about one case is nothing for
        another."""
        about = entry["at"][1:]
        return self._switches.sends.get(call.name) == _name(entry) and about in ([], [*call.args])

    def _alike(self, call: Call, entry: Entry) -> bool:
        """Where words add up: what was held before it was said to whom it goes."""
        held, about = _name(entry), entry["at"][1:]
        both_add = Mark.ADDS in call.marks and self._switches.marked(entry["at"], Mark.ADDS)
        one_topic = call.name.split(".")[0] == held.split(".")[0]
        open_yet = not about or not call.args
        return both_add and one_topic and open_yet

    def _lasting(self, entries: Sequence[Entry]) -> list[Entry]:
        return [one for one in entries if self._switches.marked(one["at"], Mark.LASTS)]


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


def _asked_for(carries: Carried | None, asked: Call) -> Entry | None:
    entries = _entries(carries)
    if entries and carries and not carries.get("aside"):
        return entries[-1]
    holds = Mark.HOLDS in asked.marks
    found = [one for one in entries if holds and one["at"] == [*asked.route]]
    return found[-1] if found else None


def _entry(call: Call, turn: Turn, along: Entry | None) -> Entry:
    files = [asdict(one) for one in files_of(turn)]
    before = along["words"] if along and Mark.ADDS in call.marks else ""
    return {"words": turn.words, "files": files, "at": [*call.route], "before": before}


def _onward(call: Call, talk: Conversation) -> bool:
    """Whoever says that a command's name was meant as the command wants it nowhere else."""
    asked_which = (talk.place or [""])[0] == WHICH_MEANT
    offered = [*call.route] in [route for _, route in talk.choices or ()]
    return offered and (not asked_which or call.name == KEEP_ANSWER)


def _in_hand(talk: Conversation) -> bool:
    return bool(talk.carried and not talk.carried.get("aside"))


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
    if Mark.FLEETING in call.marks:
        return False
    if along and Mark.ADDS in call.marks and len(turn.words) > HELD:
        return False  # what was kept before stays as it was
    if turn.file:
        return turn.file.media_id is not None
    least = STORY if call.name == NOT_UNDERSTOOD else 1
    return len(turn.words.split()) >= least
