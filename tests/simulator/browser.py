"""A real browser for the tests of the page, and what every page must be."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Error, Page, Request, async_playwright

from tests.programs import chromium

FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    # Body text is held to 7:1.
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],  # what passes would be told at length
}
WIDTHS = (1400, 412, 320)
SMALL_TARGETS = """() => [...document.querySelectorAll(
    'button:not(.tap), summary, textarea, input:not([type=file]), label.quiet, a.file, a.inline'
  )].map(node => [node, node.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.height < 44 || box.width < 44))
    .map(([node, box]) => `${node.tagName}.${node.className} ${box.width}x${box.height}`)"""


@asynccontextmanager
async def opened_page() -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        context = await browser.new_context(
            locale="vi-VN", permissions=["microphone"], reduced_motion="reduce"
        )
        page = await context.new_page()
        page.set_default_timeout(20_000)
        yield page
        await browser.close()


@asynccontextmanager
async def watched(page: Page, home: str) -> AsyncIterator[None]:
    """The page must not fail meanwhile, nor ask anybody else; afterwards it is empty."""
    problems: list[str] = []
    watch = partial(_stays_here, home, problems)
    page.on("request", watch)
    page.on("pageerror", watch)
    yield
    page.remove_listener("request", watch)
    page.remove_listener("pageerror", watch)
    await page.evaluate("localStorage.clear()")
    await page.goto("about:blank")
    assert not problems, problems  # nobody rewrites the assertions of this file


def _stays_here(home: str, problems: list[str], event: Request | Error) -> None:
    if isinstance(event, Error):
        problems.append(str(event))
    elif not event.url.startswith((home, "data:", "blob:")):
        problems.append(f"asked a third party: {event.url}")


async def check(page: Page) -> None:
    """No complaint of axe, no sideways scroll, no target too small for a finger."""
    found = await axe(page, RULES)
    told = [(v["id"], [node["target"] for node in v["nodes"]]) for v in found["violations"]]
    assert told == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await page.evaluate(SMALL_TARGETS) == []


async def axe(page: Page, rules: dict[str, Any]) -> dict[str, Any]:
    """What axe says of the page as it stands. Brought into a page once: it is half a megabyte."""
    there = await page.evaluate("'axe' in window")
    answer: dict[str, Any] = (
        await (Axe("0") if there else Axe()).run(page, options=rules)
    ).response
    return answer
