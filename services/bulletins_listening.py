"""Sent bulletins: finding them, saying that one has listened, and how many did."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rules.bulletins import Bulletin, concerns, item_asked_for
from rules.members import Person
from rules.messages import BROUGHT
from rules.refusal import Refusal
from storage import bulletins as rows
from storage import units
from storage.store import Store


@dataclass(frozen=True)
class Count:
    """How far a bulletin came in one unit: sent to so many, and so many said to have listened."""

    unit: str
    sent: int
    heard: int


@dataclass(frozen=True)
class Reached:
    """How far a bulletin came in the units somebody leads. `begun`: whether it has set out."""

    units: Sequence[Count]
    states: Counter[str]  # its deliveries in all those units
    begun: bool


async def sent(store: Store, person: Person) -> Sequence[Bulletin]:
    """Every bulletin that was sent by this person's units or is theirs to lead, newest first."""
    paths = [person.member.unit_path, *(office.unit_path for office in person.leading)]
    unit_ids = {int(number) for path in paths for number in path.strip("/").split("/")}
    return await rows.sent_in(store, sorted(unit_ids))


async def newest(store: Store, person: Person) -> Bulletin | None:
    """The bulletin that was sent last."""
    return next(iter(await sent(store, person)), None)


async def has_item(store: Store, person: Person, now: datetime, said: str) -> bool:
    """Whether these words ask for an item the newest bulletin has."""
    found = await newest(store, person)
    return found is not None and 0 < item_asked_for(said) <= len(found.approved.items)


async def one(store: Store, person: Person, bulletin_id: int) -> Bulletin:
    """A sent bulletin, for those it was sent to and those who lead."""
    found = await rows.get(store, bulletin_id)
    if found is None or found.state != "sent" or not concerns(person, found):
        raise Refusal("bulletins.not_sent")
    return found


async def heard(store: Store, person: Person, bulletin_id: int, now: datetime) -> Bulletin:
    """Note that this person has listened; the first time counts."""
    found = await one(store, person, bulletin_id)
    await rows.hear(store, found.id, person.id, now)
    return found


async def reached(store: Store, person: Person, bulletin_id: int) -> Reached:
    """Sent and heard in each unit this person leads, in the tree's order; never by person."""
    bulletin = await one(store, person, bulletin_id)
    if not person.leading:
        raise Refusal("units.not_leading")
    states = await rows.states_by_unit(store, bulletin)
    heard_by = await rows.heard_by_unit(store, bulletin)
    below = await units.below(store, bulletin.unit_path)
    led = [unit for unit in below if person.leads(unit.path)]
    found = [
        Count(unit.name, sum(states[unit.id][one] for one in BROUGHT), heard_by[unit.id])
        for unit in led
        if states[unit.id] or heard_by[unit.id]
    ]
    return Reached(found, sum((states[unit.id] for unit in led), Counter()), any(states.values()))
