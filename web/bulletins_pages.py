"""What the pages for everybody say, and what a bulletin's sound says of itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audio.about import About
from rules.bulletins import Bulletin, Plan, month_words
from rules.bulletins_public import page_name
from rules.organisation import Organisation
from web.listen_pages import NOT_APART, WRITTEN_IN, Page, Piece, Words

if TYPE_CHECKING:
    from audio.mp3 import Mark


@dataclass(frozen=True)
class Episode:
    """A bulletin for everybody, with its sound if there is any; `size` in bytes."""

    bulletin: Bulletin
    mp3: Path | None = None
    size: int = 0
    marks: "Sequence[Mark]" = ()

    @property
    def plan(self) -> Plan:
        """What was approved."""
        return self.bulletin.approved

    @property
    def name(self) -> str:
        """Its name in addresses."""
        return page_name(self.bulletin)

    @property
    def seconds(self) -> int:
        """How long it is."""
        return round(self.marks[-1].end) if self.marks else 0

    def title(self, words: Words, language: str) -> str:
        """What it is called."""
        return words.say("listen.bulletin", {"month": month_words(self.plan.month)}, language)

    def pieces(self) -> list[Piece]:
        """Its items, each from where to where."""
        items = self.plan.items
        apart = [(one.start, one.end) for one in self.marks[1 : len(items) + 1]]
        if len(apart) != len(items):
            apart = [NOT_APART] * len(items)
        return [
            Piece(number, title, text.splitlines(), *apart[number - 1])
            for number, (title, text) in enumerate(items, 1)
        ]


@dataclass(frozen=True)
class Entry:
    """A line of the list."""

    address: str
    label: str
    unit: str
    length: str


@dataclass(frozen=True)
class OpenPage(Page):
    """A page anybody may open. `other`: where it stands in the other language; `listed`: where the
    list stands."""

    other: str = ""
    listed: str = ""
    entries: Sequence[Entry] = ()


class Unending(ValueError):
    """Where the items end cannot be told, so nothing may be handed out."""


def last_second(bulletin: Bulletin, marks: "Sequence[Mark]") -> float:
    """Where the sound for everybody ends: before the line that says whom to call, which names a
    member; 0 when there is none. Raises `Unending`."""
    plan = bulletin.approved
    if not plan.contact:
        return 0
    if len(marks) < len(plan.items) + 2:
        raise Unending(bulletin.id)
    return marks[len(plan.items) + 1].start


def about(words: Words, org: Organisation, bulletin: Bulletin, end: float) -> About:
    """What the sound says of itself."""
    plan, day = bulletin.approved, _day(org, bulletin)
    title = Episode(bulletin).title(words, WRITTEN_IN)
    album = words.say("outlets.of", {"unit": plan.unit}, WRITTEN_IN)
    return About(title, plan.unit, day.isoformat(), album, end=end)


def _day(org: Organisation, bulletin: Bulletin) -> date:
    return org.today(bulletin.sent_at) if bulletin.sent_at else bulletin.month


def list_page(words: Words, language: str, episodes: Sequence[Episode]) -> OpenPage:
    """Every bulletin for everybody, the newest first."""
    page = _page(words, language, "bulletins.html", "")
    return replace(
        page,
        title=page.say("outlets.bulletins"),
        entries=[
            Entry(
                one.name,
                page.say("outlets.listen_to", month=month_words(one.plan.month)),
                one.plan.unit,
                page.length(one.seconds) if one.seconds else "",
            )
            for one in episodes
        ],
    )


def one_page(words: Words, language: str, episode: Episode) -> OpenPage:
    """One of them: its player, its items and their words."""
    page = _page(words, language, "bulletin.html", episode.name)
    sound = f"{'' if language == WRITTEN_IN else '../'}{episode.name}.mp3"
    return replace(
        page,
        title=episode.title(words, language),
        under=episode.plan.unit,
        address=sound if episode.mp3 else "",
        awaits_sound=episode.mp3 is None,
        seconds=episode.seconds,
        pieces=episode.pieces(),
    )


def transcript(words: Words, episode: Episode) -> str:
    """A bulletin as a plain text."""
    parts = [f"{episode.title(words, WRITTEN_IN)}\n{episode.plan.unit}"]
    parts += [
        "\n".join([f"{one.number}. {one.title}", *one.paragraphs]) for one in episode.pieces()
    ]
    return "\n\n".join(parts) + "\n"


def _page(words: Words, language: str, template: str, name: str) -> OpenPage:
    def say(key: str, **values: Any) -> str:
        return words.say(key, values, language)

    other = f"en/{name}" if language == WRITTEN_IN else f"../{name}"
    return OpenPage(template, language, say, "", None, WRITTEN_IN, other=other or "./", listed="./")
