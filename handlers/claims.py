"""Words that mean one thing wherever they are typed, as long as something waits for them.

A claim comes before the open question. It is asked for members only, so the year of birth a
stranger types to join is never taken for anything else.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from handlers import bulletins, joining, meetings_invited
from handlers.dialog import Handler
from rules.bulletins import ITEM
from rules.bulletins_words import ENTRY
from rules.members import Person
from services import attendance
from services import bulletins_listening as listening
from services import bulletins_words as readings
from services import joining as doors
from storage.store import Store


@dataclass(frozen=True)
class Claim:
    """Words of this form (a regular expression) go to the handler while `waits` says so."""

    form: str
    waits: Callable[[Store, Person, datetime, str], Awaitable[bool]]
    handler: Handler
    yields: bool = False  # to an open question and to what they name on the screen


SAID_BEFORE = "(?:mã|ma|mã số|mã là|mã điểm danh|điểm danh|code|the code is|code is|check in)"
# As it is heard, 48 21 too, or “mã 4821”; but not 27/11 or 19:30.
CODE = rf"(?i:{SAID_BEFORE}:? )?\d(?: ?\d){{3}}"

# Twelve letters and digits of a letter, as they stand there in groups or not.
LETTERS_CODE = r"\w[\w -]{10,18}\w"

ITEM_OF_NEWEST = bulletins.routes.presses["bulletins.item_of_newest"]
TAKE_ENTRY = bulletins.routes.presses["bulletins.take_entry"]

CLAIMS = (
    Claim(LETTERS_CODE, doors.is_code, joining.open_letter),
    Claim(CODE, attendance.awaits_code, meetings_invited.take_digits),
    Claim(CODE, attendance.knows_code, meetings_invited.take_digits, yields=True),
    Claim(ITEM, listening.has_item, ITEM_OF_NEWEST, yields=True),
    Claim(ENTRY, readings.may_write, TAKE_ENTRY, yields=True),
)
