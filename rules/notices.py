"""Notices: what one says, when it leaves, and until when it can be taken back.

A notice is a draft until its author confirms it. Then it has a number, per unit and year, and its
recipients are frozen. It can be recalled while none of it has been picked up for sending.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from rules.messages import BROUGHT, Button, Media, Message
from rules.organisation import Organisation
from rules.refusal import Refusal
from rules.words import Words, letters, short, words

MOST = 3500  # as messengers count letters; with title and sender a message carries 4,096
NAMED = 3  # so many names are said before a number says the rest
WITHOUT_TEXT = {
    "photo": ("notices.see_photo", "notices.a_photo"),
    "voice": ("notices.hear_voice", "notices.a_voice"),
    "audio": ("notices.hear_voice", "notices.a_voice"),
}


@dataclass(frozen=True)
class Notice:
    """A notice. `send_at` is what its author chose, and once confirmed when it leaves."""

    id: int
    unit_id: int
    unit_name: str
    unit_path: str
    author_id: int
    author_name: str
    number: int | None
    year: int | None
    text: str
    media_id: int | None
    media_kind: str | None
    audience: str | None
    urgent: bool
    state: str
    created_at: datetime
    send_at: datetime | None
    confirmed_at: datetime | None
    reminders: int
    reminded_at: datetime | None

    @property
    def cause(self) -> str:
        """What its deliveries belong to."""
        return f"notice:{self.id}"

    @property
    def name(self) -> Words:
        """How it is called: its number, or that it will get one, and whose it is. Every unit counts
        its own, and a member gets those of several."""
        if self.number is None:
            return words("notices.unnumbered", unit=self.unit_name)
        return words("notices.numbered", number=self.number, year=self.year, unit=self.unit_name)

    @property
    def title(self) -> Words:
        """The name, marked when it is urgent."""
        return words("notices.urgent", name=self.name) if self.urgent else self.name

    @property
    def body(self) -> str | Words:
        """The text, or an invitation to see or hear what comes without one."""
        return self.text or words(self._without_text[0])

    @property
    def media(self) -> Media | None:
        """The file that goes with it."""
        return Media(self.media_kind or "document", self.media_id) if self.media_id else None

    @property
    def values(self) -> dict[str, object]:
        """What the texts that show it are filled with."""
        return {
            "title": self.title,
            "author": self.author_name,
            "text": self.body,
        }

    def gist(self, limit: int) -> str | Words:
        """What it is about, in at most `limit` letters."""
        return short(self.text, limit) if self.text else words(self._without_text[1])

    def about(self, limit: int) -> str:
        """The same after the unit it comes from."""
        return short(f"{self.unit_name}: {self.text}" if self.text else self.unit_name, limit)

    def message(self, key: str) -> Message:
        """What members get: the text `key` around this notice, and the one button."""
        button = Button(words("notices.acknowledge"), ("notices.acknowledge", self.id))
        return Message(words(key, **self.values), (button,), self.media)

    def check_draft(self) -> None:
        """Refuse to change what was confirmed."""
        if self.state == "recalled":
            raise Refusal("notices.recalled_already", name=self.name)
        if self.state != "draft":
            raise Refusal("notices.confirmed_already", name=self.name)

    @property
    def _without_text(self) -> tuple[str, str]:
        return WITHOUT_TEXT.get(self.media_kind or "", ("notices.see_file", "notices.a_file"))


@dataclass(frozen=True)
class Circle:
    """Those a notice is for: how they are called together, how many they are, how many of them no
    message reaches yet with the names of a few, and a mark that changes when the people do."""

    name: Words
    count: int
    unlinked: int
    named: tuple[str, ...]
    mark: str

    @property
    def who_is_missing(self) -> Words:
        """How many it reaches at once, and who is not linked: a few names, then a number."""
        reached = self.count - self.unlinked
        names = ", ".join(self.named[:NAMED])
        count, more = self.unlinked, self.unlinked - NAMED
        if not count:
            return words("notices.all_linked")
        if more <= 0:
            return words("notices.unlinked", reached=reached, count=count, names=names)
        return words(
            "notices.unlinked_and_more", reached=reached, count=count, names=names, more=more
        )


@dataclass(frozen=True)
class Progress:
    """How far a notice has come. The claims are different ones and are never merged."""

    total: int
    waiting: int
    sent: int
    uncertain: int
    failed: int
    unreachable: int
    unlinked: int
    listed: int  # linked too late to be sent it; they find it in the list
    stopped: int  # taken back by the sender when others had it already
    acknowledged: int
    told: int  # by phone: no acknowledgement
    untouched: bool
    state: str  # of the sending: going, paused, or stopped for good

    @property
    def unanswered(self) -> int:
        """How many have not acknowledged it."""
        return self.total - self.acknowledged


def progress(
    states: Mapping[str, int], total: int, acknowledged: int, state: str = "going", told: int = 0
) -> Progress:
    """The deliveries by state, how many of `total` have acknowledged, the state of the sending, and
    how many were told by phone. While it is going, those of the total who have no delivery yet will
    get one."""

    def count(*names: str) -> int:
        return sum(states.get(name, 0) for name in names)

    waiting = count("queued", "leased", "sending") + max(0, total - sum(states.values()))
    return Progress(
        total=total,
        waiting=waiting,
        sent=count(*BROUGHT),
        uncertain=count("uncertain", "held"),
        failed=count("failed"),
        unreachable=count("unreachable"),
        unlinked=count("unlinked"),
        listed=count("listed"),
        stopped=count("recalled"),
        acknowledged=acknowledged,
        told=told,
        # Paused when the last had left already, it has nothing to go on with.
        state="going" if state == "paused" and not waiting else state,
        untouched=state == "going"
        and not acknowledged
        and count("queued", "unlinked") == sum(states.values()),
    )


def but_for(author_is_there: bool, name: Words) -> Words:
    """How people are called without the author, who knows what it says and need not acknowledge
    it."""
    return words("notices.but_you", people=name) if author_is_there else name


def check_content(text: str, media_id: int | None) -> None:
    """Refuse a notice without words or file, and one no single message can carry."""
    if not text and media_id is None:
        raise Refusal("notices.text_empty")
    if letters(text) > MOST:
        raise Refusal("notices.text_too_long", most=MOST)


def leaves_at(notice: Notice, org: Organisation, now: datetime) -> datetime:
    """When a notice confirmed now leaves: never before it could be recalled, and not at night
    unless it is urgent."""
    moment = _earliest(notice, org, now)
    return moment if notice.urgent else org.awake(moment)


def timing(notice: Notice, org: Organisation, now: datetime) -> Words:
    """The same in words, for its author."""
    when = _timing(notice, org, now)
    return words("notices.even_at_night", when=when) if notice.urgent else when


def _timing(notice: Notice, org: Organisation, now: datetime) -> Words:
    chosen, leaves = _earliest(notice, org, now), leaves_at(notice, org, now)
    if leaves > chosen:
        return words("notices.goes_in_the_morning", at=leaves)
    if chosen - now <= timedelta(seconds=org.recall_seconds):
        return words("notices.goes_now", seconds=org.recall_seconds)
    return words("notices.goes_at", at=leaves)


def seal(notice: Notice, people: str, now: datetime) -> str:
    """A mark of everything shown before confirming: what is confirmed is what was seen. `people`
    is the circle's.

    A chosen time that has passed meanwhile changes it, too.
    """
    chosen = notice.send_at if notice.send_at and notice.send_at > now else None
    shown = (notice.text, notice.media_id, notice.audience, notice.urgent, chosen, people)
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]


def sent_as(notice: Notice, number: int, org: Organisation, now: datetime) -> Notice:
    """The notice a draft becomes when it is confirmed now."""
    return replace(
        notice,
        number=number,
        year=org.today(now).year,
        state="confirmed",
        send_at=leaves_at(notice, org, now),
        confirmed_at=now,
    )


def check_recall(notice: Notice, untouched: bool, acknowledged: int) -> None:
    """Refuse to recall what is already on its way: all of it comes back, or none."""
    if notice.state != "confirmed" or acknowledged or not untouched:
        raise Refusal("notices.out_already", name=notice.name)


def check_remind(notice: Notice, org: Organisation, now: datetime) -> None:
    """Refuse a reminder of what is not out yet, and a second one on the same day."""
    if notice.state != "confirmed" or notice.send_at is None or now < notice.send_at:
        raise Refusal("notices.not_out_yet", name=notice.name)
    if notice.reminded_at and org.today(notice.reminded_at) == org.today(now):
        raise Refusal("notices.reminded_today", name=notice.name)


def _earliest(notice: Notice, org: Organisation, now: datetime) -> datetime:
    soon = now + timedelta(seconds=org.recall_seconds)
    return max(notice.send_at, soon) if notice.send_at else soon
