"""Check-in as the secretary runs it: the code on the screen, and names ticked by hand."""

from collections.abc import Sequence

from handlers import meetings_leading
from handlers.dialog import Choice, Place, Screen, Turn
from handlers.marks import Mark
from handlers.meetings_invited import ON_A_PAGE, check_in, next_meeting, routes
from rules.attendance import Attendee, code
from rules.meetings import Meeting
from rules.members import labels, matching
from rules.words import Words, words
from services import attendance
from services import meetings_leading as leading


@routes.command("come_in")
async def come_in(turn: Turn) -> Screen:
    """The code of the door that is open; of one that is near, why it is not; else what is next.
    Who leads the meeting is led to its code, or to where check-in is opened."""
    near = await attendance.door_for(turn.store, turn.person, turn.now)
    if near is None:
        return await next_meeting(turn)
    if not (turn.person.leads(near.unit_path) and near.may("check_in", turn.now)):
        return await check_in(turn, near.id)
    if near.opened_at:
        return await take_attendance(turn, near.id)
    return await meetings_leading.lead_meeting(turn, near.id)


@routes.on(marks=Mark.LIVES)
async def take_attendance(turn: Turn, meeting_id: int) -> Screen:
    """The code to read out, and how many are there; both change while it stands open. The first
    look opens check-in."""
    await attendance.open_check_in(turn.store, turn.person, meeting_id, turn.now)
    meeting, count = await leading.standing(turn.store, turn.person, meeting_id)
    going = meeting.may("end", turn.now)
    ending = (Choice("meetings.end", meetings_leading.ask_end, meeting_id),) if going else ()
    return Screen(
        "meetings.attendance",
        {"code": code(meeting.secret, turn.now), **vars(count)},
        choices=(
            Choice("meetings.tick_names", tick, meeting_id, 0),
            Choice("meetings.who_came", came, meeting_id, 0),
            *ending,
        ),
        back=meetings_leading.lead_meetings,
    )


@routes.on
async def tick(turn: Turn, meeting_id: int, page: int) -> Screen:
    """Who is not there yet, three names at a time; pressing a name ticks it."""
    return await _names(turn, meeting_id, page, words("meetings.tick_hint"))


@routes.on(marks=Mark.SEARCHES)
async def tick_named(turn: Turn, meeting_id: int) -> Screen:
    """Who is not there yet and is called what was typed: one alone is ticked."""
    people = await attendance.not_arrived(turn.store, turn.person, meeting_id)
    found = matching(people, turn.words)
    if len(found) == 1:
        return await mark(turn, meeting_id, found[0].member_id, 0)
    news = words("members.some_found", count=len(found)) if found else words("members.nobody_found")
    return await _names(turn, meeting_id, 0, news, found)


@routes.on
async def mark(turn: Turn, meeting_id: int, member_id: int, page: int) -> Screen:
    """This member is there; the next names follow."""
    one = await attendance.mark(turn.store, turn.person, meeting_id, member_id, turn.now)
    return await _names(turn, meeting_id, page, words("meetings.ticked", name=one.name))


@routes.on
async def came(turn: Turn, meeting_id: int, page: int) -> Screen:
    """Who is there, three at a time; each can be unmarked or said to leave."""
    people = await attendance.arrived(turn.store, turn.person, meeting_id)
    start = page * ON_A_PAGE
    shown, called = people[start : start + ON_A_PAGE], labels(people)
    choices = [
        Choice("meetings.as_it_is", arrival, meeting_id, one.member_id, text=called[one.member_id])
        for one in shown
    ]
    if len(people) > start + ON_A_PAGE:
        choices.append(Choice("meetings.more", came, meeting_id, page + 1))
    key = "meetings.came" if shown else "meetings.nobody_came"
    values = {"count": len(people), "left": sum(one.left for one in people)}
    back = await _back(turn, meeting_id)
    return Screen(key, values, tuple(choices), back=back)


