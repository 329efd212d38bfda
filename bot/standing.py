"""What is remembered of a screen: where it stands, what it asks, and what its numbers mean."""

from typing import Any

from bot.pages import Pages
from bot.routing import Switches
from bot.showing import Answer
from storage.conversations import Conversation


def standing(
    answer: Answer, talk: Conversation, pages: Pages, switches: Switches
) -> dict[str, Any]:
    """The values of the conversation after this answer; `talk` is how it stood before."""
    screen = answer.screen
    if screen.stays:
        return _as_it_was(answer, talk, switches)
    choices = pages.choices(screen, answer.speech)
    return {
        "place": list(answer.route),
        "back": list(pages.back_route(screen, answer.route) or ()) or None,
        "asks": list(switches.route(screen.asks)) or None,
        "choices": [[label, list(route)] for label, route in choices],
    }


def _as_it_was(answer: Answer, talk: Conversation, switches: Switches) -> dict[str, Any]:
    """What stands stays, except that it is not drawn anew in the place of what covers it."""
    place = {} if talk.asks else {"place": list(answer.route)}
    back = {"back": list(switches.route(answer.screen.back))} if answer.screen.back else {}
    return {**place, **back}
