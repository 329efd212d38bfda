"""What is behind a link: pages and files for whoever has it, and nothing for anybody else."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import av
import pytest
from sqlalchemy import update
from structlog.testing import capture_logs

from bot.texts import Texts
from rules.meetings import calendar
from rules.messages import Media
from services.listen import Link
from storage import meetings, notices
from storage.media import Kept
from storage.tables import bulletin_items
from storage.tables import bulletins as bulletins_table
from storage.tables import notices as notices_table
from tests.conftest import NOW
from tests.listening import BARS, ITEMS, PDF, PLAN, SCREEN, Shelf
from tests.meeting import called
from tests.spoken import Sounds
from web.listen_pages import Thing, page_of

PNG = bytes.fromhex("89504e470d0a1a0a") + b"\0" * 40
GONE = "Trang này không mở được nữa"


@pytest.fixture
async def shelf(
    tmp_path: Path, empty_sqlite: Path, sounds: Sounds, children_from_one: None
) -> AsyncIterator[Shelf]:
    """A handbook whose pages are open."""
    async with Shelf(tmp_path, empty_sqlite, NOW, sounds) as shelf:
        yield shelf


async def page(shelf: Shelf, path: str) -> str:
    status, headers, body = await shelf.get(path)
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    return body.decode()


async def is_gone(shelf: Shelf, path: str, status: int = 410) -> None:
    answered, headers, body = await shelf.get(path)
    assert answered == status
    assert headers["Cache-Control"] == "private, no-store"
    assert GONE in body.decode()
    assert "does not open any more" in body.decode()
    for said in (*ITEMS[0], "Sen Hồng", "Bản tin", PDF):
        assert said not in body.decode()


async def test_a_bulletin_is_heard_item_by_item_and_read(shelf: Shelf) -> None:
    kept = await shelf.made(PLAN.voice())
    link = await shelf.link(kept)
    said = await page(shelf, link)

    assert "<h1>Bản tin tháng 12 năm 2026</h1>" in said
    for words in ("Phường Sen Hồng", "Nghe mục 1", "Nghe mục 2", *ITEMS[0][1].splitlines()):
        assert words in said
    ends = re.findall(r'data-start="([\d.]+)" data-end="([\d.]+)"', said)
    starts = [float(start) for start, _ in ends]
    assert starts == sorted(starts)
    assert 0 < starts[0] < starts[1] == float(ends[0][1]) < float(ends[1][1]) < (kept.seconds or 0)
    token = link.removeprefix("/nghe/")
    assert f'src="{token}/tep#t={ends[0][0]},{ends[0][1]}"' in said, "also without our script"


async def test_the_page_speaks_the_language_of_the_link_and_reads_what_was_written(
    shelf: Shelf,
) -> None:
    said = await page(shelf, await shelf.link(await shelf.made(PLAN.voice()), "en"))

    assert '<html lang="en">' in said
    assert "Bulletin for December 2026" in said
    assert '<p class="under" lang="vi">Phường Sen Hồng</p>' in said
    assert '<div class="words" lang="vi">' in said


async def test_every_voice_has_its_words(shelf: Shelf) -> None:
    item = await page(shelf, await shelf.link(await shelf.made(PLAN.voice_of(2))))
    screen = await page(shelf, await shelf.link(await shelf.made(SCREEN)))

    assert ITEMS[1][0] in item
    assert ITEMS[1][1] in item
    assert "<p>Còn 1 việc.</p>" in screen


@pytest.mark.parametrize(
    ("read_at", "speeds"),
    [
        (None, [("slower", 0.75, False), ("as_read", 1, True), ("faster", 1.25, False)]),
        ("slow", [("slower", 1, True), ("as_read", 1.18, False), ("faster", 1.47, False)]),
        ("fast", [("slower", 0.65, False), ("as_read", 0.87, False), ("faster", 1, True)]),
    ],
)
def test_the_speed_somebody_has_chosen_is_the_one_that_stands_chosen(
    read_at: str | None, speeds: list[tuple[str, float, bool]]
) -> None:
    values = {"text": "Trang chính"} | ({"speed": read_at} if read_at else {})
    voice = Media("voice", maker="voice", values=values)
    kept = Kept(1, "f" * 64, "voice", None, None, "audio/ogg", 9, 3, {})
    texts = Texts("party", ZoneInfo("Asia/Ho_Chi_Minh"))
    shown = page_of(texts, Thing(Link(1, "vi", "page", NOW), kept, voice), "sound", "tep")

    assert [(one.label, one.rate, one.as_made) for one in shown.speeds] == [
        (f"listen.{label}", rate, as_made) for label, rate, as_made in speeds
    ]


async def test_a_voice_is_brought_in_pieces_and_browsers_play_it(shelf: Shelf) -> None:
    link = await shelf.link(await shelf.made(SCREEN))

    status, headers, whole = await shelf.get(f"{link}/tep")
    assert (status, headers["Content-Type"]) == (200, "audio/mp4")
    status, headers, piece = await shelf.get(f"{link}/tep", Range="bytes=10-19")
    assert (status, piece) == (206, whole[10:20])
    assert headers["Content-Range"] == f"bytes 10-19/{len(whole)}"
    status, _, _ = await shelf.get(f"{link}/tep", Range="bytes=99999999-")
    assert status == 416


async def test_messengers_fetch_bare_aac(shelf: Shelf, tmp_path: Path) -> None:
    kept = await shelf.made(SCREEN)
    link = await shelf.link(kept, form="aac")
    status, headers, body = await shelf.get(link)

    assert link.endswith(".aac")
    assert (status, headers["Content-Type"]) == (200, "audio/aac")
    assert body[0] == 0xFF
    assert body[1] & 0xF6 == 0xF0, "an ADTS frame begins with twelve ones"
    heard = tmp_path / "heard.aac"
    await asyncio.to_thread(heard.write_bytes, body)
    assert _seconds(heard) == pytest.approx(kept.seconds, abs=1)


def _seconds(path: Path) -> float:
    with av.open(str(path)) as container:
        frames = list(container.decode(audio=0))
    return sum(frame.samples / frame.sample_rate for frame in frames)


async def test_a_paper_is_kept_under_its_own_name(shelf: Shelf) -> None:
    kept = await shelf.sent("document", PDF, "application/pdf", b"%PDF-1.7")
    link = await shelf.link(kept)
    said = await page(shelf, link)
    status, headers, body = await shelf.get(f"{link}/tep")

    assert PDF in said
    assert "Tệp PDF" in said
    assert "Nhỏ, khoảng 1 KB" in said
    assert (status, body, headers["Content-Type"]) == (200, b"%PDF-1.7", "application/pdf")
    assert headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''ngh%E1%BB%8B-")


async def test_a_picture_is_shown_and_told(shelf: Shelf) -> None:
    result = await page(shelf, await shelf.link(await shelf.made(BARS)))
    photo = await shelf.sent("photo", "photo.png", "image/png", PNG)
    public = shelf.here(await shelf.app.links.public_photo(photo))
    status, headers, body = await shelf.get(public)

    assert "<p>12 trên 20 người chọn thứ Sáu.</p>" in result
    assert public.endswith(".png")
    assert (status, headers["Content-Type"], body) == (200, "image/png", PNG)
    assert "Content-Disposition" not in headers


@pytest.mark.parametrize(
    ("kind", "mime"),
    [("document", "text/html"), ("photo", "image/svg+xml"), ("voice", "audio/ogg")],
)
async def test_what_may_be_anything_is_only_kept(shelf: Shelf, kind: str, mime: str) -> None:
    kept = await shelf.sent(kind, 'a"\r\nb.html', mime, b"<script>alert(1)</script>")
    link = await shelf.link(kept)
    said = await page(shelf, link)
    status, headers, _ = await shelf.get(f"{link}/tep")

    assert "Tải về máy" in said
    assert status == 200
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"] == "attachment; filename*=UTF-8''a%22%0D%0Ab.html"
    assert headers["X-Content-Type-Options"] == "nosniff"


async def test_nobody_is_told_where_somebody_was(shelf: Shelf) -> None:
    link = await shelf.link(await shelf.made(SCREEN))
    ours = ("/nghe/listen.js", "/nghe/listen.css", "/nghe/icon.svg", "/nghe/nothing")
    for path in (link, f"{link}/tep", *ours):
        _, headers, body = await shelf.get(path)
        assert headers["Referrer-Policy"] == "no-referrer", path
        assert "noindex" in headers["X-Robots-Tag"], path
        assert headers["Content-Security-Policy"].startswith("default-src 'none';"), path
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert "Set-Cookie" not in headers, path
        assert b"://" not in body or path.endswith(("tep", "svg")), path
    _, headers, _ = await shelf.get(link)
    assert headers["Cache-Control"] == "private, no-store"


async def test_a_link_ends_and_a_bulletins_later(shelf: Shelf) -> None:
    screen, bulletin = await shelf.made(SCREEN), await shelf.made(PLAN.voice())
    links = [await shelf.link(one) for one in (screen, bulletin)]
    aac = await shelf.link(screen, form="aac")
    shelf.clock.move(days=7)
    for link in links:
        await page(shelf, link)
    shelf.clock.move(days=1)
    for path in (links[0], f"{links[0]}/tep", aac):
        await is_gone(shelf, path)
    await page(shelf, links[1])
    shelf.clock.move(days=38)
    await is_gone(shelf, links[1])


async def test_what_was_not_given_by_us_opens_nothing(shelf: Shelf) -> None:
    link = await shelf.link(await shelf.made(SCREEN))
    other = "2" if link[-1] != "2" else "3"
    changed = link[:-1] + other
    for path in (changed, changed + "/tep", link[:-1], link + "2", "/nghe/", "/nghe/a/b/c"):
        await is_gone(shelf, path, 404)


async def test_a_link_opens_only_what_it_was_made_for(shelf: Shelf) -> None:
    kept = await shelf.made(SCREEN)
    aac, file = await shelf.link(kept, form="aac"), await shelf.link(kept, form="file")
    assert (await shelf.get(file))[0] == 200
    await is_gone(shelf, aac.removesuffix(".aac"), 404)
    await is_gone(shelf, file.removesuffix("/tep"), 404)
    await is_gone(shelf, (await shelf.link(kept)) + ".aac", 404)


async def test_an_item_that_was_taken_out_is_heard_no_more(shelf: Shelf) -> None:
    links = [
        await shelf.link(await shelf.made(media))
        for media in (PLAN.voice(), PLAN.voice_of(1), PLAN.voice_of(2))
    ]
    async with shelf.app.database.transaction() as store:
        first = update(bulletin_items).where(bulletin_items.c.title == ITEMS[0][0])
        await store.run(first.values(removed_at=shelf.clock.now))

    await is_gone(shelf, links[0])
    await is_gone(shelf, links[1])
    await page(shelf, links[2])


async def test_a_bulletin_that_was_given_up_is_heard_no_more(shelf: Shelf) -> None:
    link = await shelf.link(await shelf.made(PLAN.voice()))
    async with shelf.app.database.transaction() as store:
        await store.run(update(bulletins_table).values(state="skipped"))

    await is_gone(shelf, link)


async def test_a_file_of_a_recalled_notice_is_gone_until_it_is_sent_again(shelf: Shelf) -> None:
    kept = await shelf.sent("document", PDF, "application/pdf", b"%PDF-1.7")
    async with shelf.app.database.transaction() as store:
        values = {"media_id": kept.id, "text": "Nghị quyết"}
        notice = await notices.begin(store, 1, 1, shelf.clock.now, **values)
    link = await shelf.link(kept)
    await page(shelf, link)
    async with shelf.app.database.transaction() as store:
        await store.run(update(notices_table).values(state="recalled"))
    await is_gone(shelf, link)
    await is_gone(shelf, f"{link}/tep")
    async with shelf.app.database.transaction() as store:
        assert notice != await notices.begin(store, 1, 1, shelf.clock.now, **values)
    await page(shelf, link)


async def test_the_calendar_of_a_meeting_is_had_until_it_is_called_off(shelf: Shelf) -> None:
    async with shelf.app.database.transaction() as store:
        meeting = await called(store, shelf.ward, shelf.clock.now)
    values = calendar(meeting)
    link = await shelf.link(
        await shelf.made(Media("document", maker="meetings.ics", values=values))
    )
    assert "Ghi vào lịch của máy" in await page(shelf, link)
    status, headers, body = await shelf.get(f"{link}/tep")
    assert (status, headers["Content-Type"]) == (200, "text/calendar")
    assert body.startswith(b"BEGIN:VCALENDAR")

    async with shelf.app.database.transaction() as store:
        await meetings.change(store, meeting.id, state="cancelled")
    await is_gone(shelf, link)


async def test_a_file_that_is_lost_opens_the_kind_page(shelf: Shelf) -> None:
    kept = await shelf.sent("document", PDF, "application/pdf", b"%PDF-1.7")
    link = await shelf.link(kept)
    await asyncio.to_thread(shelf.app.gallery.path(kept).unlink)

    await is_gone(shelf, link)
    await is_gone(shelf, f"{link}/tep")


async def test_what_an_older_version_made_is_heard_without_its_words(shelf: Shelf) -> None:
    kept = await shelf.made(PLAN.voice())
    beside = shelf.app.gallery.path(kept).with_name(f"{kept.fingerprint}.json")
    await asyncio.to_thread(beside.unlink)
    link = await shelf.link(kept)
    assert "<h1>Nghe lời ghi âm</h1>" in await page(shelf, link)

    assert await shelf.made(PLAN.voice()) == kept, "asked for again, it has its words"
    assert ITEMS[0][1].splitlines()[0] in await page(shelf, link)


async def test_people_are_told_to_wait_when_the_books_are_away_and_no_log_has_the_link(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await shelf.link(await shelf.made(SCREEN))
    monkeypatch.setattr("storage.engine.Database.transaction", _away)
    with capture_logs() as logs:
        status, _, body = await shelf.get(link)

    assert status == 503
    assert "chờ một phút" in body.decode()
    assert logs
    assert link.removeprefix("/nghe/") not in str(logs)


def _away(_self: object) -> Any:
    raise OSError("no database")
