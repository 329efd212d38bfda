"""Speaking up: a member writes or speaks, follows the case, and says whether the answer helped."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from handlers import home, keeping
from handlers.dialog import Choice, Routes, Screen, Turn
from handlers.feedback_showing import ask_again, case_screen, content, page_screen
from handlers.marks import Mark
from handlers.naming import NAME, ONE_OF_SEVERAL, files_of, named
from rules.feedback import HELD, MOST, Case, check_content
from rules.feedback_reading import beginning, gist
from rules.refusal import Refusal
from rules.words import Words, words
from services import feedback

routes = Routes("feedback")
ON_A_PAGE = 3
GIST = 18  # letters of a case on a button, after its number
ROOM = 30  # words a screen has room for when it shows what is held: words and files
MORE = 22  # so many where it opens a case again
A_FILE, ONE_OF_FILES = 3, 13  # of which a file takes so many besides its name, or the last of some


@routes.command("feedback")
async def front(turn: Turn) -> Screen:
    """To whom: the branch or the unit above; and what was sent before."""
    roads = await feedback.roads_of(turn.store, turn.person, turn.now)
    sent = await feedback.own_cases(turn.store, turn.person, 0, 1)
    choices = [Choice(f"feedback.to_{road}", write, road) for road in roads]
    if sent:
        choices.append(Choice("feedback.go_sent_cases", sent_cases))
    key = "feedback.front" if roads else "feedback.nobody_there"
    values = {"days": turn.store.org.answer_days} if roads else {}
    return Screen(key, values, choices=tuple(choices), asks=hold if roads else None, back=home.home)


@routes.on(marks=Mark.LETTER | Mark.ADDS)
async def hold(turn: Turn) -> Screen:
    """Written before it was said to whom: kept, and shown once more before it leaves."""
    roads = await feedback.roads_of(turn.store, turn.person, turn.now)
    to_whom = tuple(Choice(f"feedback.to_{road}", send_held, road) for road in roads)
    try:
        text, media_id = content(turn)
        check_content(text, media_id, HELD)
    except Refusal as no:
        return replace(ask_again(no, hold, front), choices=to_whom)
    choices = (*to_whom, *_of_the_held(text, ROOM))
    return Screen(
        "feedback.held", {"gist": gist_of(turn, text)}, choices, asks=hold, back=home.home
    )


def _of_the_held(text: str, room: int) -> Iterator[Choice]:
    """To see all of it, where so many words are not all, and to throw it away."""
    if len(text.split()) > room:
        yield Choice("keeping.read_all", keeping.read, 0)
    yield Choice("keeping.throw_away", keeping.throw_away)


def gist_of(turn: Turn, text: str, room: int = ROOM) -> tuple[str | Words, ...]:
    """What is held in at most so many words, with the name of its file; of several the last one
    goes along."""
    files = files_of(turn)
    if not files:
        return (beginning(text, room),) if text else ()
    alone = len(files) == 1
    file = named(files[-1], NAME if alone else ONE_OF_SEVERAL)
    key = "feedback.held_file" if alone else "feedback.held_last_file"
    taken = (A_FILE if alone else ONE_OF_FILES) + len(str(file.values.get("name", "a b")).split())
    line = words(key, file=file)
    return (beginning(text, room - taken), line) if text else (line,)


@routes.on
async def write(turn: Turn, road: str) -> Screen:
    """One open question: words, a voice, a picture or a document."""
    unit = await feedback.may_write(turn.store, turn.person, road, turn.now)
    return Screen("feedback.write", {"unit": unit.name}, asks=(look_over, road), back=front)


@routes.on(marks=Mark.LETTER | Mark.ADDS | Mark.NO_NUMBER)
async def look_over(turn: Turn, road: str) -> Screen:
    """Once more before it leaves, for it cannot be taken back; more may be added."""
    unit = await feedback.may_write(turn.store, turn.person, road, turn.now)
    send_it = Choice("feedback.send_it", send_written, road)
    screen = Screen(
        "feedback.look_over", {"unit": unit.name}, (send_it,), (look_over, road), back=front
    )
    return look_once_more(turn, screen, most=HELD)


@routes.on(sends=look_over)
async def send_written(turn: Turn, road: str) -> Screen:
    """Asks for what `look_over` showed; without it (an old button) for words."""
    return await _asks_to_send(turn, road)


@routes.on(sends=hold)
async def send_held(turn: Turn, road: str) -> Screen:
    """The same for what `hold` showed, once it is said to whom."""
    return await _asks_to_send(turn, road)


async def _asks_to_send(turn: Turn, road: str) -> Screen:
    screen = await write(turn, road)
    held = keeping.holds(turn, "feedback.look_over", "feedback.hold")
    return replace(screen, asks=(send, road)) if held else screen


@routes.on(marks=Mark.LEAVES)
async def send(turn: Turn, road: str) -> Screen:
    """It has a number and a day by which it is answered."""
    try:
        text, media_id = content(turn)
        case = await feedback.open_case(turn.store, turn.person, road, text, media_id, turn.now)
    except Refusal as no:
        return ask_again(no, (look_over, road), front)
    return _waiting(turn, "feedback.sent", case)


@routes.command("answers")
async def answers(turn: Turn) -> Screen:
    """The one answer that waits for this member's word, or the one case; else the list of them.
    A leader who has sent nothing is about to answer."""
    waiting = await feedback.answered_of_member(turn.store, turn.person)
    if len(waiting) == 1:
        return await show_own(turn, waiting[0])
    sent = await feedback.own_cases(turn.store, turn.person, 0, 2)
    if len(sent) == 1:
        return await show_own(turn, sent[0].id)
    if not sent and turn.person.leading:
        return await routes.commands["cases"](turn)
    return await sent_cases(turn)


@routes.command("sent_cases")
async def sent_cases(turn: Turn) -> Screen:
    """What this member has sent, the newest first."""
    return await sent_page(turn, 0)


@routes.on
async def sent_page(turn: Turn, page: int) -> Screen:
    """Three of them, each with how it stands."""
    start = page * ON_A_PAGE
    found = await feedback.own_cases(turn.store, turn.person, start, ON_A_PAGE + 1)
    if not found:
        return Screen("feedback.none_sent", back=home.home)
    begun = await feedback.beginnings(turn.store, found)
    shown = found[:ON_A_PAGE]
    choices = [
        Choice(
            "feedback.one_sent",
            show_own,
            one.id,
            number=one.number,
            gist=gist(begun[one.id], GIST),
        )
        for one in shown
    ]
    last = Choice("feedback.go_feedback", front)  # home may lead here instead of there
    if len(found) > ON_A_PAGE:
        last = Choice("feedback.more", sent_page, page + 1)
    choices.append(last)
    values = {"lines": tuple(_sent_line(one) for one in shown)}
    return Screen("feedback.sent_list", values, choices=tuple(choices), back=home.home)


@routes.on(marks=Mark.LOOKS)
async def show_own(turn: Turn, case_id: int) -> Screen:
    """One's own case, with what may be said about it."""
    case, said = await feedback.look_at_own(turn.store, turn.person, case_id, turn.now)
    return case_screen(turn, case, said, _ways_on(case, turn.now), own_pages, sent_cases)