async def _back(turn: Turn, meeting_id: int) -> Place:
    """Where the names are looked at from: the door, and afterwards the meeting itself."""
    meeting = await leading.led(turn.store, turn.person, meeting_id)
    open_now = meeting.may("check_in", turn.now)
    return (take_attendance if open_now else meetings_leading.lead_meeting, meeting_id)


@routes.on
async def arrival(turn: Turn, meeting_id: int, member_id: int) -> Screen:
    """When one member came and left, and what can be put right."""
    meeting = await leading.led(turn.store, turn.person, meeting_id)
    one = await attendance.one_led(turn.store, turn.person, meeting_id, member_id)
    return Screen(
        "meetings.arrival",
        {"name": one.name, "how": _how(meeting, one)},
        choices=(
            *_corrections(turn, meeting, one),
            Choice("meetings.who_came", came, meeting_id, 0),
        ),
        back=await _back(turn, meeting_id),
    )


@routes.on
async def unmark(turn: Turn, meeting_id: int, member_id: int) -> Screen:
    """Ticked by mistake."""
    await attendance.unmark(turn.store, turn.person, meeting_id, member_id, turn.now)
    return await arrival(turn, meeting_id, member_id)


@routes.on
async def mark_leaving(turn: Turn, meeting_id: int, member_id: int) -> Screen:
    """This member leaves early."""
    await attendance.leave(turn.store, turn.person, meeting_id, member_id, turn.now)
    return await arrival(turn, meeting_id, member_id)


@routes.on
async def mark_staying(turn: Turn, meeting_id: int, member_id: int) -> Screen:
    """This member did not leave, or is back."""
    await attendance.stay(turn.store, turn.person, meeting_id, member_id, turn.now)
    return await arrival(turn, meeting_id, member_id)


async def _names(
    turn: Turn, meeting_id: int, page: int, news: Words, only: Sequence[Attendee] = ()
) -> Screen:
    """The names still to be ticked, or some of them; each can be typed, too. Ticking shortens the
    list: a page past its end is the first."""
    everyone = await attendance.not_arrived(turn.store, turn.person, meeting_id)
    people = only or everyone
    start = page * ON_A_PAGE if page * ON_A_PAGE < len(people) else 0
    page = start // ON_A_PAGE
    called = labels(people)
    choices = [
        Choice(
            "meetings.as_it_is", mark, meeting_id, one.member_id, page, text=called[one.member_id]
        )
        for one in people[start : start + ON_A_PAGE]
    ]
    if len(people) > ON_A_PAGE:
        choices.append(Choice("meetings.more", tick, meeting_id, page + 1))
    values = {"count": len(everyone), "news": news}
    if not people:
        return Screen("meetings.all_came", values, back=(take_attendance, meeting_id))
    asks, back = (tick_named, meeting_id), (take_attendance, meeting_id)
    return Screen("meetings.tick", values, tuple(choices), asks=asks, back=back)


def _how(meeting: Meeting, one: Attendee) -> Words:
    if one.arrived_at is None:
        return words("meetings.how_absent")
    if one.left_at:
        return words("meetings.how_left", at=one.arrived_at, left=one.left_at)
    late = one.late(meeting.starts_at)
    return words("meetings.how_late" if late else "meetings.how_here", at=one.arrived_at)


def _corrections(turn: Turn, meeting: Meeting, one: Attendee) -> tuple[Choice, ...]:
    if not one.present or not meeting.may("check_in", turn.now):
        return ()
    unmarking = Choice("meetings.unmark", unmark, meeting.id, one.member_id)
    if not meeting.may("leave", turn.now):
        return (unmarking,)
    if one.left_at:
        return (Choice("meetings.back_again", mark_staying, meeting.id, one.member_id), unmarking)
    return (Choice("meetings.mark_leaving", mark_leaving, meeting.id, one.member_id), unmarking)
