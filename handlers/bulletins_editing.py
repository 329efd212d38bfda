"""Preparing a bulletin: how it stands, a rehearsal, and one clear approval."""

from handlers.bulletins_items import desk_items, give_reading, unread_note
from handlers.bulletins_listening import routes as routes
from handlers.bulletins_writing import add_directive
from handlers.dialog import Choice, Screen, Turn
from rules.bulletins import month_words
from rules.words import Words, words
from services import bulletins as editing
from services.bulletins_desk import Desk, first_open, on_desk

ADD = Choice("bulletins.go_add_directive", add_directive)


@routes.command("edit_bulletin", leaders=True)
async def edit_bulletin(turn: Turn) -> Screen:
    """The bulletin to be decided on first; an empty desk says what comes next."""
    bulletin_id = await first_open(turn.store, turn.person, turn.now)
    if bulletin_id is not None:
        return await _shown(turn, bulletin_id)
    return await _empty(turn)


@routes.on
async def desk(turn: Turn, bulletin_id: int) -> Screen:
    """How a bulletin stands, and what is to be done."""
    return await _shown(turn, bulletin_id)


@routes.on
async def rehearse(turn: Turn, bulletin_id: int) -> Screen:
    """The whole bulletin as the members will hear it."""
    found = await editing.approvable(turn.store, turn.person, bulletin_id, turn.now)
    collecting = found.bulletin.state == "collecting"
    return Screen(
        "bulletins.rehearsal",
        {"month": month_words(found.plan.month), "titles": found.plan.titles()},
        choices=(Choice("bulletins.approve", ask_approval, bulletin_id),) if collecting else (),
        media=found.plan.voice(),
        back=(desk, bulletin_id),
    )


@routes.on
async def ask_approval(turn: Turn, bulletin_id: int) -> Screen:
    """What approving means, before it is done."""
    found = await editing.approvable(turn.store, turn.person, bulletin_id, turn.now)
    return Screen(
        "bulletins.ask_approval",
        {
            "month": month_words(found.plan.month),
            "count": len(found.items),
            "people": found.people,
            "due": found.bulletin.leaves_at(turn.store.org, turn.now),
            "name": turn.person.member.name,
        },
        choices=(Choice("bulletins.do_approve", approve, bulletin_id, found.mark),),
        back=(desk, bulletin_id),
    )


@routes.on
async def approve(turn: Turn, bulletin_id: int, mark: str) -> Screen:
    """Approved by a named person, bound to what was shown.

    What was approved is heard at once: so it is made, and its hour need not wait for it.
    """
    due = await editing.approve(turn.store, turn.person, bulletin_id, mark, turn.now)
    found = await on_desk(turn.store, turn.person, bulletin_id, turn.now)
    values = {"due": due, "name": turn.person.member.name}
    voice = found.bulletin.approved.voice()
    return Screen("bulletins.approved", values, media=voice, back=(desk, bulletin_id))


@routes.on
async def withdraw(turn: Turn, bulletin_id: int) -> Screen:
    """The approval is taken back; nothing is sent until there is a new one."""
    await editing.withdraw(turn.store, turn.person, bulletin_id, turn.now)
    return Screen("bulletins.withdrawn", back=(desk, bulletin_id))


@routes.on
async def ask_skip(turn: Turn, bulletin_id: int) -> Screen:
    """Giving a bulletin up cannot be undone: say what is lost."""
    found = await on_desk(turn.store, turn.person, bulletin_id, turn.now)
    return Screen(
        "bulletins.ask_skip",
        {"month": month_words(found.bulletin.month), "count": len(found.items)},
        choices=(Choice("bulletins.do_skip", skip, bulletin_id),),
        back=(desk, bulletin_id),
    )


@routes.on
async def skip(turn: Turn, bulletin_id: int) -> Screen:
    """This bulletin will not be sent."""
    await editing.skip(turn.store, turn.person, bulletin_id, turn.now)
    return Screen("bulletins.skipped", back=edit_bulletin)


async def _empty(turn: Turn) -> Screen:
    month, due = await editing.next_due(turn.store, turn.person, turn.now)
    key = "bulletins.desk_empty_late" if turn.now >= due else "bulletins.desk_empty"
    return Screen(key, {"month": month_words(month), "due": due}, choices=(ADD,))


async def _shown(turn: Turn, bulletin_id: int) -> Screen:
    found = await on_desk(turn.store, turn.person, bulletin_id, turn.now)
    bulletin = found.bulletin
    bulletin.check_open()
    if not found.items:
        return await _empty(turn)
    late = bulletin.awaits_late(turn.now)
    values = {
        "month": month_words(bulletin.month),
        "count": len(found.items),
        "due": bulletin.leaves_at(turn.store.org, turn.now),
        "name": bulletin.approver or "",
        "note": _note(found, late=late),
    }
    return Screen(_title(found, late=late), values, choices=_deeds(found, late=late))


def _title(found: Desk, *, late: bool) -> str:
    if found.bulletin.state == "approved":
        return "bulletins.desk_approved"
    return "bulletins.desk_late" if late else "bulletins.desk"


def _note(found: Desk, *, late: bool) -> Words | str:
    if found.edits:
        return unread_note(found.unread)
    unit = found.bulletin.unit_name
    if found.bulletin.state == "approved":
        return words("bulletins.whom_to_ask", unit=unit)
    if late:
        return words("bulletins.waits_for", unit=unit)
    return words("bulletins.who_approves", unit=unit)


def _deeds(found: Desk, *, late: bool) -> tuple[Choice, ...]:
    bulletin_id = found.bulletin.id
    see = Choice("bulletins.see_items", desk_items, bulletin_id, 0)
    if not found.edits:
        return (see, ADD)
    hear = give_reading(bulletin_id, found.unread) or (
        Choice("bulletins.rehearse", rehearse, bulletin_id),
    )
    if found.bulletin.state == "approved":
        return (see, *hear, Choice("bulletins.withdraw", withdraw, bulletin_id), ADD)
    approve_it = Choice("bulletins.approve", ask_approval, bulletin_id)
    last = Choice("bulletins.skip", ask_skip, bulletin_id) if late else ADD
    return (see, *hear, approve_it, last)
