"""Books that came back from a backup: what they may not say, and what a person must look at.

Between the backup and now things were sent, voted and decided that these books know nothing of. So
what falls due is done in the books, and nothing of it is sent before somebody has looked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rules.meetings import Meeting
from rules.polls import Poll
from rules.refusal import Refusal
from services import polls_leading
from storage import audit, deliveries, joining, meetings, polls, restorations
from storage.store import Store


@dataclass(frozen=True)
class Cleared:
    """What is not to be taken up again: codes that may be spent, polls that lack votes."""

    codes: int
    cancelled: Sequence[Poll]


@dataclass(frozen=True)
class Held:
    """What is held, and what goes on without what was said since the backup."""

    messages: int
    open_polls: Sequence[Poll]
    meetings: Sequence[Meeting]


async def clear(store: Store, reason: str, now: datetime) -> Cleared:
    """Void every code to join with, and cancel the polls that have ended since."""
    return Cleared(
        await joining.void_all(store, now), await polls_leading.cancel_missed(store, reason, now)
    )


async def hold(store: Store, copied_at: datetime, now: datetime) -> Held:
    """Hold everything that waits to be sent, and pause the books."""
    messages = await deliveries.hold(store)
    await restorations.begin(store, copied_at, now)
    await audit.note(store, now, None, "restored", "books", 0)
    return Held(
        messages,
        await polls.closing(store, now, datetime.max.replace(tzinfo=now.tzinfo)),
        await meetings.starting(store, copied_at, now),
    )


async def release(store: Store, now: datetime, *, send: bool) -> int:
    """Let paused books speak again; how many held messages are sent, or given up as uncertain."""
    if not await restorations.release(store, now):
        raise Refusal("backups.not_paused")
    await audit.note(store, now, None, "released", "books", 0, detail={"send": send})
    return await deliveries.let_go(store, now, send=send)
