"""A bulletin to be read before it is approved: all that will be said, a screen at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from rules.bulletins import Plan
from rules.bulletins_script import UNTITLED, pages_of
from services.bulletins_desk import shown
from storage.store import Store


@dataclass(frozen=True)
class ProofPage:
    """A screen of it: of an item by its number (from 1) and title, of the `opening` before them, or
    of the end after them. An item that is a title alone has it as its text."""

    text: str
    number: int = 0
    title: str = ""
    opens: bool = False


def proof_pages(store: Store, plan: Plan, title_length: int) -> list[ProofPage]:
    """All of it in order. A title that is read otherwise than it is written, or is longer than a
    screen shows above the text, stands in the text as well."""
    return [*_proof(store, plan, title_length)]


def _proof(store: Store, plan: Plan, title_length: int) -> Iterator[ProofPage]:
    around = store.org.say_around(plan.values())
    yield from (ProofPage(text, opens=True) for text in pages_of(around.opening, UNTITLED))
    for number, (title, text) in enumerate(plan.items, 1):
        heading, lines = shown(store, plan, title).lines, shown(store, plan, text).lines
        as_written = heading == (title,) and len(title) <= title_length
        said = [*(() if as_written and text else heading), *lines, around.after.get(number, "")]
        for page in pages_of("\n".join(filter(None, said))):
            yield ProofPage(page, number, title if text else "")
    yield from (ProofPage(text) for text in pages_of(around.closing, UNTITLED))
