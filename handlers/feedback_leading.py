"""Answering: what waits for a leader, the answer, and writing down what somebody phoned in."""

from dataclasses import replace

from handlers import home, keeping
from handlers.dialog import Choice, Screen, Turn
from handlers.feedback_showing import ask_again, case_screen, content, page_screen
from handlers.feedback_speaking import ON_A_PAGE, look_once_more
from handlers.feedback_speaking import routes as routes
from handlers.marks import Mark
from rules.feedback import Case
from rules.feedback_reading import gist, whose
from rules.members import Member
from rules.refusal import Refusal
from rules.words import Words, short, words
from services import feedback
from services import feedback_answering as answering


@routes.command("cases", marks=Mark.LEADERS)
async def cases(turn: Turn) -> Screen:
    """The open cases, the first due first."""
    return await cases_page(turn, 0)


@routes.on
async def cases_page(turn: Turn, page: int) -> Screen:
    """Three of them."""
    start = page * ON_A_PAGE
    count = await answering.count_open(turn.store, turn.person)
    found = await answering.open_cases(turn.store, turn.person, start, ON_A_PAGE)
    if not found:
        return Screen("feedback.none_open", back=home.home)
    choices = [
        Choice(
            "feedback.one_open",
            show_case,
            one.id,
            number=one.number,
            member=short(one.member_name, 18),
        )
        for one in found
    ]
    if count > start + ON_A_PAGE:
        choices.append(Choice("feedback.more", cases_page, page + 1))
    own = await answering.count_own(turn.store, turn.person)
    lines = tuple(_open_line(turn, one) for one in found)
    values = {"whose": whose(own, count - own), "lines": lines}
    return Screen("feedback.open_list", values, choices=tuple(choices), back=home.home)


@routes.on
async def show_case(turn: Turn, case_id: int) -> Screen:
    """A case of a unit this person leads."""
    case, said = await feedback.look(turn.store, turn.person, case_id)
    mine = case.member_id == turn.person.id
    choices = () if mine else _ways_on(case)
    return case_screen(turn, case, said, choices, pages, cases)


@routes.on
async def pages(turn: Turn, case_id: int, page: int) -> Screen:
    """All that was said in a case."""
    case, said = await feedback.look(turn.store, turn.person, case_id)
    return page_screen(case, said, page, pages, (show_case, case_id))


@routes.on
async def ask_answer(turn: Turn, case_id: int) -> Screen:
    """The answer; a case somebody else has answered meanwhile is shown as it stands."""
    case, _ = await feedback.look(turn.store, turn.person, case_id)
    if case.state != "open":
        return await show_case(turn, case_id)
    return await write_answer(turn, case_id)


@routes.on
async def write_answer(turn: Turn, case_id: int) -> Screen:
    """One open question: words, a voice, a picture or a document."""
    case = await answering.to_answer(turn.store, turn.person, case_id)
    _, said = await feedback.look(turn.store, turn.person, case_id)
    asked = next(one for one in reversed(said) if one.from_member)
    return Screen(
        "feedback.write_answer",
        {"name": case.name, "member": case.member_name, "gist": gist(asked, 120)},
        asks=(look_at_answer, case_id),
        back=(show_case, case_id),
    )


@routes.on(marks=Mark.LETTER | Mark.NO_NUMBER)
async def look_at_answer(turn: Turn, case_id: int) -> Screen:
    """The answer once more before it leaves; the switchboard keeps it meanwhile."""
    case = await answering.to_answer(turn.store, turn.person, case_id)
    asks, back = (look_at_answer, case_id), (show_case, case_id)
    values = {"name": case.name, "member": case.member_name}
    send = Choice("feedback.send_answer", send_answer, case_id)
    return look_once_more(turn, Screen("feedback.look_at_answer", values, (send,), asks, back=back))


@routes.on(sends=look_at_answer)
async def send_answer(turn: Turn, case_id: int) -> Screen:
    """Asks for what `look_at_answer` showed; without it (an old button), the case as it stands."""
    if not keeping.holds(turn, "feedback.look_at_answer"):
        return await show_case(turn, case_id)
    screen = await write_answer(turn, case_id)
    return replace(screen, asks=(answer, case_id))


@routes.on
async def answer(turn: Turn, case_id: int) -> Screen:
    """It goes to the member, who is asked whether it helps."""
    try:
        text, media_id = content(turn)
        case = await answering.answer(turn.store, turn.person, case_id, text, media_id, turn.now)
    except Refusal as no:
        return ask_again(no, (answer, case_id), (show_case, case_id))
    answered, _ = await feedback.look(turn.store, turn.person, case_id)
    if answered.untold:
        return await _ask_to_phone(turn, answered)
    values = {"name": case.name, "member": case.member_name}
    return Screen("feedback.answer_left", values, back=cases)


