"""My record, and for leaders the people of their unit."""

from collections.abc import Sequence
from datetime import date

from handlers.dialog import Choice, Routes, Screen, Turn
from rules.members import Entry, Member, check_text
from rules.refusal import Refusal
from rules.roster_cells import read_day
from rules.units import Office
from rules.words import Words, short, words
from services import joining, members
from services.members import Record

routes = Routes("members")
ON_A_PAGE = 3
LONGEST_ENTRY = 300  # characters: three of them fit one message
LOOKED_OVER = 160  # letters of a proposal shown once more before it leaves


@routes.command("record")
async def record(turn: Turn) -> Screen:
    """The own record: a card, and the ways on."""
    found = await members.look(turn.store, turn.person, turn.person.id, turn.now)
    return Screen(
        "members.card",
        _card(found),
        choices=(
            Choice("members.see_entries", entries, turn.person.id, 0),
            Choice("members.propose", ask_correction),
            Choice("members.see_proposals", proposals),
            Choice("members.see_looks", looks),
        ),
    )


@routes.on
async def entries(turn: Turn, member_id: int, page: int) -> Screen:
    """Every entry with its date and source, three at a time."""
    found = await members.look(turn.store, turn.person, member_id, turn.now)
    start = page * ON_A_PAGE
    lines = tuple(
        words(
            f"members.entry_{entry.kind}",
            text=short(entry.text, LONGEST_ENTRY),
            dated=_dated(entry, turn),
            source=entry.source,
        )
        for entry in found.entries[start : start + ON_A_PAGE]
    )
    more = Choice("members.more", entries, member_id, page + 1)
    return Screen(
        "members.entries" if lines else "members.no_entries",
        {"name": found.member.name, "lines": lines},
        choices=(more,) if len(found.entries) > start + ON_A_PAGE else (),
        back=record if member_id == turn.person.id else (show_person, member_id),
    )


@routes.on
async def ask_correction(turn: Turn) -> Screen:
    """What should be corrected, in the member's own words."""
    return Screen("members.ask_correction", asks=look_over)


@routes.on
async def look_over(turn: Turn) -> Screen:
    """The words once more before they leave; the switchboard keeps them meanwhile."""
    try:
        check_text(turn.words)
    except Refusal as no:
        return Screen(no.key, no.values, asks=look_over)
    choices = (Choice("members.send_correction", send_correction),)
    values = {"text": short(turn.words, LOOKED_OVER)}
    return Screen("members.look_over", values, choices, asks=look_over, back=ask_correction)


@routes.on
async def send_correction(turn: Turn) -> Screen:
    """Asks for what `look_over` showed; without it (an old button), for the words themselves."""
    return Screen("members.ask_correction", asks=take_correction)


@routes.on
async def take_correction(turn: Turn) -> Screen:
    """The proposal is kept and goes to the secretary."""
    try:
        await members.propose(turn.store, turn.person, turn.words, turn.now)
    except Refusal as no:
        return Screen(no.key, no.values, asks=take_correction)
    return Screen("members.proposed")


@routes.on
async def proposals(turn: Turn) -> Screen:
    """What was proposed before, and what became of it."""
    found = await members.own_corrections(turn.store, turn.person)
    lines = tuple(
        words(
            f"members.proposal_{one.state}",
            text=short(one.text, 80),
            reason=short(one.reason or "", 80),
        )
        for one in found[:ON_A_PAGE]
    )
    return Screen("members.proposals" if lines else "members.no_proposals", {"lines": lines})


@routes.on
async def looks(turn: Turn) -> Screen:
    """Who looked at the own record."""
    rows = await members.who_looked(turn.store, turn.person, 5)
    lines = tuple(words("members.look", name=row["name"], at=row["at"]) for row in rows)
    return Screen("members.looks" if lines else "members.no_looks", {"lines": lines})


# --- for leaders -----------------------------------------------------------------------------


@routes.command("people", leaders=True)
async def people(turn: Turn) -> Screen:
    """The unit in numbers, and the ways to its people."""
    everyone, linked = await members.people(turn.store, turn.person)
    pending = await members.waiting_for_leader(turn.store, turn.person)
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
            Choice("members.list_corrections", corrections, 0),
        ),
    )


