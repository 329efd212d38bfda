"""The podcast: RSS 2.0 with what podcast players ask for, and the chapters of each episode."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import format_datetime
from xml.etree import ElementTree as Xml

from rules.bulletins_public import episode as episode_id
from rules.organisation import Organisation
from web.bulletins_pages import Episode
from web.listen_pages import WRITTEN_IN, Words

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"
for _prefix, _address in (("itunes", ITUNES), ("podcast", PODCAST), ("atom", ATOM)):
    Xml.register_namespace(_prefix, _address)
# What no XML document may hold, however it is written.
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CHAPTERS_VERSION = "1.2.0"


@dataclass(frozen=True)
class Feed:
    """What is in the podcast, the newest first; each has its sound."""

    words: Words
    org: Organisation
    episodes: Sequence[Episode]

    @property
    def title(self) -> str:
        """Whose bulletins they are, when they are one unit's."""
        units = {one.plan.unit for one in self.episodes}
        if len(units) == 1:
            return self.say("outlets.of", unit=units.pop())
        return self.say("outlets.bulletins")

    def say(self, key: str, **values: object) -> str:
        """A text in the language bulletins are written in."""
        return self.words.say(key, values, WRITTEN_IN)


def feed_xml(feed: Feed) -> str:
    """The whole podcast."""
    rss = Xml.Element("rss", {"version": "2.0"})
    channel = Xml.SubElement(rss, "channel")
    page, title = feed.org.bulletins_page, feed.title
    address = f"{page}podcast.xml"
    _add(channel, f"{{{ATOM}}}link", href=address, rel="self", type="application/rss+xml")
    _add(channel, "title", title)
    _add(channel, "link", page)
    _add(channel, "description", feed.say("outlets.about"))
    _add(channel, "language", WRITTEN_IN)
    _add(channel, f"{{{ITUNES}}}author", title)
    _add(channel, f"{{{ITUNES}}}explicit", "false")
    _add(channel, f"{{{ITUNES}}}type", "episodic")
    _add(channel, f"{{{ITUNES}}}category", text="Government")
    for one in feed.episodes:
        _episode(Xml.SubElement(channel, "item"), feed, one)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(rss, encoding="unicode")


def _episode(item: Xml.Element, feed: Feed, one: Episode) -> None:
    base = f"{feed.org.bulletins_page}{one.name}"
    titles = "\n".join(f"{piece.number}. {piece.title}" for piece in one.pieces())
    _add(item, "title", f"{one.title(feed.words, WRITTEN_IN)}, {one.plan.unit}")
    _add(item, "link", base)
    _add(item, "guid", episode_id(one.bulletin), isPermaLink="false")
    if one.bulletin.sent_at:
        _add(item, "pubDate", format_datetime(one.bulletin.sent_at))
    _add(item, "description", titles)
    _add(item, "enclosure", url=f"{base}.mp3", length=str(one.size), type="audio/mpeg")
    _add(item, f"{{{ITUNES}}}duration", str(one.seconds))
    _add(item, f"{{{ITUNES}}}episodeType", "full")
    words = {"type": "text/plain", "language": WRITTEN_IN}
    _add(item, f"{{{PODCAST}}}transcript", url=f"{base}.txt", **words)
    _add(item, f"{{{PODCAST}}}chapters", url=f"{base}.json", type="application/json+chapters")


def chapters_json(episode: Episode) -> str:
    """Where each chapter begins, as podcast players read it."""
    marks = [{"startTime": round(one.start), "title": one.title} for one in episode.marks]
    return json.dumps({"version": CHAPTERS_VERSION, "chapters": marks}, ensure_ascii=False)


def _add(parent: Xml.Element, name: str, said: str = "", **attributes: str) -> None:
    """A child with its words; the library writes what must be escaped."""
    clean = {key: NO_XML.sub("", value) for key, value in attributes.items()}
    Xml.SubElement(parent, name, clean).text = NO_XML.sub("", said) or None
