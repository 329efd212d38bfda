"""Walks at random on Zalo: whatever comes in between, a number does what its list said to whoever
typed it, and on a shared phone nobody does anything for the other."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from sqlalchemy import func, select

from rules.notices import seal
from rules.polls import evening
from services import notices_writing, polls_opening, polls_writing
from storage.tables import accounts, attendance, conversations, recipients, votes
from tests.handlers.test_sharing import HERS, HIS, shared
from tests.meeting import called
from tests.talkers import OnZalo, Talker
from tests.town import Town

pytestmark = pytest.mark.parametrize("town", ["zalo"], indirect=True)
OPTIONS = ("Đồng ý", "Không đồng ý", "Ý kiến khác")
ENGLISH = {"I am coming": "Có mặt", "Received": "Đã nhận"} | {
    f"Vote: {said}": f"Bỏ phiếu: {option}"
    for said, option in zip(("Agree", "Do not agree", "Another view"), OPTIONS, strict=True)
}  # one walk leads to "Speak English"
AS_IT_IS = "Gửi đúng lời ấy"  # as the reason, when that is what was asked for
Acts = Counter[str]


# --- what happens to her -------------------------------------------------------------------------


async def a_notice_comes(town: Town) -> None:
    async with town.app.database.transaction() as store:
        binh, now = await town.ward.person(store, "binh"), town.clock.now
        draft = await notices_writing.write(store, binh, f"Dọn vệ sinh lúc {now}.", None, now)
        await notices_writing.aim(store, binh, draft.id, "all")
        draft = await notices_writing.own(store, binh, draft.id)
        people = await notices_writing.circle(store, draft, "all", now)
        mark = seal(draft, people.mark, now)
        await notices_writing.confirm(store, binh, draft.id, mark, now)
    await town.passes(seconds=61)


async def a_vote_opens(town: Town) -> None:
    async with town.app.database.transaction() as store:
        binh, now = await town.ward.person(store, "binh"), town.clock.now
        draft = await polls_writing.take_question(store, binh, f"Thông qua {now}?", now)
        await polls_writing.take_options(store, binh, draft.id, None)
        await polls_writing.take_threshold(store, binh, draft.id, "more_than_half")
        await polls_writing.take_base(store, binh, draft.id, "roll")
        await polls_opening.ask(store, binh, draft.id, "full", now)
        await polls_writing.take_close(store, binh, draft.id, evening(1, now, store.org), now)
        await polls_opening.open_now(store, binh, draft.id, now)
    await town.settles()


async def a_meeting_is_called(town: Town) -> None:
    async with town.app.database.transaction() as store:
        await called(store, town.ward, town.clock.now)
    await town.settles()


EVENTS = (a_notice_comes, a_vote_opens, a_meeting_is_called)
WORDS = (
    "trang chính", "biểu quyết", "lịch họp", "thông báo", "góp ý", "bản tin", "quay lại", "họp",
    "đã nhận", "sổ của tôi", "Đồng ý", "Có mặt", "Đèn đường hẻm 3 bị tắt.",
)  # fmt: skip


# --- what it may have done -----------------------------------------------------------------------


async def acts(town: Town, key: str = "hoa") -> Acts:
    """Everything this person has done that counts, as the labels that do it."""
    member_id = town.ward.id(key)
    async with town.app.database.transaction() as store:
        cast = await store.all(select(votes.c.choice).where(votes.c.member_id == member_id))
        answers = await store.all(
            select(attendance.c.answer).where(
                attendance.c.member_id == member_id, attendance.c.answer.is_not(None)
            )
        )
        noted = await store.value(
            select(func.count()).where(
                recipients.c.member_id == member_id, recipients.c.acknowledged_at.is_not(None)
            )
        )
    found = Counter(f"Bỏ phiếu: {OPTIONS[row['choice']]}" for row in cast)
    found += Counter({"yes": "Có mặt", "no": "Vắng"}[row["answer"]] for row in answers)
    return found + Counter({"Đã nhận": int(noted or 0)})


def _label(seen: OnZalo, number: str) -> str:
    """What this number says on the list she has before her eyes."""
    choices = seen._asked().choices
    label = choices[int(number) - 1] if int(number) <= len(choices) else ""
    return ENGLISH.get(label, label)


async def _shown(town: Town, hoa: OnZalo) -> bool:
    """Whether she stands where somebody excuses herself: any label there is a reason."""
    async with town.app.database.transaction() as store:
        places = await store.values(select(conversations.c.place))
    return any(str(place).find("say_no") > 0 or "absen" in str(place) for place in places)


def _explained(done: Acts, labels: list[str], words: list[str], excusing: bool) -> bool:
    """Every deed was on the list, or was called by its name."""
    allowed = Counter(labels) + Counter(words)
    if excusing or AS_IT_IS in labels:
        allowed["Vắng"] += 1
    return all(allowed[act] >= times for act, times in done.items())


@pytest.mark.parametrize("seed", range(2))
async def test_no_interleaving_turns_a_number_into_another_act(town: Town, seed: int) -> None:
    chance = random.Random(seed)
    hoa = await town.comes("hoa")
    assert isinstance(hoa, OnZalo)
    did: Acts = Counter()
    for _ in range(50):
        if chance.random() < 0.2:
            await chance.choice(EVENTS)(town)
        said = [
            chance.choice("111223344") if chance.random() < 0.75 else chance.choice(WORDS)
            for _ in range(chance.choice((1, 1, 1, 2, 3)))
        ]
        before, excusing = await acts(town), await _shown(town, hoa)
        labels = [_label(hoa, one) for one in said if one.isdecimal()]
        await hoa.says_at_once(*said)
        done = await acts(town) - before
        words = [one.capitalize() for one in said if not one.isdecimal()]
        assert _explained(done, labels, words, excusing), (said, done, hoa.story()[-3000:])
        did += done
    assert did, "nothing was ever done: the walk proves nothing"


async def test_a_number_typed_below_news_is_read_back_before_it_does_anything(town: Town) -> None:
    hoa = await town.comes("hoa")
    await a_vote_opens(town)
    for label in ("Biểu quyết", "Đồng ý"):
        await hoa.presses(label)
    await a_notice_comes(town)
    assert hoa.screen.word == "ĐÃ NHẬN"

    await hoa.says("1")
    hoa.sees("Vừa có tin mới đến", "số 1 là: Bỏ phiếu: Đồng ý", "nhắn lại 1")
    assert not await acts(town)
    await hoa.says("1")
    assert await acts(town) == Counter({"Bỏ phiếu: Đồng ý": 1})


PEOPLE = {"hoa": ("Trần Thị Hoa", HERS), "tuan": ("Phạm Minh Tuấn", HIS)}
DEEDS = ("Bỏ phiếu", *OPTIONS, "Có mặt", "Đã nhận")
HANDED_ON = ("đổi người", HERS, HIS, *(name for name, _ in PEOPLE.values()))


async def _who_is_there(town: Town, phone: Talker) -> str | None:
    async with town.app.database.transaction() as store:
        front = await store.one(
            select(accounts).where(accounts.c.address == phone.address, accounts.c.seat == 0)
        )
        assert front is not None
        if front["using_id"] is None or front["using_until"] <= town.clock.now:
            return None
        member = select(accounts.c.member_id).where(accounts.c.id == front["using_id"])
        member_id = await store.value(member)
    return next((key for key in PEOPLE if town.ward.id(key) == member_id), None)


def _next_word(phone: OnZalo, chance: random.Random) -> str:
    """Mostly what moves on: digits where they are asked for, else a number. Sometimes anything."""
    if "bốn số" in phone.screen.text.lower() and chance.random() < 0.8:
        right = [digits for name, digits in PEOPLE.values() if name in phone.screen.text]
        return chance.choice((HERS, HIS, *right * 3))
    deeds = [n for n, label in enumerate(phone.screen.choices, 1) if label.startswith(DEEDS)]
    if deeds and chance.random() < 0.7:
        return str(chance.choice(deeds))
    return chance.choice("1123") if chance.random() < 0.4 else chance.choice(HANDED_ON + WORDS)


@pytest.mark.parametrize("seed", [1, 2])
async def test_on_a_shared_phone_nobody_acts_for_the_other(town: Town, seed: int) -> None:
    chance = random.Random(seed)
    phone = await shared(town)
    assert isinstance(phone, OnZalo)
    did: Acts = Counter()
    for _ in range(80):
        if chance.random() < 0.2:
            await chance.choice(EVENTS)(town)
        if chance.random() < 0.05:
            await town.passes(minutes=11)
        said = _next_word(phone, chance)
        there = await _who_is_there(town, phone)
        before = {key: await acts(town, key) for key in PEOPLE}
        await phone.says(said)
        for key, (_, digits) in PEOPLE.items():
            done = await acts(town, key) - before[key]
            assert not done or there == key, (said, key, done, phone.story()[-3000:])
            cast = any(act.startswith("Bỏ phiếu") for act in done)
            assert not cast or said == digits, (said, key, done, phone.story()[-3000:])
            did += done
    assert did, "nothing was ever done: the walk proves nothing"
