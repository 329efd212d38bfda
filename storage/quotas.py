"""How many messages each messenger has carried, month by month."""

from sqlalchemy import bindparam, func, select, update

from storage.store import Store
from storage.tables import accounts, quotas

_HERE = (quotas.c.messenger == bindparam("by")) & (quotas.c.month == bindparam("in_month"))
_SPENT = select(quotas.c.spent).where(_HERE)
_SPEND = update(quotas).where(_HERE).values(spent=quotas.c.spent + 1).returning(quotas.c.spent)


async def spent(store: Store, messenger: str, month: str) -> int:
    """How many it has carried in that month."""
    return int(await store.value(_SPENT, by=messenger, in_month=month) or 0)


async def spend(store: Store, messenger: str, month: str) -> int:
    """One more; how many there are with it."""
    row = await store.one(_SPEND, by=messenger, in_month=month)
    if row is None:
        await store.add_new(quotas, messenger=messenger, month=month, spent=0)
        row = await store.one(_SPEND, by=messenger, in_month=month)
    assert row is not None
    return int(row["spent"])


async def people(store: Store, messenger: str) -> int:
    """From how many phones people have written there."""
    phones = select(func.count(accounts.c.address.distinct()))
    return int(await store.value(phones.where(accounts.c.messenger == messenger)) or 0)
