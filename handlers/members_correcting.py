"""Corrections of the record: a member proposes them, a leader writes them in or says why not."""

from collections.abc import Sequence
from dataclasses import replace

from handlers import home, keeping
from handlers.dialog import Choice, Place, Screen, Turn
from handlers.marks import Mark
from handlers.members_record import ON_A_PAGE, record
from handlers.members_record import routes as routes
from rules.members import Correction, check_text
from rules.members_lines import lines_meant
from rules.refusal import Refusal
from rules.words import Words, short, short_name, words
from services import members_correcting as correcting

LIKELY = 2  # lines offered at once, beside "another" and "none"
NAME, GIST = 9, 16  # letters of a member and of the proposal on a button
LOOKED_OVER = 160  # letters of a proposal shown once more before it leaves


@routes.command("correct")
async def ask_correction(turn: Turn) -> Screen:
    """What should be corrected, in the member's own words."""
    return Screen("members.ask_correction", asks=look_over, back=record)


@routes.on(marks=Mark.HOLDS | Mark.LISTED | Mark.NO_NUMBER | Mark.LASTS)
async def look_over(turn: Turn) -> Screen:
    """The words once more before they leave; the switchboard keeps them meanwhile."""
    try:
        check_text(turn.words)
    except Refusal as no:
        return Screen(no.key, no.values, asks=look_over, back=record)
    choices = (
        Choice("members.send_correction", send_correction),
        Choice("keeping.throw_away", keeping.throw_away),
    )
    values = {"text": short(turn.words, LOOKED_OVER)}
    return Screen("members.look_over", values, choices, asks=look_over, back=record)


@routes.on(sends=look_over)
async def send_correction(turn: Turn) -> Screen:
    """Asks for what `look_over` showed; without it (an old button), what was proposed is waiting
    already, or it asks for the words themselves."""
    held = keeping.holds(turn, "members.look_over")
    if not held and await correcting.is_waiting(turn.store, turn.person):
        more = Choice("members.go_proposals", proposals)
        return Screen("members.proposed_already", choices=(more,), back=record)
    asks = take_correction if held else look_over
    return Screen("members.ask_correction", asks=asks, back=record)


@routes.on(marks=Mark.LEAVES)
async def take_correction(turn: Turn) -> Screen:
    """The proposal is kept and goes to the secretary."""
    try:
        await correcting.propose(turn.store, turn.person, turn.words, turn.now)
    except Refusal as no:
        return Screen(no.key, no.values, asks=take_correction, back=record)
    return Screen("members.proposed")


@routes.command("proposals")
async def proposals(turn: Turn) -> Screen:
    """What was proposed before, and what became of it."""
    return await proposals_page(turn, 0)


@routes.on
async def proposals_page(turn: Turn, page: int) -> Screen:
    """Three of them, the newest first."""
    found = await correcting.own_corrections(turn.store, turn.person)
    start = page * ON_A_PAGE
    shown = found[start : start + ON_A_PAGE]
    more = Choice("members.more", proposals_page, page + 1)
    return Screen(
        "members.proposals" if shown else "members.no_proposals",
        {"lines": tuple(_proposal_line(one) for one in shown)},
        choices=(more,) if len(found) > start + ON_A_PAGE else (),
        back=record,
        goes_on=page == 0,
    )


# --- deciding --------------------------------------------------------------------------------


@routes.command("corrections", marks=Mark.LEADERS)
async def corrections(turn: Turn) -> Screen:
    """The proposals that wait, the oldest first."""
    return await corrections_page(turn, 0)


@routes.on
async def corrections_page(turn: Turn, page: int) -> Screen:
    """Three of them."""
    found = await correcting.pending(turn.store, turn.person)
    start = page * ON_A_PAGE
    choices = [
        Choice(
            "members.one_correction",
            show_correction,
            one.id,
            name=short_name(one.name, NAME),
            gist=short(one.text, GIST),
        )
        for one in found[start : start + ON_A_PAGE]
    ]
    if len(found) > start + ON_A_PAGE:
        choices.append(Choice("members.more", corrections_page, page + 1))
    key = "members.corrections" if found else "members.no_corrections"
    return Screen(key, {"count": len(found)}, choices=tuple(choices), back=home.home)


