"""Asking for a moment: day and hour may come in two messages, "thứ Bảy" and then "8 giờ"."""

from datetime import datetime

from handlers.dialog import Turn
from rules.refusal import Refusal
from rules.when import read_when

HALF_SAID = ("when.no_day", "when.no_hour")


def moment(turn: Turn, so_far: str) -> datetime:
    """The moment the words mean together with what was said so far, or else by themselves."""
    now = turn.store.org.local(turn.now)
    if so_far:
        try:
            return read_when(f"{so_far} {turn.words}", now)
        except Refusal:
            pass  # she says it anew
    return read_when(turn.words, now)


def half_said(no: Refusal, turn: Turn) -> str:
    """What is kept for the next answer: words that only lack a day or an hour."""
    return turn.words if no.key in HALF_SAID and len(turn.words) <= 100 else ""
