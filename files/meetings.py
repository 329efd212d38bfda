"""What a meeting leaves on paper: the entry for a calendar, and the one-page summary."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from files.printing import pdf_of

_REMINDER = timedelta(hours=-2)


@dataclass(frozen=True)
class SummaryPage:
    """A meeting's summary, every word ready to print.

    `agenda` is its lines, none where there was no agenda; `counts` and `absences`
    are (label, value) pairs; `votes` are (what was decided, the result).
    """

    organisation: str
    title: str
    when: str
    place: str
    counts_title: str
    counts: Sequence[tuple[str, str]]
    votes_title: str
    votes: Sequence[tuple[str, str]]
    absences_title: str
    absences: Sequence[tuple[str, str]]
    closing: str
    agenda_title: str = ""
    agenda: Sequence[str] = ()
    language: str = "vi"


def make_summary(summary: SummaryPage, out: Path) -> None:
    """Writes the summary to `out` as a PDF of one A4 page."""
    out.write_bytes(pdf_of("meetings.typ", asdict(summary)))


def make_ics(
    *,
    uid: str,
    sequence: int,
    title: str,
    starts: datetime,
    minutes: int,
    place: str,
    agenda: str,
    organiser: str,
    cancelled: bool,
    now: datetime,
) -> bytes:
    """An .ics file: the meeting with a reminder two hours before, or its cancellation.

    A later file with the same `uid` and a higher `sequence` takes the place of the earlier.
    """
    entry = Event()
    entry.add("uid", uid)
    entry.add("sequence", sequence)
    entry.add("dtstamp", now.astimezone(UTC))
    # UTC needs no zone table, and every calendar shows it in its owner's time.
    entry.add("dtstart", starts.astimezone(UTC))
    entry.add("duration", timedelta(minutes=minutes))
    entry.add("summary", title)
    entry.add("location", place)
    entry.add("description", agenda)
    entry.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    entry.add("organizer", _organiser(organiser))
    if not cancelled:
        entry.add_component(_reminder(title))
    return _calendar("CANCEL" if cancelled else "PUBLISH", entry)


def _organiser(name: str) -> vCalAddress:
    """The standard asks for an address, and secretaries have none to publish: only a name."""
    address = vCalAddress("invalid:nomail")
    address.params["CN"] = vText(name)
    return address


def _reminder(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _REMINDER)
    return alarm


def _calendar(method: str, entry: Event) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Sotay//Sotay//VI")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(entry)
    return bytes(calendar.to_ical())
