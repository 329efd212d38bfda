"""Home: what is waiting, in words, and the four ways on."""

from collections.abc import Collection
from dataclasses import replace

from handlers import feedback, keeping, meetings, notices, polls, units
from handlers.dialog import Choice, Handler, Routes, Screen, Turn
from rules.words import words
from services import home as tasks

routes = Routes("home")


@routes.command("home")
async def home(turn: Turn) -> Screen:
    """What is waiting, and where to go: the same four buttons every day."""
    person = turn.person
    waiting = await tasks.waiting(turn.store, person, turn.now)
    unsent = keeping.line(turn, len(waiting))
    waiting = (*waiting, unsent) if unsent else waiting
    return Screen(
        "home.home" if waiting else "home.nothing_waiting",
        {
            "name": person.member.given_name,
            "tasks": waiting,
            "count": sum(one.values.get("count", 1) for one in waiting),
        },
        choices=_ways_on(turn, {one.key for one in waiting}),
    )


@routes.command("thanks")
async def thanks(turn: Turn) -> Screen:
    """A kind word, or a face: the same back, and what is waiting."""
    return replace(await home(turn), greeting=words("home.thanked"))


@routes.command("start")
async def start(turn: Turn) -> Screen:
    """Home with a greeting and the big buttons; what was begun is offered to be gone on with."""
    begun = await tasks.unfinished(turn.store, turn.person)
    screen = _begun(begun) if begun else await home(turn)
    greeting = words("home.greeting", name=turn.person.member.given_name)
    return Screen(screen.key, screen.values, screen.choices, greeting=greeting)


def _ways_on(turn: Turn, waiting: Collection[str]) -> tuple[Choice, ...]:
    """The same four every day; an answer that waits takes the place of what it comes nearest, and
    so does what is kept unsent."""
    first = (
        Choice("notices.go_notices", notices.routes.commands["notices"]),
        Choice("meetings.go_meetings", meetings.routes.commands["meetings"]),
    )
    vote = Choice("polls.go_polls", polls.routes.commands["polls"])
    lead = Choice("units.go_lead", units.lead)
    speak = Choice("feedback.go_feedback", feedback.routes.commands["feedback"])
    answered = "home.answers_waiting" in waiting
    if answered:
        speak = Choice("feedback.go_answers", feedback.routes.commands["answers"])
    if turn.kept:
        speak = Choice("keeping.see", keeping.show)
    if not turn.person.leading:
        return (*first, vote, speak)
    instead = turn.kept or (answered and "home.polls_waiting" not in waiting)
    return (*first, speak if instead else vote, lead)


def _begun(drafts: dict[str, int]) -> Screen:
    return Screen(
        "home.begun",
        {"drafts": tuple(words(f"home.begun_{topic}") for topic in drafts)},
        choices=(
            *(
                Choice(f"home.go_on_{topic}", _way_on(topic), draft_id)
                for topic, draft_id in drafts.items()
            ),
            Choice("home.later", home),
        ),
    )


def _way_on(topic: str) -> Handler:
    """Where a draft is taken up; looked up late, for these topics lead home themselves."""
    ways = {
        "notices": notices.routes.presses["notices.preview"],
        "meetings": meetings.routes.presses["meetings.go_on"],
        "polls": polls.routes.presses["polls.go_on"],
    }
    return ways[topic]
