"""The leader's meetings: how the answers stand, who is silent, and the way to everything else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from handlers import attendance, calls, home, meetings_changing
from handlers.dialog import Choice, Handler, Place, Screen, Turn
from handlers.marks import Mark
from handlers.meetings_calling import call_meeting
from handlers.meetings_invited import MOST, ON_A_PAGE, by_time, routes
from rules.attendance import who_counts
from rules.mailings import reach
from rules.meetings import Meeting
from rules.meetings_summary import told
from rules.members import labels, to_call
from rules.messages import Media
from rules.words import short, words
from services import attendance as rows
from services import meetings_ending as ending
from services import meetings_leading as leading

NAMES_SHOWN = 6
ABSENT_SHOWN = 5  # names with their reason
UNIT_SHOWN = 19  # characters, so that the day fits on the button as well


@routes.command("lead_meetings", marks=Mark.LEADERS | Mark.LIVES)
async def lead_meetings(turn: Turn) -> Screen:
    """The meetings ahead and going on; a single one is shown at once."""
    led = await leading.all_led(turn.store, turn.person)
    if not led:
        choices = (Choice("meetings.go_call_meeting", call_meeting), *await _way_to_ended(turn))
        return Screen("meetings.none_led", choices=choices, back=home.home)
    return await lead_meeting(turn, led[0].id) if len(led) == 1 else await led_list(turn, 0)


@routes.on
async def led_list(turn: Turn, page: int) -> Screen:
    """Three meetings at a time."""
    led = await leading.all_led(turn.store, turn.person)
    screen = _listed(turn, led, page, led_list, "meetings.led")
    if len(led) > (page + 1) * ON_A_PAGE:
        return screen
    return replace(screen, choices=(*screen.choices, *await _way_to_ended(turn)))


@routes.on
async def ended_list(turn: Turn, page: int) -> Screen:
    """Three meetings at a time that are over, the last one first."""
    over = await leading.ended(turn.store, turn.person)
    return replace(_listed(turn, over, page, ended_list, "meetings.past"), back=lead_meetings)


def _listed(turn: Turn, every: Sequence[Meeting], page: int, pages: Handler, key: str) -> Screen:
    """One page of meetings, each behind a button; `pages` turns to the next."""
    start = page * ON_A_PAGE
    shown = every[start : start + ON_A_PAGE]
    several = len({one.unit_id for one in every}) > 1
    choices = list((_by_unit if several else _by_time)(turn, shown))
    if len(every) > start + ON_A_PAGE:
        choices.append(Choice("meetings.more", pages, page + 1))
    lines = tuple(
        words("meetings.led_line", unit=one.unit_name, name=one.name, day=_day(turn, one))
        for one in shown
    )
    key = key if lines else "meetings.none_led"
    return Screen(key, {"lines": lines}, tuple(choices), back=home.home)


async def _way_to_ended(turn: Turn) -> tuple[Choice, ...]:
    over = await leading.ended(turn.store, turn.person, most=1)
    return (Choice("meetings.see_past", ended_list, 0),) if over else ()


@routes.on(marks=Mark.LIVES)
async def lead_meeting(turn: Turn, meeting_id: int) -> Screen:
    """One meeting in numbers, drawn anew while answers and people come in."""
    meeting, count = await leading.standing(turn.store, turn.person, meeting_id)
    stage = meeting.stage(turn.now)
    deeds = tuple(_deeds(turn, meeting))
    past = () if stage == "over" else await _way_to_ended(turn)
    several = len(await leading.all_led(turn.store, turn.person)) > 1
    back: Place = (led_list, 0) if several or past else home.home
    return Screen(
        f"meetings.lead_{stage}",
        {
            "name": meeting.name,
            "unit": meeting.unit_name,
            "starts": meeting.starts_at,
            **vars(count),
            "counted": who_counts(count),
        },
        choices=(*deeds, *past)[:MOST],
        back=(ended_list, 0) if stage == "over" else back,
    )


def _deeds(turn: Turn, meeting: Meeting) -> Iterator[Choice]:
    """What a leader can do with the meeting now, the likeliest first."""
    if meeting.may("check_in", turn.now):
        label = "meetings.see_code" if meeting.opened_at else "meetings.take_attendance"
        yield Choice(label, attendance.take_attendance, meeting.id)
    if meeting.may("answer", turn.now):
        yield Choice("meetings.who_is_silent", silent, meeting.id, 0)
    if meeting.stage(turn.now) in ("going", "over"):
        yield Choice("meetings.who_was_absent", absent, meeting.id, 0)
    if meeting.stage(turn.now) != "over":
        yield Choice("meetings.who_declined", declined, meeting.id, 0)
    if meeting.may("move", turn.now):
        yield Choice("meetings.change", meetings_changing.change, meeting.id)
    if meeting.may("end", turn.now):
        yield Choice("meetings.end", ask_end, meeting.id)
    if meeting.stage(turn.now) == "over":
        yield Choice("meetings.who_came", attendance.came, meeting.id, 0)
        yield Choice("meetings.see_summary", lead_summary, meeting.id)


# --- who answered what -----------------------------------------------------------------------


@routes.on
async def silent(turn: Turn, meeting_id: int, page: int) -> Screen:
    """Who has not answered, by name; they can be asked once more."""
    people = await leading.unanswered(turn.store, turn.person, meeting_id)
    start = page * NAMES_SHOWN
    lines = tuple(to_call(one) for one in people[start : start + NAMES_SHOWN])
    if not lines:
        return Screen("meetings.nobody_silent", back=(lead_meeting, meeting_id), goes_on=True)
    meeting = await leading.led(turn.store, turn.person, meeting_id)
    joined = len(people) - await leading.unlinked(turn.store, meeting)
    choices = [Choice("meetings.remind", ask_remind, meeting_id, count=joined)] if joined else []
    if len(people) > start + NAMES_SHOWN:
        choices.append(Choice("meetings.more", silent, meeting_id, page + 1))
    choices.append(Choice("calls.go", calls.show, "meeting", meeting_id))
    values = {"count": len(people), "unlinked": len(people) - joined, "lines": lines}
    return Screen("meetings.silent", values, tuple(choices), back=(lead_meeting, meeting_id))


@routes.on
async def ask_remind(turn: Turn, meeting_id: int) -> Screen:
    """Name whom it goes to before it goes."""
    meeting = await leading.led(turn.store, turn.person, meeting_id)
    count = len(await leading.unanswered(turn.store, turn.person, meeting_id))
    unlinked = await leading.unlinked(turn.store, meeting)
    choices = (
        Choice("meetings.not_now", lead_meeting, meeting_id),
        Choice("meetings.remind", remind, meeting_id, count=count - unlinked),
    )
    values = {"count": count, "reach": reach(count, unlinked)}
    return Screen("meetings.ask_remind", values, choices, back=(lead_meeting, meeting_id))


@routes.on
async def remind(turn: Turn, meeting_id: int) -> Screen:
    """Ask those who have not answered once more."""
    told, unlinked = await leading.remind(turn.store, turn.person, meeting_id, turn.now)
    if not told:
        return Screen("meetings.reminded_already", back=(lead_meeting, meeting_id))
    values = {"count": told, "reach": reach(told, unlinked)}
    return Screen("meetings.reminded", values, back=(lead_meeting, meeting_id))


@routes.on
async def declined(turn: Turn, meeting_id: int, page: int) -> Screen:
    """Who cannot come, three at a time; each leads to the reason."""
    people = await leading.declined(turn.store, turn.person, meeting_id)
    start = page * ON_A_PAGE
    shown, called = people[start : start + ON_A_PAGE], labels(people)
    choices = [
        Choice("meetings.as_it_is", absence, meeting_id, one.member_id, text=called[one.member_id])
        for one in shown
    ]
    if len(people) > start + ON_A_PAGE:
        choices.append(Choice("meetings.more", declined, meeting_id, page + 1))
    key = "meetings.declined" if shown else "meetings.nobody_declined"
    values = {"count": len(people)}
    return Screen(key, values, tuple(choices), back=(lead_meeting, meeting_id))


@routes.on
async def absence(turn: Turn, meeting_id: int, member_id: int) -> Screen:
    """Why one member cannot come, as it was typed, spoken or photographed."""
    one = await rows.one_led(turn.store, turn.person, meeting_id, member_id)
    return Screen(
        "meetings.absence" if one.reason else "meetings.absence_in_file",
        {"name": one.name, "reason": one.reason or ""},
        choices=(Choice("meetings.who_declined", declined, meeting_id, 0),),
        media=Media(one.media_kind, one.media_id) if one.media_kind else None,
        back=(lead_meeting, meeting_id),
    )


@routes.on(marks=Mark.LOOKS | Mark.WHOLE)
async def absent(turn: Turn, meeting_id: int, page: int) -> Screen:
    """Who was missed and whether a reason was given, by name."""
    people = await leading.absent(turn.store, turn.person, meeting_id)
    start = page * ABSENT_SHOWN
    lines = tuple(
        words("meetings.absent_line", name=one.name, excused=one.answer == "no")
        for one in people[start : start + ABSENT_SHOWN]
    )
    if not lines:
        return Screen("meetings.nobody_absent", back=(lead_meeting, meeting_id), goes_on=True)
    more = Choice("meetings.more", absent, meeting_id, page + 1)
    values = {"count": len(people), "lines": lines}
    choices = (more,) if len(people) > start + ABSENT_SHOWN else ()
    return Screen("meetings.absent", values, choices, back=(lead_meeting, meeting_id))


# --- the end ---------------------------------------------------------------------------------


@routes.on
async def ask_end(turn: Turn, meeting_id: int) -> Screen:
    """Name what ending does before it is done."""
    meeting, count = await leading.standing(turn.store, turn.person, meeting_id)
    meeting.must("end", turn.now)
    choices = (
        Choice("meetings.not_now", lead_meeting, meeting_id),
        Choice("meetings.end", end, meeting_id),
    )
    values = {"name": meeting.name, "counted": who_counts(count), **vars(count)}
    return Screen("meetings.ask_end", values, choices, back=(lead_meeting, meeting_id))


@routes.on
async def end(turn: Turn, meeting_id: int) -> Screen:
    """It is over; the summary is on its way."""
    meeting = await ending.end(turn.store, turn.person, meeting_id, turn.now)
    choice = Choice("meetings.see_ended", lead_meeting, meeting_id)
    return Screen("meetings.ended", {"name": meeting.name}, (choice,), back=lead_meetings)


@routes.on
async def lead_summary(turn: Turn, meeting_id: int) -> Screen:
    """What the branch was told when it was over, with the page to print."""
    meeting = await leading.led(turn.store, turn.person, meeting_id)
    counted, page = await ending.summary_of(turn.store, meeting)
    values = told(meeting, counted)
    return Screen(
        "meetings.summary", values, media=page, back=(lead_meeting, meeting_id), goes_on=True
    )


# --- which meeting is meant ------------------------------------------------------------------


def _by_time(turn: Turn, shown: Sequence[Meeting]) -> Iterator[Choice]:
    for one, time in zip(shown, by_time(turn, shown), strict=True):
        yield Choice("meetings.one_on", lead_meeting, one.id, **time)


def _by_unit(turn: Turn, shown: Sequence[Meeting]) -> Iterator[Choice]:
    """By unit and day; two of one unit on one day by their hour."""
    days = [(one.unit_id, _day(turn, one).day) for one in shown]
    for one, timed, day in zip(shown, _by_time(turn, shown), days, strict=True):
        unit = short(one.unit_name, UNIT_SHOWN)
        alone = days.count(day) == 1
        named = Choice("meetings.unit_on", lead_meeting, one.id, unit=unit, day=day[1])
        yield named if alone else timed


def _day(turn: Turn, meeting: Meeting) -> date:
    return turn.store.org.today(meeting.starts_at)
