"""The end of calling a meeting: agenda, file, and one look before everyone is invited."""

from collections.abc import Sequence

from handlers import home, meetings_calling
from handlers.dialog import Choice, Screen, Turn
from handlers.meetings_invited import routes
from rules.mailings import reach
from rules.meetings import STEPS, Attachment, Draft, details, file_lines
from rules.members import to_call
from rules.refusal import Refusal
from rules.words import words
from services import meetings_calling as calling
from services import meetings_changing as changing

NAMES_SHOWN = 4
FILES_SHOWN = 3
AGENDA_SHOWN = 25  # characters on the last look, which has more to say than the invitation


# --- agenda and file -------------------------------------------------------------------------


async def ask_agenda(turn: Turn, draft: Draft) -> Screen:
    """The agenda, or none; one that was written can be kept while the files change."""
    keep = "meetings.keep_agenda" if draft.agenda else "meetings.skip_agenda"
    drop = Choice("meetings.drop_agenda", drop_agenda, draft.id)
    return Screen(
        "meetings.which_agenda",
        choices=(
            Choice(keep, skip_agenda, draft.id),
            *((drop,) if draft.agenda else ()),
            *meetings_calling.one_back(draft, "place"),
        ),
        asks=(take_agenda, draft.id),
        back=meetings_calling.back_from(draft),
    )


@routes.on
async def skip_agenda(turn: Turn, draft_id: int) -> Screen:
    """No agenda; perhaps a file. An old button does not take back what was written since."""
    if not (await calling.draft(turn.store, turn.person, draft_id)).agenda:
        await calling.set_agenda(turn.store, turn.person, draft_id, "")
    return await _offer_file(turn, draft_id)


@routes.on
async def drop_agenda(turn: Turn, draft_id: int) -> Screen:
    """The agenda that was written is left out."""
    await calling.set_agenda(turn.store, turn.person, draft_id, "")
    return await _offer_file(turn, draft_id)


@routes.on
async def take_agenda(turn: Turn, draft_id: int) -> Screen:
    """The agenda in words; a file sent instead is sent along, and what is written under it is the
    agenda."""
    if turn.file:
        shown = await take_file(turn, draft_id)
        if not turn.words:
            return shown
    try:
        await calling.set_agenda(turn.store, turn.person, draft_id, turn.words)
    except Refusal as no:
        return Screen(
            no.key, no.values, asks=(take_agenda, draft_id), back=(meetings_calling.go_on, draft_id)
        )
    return await _offer_file(turn, draft_id)


@routes.on
async def take_file(turn: Turn, draft_id: int) -> Screen:
    """A photo, document or voice message goes along; then perhaps one more."""
    file = turn.file
    try:
        if file is None or file.media_id is None:
            raise Refusal((file and file.problem) or "meetings.send_file")
        files = await calling.attach(turn.store, turn.person, draft_id, file.media_id)
    except Refusal as no:
        asks, back = (take_file, draft_id), meetings_calling.call_meeting
        return Screen(no.key, no.values, _no_more(draft_id), asks=asks, back=back)
    return _ask_more(draft_id, files)


@routes.on
async def take_back_file(turn: Turn, draft_id: int) -> Screen:
    """The last file was a slip."""
    await calling.take_back_file(turn.store, turn.person, draft_id)
    return await _offer_file(turn, draft_id)


async def _offer_file(turn: Turn, draft_id: int) -> Screen:
    """Ask for a file; or, where some go along already, for one more."""
    if files := await calling.attached(turn.store, turn.person, draft_id):
        return _ask_more(draft_id, files)
    return Screen(
        "meetings.which_file",
        choices=(
            Choice("meetings.skip_file", meetings_calling.go_on, draft_id),
            Choice("meetings.edit_agenda", edit_step, draft_id, "agenda"),
        ),
        asks=(take_file, draft_id),
        back=meetings_calling.call_meeting,
    )


def _ask_more(draft_id: int, files: Sequence[Attachment]) -> Screen:
    """What goes along so far, the newest last."""
    return Screen(
        "meetings.have_files",
        {"count": len(files), "lines": file_lines(files)[-FILES_SHOWN:]},
        choices=(
            *_no_more(draft_id),
            Choice("meetings.take_back_file", take_back_file, draft_id),
        ),
        asks=(take_file, draft_id),
        back=meetings_calling.call_meeting,
    )


def _no_more(draft_id: int) -> tuple[Choice, ...]:
    return (Choice("meetings.no_more_files", meetings_calling.go_on, draft_id),)


# --- the last look ---------------------------------------------------------------------------


async def preview(turn: Turn, draft: Draft) -> Screen:
    """What will be sent, to how many, and who must be told another way."""
    found = await calling.preview(turn.store, turn.person, draft.id, turn.now)
    meeting = found.meeting
    choices = [
        Choice("meetings.edit", edit, draft.id),
        Choice("meetings.invite", invite, draft.id, count=found.invited),
        Choice("meetings.see_who_is_invited", who_is_invited, draft.id),
    ]
    if len(meeting.agenda or "") > AGENDA_SHOWN:
        choices.append(Choice("meetings.see_agenda", see_draft_agenda, draft.id))
    elif found.unlinked:
        choices.append(_unlinked(draft.id))
    values = {
        "name": meeting.name,
        "unit": meeting.unit_name,
        "details": details(meeting, AGENDA_SHOWN),
        "count": found.invited,
        "reach": reach(found.invited, len(found.unlinked)),
        "left_out": found.left_out,
    }
    return Screen(
        "meetings.preview", values, choices=tuple(choices), back=meetings_calling.call_meeting
    )


