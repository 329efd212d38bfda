"""The preview of an import: what is new, changed, rejected or doubtful, a line each."""

from collections.abc import Iterator

from bot.texts import Texts
from rules.roster import Roster
from services.roster import Plan


def report(read: Roster, plan: Plan, texts: Texts, language: str) -> Iterator[str]:
    """The lines of the preview, the counts first."""

    def say(key: str, **values: object) -> str:
        return texts.say(f"commands.{key}", values, language)

    unchanged = len(plan.known) - len(plan.changed)
    yield say(
        "roster_counts",
        unit=plan.top,
        new=len(plan.new),
        changed=len(plan.changed),
        unchanged=unchanged,
        rejected=len(read.rejected),
        skipped=len(read.skipped),
    )
    for change in plan.changed:
        yield say("roster_changed", row=change.line.row, name=change.line.name)
    for rejected in read.rejected:
        reason = texts.words(rejected.reason, language)
        yield say("roster_rejected", row=rejected.row, name=rejected.name, reason=reason)
    for note in read.notes:
        yield say(
            "roster_note", row=note.row, name=note.name, note=texts.words(note.note, language)
        )
    for double in read.doubles:
        rows = ", ".join(str(row) for row in double.rows)
        why = texts.words(double.why, language)
        yield say("roster_double", rows=rows, names=", ".join(double.names), why=why)
    for member in plan.missing:
        yield say("roster_missing", name=member.name, unit=member.unit_name)
    if read.unread_columns:
        yield say("roster_columns", names=", ".join(read.unread_columns))