@routes.on
async def own_pages(turn: Turn, case_id: int, page: int) -> Screen:
    """All that was said in one's own case."""
    case, said = await feedback.look(turn.store, turn.person, case_id)
    return page_screen(case, said, page, own_pages, (show_own, case_id))


@routes.on
async def ask_more(turn: Turn, case_id: int) -> Screen:
    """More words to a case; to one that is answered they are looked at before they leave."""
    case = await feedback.to_add(turn.store, turn.person, case_id)
    takes = look_at_more if case.state == "answered" else add
    return Screen(
        "feedback.write_more",
        {"name": case.name},
        asks=(takes, case_id),
        back=(show_own, case_id),
    )


@routes.on(marks=Mark.LETTER | Mark.NO_NUMBER)
async def look_at_more(turn: Turn, case_id: int) -> Screen:
    """A question back once more before it opens the case again; it is kept meanwhile."""
    case = await feedback.to_add(turn.store, turn.person, case_id)
    asks, back = (look_at_more, case_id), (show_own, case_id)
    values = {"name": case.name, "unit": case.unit_name}
    send = Choice("feedback.send_more", send_more, case_id)
    return look_once_more(
        turn, Screen("feedback.look_at_more", values, (send,), asks, back=back), MORE
    )


def look_once_more(turn: Turn, screen: Screen, room: int = ROOM, most: int = MOST) -> Screen:
    """What was written, on this screen, before its only choice lets it leave; or the question again
    when it cannot, or is longer than `most`."""
    assert screen.asks
    assert screen.back
    try:
        text, media_id = content(turn)
        check_content(text, media_id, most)
    except Refusal as no:
        return ask_again(no, screen.asks, screen.back)
    choices = (*screen.choices, *_of_the_held(text, room))
    values = {**screen.values, "gist": gist_of(turn, text, room)}
    return replace(screen, values=values, choices=choices)


