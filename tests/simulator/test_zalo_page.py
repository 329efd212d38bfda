"""Phones with Zalo on the page, in a real browser, beside one with Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from simulator import Simulator
from simulator.chats import Phone
from simulator.files import Upload
from simulator.people import deeds
from tests.simulator.browser import WIDTHS, check, watched
from tests.simulator.conftest import ZALO_TOKEN, Samples
from tests.simulator.test_zalo_media import spoken

pytestmark = pytest.mark.asyncio(loop_scope="module")

BLUE = "rgb(0, 80, 184)"
LINK = "http://127.0.0.1:9/nghe/abc"


@dataclass
class Stage:
    sim: Simulator
    page: Page
    session: aiohttp.ClientSession
    hoa: Phone
    sen: Phone

    def phone(self, who: Phone) -> Any:
        return self.page.locator("article.phone").filter(has_text=who.name)

    async def open(self, width: int = 1400) -> None:
        await self.page.set_viewport_size({"width": width, "height": 900})
        await self.page.goto(self.sim.url)
        await expect(self.phone(self.sen)).to_be_visible()

    async def bot(self, method: str, **arguments: Any) -> Any:
        url = f"{self.sim.zalo_api}/bot{ZALO_TOKEN}/{method}"
        async with self.session.post(url, json=arguments) as answer:
            found = await answer.json()
        assert found["ok"], found
        return found.get("result")

    async def heard(self) -> Any:
        return (await self.bot("getUpdates", timeout=5))["message"]


@pytest_asyncio.fixture(loop_scope="module")
async def stage(page: Page) -> AsyncIterator[Stage]:
    """Bà Hoa has Telegram, bà Sen has Zalo; nobody has written yet."""
    async with Simulator(zalo_tokens=[ZALO_TOKEN]) as sim, aiohttp.ClientSession() as session:
        hoa, sen = sim.world.add_phone("Bà Hoa"), sim.world.add_phone("Bà Sen", "zalo")
        async with watched(page, sim.url):
            yield Stage(sim, page, session, hoa, sen)


async def test_a_conversation_on_zalo(stage: Stage):
    await stage.open()
    phone = stage.phone(stage.sen)
    await expect(phone.locator(".messenger")).to_have_text("Zalo")
    await expect(phone.locator("header")).to_have_css("background-color", BLUE)
    await expect(phone.get_by_text("Zalo không có nút bấm")).to_be_visible()
    await expect(stage.phone(stage.hoa).locator(".messenger")).to_have_count(0)

    await phone.get_by_label("Nhắn tin").fill("chào /start")
    await phone.get_by_role("button", name="Gửi", exact=True).click()
    assert (await stage.heard())["text"] == "chào /start"
    await stage.bot(
        "sendMessage",
        chat_id=stage.sen.address,
        text=f"Mời họp. Nghe: {LINK}",
        text_styles=[{"start": 0, "len": 7, "st": ["b", "f_20"]}],
    )
    await expect(phone.locator("strong", has_text="Mời họp")).to_be_visible()
    link = phone.get_by_role("link", name=LINK)
    await expect(link).to_have_attribute("target", "_blank")
    await expect(phone.locator(".log").get_by_role("button")).to_have_count(0)


async def test_nothing_there_opens_an_invitation(stage: Stage):
    await stage.open()
    phone = stage.phone(stage.sen)
    await phone.get_by_label("Lựa chọn khác").click()
    await expect(phone.get_by_role("button", name="Chặn sổ tay")).to_be_visible()
    await expect(phone.get_by_label("Mã mời")).to_have_count(0)
    deeds.say(stage.sim.world, stage.sen, "https://t.me/SotayDemoBot?start=moi-7")
    await expect(phone.get_by_role("link", name="moi-7")).to_be_visible()


async def test_a_recording_becomes_aac_and_can_be_played(stage: Stage):
    await stage.open()
    phone = stage.phone(stage.sen)
    await phone.get_by_role("button", name="Ghi âm").click()
    await expect(phone.get_by_text("Đang ghi 0:01")).to_be_visible()
    await phone.get_by_role("button", name="Gửi lời nói").click()
    told = await stage.heard()
    await stage.bot("sendVoice", chat_id=stage.sen.address, voice_url=told["voice_url"])
    audio = phone.locator(".theirs audio")
    await expect(audio).to_have_count(1)
    await phone.locator(".theirs").get_by_role("button", name="Nghe").click()
    await stage.page.wait_for_function(
        "node => node.currentTime > 0", arg=await audio.element_handle()
    )


async def test_a_phone_for_zalo_is_added_on_the_page(stage: Stage):
    await stage.open()
    await stage.page.get_by_role("button", name="Thêm điện thoại").click()
    await stage.page.get_by_label("Tên").fill("Ông An")
    await stage.page.get_by_label("Ứng dụng").select_option("Zalo")
    await stage.page.get_by_role("button", name="Thêm", exact=True).click()
    added = stage.page.locator("article.phone.zalo").filter(has_text="Ông An")
    await expect(added).to_be_visible()


async def test_nothing_stands_in_anybodys_way(stage: Stage, samples: Samples):
    world, sen = stage.sim.world, stage.sen
    deeds.send_file(world, sen, "photo", Upload("a.png", "image/png", samples.png()), "hội trường")
    deeds.send_file(world, sen, "voice", Upload("v.ogg", "audio/ogg", spoken(1)))
    deeds.send_file(world, sen, "document", Upload("a.pdf", "application/pdf", samples.PDF))
    picture = (await stage.heard())["photo_url"]
    await stage.bot("sendPhoto", chat_id=sen.address, photo=picture, caption=f"Ảnh: {LINK}")
    await stage.bot("sendSticker", chat_id=sen.address, sticker="0e078a2fb66a5f34067b")
    blocked = world.add_phone("Ông Hồ Văn An", "zalo", note="dùng Zalo", bot=2)
    deeds.block(world, blocked)
    await stage.open()
    await expect(stage.phone(sen).locator("img.photo")).to_have_count(2)
    await stage.phone(sen).get_by_label("Lựa chọn khác").click()
    for width in WIDTHS:
        await stage.page.set_viewport_size({"width": width, "height": 900})
        await check(stage.page)
