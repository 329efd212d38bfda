"""Who chose what, once a vote is over: option by option, as many names as a screen holds."""

from collections.abc import Iterator, Sequence

from handlers.dialog import Choice, Handler, Place, Screen
from rules.polls import Poll
from rules.polls_counting import Voter, by_choice
from rules.words import Words, short, words

QUESTION = 60  # characters of the question above the names
WORDS = 36  # of names and sentences on a page; the page with its heading has at most sixty


def names_page(
    poll: Poll, roll: Sequence[Voter], page: int, here: Handler, back: Place, *, comments: bool
) -> Screen:
    """One page of names; `here` draws the others. With `comments` also what another view says."""
    pages = [
        (option, len(people), shown)
        for option, people in by_choice(poll, roll)
        for shown in _parted(people, comments)
    ]
    page %= len(pages)
    option, count, shown = pages[page]
    options = [one for one, _, _ in pages]
    more = []
    if options[page + 1 :]:
        same = options[page + 1] == option
        label = "polls.more_names" if same else "polls.next_option"
        more.append(Choice(label, here, poll.id, page + 1))
    leap = next((at for at in range(page + 2, len(pages)) if options[at] != option), None)
    if leap and options[page + 1] == option:
        more.append(Choice("polls.next_option", here, poll.id, leap))
    values: dict[str, object] = {"option": option, "count": count}
    if comments and any(one.comment for one in shown):  # a line each, and no room for the question
        values["names"] = tuple(_with_comment(one) for one in shown)
        return Screen("polls.names_and_words", values, choices=tuple(more), back=back)
    values["question"] = short(poll.question, QUESTION)
    values["names"] = ", ".join(one.name for one in shown)
    return Screen("polls.names", values, choices=tuple(more), back=back)


def _parted(people: Sequence[Voter], comments: bool) -> Iterator[list[Voter]]:
    """As many at a time as can be taken in."""
    page: list[Voter] = []
    room = WORDS
    for one in people:
        length = len(f"{one.name} {(comments and one.comment) or ''}".split())
        if page and length > room:
            yield page
            page, room = [], WORDS
        page.append(one)
        room -= length
    yield page


def _with_comment(voter: Voter) -> Words | str:
    if not voter.comment:
        return voter.name
    return words("polls.name_with_comment", name=voter.name, comment=voter.comment)
