"""A bulletin for everybody: opened after a confirmation that names what strangers get."""

from handlers.bulletins_listening import for_leaders, routes
from handlers.dialog import Choice, Screen, Turn
from rules.bulletins import month_words
from rules.bulletins_public import page_name
from rules.words import short
from services import bulletins_public as public
from services.bulletins_public import Opening

UNIT = 40


@routes.on
async def for_everybody(turn: Turn, bulletin_id: int) -> Screen:
    """Whether everybody may hear it; who may open it is told what that means."""
    found = await public.look(turn.store, turn.person, bulletin_id)
    if found.is_open:
        return _opened(turn, found)
    plan = found.bulletin.approved
    return Screen(
        "outlets.ask",
        {
            "month": month_words(plan.month),
            "unit": short(plan.unit, UNIT),
            "count": len(plan.items),
        },
        choices=(Choice("outlets.do_open", open_to_all, bulletin_id),),
        back=(for_leaders, bulletin_id),
    )


@routes.on
async def open_to_all(turn: Turn, bulletin_id: int) -> Screen:
    """From now on everybody may hear and read it."""
    return _opened(turn, await public.open_to_all(turn.store, turn.person, bulletin_id, turn.now))


@routes.on
async def close_to_all(turn: Turn, bulletin_id: int) -> Screen:
    """From now on it is the members' alone."""
    bulletin = await public.close_to_all(turn.store, turn.person, bulletin_id, turn.now)
    return Screen(
        "outlets.closed", {"month": month_words(bulletin.month)}, back=(for_leaders, bulletin_id)
    )


def _opened(turn: Turn, found: Opening) -> Screen:
    bulletin = found.bulletin
    return Screen(
        "outlets.opened",
        {
            "month": month_words(bulletin.month),
            "name": found.opener,
            "moment": bulletin.public_at,
            "address": f"{turn.store.org.bulletins_page}{page_name(bulletin)}",
        },
        choices=(Choice("outlets.close", close_to_all, bulletin.id),),
        back=(for_leaders, bulletin.id),
    )
