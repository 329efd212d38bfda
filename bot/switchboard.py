"""A turn: what came in finds its handler, in one transaction; then the screen is shown.

The person is locked, the update recorded, the handler run and what is shown now remembered; only
after the commit does anything go out. An update that comes again has no second effect.
"""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime

from bot.attempts import Attempts, GivenUp, Taken
from bot.carrying import Carried, Carrying, handed_over
from bot.doors import Door, Incoming
from bot.locks import Locks
from bot.nursery import Nursery
from bot.pages import Pages
from bot.reading_out import ReadingOut
from bot.rests import begin, follow
from bot.routing import Call, Switches
from bot.showing import Answer, Showing, replaced
from bot.slips import cooled, digits_in, in_between
from bot.standing import standing
from bot.understanding import Understanding
from handlers.dialog import File, Screen, Turn
from handlers.marks import Mark
from rules.refusal import Refusal
from storage import accounts, conversations, deliveries, members, updates
from storage.accounts import Account
from storage.engine import Database
from storage.store import Store

Receive = Callable[[Door, Incoming], Awaitable[File | None]]


class Switchboard:
    """Takes what comes in at any door."""

    def __init__(
        self,
        database: Database,
        switches: Switches,
        pages: Pages,
        understanding: Understanding,
        showing: Showing,
        reading_out: ReadingOut,
        nursery: Nursery,
        clock: Callable[[], datetime],
        receive: Receive,
        committed: Callable[[], None],
        locks: Locks,
    ) -> None:
        self._database = database
        self._switches = switches
        self._pages = pages
        self._understanding = understanding
        self._showing = showing
        self._reading_out = reading_out
        self._nursery = nursery
        self._clock = clock
        self._receive = receive
        self._committed = committed
        self._carrying = Carrying(switches)
        self._attempts = Attempts(database, clock)
        self._locks = locks

    async def take(self, incoming: Incoming, door: Door) -> None:
        """One turn. Returns once it is committed; the screen follows while the person is locked.
        An error means that nothing was committed, and the update must be brought again."""
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(self._locks.hold(incoming.messenger, incoming.address))
            wanted = incoming.file and await self._is_member(incoming)
            file = await self._receive(door, incoming) if wanted else None
            rest = await self._commit(incoming, file, door)
            self._nursery.start(_then(rest, stack.pop_all()), "show")

    async def _is_member(self, incoming: Incoming) -> bool:
        async with self._database.transaction() as store:
            return await accounts.is_member(store, incoming.messenger, incoming.address)

    async def _commit(self, incoming: Incoming, file: File | None, door: Door) -> Awaitable[None]:
        """Run the turn; what is left to do after it."""
        if self._understanding.listens(incoming):
            return self._reading_out.read_out(incoming, door)
        if incoming.press_id:
            self._nursery.start(door.hint(incoming, ""), "show hint")
        key = f"{incoming.messenger}:{incoming.key}"
        try:
            answer = await self._attempts.run(key, lambda: self._transact(key, incoming, file))
        except GivenUp:
            return self._showing.apologise(incoming, door)
        except Taken:
            return nothing()  # the next press draws the screen from the books
        if answer is None or answer.changed:
            self._committed()
        return self._showing.show(answer, door) if answer else nothing()

    async def _transact(self, key: str, incoming: Incoming, file: File | None) -> Answer | None:
        now = self._clock()
        async with self._database.transaction() as store:
            if not await updates.first_time(store, key, now):
                return None
            account = await accounts.at(
                store, incoming.messenger, incoming.address, incoming.language, now
            )
            if incoming.kind == "blocked":
                await accounts.lost(store, account.id)
                return None
            return await self._turn(store, account, incoming, file, now)

    async def _turn(
        self, store: Store, account: Account, incoming: Incoming, file: File | None, now: datetime
    ) -> Answer:
        before = store.changes
        member = await members.person(store, account.member_id or 0, store.org.today(now))
        talk = cooled(await conversations.get(store, account.id), account.shared, now)
        incoming, talk = follow(incoming, talk)
        if incoming.delivery:
            await deliveries.prove(store, incoming.delivery, account.id, incoming.ref, now)
        claimed = await self._understanding.claimed(store, incoming, talk, member, now)
        meant = claimed or self._understanding.of(incoming, talk, member)
        call = self._switches.find(self._carrying.again(meant.call, incoming, talk)) or meant.call
        turn = Turn(store, now, account, member, meant.words, file, kept=self._carrying.kept(talk))
        turn = self._carrying.joined(call, turn, talk, rest=bool(incoming.before))
        said = incoming.whole if meant.missed else turn.words
        carries = self._carrying.carried(call, replace(turn, words=said), talk)
        screen, call, carries = await self._run(call, turn, carries)
        if stands := self._switches.find(self._switches.route(screen.stands_at)):
            call, carries = stands, self._carrying.stopped(stands, turn, talk, carries)
        changed = store.changes != before
        place = replaced(incoming, talk, meant.call)
        screen = in_between(screen, call, talk, self._switches)
        carries = talk.carried if screen.stays else carries
        carries = begin(carries, incoming, self._switches.route(screen.rest))
        if changed:  # perhaps who this is, or the language: ask the books again
            before_it, account = account.id, await accounts.current(store, account, now)
            if account.member_id != turn.account.member_id:
                carries = None  # nothing of whoever it was goes on
            if account.id != before_it:  # another person's place
                place = (None, None)
            if account.id != before_it and not turn.account.seat:
                await conversations.leave(store, before_it)  # nobody's digits are asked for there
        digits = digits_in(incoming, meant.call, turn.account.shared)
        about_it = (*place, changed, incoming.buttons, digits, incoming.crowded)
        answer = Answer(account, screen, call.route, *about_it)
        misses = talk.misses + 1 if meant.missed else 0
        stands_now = standing(answer, talk, self._pages, self._switches)
        about = {"misses": misses, "carried": carries, "shown_at": None}  # until it has arrived
        await conversations.save(store, account.id, **stands_now, **about)
        return answer

    async def _run(
        self, call: Call, turn: Turn, carries: Carried | None
    ) -> tuple[Screen, Call, Carried | None]:
        """The screen, and if it asks what is carried already, the screen after that answer."""
        screen = await run(call, turn)
        asked = self._switches.find(self._switches.route(screen.asks))
        holds = Mark.HOLDS in call.marks
        given = handed_over(turn, carries, asked) if asked and not holds else None
        if not asked or not given:
            return screen, call, carries
        before = turn.store.changes
        screen = await run(asked, given)
        return screen, asked, self._carrying.left(carries, asked, done=turn.store.changes != before)


async def run(call: Call, turn: Turn) -> Screen:
    """A handler's screen; its refusal is a screen too, and leaves no trace in the books."""
    try:
        async with turn.store.savepoint():
            return await call.handler(turn, *call.args)
    except Refusal as refusal:
        return Screen(refusal.key, refusal.values)


async def nothing() -> None:
    """What follows an update that was taken before, or too slowly."""


async def _then(rest: Awaitable[None], locked: AsyncExitStack) -> None:
    async with locked:
        await rest
