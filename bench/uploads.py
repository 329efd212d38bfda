"""Bytes uploaded for a bulletin to many, over the bytes of its file."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

from sqlalchemy import select

from bench import processes, ward
from bench.figures import Row
from bench.flood import WITHOUT_LIMITS
from bench.phones import give_out
from bench.processes import TOKEN, Talk
from bench.scale import Scale
from bot.clock import utc_now
from bot.demo_month import SAMPLES
from bot.settings import Settings
from bot.voices import with_voice
from services import bulletins, bulletins_desk, bulletins_pushing
from storage.engine import Database
from storage.tables import media

PEER = "python-telegram-bot, a file for each"
SAMPLE = 20  # members the peer uploads to
LONGEST = 300.0  # seconds until everybody should have it


async def measure(scale: Scale) -> Row:
    """Once is enough: bytes do not vary."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, ours = await _ours(folder, scale.listeners)
        size = file.stat().st_size
        theirs = await _theirs(file)
    row = Row()
    row.add(
        f"Bytes uploaded for a bulletin to {scale.listeners:,}, over those of its file",
        *([ours / size], "times"),
        *(PEER, [theirs / size / SAMPLE * scale.listeners]),
    )
    row.remarks.append(
        f"Bulletin: read by the built-in voice, a file of {size:,} bytes, sent through the "
        f"simulator to {scale.listeners:,} members. The peer sends it anew each time, to {SAMPLE} "
        f"members; its figure is that times {scale.listeners // SAMPLE}."
    )
    return row


async def _ours(folder: Path, count: int) -> tuple[Path, int]:
    """The bulletin's file, and the bytes that were uploaded."""
    url = f"sqlite+aiosqlite:///{folder}/sotay.db"
    await ward.found(url, count)
    await _sends_bulletin(url)
    async with processes.simulator("off") as (address, _), processes.talk(address) as talk:
        await give_out(talk, count)
        async with processes.sotay(address, folder, **WITHOUT_LIMITS):
            uploaded = await _until_heard(talk, count)
    return await _file(url, folder), uploaded


async def _theirs(file: Path) -> int:
    async with processes.simulator("off") as (address, _), processes.talk(address) as talk:
        await give_out(talk, SAMPLE)
        async with processes.peer("ptb_voice.py", address, TOKEN, str(SAMPLE), str(file)):
            return await _until_heard(talk, SAMPLE)


async def _until_heard(talk: Talk, count: int) -> int:
    async with asyncio.timeout(LONGEST):
        while (stats := await talk.get("/stats"))["calls"].get("sendVoice", 0) < count:
            await asyncio.sleep(0.2)
    return int(stats["bytes_uploaded"])


async def _sends_bulletin(url: str) -> None:
    """Last month's bulletin, approved and sent."""
    org = replace(with_voice(Settings(_env_file=None).organisation()), recall_seconds=0)
    database, now = Database(url, org), utc_now()
    text = (SAMPLES / "sen-hong-thang-11.txt").read_text(encoding="utf-8")
    try:
        async with database.transaction() as store:
            leader = await ward.leader(store, now)
            sent = org.at(org.today(now).replace(day=org.bulletin_day), time(8))
            written = sent - timedelta(days=2)
            added = await bulletins.add_text(store, leader, text, "", written)
            desk = await bulletins_desk.on_desk(store, leader, added.bulletin.id, written)
            await bulletins.hear(store, leader, added.bulletin.id, desk.mark, written)
            await bulletins.approve(store, leader, added.bulletin.id, desk.mark, written)
            await bulletins_pushing.push(store, added.bulletin.id, sent)
    finally:
        await database.close()


async def _file(url: str, folder: Path) -> Path:
    database = Database(url, Settings(_env_file=None).organisation())
    try:
        async with database.transaction() as store:
            paths = await store.values(select(media.c.path).where(media.c.remote != {}))
    finally:
        await database.close()
    return folder / "files" / str(paths[0])
