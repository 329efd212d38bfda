"""The member's meetings: what comes next, whether I am coming, and checking in at the door."""

from collections.abc import Sequence
from datetime import datetime

from handlers.dialog import Choice, Routes, Screen, Turn
from handlers.marks import Mark
from rules.attendance import CODE_TRIES, Attendee, Invitation
from rules.meetings import (
    NEAR,
    Meeting,
    calendar,
    details,
    file_lines,
    has_more,
    told_apart,
    typed,
    when_and_where,
)
from rules.meetings_summary import told
from rules.messages import Media
from rules.refusal import Refusal
from rules.words import Words, short, words
from services import attendance, meetings, meetings_ending

routes = Routes("meetings")
ON_A_PAGE, LISTED = 3, 2
MOST = 4  # choices on a screen
REASON_SHOWN = 150  # characters of the own reason, read once more


@routes.command("meetings")
async def next_meeting(turn: Turn) -> Screen:
    """The meeting that waits for this person, else the next; the others behind one choice."""
    ahead = await meetings.upcoming(turn.store, turn.person, turn.now)
    if not ahead:
        return Screen("meetings.none", choices=await _way_to_past(turn), goes_on=True)
    invitation = await meetings.look(turn.store, turn.person, ahead[0].id)
    if len(ahead) > 1:
        return _page(turn, invitation, (Choice("meetings.others", other_meetings, 0),))
    return _page(turn, invitation, await _way_to_past(turn))


@routes.on(marks=Mark.LOOKS)
async def show(turn: Turn, meeting_id: int) -> Screen:
    """One meeting with the own answer."""
    return _page(turn, await meetings.look(turn.store, turn.person, meeting_id), ())


@routes.on
async def other_meetings(turn: Turn, page: int) -> Screen:
    """The meetings after the next one, two at a time: their days and hours are long to hear."""
    others = (await meetings.upcoming(turn.store, turn.person, turn.now))[1:]
    start = page * LISTED
    shown = others[start : start + LISTED]
    choices = [
        Choice("meetings.one_on", show, one.id, **time)
        for one, time in zip(shown, by_time(turn, shown), strict=True)
    ]
    if len(others) > start + LISTED:
        choices.append(Choice("meetings.more", other_meetings, page + 1))
    choices.extend(await _way_to_past(turn))
    lines = tuple(_line(turn, one) for one in shown)
    return Screen("meetings.list" if lines else "meetings.none", {"lines": lines}, tuple(choices))


@routes.on
async def past_meetings(turn: Turn, page: int) -> Screen:
    """The meetings that are over, the last one first."""
    start = page * LISTED
    past = await meetings.past(turn.store, turn.person, start + LISTED + 1)
    shown = past[start : start + LISTED]
    choices = [
        Choice("meetings.one_on", show, one.id, **time)
        for one, time in zip(shown, by_time(turn, shown), strict=True)
    ]
    if len(past) > start + LISTED:
        choices.append(Choice("meetings.more", past_meetings, page + 1))
    lines = tuple(words("meetings.line", name=one.name, starts=one.starts_at) for one in shown)
    key = "meetings.past" if lines else "meetings.none"
    return Screen(key, {"lines": lines}, tuple(choices), goes_on=True)


async def _way_to_past(turn: Turn) -> tuple[Choice, ...]:
    past = await meetings.past(turn.store, turn.person, 1)
    return (Choice("meetings.see_past", past_meetings, 0),) if past else ()


@routes.on
async def see_summary(turn: Turn, meeting_id: int) -> Screen:
    """What everyone was told when it was over, once more."""
    meeting = (await meetings.look(turn.store, turn.person, meeting_id)).meeting
    counted, page = await meetings_ending.summary_of(turn.store, meeting)
    values = told(meeting, counted)
    return Screen("meetings.summary", values, media=page, back=(show, meeting_id), goes_on=True)


def _line(turn: Turn, meeting: Meeting) -> Words:
    if meeting.stage(turn.now) == "going":
        return words("meetings.line_going", name=meeting.name)
    return words("meetings.line", name=meeting.name, starts=meeting.starts_at)


@routes.on(marks=Mark.LOOKS)
async def see_agenda(turn: Turn, meeting_id: int) -> Screen:
    """The whole agenda and the file that came with the invitation; of several, their list."""
    meeting = (await meetings.look(turn.store, turn.person, meeting_id)).meeting
    files = await meetings.attachments(turn.store, turn.person, meeting_id)
    several = (Choice("meetings.see_files", see_files, meeting_id, 0, count=len(files)),)
    return Screen(
        "meetings.agenda" if meeting.agenda else "meetings.only_files",
        {"name": meeting.name, "agenda": meeting.agenda or "", "count": len(files)},
        choices=several if len(files) > 1 else (),
        media=files[0].media if len(files) == 1 else None,
        back=(show, meeting_id),
        goes_on=True,
    )


