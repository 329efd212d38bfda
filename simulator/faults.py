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


ZALO = "zalo."


@dataclass
class Fault:
    """Let `after` calls of `method` pass, then spoil `count` of them.

    "*" is any method of any messenger, "zalo.*" any of Zalo's; "sendmessage" is Telegram's and
    "zalo.sendmessage" Zalo's.
    """

    kind: str
    method: str = "*"
    after: int = 0
    count: int = 1
    retry_after: int = 1
    seconds: float = 60.0

    def concerns(self, method: str) -> bool:
        called = method.lower()
        everything = ("*", ZALO + "*" if called.startswith(ZALO) else "telegram.*")
        return self.method in (*everything, called)


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
            method=_method(asked),
            after=int(asked.get("after") or 0),
            count=int(asked.get("count", 1)),
            retry_after=int(asked.get("retry_after") or 1),
            seconds=float(asked.get("seconds", 60)),
        )
    except (TypeError, ValueError) as wrong:
        raise PeopleError(400, f"A number was expected in the fault: {wrong}.") from wrong


def _method(asked: dict[str, Any]) -> str:
    """The method as Fault names it, from its own name and that of a messenger, if there is one."""
    method, messenger = str(asked.get("method") or "*").lower(), asked.get("messenger")
    if messenger not in (None, "telegram", "zalo"):
        raise PeopleError(400, f"Unknown messenger {messenger!r}.")
    if messenger == "zalo":
        return ZALO + method.removeprefix(ZALO)
    return f"telegram.{method}" if messenger and method == "*" else method
