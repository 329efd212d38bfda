"""Whether two rows of a member list are one person: for certain, perhaps, or only neighbours."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace

from rules.refusal import Refusal
from rules.roster_lines import At, RosterLine
from rules.spelling import fold
from rules.words import Words, words


@dataclass(frozen=True)
class Double:
    """Rows that may be the same person; a human decides."""

    rows: tuple[At, ...]
    names: tuple[str, ...]
    why: Words


class Earlier:
    """The lines already taken, looked up by what may not, or seldom, comes twice."""

    def __init__(self) -> None:
        self._same: dict[RosterLine, At] = {}
        self._cards: dict[str, RosterLine] = {}
        self._phones: dict[str, RosterLine] = {}
        self._people: dict[Hashable, RosterLine] = {}
        self._names: dict[tuple[str, str], RosterLine] = {}

    def refuse_repeated(self, line: RosterLine) -> None:
        """Refusal if an earlier row is this very row, has this card, or is the same person's on
        another sheet."""
        row = self._same.get(_bare(line))
        if row is not None:
            raise Refusal("members.roster_duplicate", row=row)
        twin = self._people.get(_person(line)) if line.born else None
        if twin and twin.sheet != line.sheet and not (line.card and twin.card):
            raise Refusal("members.roster_on_two_sheets", row=twin.at)
        owner = self._cards.get(_card(line)) if line.card else None
        if owner is None:
            return
        if _name(owner) == _name(line):
            raise Refusal("members.roster_same_person", row=owner.at)
        raise Refusal("members.roster_card_taken", row=owner.at, name=owner.name, card=line.card)

    def notes_beside(self, line: RosterLine) -> list[Words]:
        """What is not wrong but should be known: a shared phone, a namesake in the same unit."""
        notes = []
        sharer = self._phones.get(line.phone) if line.phone else None
        if sharer and _name(sharer) != _name(line):
            notes.append(words("members.roster_phone_shared", row=sharer.at, name=sharer.name))
        namesake = self._names.get((_name(line), line.unit))
        if namesake and namesake.born != line.born:
            notes.append(words("members.roster_same_name", row=namesake.at, unit=line.unit))
        return notes

    def add(self, line: RosterLine) -> None:
        """Remembers the line; of several the first is the one later rows are told about."""
        self._same.setdefault(_bare(line), line.at)
        self._people.setdefault(_person(line), line)
        self._names.setdefault((_name(line), line.unit), line)
        if line.card:
            self._cards.setdefault(_card(line), line)
        if line.phone:
            self._phones.setdefault(line.phone, line)


def find_doubles(lines: Iterable[RosterLine]) -> list[Double]:
    """Groups with the same name and birthday, or the same name and phone; each group once."""
    lines = list(lines)
    place = {line: at for at, line in enumerate(lines)}
    groups: dict[tuple[Hashable, ...], list[RosterLine]] = defaultdict(list)
    for line in lines:
        if line.born:
            groups["members.roster_double_born", _name(line), line.born].append(line)
        if line.phone:
            groups["members.roster_double_phone", _name(line), line.phone].append(line)
    found: dict[tuple[RosterLine, ...], Double] = {}
    for (key, *_), group in groups.items():
        if len(group) > 1 and tuple(group) not in found:
            names = tuple(line.name for line in group)
            found[tuple(group)] = Double(tuple(line.at for line in group), names, Words(str(key)))
    order = sorted(found, key=lambda group: [place[line] for line in group])
    return [found[group] for group in order]


def _bare(line: RosterLine) -> RosterLine:
    return replace(line, row=0, sheet="")


def _person(line: RosterLine) -> Hashable:
    return _name(line), line.born, line.unit


def _name(line: RosterLine) -> str:
    return line.name.casefold()


def _card(line: RosterLine) -> str:
    return fold(line.card or "").replace(" ", "")
