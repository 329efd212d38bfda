"""What every speech engine offers, and choosing one for a whole piece."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:  # the handbook starts without numpy, which only sound needs
    import numpy as np
    import numpy.typing as npt

Voice = TypeVar("Voice")
Done = TypeVar("Done")
Samples: TypeAlias = "npt.NDArray[np.float32]"


class Speed(StrEnum):
    """How fast to speak; normal is already slower than a newsreader."""

    SLOW = "slow"
    NORMAL = "normal"
    FAST = "fast"


@dataclass(frozen=True, slots=True)
class Clip:
    """Mono sound between -1 and 1 at `rate` samples a second."""

    samples: Samples
    rate: int

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate


class EngineFailed(Exception):
    """The engine could not speak; `reason` is for the log."""

    def __init__(self, engine: str, reason: str) -> None:
        super().__init__(f"{engine}: {reason}")
        self.engine = engine
        self.reason = reason


class Engine(Protocol):
    """A voice. `speak` answers one clip a sentence, all or none, or raises `EngineFailed`.

    `is_local`: the text never leaves this machine.
    """

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def is_local(self) -> bool: ...

    def voice(self, language: str, speed: Speed) -> str:
        """Voice and parameters as one string: part of what makes a recording what it is."""
        ...

    async def speak(self, sentences: Sequence[str], language: str, speed: Speed) -> list[Clip]: ...


@dataclass(frozen=True, slots=True)
class Spoken:
    """A whole piece in one voice, and the name of the engine it is."""

    clips: list[Clip]
    engine: str


def check_sayable(sentences: Sequence[str], engine: str) -> None:
    """Raise `EngineFailed` for a sentence without a word, before anything is asked of anybody."""
    if not all(any(map(str.isalnum, sentence)) for sentence in sentences):
        raise EngineFailed(engine, "nothing to say in a sentence")


def allowed(engines: Sequence[Engine], *, stays_inside: bool) -> list[Engine]:
    """Those that may be given a text; only local ones when it must stay inside."""
    return [engine for engine in engines if engine.is_local or not stays_inside]


async def first_able(
    engines: Sequence[Voice], deed: Callable[[Voice], Awaitable[Done]]
) -> tuple[Voice, Done]:
    """What became of a whole piece, done by the first voice that can, and which that was.

    A piece is never spoken by two voices: when an engine fails in the middle, the next begins from
    the start. Raises `EngineFailed` with every reason when none can.
    """
    reasons = []
    for engine in engines:
        try:
            return engine, await deed(engine)
        except EngineFailed as failure:
            reasons.append(str(failure))
    raise EngineFailed("no engine", "; ".join(reasons) or "none was given")


async def speak_with_first(
    engines: Sequence[Engine], sentences: Sequence[str], language: str, speed: Speed
) -> Spoken:
    """Let the first engine that can speak all of `sentences` speak them."""
    engine, clips = await first_able(
        engines, lambda engine: engine.speak(sentences, language, speed)
    )
    return Spoken(clips, engine.name)
