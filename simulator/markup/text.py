"""Text with entities: which parts are bold, links, commands. Offsets count UTF-16 units."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

COMMAND = re.compile(r"(?<![\w/<>])/([A-Za-z0-9_]{1,64})(@[A-Za-z0-9_]{3,32})?(?![\w/])")
LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")
NO_RETURN = str.maketrans("", "", "\r")


@dataclass
class Formatted:
    """Plain words and their entities, in the Bot API's own shape."""

    text: str
    entities: list[dict[str, Any]] = field(default_factory=list)

    def fields(self, text_key: str = "text", entities_key: str = "entities") -> dict[str, Any]:
        """The two fields of a message, without those that would be empty."""
        found: dict[str, Any] = {}
        if self.text:
            found[text_key] = self.text
        if self.entities:
            found[entities_key] = self.entities
        return found


def units(text: str) -> int:
    """The length in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def trimmed(formatted: Formatted) -> Formatted:
    """Without the white space at both ends; entities move and shrink along."""
    text = formatted.text.translate(NO_RETURN)
    kept = text.strip()
    skipped, end = units(text[: len(text) - len(text.lstrip())]), units(kept)
    entities = []
    for entity in formatted.entities:
        start = max(0, entity["offset"] - skipped)
        stop = min(end, entity["offset"] - skipped + entity["length"])
        if stop > start:
            entities.append({**entity, "offset": start, "length": stop - start})
    return Formatted(kept, entities)


def with_detected(formatted: Formatted) -> Formatted:
    """Commands and links that nobody marked are found by the server itself."""
    found = [
        {"type": kind, "offset": units(formatted.text[: match.start()]), "length": units(match[0])}
        for kind, pattern in (("bot_command", COMMAND), ("url", LINK))
        for match in pattern.finditer(formatted.text)
    ]
    free = [entity for entity in found if not _touches(entity, formatted.entities)]
    entities = sorted(formatted.entities + free, key=lambda e: (e["offset"], -e["length"]))
    return Formatted(formatted.text, entities)


def without_commands(formatted: Formatted) -> Formatted:
    """As it looks where nobody can tap on a command."""
    kept = [entity for entity in formatted.entities if entity["type"] != "bot_command"]
    return Formatted(formatted.text, kept)


def _touches(entity: dict[str, Any], others: list[dict[str, Any]]) -> bool:
    start, end = entity["offset"], entity["offset"] + entity["length"]
    return any(
        other["offset"] < end and start < other["offset"] + other["length"]
        for other in others
        if other["type"] in ("text_link", "code", "pre", "text_mention")
    )
