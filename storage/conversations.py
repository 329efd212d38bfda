"""What each account was shown last, and the question it was asked."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from storage.store import Store, read
from storage.tables import accounts, conversations


@dataclass(frozen=True)
class Conversation:
    """The screen an account sees, the open question, and how often we did not understand."""

    shown_ref: str | None = None
    shown_text: str | None = None
    place: list[Any] | None = None
    back: list[Any] | None = None
    asks: list[Any] | None = None
    choices: list[Any] | None = None
    carried: dict[str, Any] | None = None
    misses: int = 0
    shown_at: datetime | None = None


_HERE = conversations.c.account_id == bindparam("account")
_GET = select(conversations).where(_HERE)
_SHOWN = (
    update(conversations)
    .where(_HERE)
    .values(shown_ref=bindparam("ref"), shown_text=bindparam("text"), shown_at=bindparam("now"))
)

_LEFT = update(conversations).where(_HERE).values(place=None, back=None, asks=None, choices=None)
_OPEN = (
    select(conversations.c.account_id, conversations.c.place, accounts.c.messenger)
    .join(accounts, accounts.c.id == conversations.c.account_id)
    .where(
        conversations.c.shown_at >= bindparam("since"),
        conversations.c.shown_ref.is_not(None),
        accounts.c.seat == 0,  # what is open on a shared phone stays as its owner left it
    )
)


async def get(store: Store, account_id: int) -> Conversation:
    """The account's conversation; an empty one before the first turn."""
    row = await store.one(_GET, account=account_id)
    return read(Conversation, row) if row else Conversation()


async def save(store: Store, account_id: int, **values: Any) -> None:
    """Remember where an account stands now: every column but what the messenger knows of it."""
    await store.put(conversations, "account_id", account_id=account_id, **values)


async def leave(store: Store, account_id: int) -> None:
    """Whoever stood here stands elsewhere now: nothing is asked here any more."""
    await store.run(_LEFT, account=account_id)


async def shown(store: Store, account_id: int, ref: str, text: str, now: datetime) -> None:
    """Remember by which id the messenger knows what it shows now."""
    await store.run(_SHOWN, account=account_id, ref=ref, text=text, now=now)


async def open_at(
    store: Store, names: Container[str], since: datetime
) -> Sequence[tuple[int, str]]:
    """(account, messenger) of every screen shown since then that one of those routes made."""
    rows = await store.all(_OPEN, since=since)
    return [
        (row["account_id"], row["messenger"])
        for row in rows
        if row["place"] and row["place"][0] in names
    ]
