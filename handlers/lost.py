"""Where everything ends up that fits nowhere: always a kind word and a way on."""

from dataclasses import replace
from typing import Any

from handlers import feedback, help, home, keeping, notices, topics
from handlers.dialog import Choice, Handler, Routes, Screen, Turn
from handlers.marks import Mark
from handlers.naming import MOST_HELD, all_named, files_of, named
from rules.messages import Message
from rules.words import short
from services import mailings, sharing

routes = Routes("lost")
LOOK = ".show"  # what a deed of that name shows changes nothing
SHOWN = 120  # letters of what was said about a file
# What an editor types goes into a bulletin: by each question, the screen that asks it.
INTO_A_BULLETIN = {
    "bulletins.take_directive": "bulletins.add_directive",
    "bulletins.take_correction": "bulletins.ask_correction",
    "bulletins.take_reading": "bulletins.ask_reading",
    "bulletins.take_spoken": "bulletins.ask_spoken",
    "bulletins.take_word": "bulletins.ask_word",
}


@routes.on(marks=Mark.STRANGERS)
async def trouble(turn: Turn) -> Screen:
    """Something failed on our side; shown by the switchboard when a turn was rolled back."""
    return Screen("lost.trouble")


@routes.on
async def old_button(turn: Turn) -> Screen:
    """A button from another time: home is always right."""
    return await home.home(turn)


@routes.on
async def something_else(turn: Turn) -> Screen:
    """A sticker, a contact, a place."""
    return Screen("lost.something_else", choices=_ways_on())


@routes.on
async def number_again(turn: Turn, number: int) -> Screen:
    """A number typed before what is asked now was seen; `turn.words` is what it means there."""
    key = "typing.number_again" if turn.words else "typing.number_unasked"
    return Screen(key, {"number": number, "label": turn.words}, stays=True)


@routes.on
async def number_after_news(turn: Turn, number: int) -> Screen:
    """A number typed when something had come below the list it chooses from; `turn.words` is what
    it means there."""
    values = {"number": number, "label": turn.words}
    return Screen("typing.number_after_news", values, stays=True)


@routes.on(marks=Mark.STRANGERS)
async def wrong_number(turn: Turn, count: int) -> Screen:
    """A number that is none of so many choices: the list stays, and what it asks."""
    return Screen("lost.wrong_number", {"count": count}, stays=True)


@routes.on
async def words_wanted(turn: Turn) -> Screen:
    """A bare number where somebody's own words leave at once: the question stays."""
    return Screen("lost.words_wanted", stays=True)


@routes.on(marks=Mark.STRANGERS)
async def beside(turn: Turn) -> Screen:
    """A sticker or a heart in the middle of something, which stays as it is."""
    return Screen("lost.beside", {"standing": ""}, stays=True)


@routes.on(marks=Mark.STRANGERS)
async def not_carried(turn: Turn) -> Screen:
    """The messenger says that something was sent, and not what: the question stays open."""
    return Screen("lost.not_carried", stays=True)


@routes.on
async def opened(turn: Turn, delivery_id: int) -> Screen:
    """What a message brought, with its choices: where nothing can be pressed, a word opens it."""
    message = await mailings.brought(turn.store, turn.person, delivery_id, turn.now)
    if message is None:
        return await home.home(turn)
    if turn.account.seat:
        await sharing.seen(turn.store, delivery_id)
    return await what_came(turn, message)


async def what_came(turn: Turn, message: Message) -> Screen:
    """A message as a screen: what it leads to where that only shows, else itself."""
    for button in message.buttons:
        if button.route[0].endswith(LOOK) and (found := place(*button.route)):
            look: Handler = found[0]
            return await look(turn, *found[1:])  # as it is now: what was brought may be over
    choices = tuple(
        Choice(one.label.key, *found, **one.label.values)
        for one in message.buttons
        if (found := place(*one.route))
    )
    return Screen(message.text.key, message.text.values, choices[:4], media=message.media)


@routes.on(marks=Mark.HOLDS | Mark.LISTED | Mark.WITH_FILES | Mark.ADDS | Mark.LASTS)
async def file_unasked(turn: Turn) -> Screen:
    """A file nobody asked for: what should become of it? The next question takes it."""
    if turn.file and turn.file.media_id is None:
        return replace(_what_for(turn), key=turn.file.problem, values={})
    if turn.file and turn.file not in files_of(turn):
        values = {"count": MOST_HELD, "file": named(turn.file)}
        return replace(_what_for(turn), key="lost.enough_files", values=values)
    return _what_for(turn)


