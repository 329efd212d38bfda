"""What is to be known of a recording besides its sound, in a small file beside it: of what text it
was made, by which voice, how loud it is, and what was checked before anybody heard it."""

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import accumulate
from pathlib import Path
from typing import Any

from audio.bulletin import BulletinPlan
from audio.chapters import Chapters, Take
from audio.checking import CHECKED
from audio.encode import written_whole
from audio.figures import Figures
from audio.loudness import SILENCE
from audio.versions import chain_version, normaliser_version


@dataclass(frozen=True, slots=True)
class ChapterReport:
    """One chapter: where it stands and how long it is in seconds, LUFS, dBTP."""

    title: str
    start: int
    seconds: int
    loudness: float
    peak: float


@dataclass(frozen=True, slots=True)
class Report:
    """A whole bulletin; `text` and `script` are the hashes of what was written and of what is said,
    `readings` what people answered about hard words."""

    text: str
    script: str
    engine: str
    engine_version: str
    voice: str
    language: str
    speed: str
    normaliser: str
    chain: str
    readings: Mapping[str, str]
    seconds: int
    loudness: float
    peak: float
    chapters: Sequence[ChapterReport]
    checked: Sequence[str]


def report_on(plan: BulletinPlan, takes: Sequence[Take], made_by: Chapters) -> Report:
    """The report on a bulletin that passed every check."""
    written = [plan.unit, plan.month.isoformat(), [list(item) for item in plan.items], plan.contact]
    said = [
        [sentence.text, sentence.pause] for take in takes for sentence in take.chapter.sentences
    ]
    figures = [take.figures for take in takes]
    return Report(
        text=_hash(written),
        script=_hash(said),
        engine=made_by.name,
        engine_version=made_by.version,
        voice=made_by.voice,
        language=made_by.language,
        speed=made_by.speed,
        normaliser=normaliser_version(),
        chain=chain_version(),
        readings=dict(plan.readings),
        seconds=sum(take.seconds for take in takes),
        loudness=round(together(figures), 2),
        peak=round(max(one.peak for one in figures), 2),
        chapters=_chapters(takes),
        checked=CHECKED,
    )


def write_report(report: Report, at: Path, made_at: datetime) -> None:
    """Write it as JSON, all or nothing; `approved_by` will be the only person in it."""
    made = {"made_at": made_at.isoformat(timespec="seconds")}
    told = {**asdict(report), **made, "approved_by": None, "approved_at": None}
    with written_whole(at) as unfinished:
        text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
        unfinished.write_text(text, encoding="utf-8")


def together(figures: Sequence[Figures]) -> float:
    """How loud chapters are as one, in LUFS: silence between words does not count."""
    heard = sum(one.speech for one in figures)
    power = sum(one.speech * 10 ** (one.loudness / 10) for one in figures)
    return 10 * math.log10(power / heard) if power else SILENCE


def _chapters(takes: Sequence[Take]) -> Sequence[ChapterReport]:
    starts = accumulate((take.seconds for take in takes), initial=0)
    return [
        ChapterReport(
            take.chapter.title,
            start,
            take.seconds,
            round(take.figures.loudness, 2),
            round(take.figures.peak, 2),
        )
        for take, start in zip(takes, starts, strict=False)
    ]


def _hash(said: Any) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
