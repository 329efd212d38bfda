"""Calling a meeting step by step: its unit, title, time and place; `meetings_inviting` goes on."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from handlers import home, meetings_inviting
from handlers.asking_when import half_said, moment
from handlers.dialog import Choice, Handler, Place, Screen, Turn
from handlers.marks import Mark
from handlers.meetings_invited import ON_A_PAGE, routes
from rules.meetings import Draft, month_meant, titled
from rules.members import LABEL
from rules.refusal import Refusal
from rules.units import Unit
from rules.when import likely_evenings
from rules.words import Words, short, words
from services import meetings_calling as calling


@routes.command("call_meeting", marks=Mark.LEADERS)
async def call_meeting(turn: Turn) -> Screen:
    """Go on with what was begun, or begin; staff choose the unit first."""
    if begun := await calling.unfinished(turn.store, turn.person):
        return Screen(
            "meetings.draft_waits",
            {"what": _begun(begun)},
            choices=(
                Choice("meetings.go_on", go_on, begun.id),
                Choice("meetings.start_anew", start_anew, begun.id),
            ),
            back=home.home,
        )
    return await choose_unit(turn, 0)


@routes.on
async def start_anew(turn: Turn, draft_id: int) -> Screen:
    """Throw the draft away and begin."""
    await calling.drop(turn.store, turn.person, draft_id)
    return await choose_unit(turn, 0)


@routes.on
async def choose_unit(turn: Turn, page: int) -> Screen:
    """Which unit meets; who leads only one is not asked."""
    units = await calling.own_units(turn.store, turn.person)
    if len(units) == 1:
        return await begin(turn, units[0].id)
    return _units_page(units, page, begin, choose_unit)


@routes.on
async def change_unit(turn: Turn, draft_id: int, page: int) -> Screen:
    """Another unit is to meet; all other answers stay."""
    units = await calling.own_units(turn.store, turn.person)
    return _units_page(units, page, take_unit, change_unit, draft_id)


@routes.on
async def take_unit(turn: Turn, draft_id: int, unit_id: int) -> Screen:
    """The other unit."""
    return await next_step(turn, await calling.set_unit(turn.store, turn.person, draft_id, unit_id))


def _units_page(
    units: Sequence[Unit], page: int, take: Handler, more: Handler, *draft: int
) -> Screen:
    start = page * ON_A_PAGE
    choices = [
        Choice("meetings.as_it_is", take, *draft, unit.id, text=short(unit.name, LABEL))
        for unit in units[start : start + ON_A_PAGE]
    ]
    if len(units) > start + ON_A_PAGE:
        choices.append(Choice("meetings.more", more, *draft, page + 1))
    back: Place = (go_on, *draft) if draft else home.home
    return Screen("meetings.which_unit", choices=tuple(choices), back=back)


@routes.on
async def begin(turn: Turn, unit_id: int) -> Screen:
    """A new draft for this unit; an old button does not throw a begun one away."""
    if await calling.unfinished(turn.store, turn.person):
        return await call_meeting(turn)
    draft = await calling.begin(turn.store, turn.person, unit_id, turn.now)
    return await next_step(turn, draft)


@routes.on
async def go_on(turn: Turn, draft_id: int) -> Screen:
    """The first step still open, else the preview."""
    return await next_step(turn, await calling.draft(turn.store, turn.person, draft_id))


# --- title -----------------------------------------------------------------------------------


def _begun(draft: Draft) -> Words | str:
    """What was begun: whose meeting, and which once that is chosen."""
    name = titled(draft.kind, draft.month, draft.title)
    return words("meetings.begun", unit=draft.unit_name, name=name) if name else draft.unit_name


async def ask_title(turn: Turn, draft: Draft) -> Screen:
    """What they meet for: a usual title, or another."""
    month = month_meant(turn.store.org.today(turn.now))
    return Screen(
        "meetings.which_title",
        {"unit": draft.unit_name},
        choices=(
            Choice("meetings.pick_monthly", take_kind, draft.id, "monthly", month=month),
            Choice("meetings.pick_thematic", take_kind, draft.id, "thematic"),
        ),
        asks=(take_title, draft.id),
        back=back_from(draft),
    )


@routes.on
async def take_kind(turn: Turn, draft_id: int, kind: str) -> Screen:
    """One of the usual titles."""
    draft = await calling.set_kind(turn.store, turn.person, draft_id, kind, turn.now)
    return await next_step(turn, draft)


@routes.on
async def take_title(turn: Turn, draft_id: int) -> Screen:
    """A title in the secretary's own words."""
    return await _take_words(turn, draft_id, calling.set_title, "title")


# --- time ------------------------------------------------------------------------------------


