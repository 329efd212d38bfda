"""Which lines of a member list are people the books know already."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from rules.members import Member
from rules.roster import Roster
from rules.roster_lines import RosterLine
from rules.spelling import fold

# What makes a line and a member one person, the surest first; None when it cannot tell.
_MARKS: Sequence[Callable[[RosterLine | Member], Hashable]] = (
    lambda one: card_mark(one.card),
    lambda one: (one.name, one.born_year, one.born, _unit(one), _phone(one)),
    lambda one: (one.name, one.born_year, _unit(one)),
    lambda one: (one.name, one.born_year),
)


def match(lines: Sequence[RosterLine], everyone: Iterable[Member]) -> dict[RosterLine, Member]:
    """The member each known line is: by card, else by name and year of birth.

    Two different cards are two people, and every member is taken once. Who is still on the roster
    goes before who left it.
    """
    left = sorted(everyone, key=lambda one: (not one.on_roster, one.id))
    found: dict[RosterLine, Member] = {}
    for mark in _MARKS:
        marked: dict[Hashable, list[Member]] = defaultdict(list)
        for member in left:
            marked[mark(member)].append(member)
        for line in lines:
            likely = marked[mark(line)] if line not in found and mark(line) else []
            fitting = next((one for one in likely if _may_be(line, one)), None)
            if fitting:
                found[line] = fitting
                likely.remove(fitting)
        taken = {member.id for member in found.values()}
        left = [member for member in left if member.id not in taken]
    return found


def card_mark(card: str | None) -> str:
    """A card number for comparing: however it is spaced."""
    return fold(card or "").replace(" ", "")


def is_called(member: Member, said: str) -> bool:
    """Whether that is this member's name, accents or not, or card number."""
    return fold(said) == fold(member.name) or bool(card_mark(said) == card_mark(member.card) != "")


def namesakes(
    lines: Iterable[RosterLine], people: Iterable[Member]
) -> list[tuple[RosterLine, Member]]:
    """Each line with somebody of that name in that unit or of that age: perhaps one person."""
    called: dict[str, list[Member]] = defaultdict(list)
    for member in people:
        called[fold(member.name)].append(member)
    pairs = [(line, _near(line, called.get(fold(line.name), ()))) for line in lines]
    return [(line, member) for line, member in pairs if member]


def _near(line: RosterLine, people: Iterable[Member]) -> Member | None:
    near = (one for one in people if one.unit_name == line.unit or one.born_year == line.born_year)
    return next(near, None)


def among_rejected(member: Member, roster: Roster) -> bool:
    """Whether a row that could not be taken shows this member's name."""
    return any(f" {fold(member.name)} " in f" {fold(one.name)} " for one in roster.rejected)


def _may_be(line: RosterLine, member: Member) -> bool:
    return not (line.card and member.card) or card_mark(line.card) == card_mark(member.card)


def _unit(one: RosterLine | Member) -> str:
    return one.unit if isinstance(one, RosterLine) else one.unit_name


def _phone(one: RosterLine | Member) -> str | None:
    return (one.phone or one.phone_text) if isinstance(one, RosterLine) else one.phone
