"""Hard words asked one by one: how each is read, by whoever approves the bulletin it stands in.

Asked from the desk, or from an item: from its own screen, or from a page of its words.
"""

from dataclasses import dataclass, replace
from typing import Any

from handlers.bulletins_listening import routes
from handlers.bulletins_ways import approve_again, see_item, see_table, to_desk, to_item
from handlers.bulletins_words import AROUND, BRIEF, SHORT, take_entry_from, told, undo_of
from handlers.dialog import Choice, Place, Screen, Turn
from handlers.marks import Mark
from rules.bulletins_words import is_unknown, mark_of, marked, named, read_entry
from rules.refusal import Refusal
from rules.words import Words, short, words
from services import bulletins_words as deeds
from services.bulletins_desk import on_desk
from services.bulletins_items import item
from services.bulletins_words import Hard, Reading

ITS_SCREEN = -1  # instead of a page of an item's words


@dataclass(frozen=True)
class _About:
    """A token that is asked for: where it stands, what takes the answer, and where Back leads."""

    bulletin_id: int
    mark: str
    asks: tuple[Any, ...]
    back: Place
    item_id: int = 0
    number: int = 0

    @property
    def where(self) -> tuple[int, int]:
        """The bulletin, and the item or 0."""
        return self.bulletin_id, self.item_id

    @property
    def wants_any(self) -> bool:
        """Whether it was asked as the first word without a reading, not to change just this one."""
        return self.asks[0] is take_reading or self.asks[-1] == ITS_SCREEN

    def of(self, token: str) -> "_About":
        """The same of another token."""
        mark = mark_of(token)
        return replace(self, mark=mark, asks=(*self.asks[:2], mark, *self.asks[3:]))

    async def token(self, turn: Turn) -> Hard | None:
        return await deeds.token_of(
            turn.store, turn.person, self.bulletin_id, self.mark, turn.now, self.number
        )


@routes.on
async def ask_reading(turn: Turn, bulletin_id: int, mark: str) -> Screen:
    """How a word is read, in the editor's own words."""
    return await _ask(turn, _of_desk(bulletin_id, mark))


@routes.on
async def ask_spoken(turn: Turn, item_id: int, mark: str, page: int) -> Screen:
    """The same of an item's word; `page` of its words leads back, or its own screen."""
    return await _ask(turn, await _of_item(turn, item_id, mark, page))


@routes.on(marks=Mark.OWN_WORDS)
async def take_reading(turn: Turn, bulletin_id: int, mark: str) -> Screen:
    """The reading is kept for every bulletin to come; the next hard word may follow."""
    return await _take(turn, _of_desk(bulletin_id, mark))


@routes.on(marks=Mark.OWN_WORDS)
async def take_spoken(turn: Turn, item_id: int, mark: str, page: int) -> Screen:
    """The same of an item's word."""
    return await _take(turn, await _of_item(turn, item_id, mark, page))


@routes.on
async def believe_letterhead(turn: Turn, bulletin_id: int, item_id: int, token: str) -> Screen:
    """What the letterhead says is right, and is kept for every bulletin to come."""
    back = _back(bulletin_id, item_id)
    kept = await deeds.believe_letterhead(turn.store, turn.person, bulletin_id, token, turn.now)
    about = _About(bulletin_id, mark_of(kept.token), back, back, item_id)
    return await _kept(turn, about, kept)


@routes.on
async def believe_suggestion(turn: Turn, bulletin_id: int, item_id: int, mark: str) -> Screen:
    """What is proposed is right, and is kept for every bulletin to come."""
    back = _back(bulletin_id, item_id)
    about = _About(bulletin_id, mark, back, back, item_id)
    hard = await about.token(turn)
    spoken = deeds.suggested(turn.store, hard.token) if hard else ""
    if hard is None or not spoken:
        return Screen("bulletins.gone", back=back)
    kept = await deeds.give_reading(
        turn.store, turn.person, bulletin_id, hard.token, spoken, turn.now
    )
    return await _kept(turn, about, kept, _place(hard))


@routes.on
async def drop_reading(turn: Turn, bulletin_id: int, item_id: int, mark: str) -> Screen:
    """What was just kept is undone; the word may be asked for again."""
    about = await _about(turn, bulletin_id, item_id, mark)
    found = await deeds.undo_in(turn.store, turn.person, bulletin_id, mark, turn.now)
    if not found.gone:
        return told("bulletins.word_kept", found, (see_table(),), about.back)
    if await about.token(turn) is None:  # told by a letterhead: a part of a word
        return told("bulletins.word_forgotten", found, (see_table(),), about.back)
    choices = (_for_later(about), see_table())
    return told("bulletins.word_dropped", found, choices, about.back, about.asks)


@routes.on
async def leave_for_later(turn: Turn, bulletin_id: int, item_id: int, mark: str) -> Screen:
    """Nobody need know: the word waits, and others may be answered first."""
    return await _wait(turn, await _about(turn, bulletin_id, item_id, mark))


def _back(bulletin_id: int, item_id: int) -> tuple[Any, ...]:
    return to_item(item_id) if item_id else to_desk(bulletin_id)


async def _about(turn: Turn, bulletin_id: int, item_id: int, mark: str) -> _About:
    if item_id:
        return await _of_item(turn, item_id, mark, ITS_SCREEN)
    return _of_desk(bulletin_id, mark)


def _of_desk(bulletin_id: int, mark: str) -> _About:
    return _About(bulletin_id, mark, (take_reading, bulletin_id, mark), to_desk(bulletin_id))


async def _of_item(turn: Turn, item_id: int, mark: str, page: int) -> _About:
    found = await item(turn.store, turn.person, item_id, turn.now)
    words_page = (routes.presses["bulletins.item_words"], item_id, page)
    back = to_item(item_id) if page == ITS_SCREEN else words_page
    asks = (take_spoken, item_id, mark, page)
    return _About(found.item.bulletin_id, mark, asks, back, item_id, found.number)


