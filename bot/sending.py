"""One delivery: to which account it goes, the call, and what is written down of it.

The account used last comes first; another one when that cannot be reached, or when its messenger
carries no more for now. Before the call it is committed that it is made, after it how it ended.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.copies import Copies
from bot.doors import Door, NotDelivered, Page, Refused, Uncertain, Unreachable
from bot.gallery import Gallery, NotMade
from bot.ledger import Ledger
from bot.pacer import Pacers
from bot.texts import typed
from rules.bulletins import heard_at
from rules.mailings import Record
from rules.messages import Media
from rules.quotas import Given, Room
from storage import accounts, coverings, deliveries, leases, sharing
from storage.accounts import Account
from storage.leases import Waiting
from storage.mailings import ANSWERS, NOTICES
from storage.media import Kept
from storage.store import Store

log = structlog.get_logger()
TRIES = 5
PASSES = (SQLAlchemyError, OSError)  # trouble with books or disk, which is no message's fault
Alarm = Callable[[Store, int, datetime], Awaitable[None]]
Outcome = Callable[[Waiting], Awaitable[bool]]  # written down; False when nobody was reached


@dataclass
class Sender:
    """Sends what one process has leased as `owner`. `alarm` is told of a broadcast that goes badly,
    `ring` says that something new is due."""

    owner: str
    ledger: Ledger
    doors: Mapping[str, Door]
    copies: Copies
    gallery: Gallery
    clock: Callable[[], datetime]
    pacers: Pacers
    alarm: Alarm
    ring: Callable[[], None]
    _records: defaultdict[int, Record] = field(default_factory=lambda: defaultdict(Record))
    _ended: bool = False
    _in_the_air: int = 0
    _landed: asyncio.Event = field(default_factory=asyncio.Event)

    async def end(self) -> None:
        """Begin no more, and let what is being sent end."""
        self._ended = True
        while self._in_the_air:
            self._landed.clear()
            await self._landed.wait()

    async def deliver(self, waiting: Waiting) -> None:
        """Send it, whatever happens: an error is its own and stops no other."""
        try:
            await self._try_accounts(waiting)
        except PASSES as problem:
            log.error("delivery interrupted", id=waiting.id, kind=type(problem).__name__)
        except Exception as problem:
            kind = type(problem).__name__
            log.error("delivery failed", id=waiting.id, kind=kind)
            await self._give_up(waiting, kind)

    async def _give_up(self, waiting: Waiting, kind: str) -> None:
        try:
            await self.ledger.write(
                lambda store: leases.give_up(store, waiting.id, self.owner, kind)
            )
        except Exception as problem:  # its lease ends by itself
            log.error("delivery left as it was", id=waiting.id, kind=type(problem).__name__)

    async def _try_accounts(self, waiting: Waiting) -> None:
        """The account used last first; another one only when that cannot be reached, or its
        messenger carries no more for now. When none does, it waits until one will."""
        moments = []
        for account in waiting.accounts:
            if not account.reachable or account.messenger not in self.doors:
                continue
            room = await self._room(waiting, account)
            if room.until:
                moments.append(room.until)
            elif await self._send(waiting, account, together=room.saving):
                return
        if moments:
            await self._wait(waiting, min(moments))
        else:
            state = "unreachable" if waiting.accounts else "unlinked"
            await self._settle(state, waiting)

    async def _room(self, waiting: Waiting, account: Account) -> Room:
        mailing = waiting.mailing
        urgent = mailing.urgent or mailing.lane == ANSWERS
        given = Given(urgent, mailing.due, mailing.useful_until)
        return await self.doors[account.messenger].room(given)

    async def _wait(self, waiting: Waiting, until: datetime, tries: int | None = None) -> None:
        tries = waiting.attempts if tries is None else tries
        await self.ledger.write(
            lambda store: leases.put_back(store, waiting.id, self.owner, until, tries=tries)
        )

    async def _send(self, waiting: Waiting, account: Account, *, together: bool) -> bool:
        """One attempt at one account; False when it cannot be reached. `together`: whatever else
        waits for this person goes along in the same message."""
        page = None if await self._is_covered(account) else await self._page(waiting, account)
        pacer = self.pacers.of(account.messenger)
        await pacer.wait(account.address, answer=waiting.mailing.lane == ANSWERS)
        if self._ended:
            return True  # whoever comes next takes it over
        self._in_the_air += 1
        try:
            return await self._call(waiting, account, page, together=together)
        finally:
            self._in_the_air -= 1
            self._landed.set()

    async def _call(
        self, waiting: Waiting, account: Account, page: Page | None, *, together: bool
    ) -> bool:
        covered = page is None or await self._is_covered(account)
        parts = await self._begin(waiting, account, together=together, covered=covered)
        if not parts:
            return True
        if page is None or covered:
            page = self._cover(waiting, account)
        elif len(parts) > 1:
            page = self.copies.together([one.mailing for one in parts], page.language)
        outcome = await self._bring(waiting, account, page)
        for one in parts:
            reached = await outcome(one)
        return reached

    async def _bring(self, waiting: Waiting, account: Account, page: Page) -> Outcome:
        """Make the call; what is to be written down for everything it carried."""
        pacer = self.pacers.of(account.messenger)
        gone = await pacer.depart() if waiting.mailing.lane == NOTICES else pacer.answers()
        try:
            sent = await self.doors[account.messenger].show(account.address, page)
        except NotDelivered as problem:
            return partial(self._again, account, problem)
        except Uncertain:
            return partial(self._settle, "uncertain")
        except Refused as problem:
            return partial(self._settle, "failed", problem=str(problem))
        except Unreachable:
            return partial(self._lost, account)
        finally:
            gone.is_answered()
        return partial(self._settle, "sent", message_ref=sent.ref, sent_at=self.clock())

    async def _is_covered(self, account: Account) -> bool:
        """Whether somebody else may hold the phone."""
        if not account.seat:
            return False
        now = self.clock()
        return not await self.ledger.write(lambda store: sharing.is_there(store, account, now))

    async def _page(self, waiting: Waiting, account: Account) -> Page:
        media = await self._media(waiting, account)
        page = self.copies.copy(waiting.mailing, self._speech(account), media, waiting.id)
        return replace(page, broadcast=waiting.mailing.lane == NOTICES)

    def _cover(self, waiting: Waiting, account: Account) -> Page:
        page = self.copies.covered(account, self._speech(account), waiting.id)
        return replace(page, broadcast=waiting.mailing.lane == NOTICES)

    def _speech(self, account: Account) -> str:
        buttons = self.doors[account.messenger].buttons
        return account.language if buttons else typed(account.language)

    async def _media(self, waiting: Waiting, account: Account) -> Kept | None:
        """The file that goes with it, read as fast as this person likes; when it cannot be made,
        the words go out without it. What its maker holds back is not passed over in silence."""
        media = waiting.message.media
        try:
            return await self._at_their_speed(media, account)
        except (*PASSES, NotMade):
            raise
        except Exception as problem:
            log.error("file not made", id=waiting.id, kind=type(problem).__name__)
            return None

    async def _at_their_speed(self, media: Media | None, account: Account) -> Kept | None:
        """One whose slow or fast recording is not good enough hears the normal one."""
        mine = media and heard_at(media, account.speed)
        try:
            return await self.gallery.get(mine, account.language)
        except NotMade:
            if mine == media:
                raise
        return await self.gallery.get(media, account.language)

    async def _begin(
        self, waiting: Waiting, account: Account, *, together: bool, covered: bool
    ) -> Sequence[Waiting]:
        """Commit that it is being sent, perhaps with others; none when it is not ours to send any
        more. What goes covered goes together: it names no more than the person."""

        async def begin(store: Store) -> Sequence[Waiting]:
            if not await leases.sending(store, waiting.id, self.owner, account.id):
                await leases.give_back(store, waiting.id, self.owner)
                return ()
            parts: Sequence[Waiting] = (waiting,)
            if together or covered:
                given = (store, waiting, self.owner, account.id, self.clock())
                parts = (waiting, *await leases.gather(*given))
            if account.seat:
                ids = [one.id for one in parts]
                await coverings.uncover(store, ids)
                await coverings.cover(store, ids if covered else (), account.id)
            return parts

        return await self.ledger.write(begin)

    # --- how it ended ------------------------------------------------------------------------

    async def _lost(self, account: Account, waiting: Waiting) -> bool:
        """Mark the account and take the delivery back into hand for the next one."""

        async def lost(store: Store) -> None:
            await accounts.lost(store, account.id)
            until = self.clock() + leases.LEASE
            await leases.settle(store, waiting.id, self.owner, "leased", lease_until=until)

        await self.ledger.write(lost)
        return False

    async def _again(self, account: Account, problem: NotDelivered, waiting: Waiting) -> bool:
        """Certainly not delivered: back into the queue, a limit on everyone does not count as a
        try."""
        tries = waiting.attempts if problem.everyone else waiting.attempts + 1
        if problem.everyone:
            await self.pacers.of(account.messenger).pause(problem.retry_after)
        elif tries >= TRIES:
            return await self._settle("failed", waiting, problem="tries")
        pause = max(problem.retry_after, 0.0 if problem.everyone else 2.0**waiting.attempts)
        await self._wait(waiting, self.clock() + timedelta(seconds=pause), tries)
        return True

    async def _settle(self, state: str, waiting: Waiting, **values: object) -> bool:
        mailing, now = waiting.mailing, self.clock()

        async def settle(store: Store) -> None:
            if not await leases.settle(store, waiting.id, self.owner, state, **values):
                log.warning("late result refused", id=waiting.id)
            elif state == "sent" and mailing.repeats:
                await deliveries.tell(store, mailing.repeats, waiting.member_id, now)

        await self.ledger.write(settle)
        if mailing.sender_id and self._records[mailing.id].goes_badly(state):
            await self.ledger.write(lambda store: self.alarm(store, mailing.id, now))
            self.ring()
        return True