@routes.on(sends=look_at_more)
async def send_more(turn: Turn, case_id: int) -> Screen:
    """Asks for what `look_at_more` showed; without it (an old button), the case as it stands."""
    if not keeping.holds(turn, "feedback.look_at_more"):
        return await show_own(turn, case_id)
    return replace(await ask_more(turn, case_id), asks=(open_again, case_id))


@routes.on(marks=Mark.LEAVES)
async def add(turn: Turn, case_id: int) -> Screen:
    """They go to whoever has to answer; not unseen if the answer came while they were written."""
    case = await feedback.to_add(turn.store, turn.person, case_id)
    if case.state == "answered":
        place = (look_at_more, case_id)
        return replace(await look_at_more(turn, case_id), stands_at=place)
    return await open_again(turn, case_id)


@routes.on
async def open_again(turn: Turn, case_id: int) -> Screen:
    """They go to whoever has to answer, who is asked again if that was done."""
    try:
        text, media_id = content(turn)
        case = await feedback.add(turn.store, turn.person, case_id, text, media_id, turn.now)
    except Refusal as no:
        return ask_again(no, (add, case_id), (show_own, case_id))
    return _waiting(turn, "feedback.added", case)


@routes.on
async def helped(turn: Turn, case_id: int) -> Screen:
    """All is well: the case is closed."""
    case = await feedback.judge(turn.store, turn.person, case_id, helped=True, now=turn.now)
    ways = _ways_on(case, turn.now)
    slip = words("feedback.may_reopen") if ways else ""
    return Screen("feedback.closed", {"name": case.name, "slip": slip}, choices=ways)


@routes.on
async def not_helped(turn: Turn, case_id: int) -> Screen:
    """Not yet: the owner is told and answers again; what is still missing may be said at once."""
    case = await feedback.judge(turn.store, turn.person, case_id, helped=False, now=turn.now)
    values, back = _promise(turn, case), (show_own, case_id)
    more = (Choice("feedback.say_more", ask_more, case_id),)
    key = "feedback.told_it_did_not_help"
    return Screen(key, values, more, asks=(add, case_id), back=back)


def _waiting(turn: Turn, key: str, case: Case) -> Screen:
    more = Choice("feedback.say_more", ask_more, case.id)
    return Screen(key, _promise(turn, case), choices=(more,))


def _promise(turn: Turn, case: Case) -> dict[str, Any]:
    day = turn.store.org.today(case.due_at)
    return {"name": case.name, "unit": case.unit_name, "day": day}


def _ways_on(case: Case, now: datetime) -> tuple[Choice, ...]:
    match case.state:
        case "open":
            return (Choice("feedback.say_more", ask_more, case.id),)
        case "answered":
            return (
                Choice("feedback.it_helped", helped, case.id),
                Choice("feedback.ask_back", ask_more, case.id),
                Choice("feedback.it_did_not_help", not_helped, case.id),
            )
        case _:
            reopen = Choice("feedback.not_settled_after_all", not_helped, case.id)
            return (reopen,) if case.may_reopen(now) else ()


def _sent_line(case: Case) -> Words:
    key = f"feedback.line_{case.state}"
    return words(key, number=case.number, year=case.year, unit=case.unit_name)
