"""The table of readings: how a unit has hard words read, in every bulletin to come."""

from handlers.bulletins_listening import ON_A_PAGE, routes
from handlers.bulletins_ways import approve_again, see_table, three_of
from handlers.dialog import Choice, Handler, Place, Screen, Turn
from handlers.marks import Mark
from rules.bulletins_words import mark_of, read_entry
from rules.refusal import Refusal
from rules.words import Words, short, words
from services import bulletins_words as deeds
from services.bulletins_words import Reading

BRIEF, SHORT, AROUND = 40, 18, 80  # characters of a line, of a token on a button, around it


@routes.command("abbreviations", marks=Mark.LEADERS)
async def abbreviations(turn: Turn) -> Screen:
    """The organisation's own readings; a new one is typed as it will stand there."""
    return await abbreviations_page(turn, 0)


@routes.on
async def abbreviations_page(turn: Turn, page: int) -> Screen:
    """The same, three at a time."""
    table = await deeds.table(turn.store, turn.person, turn.now)
    shown, goes_on = three_of([*table.readings.items()], page)
    choices = [change(ask_word, token, mark_of(token)) for token, _ in shown]
    if goes_on:
        choices.append(Choice("bulletins.more", abbreviations_page, page + 1))
    desk = routes.presses["bulletins.edit_bulletin"]  # its file stands above this one
    back = (abbreviations_page, page - 1) if page > 0 else desk
    lines = tuple(line(*one) for one in shown) or words("bulletins.no_abbreviations")
    values = {"unit": table.unit.name, "lines": lines}
    return Screen("bulletins.abbreviations", values, tuple(choices), asks=take_entry, back=back)


@routes.on(marks=Mark.ENTRY)
async def take_entry(turn: Turn) -> Screen:
    """ "UBKT = Ủy ban kiểm tra" is kept for every bulletin to come."""
    return await take_entry_from(turn, None, take_entry)


async def take_entry_from(turn: Turn, back: Place | None, asks: Place) -> Screen:
    """The same, typed where `asks` takes it; Back leads there, or to its page of the table."""
    try:
        if deeds.asks_first(turn.store, turn.words):
            return _ask_ordinary(turn, back or abbreviations)
        return await _written(turn, back)
    except Refusal as no:
        return Screen(no.key, no.values, asks=asks, back=back or abbreviations)


async def _written(turn: Turn, back: Place | None = None) -> Screen:
    kept = await deeds.write(turn.store, turn.person, turn.words, turn.now)
    return told_kept(kept, back or await _page_with(turn, kept.token))


def _ask_ordinary(turn: Turn, back: Place) -> Screen:
    """An everyday word would be said otherwise everywhere: who wants it so types it once more."""
    token, spoken = read_entry(turn.words) or ("", "")
    values = {"token": short(token, BRIEF), "spoken": short(spoken, BRIEF)}
    asks = (take_once_more, _mark_of_line(turn))
    return Screen("bulletins.ask_ordinary", values, (see_table(),), asks=asks, back=back)


@routes.on(marks=Mark.ENTRY)
async def take_once_more(turn: Turn, mark: str) -> Screen:
    """The same line again is meant so; any other is a line like any."""
    if _mark_of_line(turn) != mark:
        return await take_entry(turn)
    return await _written(turn)


def _mark_of_line(turn: Turn) -> str:
    return mark_of("=".join(read_entry(turn.words) or ()).casefold())


@routes.on
async def ask_word(turn: Turn, mark: str) -> Screen:
    """One line of the table: it is changed by typing, or forgotten."""
    found = await deeds.entry(turn.store, turn.person, mark, turn.now)
    back = await _page_with(turn, found.token)
    asks = (take_word, mark)
    came_from = words("bulletins.came_from", around=short(found.context, AROUND))
    values = {**_values(found), "place": came_from if found.context else ""}
    forget = Choice("bulletins.forget_word", forget_word, mark)
    return Screen("bulletins.one_word", values, (forget,), asks=asks, back=back)


@routes.on(marks=Mark.OWN_WORDS)
async def take_word(turn: Turn, mark: str) -> Screen:
    """Another reading for that word."""
    found = await deeds.entry(turn.store, turn.person, mark, turn.now)
    back = await _page_with(turn, found.token)
    _, spoken = read_entry(turn.words) or ("", turn.words)
    try:
        kept = await deeds.read_as(turn.store, turn.person, found.token, spoken, turn.now)
    except Refusal as no:
        return Screen(no.key, no.values, asks=(take_word, mark), back=back)
    return told_kept(kept, back)


@routes.on
async def forget_word(turn: Turn, mark: str) -> Screen:
    """The handbook reads that word by itself again, or asks."""
    found = await deeds.entry(turn.store, turn.person, mark, turn.now)
    back = await _page_with(turn, found.token)
    found = await deeds.forget(turn.store, turn.person, mark, turn.now)
    return told("bulletins.word_forgotten", found, (see_table(),), back)


@routes.on
async def undo_word(turn: Turn, mark: str) -> Screen:
    """What was just taken is undone."""
    found = await deeds.entry(turn.store, turn.person, mark, turn.now)
    back = await _page_with(turn, found.token)
    found = await deeds.undo(turn.store, turn.person, mark, turn.now)
    if found.gone:
        return told("bulletins.word_forgotten", found, (see_table(),), back)
    return told_kept(found, back)


def told_kept(found: Reading, back: Place) -> Screen:
    """A new line of the table, and the way to undo it."""
    undo = undo_of(found, undo_word, mark_of(found.token))
    return told("bulletins.word_kept", found, (undo, see_table()), back)


def undo_of(found: Reading, handler: Handler, *args: object) -> Choice:
    """The way back to the earlier reading, or to none."""
    label = "bulletins.earlier_reading" if found.earlier else "bulletins.forget_word"
    return Choice(label, handler, *args)


def told(
    key: str,
    found: Reading,
    choices: tuple[Choice, ...],
    back: Place,
    asks: Place | None = None,
) -> Screen:
    """What became of a reading, and of an approval by it."""
    values = {**_values(found), "note": approve_again(lost=found.lost)}
    return Screen(key, values, choices, asks, back=back)


def change(handler: Handler, token: str, *args: object) -> Choice:
    """The way to another reading of a token."""
    return Choice("bulletins.one_reading", handler, *args, token=short(token, SHORT))


def line(token: str, spoken: str) -> Words:
    """A token and how it is read, in a line."""
    return words("bulletins.is_read", token=short(token, SHORT), spoken=short(spoken, BRIEF))


async def _page_with(turn: Turn, token: str) -> Place:
    """The page of the table on which a token stands, to come back there."""
    tokens = [*(await deeds.table(turn.store, turn.person, turn.now)).readings]
    return (abbreviations_page, tokens.index(token) // ON_A_PAGE if token in tokens else 0)


def _values(found: Reading) -> dict[str, str]:
    return {"token": short(found.token, BRIEF), "spoken": short(found.spoken, BRIEF * 2)}