@routes.on
async def see_files(turn: Turn, meeting_id: int, page: int) -> Screen:
    """The files by name, three at a time; each press brings one."""
    meeting = (await meetings.look(turn.store, turn.person, meeting_id)).meeting
    lines = file_lines(await meetings.attachments(turn.store, turn.person, meeting_id))
    start = page * ON_A_PAGE
    numbers = range(start + 1, len(lines) + 1)[:ON_A_PAGE]
    choices = [
        Choice("meetings.one_file", see_file, meeting_id, one, number=one) for one in numbers
    ]
    if len(lines) > start + ON_A_PAGE:
        choices.append(Choice("meetings.more", see_files, meeting_id, page + 1))
    values = {"name": meeting.name, "lines": lines[start : start + ON_A_PAGE]}
    return Screen("meetings.files", values, tuple(choices), back=(see_agenda, meeting_id))


@routes.on
async def see_file(turn: Turn, meeting_id: int, number: int) -> Screen:
    """One file, and the way to the next."""
    files = await meetings.attachments(turn.store, turn.person, meeting_id)
    if not 1 <= number <= len(files):
        return await see_files(turn, meeting_id, 0)
    following = Choice("meetings.next_file", see_file, meeting_id, number + 1)
    if number == len(files) > 1:
        following = Choice("meetings.see_files", see_files, meeting_id, 0, count=number)
    return Screen(
        "meetings.file",
        {"line": file_lines(files)[number - 1]},
        choices=(following,) if len(files) > 1 else (),
        media=files[number - 1].media,
        back=(see_files, meeting_id, (number - 1) // ON_A_PAGE),
    )


@routes.on
async def say_yes(turn: Turn, meeting_id: int) -> Screen:
    """I am coming."""
    meeting = await meetings.answer(turn.store, turn.person, meeting_id, True, turn.now)
    choices = (
        Choice("meetings.into_calendar", add_to_calendar, meeting_id),
        Choice("meetings.no", say_no, meeting_id),
    )
    values = {"name": meeting.name, "details": when_and_where(meeting)}
    return Screen("meetings.see_you", values, choices=choices, back=(show, meeting_id))


@routes.on
async def say_no(turn: Turn, meeting_id: int) -> Screen:
    """I cannot come: first the reason is asked."""
    meeting = (await meetings.look(turn.store, turn.person, meeting_id)).meeting
    meeting.must("answer", turn.now)
    asks, back = (take_reason, meeting_id), (show, meeting_id)
    return Screen("meetings.why", {"name": meeting.name}, asks=asks, back=back)


@routes.on(marks=Mark.LEAVES)
async def take_reason(turn: Turn, meeting_id: int) -> Screen:
    """The reason, typed, spoken or photographed; asked again when there is none."""
    media_id = turn.file.media_id if turn.file else None
    try:
        if turn.file and media_id is None:
            raise Refusal(turn.file.problem or "meetings.please_type")
        reason = typed("reason", turn.words) if turn.words or not media_id else ""
    except Refusal as no:
        asks, back = (take_reason, meeting_id), (show, meeting_id)
        return Screen(no.key, no.values, asks=asks, back=back)
    meeting = await meetings.answer(
        turn.store, turn.person, meeting_id, False, turn.now, reason=reason, media_id=media_id
    )
    return Screen(
        "meetings.noted",
        {"name": meeting.name, "reason": _as_given(reason)},
        choices=(
            Choice("meetings.yes", say_yes, meeting_id),
            Choice("meetings.edit_reason", say_no, meeting_id),
        ),
        back=(show, meeting_id),
    )


def _as_given(reason: str) -> Words:
    """What the secretary will read, so that a slip is seen; a spoken reason only by its place."""
    if not reason:
        return words("meetings.reason_in_file")
    return words("meetings.your_reason", reason=short(reason, REASON_SHOWN))


@routes.on(marks=Mark.LOOKS)
async def add_to_calendar(turn: Turn, meeting_id: int) -> Screen:
    """The meeting (or that it is off) as a file every calendar understands."""
    meeting = (await meetings.look(turn.store, turn.person, meeting_id)).meeting
    off = meeting.state == "cancelled"
    return Screen(
        "meetings.calendar_off" if off else "meetings.calendar",
        {"name": meeting.name},
        media=Media("document", maker="meetings.ics", values=calendar(meeting)),
        back=(show, meeting_id),
        goes_on=True,
    )


# --- at the door -----------------------------------------------------------------------------


@routes.on
async def check_in(turn: Turn, meeting_id: int) -> Screen:
    """Ask for the four digits the secretary reads out."""
    invitation = await meetings.look(turn.store, turn.person, meeting_id)
    if invitation.mine.present and invitation.meeting.may("check_in", turn.now):
        return _arrived(turn, invitation)
    invitation.meeting.must_take_codes(turn.now)
    return Screen("meetings.type_code", asks=(take_code, meeting_id), back=(show, meeting_id))


@routes.on
async def take_code(turn: Turn, meeting_id: int) -> Screen:
    """Checked in; or asked again, a few times."""
    mine = await attendance.type_code(turn.store, turn.person, meeting_id, turn.words, turn.now)
    return await _after_code(turn, meeting_id, mine)


@routes.on
async def take_digits(turn: Turn) -> Screen:
    """The same, typed wherever the member stood (`handlers.claims`)."""
    meeting, mine = await attendance.type_code_anywhere(
        turn.store, turn.person, turn.words, turn.now
    )
    return await _after_code(turn, meeting.id, mine)


async def _after_code(turn: Turn, meeting_id: int, mine: Attendee) -> Screen:
    if mine.present:
        return _arrived(turn, await meetings.look(turn.store, turn.person, meeting_id))
    left = CODE_TRIES - mine.code_tries
    if left <= 0:
        return Screen("meetings.ask_secretary", back=(show, meeting_id))
    asks, back = (take_code, meeting_id), (show, meeting_id)
    return Screen("meetings.other_code", {"left": left}, asks=asks, back=back)


@routes.on
async def leave_early(turn: Turn, meeting_id: int) -> Screen:
    """I have to go; one press takes it back."""
    await attendance.leave(turn.store, turn.person, meeting_id, turn.person.id, turn.now)
    here = Choice("meetings.still_here", stay, meeting_id)
    return Screen("meetings.left", choices=(here,), back=(show, meeting_id))


@routes.on
async def stay(turn: Turn, meeting_id: int) -> Screen:
    """I am still there, or back."""
    await attendance.stay(turn.store, turn.person, meeting_id, turn.person.id, turn.now)
    return await show(turn, meeting_id)


# --- one meeting in words --------------------------------------------------------------------


def _page(turn: Turn, invitation: Invitation, others: tuple[Choice, ...]) -> Screen:
    meeting = invitation.meeting
    stage = meeting.stage(turn.now)
    if stage == "cancelled":
        return Screen(
            "meetings.is_cancelled",
            {"name": meeting.name, "starts": meeting.starts_at},
            choices=(Choice("meetings.out_of_calendar", add_to_calendar, meeting.id),),
        )
    own = _own_choices(turn, invitation)
    return Screen(
        "meetings.page",
        {
            "name": meeting.name,
            "details": details(meeting),
            "mine": (_mine(invitation, stage), *_at_the_door(turn, meeting)),
        },
        choices=(*own[: MOST - len(others)], *others),
    )


def _own_choices(turn: Turn, invitation: Invitation) -> list[Choice]:
    """What this member can do, the likeliest first; in the same order right after an answer."""
    meeting, mine = invitation.meeting, invitation.mine
    answering = meeting.may("answer", turn.now) and not mine.present
    here = mine.present and mine.left_at is None
    offers = (
        (not mine.present and meeting.takes_codes(turn.now), "meetings.check_in", check_in),
        (answering and mine.answer != "yes", "meetings.yes", say_yes),
        (answering and mine.answer == "yes", "meetings.into_calendar", add_to_calendar),
        (answering and mine.answer != "no", "meetings.no", say_no),
        (answering and mine.answer == "no", "meetings.edit_reason", say_no),
        (meeting.stage(turn.now) == "over", "meetings.see_summary", see_summary),
        (has_more(meeting), "meetings.see_agenda", see_agenda),
        (answering and mine.answer is None, "meetings.into_calendar", add_to_calendar),
        (here and meeting.may("leave", turn.now), "meetings.leave_early", leave_early),
    )
    return [Choice(label, handler, meeting.id) for offered, label, handler in offers if offered]


def _mine(invitation: Invitation, stage: str) -> Words:
    """Where this member stands with the meeting, as one line."""
    meeting, mine = invitation.meeting, invitation.mine
    if mine.left_at:
        return words("meetings.mine_left", at=mine.left_at)
    if mine.present:
        late = mine.late(meeting.starts_at)
        return words("meetings.mine_late" if late else "meetings.mine_here", at=mine.arrived_at)
    if stage in ("going", "over"):
        return words(f"meetings.mine_{stage}")
    return words(f"meetings.mine_{mine.answer or 'open'}")


def _at_the_door(turn: Turn, meeting: Meeting) -> tuple[Words, ...]:
    """On the day itself: from when on people check in."""
    soon = meeting.stage(turn.now) == "ahead" and meeting.starts_at - turn.now < NEAR
    return (words("meetings.opens_at", opens=meeting.opens),) if soon else ()


def _arrived(turn: Turn, invitation: Invitation) -> Screen:
    values = {"mine": _mine(invitation, "going")}
    return Screen("meetings.arrived", values, tuple(_own_choices(turn, invitation)))


def by_time(turn: Turn, shown: Sequence[Meeting]) -> list[dict[str, object]]:
    """The values of a label that names each of those meetings by day and hour."""
    return at_times(turn, [one.starts_at for one in shown])


def at_times(turn: Turn, starts: Sequence[datetime]) -> list[dict[str, object]]:
    """The same of the moments at which they begin (aware)."""
    moments = [turn.store.org.local(one) for one in starts]
    same = told_apart([(at.day, at.hour, at.minute) for at in moments])
    return [
        {"day": at.day, "clock": words("date.clock", at=at), "nth": nth}
        for at, nth in zip(moments, same, strict=True)
    ]
