"""What the log tells: where things went wrong, and nothing of what anybody said or is called."""

from __future__ import annotations

import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from io import StringIO
from pathlib import Path

import aiohttp
import pytest
import structlog
from sqlalchemy.exc import IntegrityError

from bot.app import serve
from bot.entrances import Way
from bot.logs import begin_log
from bot.on_telegram import TelegramDoor
from rules.joining import code_in_groups
from services import joining
from simulator.files import Upload
from simulator.people import deeds
from storage.store import Store
from storage.tables import members
from tests.clock import TOKEN
from tests.handlers.test_polls import QUESTION, opens, votes
from tests.town import Town
from tests.ward import PEOPLE

SECRET = "khoa-bi-mat-cua-cua-vao-" + "k" * 10
PHONE = "0912 345 678"
ROOF = "Mái nhà văn hóa dột ngay chỗ bác ngồi"
REPLY = "Thợ sẽ lợp lại mái hôm thứ Sáu"
POISON = "Câu này làm hỏng một lượt"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[StringIO]:
    """Every line of every library, from DEBUG on, as it goes out."""
    written = StringIO()
    monkeypatch.setattr("sys.stdout", written)
    root, handler = logging.getLogger(), logging.StreamHandler(written)
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    begin_log()
    yield written
    root.removeHandler(handler)
    root.setLevel(before)
    structlog.reset_defaults()


@pytest.fixture
async def town(
    log: StringIO, tmp_path: Path, empty_sqlite: Path, now: datetime
) -> AsyncIterator[Town]:
    """The ward, opened after the log was begun, as a real process does."""
    shutil.copy(empty_sqlite, tmp_path / "sotay.db")
    settings = {"webhook_url": "http://bot.example/in", "webhook_secret": SECRET}
    async with Town(tmp_path, now, "telegram", **settings) as town:
        yield town


async def _joins(town: Town) -> str:
    """Tuấn comes in with the code of a letter; the code."""
    async with town.app.database.transaction() as store:
        member = await town.ward.member(store, "tuan")
        code = await joining.issue_code(store, member, town.clock.now, None)
    tuan = await town.stranger(town.ward_name("tuan"))
    await tuan.starts()
    await tuan.says(code_in_groups(code))
    await tuan.says("1990")
    await tuan.presses("Tôi đồng ý")
    tuan.sees("Chào đồng chí Tuấn")
    return code


async def _poisons(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn that fails with somebody's words in the problem."""
    talker = town.people["hoa"]

    async def fails(*_: object, **values: object) -> int:
        raise ValueError(f"{values}: {POISON}")

    await talker.says("góp ý")
    await talker.presses("Gửi cho chi bộ")
    await talker.says(POISON)
    with monkeypatch.context() as here:
        here.setattr(Store, "add", fails)
        await talker.presses("Gửi ý kiến này")


async def _knocks(town: Town) -> None:
    """Updates come through the web server: without the secret, with it, and not to be read."""
    assert isinstance(town.door, TelegramDoor)
    webhook = town.settings.webhook_secret.get_secret_value()
    server = serve(town.app, [Way(town.door, town.settings.webhook_url, webhook)])
    address = await server.open()
    update = {"update_id": 900, "message": {"text": ROOF}}
    async with aiohttp.ClientSession(address) as session:
        for secret in (SECRET[::-1], SECRET):
            async with session.post(
                "/in", json=update, headers={TelegramDoor.proof_header: secret}
            ) as answer:
                await answer.read()
        async with session.post(
            "/in", data=ROOF.encode(), headers={TelegramDoor.proof_header: SECRET}
        ) as answer:
            assert answer.status == 400
        for path in ("/healthz", "/readyz", "/metrics"):
            async with session.get(path) as answer:
                said = await answer.text()
                assert not any(name in said for name in _names())
    await server.close()


def _names() -> list[str]:
    return [name for name, *_ in PEOPLE.values()]


async def test_a_whole_story_leaves_no_word_name_phone_code_or_token_in_the_log(
    town: Town, log: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = await _joins(town)
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    deeds.send_contact(town.sim.world, hoa.phone, number=PHONE, name="Hoa")
    await town.carries()
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    await hoa.says(f"{ROOF}. Gọi {PHONE}")
    await hoa.sends("voice", Upload("mai-dot.ogg", "audio/ogg", b"OggS"), ROOF)
    await hoa.presses("Gửi ý kiến này")
    await binh.presses("Trả lời")
    await binh.says(REPLY)
    await binh.presses("Gửi câu trả lời")
    hoa.has_seen(REPLY)
    await binh.presses("Trang chính")
    await opens(binh)
    await votes(hoa, "Đồng ý")
    await _poisons(town, monkeypatch)
    await _knocks(town)
    deeds.block(town.sim.world, hoa.phone)
    await town.ticks()

    lines = log.getvalue()
    assert "turn failed" in lines, "the log tells where it went wrong"
    secrets = [code, code_in_groups(code), TOKEN, SECRET, PHONE, PHONE.replace(" ", "")]
    words = [ROOF, REPLY, POISON, QUESTION, "mai-dot.ogg", hoa.address]
    told = [one for one in (*secrets, *words, *_names()) if one in lines]
    assert told == [], [line for line in lines.splitlines() if any(one in line for one in told)][:5]


async def test_what_the_books_refuse_is_not_quoted(town: Town) -> None:
    async with town.app.database.transaction() as store:
        hoa = town.ward.id("hoa")
        with pytest.raises(IntegrityError) as refused:
            await store.add(
                members, id=hoa, unit_id=town.ward.branches[0].id, name=ROOF, status="x"
            )

    assert ROOF not in str(refused.value)
