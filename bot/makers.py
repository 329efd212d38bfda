"""Files that are made when they are first needed: voices, calendar files, papers, pictures.

What makes calendar files is brought in then too: a start would take longer for it.
"""

import asyncio
import dataclasses
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.gallery import Made, Maker
from bot.settings import Settings
from bot.texts import Texts
from bot.voices import voice_makers
from files.polls import Bar, draw_bars


def every_maker(settings: Settings, texts: Texts, cache: Path, clock: Clock) -> dict[str, Maker]:
    """All makers by the names services and handlers use."""
    papers = _Papers(texts, clock)
    return {
        **voice_makers(settings, cache),
        "meetings.ics": papers.calendar,
        "meetings.summary": papers.summary,
        "calls.sheet": papers.call_list,
        "polls.bars": papers.bars,
    }


class _Papers:
    """Makers of what is read or looked at. Drawing takes a moment, so it is done in a thread."""

    def __init__(self, texts: Texts, clock: Clock) -> None:
        self._texts = texts
        self._clock = clock

    async def calendar(self, values: dict[str, Any], language: str, out: Path) -> Made:
        """A meeting for the phone's calendar."""
        from files.meetings import make_ics

        said = {name: self._plain(value, language) for name, value in values.items()}
        content = make_ics(**said, now=self._clock())
        await asyncio.to_thread(out.write_bytes, content)
        return Made(out, "hop.ics" if language == "vi" else "meeting.ics", "text/calendar")

    async def summary(self, values: dict[str, Any], language: str, out: Path) -> Made:
        """The one-page summary of a meeting."""
        from files.meetings import SummaryPage, make_summary

        said = {name: self._in_words(value, language) for name, value in values.items()}
        page = dataclasses.replace(SummaryPage(**said), language=language)
        await asyncio.to_thread(make_summary, page, out)
        name = "tom-tat-cuoc-hop.pdf" if language == "vi" else "meeting-summary.pdf"
        return Made(out, name, "application/pdf")

    async def call_list(self, values: dict[str, Any], language: str, out: Path) -> Made:
        """Whom to call, and what to say."""
        from files.calls import CallList, make_call_list

        said = {name: self._in_words(value, language) for name, value in values.items()}
        await asyncio.to_thread(make_call_list, CallList(**said, language=language), out)
        name = "danh-sach-goi.pdf" if language == "vi" else "call-list.pdf"
        return Made(out, name, "application/pdf")

    async def bars(self, values: dict[str, Any], language: str, out: Path) -> Made:
        """A poll's result as bars."""
        base = max(int(values["base"]), 1)
        bars = [
            Bar(self._in_words(label, language), count, min(count / base, 1.0))
            for label, count in values["bars"]
        ]
        title, shares, sentence = (
            self._in_words(values.get(name, ""), language)  # older ones say nothing of their shares
            for name in ("title", "shares", "sentence")
        )
        await asyncio.to_thread(draw_bars, bars, title, shares, sentence, out, language)
        return Made(out, "ket-qua.png" if language == "vi" else "result.png", "image/png")

    def _in_words(self, value: Any, language: str) -> Any:
        """Everything as text; sequences stay sequences."""
        if isinstance(value, tuple | list):
            return tuple(self._in_words(one, language) for one in value)
        return str(self._texts.spoken(value, language))

    def _plain(self, value: Any, language: str) -> Any:
        """Texts in words; moments, numbers and flags as they are."""
        kept = isinstance(value, datetime | int)
        return value if kept else str(self._texts.spoken(value, language))
