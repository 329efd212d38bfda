"""Every reachable screen keeps the rules for older people, in both languages."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.app import App
from bot.demo_month import begin_month
from bot.settings import Settings
from bot.texts import LANGUAGES
from rules.members import Person
from rules.messages import Route
from services import feedback
from services import members as members_deeds
from storage import accounts, members
from storage.store import Store
from tests.crawler import Crawler, Stop

ROLES = {
    "member": "Trần Thị Hoa",
    "probationary": "Hồ Văn An",
    "exempt": "Võ Thị Sen",
    "secretary": "Lê Văn Bình",
    "staff": "Nguyễn Thị Thanh",
    "stranger": None,
}
MOST_BUTTONS, MOST_CHOICES, LONGEST_LABEL, MOST_WORDS, DEEPEST = 6, 4, 28, 60, 3
FRONTS = ("home.home", "joining.welcome")
BARE_DATE = re.compile(r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b\d{1,2}:\d{2}\b")
SHOUTING = re.compile(r"(?:\b[A-ZĐÀ-Ỹ]{2,}\b[ ,]*){4,}")
KEYBOARD: tuple[Route, ...] = (
    ("home.home",),
    ("members.record",),
    ("bulletins.bulletins",),
    ("help.show_help",),
)


@pytest.fixture
async def month(tmp_path: Path, empty_sqlite: Path, now: datetime) -> AsyncIterator[App]:
    """The demo's ward in the middle of a month, with a question and a correction waiting."""
    shutil.copy(empty_sqlite, tmp_path / "sotay.db")
    app = App(Settings(_env_file=None, data_dir=tmp_path, voice_online=False), lambda: now)
    async with app.database.transaction() as store:
        await begin_month(store, [], now)
        hoa = await _person(store, "Trần Thị Hoa", now)
        await members_deeds.propose(store, hoa, "Số điện thoại mới: 0900 000 999.", now)
        await feedback.open_case(store, hoa, "branch", "Đèn đường hẻm 3 bị tắt.", None, now)
    yield app
    await app.close()


async def _person(store: Store, name: str, now: datetime) -> Person:
    ids = {one.name: one.id for one in await members.everyone(store)}
    found = await members.person(store, ids[name], store.org.today(now))
    assert found is not None
    return found


@pytest.fixture(params=[(role, language) for role in ROLES for language in LANGUAGES], ids="-".join)
async def stops(request: pytest.FixtureRequest, month: App, now: datetime) -> list[Stop]:
    """Every screen one role can reach, in one language."""
    role, language = request.param
    async with month.database.transaction() as store:
        account = await accounts.at(store, "telegram", "crawler", language, now)
        if name := ROLES[role]:
            person = await _person(store, name, now)
            await accounts.link(store, account.id, person.id, now)
    fronts = KEYBOARD if ROLES[role] else (("joining.welcome",),)
    return await Crawler(month, account.id, language).walk(*fronts)


def _broken(stops: list[Stop]) -> list[str]:
    return [f"{stop.name}: {problem}" for stop in stops for problem in _problems(stop)]


def _problems(stop: Stop) -> list[str]:
    text = stop.page.text
    labels = [label.text for label in stop.labels]
    found = {
        f"{len(labels)} buttons": len(labels) > MOST_BUTTONS,
        f"{len(stop.screen.choices)} choices": len(stop.screen.choices) > MOST_CHOICES,
        f"{len(text.split())} words": len(text.split()) > MOST_WORDS,
        "no way back": stop.back is None and stop.route[0] not in FRONTS,
        "a bare date": bool(BARE_DATE.search(text)),
        "shouting": bool(SHOUTING.search(text)),
        "labels twice": len(set(labels)) < len(labels),
    }
    found |= {f"label too long: {label}": len(label) > LONGEST_LABEL for label in labels}
    return [problem for problem, there in found.items() if there]


async def test_every_screen_keeps_the_rules(stops: list[Stop]) -> None:
    assert _broken(stops) == []


async def test_home_is_at_most_three_steps_back(stops: list[Stop]) -> None:
    backs = {stop.route[0]: stop.back for stop in stops}
    for stop in stops:
        back, steps = stop.back, 0
        while back is not None and back[0] != "home.home":
            back, steps = backs.get(back[0], ("home.home",)), steps + 1
            assert steps < DEEPEST, f"{stop.name} is too deep"
