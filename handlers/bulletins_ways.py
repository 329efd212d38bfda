"""Ways every file of the desk has: back to the desk, to an item, to the table of readings, and to a
new approval.

The desk, the items and the table stand in files above those that lead there.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

from handlers.bulletins_listening import ON_A_PAGE, routes
from handlers.dialog import Choice
from rules.words import Words, words

T = TypeVar("T")


def to_desk(bulletin_id: int) -> tuple[Any, ...]:
    """The way back to a bulletin on the desk."""
    return (routes.presses["bulletins.desk"], bulletin_id)


def to_item(item_id: int) -> tuple[Any, ...]:
    """The way back to an item's own screen."""
    return (routes.presses["bulletins.desk_item"], item_id, 0)


def see_item(item_id: int) -> Choice:
    """The way to an item's own screen."""
    return Choice("bulletins.see_item", *to_item(item_id))


def take_out_again(item_id: int) -> Choice:
    """The way out for an item that came in by mistake."""
    return Choice("bulletins.remove_added", routes.presses["bulletins.remove"], item_id)


def see_table() -> Choice:
    """The way to the table of readings."""
    return Choice("bulletins.go_abbreviations", routes.presses["bulletins.abbreviations"])


def approve_again(*, lost: bool) -> Words | str:
    """What to say when a change has taken an approval away."""
    return words("bulletins.approve_again") if lost else ""


def three_of(entries: Sequence[T], page: int) -> tuple[Sequence[T], bool]:
    """What stands on a page (from 0) of three, and whether more follows."""
    start = page * ON_A_PAGE
    return entries[start : start + ON_A_PAGE], len(entries) > start + ON_A_PAGE
