"""Writing a notice: its draft, whom it is for, when it leaves, and the confirmation."""

from collections.abc import Sequence
from datetime import datetime

from rules.members import Member, Person
from rules.notices import NAMED, Circle, Notice, but_for, check_content, seal, sent_as
from rules.refusal import Refusal
from rules.units import Unit
from rules.words import Words, words
from storage import audit, mailings, members, notices, units
from storage.audiences import Audience
from storage.store import Store


async def draft_of(store: Store, person: Person) -> Notice | None:
    """What this person is writing, in a unit still led."""
    found = await notices.draft_of(store, person.id)
    return found if found and person.leads(found.unit_path) else None


async def own(store: Store, person: Person, notice_id: int) -> Notice:
    """A notice this person wrote, draft or not, in a unit still led."""
    found = await notices.get(store, notice_id)
    if found is None or found.author_id != person.id:
        raise Refusal("notices.not_here")
    if not person.leads(found.unit_path):
        raise Refusal("units.not_yours")
    return found


async def write(
    store: Store, person: Person, text: str, media_id: int | None, now: datetime
) -> Notice:
    """Put words or a file into the draft: new words take the place of the words, a new file that
    of the file."""
    before = await draft_of(store, person)
    text = text.strip() or (before.text if before else "")
    media_id = media_id or (before.media_id if before else None)
    check_content(text, media_id)
    if before:
        await notices.change(store, before.id, "draft", text=text, media_id=media_id)
        return await own(store, person, before.id)
    return await _begin(store, person, text, media_id, now)


async def undo(store: Store, person: Person, notice_id: int, text: str | None) -> None:
    """Give a draft the words it had before; None: it was not there before."""
    if text is None:
        await discard(store, person, notice_id)
    else:
        await _change(store, await own(store, person, notice_id), text=text)


async def discard(store: Store, person: Person, notice_id: int) -> None:
    """Throw a draft away; one that is gone already is gone."""
    found = await notices.draft_of(store, person.id)
    if found and found.id == notice_id:
        await notices.discard(store, notice_id)


async def keep_as_draft(store: Store, notice: Notice, now: datetime) -> None:
    """Give its author the words of a recalled notice to mend, unless another draft waits."""
    if await notices.draft_of(store, notice.author_id) is None:
        await notices.begin(
            store,
            notice.author_id,
            notice.unit_id,
            now,
            text=notice.text,
            media_id=notice.media_id,
            audience=notice.audience,
        )


async def anew(store: Store, person: Person, notice: Notice, now: datetime) -> Notice:
    """A draft with the words and the file of an earlier notice of this person. What is being
    written already is left as it is, and given back."""
    draft = await draft_of(store, person)
    return draft or await _begin(store, person, notice.text, notice.media_id, now)


async def branches(store: Store, notice: Notice) -> Sequence[Unit]:
    """The units below the one that sends."""
    below = await units.below(store, notice.unit_path)
    return [unit for unit in below if unit.id != notice.unit_id]


async def aim(store: Store, person: Person, notice_id: int, audience: str) -> None:
    """Choose whom a draft is for: "all", "secretaries" or "unit:5"."""
    found = await own(store, person, notice_id)
    await _unit(store, found, audience)
    await _change(store, found, audience=audience)


async def mark(store: Store, person: Person, notice_id: int, urgent: bool) -> None:
    """Mark a draft as urgent: it leaves at night, too. Or take the mark away."""
    await _change(store, await own(store, person, notice_id), urgent=urgent)


async def schedule(store: Store, person: Person, notice_id: int, send_at: datetime | None) -> None:
    """Let a draft wait for that moment; None: it leaves once it is confirmed."""
    await _change(store, await own(store, person, notice_id), send_at=send_at)


async def circle(store: Store, notice: Notice, audience: str, now: datetime) -> Circle:
    """Those on the roster today whom a notice is for, without its author."""
    name, people = await _people(store, notice, audience, now)
    count, unlinked, mark = await notices.circle(store, people)
    named = await notices.unlinked(store, people, 0, NAMED) if unlinked else ()
    return Circle(name, count, unlinked, tuple(one.name for one in named), mark)


