"""The pages behind links in a real browser: for eyes, fingers, keyboards and screen readers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Error, Page, Request, async_playwright, expect

from tests.conftest import NOW
from tests.listening import ITEMS, PLAN, Shelf
from tests.programs import chromium
from tests.simulator.browser import axe
from tests.spoken import Sounds

# One browser and one handbook for the whole file: starting them takes longer than any of the tests.
pytestmark = pytest.mark.asyncio(loop_scope="module")

FLAGS = ["--no-sandbox", "--disable-dev-shm-usage"]
LEVELS = ["2a", "2aa", "2aaa", "21a", "21aa", "22aa"]
RULES = {
    "runOnly": {"type": "tag", "values": [*(f"wcag{one}" for one in LEVELS), "best-practice"]},
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],  # what passes would be told at length
}
WIDTHS = (320, 412, 1280)
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
SMALLEST_TEXT = """() => Math.min(...[...document.querySelectorAll('main *')]
    .filter(node => node.innerText?.trim() && node.getClientRects().length)
    .map(node => parseFloat(getComputedStyle(node).fontSize)))"""
SMALL_TARGETS = """() => [...document.querySelectorAll('button, a, label, audio')]
    .map(node => [node, node.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.height < 44 || box.width < 44))
    .map(([node, box]) => `${node.tagName} ${box.width}x${box.height}`)"""
RATE = "document.querySelector('#sound').playbackRate"
REFUSED = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})"
ASKED_FOR = "[...document.querySelectorAll('link, script')].map(node => node.href || node.src)"
FOCUS = """() => {
    const style = getComputedStyle(document.activeElement);
    return [document.activeElement.textContent.trim() || document.activeElement.tagName,
            style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 3];
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shelf(
    tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path, sounds: Sounds
) -> AsyncIterator[Shelf]:
    folder = tmp_path_factory.mktemp("shelf")
    async with Shelf(folder, empty_sqlite, NOW, sounds, public_bulletins=True) as shelf:
        await shelf.sends(PLAN, public_at=NOW, public_changed_at=NOW)
        await shelf.app.ahead.work(shelf.clock.now)
        yield shelf


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def links(shelf: Shelf) -> dict[str, str]:
    """An address of every kind of page, in both languages."""
    found = {
        f"{name} {language}": shelf.address + await shelf.link(kept, language)
        for name, kept in await shelf.kinds()
        for language in ("vi", "en")
    }
    everybody = f"{shelf.address}/ban-tin/"
    return {
        **found,
        "gone": f"{shelf.address}/nghe/{'z' * 28}",
        "list vi": everybody,
        "everybody vi": f"{everybody}2026-12-1",
        "everybody en": f"{everybody}en/2026-12-1",
        "not here": f"{everybody}2026-11-1",
    }


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, shelf: Shelf) -> AsyncIterator[Page]:
    """A page that must not fail or ask anybody else."""
    async for opened in _open(browser, shelf, javascript=True):
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def plain(browser: Browser, shelf: Shelf) -> AsyncIterator[Page]:
    """The same without JavaScript."""
    async for opened in _open(browser, shelf, javascript=False):
        yield opened


async def _open(browser: Browser, shelf: Shelf, *, javascript: bool) -> AsyncIterator[Page]:
    context = await browser.new_context(
        java_script_enabled=javascript, viewport={"width": 412, "height": 915}
    )
    page = await context.new_page()
    page.set_default_timeout(20_000)
    problems: list[str] = []

    def failed(error: Error) -> None:
        problems.append(str(error))

    def asked(request: Request) -> None:
        if not request.url.startswith(shelf.address):
            problems.append(request.url)

    page.on("pageerror", failed)
    page.on("request", asked)
    yield page
    assert problems == []
    await context.close()


async def _plays(page: Page, *, within: tuple[float, float] = (0, 1e9)) -> None:
    await page.wait_for_function(
        """([from, until]) => {
            const sound = document.querySelector('#sound');
            return !sound.paused && sound.currentTime > from && sound.currentTime < until;
        }""",
        arg=list(within),
    )


