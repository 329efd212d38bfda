"""Importing the sample list: all or nothing, safe to run twice, undone by the former list."""

from datetime import datetime
from pathlib import Path

from files.spreadsheets import read_grid
from rules.roster import Roster, read_roster
from services import roster
from storage import members, records, units
from storage.engine import Database

SAMPLE = Path(__file__).parents[2] / "samples" / "danh-sach-dang-vien.xlsx"


def _sample(now: datetime) -> Roster:
    return read_roster(read_grid(SAMPLE).rows, now.date())


async def _import(database: Database, now: datetime) -> roster.Plan:
    async with database.transaction() as store:
        plan = await roster.plan(store, _sample(now), now.date())
        await roster.apply(store, plan, "Danh sách mẫu", now)
    return plan


async def test_everyone_who_was_read_is_entered(database: Database, now: datetime) -> None:
    plan = await _import(database, now)

    async with database.transaction() as store:
        everyone = await members.everyone(store)
        assert len(everyone) == len(plan.new) == len(_sample(now).lines)
        names = [unit.name for unit in await units.all_units(store)]
        assert names == ["Phường Hoa Sen", "Chi bộ 1", "Chi bộ 2", "Chi bộ 3"]


async def test_a_second_import_of_the_same_list_changes_nothing(
    database: Database, now: datetime
) -> None:
    await _import(database, now)

    again = await _import(database, now)

    assert (again.new, again.changed) == ([], [])


async def test_offices_and_entries_come_with_their_source(
    database: Database, now: datetime
) -> None:
    await _import(database, now)

    async with database.transaction() as store:
        hoa = next(one for one in await members.everyone(store) if one.name == "Hoàng Thị Kim Hoa")
        (office,) = await units.offices_of(store, hoa.id, now.date())
        assert (office.role, office.unit_name) == ("secretary", "Chi bộ 1")
        entered = await records.entries(store, hoa.id)
        assert ("award", "2022", "Danh sách mẫu") in {
            (entry.kind, entry.dated, entry.source) for entry in entered
        }


async def test_importing_the_list_again_undoes_what_was_changed_meanwhile(
    database: Database, now: datetime
) -> None:
    await _import(database, now)
    async with database.transaction() as store:
        first = (await members.everyone(store))[0]
        await members.change(store, first.id, phone="0999999999", status="away", removed_at=now)

    plan = await _import(database, now)

    assert [change.member.id for change in plan.changed] == [first.id]
    async with database.transaction() as store:
        assert await members.get(store, first.id) == first


async def test_people_of_its_units_who_are_not_in_the_list_are_named(
    database: Database, now: datetime
) -> None:
    await _import(database, now)
    async with database.transaction() as store:
        branch = await units.named(store, "Chi bộ 1", 1)
        assert branch is not None
        await members.enter(store, unit_id=branch.id, name="Người Mới", status="full")
        plan = await roster.plan(store, _sample(now), now.date())

        assert [one.name for one in plan.missing] == ["Người Mới"]
