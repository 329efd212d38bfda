"""The preview of an import: what is new, changed, rejected or doubtful, a line each.

It names people and their particulars: it is for the terminal of whoever imports, never for a log.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rules.roster import Roster
from rules.roster_changes import KINDS, Difference
from rules.roster_lines import At
from rules.words import Words, words
from services.roster import Plan

INDENT = "    "
INDENTED = {"commands.roster_difference", "commands.roster_entries", "commands.roster_missing"}


def report(read: Roster, plan: Plan, *, removes: bool = False) -> Iterator[Words]:
    """The lines of the preview, the counts first. `removes`: the missing are to be taken off."""
    counts = {
        "unit": plan.top,
        "new": len(plan.new),
        "changed": len(plan.changed),
        "unchanged": plan.unchanged,
        "rejected": len(read.rejected),
        "skipped": len(read.skipped),
    }
    yield words("commands.roster_counts", **counts)
    yield from _whose(read, plan)
    yield from _people(plan)
    yield from _rows(read)
    yield from _doubles(read, plan)
    yield from _missing(read, plan, removes=removes)


def sheets_left_out(
    unread: Sequence[str], hidden: Sequence[str], others: Sequence[str]
) -> Iterator[Words]:
    """The sheets that were not read, and why."""
    if unread:
        yield words("commands.roster_unread_sheets", names=", ".join(unread))
    if hidden:
        yield words("commands.roster_hidden_sheets", names=", ".join(hidden))
    if others:
        yield words("commands.roster_other_sheets", names=", ".join(others))


def _whose(read: Roster, plan: Plan) -> Iterator[Words]:
    if len(read.sheets) > 1:
        yield words("commands.roster_sheets", names=", ".join(read.sheets))
    if plan.books_top:
        yield words("commands.roster_other_top", books=plan.books_top, unit=plan.top)
    if plan.founded:
        yield words("commands.roster_founded", names=", ".join(plan.founded))
    if read.unread_columns:
        yield words("commands.roster_columns", names=_together(read.unread_columns))


def _people(plan: Plan) -> Iterator[Words]:
    """The new, unless everybody is, and the changed with what the books say now."""
    for line in plan.new if plan.known or plan.missing or plan.outside else ():
        yield words("commands.roster_new", who=_who(line.at, line.name), unit=line.unit)
    for change in plan.changed:
        yield words("commands.roster_changed", who=_who(change.line.at, change.line.name))
        for one in change.differences:
            key = "entries" if one.field in KINDS else "difference"
            yield words(f"commands.roster_{key}", **_was(one))


def _rows(read: Roster) -> Iterator[Words]:
    for rejected in read.rejected:
        who = _who(rejected.row, rejected.name)
        yield words("commands.roster_rejected", who=who, reason=rejected.reason)
    for note in read.notes:
        yield words("commands.roster_note", who=_who(note.row, note.name), note=note.note)


def _doubles(read: Roster, plan: Plan) -> Iterator[Words]:
    for double in read.doubles:
        rows = _together(double.rows)
        names = ", ".join(double.names)
        yield words("commands.roster_double", rows=rows, names=names, why=double.why)
    for line, twin in plan.alike:
        who = _who(line.at, line.name)
        yield words("commands.roster_alike", who=who, name=twin.name, unit=twin.unit_name)


def _missing(read: Roster, plan: Plan, *, removes: bool) -> Iterator[Words]:
    if plan.missing:
        count = "removed_count" if removes else "missing_count"
        yield words(f"commands.roster_{count}", count=len(plan.missing))
    for member in plan.missing:
        yield words("commands.roster_missing", name=member.name, unit=member.unit_name)
    if plan.emptied and removes:
        names = ", ".join(unit.name for unit in plan.emptied)
        yield words("commands.roster_emptied", names=names)
    if plan.missing and not removes:
        yield words("commands.roster_how_to_remove")
    if plan.outside:
        yield words("commands.roster_outside", unit=read.branch, count=len(plan.outside))


def _who(row: At, name: str) -> Words:
    if name:
        return words("commands.roster_row_of", row=row, name=name)
    return words("commands.roster_row", row=row)


def _was(one: Difference) -> dict[str, Any]:
    field = words(f"commands.field_{one.field}")
    return {"field": field, "old": _said(one.field, one.old), "new": _said(one.field, one.new)}


def _said(field: str, value: Any) -> Any:
    """A field's value as it is spoken of."""
    match field, value:
        case _, None:
            return words("commands.roster_empty")
        case "sex" | "roster", _:
            return words(f"commands.{field}_{value}")
        case "status", _:
            return words(f"members.status_{value}")
        case "office", _:
            return _together([words(f"members.office_{role}", unit=unit) for role, unit in value])
        case _, list():
            return "; ".join(value)
    return value


def _together(parts: Iterable[Any]) -> Any:
    """Several values in one line."""
    first, *rest = parts
    for one in rest:
        first = words("commands.roster_and", first=first, more=one)
    return first
