"""Meetings: how one is called, and what may be done while it is ahead, going on or over."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rules.members import Person
from rules.messages import Media
from rules.refusal import Refusal
from rules.words import Words, short, words

OPENS = timedelta(hours=1)  # check-in opens this long before the start
FORGOTTEN = timedelta(hours=4)  # a meeting nobody ended is ended this long after its start
REMINDERS = {"days": timedelta(days=2), "hours": timedelta(hours=2)}
# Who heard of the meeting this shortly before a reminder is spared it.
STILL_FRESH = {"days": timedelta(hours=12), "hours": timedelta(hours=1)}
NEAR = timedelta(days=1)  # whoever types a code this long before or after means that meeting
MINUTES = 90  # guide 12-HD/BTCTW (2018): a cell meets for at least an hour and a half
AGENDA_SHOWN = 45  # characters of the agenda that go with an invitation
NAMED = ("document", "audio")  # kinds of files whose name somebody gave
FILE_SHOWN = 40  # characters of a file's name
MOST_FILES = 9  # that go with one invitation
LONGEST = {"title": 90, "place": 120, "agenda": 1500, "reason": 300}
TITLES = {"monthly": "meetings.title_monthly", "thematic": "meetings.title_thematic"}
STEPS = ("title", "time", "place", "agenda")

MAY = {
    "answer": ("ahead", "opening"),
    "move": ("ahead", "opening"),
    "cancel": ("ahead", "opening"),
    "check_in": ("opening", "going"),
    "leave": ("going",),
    "end": ("going",),
}
WHY_NOT = {
    "ahead": "meetings.not_open_yet",
    "opening": "meetings.not_begun",
    "going": "meetings.too_late",
    "over": "meetings.is_over",
    "cancelled": "meetings.is_cancelled",
}


@dataclass(frozen=True)
class Attachment:
    """A file that goes with an invitation."""

    media_id: int
    kind: str
    name: str | None = None

    @property
    def called(self) -> Words | str:
        """Its name, or what it is: nobody named a picture or a voice message."""
        if self.name and self.kind in NAMED:
            return short(self.name, FILE_SHOWN)
        return words(f"meetings.a_{self.kind}")

    @property
    def media(self) -> Media:
        """As it is shown or sent."""
        return Media(self.kind, self.media_id)


@dataclass(frozen=True)
class Draft:
    """A meeting that is being called. What was not asked yet is empty (the agenda: None).

    `files` is how many files go along.
    """

    id: int
    unit_id: int
    unit_name: str
    unit_path: str
    author_id: int
    kind: str | None
    month: int | None
    title: str
    starts_at: datetime | None
    place: str
    agenda: str | None
    files: int
    state: str
    created_at: datetime

    @property
    def step(self) -> str | None:
        """The first step still open, or None when all is there."""
        done = (self.kind, self.starts_at, self.place, self.agenda is not None)
        return next((step for step, is_done in zip(STEPS, done, strict=True) if not is_done), None)

    def ready(self, now: datetime) -> "Meeting":
        """The meeting this would be; refused while something is missing or its time has passed."""
        if self.step or self.starts_at is None:
            raise Refusal("meetings.unfinished")
        if self.starts_at <= now:
            raise Refusal("meetings.time_passed", starts=self.starts_at)
        return Meeting(**{**vars(self), "starts_at": self.starts_at, "sequence": 0, "secret": ""})


@dataclass(frozen=True)
class Meeting:
    """A meeting members were invited to. `sequence` grows with every change."""

    id: int
    unit_id: int
    unit_name: str
    unit_path: str
    author_id: int
    kind: str
    month: int | None
    title: str
    starts_at: datetime
    place: str
    agenda: str | None
    files: int
    state: str
    sequence: int
    secret: str
    created_at: datetime
    reason: str | None = None
    new_starts_at: datetime | None = None
    new_place: str | None = None
    told_at: datetime | None = None
    opened_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def name(self) -> Words | str:
        """The title: a usual one in the reader's language, or as the secretary wrote it."""
        return titled(self.kind, self.month, self.title)

    @property
    def opens(self) -> Words:
        """The hour from which check-in can be opened."""
        return words("date.clock", at=self.starts_at - OPENS)

    def going(self, now: datetime) -> bool:
        """Whether it has begun, or people are let in."""
        return self.starts_at <= now or self.takes_codes(now)

    def takes_codes(self, now: datetime) -> bool:
        """Whether the door is open: the secretary has begun to read out codes."""
        return self.opened_at is not None and self.may("check_in", now)

    def stage(self, now: datetime) -> str:
        """Where the meeting is: ahead, opening (check-in is open), going, over or cancelled."""
        if self.state != "called":
            return "cancelled" if self.state == "cancelled" else "over"
        if now >= self.starts_at:
            return "going"
        return "opening" if now >= self.starts_at - OPENS else "ahead"

    def may(self, deed: str, now: datetime) -> bool:
        """Whether this deed (a key of MAY) is possible now."""
        return self.stage(now) in MAY[deed]

    def must(self, deed: str, now: datetime) -> None:
        """Refuse a deed that comes too early or too late, saying which."""
        if not self.may(deed, now):
            values = {"name": self.name, "starts": self.starts_at, "opens": self.opens}
            raise Refusal(WHY_NOT[self.stage(now)], **values)

    def must_take_codes(self, now: datetime) -> None:
        """Refuse a code before check-in is opened and after the end, saying which."""
        self.must("check_in", now)
        if self.opened_at is None:
            raise Refusal("meetings.none_to_check_in", name=self.name)


