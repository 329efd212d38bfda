"""How a case looks, to its member and to its owner; and taking what they say about it."""

from collections.abc import Sequence

from handlers.dialog import Choice, Handler, Place, Screen, Turn
from rules.feedback import Case, Said
from rules.feedback_reading import newest, parts, room
from rules.refusal import Refusal
from rules.words import Words, words

ASKED_AGAIN = (
    "feedback.text_empty",
    "feedback.text_too_long",
    "lost.file_too_big",
    "lost.file_not_here",
)


def case_screen(
    turn: Turn,
    case: Case,
    said: Sequence[Said],
    choices: tuple[Choice, ...],
    pages: Handler,
    back: Place,
) -> Screen:
    """Whose case it is, how it stands, and what was said last with its file."""
    shown, everything = newest(said, room(case))
    see_all = (
        () if everything and len(said) == 1 else (Choice("feedback.see_all", pages, case.id, 0),)
    )
    return Screen(
        "feedback.own_case" if case.member_id == turn.person.id else "feedback.case",
        {
            "name": case.name,
            "member": case.member_name,
            "home": case.member_unit,
            "status": status(turn, case),
            "lines": tuple(_line(turn, one, text) for one, text in shown),
        },
        choices=(*choices, *see_all),
        media=said[-1].media,
        back=back,
    )


def page_screen(case: Case, said: Sequence[Said], page: int, pages: Handler, back: Place) -> Screen:
    """One piece of all that was said, the oldest first, with who said it and when."""
    every = parts(said)
    page = max(0, min(page, len(every) - 1))
    part = every[page]
    later = (Choice("feedback.read_on", pages, case.id, page + 1),) if page + 1 < len(every) else ()
    before = (Choice("feedback.read_back", pages, case.id, page - 1),) if page else ()
    return Screen(
        "feedback.page",
        {
            "author": part.said.author_name,
            "at": part.said.at,
            "text": part.said.put(part.text) if part.first else part.text,
            "page": page + 1,
            "pages": len(every),
        },
        choices=(*later, *before),
        media=part.said.media if part.first else None,
        back=back,
    )


def status(turn: Turn, case: Case) -> tuple[Words, ...]:
    """How a case stands, and who wrote it down if it was not the member."""
    if case.entered_by_name is None:
        return (_standing(turn, case),)
    return (_standing(turn, case), words("feedback.entered_by", helper=case.entered_by_name))


def content(turn: Turn) -> tuple[str, int | None]:
    """What was typed and what was sent; a document nobody can read here may still be passed on."""
    file = turn.file
    if file and file.media_id is None and file.problem:
        raise Refusal(file.problem)
    return turn.words, file.media_id if file else None


def ask_again(no: Refusal, asks: Place, back: Place) -> Screen:
    """The question once more when only its answer has to change; any other refusal stands."""
    if no.key not in ASKED_AGAIN:
        raise no
    return Screen(no.key, no.values, asks=asks, back=back)


def _line(turn: Turn, said: Said, text: str) -> Words:
    day = turn.store.org.today(said.at)
    return words("feedback.line", author=said.author_name, day=day, text=said.put(text))


def _standing(turn: Turn, case: Case) -> Words:
    today = turn.store.org.today
    match case.state:
        case "open":
            key = "feedback.is_late" if turn.now > case.due_at else "feedback.is_open"
            said = words(key, unit=case.unit_name, day=today(case.due_at))
            if case.helped is not False or case.member_id == turn.person.id:
                return said
            return words("feedback.is_not_settled", member=case.member_name, standing=said)
        case "answered" if case.member_id == turn.person.id:
            return words("feedback.waits_for_you")
        case "answered" if case.untold:
            return words("feedback.is_untold")
        case "answered":
            return words("feedback.is_answered")
        case _:
            return words("feedback.is_closed", day=today(case.closed_at or turn.now))