@routes.on
async def told_by_phone(turn: Turn, case_id: int) -> Screen:
    """The answer was read out; what did the member say to it?"""
    case = await answering.told_by_phone(turn.store, turn.person, case_id, turn.now)
    return Screen(
        "feedback.told_by_phone",
        {"name": case.name, "member": case.member_name},
        choices=(
            Choice("feedback.they_are_content", judged_by_phone, case_id, 1),
            Choice("feedback.they_are_not", judged_by_phone, case_id, 0),
        ),
        back=cases,
    )


@routes.on
async def judged_by_phone(turn: Turn, case_id: int, helped: int) -> Screen:
    """The member's word, as the leader heard it."""
    await feedback.judge_for(turn.store, turn.person, case_id, helped=bool(helped), now=turn.now)
    return await show_case(turn, case_id)


async def _ask_to_phone(turn: Turn, case: Case) -> Screen:
    phone = await answering.phone_of(turn.store, case)
    return Screen(
        "feedback.ask_to_phone",
        {
            "name": case.name,
            "member": case.member_name,
            "phone": phone or words("feedback.no_phone"),
        },
        choices=(Choice("feedback.have_phoned", told_by_phone, case.id),),
        back=cases,
    )


# --- for somebody who phoned -----------------------------------------------------------------


@routes.command("enter_case", marks=Mark.LEADERS)
async def enter_case(turn: Turn) -> Screen:
    """Whose words are written down."""
    return Screen("feedback.whose", asks=find_person, back=home.home)


@routes.on
async def find_person(turn: Turn) -> Screen:
    """At most three people it may be; nobody is chosen by a guess."""
    found = await answering.find(turn.store, turn.person, turn.words)
    if not found:
        return Screen("feedback.nobody_found", asks=find_person, back=enter_case)
    shown = found[:ON_A_PAGE]
    choices = [
        Choice(
            "feedback.one_person", ask_words, one.id, member=short(one.name, 20), year=_year(one)
        )
        for one in shown
    ]
    choices.append(Choice("feedback.look_again", enter_case))
    return Screen(
        "feedback.found" if len(found) == len(shown) else "feedback.many_found",
        {"count": len(found), "lines": tuple(_person_line(one) for one in shown)},
        choices=tuple(choices),
        back=enter_case,
    )


@routes.on
async def ask_words(turn: Turn, member_id: int) -> Screen:
    """What that member said."""
    member = await answering.member_led(turn.store, turn.person, member_id)
    values = {"member": member.name, "home": member.unit_name}
    return Screen("feedback.their_words", values, asks=(enter, member_id), back=enter_case)


@routes.on(marks=Mark.LEAVES)
async def enter(turn: Turn, member_id: int) -> Screen:
    """A case like any other, with the name of who wrote it down."""
    try:
        text, media_id = content(turn)
        case = await answering.enter(turn.store, turn.person, member_id, text, media_id, turn.now)
    except Refusal as no:
        return ask_again(no, (enter, member_id), enter_case)
    day = turn.store.org.today(case.due_at)
    linked = await answering.is_linked(turn.store, member_id)
    return Screen(
        "feedback.entered" if linked else "feedback.entered_unlinked",
        {"name": case.name, "member": case.member_name, "unit": case.unit_name, "day": day},
        choices=(Choice("feedback.see_case", show_case, case.id),),
        back=home.home,
    )


def _ways_on(case: Case) -> tuple[Choice, ...]:
    match case.state:
        case "open":
            return (Choice("feedback.answer", write_answer, case.id),)
        case "answered" if case.untold:
            return (
                Choice("feedback.have_phoned", told_by_phone, case.id),
                Choice("feedback.answer_more", write_answer, case.id),
            )
        case "answered":
            return (Choice("feedback.answer_more", write_answer, case.id),)
        case _:
            return ()


def _open_line(turn: Turn, case: Case) -> Words:
    late = "feedback.line_late" if turn.now > case.due_at else "feedback.line_due"
    key = "feedback.line_untold" if case.untold else late
    day = turn.store.org.today(case.due_at)
    return words(key, number=case.number, year=case.year, unit=case.unit_name, day=day)


def _person_line(member: Member) -> Words:
    return words("feedback.line_person", member=member.name, home=member.unit_name)


def _year(member: Member) -> str | Words:
    return str(member.born_year) if member.born_year else words("feedback.no_year")
