"""Files that are handed out by a link: which one it is, and whether it may still be had."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rules.bulletins import Plan
from rules.meetings import calendar
from rules.messages import Media
from storage import listen, meetings
from storage import media as media_rows
from storage.media import Kept
from storage.store import Store

MEETING = re.compile(r"meeting-(\d+)-")


@dataclass(frozen=True)
class Link:
    """What a link leads to: a file, in the words of a language, until a moment.

    `form` is "page", "file" or, for a sound as messengers take it, "aac".
    """

    media_id: int
    language: str
    form: str
    until: datetime


async def find(store: Store, link: Link) -> Kept | None:
    """The file, unless it was sent with something that was recalled since."""
    if await listen.is_recalled(store, link.media_id):
        return None
    return await media_rows.get(store, link.media_id)


async def stands(store: Store, made_of: Media | None) -> bool:
    """Whether what a file was made of is still said: what was taken out of a bulletin, or changed
    about a meeting, is heard and read no more."""
    check = _CHECKS.get(made_of.maker) if made_of else None
    return check is None or made_of is None or await check(store, made_of.values)


async def _bulletin(store: Store, values: Mapping[str, Any]) -> bool:
    return await listen.have_items(store, [(title, text) for title, text in values["items"]])


async def _item(store: Store, values: Mapping[str, Any]) -> bool:
    if "plan" not in values:  # made by an older version
        return await listen.have_items(store, [(values["title"], values["text"])])
    return await listen.have_items(store, [Plan.of(values["plan"]).item(values["number"])])


async def _calendar(store: Store, values: Mapping[str, Any]) -> bool:
    found = MEETING.match(values["uid"])
    meeting = await meetings.get(store, int(found[1])) if found else None
    return meeting is not None and calendar(meeting) == values


_CHECKS: Mapping[str, Callable[[Store, Mapping[str, Any]], Awaitable[bool]]] = {
    "bulletins.audio": _bulletin,
    "bulletins.item": _item,
    "meetings.ics": _calendar,
}
