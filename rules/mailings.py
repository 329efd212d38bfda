"""Broadcasts that go badly: when one is paused, and what its sender is asked."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce

from rules.messages import Button, Message
from rules.words import Words, words

LATELY = 50  # sends that are looked at
TOO_MANY = 10  # of them: a fifth
WHY_NOT = {  # what is said of deliveries that have not brought it, and their states
    "waiting": ("queued", "leased", "sending"),
    "uncertain": ("uncertain", "held"),
    "failed": ("failed", "unreachable"),
    "unlinked": ("unlinked",),
    "listed": ("listed",),
    "stopped": ("recalled",),
}
GOES_WRONG = ("failed", "uncertain")  # whoever blocked us is no sign that something is wrong


@dataclass
class Record:
    """How the last sends of one broadcast ended."""

    ended: deque[str] = field(default_factory=lambda: deque(maxlen=LATELY))

    def goes_badly(self, state: str) -> bool:
        """Note how one ended; whether it is time to pause. Then the record begins anew."""
        self.ended.append(state)
        bad = sum(one in GOES_WRONG for one in self.ended) >= TOO_MANY
        if bad:
            self.ended.clear()
        return bad


@dataclass(frozen=True)
class Sending:
    """How far a broadcast has come."""

    state: str
    sent: int
    waiting: int
    in_doubt: int


def sending(state: str, counts: Mapping[str, int]) -> Sending:
    """The deliveries by state, of a broadcast in this state."""

    def count(*names: str) -> int:
        return sum(counts.get(name, 0) for name in names)

    return Sending(
        state,
        sent=count("sent", "told"),
        waiting=count("queued", "leased", "sending"),
        in_doubt=count(*GOES_WRONG),
    )


def question(mailing_id: int, about: Words, far: Sending) -> Message:
    """What the sender of a broadcast that was paused is asked."""
    text = words("mailings.goes_badly", about=about, waiting=far.waiting, in_doubt=far.in_doubt)
    return Message(
        text,
        (
            Button(words("mailings.go_on"), ("mailings.go_on", mailing_id)),
            Button(words("mailings.stop"), ("mailings.ask_stop", mailing_id)),
        ),
    )


def not_reached(counts: Mapping[str, int]) -> Words | str:
    """Of the deliveries by state: how many have not brought it, and why; "" when all have."""
    why = {name: sum(counts.get(one, 0) for one in states) for name, states in WHY_NOT.items()}
    said = [words(f"mailings.not_{name}", count=count) for name, count in why.items() if count]
    if not said:
        return ""
    people = reduce(lambda some, more: words("mailings.and_more", some=some, more=more), said)
    return words("mailings.not_reached", people=people)


def reach(people: int, unlinked: int) -> Words:
    """Of so many people: how many a message reaches at once, and how many have not joined."""
    if not unlinked:
        return words("mailings.reaches_all", count=people)
    key = "mailings.reaches_some" if people > unlinked else "mailings.reaches_nobody"
    return words(key, linked=people - unlinked, unlinked=unlinked)
