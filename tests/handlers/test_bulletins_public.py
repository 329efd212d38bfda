"""A bulletin for everybody: who approved it opens it, knowing what that means, and closes it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from storage.tables import audit
from tests.talkers import Talker
from tests.town import Town

DIRECTIVE = "1. Sinh hoạt chi bộ\nHọp tối thứ Sáu.\n2. Thu đảng phí\nThu đủ."
EVERYBODY = "Cho mọi người nghe"


async def _sent(town: Town) -> Talker:
    """Thanh approved a bulletin, and it was sent; the handbook has a page for everybody."""
    town.settings.public_bulletins = True
    town.settings.public_url = town.settings.public_url or "https://so-tay.example.org"
    await town.restarts()
    thanh = await town.comes("thanh")
    await thanh.says("thêm văn bản")
    await thanh.says(DIRECTIVE)
    await thanh.says("soạn bản tin")
    await thanh.presses("Nghe thử")
    await thanh.presses("Đã nghe hết")
    await thanh.presses("Đúng, duyệt bản tin")
    town.clock.move_to(2026, 12, 5, 8, 0)
    await town.ticks()
    return thanh


async def _looks(leader: Talker) -> None:
    await leader.says("bản tin")
    await leader.presses("Xem việc khác")


async def _noted(town: Town) -> Sequence[str]:
    async with town.app.database.transaction() as store:
        rows = await store.all(select(audit).where(audit.c.action.like("%to all")))
    return [row["action"] for row in rows if row["actor_id"] == town.ward.id("thanh")]


async def test_who_approved_a_bulletin_opens_it_to_everybody_and_closes_it(town: Town) -> None:
    thanh, binh = await _sent(town), await town.comes("binh")
    await _looks(binh)
    assert EVERYBODY not in str(binh.screen.buttons), "he leads a branch and approved nothing"
    await _looks(thanh)
    await thanh.presses(EVERYBODY)
    thanh.sees(
        "Cho mọi người nghe bản tin tháng 12 năm 2026 của Phường Sen Hồng?",
        "cả 2 mục",
        "kể cả tên người viết trong mục",
    )
    assert await _noted(town) == [], "nothing is open before it is confirmed"
    await thanh.presses("Đúng, cho mọi người nghe")
    thanh.sees("đang mở cho mọi người", "Nguyễn Thị Thanh mở", "/ban-tin/2026-12-1")
    await _looks(thanh)
    await thanh.presses("Đang mở cho mọi người")
    thanh.sees("đang mở cho mọi người")
    (heard,) = await town.app.for_everybody.episodes()
    assert heard.mp3, "what the members were sent is what everybody hears"

    await thanh.presses("Không cho nghe chung nữa")
    thanh.sees("không còn ở trang chung và podcast nữa", "Ai đã tải về máy thì vẫn giữ được")
    assert await _noted(town) == ["opened to all", "closed to all"]
    await _looks(thanh)
    await thanh.presses(EVERYBODY)
    thanh.sees("Cho mọi người nghe bản tin tháng 12 năm 2026")
