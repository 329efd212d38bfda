"""`sotay script`: what a voice will say of a paper, a line per line of it."""

import asyncio
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rich.console import Console

from audio.documents import Document, LeftOut
from audio.script import Flag, Line, Script, expanded, hard_words, make_script
from audio.spoken.issuers import name_committee
from audio.suggesting import suggest
from bot.books import opened, units_called
from bot.documents import open_document
from bot.settings import Settings
from bot.texts import Texts
from rules.bulletins_words import check_reading
from rules.refusal import Refusal
from rules.words import Words, words
from storage import bulletins_words as rows
from storage.migrate import stands

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)


async def print_script(
    settings: Settings, file: Path, readings: Path | None, unit: str, *, as_json: bool
) -> int:
    """Print the words that will be spoken, a line per line of the source; 1 when the gate is shut.

    What is not spoken goes to the other stream, and so does the list of what needs a reading.
    """
    document = await open_document(file)
    known = await _readings(settings, document, readings, unit)
    script = make_script("\n".join(p.text for p in document.paragraphs), known)
    if as_json:
        console.print(_as_json(document, script), markup=False, soft_wrap=True)
    else:
        for line in script.lines:
            console.print(line.spoken, markup=False, soft_wrap=True)
        texts = Texts(settings.pack, settings.organisation().zone)
        for said in (*_left_out_lines(document), *_flagged_lines(script)):
            told = texts.say(said.key, said.values, settings.language)
            errors.print(told, markup=False, soft_wrap=True)
    return 1 if script.flagged else 0


async def _readings(
    settings: Settings, document: Document, file: Path | None, unit: str
) -> dict[str, str]:
    """The letterhead's, the unit's own from the books, and those of `file`; the last one wins."""
    letterhead = name_committee(left.text for left in document.left_out)
    own = await _of_unit(settings, unit) if unit else {}
    given = await asyncio.to_thread(given_readings, file) if file else {}
    return {**letterhead, **own, **given}


async def _of_unit(settings: Settings, name: str) -> dict[str, str]:
    if not await stands(settings.database):
        raise Refusal("commands.no_unit", name=name)
    async with opened(settings) as database, database.transaction() as store:
        found = await units_called(store, name)
        if len(found) != 1:
            raise Refusal("commands.unit_twice" if found else "commands.no_unit", name=name)
        return await rows.readings_of(store, found[0].id)


def given_readings(file: Path) -> dict[str, str]:
    """The lines "UBKT = Ủy ban kiểm tra" of a file; refused when one of them is none, or is not
    sayable itself."""
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Refusal("commands.no_file", name=file.name) from None
    entries = [line for line in map(str.strip, lines) if line and not line.startswith("#")]
    return dict(_entry(entry) for entry in entries)


def _entry(entry: str) -> tuple[str, str]:
    token, mark, spoken = (part.strip() for part in entry.partition("="))
    if not (token and mark):
        raise Refusal("commands.bad_reading", entry=entry)
    spoken = check_reading(spoken)
    if hard := hard_words(spoken):
        raise Refusal("commands.hard_reading", token=token, spoken=spoken, words=", ".join(hard))
    return token, spoken


def _as_json(document: Document, script: Script) -> str:
    """The same for programs."""
    around: dict[int, list[Mapping[str, Any]]] = {}
    for flag in script.flagged:
        asked = {"token": flag.token, "context": flag.context, "suggestion": suggest(flag.token)}
        around.setdefault(flag.line, []).append(asked)
    lines = [_line(n, line, around.get(n, [])) for n, line in enumerate(script.lines, start=1)]
    left_out = [_left_out(left) for left in document.left_out]
    said = {"ok": not script.flagged, "lines": lines, "left_out": left_out}
    return json.dumps(said, ensure_ascii=False, indent=2)


def _line(number: int, line: Line, flagged: list[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "number": number,
        "source": line.source,
        "spoken": line.spoken,
        "expanded": expanded(line),
        "flagged": flagged,
    }


def _left_out(left: LeftOut) -> dict[str, str]:
    return {"part": left.part.value, "text": left.text}


def _left_out_lines(document: Document) -> Iterator[Words]:
    for left in document.left_out:
        part = words(f"commands.part_{left.part.value}")
        yield words("commands.left_out", part=part, text=left.text)


def _flagged_lines(script: Script) -> Iterator[Words]:
    """One for each token, however often it stands there: one answer will do for all."""
    found: dict[str, list[Flag]] = {}
    for flag in script.flagged:
        found.setdefault(flag.token, []).append(flag)
    for token, flags in found.items():
        lines = ", ".join(str(line) for line in dict.fromkeys(flag.line for flag in flags))
        said = {"lines": lines, "token": token, "context": flags[0].context}
        if proposed := suggest(token):
            yield words("commands.flagged_proposed", **said, spoken=proposed)
        else:
            yield words("commands.flagged", **said)
