"""Bulletins for everybody: opened by who approved them, closed again at once, and found by
strangers as long as they are open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rules import bulletins_public as rules
from rules.bulletins import Bulletin
from rules.members import Person
from rules.refusal import Refusal
from services.bulletins_listening import one
from storage import audit, bulletins_items, listen, members
from storage import bulletins as rows
from storage import bulletins_public as public
from storage.store import Store


@dataclass(frozen=True)
class Opening:
    """A sent bulletin and whether everybody may hear it. `opener` is who opened it."""

    bulletin: Bulletin
    opener: str = ""

    @property
    def is_open(self) -> bool:
        """Whether everybody may hear it now."""
        return self.bulletin.public_at is not None


async def offers(store: Store, person: Person, bulletin: Bulletin) -> bool:
    """Whether this person is shown the way to open it to everybody, or to close it."""
    if not store.org.bulletins_page or not person.leads(bulletin.unit_path):
        return False
    return bulletin.public_at is not None or rules.may_open(person, bulletin)


async def look(store: Store, person: Person, bulletin_id: int) -> Opening:
    """How it stands, for those who lead its unit; refused when it is not open and they may not open
    it."""
    bulletin = await _led(store, person, bulletin_id)
    if bulletin.public_at is None:
        rules.check_open(person, bulletin, await bulletins_items.items(store, bulletin_id))
        return Opening(bulletin)
    people = await members.many(store, [bulletin.public_by] if bulletin.public_by else [])
    return Opening(bulletin, next((one.name for one in people), ""))


async def open_to_all(store: Store, person: Person, bulletin_id: int, now: datetime) -> Opening:
    """Let everybody hear and read it; done twice it stays as it is."""
    found = await look(store, person, bulletin_id)
    if found.is_open:
        return found
    values = {"public_at": now, "public_by": person.id, "public_changed_at": now}
    await rows.change(store, bulletin_id, **values)
    await audit.note(store, now, person.id, "opened to all", "bulletin", bulletin_id)
    return await look(store, person, bulletin_id)


async def close_to_all(store: Store, person: Person, bulletin_id: int, now: datetime) -> Bulletin:
    """Let nobody but the members hear it from now on. Whoever leads the unit may do so."""
    bulletin = await _led(store, person, bulletin_id)
    if bulletin.public_at is not None:
        values = {"public_at": None, "public_by": None, "public_changed_at": now}
        await rows.change(store, bulletin_id, **values)
        await audit.note(store, now, person.id, "closed to all", "bulletin", bulletin_id)
    return bulletin


async def published(store: Store) -> Sequence[Bulletin]:
    """What strangers may hear now, the newest first."""
    return [one for one in await public.published(store) if await _stands(store, one)]


async def find(store: Store, name: str) -> Bulletin | None:
    """The bulletin with that name in its address; None unless everybody may hear it."""
    named = rules.read_page_name(name)
    found = await public.published_of(store, *named) if named else None
    return found if found and await _stands(store, found) else None


async def changed(store: Store) -> datetime | None:
    """When the list of them changed last."""
    return await public.changed(store)


async def _led(store: Store, person: Person, bulletin_id: int) -> Bulletin:
    if not store.org.bulletins_page:
        raise Refusal("outlets.no_page")
    bulletin = await one(store, person, bulletin_id)
    if not person.leads(bulletin.unit_path):
        raise Refusal("outlets.not_approver")
    return bulletin


async def _stands(store: Store, bulletin: Bulletin) -> bool:
    """Whether all it says is still said, and none of it must stay inside."""
    if rules.stays_inside(bulletin, await bulletins_items.items(store, bulletin.id)):
        return False
    return await listen.have_items(store, bulletin.approved.items)
