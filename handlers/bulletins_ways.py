"""Ways every file of the desk has: back to the desk, to an item, and to a new approval.

The desk and the items stand in files above those that lead there.
"""

from handlers.bulletins_listening import routes
from handlers.dialog import Choice, Place
from rules.words import Words, words


def to_desk(bulletin_id: int) -> Place:
    """The way back to a bulletin on the desk."""
    return (routes.presses["bulletins.desk"], bulletin_id)


def see_item(item_id: int) -> Choice:
    """The way to an item's own screen."""
    return Choice("bulletins.see_item", routes.presses["bulletins.desk_item"], item_id, 0)


def approve_again(*, lost: bool) -> Words | str:
    """What to say when a change has taken an approval away."""
    return words("bulletins.approve_again") if lost else ""
