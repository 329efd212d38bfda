"""Names of what leaves the members' circle."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from rules.bulletins import Bulletin
from rules.bulletins_public import episode, file_names, page_name, read_page_name
from rules.units import Unit

DUE = datetime(2026, 12, 5, 1, tzinfo=UTC)


def bulletin(unit: str = "Phường Sen Hồng", unit_id: int = 1, number: int = 7) -> Bulletin:
    month = date(2026, 12, 1)
    return Bulletin(number, unit_id, unit, "1/", month, "sent", DUE, approved_hash="a1")


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("Phường Sen Hồng", "2026-12-sen-hong"),
        ("Đảng bộ phường Đường Lâm", "2026-12-duong-lam"),
        ("Chi bộ 1", "2026-12-chi-bo-1"),
        ("Phường 7", "2026-12-phuong-7"),
        ("../../etc/passwd", "2026-12-etc-passwd"),
        ("///", "2026-12-1"),
    ],
)
def test_a_file_is_called_as_people_call_the_place(unit: str, name: str) -> None:
    assert file_names(bulletin(unit), 2, []) == (
        f"{name}.mp3",
        f"{name}-01.mp3",
        f"{name}-02.mp3",
    )


def test_units_that_would_be_called_alike_are_told_apart() -> None:
    units = [Unit(1, None, "Phường Sen Hồng", "1/"), Unit(4, None, "Xã Sen Hồng", "4/")]

    assert file_names(bulletin(), 0, units) == ("2026-12-sen-hong-1.mp3",)
    assert file_names(bulletin("Xã Sen Hồng", 4), 0, units) == ("2026-12-sen-hong-4.mp3",)


def test_a_page_is_found_by_its_name() -> None:
    assert page_name(bulletin(unit_id=12)) == "2026-12-12"
    assert read_page_name("2026-12-12") == (12, date(2026, 12, 1))


@pytest.mark.parametrize(
    "name", ["", "2026-13-1", "2026-00-1", "0000-12-1", "2026-12-", "2026-12-1x", "２026-12-1"]
)
def test_any_other_name_is_nobodys(name: str) -> None:
    assert read_page_name(name) is None


def test_an_episode_is_known_by_the_same_name_for_ever() -> None:
    assert episode(bulletin()) == "ef5e8efd-5f51-5059-9609-8761dafb28cb"
    assert episode(bulletin("Sen Hồng mới")) == episode(bulletin())
    assert episode(bulletin(number=8)) != episode(bulletin())
