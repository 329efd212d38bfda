"""A person's own recording of an item: sent as a voice or a sound file, and taken back."""

from handlers.bulletins_listening import TITLE, routes
from handlers.bulletins_ways import approve_again, see_item, to_item
from handlers.dialog import Choice, Screen, Turn
from handlers.marks import Mark
from rules.refusal import Refusal
from rules.words import short, words
from services import bulletins_recording as deeds
from services.bulletins_items import OnDesk, item


@routes.on
async def ask_recording(turn: Turn, item_id: int) -> Screen:
    """Ask for the item in somebody's own voice."""
    found = (await item(turn.store, turn.person, item_id, turn.now)).item
    values = {"title": short(found.title, TITLE)}
    return Screen(
        "bulletins.ask_recording",
        values,
        asks=(take_recording, item_id),
        back=to_item(item_id),
    )


@routes.on(marks=Mark.ENTRY)
async def take_recording(turn: Turn, item_id: int) -> Screen:
    """It is played back as members will hear it; what cannot be used is asked for again."""
    kind, media_id = (turn.file.kind, turn.file.media_id) if turn.file else ("", None)
    try:
        if turn.file and turn.file.problem:
            raise Refusal(turn.file.problem)
        changed, plan, number = await deeds.record(
            turn.store, turn.person, item_id, kind, media_id, turn.now
        )
    except Refusal as no:
        return Screen(no.key, no.values, asks=(take_recording, item_id), back=to_item(item_id))
    return Screen(
        "bulletins.own_taken",
        {"number": number, "note": approve_again(lost=changed.lost)},
        choices=(_take_back(item_id), _again(item_id), see_item(item_id)),
        media=plan.voice_of(number),
        meanwhile=words("bulletins.recording_item", number=number),
        back=to_item(item_id),
    )


@routes.on
async def ask_voiceless(turn: Turn, item_id: int) -> Screen:
    """A last look, before what somebody spoke is heard no more."""
    found = (await item(turn.store, turn.person, item_id, turn.now)).item
    choices = (Choice("bulletins.do_take_own_back", take_back_recording, item_id), _again(item_id))
    values = {"title": short(found.title, TITLE)}
    return Screen("bulletins.ask_voiceless", values, choices, back=to_item(item_id))


@routes.on
async def take_back_recording(turn: Turn, item_id: int) -> Screen:
    """A voice reads the item again."""
    changed = await deeds.unrecord(turn.store, turn.person, item_id, turn.now)
    title, note = short(changed.item.title, TITLE), approve_again(lost=changed.lost)
    values = {"title": title, "note": note}
    return Screen("bulletins.own_gone", values, (see_item(item_id),), back=to_item(item_id))


def recording_deeds(found: OnDesk) -> tuple[Choice, ...]:
    """What can be done with an item's sound."""
    if not found.may_change:
        return ()
    if found.item.recording:
        return (_take_back(found.item.id),)
    return (Choice("bulletins.record_own", ask_recording, found.item.id),)


def _take_back(item_id: int) -> Choice:
    return Choice("bulletins.take_own_back", ask_voiceless, item_id)


def _again(item_id: int) -> Choice:
    return Choice("bulletins.record_again", ask_recording, item_id)
