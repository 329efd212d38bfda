"""Notices that were sent: how far they have come, recalling and reminding."""

from dataclasses import replace
from datetime import timedelta

from handlers import calls, home
from handlers.dialog import Choice, Screen, Turn
from handlers.marks import Mark
from handlers.notices_reading import GIST, ON_A_PAGE, routes
from rules.members import Member, to_call
from rules.notices import Notice, Progress
from rules.refusal import Refusal
from rules.words import Words, words
from services import notices_sent

PEOPLE_ON_A_PAGE = 5
MINUTE = timedelta(minutes=1)


@routes.command("sent_notices", marks=Mark.LEADERS)
async def sent_notices(turn: Turn) -> Screen:
    """The unit's notices, the last one first."""
    return await sent_page(turn, 0)


@routes.on
async def sent_page(turn: Turn, page: int) -> Screen:
    """Three of them, each with how far it has come."""
    start = page * ON_A_PAGE
    found = await notices_sent.sent_list(turn.store, turn.person, start, ON_A_PAGE + 1)
    shown = found[:ON_A_PAGE]
    choices = [
        Choice("notices.one", show_progress, one.id, number=one.number, gist=one.gist(GIST))
        for one, _ in shown
    ]
    if len(found) > ON_A_PAGE:
        choices.append(Choice("notices.more", sent_page, page + 1))
    if not shown:
        return Screen("notices.none_sent", back=home.home)
    lines = tuple(_line(turn, one, far) for one, far in shown)
    return Screen("notices.sent_list", {"lines": lines}, choices=tuple(choices), back=home.home)


@routes.on(marks=Mark.LIVES)
async def show_progress(turn: Turn, notice_id: int) -> Screen:
    """How far a notice has come, drawn anew while it goes out and answers come in."""
    found, far = await notices_sent.look(turn.store, turn.person, notice_id)
    if found.state == "recalled":
        return _recalled(turn, found)
    values = {**vars(far), "name": found.name, "state": _state(turn, found, far)}
    return Screen("notices.progress", values, choices=_ways_on(found, far), back=sent_notices)


@routes.on
async def show_content(turn: Turn, notice_id: int) -> Screen:
    """What members read."""
    found, _ = await notices_sent.look(turn.store, turn.person, notice_id)
    back = (show_progress, notice_id)
    return Screen("notices.notice", found.values, media=found.media, back=back, goes_on=True)


@routes.on
async def unanswered(turn: Turn, notice_id: int, page: int) -> Screen:
    """Who has not acknowledged, by name."""
    start = page * PEOPLE_ON_A_PAGE
    count, found, strangers = await notices_sent.unanswered(
        turn.store, turn.person, notice_id, start, PEOPLE_ON_A_PAGE
    )
    more = Choice("notices.more", unanswered, notice_id, page + 1)
    calling = Choice("calls.go", calls.show, "notice", notice_id)
    lines = tuple(_silent_line(one, one.id in strangers) for one in found)
    unlinked = await notices_sent.unlinked(turn.store, notice_id, count) if lines else 0
    return Screen(
        "notices.unanswered" if lines else "notices.everyone_answered",
        {"count": count, "unlinked": unlinked, "lines": lines} if lines else {},
        choices=(*(more,) * (count > start + PEOPLE_ON_A_PAGE), *(calling,) * bool(lines)),
        back=(show_progress, notice_id),
    )


@routes.on
async def recall(turn: Turn, notice_id: int) -> Screen:
    """Taken back before anybody got it. Its words wait as a draft, so nothing is asked first."""
    found = await notices_sent.recall(turn.store, turn.person, notice_id, turn.now)
    return Screen(
        "notices.recalled",
        {"name": found.name},
        choices=(Choice("notices.mend", routes.presses["notices.write_anew"], notice_id),),
        back=sent_notices,
    )


@routes.on
async def pause(turn: Turn, notice_id: int) -> Screen:
    """It is sent to nobody more for now."""
    await notices_sent.pause(turn.store, turn.person, notice_id, turn.now)
    return await _show(turn, notice_id)


@routes.on
async def go_on(turn: Turn, notice_id: int) -> Screen:
    """It is sent on."""
    await notices_sent.go_on(turn.store, turn.person, notice_id, turn.now)
    return await _show(turn, notice_id)


@routes.on
async def ask_stop(turn: Turn, notice_id: int) -> Screen:
    """Say who would not get it, before it is stopped for good."""
    found, far = await notices_sent.look(turn.store, turn.person, notice_id)
    if far.state != "paused":
        return await show_progress(turn, notice_id)
    return Screen(
        "mailings.ask_stop",
        {"about": found.name, "waiting": far.waiting},
        choices=(
            Choice("mailings.not_yet", show_progress, notice_id),
            Choice("mailings.stop_for_good", stop, notice_id),
        ),
        back=(show_progress, notice_id),
    )