@routes.on(marks=Mark.HOLDS | Mark.LISTED | Mark.WITH_FILES | Mark.ADDS | Mark.LASTS)
async def file_described(turn: Turn) -> Screen:
    """Words for the file that is held: they go with it, wherever it goes. Or one more file."""
    if turn.file or not turn.held or not turn.words:
        return await file_unasked(turn)
    screen = _what_for(turn)
    values = {"files": all_named(turn.held), "text": short(turn.words, SHOWN)}
    return replace(screen, key="lost.file_described", values=values)


def _what_for(turn: Turn) -> Screen:
    """Several files go into a bulletin together; everything else takes the newest."""
    files, leads = files_of(turn), bool(turn.person.leading)
    if not files:
        return Screen("lost.file_not_here", choices=_ways_on())
    speak = Choice("feedback.go_feedback", feedback.routes.commands["feedback"])
    throw_away = Choice("keeping.throw_away", keeping.throw_away)
    leading = (guess("notices.write_notice"), guess("bulletins.add_directive"))
    between = leading if leads else (Choice("help.go_help", help.show_help),)
    choices = (speak, *between, throw_away)
    values = {"files": all_named(files), "count": len(files), "last": named(files[-1])}
    if len(files) == 1:
        return Screen("lost.file_unasked", {"files": values["files"]}, choices, file_described)
    key = "lost.files_for_leaders" if leads else "lost.files_for_members"
    return Screen(key, values, choices, file_described)


@routes.on(marks=Mark.HOLDS)
async def not_understood(turn: Turn, misses: int) -> Screen:
    """The three nearest commands, named in `turn.words`; from the second miss on a human first."""
    guesses = tuple(guess(name) for name in turn.words.split("|") if name)
    call = Choice("help.go_help", help.show_help)
    if misses:
        return Screen("lost.not_understood_again", choices=(call, *guesses[:2]))
    return Screen("lost.not_understood", choices=(*guesses[:3], call))


@routes.on(marks=Mark.HOLDS)
async def a_story(turn: Turn) -> Screen:
    """Something told at length, with no word of what for: kept, and asked about. `turn.words` names
    the nearest commands."""
    nearest = turn.words.split("|")[:1]
    names = ("notices.write_notice", "bulletins.add_directive") if turn.person.leading else nearest
    wishes = dict.fromkeys(("feedback.feedback", *filter(None, names)))
    call = Choice("help.go_help", help.show_help)
    return Screen("lost.a_story", choices=(*(guess(one) for one in wishes), call))


@routes.on(marks=Mark.HOLDS)
async def which_meant(turn: Turn, command: str, question: str, about: str) -> Screen:
    """A command's name, typed where any words would be taken: which was meant? `about`: what the
    question is about, in one word."""
    asked = _question(question, about)
    if asked is None:
        return await home.home(turn)
    here = INTO_A_BULLETIN.get(question)
    back = _question(here, about) if here else (answer_again, question, about)
    keep = "lost.keep_text" if here else "lost.keep_answer"
    choices = (guess(command), Choice(keep, keep_answer, question, about))
    key = "lost.which_meant_text" if here else "lost.which_meant"
    return Screen(key, {"text": turn.words}, choices, asks=asked, back=back)


@routes.on
async def keep_answer(turn: Turn, question: str, about: str) -> Screen:
    """It was meant as the answer, which is carried to the question."""
    return await answer_again(turn, question, about)


@routes.on
async def answer_again(turn: Turn, question: str, about: str) -> Screen:
    """The question, by itself."""
    asked = _question(question, about)
    return Screen("lost.answer_again", asks=asked) if asked else await home.home(turn)


def _question(name: str, about: str) -> tuple[Any, ...] | None:
    return place(name, *filter(None, about.split("/")))


def place(name: str, *args: Any) -> tuple[Any, ...] | None:
    """Where a route leads, by the handler's name; None where no handler is called that."""
    every = (*topics.TOPICS, routes)
    found = next((one.presses[name] for one in every if name in one.presses), None)
    return (found, *args) if found else None


def _ways_on() -> tuple[Choice, ...]:
    return (
        Choice("feedback.go_feedback", feedback.routes.commands["feedback"]),
        Choice("notices.go_notices", notices.routes.commands["notices"]),
        Choice("help.go_help", help.show_help),
    )


def guess(name: str) -> Choice:
    """A choice that leads to a command by its name, "members.record"."""
    topic, command = name.split(".")
    return Choice(f"{topic}.go_{command}", _command(topic, command))


def _command(topic: str, command: str) -> Handler:
    return next(one for one in topics.TOPICS if one.topic == topic).commands[command]
