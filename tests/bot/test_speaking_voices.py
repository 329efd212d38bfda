"""`sotay speak FILE -o OUT` when the voice on the network fails, or must not be asked."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from audio.encode import decode
from bot.__main__ import main
from tests.voices_online import GoogleStub, at_home


@pytest.fixture
async def google(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[GoogleStub]:
    """Google's voice, here, and the only one there is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOTAY_VOICES", "gtts")
    (tmp_path / "chi-dao.txt").write_text("1. Họp\nHọp tối thứ Sáu.", encoding="utf-8")
    async with at_home(monkeypatch) as stub:
        yield stub


async def _speak(monkeypatch: pytest.MonkeyPatch, *options: str) -> int | str | None:
    """The exit code of the command; the service answers meanwhile."""
    monkeypatch.setattr(sys, "argv", ["sotay", "speak", "chi-dao.txt", "-o", "tin.ogg", *options])
    with pytest.raises(SystemExit) as ended:
        await asyncio.to_thread(main)
    return ended.value.code


async def test_no_voice_is_a_sentence_and_leaves_no_file(
    google: GoogleStub,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    google.modes = ["ok", "ok", *["status:429"] * 99]
    assert await _speak(monkeypatch) == 2
    said = capsys.readouterr().err.strip()
    assert said.startswith("Không giọng nào đọc được trọn bản tin (gtts: status 429)")
    assert len(said.splitlines()) == 1
    assert os.listdir(tmp_path) == ["chi-dao.txt"]  # noqa: PTH208 -- a moment


async def test_what_stays_inside_is_spoken_without_a_word_to_the_network(
    google: GoogleStub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not await _speak(monkeypatch, "--inside")
    assert google.asked == []
    assert decode(tmp_path / "tin.ogg").seconds > 5