@routes.on
async def who_is_invited(turn: Turn, draft_id: int) -> Screen:
    """Why so many: who is not invited, who only counts when they come."""
    found = await calling.preview(turn.store, turn.person, draft_id, turn.now)
    return Screen(
        "meetings.who_is_invited",
        {
            "unit": found.meeting.unit_name,
            "members": found.statuses.total(),
            "count": found.invited,
            "reach": reach(found.invited, len(found.unlinked)),
            "reasons": tuple(
                words(f"meetings.is_{status}", count=found.statuses[status])
                for status in ("suspended", "away", "exempt")
                if found.statuses[status]
            ),
        },
        choices=(_unlinked(draft_id),) if found.unlinked else (),
        back=(meetings_calling.go_on, draft_id),
    )


def _unlinked(draft_id: int) -> Choice:
    return Choice("meetings.see_unlinked", see_unlinked, draft_id, 0)


@routes.on
async def see_draft_agenda(turn: Turn, draft_id: int) -> Screen:
    """The whole of an agenda that the last look, like the invitation, shows the beginning of."""
    meeting = (await calling.preview(turn.store, turn.person, draft_id, turn.now)).meeting
    values = {"name": meeting.name, "agenda": meeting.agenda or "", "count": 0}
    return Screen("meetings.agenda", values, back=(meetings_calling.go_on, draft_id), goes_on=True)


@routes.on
async def see_unlinked(turn: Turn, draft_id: int, page: int) -> Screen:
    """Who has no handbook yet and must be told another way."""
    found = (await calling.preview(turn.store, turn.person, draft_id, turn.now)).unlinked
    start = page * NAMES_SHOWN
    lines = tuple(to_call(one) for one in found[start : start + NAMES_SHOWN])
    more = Choice("meetings.more", see_unlinked, draft_id, page + 1)
    return Screen(
        "meetings.unlinked" if lines else "meetings.nobody_unlinked",
        {"lines": lines},
        choices=(more,) if len(found) > start + NAMES_SHOWN else (),
        back=(meetings_calling.go_on, draft_id),
    )


@routes.on
async def edit(turn: Turn, draft_id: int) -> Screen:
    """Which part to say anew; whose meeting it is only where there is a choice."""
    steps = [Choice(f"meetings.edit_{step}", edit_step, draft_id, step) for step in STEPS]
    if len(await calling.own_units(turn.store, turn.person)) > 1:
        unit = Choice("meetings.edit_unit", meetings_calling.change_unit, draft_id, 0)
        steps = [*steps[:2], unit, Choice("meetings.edit_rest", edit_rest, draft_id)]
    return Screen(
        "meetings.what_to_edit", choices=tuple(steps), back=(meetings_calling.go_on, draft_id)
    )


@routes.on
async def edit_rest(turn: Turn, draft_id: int) -> Screen:
    """The other half of the parts."""
    steps = (Choice(f"meetings.edit_{step}", edit_step, draft_id, step) for step in STEPS[2:])
    return Screen("meetings.what_to_edit", choices=tuple(steps), back=(edit, draft_id))


@routes.on
async def edit_step(turn: Turn, draft_id: int, step: str) -> Screen:
    """Ask that part again."""
    draft = await calling.draft(turn.store, turn.person, draft_id)
    return await meetings_calling.ask(turn, draft, step)


@routes.on
async def invite(turn: Turn, draft_id: int) -> Screen:
    """Invite everyone; first asked once more when such a meeting was called before."""
    twin = await calling.twin(turn.store, turn.person, draft_id)
    if twin is None:
        return await invite_anyway(turn, draft_id)
    found = await calling.preview(turn.store, turn.person, draft_id, turn.now)
    return Screen(
        "meetings.twin",
        {"unit": twin.unit_name, "name": twin.name, "starts": twin.starts_at, "place": twin.place},
        choices=(
            Choice("meetings.edit", edit, draft_id),
            Choice("meetings.drop_draft", drop, draft_id),
            Choice("meetings.invite_anyway", invite_anyway, draft_id, count=found.invited),
        ),
        back=(meetings_calling.go_on, draft_id),
    )


@routes.on
async def drop(turn: Turn, draft_id: int) -> Screen:
    """It was called before: this one is not needed."""
    await calling.drop(turn.store, turn.person, draft_id)
    return Screen("meetings.draft_dropped", back=home.home)


@routes.on
async def invite_anyway(turn: Turn, draft_id: int) -> Screen:
    """Invite everyone."""
    meeting, count = await calling.call(turn.store, turn.person, draft_id, turn.now)
    unlinked = len((await changing.told(turn.store, meeting)).unlinked)
    values = {"name": meeting.name, "count": count, "reach": reach(count, unlinked)}
    return Screen("meetings.invited", values)
