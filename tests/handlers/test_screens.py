"""Every reachable screen keeps the rules for older people, in both languages."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app import App
from bot.demo_month import begin_month
from bot.pages import AT_HOME
from bot.routing import Switches
from bot.settings import Settings
from bot.texts import LANGUAGES
from handlers import dialog
from handlers.marks import Mark
from handlers.topics import TOPICS
from rules.members import Person
from rules.messages import Route
from rules.notices import seal
from services import feedback, members_correcting, notices_writing
from storage import accounts, members
from storage.store import Store
from tests.crawler import Crawler, Stop

HANDLERS = Path(dialog.__file__).parent
ROLES = {
    "member": "Trần Thị Hoa",
    "probationary": "Hồ Văn An",
    "exempt": "Võ Thị Sen",
    "secretary": "Lê Văn Bình",
    "staff": "Nguyễn Thị Thanh",
    "stranger": None,
}
A_SCRIPT = 150  # words of a page of a script, for whoever answers for it
MOST_BUTTONS, MOST_CHOICES, LONGEST_LABEL, MOST_WORDS, DEEPEST = 6, 4, 28, 60, 3
SOON = timedelta(minutes=5)  # the notice has left by then
FRONTS = ("home.home", "joining.welcome")
DESKS = ("bulletins.desk",)  # whoever works at one goes back to it, not home
AT_THE_FRONT = (*AT_HOME, "joining.welcome")
BARE_DATE = re.compile(r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b\d{1,2}:\d{2}\b(?! [ap]m)")
# A directive's own words are shown as they were written.
SCRIPTS = Switches(TOPICS).all_marked(Mark.BRACKETED)
AS_WRITTEN = (
    "bulletins.text",
    "bulletins.ask_correction",
    "bulletins.desk_item",
    "bulletins.left_out",
    "bulletins.ask_reading",
)
SHOUTING = re.compile(r"(?:\b[A-ZĐÀ-Ỹ]{2,}\b[ ,]*){4,}")
FRONTS_ROUTE: Route = ("home.home",)
STRANGERS: tuple[Route, ...] = (("joining.welcome",), ("joining.open_letter",))
KEYBOARD: tuple[Route, ...] = (
    ("home.home",),
    ("members.record",),
    ("bulletins.bulletins",),
    ("help.show_help",),
    ("lost.something_else",),
    ("lost.file_unasked",),
)


@pytest.fixture
async def month(tmp_path: Path, empty_sqlite: Path, now: datetime) -> AsyncIterator[App]:
    """The demo's ward in the middle of a month, with a question and a correction waiting."""
    shutil.copy(empty_sqlite, tmp_path / "sotay.db")
    everybody = {"public_bulletins": True, "public_url": "https://so-tay.example.org"}
    settings = Settings(_env_file=None, data_dir=tmp_path, voice_online=False, **everybody)
    app = App(settings, lambda: now + SOON)
    async with app.database.transaction() as store:
        await begin_month(store, [], now)
        await _word_from_the_ward(store, now)
        hoa = await _person(store, "Trần Thị Hoa", now)
        await members_correcting.propose(store, hoa, "Số điện thoại mới: 0900 000 999.", now)
        await feedback.open_case(store, hoa, "branch", "Đèn đường hẻm 3 bị tắt.", None, now)
    yield app
    await app.close()


async def _word_from_the_ward(store: Store, now: datetime) -> None:
    """An earlier notice to the secretaries, who do not get their own."""
    staff, before = await _person(store, "Nguyễn Thị Thanh", now), now - timedelta(hours=1)
    draft = await notices_writing.write(store, staff, "Mời các bí thư họp giao ban.", None, before)
    await notices_writing.aim(store, staff, draft.id, "secretaries")
    draft = await notices_writing.own(store, staff, draft.id)
    people = await notices_writing.circle(store, draft, "secretaries", before)
    mark = seal(draft, people.mark, before)
    await notices_writing.confirm(store, staff, draft.id, mark, before)


async def _person(store: Store, name: str, now: datetime) -> Person:
    ids = {one.name: one.id for one in await members.everyone(store)}
    found = await members.person(store, ids[name], store.org.today(now))
    assert found is not None
    return found


