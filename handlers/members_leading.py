"""For leaders: the people of their unit, who is not linked yet, and fresh codes for them."""

from collections.abc import Sequence

from handlers import home, members_correcting
from handlers.dialog import Choice, Screen, Turn
from handlers.marks import Mark
from handlers.members_record import ON_A_PAGE, card, entries_screen, record
from handlers.members_record import routes as routes
from rules.members import Member
from rules.words import short, short_name
from services import joining, joining_phones, members
from services import members_correcting as correcting

EMPTY = {
    "all": "members.everyone_linked",
    "unlinked": "members.everyone_linked",
    "unreachable": "members.everyone_reached",
}  # what is said of a list without anybody
FOUND = 4  # people offered by a name; more of them need a longer name


@routes.command("people", marks=Mark.LEADERS)
async def people(turn: Turn) -> Screen:
    """The unit in numbers, and the ways to its people."""
    everyone, linked = await members.people(turn.store, turn.person)
    pending = len(await correcting.pending(turn.store, turn.person))
    lost = await members.unreachable(turn.store, turn.person)
    see_lost = Choice("members.list_unreachable", listed, "unreachable", 0, count=len(lost))
    return Screen(
        "members.people",
        {
            "unit": turn.person.own_unit.unit_name,
            "count": len(everyone),
            "linked": len(linked),
            "pending": pending,
        },
        choices=(
            Choice("members.list_all", listed, "all", 0),
            Choice("members.list_unlinked", listed, "unlinked", 0),
            Choice("members.list_corrections", members_correcting.corrections),
            *((see_lost,) if lost else ()),
        ),
        asks=find_person,
        back=home.home,
    )


@routes.on
async def listed(turn: Turn, which: str, page: int) -> Screen:
    """People by name, three at a time."""
    chosen = await _chosen(turn, which)
    return Screen(
        "members.listed" if chosen else EMPTY.get(which, EMPTY["all"]),
        {"count": len(chosen), "page": page + 1, "pages": -(-len(chosen) // ON_A_PAGE)},
        choices=_page_of_people(chosen, which, page),
        asks=find_person,
        back=people,
    )


@routes.on(marks=Mark.SEARCHES)
async def find_person(turn: Turn) -> Screen:
    """Whom a typed name or phone number may mean; one alone is shown at once."""
    found = await members.find(turn.store, turn.person, turn.words)
    if len(found) == 1:
        return await show_person(turn, found[0].id)
    choices = tuple(
        Choice("members.person_of", show_person, one.id, **_person(one)) for one in found[:FOUND]
    )
    key = "members.some_found" if found else "members.nobody_found"
    values = {"count": len(found)} if found else {}
    return Screen(key, values, choices, asks=find_person, back=people)


@routes.on
async def show_person(turn: Turn, member_id: int) -> Screen:
    """Somebody's record; the look is written down."""
    found = await members.look(turn.store, turn.person, member_id, turn.now)
    linked = found.phones and member_id != turn.person.id
    return Screen(
        "members.card",
        card(found),
        choices=(
            Choice("members.see_entries", entries, member_id, 0),
            Choice("members.new_code", ask_code, member_id),
            *((Choice("members.part_phones", ask_part, member_id),) if linked else ()),
        ),
        asks=find_person,
        back=people,
    )


@routes.on
async def entries(turn: Turn, member_id: int, page: int) -> Screen:
    """Every entry of somebody's record; the look is written down."""
    found = await members.look(turn.store, turn.person, member_id, turn.now)
    more = Choice("members.more", entries, member_id, page + 1)
    own = member_id == turn.person.id
    return entries_screen(turn, found, page, more, record if own else (show_person, member_id))


@routes.on
async def ask_code(turn: Turn, member_id: int) -> Screen:
    """A fresh code makes the printed one worthless: say so first."""
    found = await members.look(turn.store, turn.person, member_id, turn.now)
    return Screen(
        "members.ask_code",
        {"name": found.member.name},
        choices=(
            Choice("members.make_code", make_code, member_id),
            Choice("members.void_code", void_code, member_id),
        ),
        asks=find_person,
        back=(show_person, member_id),
    )


@routes.on
async def void_code(turn: Turn, member_id: int) -> Screen:
    """The letter went astray: its code opens nothing any more."""
    found = await members.look(turn.store, turn.person, member_id, turn.now)
    await joining.void_code(turn.store, found.member, turn.now, turn.person)
    values = {"name": found.member.name}
    return Screen("members.code_voided", values, asks=find_person, back=(show_person, member_id))


@routes.on
async def make_code(turn: Turn, member_id: int) -> Screen:
    """A fresh code, shown once."""
    found = await members.look(turn.store, turn.person, member_id, turn.now)
    code = await joining.code_to_read_out(turn.store, found.member, turn.now, turn.person)
    values = {"name": found.member.name, "code": code, "days": turn.store.org.code_days}
    return Screen("members.code", values, asks=find_person, back=(show_person, member_id))


@routes.on
async def ask_part(turn: Turn, member_id: int) -> Screen:
    """A phone that was lost or given away opens the record of whoever joined from it."""
    found = await members.look(turn.store, turn.person, member_id, turn.now)
    if not found.phones:
        return await show_person(turn, member_id)
    return Screen(
        "members.ask_part",
        {"name": found.member.name, "count": found.phones},
        choices=(Choice("members.do_part", part, member_id, count=found.phones),),
        asks=find_person,
        back=(show_person, member_id),
    )


@routes.on
async def part(turn: Turn, member_id: int) -> Screen:
    """No phone opens it any more; a new code is the way back."""
    found = await members.look(turn.store, turn.person, member_id, turn.now)
    await joining_phones.part_phones(turn.store, found.member, turn.now, turn.person)
    return Screen(
        "members.parted",
        {"name": found.member.name},
        choices=(Choice("members.make_code", make_code, member_id),),
        asks=find_person,
        back=(show_person, member_id),
    )


async def _chosen(turn: Turn, which: str) -> Sequence[Member]:
    everyone, linked = await members.people(turn.store, turn.person)
    if which == "unreachable":
        lost = await members.unreachable(turn.store, turn.person)
        return [one for one in everyone if one.id in lost]
    return [one for one in everyone if which == "all" or one.id not in linked]


def _person(one: Member) -> dict[str, str]:
    """A name and its unit, short enough for a button."""
    return {"name": short_name(one.name, 16), "unit": short(one.unit_name, 10)}


def _page_of_people(chosen: Sequence[Member], which: str, page: int) -> tuple[Choice, ...]:
    start = page * ON_A_PAGE
    choices = [
        Choice("members.one_person", show_person, one.id, name=short_name(one.name, 26))
        for one in chosen[start : start + ON_A_PAGE]
    ]
    if len(chosen) > start + ON_A_PAGE:
        choices.append(Choice("members.more", listed, which, page + 1))
    return tuple(choices)