@routes.on
async def listed(turn: Turn, which: str, page: int) -> Screen:
    """People by name, three at a time."""
    everyone, linked = await members.people(turn.store, turn.person)
    chosen = [one for one in everyone if which == "all" or one.id not in linked]
    return Screen(
        "members.listed" if chosen else "members.everyone_linked",
        {"count": len(chosen), "page": page + 1, "pages": -(-len(chosen) // ON_A_PAGE)},
        choices=_page_of_people(chosen, which, page),
        back=people,
    )


@routes.on
async def show_person(turn: Turn, member_id: int) -> Screen:
    """Somebody's record; the look is written down."""
    found = await members.look(turn.store, turn.person, member_id, turn.now)
    return Screen(
        "members.card",
        _card(found),
        choices=(
            Choice("members.see_entries", entries, member_id, 0),
            Choice("members.new_code", ask_code, member_id),
        ),
        back=people,
    )


@routes.on
async def ask_code(turn: Turn, member_id: int) -> Screen:
    """A fresh code makes the printed one worthless: say so first."""
    found = await members.look(turn.store, turn.person, member_id, turn.now)
    return Screen(
        "members.ask_code",
        {"name": found.member.name},
        choices=(Choice("members.make_code", make_code, member_id),),
        back=(show_person, member_id),
    )


@routes.on
async def make_code(turn: Turn, member_id: int) -> Screen:
    """A fresh code, shown once."""
    found = await members.look(turn.store, turn.person, member_id, turn.now)
    code = await joining.code_to_read_out(turn.store, found.member, turn.now, turn.person)
    values = {"name": found.member.name, "code": code, "days": turn.store.org.code_days}
    return Screen("members.code", values, back=(show_person, member_id))


@routes.on
async def corrections(turn: Turn, page: int) -> Screen:
    """The proposals that wait."""
    found = await members.pending(turn.store, turn.person)
    start = page * ON_A_PAGE
    choices = [
        Choice("members.one_correction", show_correction, one.id, name=short(one.name, 24))
        for one in found[start : start + ON_A_PAGE]
    ]
    if len(found) > start + ON_A_PAGE:
        choices.append(Choice("members.more", corrections, page + 1))
    key = "members.corrections" if found else "members.no_corrections"
    return Screen(key, {"count": len(found)}, choices=tuple(choices), back=people)


@routes.on
async def show_correction(turn: Turn, correction_id: int) -> Screen:
    """One proposal, to be decided."""
    found = await members.correction(turn.store, turn.person, correction_id)
    values = {"name": found.name, "text": found.text}
    if found.state != "proposed":
        return Screen("members.correction_decided", back=(corrections, 0))
    return Screen(
        "members.correction",
        values,
        choices=(
            Choice("members.approve", approve, correction_id),
            Choice("members.decline", ask_reason, correction_id),
        ),
        back=(corrections, 0),
    )


@routes.on
async def approve(turn: Turn, correction_id: int) -> Screen:
    """Entered into the record; the member is told."""
    found = await members.decide(turn.store, turn.person, correction_id, None, turn.now)
    return Screen("members.approved", {"name": found.name}, back=(corrections, 0))


@routes.on
async def ask_reason(turn: Turn, correction_id: int) -> Screen:
    """A decline needs its reason."""
    return Screen("members.ask_reason", asks=(decline, correction_id), back=(corrections, 0))


@routes.on
async def decline(turn: Turn, correction_id: int) -> Screen:
    """Declined with the typed reason; the member is told."""
    try:
        found = await members.decide(turn.store, turn.person, correction_id, turn.words, turn.now)
    except Refusal as no:
        if not no.key.startswith("members.text_"):
            raise
        again = (decline, correction_id)
        return Screen(no.key, no.values, asks=again, back=(corrections, 0))
    return Screen("members.declined", {"name": found.name}, back=(corrections, 0))


def _page_of_people(chosen: Sequence[Member], which: str, page: int) -> tuple[Choice, ...]:
    start = page * ON_A_PAGE
    choices = [
        Choice("members.one_person", show_person, one.id, name=short(one.name, 26))
        for one in chosen[start : start + ON_A_PAGE]
    ]
    if len(chosen) > start + ON_A_PAGE:
        choices.append(Choice("members.more", listed, which, page + 1))
    return tuple(choices)


def _card(found: Record) -> dict[str, object]:
    member = found.member
    return {
        "name": member.name,
        "unit": member.unit_name,
        "status": words(f"members.status_{member.status}"),
        "born": str(member.born_year or member.born_text or "") or words("members.not_entered"),
        "joined": member.joined_on or member.joined_text or words("members.not_entered"),
        "official": member.official_on or member.official_text or words("members.not_entered"),
        "phone": member.phone or words("members.not_entered"),
        "offices": tuple(_office(office) for office in found.offices),
    }


def _dated(entry: Entry, turn: Turn) -> date | str | Words:
    """A date in words where it is one, else as it was written."""
    day, _ = read_day(entry.dated, "", turn.store.org.today(turn.now))
    return day.on or entry.dated or words("members.no_date")


def _office(office: Office) -> Words:
    return words(f"members.office_{office.role}", unit=office.unit_name)