async def ask_time(turn: Turn, draft: Draft) -> Screen:
    """When they meet: a likely evening, or another time."""
    return Screen(
        "meetings.which_time",
        choices=(*evenings(turn, take_evening, draft.id), *one_back(draft, "title")),
        asks=(take_time, draft.id, ""),
        back=back_from(draft),
    )


def evenings(
    turn: Turn, handler: Callable[..., Awaitable[Screen]], meeting_id: int
) -> tuple[Choice, ...]:
    """A choice for each likely evening; its moment goes along in seconds since 1970."""
    likely = likely_evenings(turn.store.org.local(turn.now))
    return tuple(
        Choice("meetings.evening", handler, meeting_id, int(one.timestamp()), **clock_values(one))
        for one in likely
    )


def clock_values(local: datetime) -> dict[str, int]:
    """A moment in pieces, for labels too short for the whole."""
    return {
        "weekday": local.weekday(),
        "day": local.day,
        "month": local.month,
        "hour": (local.hour - 1) % 12 + 1,
        "minute": local.minute,
    }


@routes.on
async def take_evening(turn: Turn, draft_id: int, stamp: int) -> Screen:
    """One of the likely evenings."""
    starts_at = datetime.fromtimestamp(stamp, UTC)
    draft = await calling.set_time(turn.store, turn.person, draft_id, starts_at, turn.now)
    return await next_step(turn, draft)


@routes.on
async def take_time(turn: Turn, draft_id: int, so_far: str) -> Screen:
    """Day and hour as people write them; asked again until they are clear."""
    try:
        starts_at = moment(turn, so_far)
        draft = await calling.set_time(turn.store, turn.person, draft_id, starts_at, turn.now)
    except Refusal as no:
        draft = await calling.draft(turn.store, turn.person, draft_id)
        asks = (take_time, draft_id, half_said(no, turn))
        return replace(await ask_time(turn, draft), key=no.key, values=no.values, asks=asks)
    return await next_step(turn, draft)


# --- place -----------------------------------------------------------------------------------


async def ask_place(turn: Turn, draft: Draft) -> Screen:
    """Where they meet: a known place, or another."""
    known = tuple(
        Choice("meetings.as_it_is", take_known_place, draft.id, there, text=short(place, LABEL))
        for there, place in await calling.places(turn.store, draft.unit_id)
    )
    key = "meetings.which_place" if known else "meetings.type_place"
    choices = (*known, *one_back(draft, "time"))
    values = {"starts": draft.starts_at or ""}
    return Screen(key, values, choices, asks=(take_place, draft.id), back=back_from(draft))


@routes.on
async def take_known_place(turn: Turn, draft_id: int, meeting_id: int) -> Screen:
    """Where an earlier meeting was."""
    draft = await calling.copy_place(turn.store, turn.person, draft_id, meeting_id)
    return await next_step(turn, draft)


@routes.on
async def take_place(turn: Turn, draft_id: int) -> Screen:
    """A place in the secretary's own words."""
    return await _take_words(turn, draft_id, calling.set_place, "place")


async def next_step(turn: Turn, draft: Draft) -> Screen:
    """The screen of the first step still open, else the preview."""
    if draft.step:
        return await ask(turn, draft, draft.step)
    if draft.starts_at and draft.starts_at <= turn.now:
        return await ask_time(turn, draft)
    return await meetings_inviting.preview(turn, draft)


async def ask(turn: Turn, draft: Draft, step: str) -> Screen:
    """The screen of one step; what was answered stays until another answer comes."""
    asks = {
        "title": ask_title,
        "time": ask_time,
        "place": ask_place,
        "agenda": meetings_inviting.ask_agenda,
    }
    if step not in asks:
        return await next_step(turn, draft)
    return await asks[step](turn, draft)


def one_back(draft: Draft, step: str) -> tuple[Choice, ...]:
    """The way to change the answer before, while the invitation is being written."""
    back = Choice(f"meetings.edit_{step}", meetings_inviting.edit_step, draft.id, step)
    return (back,) if draft.step else ()


def back_from(draft: Draft) -> Place:
    """One answer changed in a finished invitation leads back to it."""
    return call_meeting if draft.step else (go_on, draft.id)


async def _take_words(
    turn: Turn,
    draft_id: int,
    setting: Callable[..., Awaitable[Draft]],
    step: str,
) -> Screen:
    """Typed words for one step; asked again when they will not do."""
    try:
        draft = await setting(turn.store, turn.person, draft_id, turn.words)
    except Refusal as no:
        draft = await calling.draft(turn.store, turn.person, draft_id)
        return replace(await ask(turn, draft, step), key=no.key, values=no.values)
    return await next_step(turn, draft)
