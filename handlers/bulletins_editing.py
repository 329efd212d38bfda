"""Preparing a bulletin: how it stands, a rehearsal, and one clear approval."""

from collections.abc import Sequence
from dataclasses import replace

from handlers import units
from handlers.bulletins_items import desk_items
from handlers.bulletins_listening import TITLE, for_leaders, item_text
from handlers.bulletins_listening import routes as routes
from handlers.bulletins_reading import give_reading, unread_note
from handlers.bulletins_ways import see_table
from handlers.bulletins_writing import add_directive
from handlers.dialog import Choice, Handler, Screen, Turn
from handlers.marks import Mark
from rules.bulletins import heard_at, month_words
from rules.bulletins_words import named
from rules.refusal import Refusal
from rules.words import Words, words
from services import bulletins as editing
from services.bulletins_desk import Desk, first_open, on_desk
from services.bulletins_proof import ProofPage, changed_pages, proof_pages

UNHEARD = {
    "bulletins.hear_first": "bulletins.hear_first",
    "bulletins.changed_meanwhile": "bulletins.hear_again",
    "bulletins.other_sound": "bulletins.other_sound",
}  # why it is not approved, and what leads on from there
ADD = Choice("bulletins.go_add_directive", add_directive)


@routes.command("edit_bulletin", marks=Mark.LEADERS)
async def edit_bulletin(turn: Turn) -> Screen:
    """The bulletin to be decided on first; an empty desk says what comes next."""
    bulletin_id = await first_open(turn.store, turn.person, turn.now)
    if bulletin_id is not None:
        return await desk(turn, bulletin_id)
    return await _empty(turn)


@routes.on
async def desk(turn: Turn, bulletin_id: int) -> Screen:
    """How a bulletin stands, and what is to be done."""
    return await _shown(turn, await on_desk(turn.store, turn.person, bulletin_id, turn.now))


@routes.on
async def edit_beside(turn: Turn, sent_id: int) -> Screen:
    """The same, for who comes from a bulletin that was sent and goes back there."""
    return replace(await edit_bulletin(turn), back=(for_leaders, sent_id))


@routes.on
async def rehearse(turn: Turn, bulletin_id: int) -> Screen:
    """The whole bulletin as the members will hear it; who has heard it may approve it."""
    found = await on_desk(turn.store, turn.person, bulletin_id, turn.now)
    if found.edits and found.unread:
        return _unread(found)
    found = await editing.approvable(turn.store, turn.person, bulletin_id, turn.now)
    month = month_words(found.plan.month)
    awaits = found.bulletin.state == "collecting"
    return Screen(
        "bulletins.rehearsal" if awaits else "bulletins.rehearsal_again",
        {"month": month, "titles": found.plan.titles()},
        choices=(Choice("bulletins.have_heard_all", hear, bulletin_id, found.mark), _proof(found))
        if awaits
        else (),
        media=found.plan.voice(),
        meanwhile=words("bulletins.recording", month=month),
        back=(desk, bulletin_id),
    )


@routes.on(marks=Mark.BRACKETED)
async def proof(turn: Turn, bulletin_id: int, mark: str, page: int) -> Screen:
    """All that will be said, a screen at a time: who has read it to its end may approve it, too."""
    found = await on_desk(turn.store, turn.person, bulletin_id, turn.now)
    if found.edits and found.unread:
        return _unread(found)
    found = await editing.approvable(turn.store, turn.person, bulletin_id, turn.now)
    if found.mark != mark:
        return await _hear_first(turn, found, "bulletins.hear_again")
    return _leaf(found, proof_pages(turn.store, found.plan, TITLE), page, proof)


@routes.on(marks=Mark.BRACKETED)
async def changes(turn: Turn, bulletin_id: int, mark: str, page: int) -> Screen:
    """The same of what says something else since this person heard or read all of it."""
    found = await on_desk(turn.store, turn.person, bulletin_id, turn.now)
    pages = await _changed(turn, found)
    if not pages or found.mark != mark:
        return await desk(turn, bulletin_id)
    return _leaf(found, pages, page, changes)