@routes.on
async def show_correction(turn: Turn, correction_id: int) -> Screen:
    """One proposal, to be decided."""
    found = await correcting.correction(turn.store, turn.person, correction_id)
    if found.state != "proposed":
        return Screen("members.correction_decided", back=corrections)
    return Screen(
        "members.correction",
        {"name": found.name, "text": found.text},
        choices=(
            Choice("members.approve", choose_line, correction_id),
            Choice("members.decline", ask_reason, correction_id),
        ),
        back=corrections,
    )


@routes.on
async def choose_line(turn: Turn, correction_id: int) -> Screen:
    """Which line of the card it changes: the likeliest first, or none."""
    found = await correcting.correction(turn.store, turn.person, correction_id)
    choices = (
        *_lines(found, lines_meant(found.text)[:LIKELY]),
        Choice("members.other_line", other_lines, correction_id),
        Choice("members.only_add", add_only, correction_id),
    )
    return _which_line(found, choices)


@routes.on
async def other_lines(turn: Turn, correction_id: int) -> Screen:
    """The lines that are less likely."""
    found = await correcting.correction(turn.store, turn.person, correction_id)
    choices = _lines(found, lines_meant(found.text)[LIKELY:])
    return _which_line(found, choices)


@routes.on
async def ask_value(turn: Turn, correction_id: int, line: str) -> Screen:
    """What stands in the line, and what will: as the proposal says, or typed."""
    found, before, wanted = await correcting.line(
        turn.store, turn.person, correction_id, line, turn.now
    )
    as_said = Choice("members.write_as_said", write_as_said, correction_id, line)
    return Screen(
        "members.ask_value" if wanted else "members.type_value",
        {
            "line": _line(line),
            "before": before or words("members.not_entered"),
            "text": short(found.text, LOOKED_OVER),
            **({"wanted": short(wanted, LOOKED_OVER)} if wanted else {}),
        },
        choices=(as_said,) if wanted else (),
        asks=(look_at_line, correction_id, line),
        back=_above(found),
    )


@routes.on
async def write_as_said(turn: Turn, correction_id: int, line: str) -> Screen:
    """Written as the proposal says, which was just shown."""
    _, _, wanted = await correcting.line(turn.store, turn.person, correction_id, line, turn.now)
    return await _write(turn, correction_id, line, wanted or "")


@routes.on(marks=Mark.HOLDS)
async def look_at_line(turn: Turn, correction_id: int, line: str) -> Screen:
    """What was typed once more before it is written; the switchboard keeps it meanwhile."""
    found, before, _ = await correcting.line(turn.store, turn.person, correction_id, line, turn.now)
    return Screen(
        "members.look_at_line",
        {
            "line": _line(line),
            "before": before or words("members.not_entered"),
            "after": short(turn.words, LOOKED_OVER),
        },
        choices=(Choice("members.write_it", write_typed, correction_id, line),),
        asks=(look_at_line, correction_id, line),
        back=_above(found),
    )


@routes.on
async def write_typed(turn: Turn, correction_id: int, line: str) -> Screen:
    """Asks for what `look_at_line` showed; without it (an old button), for the line itself."""
    screen = await ask_value(turn, correction_id, line)
    return replace(screen, asks=(take_line, correction_id, line))


@routes.on
async def take_line(turn: Turn, correction_id: int, line: str) -> Screen:
    """Written into the card; the member is told what stands there now."""
    return await _write(turn, correction_id, line, turn.words)


@routes.on
async def add_only(turn: Turn, correction_id: int) -> Screen:
    """Added to the record as it is; the member is told."""
    found = await correcting.approve(turn.store, turn.person, correction_id, turn.now)
    return Screen("members.approved", {"name": found.name}, back=corrections)


