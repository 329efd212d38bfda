"""Calling those whom no message has moved: whom, on paper too, and who has been told."""

from collections.abc import Sequence

from handlers import home, meetings_leading, notices_sent, polls_leading
from handlers.dialog import Choice, Handler, Place, Routes, Screen, Turn
from handlers.marks import Mark
from handlers.meetings_invited import at_times
from rules.calls import Matter
from rules.members import Member, labels, to_call
from rules.words import Words, words
from services import calls

routes = Routes("calls")
NAMES_SHOWN, ON_A_PAGE = 5, 3


@routes.command("to_call", marks=Mark.LEADERS)
async def to_call_about(turn: Turn) -> Screen:
    """What people are still to be called about."""
    return await matters(turn, 0)


@routes.on
async def matters(turn: Turn, page: int) -> Screen:
    """Three of these."""
    found = await calls.open_matters(turn.store, turn.person, turn.now)
    start = page * ON_A_PAGE
    shown = found[start : start + ON_A_PAGE]
    choices = _buttons(turn, [one for one, _ in shown])
    if len(found) > start + ON_A_PAGE:
        choices.append(Choice("calls.more", matters, page + 1))
    lines = tuple(words("calls.line", about=_dated(turn, one), count=left) for one, left in shown)
    key = "calls.matters" if lines else "calls.no_matters"
    return Screen(key, {"lines": lines} if lines else {}, tuple(choices), back=home.home)


def _buttons(turn: Turn, shown: Sequence[Matter]) -> list[Choice]:
    """One for each; meetings are told apart by day and hour, for most are called alike."""
    met = {one.id: one.ends for one in shown if one.kind == "meeting" and one.ends}
    times = dict(zip(met, at_times(turn, [*met.values()]), strict=True))
    return [
        Choice("meetings.one_on", show, one.kind, one.id, **times[one.id])
        if one.kind == "meeting" and one.id in times
        else Choice("calls.as_it_is", show, one.kind, one.id, text=one.label)
        for one in shown
    ]


def _dated(turn: Turn, about: Matter) -> Words | str:
    if about.kind != "meeting" or about.ends is None:
        return about.name
    return words("calls.meeting", name=about.name, day=turn.store.org.today(about.ends))


@routes.on(marks=Mark.LOOKS)
async def show(turn: Turn, kind: str, subject: int) -> Screen:
    """Whom to call about it, by name and number."""
    about = await calls.matter(turn.store, kind, subject, turn.now)
    left, told = await calls.counts(turn.store, turn.person, about)
    found = await calls.to_call(turn.store, turn.person, about, 0, NAMES_SHOWN)
    noting = Choice("calls.note", tick, kind, subject, 0)
    paper = Choice("calls.print", print_list, kind, subject)
    been_told = Choice("calls.see_told", told_list, kind, subject, 0)
    more = (words("calls.and_more", count=left - len(found)),) if left > len(found) else ()
    lines = (*(to_call(one.member) for one in found), *more)
    values = {"about": about.name, "kind": kind, "count": left, "told": told}
    return Screen(
        "calls.to_call" if found else "calls.nobody_left",
        {**values, "lines": lines} if found else values,
        choices=(*((noting, paper) if found else ()), *(been_told,) * bool(told)),
        back=_back(turn, about),
    )


@routes.on
async def tick(turn: Turn, kind: str, subject: int, page: int) -> Screen:
    """Three names at a time; pressing one notes that this person was told."""
    return await _names(turn, kind, subject, page, words("calls.tick_hint"))


@routes.on
async def mark(turn: Turn, kind: str, subject: int, member_id: int, page: int) -> Screen:
    """This person was told; the next names follow."""
    about = await calls.matter(turn.store, kind, subject, turn.now)
    one = await calls.tell(turn.store, turn.person, about, member_id, turn.now)
    return await _names(turn, kind, subject, page, words("calls.ticked", name=one.name))


@routes.on
async def told_list(turn: Turn, kind: str, subject: int, page: int) -> Screen:
    """Who was told and has not answered; pressing a name takes it back."""
    return await _told(turn, kind, subject, page, words("calls.told_hint"))


@routes.on
async def unmark(turn: Turn, kind: str, subject: int, member_id: int, page: int) -> Screen:
    """It was somebody else."""
    about = await calls.matter(turn.store, kind, subject, turn.now)
    one = await calls.take_back(turn.store, turn.person, about, member_id, turn.now)
    return await _told(turn, kind, subject, page, words("calls.unticked", name=one.name))


@routes.on
async def print_list(turn: Turn, kind: str, subject: int) -> Screen:
    """The same list on paper, with what to say."""
    about = await calls.matter(turn.store, kind, subject, turn.now)
    count, page = await calls.sheet(turn.store, turn.person, about, turn.now)
    if page is None:
        return await show(turn, kind, subject)
    values = {"about": about.name, "count": count}
    back = (show, kind, subject)
    return Screen("calls.paper", values, media=page, back=back, goes_on=True)


async def _names(turn: Turn, kind: str, subject: int, page: int, news: Words) -> Screen:
    """Names to be ticked. Ticking shortens the list: a page past its end is the first."""
    about = await calls.matter(turn.store, kind, subject, turn.now)
    left, _ = await calls.counts(turn.store, turn.person, about)
    page = page if page * ON_A_PAGE < left else 0
    start = page * ON_A_PAGE
    found = await calls.to_call(turn.store, turn.person, about, start, ON_A_PAGE)
    choices = _named([one.member for one in found], mark, about, page)
    if left > ON_A_PAGE:
        choices.append(Choice("calls.more", tick, kind, subject, page + 1))
    key = "calls.tick" if found else "calls.all_told"
    return Screen(key, {"count": left, "news": news}, tuple(choices), back=(show, kind, subject))


async def _told(turn: Turn, kind: str, subject: int, page: int, news: Words) -> Screen:
    about = await calls.matter(turn.store, kind, subject, turn.now)
    people = await calls.told(turn.store, turn.person, about)
    page = page if page * ON_A_PAGE < len(people) else 0
    start = page * ON_A_PAGE
    choices = _named(people[start : start + ON_A_PAGE], unmark, about, page)
    if len(people) > ON_A_PAGE:
        choices.append(Choice("calls.more", told_list, kind, subject, page + 1))
    key = "calls.told" if people else "calls.nobody_told"
    values = {"count": len(people), "news": news}
    return Screen(key, values, tuple(choices), back=(show, kind, subject))


def _named(people: Sequence[Member], deed: Handler, about: Matter, page: int) -> list[Choice]:
    """A button for each, which does this deed."""
    called = labels(people)
    return [
        Choice("calls.as_it_is", deed, about.kind, about.id, one.id, page, text=called[one.id])
        for one in people
    ]


def _back(turn: Turn, about: Matter) -> Place:
    """Where the silent are named; who leads only a part of them may not look at the whole."""
    if not turn.person.leads(about.unit_path):
        return home.home
    named = {
        "notice": notices_sent.unanswered,
        "meeting": meetings_leading.silent,
        "poll": polls_leading.missing,
    }
    return (named[about.kind], about.id, 0)
