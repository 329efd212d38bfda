"""The page in a real browser: for eyes, fingers, keyboards and screen readers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Page, Route, expect
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup

from simulator import Simulator
from simulator.chats import Phone
from simulator.people import deeds
from tests.simulator.browser import WIDTHS, check, watched

# One browser for the whole file: starting it takes longer than any of the tests.
pytestmark = pytest.mark.asyncio(loop_scope="module")

YES = InlineKeyboardMarkup([[InlineKeyboardButton("Tôi sẽ đến", callback_data="y")]])


@dataclass
class Stage:
    sim: Simulator
    bot: Bot
    page: Page
    hoa: Phone
    minh: Phone

    def phone(self, who: Phone) -> Any:
        return self.page.locator("article.phone").filter(has_text=who.name)

    async def open(self, width: int = 1400) -> None:
        await self.page.set_viewport_size({"width": width, "height": 900})
        await self.page.goto(self.sim.url)
        await expect(self.phone(self.minh)).to_be_visible()

    async def heard(self) -> Any:
        updates = await self.bot.get_updates(timeout=5)
        await self.bot.get_updates(offset=updates[-1].update_id + 1)
        return updates[-1]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running() -> AsyncIterator[tuple[Simulator, Bot]]:
    token = "123456:" + "a" * 35
    async with (
        Simulator(token=token) as sim,
        Bot(token, base_url=sim.bot_api, base_file_url=sim.bot_files) as bot,
    ):
        yield sim, bot


@pytest_asyncio.fixture(loop_scope="module")
async def stage(page: Page, running: tuple[Simulator, Bot]) -> AsyncIterator[Stage]:
    """An empty world with two people, and a page that must not fail or ask anybody else."""
    sim, bot = running
    sim.world.reset()
    hoa, minh = sim.world.add_phone("Bà Hoa", note="78 tuổi"), sim.world.add_phone("Anh Minh")
    async with watched(page, sim.url):
        yield Stage(sim, bot, page, hoa, minh)


async def test_a_conversation_by_finger(stage: Stage):
    await stage.open()
    phone = stage.phone(stage.hoa)
    await phone.locator(".first input").fill("https://t.me/SotayDemoBot?start=moi-7")
    await phone.get_by_role("button", name="Bắt đầu").click()
    assert (await stage.heard()).message.text == "/start moi-7"

    sent = await stage.bot.send_message(
        stage.hoa.id, "Chào bác.\n<b>Mời họp</b>", parse_mode="HTML", reply_markup=YES
    )
    await expect(phone.locator("strong", has_text="Mời họp")).to_be_visible()
    await phone.get_by_role("button", name="Tôi sẽ đến").click()
    query = (await stage.heard()).callback_query
    await query.answer("Cảm ơn bác")
    await expect(phone.get_by_text("Cảm ơn bác")).to_be_visible()
    await sent.edit_text("Bác sẽ đến")
    await expect(phone.get_by_text("Bác sẽ đến")).to_be_visible()
    await expect(phone.get_by_role("button", name="Tôi sẽ đến")).to_have_count(0)
    await sent.delete()
    await expect(phone.get_by_text("Bác sẽ đến")).to_have_count(0)


async def test_a_conversation_by_keyboard_alone(stage: Stage):
    await stage.open()
    keys = stage.page.keyboard
    await stage.phone(stage.hoa).locator(".first input").focus()
    await keys.press("Tab")
    await keys.press("Enter")
    assert (await stage.heard()).message.text == "/start"
    await stage.bot.send_message(stage.hoa.id, "Chào bác", reply_markup=YES)
    phone = stage.phone(stage.hoa)
    await expect(phone.get_by_text("Chào bác")).to_be_visible()
    await phone.get_by_role("log").focus()
    await keys.press("Tab")  # the command the person sent is a button too
    await keys.press("Tab")
    await keys.press("Enter")
    assert (await stage.heard()).callback_query.data == "y"
    await keys.press("Tab")
    await keys.type("Tôi đến muộn")
    await keys.press("Enter")
    assert (await stage.heard()).message.text == "Tôi đến muộn"


async def test_the_keyboard_of_the_bot_stays_at_the_bottom(stage: Stage):
    deeds.start(stage.sim.world, stage.hoa)
    home = ReplyKeyboardMarkup([["Trang chính", "Nghe"]], is_persistent=True)
    await stage.bot.send_message(stage.hoa.id, "Chào bác", reply_markup=home)
    await stage.bot.send_message(stage.hoa.id, "Có tin mới")
    await stage.open()
    keys = stage.phone(stage.hoa).get_by_role("group", name="Bàn phím của sổ tay")
    await keys.get_by_role("button", name="Nghe").click()
    assert (await stage.heard()).message.text == "Nghe"


async def test_news_is_counted_until_it_is_touched(stage: Stage):
    deeds.start(stage.sim.world, stage.hoa)
    await stage.open()
    phone = stage.phone(stage.hoa)
    await expect(phone.get_by_text("/start")).to_be_visible()
    await stage.bot.send_message(stage.hoa.id, "một")
    await stage.bot.send_message(stage.hoa.id, "hai", reply_markup=YES)
    await expect(phone.locator(".badge")).to_have_text("2 tin mới")
    button = phone.get_by_role("button", name="Tôi sẽ đến")
    place = (
        "node => node.getBoundingClientRect().y - node.closest('.phone').getBoundingClientRect().y"
    )
    before = await button.evaluate(place)
    await button.click()
    await expect(phone.locator(".badge")).to_have_text("")
    assert await button.evaluate(place) == before, "nothing moves away under the finger"


async def test_the_newest_is_in_sight_unless_somebody_reads_further_up(stage: Stage, samples):
    deeds.start(stage.sim.world, stage.hoa)
    for _ in range(4):
        await stage.bot.send_photo(stage.hoa.id, samples.png())
    await stage.bot.send_message(stage.hoa.id, "cuối cùng")
    await stage.open()
    phone = stage.phone(stage.hoa)
    await expect(phone.get_by_text("cuối cùng")).to_be_in_viewport()
    await phone.get_by_role("log").evaluate("log => { log.scrollTop = 0 }")
    await expect(phone.get_by_text("/start")).to_be_in_viewport()
    await stage.bot.send_message(stage.hoa.id, "thêm nữa")
    await expect(phone.get_by_text("thêm nữa")).to_be_attached()
    await expect(phone.get_by_text("/start")).to_be_in_viewport()


LONG = "Điều lệ nói rõ việc này.\n" * 40
IN_FRAME = """phone => {
  const frame = phone.querySelector('.composer').parentElement, box = frame.getBoundingClientRect();
  frame.scrollTop = frame.scrollLeft = 500;
  const [first, last] = [frame.firstElementChild, frame.lastElementChild]
    .map(node => node.getBoundingClientRect());
  return first.top >= box.top && last.bottom <= box.bottom;
}"""


async def starts_with_a_long_chat(stage: Stage) -> Any:
    deeds.start(stage.sim.world, stage.hoa)
    for _ in range(9):
        await stage.bot.send_message(stage.hoa.id, "một câu chuyện", reply_markup=YES)
    await stage.open()
    phone = stage.phone(stage.hoa)
    await expect(phone.get_by_role("button", name="Tôi sẽ đến").last).to_be_in_viewport()
    return phone


async def test_a_long_message_is_shown_from_its_top_and_moves_nothing_once_read(stage: Stage):
    phone = await starts_with_a_long_chat(stage)
    await stage.bot.send_message(stage.hoa.id, "Chào bác. " + LONG, reply_markup=YES)
    await expect(phone.get_by_text("Chào bác.")).to_be_in_viewport(ratio=0.1)
    top = "node => node.getBoundingClientRect().y - node.closest('.log').getBoundingClientRect().y"
    assert 0 <= await phone.get_by_text("Chào bác.").evaluate(top) < 40
    await phone.get_by_role("log").hover()
    await stage.page.mouse.wheel(0, 9000)
    button = phone.get_by_role("button", name="Tôi sẽ đến").last
    await expect(button).to_be_in_viewport()
    await button.click()
    query = (await stage.heard()).callback_query
    await query.answer()
    await query.edit_message_text("Chào bác. " + LONG + "Đã ghi.", reply_markup=YES)
    await expect(phone.get_by_text("Đã ghi.")).to_be_attached()
    await expect(button).to_be_in_viewport()


async def test_what_comes_of_an_own_deed_is_brought_into_sight(stage: Stage):
    phone = await starts_with_a_long_chat(stage)
    log = phone.get_by_role("log")
    await log.evaluate("log => { log.scrollTop = 0 }")
    await phone.get_by_label("Nhắn tin").fill("tôi hỏi")
    await phone.get_by_role("button", name="Gửi", exact=True).click()
    await expect(phone.locator(".words", has_text="tôi hỏi")).to_be_in_viewport()
    await stage.heard()
    await log.evaluate("log => { log.scrollTop = 0 }")
    await phone.get_by_role("button", name="Tôi sẽ đến").first.click()
    await (await stage.heard()).callback_query.answer()
    await stage.bot.send_message(stage.hoa.id, "câu trả lời")
    await expect(phone.get_by_text("câu trả lời")).to_be_in_viewport()


async def test_a_phone_stays_in_its_frame(stage: Stage):
    phone = await starts_with_a_long_chat(stage)
    await phone.get_by_role("log").evaluate("log => { log.scrollTop = 0 }")
    await phone.get_by_role("button", name="Tôi sẽ đến").last.focus()
    assert await phone.evaluate(IN_FRAME)


async def test_a_tall_picture_leaves_its_words_and_buttons_in_sight(stage: Stage, samples):
    phone = await starts_with_a_long_chat(stage)
    tall = samples.png(900, 1100)
    lines = "Bác xem lại, người nhận sẽ đọc thế này:\nDọn vệ sinh.\nGửi cho 41 người."
    keys = InlineKeyboardMarkup([*YES.inline_keyboard, *YES.inline_keyboard])
    await stage.bot.send_photo(stage.hoa.id, tall, caption=lines, reply_markup=keys)
    await expect(phone.get_by_text("Bác xem lại")).to_be_in_viewport(ratio=1)
    await expect(phone.get_by_role("button", name="Tôi sẽ đến").last).to_be_in_viewport(ratio=1)


async def test_a_picture_that_arrives_moves_nobody_to_the_beginning(stage: Stage, samples):
    await stage.page.emulate_media(reduced_motion="no-preference")  # messages move as they arrive
    phone = await starts_with_a_long_chat(stage)
    await stage.bot.send_photo(
        stage.hoa.id, samples.png(900, 700), caption="Ảnh lớp học", reply_markup=YES
    )
    await expect(phone.locator("img")).to_be_visible()
    await expect(phone.get_by_text("Ảnh lớp học")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [1400, 320])
async def test_nothing_typed_pushes_a_button_off_the_phone(stage: Stage, width: int):
    home = ReplyKeyboardMarkup([["Trang chính", "Sổ của tôi"], ["Bản tin", "Gọi giúp"]])
    deeds.start(stage.sim.world, stage.hoa)
    await stage.bot.send_message(stage.hoa.id, "Chào bác", reply_markup=home)
    await stage.open(width)
    phone = stage.phone(stage.hoa)
    inside = "phone => [...phone.querySelectorAll('.composer *')].every(node => "
    inside += "node.getBoundingClientRect().right <= phone.getBoundingClientRect().right)"
    for words in ("https://example.org/documents/2026/11/the-plan-for-branch-1.pdf", "a" * 5000):
        await phone.get_by_label("Nhắn tin").fill(words)
        assert await phone.evaluate(inside), words[:20]


async def test_the_count_of_what_is_new_covers_no_words(stage: Stage):
    await starts_with_a_long_chat(stage)
    await stage.bot.send_message(stage.hoa.id, LONG)
    phone = stage.phone(stage.hoa)
    await expect(phone.locator(".badge")).to_have_text("1 tin mới")
    covered = """badge => {
      const box = badge.getBoundingClientRect();
      const touches = (at) => at.left < box.right && box.left < at.right
        && at.top < box.bottom && box.top < at.bottom;
      return [...badge.closest('.phone').querySelectorAll('h2, .who p, summary, .log')]
        .filter((node) => touches(node.getBoundingClientRect())).map((node) => node.outerHTML);
    }"""
    assert await phone.locator(".badge").evaluate(covered) == []


async def test_a_new_toast_takes_the_place_of_the_last(stage: Stage):
    phone = await starts_with_a_long_chat(stage)
    for answer in ("Đã ghi lần một", "Đã ghi lần hai"):
        await phone.get_by_role("button", name="Tôi sẽ đến").last.click()
        await (await stage.heard()).callback_query.answer(answer)
        await expect(phone.locator(".toast")).to_have_text([answer])


async def test_every_kind_of_message_can_be_sent_by_hand(stage: Stage):
    deeds.start(stage.sim.world, stage.hoa)
    await stage.open()
    phone = stage.phone(stage.hoa)
    await phone.get_by_role("button", name="Hình dán").click()
    await expect(phone.get_by_role("img", name="Hình dán")).to_be_visible()
    assert (await stage.heard()).message.sticker.width == 512
    for label, kind in (("Gửi số điện thoại", "contact"), ("Gửi vị trí", "location")):
        await phone.get_by_label("Lựa chọn khác").click()
        await phone.get_by_role("button", name=label).click()
        assert getattr((await stage.heard()).message, kind)


async def test_a_long_text_is_sent_whole(stage: Stage):
    deeds.start(stage.sim.world, stage.hoa)
    await stage.open()
    phone = stage.phone(stage.hoa)
    await phone.get_by_label("Nhắn tin").fill("việc làng " * 500)
    await phone.get_by_role("button", name="Gửi", exact=True).click()
    await expect(phone.locator(".words", has_text="việc làng")).to_have_count(2)
    assert (await stage.heard()).message.text.endswith("việc làng")


async def test_words_never_become_markup(stage: Stage):
    nasty = "<img src=x onerror=\"document.title='bad'\"><script>document.title='bad'</script>"
    stage.hoa.name = stage.hoa.note = nasty
    deeds.say(stage.sim.world, stage.hoa, nasty)
    row = [InlineKeyboardButton(nasty, callback_data="x")]
    await stage.bot.send_message(stage.hoa.id, nasty, reply_markup=InlineKeyboardMarkup([row]))
    await stage.bot.send_poll(stage.hoa.id, nasty, [nasty, "b"])
    await stage.bot.send_document(stage.hoa.id, b"x", filename=f"{nasty}.html")
    stage.sim.world.guide = {
        "title": nasty,
        "language": None,
        "steps": [{"phone": 1, "text": nasty}],
    }
    await stage.open()
    await expect(stage.page.locator(".words", has_text=nasty)).to_have_count(3)
    assert await stage.page.locator("article img, #guide img, article script").count() == 0
    assert await stage.page.title() == "Sổ tay: điện thoại tập dùng"


async def test_a_link_that_runs_a_script_is_only_words(stage: Stage):
    deeds.start(stage.sim.world, stage.hoa)
    marked = "<a href='javascript:alert(1)//a.b'>bấm</a> <a href='https://example.org'>trang</a>"
    await stage.bot.send_message(stage.hoa.id, marked, parse_mode="HTML")
    await stage.open()
    links = stage.phone(stage.hoa).locator(".words a")
    await expect(links).to_have_count(1)
    await expect(links).to_have_attribute("rel", "noopener noreferrer")


async def test_a_voice_is_recorded_and_sent(stage: Stage):
    deeds.start(stage.sim.world, stage.hoa)
    await stage.open()
    phone = stage.phone(stage.hoa)
    await phone.get_by_role("button", name="Ghi âm").click()
    await expect(phone.get_by_role("timer")).to_contain_text("Đang ghi")
    await phone.get_by_role("button", name="Gửi lời nói").click()
    await expect(phone.get_by_role("button", name="Nghe", exact=True)).to_be_visible()
    message = (await stage.heard()).message
    assert message.voice.file_size > 0
    await phone.get_by_role("button", name="Nghe", exact=True).click()
    await expect(phone.get_by_role("button", name="Ghi âm")).to_be_visible()


async def test_a_file_is_attached(stage: Stage):
    deeds.start(stage.sim.world, stage.hoa)
    await stage.open()
    phone = stage.phone(stage.hoa)
    note = {"name": "đơn.txt", "mimeType": "text/plain", "buffer": b"xin nghi"}
    await phone.get_by_label("Gửi tệp").set_input_files(note)
    await expect(phone.get_by_role("link", name="Tải về: đơn.txt")).to_be_visible()
    assert (await stage.heard()).message.document.file_name == "đơn.txt"


async def test_blocking_and_unblocking(stage: Stage):
    deeds.start(stage.sim.world, stage.hoa)
    await stage.open()
    phone = stage.phone(stage.hoa)
    await phone.get_by_label("Lựa chọn khác").click()
    await phone.get_by_role("button", name="Chặn sổ tay").click()
    await expect(phone.get_by_text("Người này đã chặn sổ tay.")).to_be_visible()
    assert stage.hoa.blocked
    await phone.get_by_role("button", name="Bỏ chặn").last.click()
    await expect(phone.get_by_label("Nhắn tin")).to_be_visible()
    assert not stage.hoa.blocked


async def test_a_phone_is_added_and_the_page_speaks_english(stage: Stage):
    await stage.open()
    await stage.page.get_by_role("button", name="English").click()
    await expect(stage.page.locator("html")).to_have_attribute("lang", "en")
    await stage.page.get_by_role("button", name="Add a phone").click()
    await stage.page.get_by_label("Name").fill("Mrs Lan")
    await stage.page.get_by_role("button", name="Add", exact=True).click()
    added = stage.page.locator("article.phone").filter(has_text="Mrs Lan")
    await expect(added.get_by_role("button", name="Start")).to_be_visible()
    await stage.page.reload()
    await expect(stage.page.get_by_role("button", name="Tiếng Việt")).to_be_visible()


async def test_an_answer_that_must_be_read_waits_for_the_reader(stage: Stage):
    deeds.start(stage.sim.world, stage.hoa)
    sent = await stage.bot.send_message(stage.hoa.id, "x", reply_markup=YES)
    await stage.open()
    pressed = deeds.press(stage.sim.world, stage.hoa, sent.message_id, label="Tôi sẽ đến")
    query = pressed["callback_query_id"]
    await stage.bot.answer_callback_query(query, "Phiếu đã đóng", show_alert=True)
    alert = stage.page.get_by_role("dialog", name="Bà Hoa")
    await expect(alert).to_contain_text("Phiếu đã đóng")
    await alert.get_by_role("button", name="Đã hiểu").click()
    await expect(alert).to_have_count(0)


async def test_the_guide_leads_to_a_phone(stage: Stage):
    await stage.open()
    steps = [{"phone": stage.minh.id, "text": "Bấm “Bắt đầu”"}]
    stage.sim.world.guide = {"title": "Thử trước", "steps": steps, "language": None}
    stage.sim.world.feed.tell("guide")
    await stage.page.get_by_role("button", name="Đến điện thoại của Anh Minh").click()
    await expect(stage.phone(stage.minh)).to_be_focused()


async def test_the_guide_and_the_notes_are_in_the_language_of_the_page(stage: Stage):
    stage.hoa.notes = {"en": "78 years old"}
    step = {"phone": None, "text": "Bấm Nghe", "texts": {"en": "Press Nghe"}}
    titles = {"en": "What to try"}
    stage.sim.world.guide = {"title": "Thử gì trước", "titles": titles, "steps": [step]}
    await stage.open()
    guide, phone = stage.page.locator("#guide"), stage.phone(stage.hoa)
    await expect(guide).to_contain_text("Thử gì trước")
    await expect(phone.locator(".who")).to_contain_text("78 tuổi")
    await stage.page.get_by_role("button", name="English").click()
    await expect(guide).to_contain_text("What to try")
    await expect(guide).to_contain_text("Press Nghe")
    await expect(phone.locator(".who")).to_contain_text("78 years old")


async def test_a_bot_at_work_is_seen_until_it_has_answered(stage: Stage):
    deeds.start(stage.sim.world, stage.hoa)
    await stage.open()
    await stage.bot.send_chat_action(stage.hoa.id, "typing")
    sign = stage.phone(stage.hoa).get_by_text("Sổ tay đang làm")
    await expect(sign).to_be_visible()
    await stage.bot.send_message(stage.hoa.id, "Đọc xong rồi.")
    await expect(stage.phone(stage.hoa)).to_contain_text("Đọc xong rồi.")
    await expect(sign).to_have_count(0)


async def test_another_note_under_a_name_is_seen_at_once(stage: Stage):
    await stage.open()
    name = stage.phone(stage.hoa).locator(".who")
    await expect(name).to_contain_text("78 tuổi")
    stage.sim.world.annotate(stage.hoa, "Vừa vào sổ tay", {"en": "Has just joined"})
    await expect(name).to_contain_text("Vừa vào sổ tay")
    await stage.page.get_by_role("button", name="English").click()
    await expect(name).to_contain_text("Has just joined")


async def test_a_fresh_start_empties_the_page(stage: Stage):
    deeds.start(stage.sim.world, stage.hoa)
    await stage.open()
    stage.sim.world.reset()
    await expect(stage.page.get_by_text("Chưa có điện thoại nào")).to_be_visible()
    await expect(stage.page.locator("article.phone")).to_have_count(0)


async def test_what_was_half_typed_outlasts_a_fresh_start(stage: Stage):
    deeds.start(stage.sim.world, stage.hoa)
    await stage.open()
    await stage.phone(stage.hoa).get_by_label("Nhắn tin").fill("tôi đang viết dở")
    world = stage.sim.world
    world.reset()
    again = world.add_phone(stage.hoa.name, "telegram")
    deeds.start(world, again)
    await expect(stage.phone(again).get_by_label("Nhắn tin")).to_have_value("tôi đang viết dở")


async def test_somebody_may_leave_while_the_page_asks_for_what_is_new(stage: Stage):
    asked, let_go = asyncio.Event(), asyncio.Event()

    async def late(route: Route) -> None:
        asked.set()
        await let_go.wait()
        await route.continue_()

    await stage.page.route("**/toasts", late)
    await stage.page.goto(stage.sim.url)
    await asked.wait()
    stage.sim.world.reset()
    let_go.set()
    await expect(stage.page.get_by_text("Chưa có điện thoại nào")).to_be_visible()
    await stage.page.unroute("**/toasts")


async def fill(stage: Stage, samples: Any) -> None:
    """One of everything a chat can show."""
    world, who = stage.sim.world, stage.hoa.id
    steps = [{"phone": who, "text": "Bấm “Nghe”"}]
    world.guide = {"title": "Thử trước", "steps": steps, "language": None}
    deeds.start(world, stage.hoa)
    home = ReplyKeyboardMarkup([["Trang chính", "Nghe"], ["Gọi giúp"]], is_persistent=True)
    await stage.bot.send_message(who, "Chào bác", reply_markup=home)
    await stage.bot.send_voice(who, samples.ogg(42), caption="Bản tin")
    await stage.bot.send_photo(who, samples.png(), caption="<i>Lễ</i>", parse_mode="HTML")
    await stage.bot.send_document(who, samples.PDF, filename="nghị-quyết-số-12-rất-dài.pdf")
    await stage.bot.send_poll(who, "Ngày nào?", ["Thứ Sáu", "Thứ Bảy"])
    await stage.bot.send_contact(who, "+84900000001", "Cô Thanh")
    await stage.bot.send_location(who, 16.46, 107.59)
    deeds.forward(world, stage.hoa, "Tin đồn", "Chuyện lạ")
    sent = await stage.bot.send_message(
        who, "Bác xem https://example.org", reply_markup=YES, reply_to_message_id=2
    )
    await sent.set_reaction("👍")
    deeds.start(world, stage.minh)
    deeds.block(world, stage.minh)
    world.add_phone("Người mới")


async def test_nothing_stands_in_anybodys_way(stage: Stage, samples):
    await fill(stage, samples)
    await stage.open()
    phone = stage.phone(stage.hoa)
    await expect(phone.get_by_role("button", name="Tôi sẽ đến")).to_be_visible()
    await phone.get_by_label("Lựa chọn khác").click()
    for width in WIDTHS:
        await stage.page.set_viewport_size({"width": width, "height": 900})
        await check(stage.page)
    size = "parseFloat(getComputedStyle(document.querySelector('.words')).fontSize)"
    assert await stage.page.evaluate(size) >= 18


async def test_a_page_without_messages_and_its_dialog_stand_in_nobodys_way(stage: Stage):
    await stage.open(min(WIDTHS))
    await check(stage.page)
    await stage.page.get_by_role("button", name="Thêm điện thoại").click()
    await check(stage.page)
    await stage.page.keyboard.press("Escape")
    await expect(stage.page.get_by_role("dialog")).to_have_count(0)
