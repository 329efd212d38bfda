"""Links: short, unreadable, ours alone, and none without an address to reach us by."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.links import KEY_FILE, Links, NoLink
from bot.settings import Settings
from bot.tokens import LETTERS, seal, unseal
from rules.messages import Media
from services.listen import Link
from storage.media import Kept
from storage.recipes import keep
from tests.conftest import NOW

KEY = b"k" * 32
TOMORROW = datetime(2026, 11, 24, tzinfo=UTC)
LINKS = [
    Link(1, "vi", "page", TOMORROW),
    Link(1, "en", "page", TOMORROW),
    Link(2, "vi", "page", TOMORROW),
    Link(1, "vi", "aac", TOMORROW),
    Link(2**32 - 1, "vi", "file", datetime(2199, 1, 1, tzinfo=UTC)),
]
PDF = Kept(7, "f" * 64, "document", None, "giấy.pdf", "application/pdf", 9, 0, {})


def _links(folder: Path, **settings: Any) -> Links:
    given = {"public_url": "https://so-tay.example.org", **settings}
    return Links(Settings(_env_file=None, data_dir=folder, **given), lambda: NOW)


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize("link", LINKS)
def test_a_token_leads_where_it_was_made_for(link: Link) -> None:
    token = seal(KEY, link)

    assert len(token) == 28
    assert set(token) <= set(LETTERS)
    assert unseal(KEY, token) == link
    assert seal(KEY, link) == token


def test_nobody_counts_our_files_by_their_tokens() -> None:
    tokens = [seal(KEY, Link(number, "vi", "page", TOMORROW)) for number in range(500)]
    plain = {_number(token) % 2**32 for token in tokens}  # where the file's own number would be

    assert len(plain) == 500
    assert plain & set(range(500)) == set()


def _number(token: str) -> int:
    number = 0
    for letter in token:
        number = number * len(LETTERS) + LETTERS.index(letter)
    return number


def test_a_link_ends_with_a_day_and_never_before_its_time() -> None:
    found = unseal(KEY, seal(KEY, Link(1, "vi", "page", TOMORROW - timedelta(seconds=1))))

    assert found
    assert found.until == TOMORROW


def test_whoever_changes_one_letter_holds_nothing() -> None:
    token = seal(KEY, LINKS[0])
    changed = [
        token[:place] + letter + token[place + 1 :]
        for place in range(len(token))
        for letter in LETTERS
        if letter != token[place]
    ]

    assert [one for one in changed if unseal(KEY, one)] == []


@pytest.mark.parametrize("token", ["", "a", "z" * 28, "2" * 27, "2" * 29, "0" * 28, "é" * 28])
def test_what_is_no_token_is_none(token: str) -> None:
    assert unseal(KEY, token) is None


def test_another_key_opens_nothing() -> None:
    assert unseal(b"K" * 32, seal(KEY, LINKS[0])) is None


async def test_the_key_is_made_once_for_us_alone_and_shared(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    link = await _links(folder).link(PDF, "vi")
    mode = (folder / KEY_FILE).stat().st_mode

    assert stat.S_IMODE(mode) == 0o600
    assert _names(folder) == [KEY_FILE]
    assert await _links(folder).link(PDF, "vi") == link, "another process makes the same"
    read = _links(folder).read(link.rsplit("/", 1)[1])
    assert read
    assert read.media_id == PDF.id


async def test_a_key_may_be_given(tmp_path: Path) -> None:
    links = _links(tmp_path, link_key="x" * 32)
    await links.link(PDF, "vi")

    assert _names(tmp_path) == []


async def test_an_address_is_short_and_says_nothing(tmp_path: Path) -> None:
    links = _links(tmp_path, public_url="https://so-tay.example.org/sen-hong/")
    page, file = await links.link(PDF, "vi"), await links.link(PDF, "vi", "file")

    for address in (page, file):
        path = address.removeprefix("https://so-tay.example.org/sen-hong")
        assert path.startswith("/nghe/")
        assert len(path) < 40
    assert file.endswith("/tep")


async def test_it_is_said_what_a_page_is_opened_for(tmp_path: Path) -> None:
    links, files = _links(tmp_path), tmp_path / "files"
    files.mkdir()
    voice = replace(PDF, kind="voice", mime="audio/ogg", path="made")
    for kept, what in (
        (PDF, "file"),
        (replace(PDF, mime="text/calendar"), "calendar"),
        (replace(PDF, kind="photo", mime="image/png"), "photo"),
        (voice, "sound"),
    ):
        assert await links.about(kept) == what
    keep(files / "made", Media("voice", maker="bulletins.audio", values={"unit": "Sen Hồng"}))
    assert await links.about(voice) == "bulletin"


async def test_without_a_public_address_none_is_made(tmp_path: Path) -> None:
    links = _links(tmp_path, public_url="")

    assert not links.possible
    with pytest.raises(NoLink, match="SOTAY_PUBLIC_URL"):
        await links.link(PDF, "vi")
    assert _names(tmp_path) == []


async def test_a_paper_is_neither_a_voice_nor_a_picture(tmp_path: Path) -> None:
    links = _links(tmp_path)
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / PDF.fingerprint).write_bytes(b"%PDF-1.7")

    with pytest.raises(NoLink):
        await links.link(PDF, "vi", "aac")
    with pytest.raises(NoLink):
        await links.public_photo(PDF)
    assert _names(tmp_path / "files") == [PDF.fingerprint]
