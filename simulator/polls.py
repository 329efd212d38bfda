"""Telegram's own polls: who chose what, and what of it may be seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass
class Poll:
    """A poll and its votes: person -> numbers of the chosen options."""

    id: str
    question: str
    options: list[str]
    anonymous: bool
    several: bool
    kind: str
    correct: int | None = None
    closed: bool = False
    votes: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def wire(self) -> Json:
        """The poll as the Bot API's Poll."""
        counts = [
            sum(number in chosen for chosen in self.votes.values())
            for number in range(len(self.options))
        ]
        found = {
            "id": self.id,
            "question": self.question,
            "options": [
                {"persistent_id": str(number), "text": text, "voter_count": voters}
                for number, (text, voters) in enumerate(zip(self.options, counts, strict=True))
            ],
            "total_voter_count": len(self.votes),
            "is_closed": self.closed,
            "is_anonymous": self.anonymous,
            "type": self.kind,
            "allows_multiple_answers": self.several,
            "allows_revoting": self.kind == "regular",
            "members_only": False,
        }
        return found if self.correct is None else {**found, "correct_option_id": self.correct}
