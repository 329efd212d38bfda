"""A bulletin to be read before it is approved: all that will be said, a screen at a time."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from rules.bulletins import Plan
from rules.bulletins_script import SCRIPT, pages_of
from rules.members import Person
from services.bulletins_desk import Desk, shown
from storage import bulletins_hearing as hearing
from storage.store import Store

OPENING, CLOSING = 0, -1  # parts beside the items, which are called by their numbers
PRINT = 12  # letters


@dataclass(frozen=True)
class ProofPage:
    """A screen of it: of an item by its number (from 1) and title, of the `opening` before them, or
    of the end after them. An item that is a title alone has it as its text."""

    text: str
    number: int = 0
    title: str = ""
    opens: bool = False

    @property
    def part(self) -> int:
        """Which part of the bulletin it belongs to."""
        return self.number or (OPENING if self.opens else CLOSING)


def prints(store: Store, plan: Plan) -> dict[int, str]:
    """What each part says, short enough to be remembered: the same words at another place, or on
    other pages, have the same one. Of an item somebody speaks, the recording counts too."""
    said: dict[int, list[str]] = {}
    for page in proof_pages(store, plan, 0):
        said.setdefault(page.part, [str(plan.recordings.get(page.number, ""))])
        said[page.part].append(page.text)
    return {
        part: hashlib.sha256("\n".join(texts).encode()).hexdigest()[:PRINT]
        for part, texts in said.items()
    }


async def changed_pages(
    store: Store, person: Person, desk: Desk, title_length: int
) -> list[ProofPage]:
    """The pages of the parts that say something else than what this person heard or read whole
    last; none when nothing was, or nothing of it stands, or a person's recording came to it, which
    has to be heard."""
    heard = await hearing.parts_heard(store, desk.bulletin.id, person.id)
    now = prints(store, desk.plan)
    new = {part for part, one in now.items() if one not in heard}
    if len(new) == len(now) or new & set(desk.plan.recordings):
        return []
    return [one for one in proof_pages(store, desk.plan, title_length) if one.part in new]


def proof_pages(store: Store, plan: Plan, title_length: int) -> list[ProofPage]:
    """All of it in order. A title that is read otherwise than it is written, or is longer than a
    screen shows above the text, stands in the text as well."""
    return [*_proof(store, plan, title_length)]


def _proof(store: Store, plan: Plan, title_length: int) -> Iterator[ProofPage]:
    around = store.org.say_around(plan.values())
    yield from (ProofPage(text, opens=True) for text in pages_of(around.opening, SCRIPT))
    for number, (title, text) in enumerate(plan.items, 1):
        heading, lines = shown(store, plan, title).lines, shown(store, plan, text).lines
        as_written = heading == (title,) and len(title) <= title_length
        said = [*(() if as_written and text else heading), *lines, around.after.get(number, "")]
        for page in pages_of("\n".join(filter(None, said)), SCRIPT):
            yield ProofPage(page, number, title if text else "")
    yield from (ProofPage(text) for text in pages_of(around.closing, SCRIPT))
