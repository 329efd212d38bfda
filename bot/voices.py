"""Voices: the makers that turn bulletins and screens into sound, and what a voice cannot say.

The studio and what it is built on are brought in when something is spoken for the first time: they
would be a third of every start, and most commands never speak.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from audio.bulletin import BulletinPlan, SpokenChapter, compose
from audio.engines import Speed
from audio.espeak import Espeak
from audio.items import frame_of, split_text
from audio.names import respell
from audio.script import Pairs, expanded, kept_script
from audio.spoken.codes import find_decisions
from audio.spoken.issuers import name_committee
from bot.clock import utc_now
from bot.engines import engines_of
from bot.gallery import TELL, Made, Maker, NotMade
from bot.settings import Settings
from rules.organisation import Around, Organisation, Shown
from rules.words import Words, short, words
from storage import reports
from storage.media import Kept

if TYPE_CHECKING:
    from audio.checking import Problem
    from audio.own import Unusable
    from audio.studio import Recording

# A directive is read in the language it is written in, whatever the listener's buttons say.
WRITTEN_IN = "vi"
SAME_FOR_ALL = ("bulletins.audio", "bulletins.item")
MIME = "audio/ogg"
REASONS = 2  # more would fill the screen, and the first is enough to stop
LABELS = {
    "gtts": "bulletins.voice_google",
    "edge": "bulletins.voice_edge",
    "piper": "bulletins.voice_piper",
    Espeak.name: "bulletins.built_in_voice",
}
A_PERSON = "own"  # whose voice an item has that somebody recorded


def voice_makers(settings: Settings, folder: Path) -> dict[str, Maker]:
    """The makers of sound; sentences that were spoken before are kept below `folder`."""
    studio = _Studio(settings, folder)
    return {
        "bulletins.audio": studio.bulletin,
        "bulletins.item": studio.item,
        "voice": studio.screen,
    }


def with_voice(org: Organisation) -> Organisation:
    """The organisation with somebody who reads directives and says what is in them."""
    return replace(
        org,
        read_aloud=read_aloud,
        cut_directive=cut_directive,
        show_script=show_script,
        say_around=say_around,
        leave_out=leave_out,
        read_letterhead=name_committee,
        suggest_reading=suggest_reading,
    )


def suggest_reading(token: str) -> str:
    """Names of the highlands, by our own rule: one press takes it, and what other tools say of a
    token is often fluent and wrong."""
    return respell(token) or ""


def cut_directive(text: str) -> Sequence[tuple[str, str]]:
    """A directive's items, each a title and a text."""
    return [(item.title, item.text) for item in split_text(text).items]


def leave_out(text: str) -> Sequence[tuple[str, str]]:
    """The lines of a directive's frame, which no voice says: each its part and its words."""
    return [(line.part.value, line.text) for line in frame_of(text)]


def show_script(text: str, readings: Mapping[str, str], beside: Sequence[str] = ()) -> Shown:
    """How a text will be read, as an eye checks it; `beside` as for `read_aloud`."""
    decisions = _decisions(tuple(beside)) if beside else frozenset()
    return _show_script(text, frozenset(readings.items()), decisions)


@lru_cache(maxsize=1024)
def _show_script(text: str, readings: Pairs, decisions: Pairs) -> Shown:
    script = kept_script(text, dict(readings), WRITTEN_IN, dict(decisions))
    lines = tuple(expanded(line) for line in script.lines if line.spoken)
    return Shown(lines, {flag.token: flag.context for flag in reversed(script.flagged)})


def say_around(plan: Mapping[str, Any]) -> Around:
    """What a bulletin says beside its items: greeting and contents, deadlines, and the end."""
    opening, *items, closing = compose(_plan(plan, Path()), WRITTEN_IN)
    after = {one.item: one.sentences[-1].text for one in items if one.repeats}
    return Around(_lines_of(opening), after, _lines_of(closing))


def _lines_of(chapter: SpokenChapter) -> str:
    return "\n".join(sentence.text for sentence in chapter.sentences)