async def _changed(turn: Turn, found: Desk) -> list[ProofPage]:
    """What is to be read again, when something was heard and a voice can read what came to it."""
    if found.heard is None or found.is_heard or found.unread:
        return []
    return await changed_pages(turn.store, turn.person, found, TITLE)


def _leaf(found: Desk, pages: Sequence[ProofPage], page: int, reads: Handler) -> Screen:
    """One page, and the way to the next; the last one leads to the approval."""
    bulletin_id, mark = found.bulletin.id, found.mark
    if not 0 <= page < len(pages):
        raise Refusal("bulletins.no_item")
    onward = Choice("bulletins.read_on", reads, bulletin_id, mark, page + 1)
    if page + 1 == len(pages):
        onward = Choice("bulletins.have_read_all", hear, bulletin_id, mark)
    back = (reads, bulletin_id, mark, page - 1) if page else (desk, bulletin_id)
    return replace(_read(pages[page]), choices=(onward,), back=back)


def _read(page: ProofPage) -> Screen:
    if not page.number:
        key = "bulletins.proof_opening" if page.opens else "bulletins.proof_closing"
        return Screen(key, {"text": page.text})
    return item_text(page.number, page.title, page.text)


@routes.on
async def hear(turn: Turn, bulletin_id: int, mark: str) -> Screen:
    """Somebody says to have heard or read all of it: now it may be approved."""
    try:
        found = await editing.hear(turn.store, turn.person, bulletin_id, mark, turn.now)
    except Refusal as no:
        return await _unheard(turn, bulletin_id, no)
    if found.bulletin.state != "collecting":
        return await _shown(turn, found)
    return replace(await _asked(turn, found), stands_at=(ask_approval, bulletin_id))


@routes.on
async def ask_approval(turn: Turn, bulletin_id: int) -> Screen:
    """What approving means, before it is done; who has not heard it yet is asked to."""
    found = await on_desk(turn.store, turn.person, bulletin_id, turn.now)
    if found.edits and found.unread:
        return _unread(found)
    found = await editing.approvable(turn.store, turn.person, bulletin_id, turn.now)
    if not found.is_heard:
        again = found.heard is not None
        return await _hear_first(
            turn, found, "bulletins.hear_again" if again else "bulletins.hear_first"
        )
    return await _asked(turn, found)


async def _asked(turn: Turn, found: Desk) -> Screen:
    bulletin_id = found.bulletin.id
    people, unlinked = await editing.audience(turn.store, found)
    return Screen(
        "bulletins.ask_approval",
        {
            "month": month_words(found.plan.month),
            "count": len(found.items),
            "people": people,
            "unlinked": unlinked,
            "due": found.bulletin.leaves_at(turn.store.org, turn.now),
            "name": turn.person.member.name,
        },
        choices=(Choice("bulletins.do_approve", approve, bulletin_id, found.mark),),
        back=(desk, bulletin_id),
    )


@routes.on
async def approve(turn: Turn, bulletin_id: int, mark: str) -> Screen:
    """Approved by a named person, bound to what was heard.

    It comes as its listeners will have it: so it is made, and its hour need not wait for it. Those
    who like it slower or faster have theirs ready, too.
    """
    try:
        due, plan = await editing.approve(turn.store, turn.person, bulletin_id, mark, turn.now)
    except Refusal as no:
        return await _unheard(turn, bulletin_id, no)
    values = {"due": due, "name": turn.person.member.name}
    speeds = await editing.speeds(turn.store, turn.person, bulletin_id, turn.now)
    media = replace(plan.voice(), approved=(turn.person.member.name, turn.now))
    return Screen(
        "bulletins.approved",
        values,
        media=media,
        others=tuple(heard_at(media, speed) for speed in speeds),
        meanwhile=words("bulletins.approved_recording", due=due),
        back=(desk, bulletin_id),
    )


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


async def _unheard(turn: Turn, bulletin_id: int, no: Refusal) -> Screen:
    """The way to hear what was not heard as it is now; any other refusal stands."""
    if no.key not in UNHEARD:
        raise no
    found = await editing.approvable(turn.store, turn.person, bulletin_id, turn.now)
    return await _hear_first(turn, found, UNHEARD[no.key])


