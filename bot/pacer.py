"""The pace of sending: what the messenger allows, kept below it on purpose."""

import asyncio
from collections import OrderedDict

PER_SECOND = 28.0  # the free limit is about 30
PER_PERSON = 1.0  # seconds between two messages to one person


class Pacer:
    """Gives every send its moment; one shared pause when the messenger says it is too much."""

    def __init__(self, per_second: float = PER_SECOND, per_person: float = PER_PERSON) -> None:
        self._between = 1 / per_second
        self._per_person = per_person
        self._next = 0.0
        self.pauses = 0  # how often the messenger said it was too much
        self._person: OrderedDict[str, float] = OrderedDict()

    async def wait(self, address: str) -> None:
        """Wait for the next free moment for this address."""
        now = asyncio.get_running_loop().time()
        moment = max(now, self._next, self._person.get(address, 0.0))
        self._next = max(now, self._next) + self._between
        self._person[address] = moment + self._per_person
        self._forget(now)
        await asyncio.sleep(moment - now)

    def pause(self, seconds: float) -> None:
        """Let everybody wait; two pauses do not add up, the longer one counts."""
        self.pauses += 1
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)

    def _forget(self, now: float) -> None:
        while self._person and next(iter(self._person.values())) < now:
            self._person.popitem(last=False)