async def _ask(turn: Turn, about: _About, *before: Words) -> Screen:
    hard = await about.token(turn)
    if hard is None:
        return Screen("bulletins.gone", back=about.back)
    if hard.spoken:  # by now: an old message asks again
        said = {"token": short(hard.token, SHORT), "spoken": short(hard.spoken, BRIEF)}
        before = (words("bulletins.is_read_now", **said),)
        left, _ = await _onward(turn, about)
        if about.wants_any and left and hard.token not in left:
            return await _ask(turn, about.of(left[0]), *before)
    told = await deeds.told_by_letterhead(
        turn.store, turn.person, about.bulletin_id, hard.token, turn.now
    )
    choices, place = [_for_later(about), see_table()], [*before, _place(hard)]
    if told:
        choices.insert(0, _right(about, told))
        said = {"token": told.token, "spoken": told.spoken}
        place.append(words("bulletins.letterhead_says", **said))
    if spoken := deeds.suggested(turn.store, hard.token):
        choices.insert(0, _maybe(about, spoken))
    values = {"token": short(hard.token, BRIEF), "place": tuple(filter(None, place))}
    return Screen("bulletins.ask_reading", values, tuple(choices), about.asks, back=about.back)


def _for_later(about: _About) -> Choice:
    return Choice("bulletins.leave_for_later", leave_for_later, *about.where, about.mark)


async def _wait(turn: Turn, about: _About) -> Screen:
    """What waits with the word, and the way to another that has no reading."""
    left, _ = await _onward(turn, about)
    token = marked(left, about.mark)
    note = words("bulletins.word_waits", token=short(token, BRIEF)) if token else ""
    others = [one for one in (*left[left.index(token) :], *left) if one != token] if token else left
    next_word = _give(about.of(others[0]), "bulletins.another_word") if others else ()
    see = see_item(about.item_id) if about.item_id else _see_desk(about.bulletin_id)
    return Screen("bulletins.left_for_later", {"note": note}, (*next_word, see), back=about.back)


def _give(about: _About, label: str) -> tuple[Choice, ...]:
    if about.item_id:
        return (Choice(label, ask_spoken, about.item_id, about.mark, ITS_SCREEN),)
    return (Choice(label, ask_reading, about.bulletin_id, about.mark),)


def _right(about: _About, told: Reading) -> Choice:
    label, place = "bulletins.letterhead_right", (*about.where, told.token)
    return Choice(label, believe_letterhead, *place, token=told.token, spoken=told.spoken)


def _maybe(about: _About, spoken: str) -> Choice:
    label, place = "bulletins.suggestion_right", (*about.where, about.mark)
    return Choice(label, believe_suggestion, *place, spoken=short(spoken, SHORT))


async def _take(turn: Turn, about: _About) -> Screen:
    if is_unknown(turn.words):
        return await _wait(turn, about)
    if read_entry(turn.words):
        return await take_entry_from(turn, about.back, about.asks)
    hard = await about.token(turn)
    if hard is None:
        return Screen("bulletins.gone", back=about.back)
    try:
        kept = await deeds.give_reading(
            turn.store, turn.person, about.bulletin_id, hard.token, turn.words, turn.now
        )
    except Refusal as no:
        return Screen(no.key, no.values, asks=about.asks, back=about.back)
    return await _kept(turn, about, kept, _place(hard))


async def _kept(turn: Turn, about: _About, kept: Reading, place: Words | str = "") -> Screen:
    """What is read how from now on, and the next hard word."""
    left, onward = await _onward(turn, about)
    undo = undo_of(kept, drop_reading, *about.where, about.mark)
    said = (place, unread_note(left), approve_again(lost=kept.lost))
    values = {"token": kept.token, "spoken": kept.spoken, "note": tuple(filter(None, said))}
    choices = (*onward, undo, see_table())
    return Screen("bulletins.reading_kept", values, choices, back=about.back)


async def _onward(turn: Turn, about: _About) -> tuple[tuple[str, ...], tuple[Choice, ...]]:
    """The hard words that are left, and the way to the next of them or to where they stand."""
    if about.item_id:
        left = (await item(turn.store, turn.person, about.item_id, turn.now)).unread
        return left, give_spoken(about.item_id, left) or (see_item(about.item_id),)
    left = (await on_desk(turn.store, turn.person, about.bulletin_id, turn.now)).unread
    return left, give_reading(about.bulletin_id, left) or (_see_desk(about.bulletin_id),)


def _see_desk(bulletin_id: int) -> Choice:
    return Choice("bulletins.see_desk", *to_desk(bulletin_id))


def give_reading(bulletin_id: int, unread: tuple[str, ...]) -> tuple[Choice, ...]:
    """The way to say how the first hard word is read, if there is one."""
    if not unread:
        return ()
    return (Choice("bulletins.give_reading", ask_reading, bulletin_id, mark_of(unread[0])),)


def give_spoken(item_id: int, unread: tuple[str, ...]) -> tuple[Choice, ...]:
    """The same from an item's own screen."""
    if not unread:
        return ()
    about = (item_id, mark_of(unread[0]), ITS_SCREEN)
    return (Choice("bulletins.give_reading", ask_spoken, *about),)


def unread_note(unread: tuple[str, ...]) -> Words | str:
    """Which words nobody can read for certain."""
    return words("bulletins.unread_note", count=len(unread), tokens=named(unread)) if unread else ""


def _place(hard: Hard) -> Words | str:
    around = short(hard.around, AROUND)
    return words("bulletins.stands_in", number=hard.number, around=around) if hard.number else ""