@routes.on
async def stop(turn: Turn, notice_id: int) -> Screen:
    """It is sent to nobody more, ever."""
    await notices_sent.stop(turn.store, turn.person, notice_id, turn.now)
    return await _show(turn, notice_id)


@routes.on
async def ask_remind(turn: Turn, notice_id: int) -> Screen:
    """Say how many would be reminded, before it is done."""
    try:
        found, count = await notices_sent.to_remind(turn.store, turn.person, notice_id, turn.now)
    except Refusal as no:
        return _not_reminded(no, notice_id)
    silent, _, _ = await notices_sent.unanswered(turn.store, turn.person, notice_id, 0, 1)
    unlinked = await notices_sent.unlinked(turn.store, notice_id, silent)
    return Screen(
        "notices.ask_remind",
        {"name": found.name, "count": count, "unlinked": unlinked},
        choices=(
            Choice("notices.not_yet", show_progress, notice_id),
            Choice("notices.remind", remind, notice_id, count=count),
        ),
        back=(show_progress, notice_id),
    )


@routes.on
async def remind(turn: Turn, notice_id: int) -> Screen:
    """The reminders are left."""
    try:
        count = await notices_sent.remind(turn.store, turn.person, notice_id, turn.now)
    except Refusal as no:
        return _not_reminded(no, notice_id)
    return Screen("notices.reminded", {"count": count}, back=(show_progress, notice_id))


def _not_reminded(no: Refusal, notice_id: int) -> Screen:
    """Why nobody is, beside the notice it is about."""
    if not no.key.startswith("notices.") or no.key == "notices.not_here":
        raise no
    return Screen(no.key, no.values, back=(show_progress, notice_id))


def _recalled(turn: Turn, notice: Notice) -> Screen:
    anew = Choice("notices.write_anew", routes.presses["notices.write_anew"], notice.id)
    mine = notice.author_id == turn.person.id
    return Screen(
        "notices.was_recalled" if mine else "notices.was_recalled_by_others",
        {"name": notice.name},
        choices=(anew,) * mine,
        back=sent_notices,
    )


async def _show(turn: Turn, notice_id: int) -> Screen:
    """The progress, after a deed: it lives on as if it had been asked for."""
    return replace(await show_progress(turn, notice_id), stands_at=(show_progress, notice_id))


def _silent_line(member: Member, stranger: bool) -> Words:
    """Somebody who has not acknowledged, marked when no message can have arrived."""
    line = to_call(member)
    return words("notices.not_joined", person=line) if stranger else line


def _ways_on(notice: Notice, far: Progress) -> tuple[Choice, ...]:
    unread = (Choice("notices.see_unanswered", unanswered, notice.id, 0),) * bool(far.unanswered)
    content = Choice("notices.see_content", show_content, notice.id)
    if far.state == "paused":
        on = Choice("mailings.go_on", go_on, notice.id)
        return (on, Choice("mailings.stop", ask_stop, notice.id), *unread, content)
    return (*_now(notice, far), *unread, content, Choice("notices.go_sent_notices", sent_notices))


def _now(notice: Notice, far: Progress) -> tuple[Choice, ...]:
    """What can be done about it as it stands."""
    if far.untouched:
        return (Choice("notices.recall", recall, notice.id),)
    if far.waiting:
        return (Choice("mailings.pause", pause, notice.id),)
    if far.unanswered:
        return (Choice("notices.ask_to_remind", ask_remind, notice.id),)
    return ()


def _state(turn: Turn, notice: Notice, far: Progress) -> Words:
    if _still_leaves(turn, notice):
        return words("notices.leaves", when=leaving(turn, notice))
    if far.state == "paused":
        return words("notices.paused")
    if far.stopped:
        return words("notices.stopped", stopped=far.stopped)
    key = "notices.going_out" if far.waiting else "notices.went_out"
    return words(key, at=notice.send_at)


def _line(turn: Turn, notice: Notice, far: Progress) -> Words:
    which = {"number": notice.number, "year": notice.year}
    if notice.state == "recalled":
        return words("notices.line_recalled", **which)
    if _still_leaves(turn, notice):
        return words("notices.line_leaves", **which, when=leaving(turn, notice))
    return words("notices.line", **vars(far), **which)


def leaving(turn: Turn, notice: Notice) -> Words:
    """When it leaves, for who can still recall it: within the minute no clock need be looked at."""
    if notice.send_at and notice.send_at - turn.now <= MINUTE:
        return words("notices.within_a_minute")
    return words("notices.at_the_hour", at=notice.send_at)


def _still_leaves(turn: Turn, notice: Notice) -> bool:
    return notice.send_at is not None and turn.now < notice.send_at
