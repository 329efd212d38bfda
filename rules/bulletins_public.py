"""Bulletins for everybody: who may open one to strangers, how it is found, and under what name.

A name once given stays: podcast players know an episode by it, and people send it to each other.
"""

import re
import unicodedata
import uuid
from collections.abc import Collection, Sequence
from datetime import date

from rules.bulletins import Bulletin, Item
from rules.members import Person
from rules.refusal import Refusal
from rules.units import Unit

PAGE_NAME = re.compile(r"(\d{4})-(\d{2})-(\d{1,9})", re.ASCII)
# What stands before the name everybody calls a place by.
KINDS = re.compile(r"^(?:(?:đảng bộ|đảng ủy|đảng uỷ|phường|xã|thị trấn|đặc khu)\s+)+(?=[^\W\d])")
EPISODES = uuid.UUID("6f6f3f4e-55f0-5b0c-9a5e-5a7f0f8f2b61")  # of ours alone


def stays_inside(bulletin: Bulletin, items: Sequence[Item]) -> bool:
    """Whether something in it must not leave the house: when it was approved, or by now."""
    approved = bool(bulletin.plan and bulletin.plan.get("stays_inside"))
    return approved or any(item.stays_inside for item in items)


def may_open(person: Person, bulletin: Bulletin) -> bool:
    """Who approved a bulletin that was sent may open it to everybody, while they lead the unit."""
    approved_it = bulletin.approved_by == person.id
    return bulletin.state == "sent" and approved_it and person.leads(bulletin.unit_path)


def check_open(person: Person, bulletin: Bulletin, items: Sequence[Item]) -> None:
    """Refuse to open it to everybody."""
    if bulletin.state != "sent":
        raise Refusal("bulletins.not_sent")
    if not may_open(person, bulletin):
        raise Refusal("outlets.not_approver")
    if stays_inside(bulletin, items):
        raise Refusal("outlets.stays_inside")


def page_name(bulletin: Bulletin) -> str:
    """Its name in the address of its page."""
    return f"{bulletin.month:%Y-%m}-{bulletin.unit_id}"


def read_page_name(name: str) -> tuple[int, date] | None:
    """The unit and the month of a page's name; None when it is none."""
    found = PAGE_NAME.fullmatch(name)
    if found is None or not 1 <= int(found[2]) <= 12 or not int(found[1]):
        return None
    return int(found[3]), date(int(found[1]), int(found[2]), 1)


def episode(bulletin: Bulletin) -> str:
    """What podcast players know it by: the same wherever the pages stand, and never another's."""
    return str(uuid.uuid5(EPISODES, f"{bulletin.id}:{bulletin.approved_hash}"))


def file_names(bulletin: Bulletin, count: int, units: Collection[Unit]) -> tuple[str, ...]:
    """How its sound is called in the loudspeaker's folder, and each of its `count` items after it:
    "2026-12-sen-hong.mp3", "2026-12-sen-hong-01.mp3". Units that would be called alike have their
    number in it."""
    place = _slug(bulletin.unit_name)
    alike = [one for one in units if one.id != bulletin.unit_id and _slug(one.name) == place]
    own = f"-{bulletin.unit_id}" if alike or not place else ""
    stem = f"{bulletin.month:%Y-%m}-{place}{own}".replace("--", "-")
    return (f"{stem}.mp3", *(f"{stem}-{number:02}.mp3" for number in range(1, count + 1)))


def _slug(name: str) -> str:
    """A name in letters every machine can write: "Phường Sen Hồng" is "sen-hong"."""
    short = KINDS.sub("", unicodedata.normalize("NFC", name).casefold())
    plain = unicodedata.normalize("NFD", short.replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", plain)).strip("-")[:60]
