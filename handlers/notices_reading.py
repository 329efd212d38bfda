"""Notices as members read and acknowledge them."""

from handlers.dialog import Choice, Place, Routes, Screen, Turn
from rules.notices import Notice
from rules.words import words
from services import notices
from services.notices import Received

routes = Routes("notices")
ON_A_PAGE = 3
GIST = 18  # letters of a notice on a button, after its number
ABOUT = 20  # and with the unit it comes from


@routes.command("notices")
async def newest(turn: Turn) -> Screen:
    """The newest notice at once."""
    found = await notices.newest(turn.store, turn.person, turn.now)
    if found is None:
        return Screen("notices.none", goes_on=True)
    return await _shown(turn, found, await _way_to_earlier(turn))


@routes.on
async def earlier(turn: Turn, page: int) -> Screen:
    """Those before the newest, three at a time."""
    start = 1 + page * ON_A_PAGE
    found = await notices.earlier(turn.store, turn.person, turn.now, start, ON_A_PAGE + 1)
    shown = found[:ON_A_PAGE]
    if not shown:
        return Screen("notices.no_earlier", goes_on=True)
    choices = [
        Choice("notices.one_of", show, one.id, page, number=one.number, about=one.about(ABOUT))
        for one in shown
    ]
    if len(found) > ON_A_PAGE:
        choices.append(Choice("notices.more", earlier, page + 1))
    lines = tuple(words("notices.earlier_line", name=one.name) for one in shown)
    values = {"page": page + 1, "lines": lines}
    return Screen("notices.earlier", values, choices=tuple(choices))


@routes.on
async def show(turn: Turn, notice_id: int, page: int) -> Screen:
    """One of them; Back leads to its page of the list."""
    found = await notices.open_one(turn.store, turn.person, notice_id, turn.now)
    return await _shown(turn, found, (), (earlier, page))


@routes.on
async def acknowledge(turn: Turn, notice_id: int) -> Screen:
    """One tap, and it is noted; the second is told so kindly."""
    found, first = await notices.acknowledge(turn.store, turn.person, notice_id, turn.now)
    values = {"name": found.notice.name, "at": found.acknowledged_at}
    return Screen(
        "notices.noted" if first else "notices.noted_before",
        values,
        choices=await _other_waiting(turn, found.notice) or await _way_to_earlier(turn),
    )


async def _shown(
    turn: Turn, found: Received, more: tuple[Choice, ...], back: Place | None = None
) -> Screen:
    notice, noted = found.notice, found.acknowledged_at
    own = () if noted else (Choice("notices.acknowledge", acknowledge, notice.id),)
    return Screen(
        "notices.notice_noted" if noted else "notices.notice",
        {**notice.values, "at": noted} if noted else notice.values,
        choices=(*own, *await _other_waiting(turn, notice), *more),
        media=notice.media,
        back=back,
    )


async def _way_to_earlier(turn: Turn) -> tuple[Choice, ...]:
    before = await notices.earlier(turn.store, turn.person, turn.now, 1, 1)
    return (Choice("notices.see_earlier", earlier, 0),) if before else ()


async def _other_waiting(turn: Turn, notice: Notice) -> tuple[Choice, ...]:
    """The way to the newest notice that waits besides this one."""
    other = await notices.newest_waiting(turn.store, turn.person, turn.now)
    if other is None or other.id == notice.id:
        return ()
    return (Choice("notices.see_waiting", show, other.id, 0),)
