"""Importing the roster: what a list would change in the books. Nothing is written here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from rules.members import Member
from rules.refusal import Refusal
from rules.roster import Roster
from rules.roster_changes import Difference, Known, differences
from rules.roster_lines import RosterLine
from rules.roster_matching import among_rejected, match, namesakes
from rules.units import Unit
from storage import members, records, units
from storage.store import Store


@dataclass(frozen=True)
class Change:
    """A line that is somebody the books know, and in what they differ."""

    member: Member
    line: RosterLine
    differences: Sequence[Difference]


@dataclass
class Plan:
    """What a list would do to the books.

    `missing` are on the roster and in no row, of the units the list speaks for; `outside` are
    people of other units, of whom a branch's list says nothing. `emptied` are the units nobody
    would be left in if the missing were taken off. `alike` pairs new lines with namesakes.
    """

    top: str
    books_top: str | None = None  # whose books these are, if they are somebody else's
    new: list[RosterLine] = field(default_factory=list)
    known: list[Change] = field(default_factory=list)
    missing: list[Member] = field(default_factory=list)
    outside: list[Member] = field(default_factory=list)
    founded: list[str] = field(default_factory=list)
    emptied: list[Unit] = field(default_factory=list)
    alike: list[tuple[RosterLine, Member]] = field(default_factory=list)

    @property
    def changed(self) -> list[Change]:
        """Those known people who would change."""
        return [one for one in self.known if one.differences]

    @property
    def unchanged(self) -> int:
        """How many known people are in the books just as in the list."""
        return len(self.known) - len(self.changed)


async def plan(store: Store, roster: Roster, today: date, *, whole: bool = False) -> Plan:
    """Compare a list with the books. `whole` says that it is about everybody, although it names
    one unit only. Refusal `commands.no_top_unit` when nothing says whose list it is."""
    tree = await units.all_units(store)
    tops = [unit.name for unit in tree if unit.parent_id is None]
    found = Plan(_top(roster, tops))
    found.books_top = None if found.top in tops else next(iter(tops), None)
    everyone = await members.everyone(store)
    people = match(roster.lines, everyone)
    homes = _homes(tree, found.top)
    for line in roster.lines:
        if line in people:
            found.known.append(await _compare(store, people[line], line, homes, found.top, today))
        else:
            found.new.append(line)
    taken = {member.id for member in people.values()}
    left = [one for one in everyone if one.on_roster and one.id not in taken]
    found.alike = namesakes(found.new, left)
    found.founded = [name for name in _named(found.top, roster) if name not in homes]
    about = None if whole else roster.branch
    _missing(found, roster, left, about)
    if about is None:
        found.emptied = _emptied(
            found, left, tree, [homes[one] for one in _named(found.top, roster) if one in homes]
        )
    return found


def _top(roster: Roster, tops: Sequence[str]) -> str:
    """The unit above all the list's units: as the list says, else as the books have it."""
    top = roster.top_unit or next(iter(tops), None) or roster.branch
    if top is None:
        raise Refusal("commands.no_top_unit")
    return top


def _homes(tree: Sequence[Unit], top: str) -> dict[str, Unit]:
    """The units a line can be in, by their names: the top unit and those right below it."""
    root = next((unit for unit in tree if unit.parent_id is None and unit.name == top), None)
    below = [unit for unit in tree if root and unit.parent_id == root.id]
    return {unit.name: unit for unit in (*below, root) if unit}


def _named(top: str, roster: Roster) -> list[str]:
    return list(dict.fromkeys((top, *(line.unit for line in roster.lines))))


def _missing(found: Plan, roster: Roster, left: Sequence[Member], about: str | None) -> None:
    """Tell whom the list should have named from those it does not speak of. Whose row could not
    be taken is not missing: the row has to be mended first."""
    for member in left:
        if not among_rejected(member, roster):
            speaks = about is None or member.unit_name == about
            (found.missing if speaks else found.outside).append(member)


def _emptied(
    found: Plan, left: Sequence[Member], tree: Sequence[Unit], named: Sequence[Unit]
) -> list[Unit]:
    """The units in which, and below which, nobody would be left."""
    leaving = {one.id for one in found.missing}
    staying = [one.unit_path for one in left if one.id not in leaving]
    kept = [*(unit.path for unit in named), *staying]
    return [unit for unit in tree if not any(path.startswith(unit.path) for path in kept)]


async def _compare(
    store: Store,
    member: Member,
    line: RosterLine,
    homes: dict[str, Unit],
    top: str,
    today: date,
) -> Change:
    offices = await units.offices_of(store, member.id, today)
    known = Known(member, offices, await records.entries(store, member.id))
    return Change(member, line, differences(known, line, homes.get(line.unit), top))
