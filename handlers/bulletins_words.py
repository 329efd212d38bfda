"""How hard words are read: asked one by one, or kept in a table that grows."""

from handlers.bulletins_listening import ON_A_PAGE, a_page, routes
from handlers.bulletins_ways import approve_again, to_desk
from handlers.dialog import Choice, Handler, Screen, Turn
from rules.bulletins_words import mark_of, named, read_entry
from rules.refusal import Refusal
from rules.words import Words, short, words
from services import bulletins_words as deeds
from services.bulletins_desk import on_desk
from services.bulletins_words import Reading

BRIEF, SHORT, AROUND = 40, 18, 80  # characters of a line, of a token on a button, around a token


@routes.command("abbreviations", leaders=True)
async def abbreviations(turn: Turn) -> Screen:
    """The organisation's own readings; a new one is typed as it will stand there."""
    return await abbreviations_page(turn, 0)


@routes.on
async def abbreviations_page(turn: Turn, page: int) -> Screen:
    """The same, three at a time."""
    table = await deeds.table(turn.store, turn.person, turn.now)
    start, entries = page * ON_A_PAGE, list(table.readings.items())
    lines = tuple(_line(*one) for one in entries[start : start + ON_A_PAGE])
    choices = [_change(ask_word, token, mark_of(token)) for token, _ in entries]
    shown = choices[start : start + ON_A_PAGE]
    if len(choices) > start + ON_A_PAGE:
        shown.append(Choice("bulletins.more", abbreviations_page, page + 1))
    back = routes.presses["bulletins.edit_bulletin"]  # its file stands above this one
    values = {"unit": table.unit.name, "lines": lines or words("bulletins.no_abbreviations")}
    return Screen("bulletins.abbreviations", values, tuple(shown), asks=take_entry, back=back)


@routes.on
async def take_entry(turn: Turn) -> Screen:
    """ "UBKT = Ủy ban kiểm tra" is kept for every bulletin to come."""
    try:
        kept = await deeds.write(turn.store, turn.person, turn.words, turn.now)
    except Refusal as no:
        return Screen(no.key, no.values, asks=take_entry, back=abbreviations)
    return _kept(kept)


@routes.on
async def ask_word(turn: Turn, mark: str) -> Screen:
    """One line of the table: it is changed by typing, or forgotten."""
    found = await deeds.entry(turn.store, turn.person, mark, turn.now)
    forget = Choice("bulletins.forget_word", forget_word, mark)
    asks = (take_word, mark)
    return Screen("bulletins.one_word", _values(found), (forget,), asks=asks, back=abbreviations)


@routes.on
async def take_word(turn: Turn, mark: str) -> Screen:
    """Another reading for that word."""
    found = await deeds.entry(turn.store, turn.person, mark, turn.now)
    _, spoken = read_entry(turn.words) or ("", turn.words)
    try:
        kept = await deeds.read_as(turn.store, turn.person, found.token, spoken, turn.now)
    except Refusal as no:
        return Screen(no.key, no.values, asks=(take_word, mark), back=abbreviations)
    return _kept(kept)


@routes.on
async def forget_word(turn: Turn, mark: str) -> Screen:
    """The handbook reads that word by itself again, or asks."""
    found = await deeds.forget(turn.store, turn.person, mark, turn.now)
    return _told("bulletins.word_forgotten", found)


def _kept(found: Reading) -> Screen:
    return _told("bulletins.word_kept", found)


def _told(key: str, found: Reading) -> Screen:
    values = {**_values(found), "note": approve_again(lost=found.lost)}
    see = Choice("bulletins.go_abbreviations", abbreviations)
    return Screen(key, values, (see,), back=abbreviations)


# --- one by one ----------------------------------------------------------------------------------


@routes.on
async def ask_reading(turn: Turn, bulletin_id: int, mark: str) -> Screen:
    """How a word is read, in the editor's own words."""
    hard = await deeds.token_of(turn.store, turn.person, bulletin_id, mark, turn.now)
    back = to_desk(bulletin_id)
    if hard is None:
        return Screen("bulletins.gone", back=back)
    stands = {"number": hard.number, "around": short(hard.around, AROUND)}
    place = words("bulletins.stands_in", **stands) if hard.number else ""
    values = {"token": short(hard.token, BRIEF), "place": place}
    return Screen(
        "bulletins.ask_reading", values, asks=(take_reading, bulletin_id, mark), back=back
    )


@routes.on
async def take_reading(turn: Turn, bulletin_id: int, mark: str) -> Screen:
    """The reading is kept for every bulletin to come; the next hard word may follow."""
    if read_entry(turn.words):
        return await take_entry(turn)
    back = to_desk(bulletin_id)
    hard = await deeds.token_of(turn.store, turn.person, bulletin_id, mark, turn.now)
    if hard is None:
        return Screen("bulletins.gone", back=back)
    try:
        spoken = await deeds.give_reading(
            turn.store, turn.person, bulletin_id, hard.token, turn.words, turn.now
        )
    except Refusal as no:
        return Screen(no.key, no.values, asks=(take_reading, bulletin_id, mark), back=back)
    left = (await on_desk(turn.store, turn.person, bulletin_id, turn.now)).unread
    see = Choice("bulletins.see_desk", routes.presses["bulletins.desk"], bulletin_id)
    return Screen(
        "bulletins.reading_kept",
        {"token": hard.token, "spoken": spoken, "note": unread_note(left)},
        choices=give_reading(bulletin_id, left) or (see,),
        back=back,
    )


def words_of(
    bulletin_id: int, tokens: tuple[str, ...], page: int, more: Choice
) -> tuple[Choice, ...]:
    """The words of an item whose reading may be another, three at a time."""
    choices = [_change(ask_reading, token, bulletin_id, mark_of(token)) for token in tokens]
    return a_page(choices, page, more)


def give_reading(bulletin_id: int, unread: tuple[str, ...]) -> tuple[Choice, ...]:
    """The way to say how the first hard word is read, if there is one."""
    if not unread:
        return ()
    return (Choice("bulletins.give_reading", ask_reading, bulletin_id, mark_of(unread[0])),)


def unread_note(unread: tuple[str, ...]) -> Words | str:
    """Which words nobody can read for certain."""
    return words("bulletins.unread_note", count=len(unread), tokens=named(unread)) if unread else ""


def _change(handler: Handler, token: str, *args: object) -> Choice:
    return Choice("bulletins.one_reading", handler, *args, token=short(token, SHORT))


def _line(token: str, spoken: str) -> Words:
    return words("bulletins.is_read", token=short(token, SHORT), spoken=short(spoken, BRIEF))


def _values(found: Reading) -> dict[str, str]:
    return {"token": short(found.token, BRIEF), "spoken": short(found.spoken, BRIEF * 2)}
