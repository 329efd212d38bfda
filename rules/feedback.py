"""Cases: what somebody wrote, who has to answer, by when, and when it is over.

A case is open until its owner answers, answered until the member says whether it helped, closed
then. An open case that is overdue climbs one level. "Writes something and watches it disappear" is
the oldest complaint about speaking up; a number, a date and a name are the answer to it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rules.members import check_text
from rules.refusal import Refusal
from rules.words import Words, words

MOST_A_DAY = 5
QUIET_CLOSE = timedelta(days=14)  # an answered case nobody speaks of any more is closed
REMIND = timedelta(days=1)  # the owner is reminded so long before it is due

# state -> what may happen -> the state after it
MOVES = {
    "open": {"answer": "answered", "add": "open", "climb": "open"},
    "answered": {"answer": "answered", "add": "open", "helped": "closed", "not helped": "open"},
    "closed": {},
}


@dataclass(frozen=True)
class Case:
    """A case. `unit` is who has to answer now; it changes when the case climbs."""

    id: int
    number: int
    year: int
    member_id: int
    member_name: str
    unit_id: int
    unit_name: str
    unit_path: str
    state: str
    opened_at: datetime
    due_at: datetime
    entered_by: int | None
    helped: bool | None
    climbs: int

    @property
    def name(self) -> Words:
        """How it is called."""
        return words("feedback.numbered", number=self.number, year=self.year)

    def after(self, move: str) -> str:
        """The state after a move; refused when the case does not allow it now."""
        if move not in MOVES[self.state]:
            raise Refusal("feedback.over", case=self.name)
        return MOVES[self.state][move]


@dataclass(frozen=True)
class Line:
    """One message of a case."""

    id: int
    case_id: int
    author_name: str
    from_member: bool
    text: str
    media_id: int | None
    media_kind: str | None
    at: datetime


def check_content(text: str, media_id: int | None) -> None:
    """Refuse an empty message, or one that is too long; a file may come without words."""
    if text.strip() or media_id is None:
        check_text(text)


def check_count(today: int) -> None:
    """Refuse the sixth case of a member on one day, kindly."""
    if today >= MOST_A_DAY:
        raise Refusal("feedback.enough_today", most=MOST_A_DAY)
