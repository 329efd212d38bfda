"""Importing lists: all or nothing, safe to run twice, undone by the former list."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from files.spreadsheets import read_grid
from rules.members import Member, Person
from rules.messages import Message
from rules.refusal import Refusal
from rules.roster import Roster, read_roster
from rules.roster_columns import Row
from rules.words import words
from services import joining, roster, roster_writing
from storage import accounts, deliveries, members, records, units
from storage.engine import Database
from storage.store import Store

SAMPLE = Path(__file__).parents[2] / "samples" / "danh-sach-dang-vien.xlsx"
HEADER = ("Họ và tên", "Chi bộ", "Số thẻ", "Ngày sinh", "Điện thoại", "Chức vụ", "Khen thưởng")
LIST = """\
Lê Văn Bình|Chi bộ 1|101|03/09/1957|0900550002|Bí thư|Giấy khen năm 2021; Bằng khen năm 2019
Trần Thị Hoa|Chi bộ 1|102|20/11/1948|0900550003||Huy hiệu 50 năm
Ngô Quốc Dũng|Chi bộ 2|103|15/03/1960|0900550007|Bí thư|
Đặng Thị Mai|Chi bộ 2||19/01/1952|0900550009|Cán bộ văn phòng|"""
# Another ward's title, people moved, strangers, an office given away, things mended wrongly.
WRONG = """\
Lê Văn Bình|Chi bộ 1|101|03/09/1957|0999999999||Giấy khen năm 2021; Huân chương
Ngô Quốc Dũng|Chi bộ 2|103|15/03/1960|0900550007|Bí thư|
Trần Thị Hoa|Chi bộ 9|102|20/11/1949|0900550003|Bí thư|
Người Lạ|Chi bộ 7|999|01/01/1970|0900111222|Bí thư|Giấy khen năm 2000"""


def _list(rows: str, title: str = "DANH SÁCH ĐẢNG VIÊN PHƯỜNG SEN HỒNG") -> Roster:
    lines = [(title,), HEADER, *(tuple(row.split("|")) for row in rows.splitlines())]
    cells = [tuple(cell or None for cell in line) for line in lines]
    rows_of = [Row(at, line) for at, line in enumerate(cells, start=1)]
    return read_roster(rows_of, datetime(2026, 11, 23).date())  # noqa: DTZ001  a plain day


def _sample(now: datetime) -> Roster:
    return read_roster(read_grid(SAMPLE).rows, now.date())


async def _import(
    database: Database, now: datetime, read: Roster | None = None, **how: Any
) -> roster.Plan:
    read, whole = read or _sample(now), how.pop("whole", False)
    async with database.transaction() as store:
        plan = await roster.plan(store, read, now.date(), whole=whole)
        await roster_writing.apply(store, plan, "Phường Sen Hồng", now, **how)
    return plan


async def _seen(database: Database, now: datetime) -> Mapping[str, Any]:
    """All that members and secretaries can see of the roster."""
    async with database.transaction() as store:
        people = await members.below(store, "")
        return {
            "units": await units.all_units(store),
            "people": people,
            "offices": [await units.offices_of(store, one.id, now.date()) for one in people],
            "entries": [await records.entries(store, one.id) for one in people],
            "leaders": {
                unit.name: await units.holders(
                    store, unit.id, ("secretary", "deputy", "staff"), now.date()
                )
                for unit in await units.all_units(store)
            },
            "linked": await members.linked_ids(store, ""),
        }


async def _named(store: Store, name: str) -> Member:
    return next(one for one in await members.everyone(store) if one.name == name)


async def _person(store: Store, name: str, now: datetime) -> Person:
    person = await members.person(store, (await _named(store, name)).id, now.date())
    assert person is not None
    return person


async def test_everyone_who_was_read_is_entered(database: Database, now: datetime) -> None:
    plan = await _import(database, now)

    async with database.transaction() as store:
        everyone = await members.everyone(store)
        assert len(everyone) == len(plan.new) == len(_sample(now).lines)
        names = [unit.name for unit in await units.all_units(store)]
        assert names == ["Phường Hoa Sen", "Chi bộ 1", "Chi bộ 2", "Chi bộ 3"]
        assert plan.founded == names


async def test_a_second_import_of_the_same_list_changes_nothing(
    database: Database, now: datetime
) -> None:
    await _import(database, now)
    before = await _seen(database, now)

    again = await _import(database, now, remove_missing=True)

    assert (again.new, again.changed, again.missing, again.emptied) == ([], [], [], [])
    assert await _seen(database, now) == before


async def test_namesakes_without_cards_are_told_apart_at_the_second_import(
    database: Database, now: datetime
) -> None:
    twins = _list("Hồ Thị Tuyết|Chi bộ 1||1950|0900550001||\nHồ Thị Tuyết|Chi bộ 2||1950|||")
    await _import(database, now, twins)

    again = await _import(database, now, twins)

    assert (len(again.known), again.new, again.changed) == (2, [], [])


async def test_offices_and_entries_come_with_their_source(
    database: Database, now: datetime
) -> None:
    await _import(database, now)

    async with database.transaction() as store:
        hoa = await _named(store, "Hoàng Thị Kim Hoa")
        (office,) = await units.offices_of(store, hoa.id, now.date())
        assert (office.role, office.unit_name) == ("secretary", "Chi bộ 1")
        entered = await records.entries(store, hoa.id)
        assert ("award", "2022", "Phường Sen Hồng", now.date()) in {
            (entry.kind, entry.dated, entry.source, entry.listed_on) for entry in entered
        }


async def test_what_a_list_says_of_a_person_is_kept_with_the_list_as_its_source(
    database: Database, now: datetime
) -> None:
    header = ("Họ và tên", "Chi bộ", "Giới tính", "Ngày sinh", "Quê quán", "Nơi ở hiện nay")
    row = ("Lê Sen", "Chi bộ 1", "Nữ", "20/11/1948", "Xã Phú Mộng", "57 đường Bến Nước")
    rows = [Row(1, ("PHƯỜNG SEN HỒNG",)), Row(2, header), Row(3, row)]
    await _import(database, now, read_roster(rows, now.date()))

    async with database.transaction() as store:
        sen = await _named(store, "Lê Sen")
    assert (sen.sex, str(sen.born), sen.native_place) == ("female", "1948-11-20", "Xã Phú Mộng")
    assert sen.address == "57 đường Bến Nước"
    assert (sen.source, sen.listed_on) == ("Phường Sen Hồng", now.date())


async def test_a_phone_cell_with_two_numbers_and_words_is_kept_whole(
    database: Database, now: datetime
) -> None:
    cell = "0905 123 456 (con trai) - 0914 555 666 (con gái út, gọi sau 17 giờ)"
    await _import(database, now, _list(f"Lê Sen|Chi bộ 1|{'9' * 70}||{cell}||"))

    async with database.transaction() as store:
        sen = await _named(store, "Lê Sen")
    assert (sen.phone, sen.card) == (cell, "9" * 70)


async def test_importing_the_list_again_undoes_what_was_changed_meanwhile(
    database: Database, now: datetime
) -> None:
    await _import(database, now)
    async with database.transaction() as store:
        first = (await members.everyone(store))[0]
        await members.change(store, first.id, phone="0999999999", status="away", removed_at=now)

    plan = await _import(database, now)

    assert [change.member.id for change in plan.changed] == [first.id]
    assert {one.field for one in plan.changed[0].differences} == {"phone", "status", "roster"}
    async with database.transaction() as store:
        assert await members.get(store, first.id) == first


@pytest.mark.parametrize("removed_by_the_wrong_one", [False, True])
@pytest.mark.parametrize("title", ["PHƯỜNG SEN HỒNG", "PHƯỜNG HOA SÚNG"])
async def test_a_wrong_list_is_undone_by_the_right_one(
    database: Database, now: datetime, title: str, removed_by_the_wrong_one: bool
) -> None:
    await _import(database, now, _list(LIST))
    async with database.transaction() as store:
        account = await accounts.at(store, "test", "hoa", "vi", now)
        await accounts.link(store, account.id, (await _named(store, "Trần Thị Hoa")).id, now)
    before = await _seen(database, now)
    await _import(database, now, _list(WRONG, title), remove_missing=removed_by_the_wrong_one)
    assert await _seen(database, now) != before

    await _import(database, now, _list(LIST), remove_missing=True)

    assert await _seen(database, now) == before


async def test_the_sample_comes_back_after_another_ward_was_imported_over_it(
    database: Database, now: datetime
) -> None:
    await _import(database, now)
    before = await _seen(database, now)
    await _import(database, now, _list(WRONG), remove_missing=True)

    await _import(database, now, remove_missing=True)

    assert await _seen(database, now) == before


async def test_nobody_is_removed_unless_it_is_asked_for(database: Database, now: datetime) -> None:
    await _import(database, now, _list(LIST))
    plan = await _import(database, now, _list(LIST.splitlines()[0] + "\nLê Sen|Chi bộ 2|||||"))

    assert [one.name for one in plan.missing] == ["Trần Thị Hoa", "Ngô Quốc Dũng", "Đặng Thị Mai"]
    async with database.transaction() as store:
        assert len(await members.below(store, "")) == 5


async def test_people_and_units_of_a_wrong_list_go_when_the_right_one_comes(
    database: Database, now: datetime
) -> None:
    await _import(database, now, _list(LIST))
    await _import(database, now, _list(WRONG))

    plan = await _import(database, now, _list(LIST), remove_missing=True)

    assert [one.name for one in plan.missing] == ["Người Lạ"]
    assert [unit.name for unit in plan.emptied] == ["Chi bộ 7", "Chi bộ 9"]


async def test_a_list_of_one_branch_says_nothing_about_the_others(
    database: Database, now: datetime
) -> None:
    await _import(database, now, _list(LIST))
    branch = _list(LIST.splitlines()[0], "DANH SÁCH ĐẢNG VIÊN CHI BỘ 1, PHƯỜNG SEN HỒNG")

    plan = await _import(database, now, branch, remove_missing=True)

    assert [one.name for one in plan.missing] == ["Trần Thị Hoa"]
    assert [one.name for one in plan.outside] == ["Ngô Quốc Dũng", "Đặng Thị Mai"]
    assert plan.emptied == []


async def test_a_list_of_one_branch_leaves_a_unit_standing_whose_people_it_takes_over(
    database: Database, now: datetime
) -> None:
    await _import(database, now, _list(LIST))
    everybody = LIST.replace("Chi bộ 2", "Chi bộ 1")

    plan = await _import(
        database, now, _list(everybody, "DANH SÁCH CHI BỘ 1, PHƯỜNG SEN HỒNG"), remove_missing=True
    )

    assert (plan.missing, plan.outside, plan.emptied) == ([], [], [])


async def test_a_list_of_one_branch_can_be_said_to_be_everybodys(
    database: Database, now: datetime
) -> None:
    await _import(database, now, _list(LIST))
    branch = _list(LIST.splitlines()[0], "DANH SÁCH ĐẢNG VIÊN CHI BỘ 1, PHƯỜNG SEN HỒNG")

    plan = await _import(database, now, branch, remove_missing=True, whole=True)

    assert (len(plan.missing), [unit.name for unit in plan.emptied]) == (3, ["Chi bộ 2"])


async def test_whose_row_could_not_be_taken_is_not_missing(
    database: Database, now: datetime
) -> None:
    await _import(database, now, _list(LIST))
    damaged = _list(LIST.replace("Hoa|Chi bộ 1", "Hoa|"))

    plan = await _import(database, now, damaged, remove_missing=True)

    assert (len(damaged.rejected), plan.missing) == (1, [])


async def test_who_left_has_no_voice_no_letter_and_no_notice_until_a_list_brings_them_back(
    database: Database, now: datetime
) -> None:
    await _import(database, now, _list(LIST))
    without = _list("\n".join(line for line in LIST.splitlines() if "Hoa" not in line))
    hello = Message(words("notices.notice", number=3))
    async with database.transaction() as store:
        hoa = await _person(store, "Trần Thị Hoa", now)
        account = await accounts.at(store, "test", "hoa", "vi", now)
        await accounts.link(store, account.id, hoa.id, now)
        code = await joining.issue_code(store, hoa.member, now, None)
        await deliveries.leave(store, "notice:1", [hoa.id], hello, now)

    await _import(database, now, without, remove_missing=True)

    async with database.transaction() as store:
        assert await members.person(store, hoa.id, now.date()) is None
        assert await accounts.of_member(store, hoa.id) == []
        stranger = await accounts.at(store, "test", "stranger", "vi", now)
        invite = await joining.try_code(store, stranger, code, now)
        with pytest.raises(Refusal) as refused:
            await joining.try_year(store, stranger, invite, "1948", now)
        await deliveries.leave(store, "notice:2", [hoa.id], hello, now)
        assert await deliveries.counts(store, "notice:2") == {"unlinked": 1}
    assert refused.value.key == "joining.code_unknown"

    await _import(database, now, _list(LIST))

    async with database.transaction() as store:
        assert await members.person(store, hoa.id, now.date()) == hoa
        assert [one.id for one in await accounts.of_member(store, hoa.id)] == [account.id]
        assert await deliveries.counts(store, "notice:2") == {"queued": 1}
