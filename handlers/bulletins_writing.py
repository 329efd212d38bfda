"""Giving the handbook a directive: typed, or as a file."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.bulletins_listening import TITLE, routes
from handlers.bulletins_papers import see_left_out, take_paper_out
from handlers.bulletins_reading import give_reading, unread_note
from handlers.bulletins_ways import approve_again, see_table, take_out_again, to_desk
from handlers.bulletins_words import take_entry
from handlers.dialog import MOST_CHOICES, Choice, File, Handler, Screen, Turn
from handlers.marks import Mark
from handlers.naming import ONE_OF_SEVERAL, all_named, files_of, named
from rules.bulletins import month_words
from rules.bulletins_twins import numbers
from rules.refusal import Refusal
from rules.words import Words, short, words
from services import bulletins as editing
from services.bulletins import Added
from services.bulletins_desk import on_desk
from services.bulletins_words import may_write

ISSUER = 40  # characters of the place that issued a paper


@routes.command("add_directive", marks=Mark.LEADERS)
async def add_directive(turn: Turn) -> Screen:
    """Ask for a directive."""
    month, _ = await editing.next_due(turn.store, turn.person, turn.now)
    values = {"month": month_words(month)}
    return Screen("bulletins.ask_directive", values, asks=take_directive, back=_front())


@routes.on(marks=Mark.OWN_WORDS)
async def take_directive(turn: Turn) -> Screen:
    """The directive becomes items; one that cannot be used is asked for again."""
    if turn.held:
        return await _take_files(turn)
    if await is_entry(turn):
        return await take_entry(turn)
    try:
        added = await _add(turn)
    except Refusal as no:
        return Screen(no.key, no.values, asks=take_directive, back=_front())
    screen = _there_already(added) if added.twins else await _added(turn, added, files_of(turn))
    return replace(screen, rest=(take_whole, added.bulletin.id, added.count))


async def _take_files(turn: Turn) -> Screen:
    """Several files one after the other, and what becomes of each."""
    taken: list[tuple[File, Added]] = []
    left: list[Words] = []
    for file in files_of(turn):
        try:
            added = await _add(replace(turn, file=file))
        except Refusal as no:
            reason = words(no.key, **no.values)
            left.append(
                words("bulletins.not_taken", file=named(file, ONE_OF_SEVERAL), reason=reason)
            )
            continue
        if added.twins:
            left.append(words("bulletins.was_there", file=named(file, ONE_OF_SEVERAL)))
        else:
            taken.append((file, added))
    if not taken:
        values = {"left": tuple(left)}
        return Screen("bulletins.none_taken", values, asks=take_directive, back=_front())
    files, every = [file for file, _ in taken], [added for _, added in taken]
    count, lost = sum(one.count for one in every), any(one.lost for one in every)
    inside, framed = any(one.inside for one in every), len(every) == 1 and every[0].framed
    issuer = next((one.issuer for one in every if one.issuer), "")
    whole = replace(every[-1], count=count, lost=lost, inside=inside)
    whole = replace(whole, framed=framed, issuer=issuer)
    return await _added(turn, whole, files, left)


@routes.on
async def add_anyway(turn: Turn, bulletin_id: int, place: int, count: int) -> Screen:
    """What is in the bulletin already is wanted once more."""
    about = (bulletin_id, place, count, turn.now)
    return await _added(turn, await editing.let_in(turn.store, turn.person, *about))


def _there_already(added: Added) -> Screen:
    bulletin_id = added.bulletin.id
    return Screen(
        "bulletins.there_already",
        {"month": month_words(added.bulletin.month), "numbers": numbers(added.twins)},
        choices=(
            Choice("bulletins.add_anyway", add_anyway, bulletin_id, added.place, added.count),
            Choice("bulletins.do_not_add", *to_desk(bulletin_id)),
        ),
        back=_front(),
    )


async def _added(
    turn: Turn, added: Added, files: Sequence[File] = (), left: Sequence[Words] = ()
) -> Screen:
    """What was taken in, and at once what of it nobody can read for certain."""
    note: list[Words | str] = [*left]
    if files:
        note.insert(0, words("bulletins.from_files", files=all_named(files)))
    if added.issuer:
        note.append(words("bulletins.of_another", issuer=short(added.issuer, ISSUER)))
    if added.inside:
        note.append(words("bulletins.says_inside"))
    elif added.count > 1 and not added.issuer:
        note.append(words("bulletins.divided"))
    bulletin_id = added.bulletin.id
    desk = await on_desk(turn.store, turn.person, bulletin_id, turn.now)
    hard = desk.unread if desk.edits else ()
    one = [item for item in desk.items if item.id == added.first_id and added.count == 1]
    note += [unread_note(desk.unread), approve_again(lost=added.lost)]
    return Screen(
        "bulletins.added",
        {
            "count": added.count,
            "month": month_words(added.bulletin.month),
            "title": words("bulletins.just_added", title=short(one[0].title, TITLE)) if one else "",
            "note": tuple(filter(None, note)),
        },
        choices=(
            *give_reading(bulletin_id, hard),
            Choice("bulletins.see_desk", *to_desk(bulletin_id)),
            Choice("bulletins.add_another", add_directive),
            *_what_else(added, hard=bool(hard)),
        )[:MOST_CHOICES],
        back=_front(),
    )


def _what_else(added: Added, *, hard: bool) -> tuple[Choice, ...]:
    """What is wanted most of what else there is, the likeliest first: one screen has no room for
    all of it. Out goes what is another place's."""
    if not added.first_id:
        return (see_table(),) if hard else ()
    out = (take_out_again if added.count == 1 else take_paper_out)(added.first_id)
    look = see_left_out(added.first_id) if added.framed else see_table()
    if added.issuer or not (added.framed or hard):
        return (out, *((look,) if added.framed else ()))
    return (look, out)


async def _add(turn: Turn) -> Added:
    text, source = given(turn)
    if turn.file is None:
        return await editing.add_text(turn.store, turn.person, text, source, turn.now)
    items, frame = turn.file.items, turn.file.left_out
    return await editing.add_paper(turn.store, turn.person, items, source, turn.now, frame)


@routes.on
async def take_whole(turn: Turn, bulletin_id: int, count: int) -> Screen:
    """The messenger cut the directive: the `count` items of its beginning give way to the whole."""
    await editing.take_back(turn.store, turn.person, bulletin_id, count, turn.now)
    return await take_directive(turn)


def _front() -> Handler:
    """The way back: the desk's file stands above this one."""
    return routes.commands["edit_bulletin"]


async def is_entry(turn: Turn) -> bool:
    """Whether what is typed is no directive but a line for the table of readings."""
    return turn.file is None and await may_write(turn.store, turn.person, turn.now, turn.words)


def given(turn: Turn) -> tuple[str, str]:
    """The text and the name of its file ("" when typed); refused when a file holds no text."""
    if turn.file is None:
        return turn.words, ""
    if turn.file.problem:
        raise Refusal(turn.file.problem)
    if turn.file.kind != "document" or not turn.file.text:
        raise Refusal("bulletins.not_text")
    return turn.file.text, turn.file.name
