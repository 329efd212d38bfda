"""Behind the digits: what came covered and was not seen, and a vote that was not cast."""

from collections.abc import Sequence
from dataclasses import replace

from handlers import home, lost, polls
from handlers.dialog import Choice, Screen, Turn
from handlers.sharing import routes
from rules.messages import Message
from rules.refusal import Refusal
from rules.words import short, words
from services import sharing

Came = tuple[int, Message]  # a delivery's id and what it says
MOST, TITLE = 4, 15  # choices of a screen, letters of a title beside its kind
# What somebody is told of, by the text or its topic, and the values that name it.
KINDS = {
    "polls.result": "sharing.result",
    "meetings.summary": "sharing.summary",
    "notices": "sharing.notice",
    "meetings": "sharing.meeting",
    "polls": "sharing.poll",
    "bulletins": "sharing.bulletin",
    "feedback": "sharing.feedback",
}
TITLES = ("question", "name", "text")


@routes.on
async def what_waits(turn: Turn) -> Screen:
    """What waits behind the digits, the only thing at once; else home."""
    came = await sharing.unseen(turn.store, turn.person, turn.now)
    vote = await _vote_left(turn)
    if not (came or vote):
        return await home.start(turn)
    if vote and not came:
        place = (vote.handler, *vote.args)
        screen = replace(await vote.handler(turn, *vote.args), stands_at=place)
    elif vote or len(came) > 1:
        screen = listed(came, 0, vote)
    else:
        screen = await see(turn, came[0][0])
    said = "sharing.vote_not_cast" if vote else "home.greeting"
    return replace(screen, greeting=words(said, name=turn.person.member.given_name))


@routes.on
async def unseen(turn: Turn, start: int) -> Screen:
    """What came covered and was not seen, the newest first; home when nothing of it is left."""
    came = await sharing.unseen(turn.store, turn.person, turn.now)
    start = start if 0 <= start < len(came) else 0  # some were seen meanwhile
    return listed(came, start) if came else await home.home(turn)


@routes.on
async def see(turn: Turn, delivery_id: int) -> Screen:
    """What one of them says, once: from then on it is found where everything is."""
    came = dict(await sharing.unseen(turn.store, turn.person, turn.now))
    message = came.pop(delivery_id, None)
    if message is None:
        return replace(await lost.opened(turn, delivery_id), back=home.home)
    await sharing.seen(turn.store, delivery_id)
    try:
        screen = await lost.what_came(turn, message)
    except Refusal as no:  # it is over by now; seen it is all the same
        screen = Screen(no.key, no.values)
    return replace(screen, back=(unseen, 0) if came else home.home)


def listed(came: Sequence[Came], start: int, vote: Choice | None = None) -> Screen:
    """As many as there is room for, each by its kind and what it is called."""
    first = (vote,) if vote else ()
    room, left = MOST - len(first), len(came) - start
    shown = came[start : start + (room if left <= room else room - 1)]
    choices = [*first, *(called(*one) for one in shown)]
    if left > room:
        choices.append(Choice("sharing.more", unseen, start + len(shown)))
    return Screen("sharing.unseen", {"count": len(came)}, tuple(choices), back=home.home)


def called(delivery_id: int, message: Message) -> Choice:
    """The way to what came, named by its kind and what it is called."""
    key, values = message.text.key, message.text.values
    kind = KINDS.get(key) or KINDS.get(key.split(".")[0]) or "sharing.other"
    said = (values.get(one) for one in TITLES)
    title = next((one for one in said if isinstance(one, str) and one), "")
    if not title:
        return Choice(kind, see, delivery_id)
    values = {"kind": words(kind), "title": short(title, TITLE)}
    return Choice("sharing.titled", see, delivery_id, **values)


async def _vote_left(turn: Turn) -> Choice | None:
    """The way on to a vote whose digits were asked for and never came, if it can still be cast."""
    asked = await sharing.asked_at(turn.store, turn.account)
    if not asked or asked[0] != "polls.cast_by":
        return None
    choose, about = polls.routes.presses["polls.choose"], [int(one) for one in asked[1:]]
    try:
        screen = await choose(turn, *about)
    except Refusal:
        return None  # voting is over, or not hers
    open_still = screen.key in ("polls.confirm", "polls.confirm_change")
    return Choice("sharing.go_on_voting", choose, *about) if open_still else None