async def _rests(page: Page) -> None:
    await page.wait_for_function("() => document.querySelector('#sound').paused")


async def test_no_page_stands_in_anybodys_way(page: Page, links: dict[str, str]) -> None:
    for name, address in links.items():
        await page.goto(address)
        language = "en" if name.endswith(" en") else "vi"
        await expect(page.locator("html")).to_have_attribute("lang", language)
        await expect(page.locator("h1")).to_have_count(1)
        for width in WIDTHS:
            await page.set_viewport_size({"width": width, "height": 900})
            assert await _complaints(page) == [], (name, width)
            assert await page.evaluate(SIDEWAYS) <= 0, (name, width)
            assert await page.evaluate(SMALL_TARGETS) == [], (name, width)
            assert await page.evaluate(SMALLEST_TEXT) >= 20, (name, width)


async def _complaints(page: Page) -> list[Any]:
    """What axe finds, and what it leaves to a person to look at."""
    found = await axe(page, RULES)
    told = [*found["violations"], *found["incomplete"]]
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in told]


async def test_letters_twice_as_large_still_fit(page: Page, links: dict[str, str]) -> None:
    await page.set_viewport_size({"width": 320, "height": 900})
    for name, address in links.items():
        await page.goto(address)
        await page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert await page.evaluate(SIDEWAYS) <= 0, name


async def test_without_javascript_every_page_works(plain: Page, links: dict[str, str]) -> None:
    await plain.goto(links["bulletin vi"])
    await expect(plain.locator("audio")).to_have_count(1 + len(ITEMS))
    await expect(plain.get_by_role("button")).to_have_count(0)
    await expect(plain.get_by_text(ITEMS[1][1])).to_be_visible()
    await plain.get_by_role("link", name="Đọc mục 2").click()
    assert plain.url.endswith("#item-2")

    await plain.goto(links["document en"])
    async with plain.expect_download() as saving:
        await plain.get_by_role("link", name="Download it").click()
    saved = await saving.value
    assert saved.suggested_filename.endswith("phường.pdf")

    await plain.goto(links["result vi"])
    await plain.get_by_role("link", name="Xem hình to hơn").click()
    assert plain.url.endswith("/tep")


async def test_without_javascript_a_stranger_gets_from_the_list_to_the_sound(
    plain: Page, links: dict[str, str]
) -> None:
    await plain.goto(links["list vi"])
    await plain.get_by_role("link", name="English").click()
    await plain.get_by_role("link", name="Hear and read the December 2026 bulletin").click()
    assert plain.url == links["everybody en"]
    await expect(plain.locator("audio")).to_have_count(1 + len(ITEMS))
    await plain.wait_for_function(
        "() => document.querySelector('#sound').duration > 10", polling=100
    )
    async with plain.expect_download() as saving:
        await plain.get_by_role("link", name="Download the sound").click()
    assert (await saving.value).suggested_filename == "2026-12-1.mp3"
    await plain.get_by_role("link", name="Tiếng Việt").click()
    assert plain.url == links["everybody vi"]
    await plain.get_by_role("link", name="Xem các bản tin khác").click()
    assert plain.url == links["list vi"]


async def test_an_item_for_everybody_is_heard_alone(page: Page, links: dict[str, str]) -> None:
    await page.goto(links["everybody vi"])
    second = page.locator("button.item").nth(1)
    start = float(await second.get_attribute("data-start") or 0)
    await second.click()
    await _plays(page, within=(start, start + 60))


async def test_the_players_of_the_browser_know_the_items(
    plain: Page, links: dict[str, str]
) -> None:
    await plain.goto(links["bulletin en"])
    part = await plain.get_by_label("Listen to item 2", exact=True).get_attribute("src")
    start, end = (float(one) for one in (part or "").partition("#t=")[2].split(","))

    assert 0 < start < end


