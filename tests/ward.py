"""The ward of Sen Hồng: fictional, small, with one of every kind of member."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, select, text

from rules.members import Member, Person
from rules.units import Unit
from storage import accounts, members, units
from storage.store import Store
from storage.tables import members as members_table
from storage.tables import metadata

# key: name, branch, status, year of birth, office
PEOPLE = {
    "thanh": ("Nguyễn Thị Thanh", 1, "full", 1985, "staff"),
    "binh": ("Lê Văn Bình", 1, "full", 1957, "secretary"),
    "hoa": ("Trần Thị Hoa", 1, "full", 1948, None),
    "tuan": ("Phạm Minh Tuấn", 1, "full", 1990, None),
    "an": ("Hồ Văn An", 1, "probationary", 1998, None),
    "sen": ("Võ Thị Sen", 1, "exempt", 1941, None),
    "trung": ("Đỗ Đình Trung", 1, "suspended", 1962, None),
    "lan": ("Bùi Thị Lan", 1, "away", 1971, None),
    "dung": ("Ngô Quốc Dũng", 2, "full", 1960, "secretary"),
    "mai": ("Đặng Thị Mai", 2, "full", 1952, None),
    "khoa": ("Hoàng Đăng Khoa", 3, "full", 1966, "secretary"),
    "yen": ("Phan Thị Yến", 3, "full", 1979, None),
}


@dataclass(frozen=True)
class Ward:
    """The units and people just founded."""

    top: Unit
    branches: tuple[Unit, ...]
    ids: dict[str, int]

    def id(self, key: str) -> int:
        """A member's id by the short name."""
        return self.ids[key]

    async def person(self, store: Store, key: str, today: date = date(2026, 11, 23)) -> Person:
        """A member with the offices held today."""
        person = await members.person(store, self.ids[key], today)
        assert person is not None
        return person

    async def member(self, store: Store, key: str) -> Member:
        """A member."""
        return (await self.person(store, key)).member


Rows = list[tuple[Table, list[dict[str, Any]]]]
_stood: dict[datetime, tuple[Ward, Rows]] = {}  # the ward founded at that moment


async def found_ward(store: Store, now: datetime) -> Ward:
    """Three branches and twelve people; everybody but Tuấn is linked (to a messenger "test").

    A thousand stories begin with it: the first founds it in empty books, the others get its rows.
    """
    if now in _stood:
        ward, rows = _stood[now]
        await _put_back(store, rows)
        return ward
    ward = await _found(store, now)
    rows = [(table, await _all(store, table)) for table in metadata.sorted_tables]
    _stood[now] = ward, [(table, found) for table, found in rows if found]
    return ward


async def _all(store: Store, table: Table) -> list[dict[str, Any]]:
    first = next(iter(table.primary_key))
    return [dict(row) for row in await store.all(select(table).order_by(first))]


async def _put_back(store: Store, rows: Rows) -> None:
    for table, found in rows:
        await store.add_many(table, found)
        if store.dialect == "postgresql" and "id" in table.c:
            await store.run(text(f"SELECT setval('{table.name}_id_seq', {found[-1]['id']})"))


async def _found(store: Store, now: datetime) -> Ward:
    top = await units.found(store, "Phường Sen Hồng", None)
    branches = [await units.found(store, f"Chi bộ {number}", top) for number in (1, 2, 3)]
    ids = {}
    for key, (name, branch, status, year, office) in PEOPLE.items():
        unit = branches[branch - 1]
        ids[key] = await store.add(
            members_table,
            unit_id=unit.id,
            name=name,
            status=status,
            born_year=year,
            born_text=str(year),
            phone=f"0900000{len(ids):03d}",
        )
        if office:
            at = top if office == "staff" else unit
            await units.appoint(store, ids[key], at.id, office, date(2025, 1, 1))
        if key != "tuan":
            account = await accounts.at(store, "test", key, "vi", now)
            await accounts.link(store, account.id, ids[key], now)
    return Ward(top, tuple(branches), ids)