@pytest.fixture(params=ROLES)
async def stops(request: pytest.FixtureRequest, month: App, now: datetime) -> list[Stop]:
    """Every screen one role can reach."""
    name = ROLES[request.param]
    crawler = await _crawler(month, name, now)
    return await crawler.walk(*(KEYBOARD if name else STRANGERS))


async def _crawler(month: App, name: str | None, now: datetime) -> Crawler:
    async with month.database.transaction() as store:
        account = await accounts.at(store, "telegram", "crawler", "vi", now)
        if name:
            person = await _person(store, name, now)
            await accounts.link(store, account.id, person.id, now)
    return Crawler(month, account.id)


def _problems(stop: Stop, language: str) -> list[str]:
    text = stop.pages[language].text
    labels = [label.text for label in stop.labels(language)]
    most = A_SCRIPT if stop.route[0] in SCRIPTS else MOST_WORDS
    found = {
        f"{len(labels)} buttons": len(labels) > MOST_BUTTONS,
        f"{len(stop.screen.choices)} choices": len(stop.screen.choices) > MOST_CHOICES,
        f"{len(text.split())} words": len(text.split()) > most,
        "no way back": stop.back is None and stop.screen.key not in AT_THE_FRONT,
        "a bare date": stop.screen.key not in AS_WRITTEN and bool(BARE_DATE.search(text)),
        "shouting": stop.screen.key not in AS_WRITTEN and bool(SHOUTING.search(text)),
        "labels twice": len(set(labels)) < len(labels),
    }
    found |= {f"label too long: {label}": len(label) > LONGEST_LABEL for label in labels}
    return [f"{stop.name} [{language}]: {problem}" for problem, there in found.items() if there]


async def test_every_screen_keeps_the_rules_for_older_people(stops: list[Stop]) -> None:
    broken = [
        line for stop in stops for language in LANGUAGES for line in _problems(stop, language)
    ]

    assert "\n".join(broken) == ""
    assert "\n".join(_too_deep(stops)) == ""


AT_THE_DOOR = ("joining.py", "sharing.py", "lost.py")  # before anybody is in, or anywhere at all


@pytest.mark.parametrize("path", sorted(HANDLERS.glob("*.py")), ids=lambda path: path.stem)
def test_every_question_says_where_back_leads(path: Path) -> None:
    """Else it leads to the front of the topic, which in the middle of a longer job is elsewhere."""
    screens = [
        {given.arg for given in node.keywords}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Screen"
    ]
    silent = [given for given in screens if "asks" in given and "back" not in given]
    assert silent == [] or path.name in AT_THE_DOOR


TAPS_FROM_HOME = {
    "notices.notice": 1,
    "notices.noted": 2,
    "polls.ballot": 1,
    "polls.kept": 3,
    "bulletins.playing": 2,
    "members.card": 2,
    "help.help": 1,
}


@pytest.mark.parametrize("role", ["member", "secretary"])
async def test_nothing_she_comes_for_is_farther_from_home_than_promised(
    month: App, now: datetime, role: str
) -> None:
    crawler = await _crawler(month, ROLES[role], now)
    fewest = await crawler.taps(max(TAPS_FROM_HOME.values()), *KEYBOARD[:4])

    found = {key: fewest.get(key, 99) for key in TAPS_FROM_HOME}
    assert {key: taps for key, taps in found.items() if taps > TAPS_FROM_HOME[key]} == {}


def _too_deep(stops: list[Stop]) -> list[str]:
    """Screens from which home, or a leader's own desk, is more than three steps back. The pages of
    one list are one step."""
    backs = {one.route[0]: one.back for one in stops if one.back and one.back[0] != one.route[0]}
    return [
        stop.name
        for stop in stops
        if stop.back and _steps_back(backs.get(stop.route[0], FRONTS_ROUTE), backs) > DEEPEST
    ]


def _steps_back(back: Route | None, backs: dict[str, Route]) -> int:
    steps = 0
    while back is not None and steps <= DEEPEST:
        steps += 1
        back = None if back[0] in (*FRONTS, *DESKS) else backs.get(back[0], FRONTS_ROUTE)
    return steps
