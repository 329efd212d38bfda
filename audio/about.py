"""What a sound file says about itself wherever it is played."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class About:
    """What an MP3 says of itself. `date` is an ISO date; `number` its place in the album or 0.

    Only what lies between `start` and `end` (seconds; `end` 0: to the last) is in it.
    """

    title: str
    unit: str
    date: str
    album: str = ""
    number: int = 0
    start: float = 0.0
    end: float = 0.0

    def written(self) -> str:
        """As one line."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def read(cls, line: str) -> "About":
        """What `written` wrote."""
        return cls(**json.loads(line))