@routes.on
async def ask_reason(turn: Turn, correction_id: int) -> Screen:
    """A decline needs its reason."""
    asks = (look_at_reason, correction_id)
    return Screen("members.ask_reason", asks=asks, back=(show_correction, correction_id))


@routes.on(marks=Mark.HOLDS | Mark.LISTED | Mark.NO_NUMBER | Mark.LASTS)
async def look_at_reason(turn: Turn, correction_id: int) -> Screen:
    """The reason once more before the member reads it; the switchboard keeps it meanwhile."""
    found = await correcting.correction(turn.store, turn.person, correction_id)
    if found.state != "proposed":
        return Screen("members.correction_decided", back=corrections)
    asks = (look_at_reason, correction_id)
    try:
        check_text(turn.words)
    except Refusal as no:
        return _asked_again(no, "members.text_", asks, corrections)
    return Screen(
        "members.look_at_reason",
        {"name": found.name, "reason": short(turn.words, LOOKED_OVER)},
        choices=(
            Choice("members.send_reason", send_reason, correction_id),
            Choice("keeping.throw_away", keeping.throw_away),
        ),
        asks=asks,
        back=(show_correction, correction_id),
    )


@routes.on(sends=look_at_reason)
async def send_reason(turn: Turn, correction_id: int) -> Screen:
    """Asks for what `look_at_reason` showed; without it (an old button), for the reason itself."""
    held = keeping.holds(turn, "members.look_at_reason")
    asks = (decline if held else look_at_reason, correction_id)
    return Screen("members.ask_reason", asks=asks, back=corrections)


@routes.on(marks=Mark.NO_NUMBER)
async def decline(turn: Turn, correction_id: int) -> Screen:
    """Declined with the typed reason; the member is told."""
    try:
        found = await correcting.decline(
            turn.store, turn.person, correction_id, turn.words, turn.now
        )
    except Refusal as no:
        return _asked_again(no, "members.text_", (decline, correction_id), corrections)
    return Screen("members.declined", {"name": found.name}, back=corrections)


async def _write(turn: Turn, correction_id: int, line: str, text: str) -> Screen:
    try:
        found, after = await correcting.write_line(
            turn.store, turn.person, correction_id, line, text, turn.now
        )
    except Refusal as no:
        asks, back = (look_at_line, correction_id, line), (show_correction, correction_id)
        return _asked_again(no, "members.line_", asks, back)
    values = {
        "name": found.name,
        "line": _line(line),
        "value": after,
        "text": short(found.text, LOOKED_OVER),
    }
    more = Choice("members.one_more_line", choose_line, correction_id)
    return Screen("members.written", values, (more,), back=corrections)


def _asked_again(no: Refusal, about: str, asks: Place, back: Place) -> Screen:
    """The question once more when only its answer has to change; any other refusal stands."""
    if not no.key.startswith(about):
        raise no
    return Screen(no.key, no.values, asks=asks, back=back)


def _above(found: Correction) -> Place:
    """The proposal while it is to be decided, else the lines that may be written next."""
    return (show_correction if found.state == "proposed" else choose_line, found.id)


def _which_line(found: Correction, choices: tuple[Choice, ...]) -> Screen:
    back = _above(found) if found.state == "proposed" else corrections
    values = {"name": found.name, "text": short(found.text, LOOKED_OVER)}
    return Screen("members.which_line", values, choices, back=back)


def _lines(found: Correction, lines: Sequence[str]) -> tuple[Choice, ...]:
    return tuple(Choice(f"members.line_of_{line}", ask_value, found.id, line) for line in lines)


def _line(line: str) -> Words:
    return words(f"members.line_of_{line}")


def _proposal_line(one: Correction) -> Words:
    return words(
        f"members.proposal_{one.state}",
        text=short(one.text, 80),
        reason=short(one.reason or "", 80),
    )
