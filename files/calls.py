"""The list for the phone: whom to call, what to say, and a box to tick."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from files.printing import pdf_of, spaced


@dataclass(frozen=True)
class CallList:
    """A list, every word ready to print. `people` are (name, phone, remark)."""

    organisation: str
    title: str
    about: str
    made: str
    say_title: str
    say: str
    columns: Sequence[str]
    people: Sequence[tuple[str, str, str]]
    closing: str
    language: str = "vi"


def make_call_list(calls: CallList, out: Path) -> None:
    """Writes the list to `out` as a PDF of A4 pages."""
    people = [(name, spaced(phone), remark) for name, phone, remark in calls.people]
    out.write_bytes(pdf_of("calls.typ", {**asdict(calls), "people": people}))
