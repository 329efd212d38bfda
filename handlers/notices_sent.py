"""Notices that were sent: how far they have come, recalling and reminding."""

from handlers.dialog import Choice, Screen, Turn
from handlers.notices_reading import GIST, ON_A_PAGE, routes
from rules.members import Member
from rules.notices import Notice, Progress
from rules.words import Words, words
from services import notices_sent

PEOPLE_ON_A_PAGE = 5


@routes.command("sent_notices", leaders=True)
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
        return Screen("notices.none_sent")
    lines = tuple(_line(one, far) for one, far in shown)
    return Screen("notices.sent_list", {"lines": lines}, choices=tuple(choices))


@routes.on(lives=True)
async def show_progress(turn: Turn, notice_id: int) -> Screen:
    """How far a notice has come, drawn anew while it goes out and answers come in."""
    found, far = await notices_sent.look(turn.store, turn.person, notice_id)
    if found.state == "recalled":
        return Screen("notices.was_recalled", {"name": found.name}, back=sent_notices)
    values = {**vars(far), "name": found.name, "state": _state(turn, found, far)}
    return Screen("notices.progress", values, choices=_ways_on(found, far))


@routes.on
async def show_content(turn: Turn, notice_id: int) -> Screen:
    """What members read."""
    found, _ = await notices_sent.look(turn.store, turn.person, notice_id)
    back = (show_progress, notice_id)
    return Screen("notices.notice", found.values, media=found.media, back=back)


@routes.on
async def unanswered(turn: Turn, notice_id: int, page: int) -> Screen:
    """Who has not acknowledged, by name."""
    found = await notices_sent.unanswered(turn.store, turn.person, notice_id)
    start = page * PEOPLE_ON_A_PAGE
    more = Choice("notices.more", unanswered, notice_id, page + 1)
    lines = tuple(person_line(one) for one in found[start : start + PEOPLE_ON_A_PAGE])
    return Screen(
        "notices.unanswered" if lines else "notices.everyone_answered",
        {"count": len(found), "lines": lines} if lines else {},
        choices=(more,) if len(found) > start + PEOPLE_ON_A_PAGE else (),
        back=(show_progress, notice_id),
    )


@routes.on
async def recall(turn: Turn, notice_id: int) -> Screen:
    """Taken back before anybody got it. Its words wait as a draft, so nothing is asked first."""
    found = await notices_sent.recall(turn.store, turn.person, notice_id, turn.now)
    return Screen(
        "notices.recalled",
        {"name": found.name},
        choices=(Choice("notices.mend", routes.commands["write_notice"]),),
        back=sent_notices,
    )


@routes.on
async def ask_remind(turn: Turn, notice_id: int) -> Screen:
    """Say how many would be reminded, before it is done."""
    found, ids = await notices_sent.to_remind(turn.store, turn.person, notice_id, turn.now)
    return Screen(
        "notices.ask_remind",
        {"name": found.name, "count": len(ids)},
        choices=(
            Choice("notices.not_yet", show_progress, notice_id),
            Choice("notices.remind", remind, notice_id, count=len(ids)),
        ),
        back=(show_progress, notice_id),
    )


@routes.on
async def remind(turn: Turn, notice_id: int) -> Screen:
    """The reminders are left."""
    count = await notices_sent.remind(turn.store, turn.person, notice_id, turn.now)
    return Screen("notices.reminded", {"count": count}, back=(show_progress, notice_id))


def person_line(member: Member) -> Words:
    """Somebody to call: the name, and the number when it is known."""
    if member.phone:
        return words("notices.person", name=member.name, phone=member.phone)
    return words("notices.person_without_phone", name=member.name)


def _ways_on(notice: Notice, far: Progress) -> tuple[Choice, ...]:
    choices = [
        Choice("notices.see_content", show_content, notice.id),
        Choice("notices.go_sent_notices", sent_notices),
    ]
    if far.unanswered:
        choices.insert(0, Choice("notices.see_unanswered", unanswered, notice.id, 0))
    if far.untouched:
        choices.insert(0, Choice("notices.recall", recall, notice.id))
    elif far.unanswered:
        choices.insert(0, Choice("notices.ask_to_remind", ask_remind, notice.id))
    return tuple(choices)


def _state(turn: Turn, notice: Notice, far: Progress) -> Words:
    if notice.send_at and turn.now < notice.send_at:
        return words("notices.leaves", at=notice.send_at)
    key = "notices.going_out" if far.waiting else "notices.went_out"
    return words(key, at=notice.send_at)


def _line(notice: Notice, far: Progress) -> Words:
    if notice.state == "recalled":
        return words("notices.line_recalled", number=notice.number, year=notice.year)
    return words("notices.line", **vars(far), number=notice.number, year=notice.year)
