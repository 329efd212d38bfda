"""A text too long for one message comes as several: what follows the first belongs to it.

What was sent before our answer to the first part is its rest, for nobody can have seen that answer
then; whatever comes later is said anew.
"""

from dataclasses import replace

from bot.carrying import Carried
from bot.doors import Incoming
from rules.messages import Route
from rules.words import letters
from storage.conversations import Conversation

# As messengers count letters: what is longer is cut, by some apps at the end of a paragraph, but
# by none in the first half.
LONGEST = 4096


def follow(incoming: Incoming, talk: Conversation) -> tuple[Incoming, Conversation]:
    """The rest of a text with what came before it, asked for by whoever takes it all; or both as
    they are."""
    held = dict(talk.carried or {})
    begun = held.pop("begun", None)
    talk = replace(talk, carried=held or None)
    if begun is None or not _sent_unseeing(incoming, talk):
        return incoming, talk
    return (
        replace(incoming, before=begun["words"]),
        replace(talk, asks=begun["rest"] or talk.asks),
    )


def begin(carries: Carried | None, incoming: Incoming, rest: Route) -> Carried | None:
    """What is carried on, with a text so long that its rest may follow: that goes to `rest`, or
    answers what the screen asks, as after a refusal."""
    if incoming.kind != "text" or letters(incoming.whole) < LONGEST // 2:
        return carries
    return {**(carries or {}), "begun": {"words": incoming.whole, "rest": [*rest]}}


def _sent_unseeing(incoming: Incoming, talk: Conversation) -> bool:
    shown = talk.shown_ref or ""
    return incoming.kind == "text" and shown.isdecimal() and 0 < incoming.number < int(shown)
