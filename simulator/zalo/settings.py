"""How this Zalo behaves: its quotas, and the quirks that real bots have recorded."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from simulator.errors import PeopleError

IDLE = ("200", "408", "empty")
PHOTO_FIELDS = ("photo_url", "photo")


@dataclass(frozen=True)
class Settings:
    """Quotas of the free plan, and one switch for every quirk."""

    users_per_bot: int = 50
    monthly_messages: int = 3000
    flat: bool = False  # webhooks carry the bare update, without ok and result
    photo_field: str = "photo_url"  # "photo" is what the documents say, seen by nobody
    idle: str = "200"  # how "nothing new" is said: 408 in HTTP 200, in HTTP 408, or an empty result
    duplicates: bool = False  # every message is handed out twice
    html_errors: bool = True  # an ordered 429 or 502 is the gateway's: HTML that names the URL
    errors_in_200: bool = True  # refusals come in HTTP 200; if not, in the status of their code
    codes_as_text: bool = False  # "error_code": "400"
    code_in_success: bool = False  # "error_code": 0 beside a result
    keep_seconds: float = 86_400.0  # how long a message waits for a bot that does not fetch it


def changed(settings: Settings, given: dict[str, Any]) -> Settings:
    """These settings with what is named changed; raises 400 for what makes no sense."""
    known = {one.name: getattr(settings, one.name) for one in fields(Settings)}
    for name, value in given.items():
        if name not in known:
            raise PeopleError(400, f"Unknown setting {name!r}. Known: {', '.join(known)}.")
        if not _fits(known[name], value):
            raise PeopleError(400, f"{value!r} is no value for the setting {name!r}.")
    found = replace(settings, **given)
    if found.idle not in IDLE or found.photo_field not in PHOTO_FIELDS:
        known_ones = f"'idle' is one of {IDLE}, 'photo_field' one of {PHOTO_FIELDS}"
        raise PeopleError(400, f"{known_ones}.")
    return found


def _fits(now: Any, value: Any) -> bool:
    """Whether the value is of the same sort; numbers must not be below nought."""
    if isinstance(now, bool) or isinstance(value, bool):
        return isinstance(now, bool) and isinstance(value, bool)
    if isinstance(now, int | float):
        whole = isinstance(now, float) or isinstance(value, int)
        return isinstance(value, int | float) and whole and value >= 0
    return isinstance(value, type(now))
