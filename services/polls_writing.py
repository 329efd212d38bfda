"""Writing a poll: a draft that is kept step by step, one for each author."""

from datetime import datetime
from typing import Any

from rules.members import Person
from rules.polls import (
    BASES,
    LEADING,
    SHORTEST,
    THRESHOLDS,
    USUAL,
    Draft,
    Option,
    typed_options,
    typed_question,
)
from rules.refusal import Refusal
from storage import polls as books
from storage.store import Store


async def draft_of(store: Store, person: Person) -> Draft | None:
    """The poll this person began to write."""
    return await books.draft_of(store, person.id)


async def take_question(store: Store, person: Person, text: str, now: datetime) -> Draft:
    """Keep the question, in a new draft if there is none."""
    question = typed_question(text)
    found = await books.draft_of(store, person.id)
    if found is None:
        unit_id = person.own_unit.unit_id
        draft_id = await books.begin(store, person.id, unit_id, question, now)
        return await own_draft(store, person, draft_id)
    return await _change(store, person, found.id, question=question)


async def take_options(store: Store, person: Person, draft_id: int, text: str | None) -> Draft:
    """Keep the options typed one per line, or the usual three when there is no text."""
    options: tuple[Option, ...] = USUAL if text is None else typed_options(text)
    found = await own_draft(store, person, draft_id)
    # Agreeing to a motion is always measured; options of one's own may be merely counted.
    threshold = "" if text is None and found.threshold == "none" else found.threshold
    deciding = _deciding(options)
    return await _change(
        store, person, draft_id, options=options, threshold=threshold, deciding=deciding
    )


async def take_threshold(store: Store, person: Person, draft_id: int, threshold: str) -> Draft:
    """Keep the share that is needed."""
    if threshold not in THRESHOLDS:
        raise Refusal("polls.unfinished")
    found = await own_draft(store, person, draft_id)
    # What the share is of stays; it was not asked yet where the votes were merely counted.
    base = "cast" if threshold == "none" else found.base if found.decides else ""
    # Whoever was asked for an opinion only does not decide.
    voters = found.voters if threshold == "none" or found.voters != "all" else ""
    deciding = _deciding(found.options)
    return await _change(
        store,
        person,
        draft_id,
        threshold=threshold,
        base=base,
        voters=voters,
        deciding=deciding,
    )


def _deciding(options: tuple[Option, ...]) -> int:
    """Which option must reach the share: agreeing to a motion, else whichever has the most."""
    return 0 if options == USUAL else LEADING


async def take_base(store: Store, person: Person, draft_id: int, base: str) -> Draft:
    """Keep what the share is of."""
    if base not in BASES:
        raise Refusal("polls.unfinished")
    return await _change(store, person, draft_id, base=base)


async def take_close(
    store: Store, person: Person, draft_id: int, closes_at: datetime, now: datetime
) -> Draft:
    """Keep when the poll closes."""
    (await own_draft(store, person, draft_id)).check_close(closes_at, now)
    return await _change(store, person, draft_id, closes_at=closes_at)


async def take_opening(store: Store, person: Person, draft_id: int, opens_at: datetime) -> Draft:
    """Keep a later hour to open at; a close that is no longer after it is asked anew."""
    found = await own_draft(store, person, draft_id)
    late = found.closes_at is not None and found.closes_at < opens_at + SHORTEST
    closes_at = None if late else found.closes_at
    return await _change(store, person, draft_id, opens_at=opens_at, closes_at=closes_at)


async def drop(store: Store, person: Person, draft_id: int) -> None:
    """Throw the draft away; nobody has seen it."""
    found = await books.draft(store, draft_id)
    if found and found.author_id == person.id:
        await books.drop_draft(store, draft_id)


async def own_draft(store: Store, person: Person, draft_id: int) -> Draft:
    """A draft of this author, who must still lead the unit it is for."""
    found = await books.draft(store, draft_id)
    if found is None or found.author_id != person.id:
        raise Refusal("polls.draft_gone")
    if not person.leads(found.unit_path):
        raise Refusal("units.not_yours")
    return found


async def _change(store: Store, person: Person, draft_id: int, **values: Any) -> Draft:
    await own_draft(store, person, draft_id)
    await books.change(store, draft_id, **values)
    return await own_draft(store, person, draft_id)
