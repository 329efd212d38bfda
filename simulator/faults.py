"""Ordered misfortunes: the next call fails, hangs or vanishes, as the network does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from simulator.errors import PeopleError

KINDS = (
    "429",  # too fast, with retry_after
    "500",  # the server is out of order; nothing was done
    "502",  # the gateway is; nothing was done
    "timeout_before",  # nothing was done and no answer comes
    "timeout_after",  # it was done and no answer comes
    "drop",  # the connection breaks before anything is done
    "slow",  # a good answer after `seconds`
)


@dataclass
class Fault:
    """Let `after` calls of `method` ("*": any) pass, then spoil `count` of them."""

    kind: str
    method: str = "*"
    after: int = 0
    count: int = 1
    retry_after: int = 1
    seconds: float = 60.0

    def concerns(self, method: str) -> bool:
        return self.method in ("*", method.lower())


@dataclass
class Faults:
    """The faults still to come, in the order they were asked for."""

    waiting: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        self.waiting.append(fault)

    def next_for(self, method: str) -> Fault | None:
        """The fault this call meets; used up by meeting it."""
        for fault in self.waiting:
            if not fault.concerns(method):
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            fault.count -= 1
            if fault.count <= 0:
                self.waiting.remove(fault)
            return fault
        return None


def fault_from(asked: dict[str, Any]) -> Fault:
    """A fault from the JSON of POST /faults; raises PeopleError when it is not understood."""
    kind = str(asked.get("kind", ""))
    if kind not in KINDS:
        raise PeopleError(400, f"Unknown kind of fault: {kind!r}. Known: {', '.join(KINDS)}.")
    try:
        return Fault(
            kind=kind,
            method=str(asked.get("method") or "*").lower(),
            after=int(asked.get("after") or 0),
            count=int(asked.get("count", 1)),
            retry_after=int(asked.get("retry_after") or 1),
            seconds=float(asked.get("seconds", 60)),
        )
    except (TypeError, ValueError) as wrong:
        raise PeopleError(400, f"A number was expected in the fault: {wrong}.") from wrong