async def unlinked(
    store: Store, notice: Notice, start: int, limit: int, now: datetime
) -> Sequence[Member]:
    """Those a notice is for whom no message reaches yet, from the `start`th on."""
    _, people = await _people(store, notice, notice.audience or "all", now)
    return await notices.unlinked(store, people, start, limit)


async def confirm(store: Store, person: Person, notice_id: int, seen: str, now: datetime) -> Notice:
    """Number a draft, freeze its recipients and leave it for each. `seen` seals what was shown;
    confirming again changes nothing."""
    draft = await own(store, person, notice_id)
    if draft.state != "draft":
        return draft
    _, people = await _people(store, draft, draft.audience or "all", now)
    count, _, mark = await notices.circle(store, people)
    if not count:
        raise Refusal("notices.nobody")
    if seal(draft, mark, now) != seen:
        raise Refusal("notices.changed")
    number = await notices.next_number(store, draft.unit_id, store.org.today(now).year)
    sent = sent_as(draft, number, store.org, now)
    await _save_confirmed(store, sent)
    await notices.address(store, sent.id, people)
    await audit.note(
        store, now, person.id, "confirmed", "notice", sent.id, detail={"people": count}
    )
    await mailings.spread(
        store,
        sent.cause,
        ("addressed", sent.id),
        sent.message("notices.notice"),
        now,
        sender_id=person.id,
        about=sent.name,
        not_before=sent.send_at,
        urgent=sent.urgent,
    )
    return sent


async def _save_confirmed(store: Store, sent: Notice) -> None:
    """Refused to the second of two phones that confirm at once."""
    saved = await notices.change(
        store,
        sent.id,
        "draft",
        state=sent.state,
        number=sent.number,
        year=sent.year,
        send_at=sent.send_at,
        confirmed_at=sent.confirmed_at,
    )
    if not saved:
        raise Refusal("notices.changed")


async def _begin(
    store: Store, person: Person, text: str, media_id: int | None, now: datetime
) -> Notice:
    """A draft of the highest unit led. Without units below there is nobody to choose from."""
    stale = await notices.draft_of(store, person.id)
    if stale:  # of a unit no longer led: nobody could send it any more
        await notices.discard(store, stale.id)
    unit = person.own_unit
    alone = len(await units.below(store, unit.unit_path)) == 1
    notice_id = await notices.begin(
        store,
        person.id,
        unit.unit_id,
        now,
        text=text,
        media_id=media_id,
        audience="all" if alone else None,
    )
    return await own(store, person, notice_id)


async def _change(store: Store, notice: Notice, **values: object) -> None:
    notice.check_draft()
    await notices.change(store, notice.id, "draft", **values)


async def _people(
    store: Store, notice: Notice, audience: str, now: datetime
) -> tuple[Words, Audience]:
    """How those it is for are called together, and how to ask for them; the author is not one."""
    author = notice.author_id
    if audience == "secretaries":
        ids = await _secretaries(store, notice, now)
        name = words("notices.the_secretaries", unit=notice.unit_name)
        return but_for(author in ids, name), ("some", *sorted(ids - {author}))
    unit = await _unit(store, notice, audience)
    there = await notices.is_in(store, ("below", unit.path), author)
    name = words("notices.everyone", unit=unit.name)
    return but_for(there, name), ("below", unit.path, author)


async def _secretaries(store: Store, notice: Notice, now: datetime) -> set[int]:
    today = store.org.today(now)
    ids: set[int] = set()
    for unit in await units.below(store, notice.unit_path):
        ids.update(await units.holders(store, unit.id, ("secretary",), today))
    return {one.id for one in await members.many(store, sorted(ids))}


async def _unit(store: Store, notice: Notice, audience: str) -> Unit:
    """The unit a notice goes to: its own, or one below it."""
    kind, _, number = audience.partition(":")
    wanted = int(number) if kind == "unit" and number.isdecimal() else notice.unit_id
    unit = await units.get(store, wanted)
    if unit is None or not unit.path.startswith(notice.unit_path):
        raise Refusal("units.not_yours")
    return unit