def titled(kind: str | None, month: int | None, title: str) -> Words | str:
    """A title as a text: "monthly" and "thematic" are said in the reader's language."""
    if kind == "monthly":
        return words(TITLES[kind], month=month)
    return words(TITLES[kind]) if kind in TITLES else title


def must_lead(person: Person, meeting: Meeting) -> None:
    """Refuse whoever may not act for the meeting's unit."""
    if not person.leads(meeting.unit_path):
        raise Refusal("units.not_yours")


def month_meant(today: date) -> int:
    """The month a meeting called today is for: people call it about a week ahead."""
    return (today + timedelta(days=7)).month


def typed(what: str, text: str) -> str:
    """What somebody typed for a part of a meeting; refused when empty or too long to be heard."""
    text = text.strip()
    if not text:
        raise Refusal("meetings.please_type")
    if len(text) > LONGEST[what]:
        raise Refusal("meetings.too_long", limit=LONGEST[what])
    return text


def when_and_where(meeting: Meeting) -> tuple[Words, ...]:
    """When and where, a line each."""
    return (
        words("meetings.line_when", starts=meeting.starts_at),
        words("meetings.line_where", place=meeting.place),
    )


def details(meeting: Meeting, agenda: int = AGENDA_SHOWN) -> tuple[Words, ...]:
    """When, where, what about and how many files go along; a long agenda is cut at so many
    characters."""
    lines = list(when_and_where(meeting))
    if meeting.agenda:
        lines.append(words("meetings.line_agenda", agenda=short(meeting.agenda, agenda)))
    if meeting.files:
        lines.append(words("meetings.line_files", count=meeting.files))
    return tuple(lines)


def changes(meeting: Meeting, starts_at: datetime, place: str) -> tuple[Words, ...]:
    """What another time and place change, a line each."""
    lines = []
    if starts_at != meeting.starts_at:
        lines.append(words("meetings.line_moved", old=meeting.starts_at, new=starts_at))
    if place != meeting.place:
        lines.append(words("meetings.line_elsewhere", old=meeting.place, new=place))
    return tuple(lines)


def file_lines(files: Sequence[Attachment]) -> tuple[Words, ...]:
    """The files by number, each with its name or what it is."""
    return tuple(
        words("meetings.file_line", number=number, name=one.called)
        for number, one in enumerate(files, 1)
    )


def has_more(meeting: Meeting) -> bool:
    """Whether there is more to see than the details say: a long agenda or a file."""
    return meeting.files > 0 or len(meeting.agenda or "") > AGENDA_SHOWN


def reminder_due(meeting: Meeting, kind: str, now: datetime) -> datetime | None:
    """When this reminder fell due; None before that, after the start, or if they heard just now."""
    due = meeting.starts_at - REMINDERS[kind]
    fresh = meeting.told_at is not None and meeting.told_at > due - STILL_FRESH[kind]
    return due if due <= now < meeting.starts_at and not fresh else None


def twin(
    draft: Draft, others: Iterable[Meeting], day: Callable[[datetime], date]
) -> Meeting | None:
    """A meeting that seems to be the same: at that moment, or of that title on that day."""
    if draft.starts_at is None:
        return None
    mine = (titled(draft.kind, draft.month, draft.title), day(draft.starts_at))
    same = (
        one
        for one in others
        if one.starts_at == draft.starts_at or (one.name, day(one.starts_at)) == mine
    )
    return next(same, None)


def told_apart(labels: Sequence[Hashable]) -> list[int]:
    """For each label the how manieth of its like it is: 1, or more where labels repeat."""
    seen: Counter[Hashable] = Counter()
    numbers = []
    for label in labels:
        seen[label] += 1
        numbers.append(seen[label])
    return numbers


def planned(meeting: Meeting, now: datetime) -> tuple[datetime, str]:
    """The new time and place of a prepared move; refused when it changes nothing or is past."""
    starts_at = meeting.new_starts_at or meeting.starts_at
    place = meeting.new_place or meeting.place
    if (starts_at, place) == (meeting.starts_at, meeting.place):
        raise Refusal("meetings.nothing_moved")
    if starts_at <= now:
        raise Refusal("meetings.time_passed", starts=starts_at)
    return starts_at, place


def calendar(meeting: Meeting) -> dict[str, object]:
    """Everything a calendar entry needs, for the maker "meetings.ics"."""
    return {
        "uid": f"meeting-{meeting.id}-{meeting.created_at:%Y%m%d%H%M%S}@sotay",
        "sequence": meeting.sequence,
        "title": meeting.name,
        "starts": meeting.starts_at,
        "minutes": MINUTES,
        "place": meeting.place,
        "agenda": meeting.agenda or "",
        "organiser": meeting.unit_name,
        "cancelled": meeting.state == "cancelled",
    }