def read_aloud(
    text: str, readings: Mapping[str, str], beside: Sequence[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines a voice will say, and the tokens it cannot say for certain.

    `beside`: all texts that are heard with it; what a QĐ is may stand in another.
    """
    decisions = _decisions(tuple(beside)) if beside else frozenset()
    script = kept_script(text, readings, WRITTEN_IN, dict(decisions))
    lines = tuple(line.spoken for line in script.lines if line.spoken)
    return lines, tuple(flag.token for flag in script.flagged)


@lru_cache(maxsize=32)
def _decisions(texts: tuple[str, ...]) -> Pairs:
    return frozenset(find_decisions("\n".join(texts)).items())


def voice_label(kept: Kept | None) -> Words | None:
    """What is said under a bulletin, or an item of one: whose voice it is, and that a person's own
    is heard in it."""
    *before, engine, _ = ["", "", *((kept and kept.name) or "").split(".")]
    label = LABELS.get(engine)
    if label and before[-1] == A_PERSON:
        return words("bulletins.own_and_voice", voice=words(label))
    return words(label) if label else None


def spoken_before(files: Path) -> Path:
    """Where sentences and chapters lie that were spoken once."""
    return files / "sentences"


class _Studio:
    """The makers, with their voices."""

    def __init__(self, settings: Settings, files: Path) -> None:
        self._files = files
        self._cache = spoken_before(files)
        # Kept, because a service that refused once is left alone for a while.
        self._engines = lru_cache(partial(engines_of, settings))

    async def bulletin(self, values: dict[str, Any], language: str, out: Path) -> Made:
        """A whole bulletin, as it was planned."""
        await asyncio.to_thread(_bring_in)
        from audio.checking import BadRecording
        from audio.own import Unusable
        from audio.studio import build_bulletin

        plan = _plan(values, self._files)
        engines = self._engines(stays_inside=plan.stays_inside)
        with TemporaryDirectory(dir=out.parent) as folder:
            at = Path(folder) / "bulletin.ogg"
            try:
                made = await build_bulletin(
                    plan, engines, at, self._cache, WRITTEN_IN, _speed(values), _tell
                )
            except BadRecording as bad:
                raise NotMade(bad_recording(bad.problems)) from bad
            except Unusable as bad:
                raise NotMade(unusable(bad)) from bad
            await asyncio.to_thread(_put, made, out)
        beside = f".{A_PERSON}" if plan.recordings else ""
        return _made(f"ban-tin-{plan.month:%Y-%m}{beside}", made, out)

    async def item(self, values: dict[str, Any], language: str, out: Path) -> Made:
        """One item of a bulletin, as it is there: its chapter was kept."""
        await asyncio.to_thread(_bring_in)
        from audio.own import Unusable
        from audio.studio import build_item

        plan, number = _plan(values["plan"], self._files), values["number"]
        engines = self._engines(stays_inside=plan.stays_inside)
        speed = _speed(values)
        try:
            made = await build_item(plan, number, engines, self._cache, WRITTEN_IN, speed)
        except Unusable as bad:
            raise NotMade(unusable(bad)) from bad
        await asyncio.to_thread(copyfile, made.path, out)
        by_person = replace(made, engine=A_PERSON) if number in plan.recordings else made
        return _made("muc-ban-tin", by_person, out)

    async def screen(self, values: dict[str, Any], language: str, out: Path) -> Made:
        """A screen's own words. They may be about a person, so they never leave the house."""
        await asyncio.to_thread(_bring_in)
        from audio.studio import say

        made = await say(values["text"], out, [Espeak()], language, _speed(values))
        return Made(out, "nghe.ogg", MIME, round(made.seconds))


def _plan(values: Mapping[str, Any], files: Path) -> BulletinPlan:
    """What was planned; people's own recordings lie in `files`."""
    recordings = values.get("recordings", {}).items()
    return BulletinPlan(
        values["unit"],
        date.fromisoformat(values["month"]),
        [(title, text) for title, text in values["items"]],
        values["contact"],
        values["readings"],
        stays_inside=values.get("stays_inside", False),
        recordings={int(number): files / file for number, file in recordings},
    )


def unusable(bad: Unusable) -> Words:
    """Why nothing can be made of a person's own recording."""
    return words("bulletins.own_unusable", title=short(bad.title, 30), reason=bad.reason)


def bad_recording(problems: Sequence[Problem]) -> Words:
    """Why a recording is not let out."""
    reasons = [fault_words(problem) for problem in problems[:REASONS]]
    return words("bulletins.bad_recording", reasons=reasons)


def fault_words(problem: Problem) -> Words:
    """What is wrong with a recording, and where."""
    said = words("bulletins.fault", fault=str(problem.fault), figure=f"{problem.figure:.1f}")
    if not problem.chapter:
        return said
    return words("bulletins.fault_in", chapter=short(problem.chapter, 30), fault=said)


def _speed(values: Mapping[str, Any]) -> Speed:
    return Speed(values.get("speed", "normal"))


def _tell(done: int, total: int) -> None:
    number = min(done + 1, total)
    TELL.get()(words("bulletins.recording_at", number=number, count=total))


def _put(made: Recording, out: Path) -> None:
    """Put a recording in its place, after what is to be known of it."""
    from audio.report import write_report

    if made.report is not None:
        write_report(made.report, reports.beside(out), utc_now())
    made.path.replace(out)


def _bring_in() -> None:
    """In a thread: nobody's turn waits for it."""
    import audio.google
    import audio.studio  # noqa: F401


def _made(name: str, recording: Recording, out: Path) -> Made:
    return Made(out, f"{name}.{recording.engine}.ogg", MIME, round(recording.seconds))
