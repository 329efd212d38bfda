"""What a line of a member list would change about somebody the books know, field by field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rules.members import Entry, Member
from rules.roster_lines import RosterLine
from rules.units import Office, Unit

# A field as people speak of it, and its columns: the second is what could not be read.
FIELDS: Mapping[str, Sequence[str]] = {
    "name": ("name",),
    "sex": ("sex",),
    "born": ("born", "born_text", "born_year"),
    "card": ("card",),
    "phone": ("phone",),
    "status": ("status",),
    "joined": ("joined_on", "joined_text"),
    "official": ("official_on", "official_text"),
    "address": ("address",),
    "native_place": ("native_place",),
}
KINDS = ("award", "discipline", "career")
EntryKey = tuple[str, str, str]


@dataclass(frozen=True)
class Difference:
    """A field with what the books and the list say: a word, a date, or several; None if empty."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Known:
    """Somebody the books know: the particulars, the offices held today and the record."""

    member: Member
    offices: Sequence[Office]
    entries: Sequence[Entry]


def columns_of(line: RosterLine) -> dict[str, Any]:
    """The member's columns as the line fills them."""
    names = [name for columns in FIELDS.values() for name in columns]
    phone = line.phone or line.phone_text
    return {name: phone if name == "phone" else getattr(line, name) for name in names}


def differences(known: Known, line: RosterLine, unit: Unit | None, top: str) -> list[Difference]:
    """Everything in which they differ. `unit` is the line's, None if it is not founded yet;
    `top` is the unit above all, where the office's staff works."""
    found = [*_columns(known.member, line), *_entries(known.entries, line)]
    if unit is None or unit.id != known.member.unit_id:
        old = known.member.unit_name
        found.append(Difference("unit", old, f"{old}, {top}" if line.unit == old else line.unit))
    held = {(office.role, office.unit_name) for office in known.offices}
    wanted = {(line.role, top if line.role == "staff" else line.unit)} if line.role else set()
    if held != wanted:
        found.append(Difference("office", sorted(held) or None, sorted(wanted) or None))
    if not known.member.on_roster:
        found.append(Difference("roster", "left", "back"))
    return found


def listed(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that come from lists; what a leader approved stays whatever a list says."""
    return [entry for entry in entries if entry.kind in KINDS]


def entry_key(entry: Entry) -> EntryKey:
    """What makes two entries the same."""
    return (entry.kind, entry.text, entry.dated or "")


def entries_of(line: RosterLine) -> set[EntryKey]:
    """The entries a line names."""
    return {(entry.kind, entry.text, entry.dated) for entry in line.entries}


def _columns(member: Member, line: RosterLine) -> list[Difference]:
    new = columns_of(line)
    found = []
    for field, columns in FIELDS.items():
        old = {name: getattr(member, name) for name in columns}
        if any(old[name] != new[name] for name in columns):
            found.append(Difference(field, _said(old, columns), _said(new, columns)))
    return found


def _said(values: Mapping[str, Any], columns: Sequence[str]) -> Any:
    return next((values[name] for name in columns if values[name] is not None), None)


def _entries(entries: Iterable[Entry], line: RosterLine) -> list[Difference]:
    old, new = {entry_key(entry) for entry in listed(entries)}, entries_of(line)
    return [
        Difference(kind, _of_kind(old - new, kind), _of_kind(new - old, kind))
        for kind in KINDS
        if any(key[0] == kind for key in old ^ new)
    ]


def _of_kind(keys: Iterable[EntryKey], kind: str) -> list[str] | None:
    texts = [
        f"{text} ({dated})" if dated else text for one, text, dated in sorted(keys) if one == kind
    ]
    return texts or None
