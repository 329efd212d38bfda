"""Every reachable screen keeps the rules for older people, in both languages."""

from __future__ import annotations

import re

import pytest

from bot.texts import LANGUAGES
from rules.messages import Route
from storage import accounts
from tests.crawler import Crawler, Stop
from tests.town import Town

ROLES = ("hoa", "an", "sen", "trung", "binh", "thanh")
MOST_BUTTONS, MOST_CHOICES, LONGEST_LABEL, MOST_WORDS, DEEPEST = 6, 4, 28, 60, 3
BARE_DATE = re.compile(r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b\d{1,2}:\d{2}\b")
SHOUTING = re.compile(r"(?:\b[A-ZĐÀ-Ỹ]{2,}\b[ ,]*){4,}")
KEYBOARD: tuple[Route, ...] = (
    ("home.home",),
    ("members.record",),
    ("bulletins.bulletins",),
    ("help.show_help",),
)


@pytest.fixture(params=[(role, language) for role in ROLES for language in LANGUAGES], ids="-".join)
async def stops(request: pytest.FixtureRequest, month: Town) -> list[Stop]:
    """Every screen one role can reach, in one language."""
    role, language = request.param
    async with month.app.database.transaction() as store:
        account = await accounts.at(store, "telegram", f"crawler-{role}", language, month.clock.now)
        await accounts.link(store, account.id, month.ward.id(role), month.clock.now)
        await accounts.speak(store, account.id, language)
    return await Crawler(month.app, account.id, language).walk(*KEYBOARD)


def _broken(stops: list[Stop]) -> list[str]:
    return [f"{stop.name}: {problem}" for stop in stops for problem in _problems(stop)]


def _problems(stop: Stop) -> list[str]:
    text = stop.page.text
    labels = [label.text for label in stop.labels]
    found = {
        f"{len(labels)} buttons": len(labels) > MOST_BUTTONS,
        f"{len(stop.screen.choices)} choices": len(stop.screen.choices) > MOST_CHOICES,
        f"{len(text.split())} words": len(text.split()) > MOST_WORDS,
        "no way back": stop.back is None and stop.route != ("home.home",),
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
