"""What is waiting for a person, over all topics."""

from datetime import datetime

from rules.members import Person
from rules.words import Words, words
from services import (
    bulletins,
    feedback,
    meetings,
    meetings_calling,
    members_correcting,
    notices,
    notices_writing,
    polls,
    polls_writing,
)
from storage.store import Store


async def waiting(store: Store, person: Person, now: datetime) -> tuple[Words, ...]:
    """One line for each kind of thing that waits, the member's own first."""
    counted = [
        ("home.notices_waiting", await notices.waiting(store, person, now)),
        ("home.meetings_waiting", await meetings.waiting(store, person, now)),
        ("home.polls_waiting", await polls.waiting(store, person, now)),
        ("home.answers_waiting", await feedback.answered_for_member(store, person)),
    ]
    if person.leading:
        counted += [
            ("home.cases_waiting", await feedback.waiting_for_leader(store, person, now)),
            ("home.corrections_waiting", len(await members_correcting.pending(store, person))),
        ]
    lines = [words(key, count=count) for key, count in counted if count]
    begun = [words(f"home.begun_{topic}") for topic in await unfinished(store, person)]
    return (*lines, *await _bulletin(store, person, now), *begun)


async def _bulletin(store: Store, person: Person, now: datetime) -> tuple[Words, ...]:
    """The bulletin to be approved is one task, whatever came to it."""
    if not person.leading or not await bulletins.waiting_for_editor(store, person, now):
        return ()
    new = await bulletins.new_for_editor(store, person)
    if new:
        return (words("home.bulletins_with_news", count=1, new=new),)
    return (words("home.bulletins_waiting", count=1),)


async def unfinished(store: Store, person: Person) -> dict[str, int]:
    """What this person began to write and has not sent: topic and draft."""
    if not person.leading:
        return {}
    drafts = {
        "notices": await notices_writing.draft_of(store, person),
        "meetings": await meetings_calling.unfinished(store, person),
        "polls": await polls_writing.draft_of(store, person),
    }
    return {topic: draft.id for topic, draft in drafts.items() if draft}
