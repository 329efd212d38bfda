"""Words that mean one thing wherever they are typed, as long as something waits for them.

A claim comes before the open question. It is asked for members only, so the year of birth a
stranger types to join is never taken for anything else.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from handlers import meetings_invited
from handlers.dialog import Handler
from rules.members import Person
from services import attendance
from storage.store import Store


@dataclass(frozen=True)
class Claim:
    """Words of this form (a regular expression) go to the handler while `waits` says so."""

    form: str
    waits: Callable[[Store, Person, datetime], Awaitable[bool]]
    handler: Handler
    yields: bool = False  # to an open question: they may be its answer


CODE = r"\d(?: ?\d){3}"  # as it is heard, 48 21 too; but not 27/11 or 19:30

CLAIMS = (
    Claim(CODE, attendance.awaits_code, meetings_invited.take_digits),
    Claim(CODE, attendance.knows_code, meetings_invited.take_digits, yields=True),
)
