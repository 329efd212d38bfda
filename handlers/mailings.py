"""A broadcast its sender is asked about: how far it has come, going on, stopping it."""

from dataclasses import replace

from handlers.dialog import Choice, Routes, Screen, Turn
from handlers.marks import Mark
from services import mailings

routes = Routes("mailings")


@routes.on(marks=Mark.LIVES | Mark.LOOKS)
async def show(turn: Turn, mailing_id: int) -> Screen:
    """How far it has come, drawn anew while it goes out."""
    about, far = await mailings.look(turn.store, turn.person, mailing_id)
    over = far.state in ("going", "paused") and not far.waiting
    key = "mailings.over" if over else f"mailings.{far.state}"
    ways = {
        "mailings.going": (Choice("mailings.pause", pause, mailing_id),),
        "mailings.paused": (
            Choice("mailings.go_on", go_on, mailing_id),
            Choice("mailings.stop", ask_stop, mailing_id),
        ),
    }
    values = {"about": about, "sent": far.sent, "waiting": far.waiting, "in_doubt": far.in_doubt}
    return Screen(key, values, choices=ways.get(key, ()))


@routes.on
async def pause(turn: Turn, mailing_id: int) -> Screen:
    """Nothing more of it is sent for now."""
    await mailings.pause(turn.store, turn.person, mailing_id, turn.now)
    return await _show(turn, mailing_id)


@routes.on
async def go_on(turn: Turn, mailing_id: int) -> Screen:
    """It is sent on."""
    await mailings.go_on(turn.store, turn.person, mailing_id, turn.now)
    return await _show(turn, mailing_id)


@routes.on
async def ask_stop(turn: Turn, mailing_id: int) -> Screen:
    """Say who would not get it, before it is stopped for good."""
    about, far = await mailings.look(turn.store, turn.person, mailing_id)
    if far.state != "paused":
        return await show(turn, mailing_id)
    return Screen(
        "mailings.ask_stop",
        {"about": about, "waiting": far.waiting},
        choices=(
            Choice("mailings.not_yet", show, mailing_id),
            Choice("mailings.stop_for_good", stop, mailing_id),
        ),
        back=(show, mailing_id),
    )


@routes.on
async def stop(turn: Turn, mailing_id: int) -> Screen:
    """Nothing more of it is ever sent."""
    await mailings.stop(turn.store, turn.person, mailing_id, turn.now)
    return await _show(turn, mailing_id)


async def _show(turn: Turn, mailing_id: int) -> Screen:
    """The same after a deed: it lives on as if it had been asked for."""
    return replace(await show(turn, mailing_id), stands_at=(show, mailing_id))
