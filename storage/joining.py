"""Invites, tries and consents."""

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from rules.joining import Invite
from storage.store import Store, read
from storage.tables import consents, invites, tries


def fingerprint(code: str) -> str:
    """Codes are kept only as this: who reads the database cannot join with it."""
    return hashlib.sha256(code.encode()).hexdigest()


async def issue(
    store: Store, member_id: int, code: str, now: datetime, expires_at: datetime
) -> None:
    """Give a member a code; every earlier unused one of theirs is void from now on."""
    await void(store, member_id, now)
    await store.add(
        invites,
        member_id=member_id,
        code_hash=fingerprint(code),
        created_at=now,
        expires_at=expires_at,
    )


async def void(store: Store, member_id: int, now: datetime) -> None:
    """Void every unused code of a member."""
    await store.run(
        update(invites)
        .where(
            invites.c.member_id == member_id,
            invites.c.used_at.is_(None),
            invites.c.voided_at.is_(None),
        )
        .values(voided_at=now)
    )


async def void_all(store: Store, now: datetime) -> int:
    """Every code that could still be used is void from now on; how many."""
    usable = invites.c.used_at.is_(None) & invites.c.voided_at.is_(None)
    return await store.run(update(invites).where(usable).values(voided_at=now))


async def by_code(store: Store, code: str) -> Invite | None:
    """The invite of that code."""
    row = await store.one(select(invites).where(invites.c.code_hash == fingerprint(code)))
    return read(Invite, row) if row else None


async def get(store: Store, invite_id: int) -> Invite | None:
    """One invite, locked until the transaction ends."""
    row = await store.one(select(invites).where(invites.c.id == invite_id).with_for_update())
    return read(Invite, row) if row else None


async def given_at(store: Store, account_id: int) -> Invite | None:
    """The invite whose code this account gave last, and has not used."""
    given = (invites.c.given_by == account_id) & invites.c.used_at.is_(None)
    row = await store.one(select(invites).where(given).order_by(invites.c.id.desc()).limit(1))
    return read(Invite, row) if row else None


async def forget_given(store: Store, account_id: int) -> None:
    """Whatever code was given there last, another one is now, or none."""
    given = (invites.c.given_by == account_id) & invites.c.used_at.is_(None)
    await store.run(update(invites).where(given).values(given_by=None))


async def mark(store: Store, invite_id: int, **values: Any) -> None:
    """Change an invite."""
    await store.run(update(invites).where(invites.c.id == invite_id).values(**values))


async def note_try(store: Store, account_id: int, now: datetime) -> None:
    """Count a try at a code."""
    await store.add(tries, account_id=account_id, at=now)


async def count_tries(store: Store, since: datetime, account_id: int | None = None) -> int:
    """Tries since then, of one account or of everyone."""
    statement = select(func.count()).select_from(tries).where(tries.c.at > since)
    if account_id is not None:
        statement = statement.where(tries.c.account_id == account_id)
    return int(await store.value(statement))


async def consent(
    store: Store, member_id: int, account_id: int, version: int, language: str, now: datetime
) -> None:
    """Keep that, when, how and to which words a member agreed."""
    await store.add(
        consents,
        member_id=member_id,
        account_id=account_id,
        version=version,
        language=language,
        given_at=now,
    )


async def agreed_to(store: Store, member_id: int, version: int) -> bool:
    """Whether a member's consent to these words stands."""
    stands = (
        (consents.c.member_id == member_id)
        & (consents.c.version == version)
        & consents.c.withdrawn_at.is_(None)
    )
    return bool(await store.value(select(func.count()).where(stands)))


async def withdraw(store: Store, member_id: int, now: datetime) -> None:
    """End a member's consent."""
    await store.run(
        update(consents)
        .where(consents.c.member_id == member_id, consents.c.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )
