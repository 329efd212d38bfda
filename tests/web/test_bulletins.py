"""Bulletins for everybody: pages, sounds and a podcast of those that are marked, no others."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import av
import pytest
from defusedxml.ElementTree import fromstring
from jinja2 import Environment, FileSystemLoader
from sqlalchemy import update

from bot.texts import Texts
from rules.bulletins import Bulletin
from rules.bulletins_public import episode
from rules.organisation import Organisation
from storage import bulletins
from storage.tables import bulletin_items
from tests.conftest import NOW
from tests.listening import ITEMS, PLAN, WHOM, WITH_A_NAME, Shelf
from tests.spoken import Sounds
from web.bulletins_feed import Feed, feed_xml
from web.bulletins_pages import Episode, one_page

PAGES = Path(__file__).parents[2] / "web" / "pages"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
HERE = "/ban-tin/2026-12-1"
ADDRESS = "https://so-tay.example.org"
ITS_OWN = (HERE, "/ban-tin/en/2026-12-1", f"{HERE}.mp3", f"{HERE}.txt", f"{HERE}.json")


@pytest.fixture
async def shelf(
    tmp_path: Path, empty_sqlite: Path, sounds: Sounds, children_from_one: None
) -> AsyncIterator[Shelf]:
    """A handbook with pages for everybody, and a bulletin that was sent to the members."""
    async with Shelf(tmp_path, empty_sqlite, NOW, sounds, public_bulletins=True) as shelf:
        shelf.bulletin = await shelf.sends(WITH_A_NAME)
        yield shelf


async def marked(shelf: Shelf, *, public: bool = True) -> None:
    """Opened to everybody, or closed again."""
    values = {"public_at": shelf.clock.now if public else None}
    async with shelf.app.database.transaction() as store:
        changed = {"public_changed_at": shelf.clock.now}
        await bulletins.change(store, shelf.bulletin, **values, **changed)


async def got(shelf: Shelf, path: str, mime: str, **headers: str) -> bytes:
    status, said, body = await shelf.get(path, **headers)
    assert (status, said["Content-Type"].split(";")[0]) == (200, mime), path
    return body


async def items_of(shelf: Shelf) -> list[ElementTree.Element]:
    """The episodes of the podcast."""
    return fromstring(await got(shelf, "/ban-tin/podcast.xml", "application/rss+xml")).findall(
        "./channel/item"
    )


async def test_what_is_not_marked_is_nowhere(shelf: Shelf) -> None:
    for when in ("before it is marked", "after it was closed"):
        for path in ITS_OWN:
            status, _, body = await shelf.get(path)
            assert status == 404, (when, path)
            assert ITEMS[0][0] not in body.decode()
        assert await items_of(shelf) == [], when
        listed = await got(shelf, "/ban-tin/", "text/html")
        assert "tháng 12" not in listed.decode(), when
        await marked(shelf)
        for path in ITS_OWN:
            assert (await shelf.get(path))[0] == 200, path
        await marked(shelf, public=False)


async def test_everybody_hears_and_reads_it_and_no_members_name_is_in_it(shelf: Shelf) -> None:
    await marked(shelf)
    listed = (await got(shelf, "/ban-tin/", "text/html")).decode()
    assert 'href="2026-12-1"' in listed
    said = (await got(shelf, HERE, "text/html")).decode()
    for words in ("<h1>Bản tin tháng 12 năm 2026</h1>", "Nghe mục 2", *ITEMS[0][1].splitlines()):
        assert words in said
    assert 'src="2026-12-1.mp3#t=' in said
    english = (await got(shelf, "/ban-tin/en/2026-12-1", "text/html")).decode()
    assert "Bulletin for December 2026" in english
    assert 'src="../2026-12-1.mp3"' in english
    text = (await got(shelf, f"{HERE}.txt", "text/plain")).decode()
    assert "2. Thu đảng phí quý bốn của các chi bộ trực thuộc phường\nThu trước ngày" in text

    for path in (*ITS_OWN, "/ban-tin/", "/ban-tin/podcast.xml"):
        _, _, body = await shelf.get(path)
        assert WHOM.encode() not in body, path
    chapters = json.loads(await got(shelf, f"{HERE}.json", "application/json+chapters"))["chapters"]
    assert [one["title"] for one in chapters][1:] == [title for title, _ in ITEMS]
    whole = await shelf.made(WITH_A_NAME.voice())
    heard = _seconds(await got(shelf, f"{HERE}.mp3", "audio/mpeg"))
    assert heard < (whole.seconds or 0) - 3, "whom to call is said at the end, and left out"


def _seconds(data: bytes) -> float:
    with av.open(io.BytesIO(data)) as container:
        return sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))


async def test_a_podcast_player_finds_all_it_asks_for(shelf: Shelf) -> None:
    await marked(shelf)
    body = await got(shelf, "/ban-tin/podcast.xml", "application/rss+xml")
    feed = fromstring(body)
    assert (feed.tag, feed.get("version")) == ("rss", "2.0")
    channel = feed.find("channel")
    assert channel is not None
    assert channel.findtext("title") == "Bản tin của Phường Sen Hồng"
    assert channel.findtext("link") == f"{ADDRESS}/ban-tin/"
    assert channel.findtext("language") == "vi"
    assert channel.findtext(f"{ITUNES}explicit") == "false"
    (category,) = channel.findall(f"{ITUNES}category")
    assert category.get("text") == "Government"
    (item,) = channel.findall("item")
    assert item.findtext("title") == "Bản tin tháng 12 năm 2026, Phường Sen Hồng"
    assert parsedate_to_datetime(item.findtext("pubDate") or "") == NOW
    guid = item.find("guid")
    assert guid is not None
    assert guid.get("isPermaLink") == "false"
    async with shelf.app.database.transaction() as store:
        found = await bulletins.get(store, shelf.bulletin)
    assert found
    assert guid.text == episode(found)

    enclosure = _there(item, "enclosure")
    sound = await got(shelf, _here(enclosure["url"]), enclosure["type"])
    assert len(sound) == int(enclosure["length"])
    assert _seconds(sound) == pytest.approx(int(item.findtext(f"{ITUNES}duration") or 0), abs=1)
    for name in ("transcript", "chapters"):
        about = _there(item, f"{PODCAST}{name}")
        assert await got(shelf, _here(about["url"]), about["type"])


def _there(item: ElementTree.Element, name: str) -> dict[str, Any]:
    found = item.find(name)
    assert found is not None, name
    return found.attrib


def _here(url: str) -> str:
    assert url.startswith(ADDRESS)
    return url.removeprefix(ADDRESS)


async def test_players_ask_for_pieces_and_for_what_is_new(shelf: Shelf) -> None:
    await marked(shelf)
    whole = await got(shelf, f"{HERE}.mp3", "audio/mpeg")
    status, headers, piece = await shelf.get(f"{HERE}.mp3", Range="bytes=100-199")
    assert (status, piece) == (206, whole[100:200])
    assert headers["Content-Range"] == f"bytes 100-199/{len(whole)}"
    _, headers, _ = await shelf.get(f"{HERE}.mp3")
    assert headers["Accept-Ranges"] == "bytes"
    status, _, _ = await shelf.get(f"{HERE}.mp3", **{"If-None-Match": headers["Etag"]})
    assert status == 304

    _, headers, _ = await shelf.get("/ban-tin/podcast.xml")
    asked = (
        {"If-None-Match": headers["Etag"]},
        {"If-Modified-Since": headers["Last-Modified"]},
    )
    for again in asked:
        status, said, body = await shelf.get("/ban-tin/podcast.xml", **again)
        assert (status, body, said["Etag"]) == (304, b"", headers["Etag"])
    shelf.clock.now += timedelta(hours=1)
    await marked(shelf, public=False)
    for again in asked:
        status, _, body = await shelf.get("/ban-tin/podcast.xml", **again)
        assert (status, b"<item>" in body) == (200, False), "closed for those who have it, too"


async def test_the_first_who_asks_does_not_wait(shelf: Shelf) -> None:
    async def made() -> list[Path]:
        await shelf.app.tick()
        await shelf.app.nursery.settle("for everybody")
        return list(shelf.settings.files.glob("*.mp3"))

    assert await made() == []
    voice = await shelf.app.gallery.find(WITH_A_NAME.voice(), "vi")
    assert voice
    voice.unlink()  # or no member has ever listened to it
    await marked(shelf)
    to_come = "Tiếng của bản tin này đang được làm."
    assert to_come in (await got(shelf, HERE, "text/html")).decode()
    assert len(await made()) == 1
    assert to_come not in (await got(shelf, HERE, "text/html")).decode()
    assert len(await items_of(shelf)) == 1


def test_titles_may_hold_anything() -> None:
    strange = "<b>“A&B” ]]> \x0b\x00\ud800"
    plan = replace(PLAN, unit="Sen & Hồng", items=((strange, "Chữ."), ITEMS[1]))
    bulletin = Bulletin(
        1, 1, plan.unit, "1/", plan.month, "sent", NOW, plan=plan.values(), sent_at=NOW
    )
    org = Organisation(bulletins_page=f"{ADDRESS}/ban-tin/")
    feed = Feed(Texts("party", org.zone), org, [Episode(bulletin, Path("a.mp3"), 9)])
    read = fromstring(feed_xml(feed).encode())

    assert read.findtext("./channel/title") == "Bản tin của Sen & Hồng"
    assert (read.findtext("./channel/item/description") or "").startswith("1. <b>“A&B” ]]> \n2. ")


def test_an_item_that_is_one_sentence_is_read_under_its_number() -> None:
    plan = replace(PLAN, items=(("Trồng cây sáng Chủ nhật", ""), ITEMS[1]))
    bulletin = Bulletin(1, 1, plan.unit, "1/", plan.month, "sent", NOW, plan=plan.values())
    pages = Environment(loader=FileSystemLoader(PAGES), autoescape=True)
    page = one_page(Texts("party", Organisation().zone), "en", Episode(bulletin))
    said = pages.get_template("sound.html").render(page=page, say=page.say)
    read = said[said.index('id="item-1"') :]
    assert 'tabindex="-1"><span lang="en">Item 1</span></h3>' in read
    assert "<p>Trồng cây sáng Chủ nhật</p>" in read
    assert "2. Thu đảng phí quý bốn của các chi bộ trực thuộc phường</h3>" in read


async def test_strangers_are_told_nothing_else(shelf: Shelf) -> None:
    await marked(shelf)
    for path in (HERE, "/ban-tin/", "/ban-tin/podcast.xml", f"{HERE}.mp3", "/ban-tin/2026-12-2"):
        _, headers, _ = await shelf.get(path)
        assert headers["Referrer-Policy"] == "no-referrer", path
        assert "noindex" in headers["X-Robots-Tag"], path
        assert headers["Content-Security-Policy"].startswith("default-src 'none';"), path
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert headers["Cache-Control"] == "no-cache", path
        assert "Set-Cookie" not in headers, path
    for path in (
        "/ban-tin/2026-12-1.ogg",
        "/ban-tin/1",
        "/ban-tin/../sotay.db",
        f"{HERE}.mp3.json",
    ):
        assert (await shelf.get(path))[0] == 404, path


async def test_an_item_that_was_taken_out_closes_the_whole(shelf: Shelf) -> None:
    await marked(shelf)
    async with shelf.app.database.transaction() as store:
        first = update(bulletin_items).where(bulletin_items.c.title == ITEMS[0][0])
        await store.run(first.values(removed_at=shelf.clock.now))
    for path in ITS_OWN:
        assert (await shelf.get(path))[0] == 404, path


async def test_without_the_setting_there_is_no_page(
    tmp_path: Path, empty_sqlite: Path, sounds: Sounds
) -> None:
    async with Shelf(tmp_path, empty_sqlite, NOW, sounds) as shelf:
        await shelf.sends(WITH_A_NAME, public_at=NOW)
        for path in (*ITS_OWN, "/ban-tin/", "/ban-tin/podcast.xml"):
            assert (await shelf.get(path))[0] == 404, path