async def _hear_first(turn: Turn, found: Desk, key: str) -> Screen:
    """Nothing is approved unheard."""
    bulletin_id = found.bulletin.id
    changed = await _changed(turn, found)
    return Screen(
        key,
        choices=(
            *((_read_changes(found),) if changed else ()),
            Choice("bulletins.rehearse", rehearse, bulletin_id),
            _proof(found),
        ),
        back=(desk, bulletin_id),
    )


def _unread(found: Desk) -> Screen:
    """What nobody can read for certain, and the way to say how."""
    values = {"count": len(found.unread), "tokens": named(found.unread)}
    ways = (*give_reading(found.bulletin.id, found.unread), see_table())
    return Screen("bulletins.unread", values, ways, back=(desk, found.bulletin.id))


def _proof(found: Desk) -> Choice:
    return Choice("bulletins.read_all", proof, found.bulletin.id, found.mark, 0)


def _read_changes(found: Desk) -> Choice:
    return Choice("bulletins.read_changes", changes, found.bulletin.id, found.mark, 0)


async def _empty(turn: Turn) -> Screen:
    month, due = await editing.next_due(turn.store, turn.person, turn.now)
    key = "bulletins.desk_empty_late" if turn.now >= due else "bulletins.desk_empty"
    values = {"month": month_words(month), "due": due}
    return Screen(key, values, choices=(ADD,), back=units.lead)


async def _shown(turn: Turn, found: Desk) -> Screen:
    bulletin = found.bulletin
    bulletin.check_open()
    if not found.items:
        return await _empty(turn)
    late, changed = bulletin.awaits_late(turn.now), bool(await _changed(turn, found))
    values = {
        "month": month_words(bulletin.month),
        "count": len(found.items),
        "due": bulletin.leaves_at(turn.store.org, turn.now),
        "name": bulletin.approver or "",
        "note": _note(found, late=late, changed=changed),
    }
    choices = _deeds(found, late=late, changed=changed)
    return Screen(_title(found, late=late), values, choices=choices, back=units.lead)


def _title(found: Desk, *, late: bool) -> str:
    if found.bulletin.state == "approved":
        return "bulletins.desk_approved"
    return "bulletins.desk_late" if late else "bulletins.desk"


def _note(found: Desk, *, late: bool, changed: bool) -> Words | str:
    if found.edits:
        return unread_note(found.unread) or _heard_note(found, changed=changed)
    unit = found.bulletin.unit_name
    if found.bulletin.state == "approved":
        return words("bulletins.whom_to_ask", unit=unit)
    if late:
        return words("bulletins.waits_for", unit=unit)
    return words("bulletins.who_approves", unit=unit)


def _deeds(found: Desk, *, late: bool, changed: bool) -> tuple[Choice, ...]:
    bulletin_id = found.bulletin.id
    see = Choice("bulletins.see_items", desk_items, bulletin_id, 0)
    if not found.edits:
        return (see, ADD)
    hearing = give_reading(bulletin_id, found.unread) or (
        Choice("bulletins.rehearse", rehearse, bulletin_id),
    )
    if found.bulletin.state == "approved":
        return (see, *hearing, Choice("bulletins.withdraw", withdraw, bulletin_id), ADD)
    last = Choice("bulletins.skip", ask_skip, bulletin_id) if late else ADD
    if found.unread:
        return (see, *hearing, last, see_table())
    if found.is_heard:
        return (see, *hearing, Choice("bulletins.approve", ask_approval, bulletin_id), last)
    if changed:
        return (_read_changes(found), *hearing, see, last)
    return (*hearing, _proof(found), see, last)


def _heard_note(found: Desk, *, changed: bool) -> Words | str:
    """Whether it may be approved already, or is to be heard first, or once more."""
    if found.bulletin.state == "approved":
        return ""
    if found.is_heard:
        return words("bulletins.is_heard")
    if changed:
        return words("bulletins.to_hear_changes")
    return words("bulletins.to_hear_again" if found.heard else "bulletins.to_hear")
