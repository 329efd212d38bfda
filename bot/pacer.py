"""The pace of sending: what the messenger allows, kept below it on purpose.

Broadcasts share one pace. An answer to a living person does not wait for its turn among them, but
nobody hears more than one message a second, and everybody waits when the messenger says so.
"""

import asyncio
from collections import OrderedDict, deque
from dataclasses import dataclass

from storage import paces
from storage.engine import Database

PER_SECOND = 28.0  # the free limit is about 30
PER_PERSON = 1.0  # seconds between two messages to one person
WITH_ANSWERS = 1.04  # of the pace: 29 where 28 are the broadcasts' and 30 the limit
SECOND = 1.0
ONE_CHAT = 5.0  # seconds the limit of one chat makes wait at most


@dataclass
class Departure:
    """A send on its way: it leaves `at` that moment, as planned or as it was."""

    at: float
    answered_at: float | None = None

    def is_answered(self) -> None:
        """By now it has arrived, if it ever did."""
        self.answered_at = _now()

    @property
    def latest(self) -> float:
        """The latest moment at which it may have arrived; nobody waits long for a call that
        hangs."""
        at = self.answered_at or max(self.at, _now())
        return min(at, self.at + SECOND)


class Pacer:
    """Gives every send its moment; one shared pause when the messenger says it is too much."""

    def __init__(self, per_second: float = PER_SECOND, per_person: float = PER_PERSON) -> None:
        self._between = 1 / per_second
        self._per_person = per_person
        self._next = 0.0
        most = max(1, int(per_second * WITH_ANSWERS))
        self._gone: deque[Departure] = deque(maxlen=most)  # the last ones, answers among them
        self._paused = 0.0  # until then
        self.pauses = 0  # how often the messenger said it was too much
        self._person: OrderedDict[str, float] = OrderedDict()

    async def wait(self, address: str, *, answer: bool = False) -> None:
        """Wait for the next free moment for this address."""
        await asyncio.sleep(await self._reserve(address, 0.0 if answer else self._between))
        if (rest := self._paused - _now()) > 0:  # somebody was refused while we waited
            await asyncio.sleep(rest)

    async def depart(self) -> Departure:
        """The last moment before one of a broadcast goes. In no second more arrive than may, with
        the answers to people who live on meanwhile: where a process, the disk or a line stood
        still, those that waited would all arrive at once, be refused, and pause everybody."""
        first = self._gone[0] if len(self._gone) == self._gone.maxlen else None
        gone = Departure(max(_now(), first.latest + SECOND) if first else _now())
        self._gone.append(gone)
        while first and (rest := first.latest + SECOND - _now()) > 0:  # noqa: ASYNC110 - a moment
            await asyncio.sleep(rest)
        gone.at = max(gone.at, _now())
        return gone

    def answers(self) -> Departure:
        """An answer goes: nothing holds it up, and a broadcast leaves room for it."""
        self._gone.append(Departure(_now()))
        return self._gone[-1]

    async def pause(self, seconds: float) -> None:
        """Let everybody wait; two pauses do not add up, the longer one counts."""
        self.pauses += 1
        self._paused = max(self._paused, _now() + seconds)
        self._next = max(self._next, self._paused)

    async def refused(self, address: str, seconds: float) -> None:
        """An answer was too much. For a few seconds that is her own chat, where she pressed too
        quickly, and says nothing about the others; for longer it is everybody."""
        if seconds > ONE_CHAT:
            await self.pause(seconds)
            return
        self.pauses += 1
        self._person[address] = max(self._person.get(address, 0.0), _now() + seconds)

    async def _reserve(self, address: str, between: float) -> float:
        """Take the next moment; in how many seconds it is."""
        now = _now()
        queue = self._next if between else 0.0
        moment = max(now, queue, self._person.get(address, 0.0))
        if between:
            self._next = max(now, self._next) + between
        self._person[address] = moment + self._per_person
        self._person.move_to_end(address)
        self._forget(now)
        return moment - now

    def _forget(self, now: float) -> None:
        while self._person and next(iter(self._person.values())) < now:
            self._person.popitem(last=False)


class SharedPacer(Pacer):
    """One pace for all the processes on one PostgreSQL, by its clock; `name` tells it apart."""

    def __init__(
        self,
        database: Database,
        name: str,
        per_second: float = PER_SECOND,
        per_person: float = PER_PERSON,
    ) -> None:
        super().__init__(per_second, per_person)
        self._database = database
        self._name = name

    async def pause(self, seconds: float) -> None:
        """Let everybody wait, in every process."""
        await super().pause(seconds)
        async with self._database.transaction() as store:
            await paces.pause(store, self._name, seconds)

    async def _reserve(self, address: str, between: float) -> float:
        async with self._database.transaction() as store:
            return await paces.reserve(store, self._name, address, self._per_person, between)


class Pacers:
    """A pace for each messenger: what one refuses says nothing about another."""

    def __init__(self, database: Database, per_second: float, per_person: float) -> None:
        self._database = database
        self._limits = per_second, per_person
        self._made: dict[str, Pacer] = {}

    def of(self, messenger: str) -> Pacer:
        """The pace of that messenger, shared where several processes may send to it."""
        if messenger not in self._made:
            self._made[messenger] = self._make(messenger)
        return self._made[messenger]

    @property
    def pauses(self) -> int:
        """How often a messenger said it was too much."""
        return sum(one.pauses for one in self._made.values())

    def _make(self, messenger: str) -> Pacer:
        if self._database.alone:
            return Pacer(*self._limits)
        return SharedPacer(self._database, messenger, *self._limits)


def _now() -> float:
    return asyncio.get_running_loop().time()
