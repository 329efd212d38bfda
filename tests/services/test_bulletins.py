"""A bulletin from its first directive to its listeners, on real databases."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from bot.texts import LANGUAGES, Texts
from bot.voices import with_voice
from rules.bulletins import Plan
from rules.bulletins_words import mark_of
from rules.refusal import Refusal
from rules.words import words
from scheduler.timetable import Job, Timetable
from services import bulletins as editing
from services import bulletins_items as items
from services import bulletins_listening as listening
from services import bulletins_papers as papers
from services import bulletins_pushing as pushing
from services import bulletins_recording as recording
from services import bulletins_words as readings
from services.bulletins_desk import Desk, first_open, on_desk
from services.bulletins_proof import OPENING, changed_pages
from storage import bulletins as rows
from storage import bulletins_items as item_rows
from storage import bulletins_words as reading_rows
from storage import leases, media, members, recipes, units
from storage.engine import Database
from storage.store import Store
from storage.tables import audit, bulletin_items
from storage.tables import deliveries as deliveries_table
from tests.left import LEFT
from tests.ward import Ward

HUE = ZoneInfo("Asia/Ho_Chi_Minh")
DUE = datetime(2026, 12, 5, 1, tzinfo=UTC)  # eight in the morning in Huế
TEXT = "1. Sinh hoạt chi bộ\nHọp tối thứ Sáu.\n2. Thu đảng phí\nThu trước ngày 25 tháng 12."
HARD = "Hồ sơ theo mẫu 3B/4C."
MINUTE = timedelta(minutes=1)
JOBS = (
    Job("push", pushing.push_due, pushing.push),
    Job("begin", pushing.begin_due, pushing.begin),
    Job("remind", pushing.remind_due, pushing.remind),
    Job("missed", pushing.missed_due, pushing.miss),
)


@pytest.fixture
def database(database: Database) -> Database:
    """The database of an organisation that has a voice."""
    database.org = with_voice(database.org)
    return database


async def _add(
    store: Store, ward: Ward, now: datetime, text: str = TEXT, who: str = "thanh"
) -> int:
    added = await editing.add_text(store, await ward.person(store, who), text, "", now)
    return added.bulletin.id


async def _approve(store: Store, ward: Ward, bulletin_id: int, now: datetime) -> datetime:
    desk, thanh = await _desk(store, ward, bulletin_id, now), await ward.person(store, "thanh")
    await editing.hear(store, thanh, bulletin_id, desk.mark, now)
    leaves_at, plan = await editing.approve(store, thanh, bulletin_id, desk.mark, now)
    assert plan == desk.plan
    return leaves_at


async def _desk(
    store: Store, ward: Ward, bulletin_id: int, now: datetime, who: str = "thanh"
) -> Desk:
    return await on_desk(store, await ward.person(store, who), bulletin_id, now)


async def _approved(store: Store, ward: Ward, now: datetime) -> int:
    bulletin_id = await _add(store, ward, now)
    await _approve(store, ward, bulletin_id, now)
    return bulletin_id


async def _state(store: Store, bulletin_id: int) -> str:
    found = await rows.get(store, bulletin_id)
    assert found is not None
    return found.state


async def _told(store: Store, ward: Ward, key: str) -> set[str]:
    """To whom a delivery with that text was left."""
    found = await store.all(LEFT)
    ids = {row["member_id"] for row in found if row["message"]["text"]["@words"][0] == key}
    return {name for name, member_id in ward.ids.items() if member_id in ids}


async def _tick(database: Database, now: datetime) -> int:
    return await Timetable(database, JOBS).tick(now)


# --- whose bulletin, which month ---------------------------------------------------------------


@pytest.mark.parametrize("who", ["thanh", "binh"])
async def test_staff_and_branches_write_for_the_same_bulletin(
    database: Database, ward: Ward, now: datetime, who: str
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now, who=who)
        bulletin = await rows.get(store, bulletin_id)
        assert bulletin is not None
        assert (bulletin.unit_id, bulletin.month) == (ward.top.id, date(2026, 12, 1))
        assert bulletin.due_at == DUE
        assert await _add(store, ward, now, "1. Trồng cây\nSáng Chủ nhật.", "dung") == bulletin_id
        desk = await _desk(store, ward, bulletin_id, now)
        titles = [one.title for one in desk.items]
        assert titles == ["Sinh hoạt chi bộ", "Thu đảng phí", "Trồng cây"]


async def test_after_the_hour_a_directive_waits_for_the_next_month(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        first = await _add(store, ward, DUE - timedelta(seconds=1))
        second = await _add(store, ward, DUE)
        assert first != second
        late = await rows.get(store, second)
        assert late is not None
        assert late.month == date(2027, 1, 1)


async def test_members_without_an_office_add_nothing(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        with pytest.raises(Refusal, match=r"units\.not_leading"):
            await _add(store, ward, now, who="hoa")


@pytest.mark.parametrize("text", ["", "  \n", "a" * 20_001, "ĐẢNG ỦY PHƯỜNG\nSố: 1-CT/ĐU"])
async def test_what_cannot_be_read_changes_nothing(
    database: Database, ward: Ward, now: datetime, text: str
) -> None:
    async with database.transaction() as store:
        with pytest.raises(Refusal, match=r"bulletins\."):
            await _add(store, ward, now, text)
        assert await first_open(store, await ward.person(store, "thanh"), now) is None
        assert await store.all(select(bulletin_items)) == []


async def test_the_books_tell_who_added_without_the_text(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await _approved(store, ward, now)
        noted = await store.all(select(audit).order_by(audit.c.id))
        assert [(row["action"], row["actor_id"]) for row in noted] == [
            ("added", ward.id("thanh")),
            ("approved", ward.id("thanh")),
        ]
        assert "Sinh hoạt" not in str(noted)


# --- approval ----------------------------------------------------------------------------------


async def test_only_leaders_of_the_bulletins_unit_approve(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now, who="binh")
        for who, key in (("binh", "not_editor"), ("hoa", "not_leading")):
            with pytest.raises(Refusal, match=key):
                desk = await _desk(store, ward, bulletin_id, now)
                person = await ward.person(store, who)
                await editing.approve(store, person, bulletin_id, desk.mark, now)
        assert await _state(store, bulletin_id) == "collecting"
        assert await _approve(store, ward, bulletin_id, now) == DUE


async def test_a_ward_secretary_approves_too(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        await units.appoint(store, ward.id("mai"), ward.top.id, "secretary", date(2026, 1, 1))
        bulletin_id = await _add(store, ward, now)
        desk, mai = await _desk(store, ward, bulletin_id, now), await ward.person(store, "mai")
        await editing.hear(store, mai, bulletin_id, desk.mark, now)
        await editing.approve(store, mai, bulletin_id, desk.mark, now)
        assert await _state(store, bulletin_id) == "approved"


async def test_only_what_was_shown_is_approved(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now)
        shown = await _desk(store, ward, bulletin_id, now)
        await _add(store, ward, now, "Thêm một việc.")
        with pytest.raises(Refusal, match="changed_meanwhile"):
            person = await ward.person(store, "thanh")
            await editing.approve(store, person, bulletin_id, shown.mark, now)


async def test_nothing_is_approved_unheard_and_each_hears_for_themselves(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await units.appoint(store, ward.id("mai"), ward.top.id, "secretary", date(2026, 1, 1))
        bulletin_id = await _add(store, ward, now)
        mark = (await _desk(store, ward, bulletin_id, now)).mark
        await editing.hear(store, await ward.person(store, "thanh"), bulletin_id, mark, now)
        with pytest.raises(Refusal, match="hear_first"):
            await editing.approve(store, await ward.person(store, "mai"), bulletin_id, mark, now)


async def test_what_was_heard_counts_for_just_that(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id, thanh = await _add(store, ward, now), await ward.person(store, "thanh")
        before = await _desk(store, ward, bulletin_id, now)
        await editing.hear(store, thanh, bulletin_id, before.mark, now)
        await items.remove(store, thanh, before.items[0].id, now)
        changed = await _desk(store, ward, bulletin_id, now)
        with pytest.raises(Refusal, match="hear_first"):
            await editing.approve(store, thanh, bulletin_id, changed.mark, now)
        with pytest.raises(Refusal, match="changed_meanwhile"):
            await editing.hear(store, thanh, bulletin_id, before.mark, now)
        await items.put_back(store, thanh, before.items[0].id, now)
        assert (await _desk(store, ward, bulletin_id, now)).is_heard, "just what was heard"


async def test_the_editors_hear_once_a_day_of_what_branches_add(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        for text, who, at in (
            ("Trồng cây sáng Chủ nhật.", "binh", now),
            ("Dọn vệ sinh sáng thứ Bảy.", "dung", now + timedelta(hours=1)),
            ("Thăm các cụ.", "thanh", now + timedelta(hours=2)),  # who edits tells herself nothing
            ("Họp tối thứ Sáu.", "binh", now + timedelta(days=1)),
        ):
            await _add(store, ward, at, text, who)
        assert await _told(store, ward, "bulletins.news") == {"thanh"}
        news = [row for row in await store.all(LEFT) if ":added:" in row["cause"]]
        assert len(news) == 2
        thanh, binh = await ward.person(store, "thanh"), await ward.person(store, "binh")
        assert await editing.new_for_editor(store, thanh) == 3
        assert await editing.new_for_editor(store, binh) == 0
        bulletin_id = await first_open(store, thanh, now)
        assert bulletin_id is not None
        mark = (await _desk(store, ward, bulletin_id, now)).mark
        await editing.hear(store, thanh, bulletin_id, mark, now + timedelta(days=1))
        assert await editing.new_for_editor(store, thanh) == 0


async def _add_more(store: Store, ward: Ward, desk: Desk, now: datetime) -> bool:
    person = await ward.person(store, "binh")
    return (await editing.add_text(store, person, "Thêm một việc.", "", now)).lost


async def _remove(store: Store, ward: Ward, desk: Desk, now: datetime) -> bool:
    person = await ward.person(store, "thanh")
    return (await items.remove(store, person, desk.items[0].id, now)).lost


async def _move(store: Store, ward: Ward, desk: Desk, now: datetime) -> bool:
    person = await ward.person(store, "thanh")
    return (await items.move_up(store, person, desk.items[1].id, now)).lost


async def _correct(store: Store, ward: Ward, desk: Desk, now: datetime) -> bool:
    person = await ward.person(store, "thanh")
    return (await items.correct(store, person, desk.items[0].id, "Họp thứ Bảy.", "", now)).lost


@pytest.mark.parametrize("change", [_add_more, _remove, _move, _correct])
async def test_any_change_takes_the_approval_away(
    database: Database, ward: Ward, now: datetime, change: object
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _approved(store, ward, now)
        desk = await _desk(store, ward, bulletin_id, now)
        assert callable(change)
        assert await change(store, ward, desk, now)
        assert await _state(store, bulletin_id) == "collecting"
        actor = "binh" if change is _add_more else "thanh"
        assert await _told(store, ward, "bulletins.reopened") == {"thanh"} - {actor}


async def test_what_changes_nothing_leaves_the_approval(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _approved(store, ward, now)
        person = await ward.person(store, "thanh")
        first = (await _desk(store, ward, bulletin_id, now)).items[0]
        assert not (await items.move_up(store, person, first.id, now)).lost
        assert await _state(store, bulletin_id) == "approved"


async def test_a_removed_item_comes_back_where_it_was(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now)
        person = await ward.person(store, "thanh")
        before = (await _desk(store, ward, bulletin_id, now)).mark
        first = (await _desk(store, ward, bulletin_id, now)).items[0]
        await items.remove(store, person, first.id, now)
        assert len((await _desk(store, ward, bulletin_id, now)).items) == 1
        await items.put_back(store, person, first.id, now)
        assert (await _desk(store, ward, bulletin_id, now)).mark == before


async def test_corrected_words_stand_in_the_items_place_until_taken_back(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now)
        thanh = await ward.person(store, "thanh")
        before = await _desk(store, ward, bulletin_id, now)
        old = before.items[0].id
        new = (await items.correct(store, thanh, old, "Họp tối thứ Bảy.", "", now)).item.id
        assert (await _desk(store, ward, bulletin_id, now)).plan.items == (
            ("Sinh hoạt chi bộ", "Họp tối thứ Bảy."),
            before.plan.items[1],
        )
        with pytest.raises(Refusal, match="item_replaced"):
            await items.correct(store, thanh, old, "Họp Chủ nhật.", "", now)

        for _ in range(2):
            await items.take_back(store, thanh, new, old, now)
            assert (await _desk(store, ward, bulletin_id, now)).mark == before.mark


async def test_nothing_is_done_to_a_version_another_stands_for(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id, thanh = await _add(store, ward, now), await ward.person(store, "thanh")
        old = (await _desk(store, ward, bulletin_id, now)).items[0].id
        new = (await items.correct(store, thanh, old, "Họp tối thứ Bảy.", "", now)).item.id
        await papers.keep_inside(store, thanh, new, now, inside=True)
        stands = (await _desk(store, ward, bulletin_id, now)).mark
        for deed in (items.remove, items.put_back, items.move_up, items.item, recording.unrecord):
            with pytest.raises(Refusal, match="no_item"):
                await deed(store, thanh, old, now)
        with pytest.raises(Refusal, match="no_item"):
            await papers.keep_inside(store, thanh, old, now, inside=False)
        assert (await _desk(store, ward, bulletin_id, now)).mark == stands
        await items.take_back(store, thanh, new, old, now)
        with pytest.raises(Refusal, match="no_item"):
            await items.put_back(store, thanh, new, now)
        desk = await _desk(store, ward, bulletin_id, now)
        assert len(desk.items) == 2
        assert desk.plan.stays_inside, "the earlier words stay inside, too"


async def test_a_branch_corrects_only_its_own_items(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now)
        await _add(store, ward, now, "Việc của chi bộ.", who="binh")
        written = (await _desk(store, ward, bulletin_id, now)).items
        binh, thanh = await ward.person(store, "binh"), await ward.person(store, "thanh")
        with pytest.raises(Refusal, match="not_editor"):
            await items.correct(store, binh, written[0].id, "Khác.", "", now)
        changed = await items.correct(store, thanh, written[-1].id, "Việc khác.", "", now)
        await items.correct(store, binh, changed.item.id, "Việc của chi bộ ta.", "", now)
        desk = await _desk(store, ward, bulletin_id, now)
        assert desk.items[-1].title == "Việc của chi bộ ta"


async def test_a_branch_takes_out_only_its_own_items(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now)
        await _add(store, ward, now, "Việc của chi bộ.", who="binh")
        written = (await _desk(store, ward, bulletin_id, now)).items
        binh = await ward.person(store, "binh")
        with pytest.raises(Refusal, match="not_editor"):
            await items.remove(store, binh, written[0].id, now)
        await items.remove(store, binh, written[-1].id, now)
        assert len((await _desk(store, ward, bulletin_id, now)).items) == 2


async def test_a_word_without_a_reading_stops_the_bulletin(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now, HARD)
        person = await ward.person(store, "thanh")
        with pytest.raises(Refusal, match=r"bulletins\.unread") as refused:
            await editing.approvable(store, person, bulletin_id, now)
        assert refused.value.values["tokens"].values == {"tokens": "“3B/4C”", "more": 0}

        kept = await readings.give_reading(
            store, person, bulletin_id, "3B/4C", "đọc là ba bê, bốn xê", now
        )
        assert kept.spoken == "ba bê, bốn xê"
        await _approve(store, ward, bulletin_id, now)
        assert await _state(store, bulletin_id) == "approved"
        assert await _add(store, ward, DUE, HARD) != bulletin_id
        january = await first_open(store, person, now)
        assert january == bulletin_id, "the older one is decided on first"
        assert await reading_rows.readings_of(store, ward.top.id) == {"3B/4C": "ba bê, bốn xê"}


async def test_another_reading_takes_the_approval_away(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now, HARD)
        person = await ward.person(store, "thanh")
        await readings.give_reading(store, person, bulletin_id, "3B/4C", "ba bê", now)
        await _approve(store, ward, bulletin_id, now)
        await readings.give_reading(store, person, bulletin_id, "3B/4C", "ba bê bốn xê", now)
        assert await _state(store, bulletin_id) == "collecting"


async def test_a_reading_that_does_not_help_is_not_kept(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now, "Ông K'Brơi phát biểu.")
        person = await ward.person(store, "thanh")
        (token,) = (await _desk(store, ward, bulletin_id, now)).unread
        assert token not in "Ông K'Brơi phát biểu.", "flagged as it was said, not as written"
        with pytest.raises(Refusal, match="reading_no_help"):
            await readings.give_reading(store, person, bulletin_id, token, "cờ brơi", now)
        assert await reading_rows.readings_of(store, ward.top.id) == {}


# --- its hour ----------------------------------------------------------------------------------


async def test_at_its_hour_everyone_of_the_ward_gets_it_once(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _approved(store, ward, now)
    assert await _tick(database, DUE - timedelta(seconds=1)) == 0
    await asyncio.gather(*(_tick(database, DUE) for _ in range(3)))
    assert await _tick(database, DUE + timedelta(minutes=1)) == 0

    async with database.transaction() as store:
        assert await _state(store, bulletin_id) == "sent"
        found = await store.all(LEFT)
        assert sorted(row["member_id"] for row in found) == sorted(ward.ids.values())
        media = found[0]["message"]["media"]
        assert (media["kind"], media["maker"]) == ("voice", "bulletins.audio")
        assert media["values"]["items"][0] == ["Sinh hoạt chi bộ", "Họp tối thứ Sáu."]
        assert media["values"]["contact"] == "Nguyễn Thị Thanh, 0900000000"


@pytest.mark.parametrize(
    ("count", "buttons"),
    [
        (1, ["Nghe mục 1", "Đã nghe"]),
        (3, ["Nghe mục 1", "Nghe mục 2", "Nghe mục 3", "Đã nghe"]),
        (4, ["Nghe từng mục", "Đã nghe"]),
    ],
)
async def test_each_item_has_a_button_as_long_as_they_fit(
    database: Database, ward: Ward, now: datetime, count: int, buttons: list[str]
) -> None:
    texts = Texts("party", HUE)
    async with database.transaction() as store:
        written = [f"{number}. Việc số {number}\nLàm cho xong." for number in range(1, count + 1)]
        await _approve(store, ward, await _add(store, ward, now, "\n".join(written)), now)
    await _tick(database, DUE)
    async with database.transaction() as store:
        (one, *_) = await leases.lease(store, "test", DUE, 100)
        assert [texts.words(button.label, "vi") for button in one.message.buttons] == buttons


@pytest.mark.parametrize("pack", ["party", "union", "association"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 4, 5, 6, 9, 30])
@pytest.mark.parametrize("title", ["Họp", "Tổ chức thăm hỏi các cụ cao tuổi ở tổ ba", "a b " * 30])
@pytest.mark.parametrize("unit", ["Phường Sen Hồng", "Đảng bộ Phường Sen Hồng thành phố Huế"])
def test_a_bulletins_caption_keeps_the_rules_for_older_people(
    pack: str, language: str, count: int, title: str, unit: str
) -> None:
    texts = Texts(pack, HUE)
    plan = Plan(unit, date(2026, 12, 1), tuple((title, "") for _ in range(count)))
    month = words("date.month", day=plan.month)
    values = {"month": month, "unit": unit, "titles": plan.titles()}
    caption = "\n".join(
        texts.words(one, language)
        for one in (words("bulletins.arrived", **values), words("bulletins.built_in_voice"))
    )

    assert len(caption.split()) <= 60, caption
    assert len(caption) <= 1024


async def test_what_is_sent_is_what_was_approved(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _approved(store, ward, now)
        item = (await _desk(store, ward, bulletin_id, now)).items[0]
        await item_rows.change_item(store, item.id, text="Không ai duyệt câu này.")
    await _tick(database, DUE)

    async with database.transaction() as store:
        assert await _state(store, bulletin_id) == "collecting"
        assert await _told(store, ward, "bulletins.not_as_approved") == {"thanh"}
        assert await _told(store, ward, "bulletins.arrived") == set()


async def _recorded(store: Store, plan: Plan, now: datetime) -> int:
    """As if its recording had been made."""
    recipe = recipes.fingerprint(plan.voice())
    return (await media.keep(store, recipe, "voice", now, path=recipe)).id


@pytest.mark.parametrize(
    ("when_heard", "at_its_hour", "told"),
    [
        ("as heard", "as heard", "bulletins.arrived"),
        ("as heard", "in another voice", "bulletins.sound_gone"),
        ("as heard", "", "bulletins.sound_gone"),
        ("", "made after it was read", "bulletins.arrived"),
    ],
)
async def test_what_is_sent_is_the_very_recording_that_was_heard(
    database: Database, ward: Ward, now: datetime, when_heard: str, at_its_hour: str, told: str
) -> None:
    lies_there = when_heard

    async def sound_of(path: str) -> str:
        return lies_there

    database.org = replace(database.org, sound_of=sound_of)
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now)
        plan = (await _desk(store, ward, bulletin_id, now)).plan
        recording = await _recorded(store, plan, now)
        await _approve(store, ward, bulletin_id, now)
    lies_there = at_its_hour
    await _tick(database, DUE)

    async with database.transaction() as store:
        assert "thanh" in await _told(store, ward, told)
        if told == "bulletins.arrived":
            sent = (await store.all(LEFT))[0]["message"]["media"]
            assert sent["id"] == (recording if when_heard else None)


async def test_a_recording_that_changed_since_it_was_heard_is_not_approved(
    database: Database, ward: Ward, now: datetime
) -> None:
    lies_there = "as heard"

    async def sound_of(path: str) -> str:
        return lies_there

    database.org = replace(database.org, sound_of=sound_of)
    async with database.transaction() as store:
        bulletin_id, thanh = await _add(store, ward, now), await ward.person(store, "thanh")
        desk = await _desk(store, ward, bulletin_id, now)
        await _recorded(store, desk.plan, now)
        await editing.hear(store, thanh, bulletin_id, desk.mark, now)
        lies_there = "in another voice"
        with pytest.raises(Refusal, match="other_sound"):
            await editing.approve(store, thanh, bulletin_id, desk.mark, now)


async def test_approval_is_for_whom_to_call_and_for_where_it_may_be_read(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id, thanh = await _approved(store, ward, now), await ward.person(store, "thanh")
        item = (await _desk(store, ward, bulletin_id, now)).items[0]
        changed, count = await papers.keep_inside(store, thanh, item.id, now, inside=True)
        assert (changed.lost, count) == (True, 2)
        assert (await _desk(store, ward, bulletin_id, now)).plan.stays_inside
        await _approve(store, ward, bulletin_id, now)
        await members.change(store, ward.id("thanh"), phone="0900111222")
    await _tick(database, DUE)
    async with database.transaction() as store:
        assert await _told(store, ward, "bulletins.not_as_approved") == {"thanh"}


async def test_a_persons_own_recording_is_part_of_what_is_approved_and_opens_the_gate(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _approved(store, ward, now)
        await _add(store, ward, now + MINUTE, "1. Hồ sơ\nTheo mẫu 3B/4C.")
        thanh, binh = await ward.person(store, "thanh"), await ward.person(store, "binh")
        desk = await _desk(store, ward, bulletin_id, now)
        file = await media.keep(store, "f" * 64, "voice", now)
        item_id = desk.items[2].id
        with pytest.raises(Refusal, match="not_editor"):
            await recording.record(store, binh, item_id, "voice", file.id, now)
        with pytest.raises(Refusal, match="not_voice"):
            await recording.record(store, thanh, item_id, "document", file.id, now)
        await recording.record(store, thanh, item_id, "voice", file.id, now)
        spoken = await _desk(store, ward, bulletin_id, now)
        assert (desk.unread, spoken.unread) == (("3B/4C",), ())
        assert spoken.plan.recordings == {3: "f" * 64}
        assert Plan.of(spoken.plan.values()) == spoken.plan
        await _approve(store, ward, bulletin_id, now)
        assert (await recording.unrecord(store, thanh, item_id, now)).lost


async def test_what_changed_is_read_again_but_a_recording_is_heard(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now, "1. Họp\nTối thứ Sáu.\n2. Thu phí\nThu đủ.")
        thanh = await ward.person(store, "thanh")
        desk = await _desk(store, ward, bulletin_id, now)
        assert await changed_pages(store, thanh, desk, 60) == []
        await editing.hear(store, thanh, bulletin_id, desk.mark, now)
        await _add(store, ward, now + MINUTE, "Dọn cống.")
        desk = await _desk(store, ward, bulletin_id, now)
        changed = await changed_pages(store, thanh, desk, 60)
        assert [page.part for page in changed] == [OPENING, 3]
        file = await media.keep(store, "f" * 64, "voice", now)
        await recording.record(store, thanh, desk.items[0].id, "voice", file.id, now)
        desk = await _desk(store, ward, bulletin_id, now)
        assert await changed_pages(store, thanh, desk, 60) == []


async def test_what_of_a_paper_is_not_read_is_found_from_each_of_its_items(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        thanh = await ward.person(store, "thanh")
        frame = [("letterhead", "Số: 14-CV/ĐU (nb)"), ("signature", "BÍ THƯ")]
        pieces = [("Họp", "Tối thứ Sáu."), ("Thu phí", "Thu đủ.")]
        added = await editing.add_paper(store, thanh, pieces, "giay.docx", now, frame)
        assert (added.framed, added.inside) == (True, True)
        await _add(store, ward, now + MINUTE, "Việc khác.")
        desk = await _desk(store, ward, added.bulletin.id, now)
        found = [await papers.frame(store, thanh, one.id, now) for one in desk.items]
        assert [parts for _, parts in found] == [tuple(frame), tuple(frame), ()]
        assert desk.items[0].id == added.first_id


async def test_the_table_of_readings_is_the_editors_and_serves_every_token(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now, "BTC mời họp.")
        await _approve(store, ward, bulletin_id, now)
        thanh, binh = await ward.person(store, "thanh"), await ward.person(store, "binh")
        with pytest.raises(Refusal, match="not_editor"):
            await readings.write(store, binh, "BTC = Ban Tài chính", now)
        assert not await readings.may_write(store, binh, now, "BTC = Ban Tài chính")
        kept = await readings.write(store, thanh, "BTC = Ban Tài chính", now)
        assert kept.lost, "it is said otherwise than it was approved"
        desk = await _desk(store, ward, bulletin_id, now)
        assert desk.plan.readings == {"BTC": "Ban Tài chính"}
        await readings.forget(store, thanh, mark_of("BTC"), now)
        with pytest.raises(Refusal, match="entry_gone"):
            await readings.entry(store, thanh, mark_of("BTC"), now)


async def test_without_approval_the_editors_are_reminded_and_then_told(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now)
        assert await editing.waiting_for_editor(store, await ward.person(store, "thanh"), now) == 1
        assert await editing.waiting_for_editor(store, await ward.person(store, "binh"), now) == 0
    for moment, ran in ((25, 0), (24, 1), (23, 0), (1, 0), (0, 1), (-1, 0)):
        assert await _tick(database, DUE - timedelta(hours=moment)) == ran, moment

    async with database.transaction() as store:
        assert await _told(store, ward, "bulletins.reminder") == {"thanh"}
        assert await _told(store, ward, "bulletins.missed") == {"thanh"}
        assert await _told(store, ward, "bulletins.arrived") == set()
        leaves = await _approve(store, ward, bulletin_id, DUE + timedelta(hours=3))
        assert leaves == DUE + timedelta(days=1)
    await _tick(database, DUE + timedelta(hours=23))
    async with database.transaction() as store:
        assert await _state(store, bulletin_id) == "approved"
    await _tick(database, DUE + timedelta(days=1))
    async with database.transaction() as store:
        assert await _told(store, ward, "bulletins.arrived") == set(ward.ids)


async def test_when_nothing_was_written_the_editors_hear_of_it_too(
    database: Database, ward: Ward, now: datetime
) -> None:
    for moment, ran in ((25, 0), (24, 2), (23, 0), (1, 0), (0, 1), (-1, 0), (-60, 0)):
        assert await _tick(database, DUE - timedelta(hours=moment)) == ran, moment

    async with database.transaction() as store:
        assert await _told(store, ward, "bulletins.reminder_empty") == {"thanh"}
        assert await _told(store, ward, "bulletins.missed_empty") == {"thanh"}
        assert await _told(store, ward, "bulletins.reminder") == set()
        assert await store.value(select(func.count()).select_from(deliveries_table)) == 2


async def test_two_processes_tell_of_an_empty_month_once(
    database: Database, ward: Ward, now: datetime
) -> None:
    await asyncio.gather(*(_tick(database, DUE) for _ in range(3)))
    async with database.transaction() as store:
        assert await store.value(select(func.count()).select_from(deliveries_table)) == 1


@pytest.mark.parametrize(("days", "told"), [(3, {"thanh"}), (4, set())])
async def test_after_a_long_sleep_an_empty_month_is_no_news(
    database: Database, ward: Ward, now: datetime, days: int, told: set[str]
) -> None:
    await _tick(database, DUE + timedelta(days=days))
    async with database.transaction() as store:
        assert await _told(store, ward, "bulletins.missed_empty") == told


async def test_where_only_branches_have_leaders_each_is_told_of_its_own(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await units.end_office(store, ward.id("thanh"), ward.top.id, "staff", now.date())
    await _tick(database, DUE - timedelta(hours=1))
    async with database.transaction() as store:
        editors = {"binh", "dung", "khoa"}
        assert await _told(store, ward, "bulletins.reminder_empty") == editors
        binh = await ward.person(store, "binh", DUE.date())
        added = await editing.add_text(store, binh, TEXT, "", DUE - timedelta(hours=1))
        assert added.bulletin.unit_id == ward.branches[0].id
        desk = await on_desk(store, binh, added.bulletin.id, DUE)
        assert desk.edits, "whoever writes it can also approve it"


async def test_what_is_written_after_an_empty_hour_still_makes_this_months_bulletin(
    database: Database, ward: Ward, now: datetime
) -> None:
    await _tick(database, DUE)
    late = DUE + timedelta(hours=2)
    async with database.transaction() as store:
        first, second = await _add(store, ward, late), await _add(store, ward, late, who="binh")
        assert first == second
        bulletin = await rows.get(store, first)
        assert bulletin is not None
        assert bulletin.month == date(2026, 12, 1)
        assert await _approve(store, ward, first, late) == DUE + timedelta(days=1)
        assert await _add(store, ward, DUE + timedelta(days=2)) != first, "January's by then"
    await _tick(database, DUE + timedelta(days=1))
    async with database.transaction() as store:
        assert await _told(store, ward, "bulletins.arrived") == set(ward.ids)


@pytest.mark.parametrize(("hours", "state"), [(12, "sent"), (13, "collecting")])
async def test_far_too_late_it_goes_back_to_the_editors(
    database: Database, ward: Ward, now: datetime, hours: int, state: str
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _approved(store, ward, now)
    await _tick(database, DUE + timedelta(hours=hours))
    await _tick(database, DUE + timedelta(hours=hours, minutes=1))

    async with database.transaction() as store:
        assert await _state(store, bulletin_id) == state
        told = {"thanh"} if state == "collecting" else set()
        assert await _told(store, ward, "bulletins.too_late") == told
        assert await _told(store, ward, "bulletins.missed") == set(), "told once, not twice"


async def test_only_a_late_bulletin_can_be_given_up(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now)
        person = await ward.person(store, "thanh")
        with pytest.raises(Refusal, match="not_late"):
            await editing.skip(store, person, bulletin_id, now)
        await editing.skip(store, person, bulletin_id, DUE)
        assert await _state(store, bulletin_id) == "skipped"
        assert await first_open(store, person, DUE) is None
        with pytest.raises(Refusal, match=r"bulletins\.over"):
            await items.remove(store, person, 1, DUE)


# --- listeners ---------------------------------------------------------------------------------


async def _sent(database: Database, ward: Ward, now: datetime) -> int:
    async with database.transaction() as store:
        bulletin_id = await _approved(store, ward, now)
    await _tick(database, DUE)
    async with database.transaction() as store:
        for one in await leases.lease(store, "test", DUE, 100):
            await leases.settle(store, one.id, "test", "sent", sent_at=DUE)
    return bulletin_id


async def test_a_twin_is_let_in_once_and_what_the_editor_took_out_stays_out(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now)
        binh, thanh = await ward.person(store, "binh"), await ward.person(store, "thanh")
        again = await editing.add_text(store, binh, TEXT, "", now + MINUTE)
        wanted = (store, binh, bulletin_id, again.place, again.count)
        await editing.let_in(*wanted, now + 2 * MINUTE)
        third = (await _desk(store, ward, bulletin_id, now)).items[2]
        await items.remove(store, thanh, third.id, now + 3 * MINUTE)

        await editing.let_in(*wanted, now + 4 * MINUTE)

        titles = [one.title for one in (await _desk(store, ward, bulletin_id, now)).items]
        assert titles == ["Sinh hoạt chi bộ", "Thu đảng phí", "Thu đảng phí"]


async def test_a_twin_that_is_let_in_is_news_to_who_has_heard_the_rest(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        bulletin_id = await _add(store, ward, now)
        binh, thanh = await ward.person(store, "binh"), await ward.person(store, "thanh")
        again = await editing.add_text(store, binh, TEXT, "", now + MINUTE)
        mark = (await _desk(store, ward, bulletin_id, now)).mark
        await editing.hear(store, thanh, bulletin_id, mark, now + 2 * MINUTE)
        assert await editing.new_for_editor(store, thanh) == 0

        await editing.let_in(store, binh, bulletin_id, again.place, again.count, now + 3 * MINUTE)

        assert await editing.new_for_editor(store, thanh) == 2


async def test_sent_and_heard_are_counted_apart_and_by_branch(
    database: Database, ward: Ward, now: datetime
) -> None:
    bulletin_id = await _sent(database, ward, now)
    async with database.transaction() as store:
        for who in ("hoa", "hoa", "tuan", "mai"):
            await listening.heard(store, await ward.person(store, who), bulletin_id, DUE)
        found = await listening.reached(store, await ward.person(store, "thanh"), bulletin_id)
        assert [(one.unit, one.sent, one.heard) for one in found.units] == [
            ("Chi bộ 1", 7, 2),  # Tuấn has no phone linked: he listened at somebody's side
            ("Chi bộ 2", 2, 1),
            ("Chi bộ 3", 2, 0),
        ]
        assert found.states == {"sent": 11, "unlinked": 1}
        own = await listening.reached(store, await ward.person(store, "dung"), bulletin_id)
        assert [one.unit for one in own.units] == ["Chi bộ 2"]
        assert own.states == {"sent": 2}
        with pytest.raises(Refusal, match="not_leading"):
            await listening.reached(store, await ward.person(store, "hoa"), bulletin_id)


async def test_members_find_what_was_sent_and_nothing_else(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft = await _add(store, ward, now)
        hoa = await ward.person(store, "hoa")
        assert await listening.newest(store, hoa) is None
        with pytest.raises(Refusal, match="not_sent"):
            await listening.one(store, hoa, draft)
        with pytest.raises(Refusal, match="not_sent"):
            await listening.heard(store, hoa, draft, now)
        await _approve(store, ward, draft, now)
    await _tick(database, DUE)
    async with database.transaction() as store:
        newest = await listening.newest(store, await ward.person(store, "hoa"))
        assert newest is not None
        assert newest.approved.item(1) == ("Sinh hoạt chi bộ", "Họp tối thứ Sáu.")
        with pytest.raises(Refusal, match="no_item"):
            newest.approved.item(3)


async def test_strangers_to_a_unit_hear_nothing_of_it(
    database: Database, ward: Ward, now: datetime
) -> None:
    bulletin_id = await _sent(database, ward, now)
    async with database.transaction() as store:
        elsewhere = await units.found(store, "Phường khác", None)
        hoa = await ward.person(store, "hoa")
        moved = replace(hoa, member=replace(hoa.member, unit_path=elsewhere.path))
        with pytest.raises(Refusal, match="not_sent"):
            await listening.one(store, moved, bulletin_id)
        assert await listening.newest(store, moved) is None