async def test_the_keyboard_alone_plays_pauses_and_goes_back(
    page: Page, links: dict[str, str]
) -> None:
    await page.goto(links["bulletin vi"])
    await page.keyboard.press("Tab")
    assert await page.evaluate(FOCUS) == ["Nghe", True]
    await page.keyboard.press("Space")
    await _plays(page)
    assert await page.evaluate(FOCUS) == ["Tạm dừng", True]
    await page.keyboard.press("Space")
    await _rests(page)

    await page.evaluate("document.querySelector('#sound').currentTime = 40")
    await page.keyboard.press("Tab")
    assert await page.evaluate(FOCUS) == ["Lùi lại 15 giây", True]
    await page.keyboard.press("Enter")
    assert await page.evaluate("document.querySelector('#sound').currentTime") == 25

    await page.keyboard.press("Tab")
    await page.keyboard.press("ArrowUp")
    assert await page.evaluate("document.querySelector('#sound').playbackRate") == 0.75
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    assert await page.evaluate(RATE) == 1.25


async def test_the_speed_that_was_chosen_stays_where_the_browser_lets_it(
    page: Page, links: dict[str, str]
) -> None:
    await page.goto(links["bulletin vi"])
    await page.get_by_label("Nhanh").check()
    for address in (links["bulletin vi"], links["everybody en"]):
        await page.goto(address)
        assert await page.evaluate(RATE) == 1.25
        await expect(page.locator("input[data-speed=fast]")).to_be_checked()

    await page.add_init_script(REFUSED)
    await page.reload()
    assert await page.evaluate(RATE) == 1
    await page.get_by_label("Fast").check()
    assert await page.evaluate(RATE) == 1.25


async def test_no_page_asks_for_what_is_not_there(page: Page, links: dict[str, str]) -> None:
    """The browser looks for an icon of its own accord, and its console tells what is missing."""
    for name in ("bulletin vi", "everybody en", "gone"):
        await page.goto(links[name])
        asked = await page.evaluate(ASKED_FOR)
        assert any(one.endswith("/icon.svg") for one in asked)
        found = [(one, (await page.request.get(one)).status) for one in asked]
        assert [one for one in found if one[1] != 200] == [], name


async def test_everything_that_can_be_pressed_is_reached_and_seen(
    page: Page, links: dict[str, str]
) -> None:
    for name, address in links.items():
        await page.goto(address)
        wanted = await page.locator("button:visible, a:visible, audio:visible").count()
        seen = []
        for _ in range(wanted + 30):  # the browser's own player has buttons of its own
            await page.keyboard.press("Tab")
            what, is_seen = await page.evaluate(FOCUS)
            if what == "BODY" or await page.evaluate("document.activeElement === document.body"):
                break
            assert is_seen, (name, what)
            seen.append(what)
        assert len(set(seen)) >= wanted, (name, seen)


async def test_an_item_is_heard_alone(page: Page, links: dict[str, str]) -> None:
    await page.goto(links["bulletin vi"])
    second = page.locator("button.item").nth(1)
    start = float(await second.get_attribute("data-start") or 0)
    end = float(await second.get_attribute("data-end") or 0)
    await second.click()
    await _plays(page, within=(start, end))
    await expect(second).to_have_text("Tạm dừng mục 2")
    await expect(page.get_by_role("button", name="Nghe", exact=True)).to_be_visible()

    await page.evaluate("end => { document.querySelector('#sound').currentTime = end - 0.3 }", end)
    await _rests(page)
    await expect(second).to_have_text("Nghe mục 2")
    now = await page.evaluate("document.querySelector('#sound').currentTime")
    assert end <= now < end + 1

    await second.click()
    await _plays(page, within=(start, end))
    await second.click()
    await _rests(page)
    await expect(second).to_have_text("Nghe mục 2")


async def test_whoever_sees_the_bulletins_address_learns_nothing(
    page: Page, links: dict[str, str], shelf: Shelf
) -> None:
    kept = await shelf.made(PLAN.voice())
    await page.goto(links["bulletin vi"])
    assert str(kept.fingerprint[:6]) not in await page.content()
    assert await page.evaluate("document.cookie + Object.keys(localStorage).join()") == ""
