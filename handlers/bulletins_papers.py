"""The paper an item came in: what of it is not spoken, and whether its words leave the house."""

from handlers.bulletins_listening import TITLE, routes
from handlers.bulletins_ways import approve_again, see_item, to_desk, to_item
from handlers.dialog import Choice, Screen, Turn
from rules.bulletins_script import page_of
from rules.refusal import Refusal
from rules.words import short, words
from services import bulletins_papers as deeds
from services.bulletins_items import OnDesk, item


@routes.on
async def left_out(turn: Turn, item_id: int, part: int, page: int) -> Screen:
    """What the reader left out of a paper: its letterhead, its recipients, its signature."""
    found, parts = await deeds.frame(turn.store, turn.person, item_id, turn.now)
    if not 0 <= part < len(parts):
        raise Refusal("bulletins.no_item")
    name, text = parts[part]
    shown, goes_on = page_of(text, page)
    choices = []
    if goes_on:
        choices.append(Choice("bulletins.more", left_out, item_id, part, page + 1))
    elif part + 1 < len(parts):
        choices.append(Choice("bulletins.more", left_out, item_id, part + 1, 0))
    values = {"part": words(f"bulletins.part_{name}"), "text": shown}
    back = to_desk(found.item.bulletin_id)
    if found.number:
        choices.append(see_item(item_id))
        back = to_item(item_id)
    return Screen("bulletins.left_out", values, tuple(choices), back=back)


@routes.on
async def take_out(turn: Turn, item_id: int) -> Screen:
    """All items of a paper out of the bulletin; they can be brought back."""
    changed = await deeds.take_out(turn.store, turn.person, item_id, turn.now)
    undo = Choice("bulletins.put_paper_back", bring_back, item_id)
    return _paper("bulletins.paper_removed", changed, undo)


@routes.on
async def bring_back(turn: Turn, item_id: int) -> Screen:
    """All of them back in their places."""
    changed = await deeds.bring_back(turn.store, turn.person, item_id, turn.now)
    return _paper("bulletins.paper_is_back", changed, take_paper_out(item_id))


def _paper(key: str, changed: deeds.PaperChanged, undo: Choice) -> Screen:
    values = {"count": changed.count, "note": approve_again(lost=changed.lost)}
    return Screen(key, values, (undo,), back=to_desk(changed.bulletin_id))


def take_paper_out(item_id: int) -> Choice:
    """The way out for a paper that came in by mistake."""
    return Choice("bulletins.remove_paper", take_out, item_id)


@routes.on
async def keep_inside(turn: Turn, item_id: int) -> Screen:
    """From now on only the built-in voice reads the paper."""
    return await _set(turn, item_id, "bulletins.kept_inside", inside=True)


@routes.on
async def ask_outside(turn: Turn, item_id: int) -> Screen:
    """What was given away cannot be taken back: say what it is, and to whom it goes."""
    found = await item(turn.store, turn.person, item_id, turn.now)
    return Screen(
        "bulletins.ask_outside",
        {"title": short(found.item.title, TITLE)},
        choices=(Choice("bulletins.do_let_outside", let_outside, item_id),),
        back=to_item(item_id),
    )


@routes.on
async def let_outside(turn: Turn, item_id: int) -> Screen:
    """A better voice elsewhere may be given its words."""
    return await _set(turn, item_id, "bulletins.let_outside", inside=False)


async def _set(turn: Turn, item_id: int, key: str, *, inside: bool) -> Screen:
    changed, count = await deeds.keep_inside(
        turn.store, turn.person, item_id, turn.now, inside=inside
    )
    values = {"count": count, "note": approve_again(lost=changed.lost)}
    return Screen(key, values, (see_item(item_id),), back=to_item(item_id))


def who_reads_it(found: OnDesk) -> tuple[Choice, ...]:
    """The way to keep an item's paper inside, or to let it out again."""
    if not found.may_change:
        return ()
    inside = ("bulletins.let_it_outside", ask_outside)
    outside = ("bulletins.keep_it_inside", keep_inside)
    return (Choice(*(inside if found.item.stays_inside else outside), found.item.id),)


def see_left_out(item_id: int) -> Choice:
    """The way to what of its paper is not spoken."""
    return Choice("bulletins.see_left_out", left_out, item_id, 0, 0)
