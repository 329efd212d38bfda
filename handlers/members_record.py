"""My record: a card, its entries, and who looked at it."""

from datetime import date

from handlers.dialog import Choice, Place, Routes, Screen, Turn
from handlers.marks import Mark
from rules.members import Entry, Member, spoken_source
from rules.members_lines import standing
from rules.roster_cells import read_day
from rules.units import Office
from rules.words import Words, short, words
from services import members
from services.members import Record

routes = Routes("members")
ON_A_PAGE = 3
LOOKS = 5
ON_CARD = ("joined", "address", "phone")
LONGEST_ENTRY = 300  # characters: three of them fit one message


@routes.command("record", marks=Mark.LOOKS)
async def record(turn: Turn) -> Screen:
    """The own record: a card, and the ways on."""
    found = await members.look(turn.store, turn.person, turn.person.id, turn.now)
    return Screen(
        "members.card",
        card(found),
        choices=(
            Choice("members.see_entries", own_entries, 0),
            Choice("members.propose", routes.commands["correct"]),
            Choice("members.see_proposals", routes.commands["proposals"]),
            Choice("members.see_looks", looks),
        ),
    )


@routes.on
async def own_entries(turn: Turn, page: int) -> Screen:
    """Every entry of the own record with its date and source, three at a time."""
    found = await members.look(turn.store, turn.person, turn.person.id, turn.now)
    more = Choice("members.more", own_entries, page + 1)
    return entries_screen(turn, found, page, more, record)


def entries_screen(turn: Turn, found: Record, page: int, more: Choice, back: Place) -> Screen:
    """Three entries of somebody's record, and `more` of them."""
    start = page * ON_A_PAGE
    listed = _from_the_list(found.member)
    none = (words("members.entry_none"),) if listed and not found.entries else ()
    every = (*none, *listed, *(_entry(entry, turn) for entry in found.entries))
    lines = every[start : start + ON_A_PAGE]
    return Screen(
        "members.entries" if lines else "members.no_entries",
        {"name": found.member.name, "lines": lines},
        choices=(more,) if len(every) > start + ON_A_PAGE else (),
        back=back,
        goes_on=page == 0,
    )


@routes.on
async def looks(turn: Turn) -> Screen:
    """Who looked at the own record."""
    return await looks_page(turn, 0)


@routes.on
async def looks_page(turn: Turn, page: int) -> Screen:
    """Five at a time, the newest first."""
    start = page * LOOKS
    rows = await members.who_looked(turn.store, turn.person, start + LOOKS + 1)
    shown = rows[start : start + LOOKS]
    lines = tuple(words("members.look", name=row["name"], at=row["at"]) for row in shown)
    more = Choice("members.more", looks_page, page + 1)
    return Screen(
        "members.looks" if lines else "members.no_looks",
        {"lines": lines},
        choices=(more,) if len(rows) > start + LOOKS else (),
        goes_on=page == 0,
    )


def card(found: Record) -> dict[str, object]:
    """The lines of the card."""
    member = found.member
    return {
        "name": member.name,
        "places": (_in_unit(member), *(_office(office) for office in found.offices)),
        **{line: standing(line, member) or words("members.not_entered") for line in ON_CARD},
        "born": _born(member),
        "sex": words(f"members.sex_{member.sex or 'unknown'}"),
        "official": _official(member),
    }


def _in_unit(member: Member) -> Words:
    status = words(f"members.status_{member.status}")
    return words("members.in_unit", unit=member.unit_name, status=status)


def _from_the_list(member: Member) -> tuple[Words, ...]:
    """What the member list says and the card has no room for, and which list that is."""
    native = member.native_place and words(
        "members.entry_native", text=short(member.native_place, LONGEST_ENTRY)
    )
    source = member.source and words(
        "members.entry_card", source=spoken_source(member.source, member.listed_on)
    )
    return tuple(one for one in (source, native) if one)


def _born(member: Member) -> date | str | Words:
    if member.born_year and not member.born:
        return words("members.in_year", year=member.born_year)
    return member.born or member.born_text or words("members.not_entered")


def _official(member: Member) -> date | str | Words:
    """Since when she is a full member; a probationary member is on the way there."""
    missing = "on_probation" if member.status == "probationary" else "not_entered"
    return standing("official", member) or words(f"members.{missing}")


def _entry(entry: Entry, turn: Turn) -> Words:
    text = _day_or_text(entry.text, turn) if entry.kind.startswith("former_") else entry.text
    return words(
        f"members.entry_{entry.kind}",
        text=short(text, LONGEST_ENTRY) if isinstance(text, str) else text,
        dated=_day_or_text(entry.dated, turn) or words("members.no_date"),
        source=spoken_source(entry.source, entry.listed_on),
    )


def _day_or_text(written: str | None, turn: Turn) -> date | str | None:
    """A date where it is one, to be said in words; else as it was written."""
    day, _ = read_day(written, "", turn.store.org.today(turn.now))
    return day.on or written


def _office(office: Office) -> Words:
    return words(f"members.office_{office.role}", unit=office.unit_name)
