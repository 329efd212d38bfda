"""Which backups are kept, as the calendar counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rules.backups import file_name, kept, made_at

HUE = ZoneInfo("Asia/Ho_Chi_Minh")
TODAY = datetime(2026, 11, 23, 2, 30, tzinfo=HUE)  # a Monday


def _nights(count: int) -> list[datetime]:
    return [TODAY - timedelta(days=back) for back in range(count)]


@pytest.mark.parametrize(
    ("made", "stay"),
    [
        ([], []),
        (_nights(1), ["2026-11-23"]),
        (_nights(7), [f"2026-11-{day}" for day in range(17, 24)]),
        # Seven days, the Sundays of weeks past, the last days of months past.
        (
            _nights(40),
            ["2026-10-31", "2026-11-01", "2026-11-08", "2026-11-15"]
            + [f"2026-11-{day}" for day in range(17, 24)],
        ),
    ],
    ids=["none", "the first", "a week", "forty nights"],
)
def test_days_weeks_and_months_keep_their_last_one(made: list[datetime], stay: list[str]) -> None:
    days = sorted(one.date() for one in kept(made, HUE))

    assert days == [date.fromisoformat(day) for day in stay]


def test_after_years_there_are_seven_days_five_weeks_and_twelve_months() -> None:
    stay = sorted(kept(_nights(1000), HUE), reverse=True)

    assert stay[:7] == _nights(7)
    assert len(stay) == 7 + 3 + 11  # this week and last week, this month: among the seven days
    assert stay[-1].date() == date(2025, 12, 31)


def test_of_one_day_the_last_stays() -> None:
    earlier, later = TODAY.replace(hour=8), TODAY.replace(hour=23)

    assert kept([later, earlier], HUE) == {later}


def test_days_are_those_of_the_organisation() -> None:
    before, after = (datetime(2026, 11, 22, hour, tzinfo=UTC) for hour in (16, 18))

    assert kept([before, after], HUE) == {before, after}
    assert kept([before, after], ZoneInfo("UTC")) == {after}


def test_a_gap_takes_nothing_away() -> None:
    old = [TODAY - timedelta(days=400 + back) for back in range(3)]

    assert kept(old, HUE) == set(old)


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("sotay-20261123-020000Z.db", datetime(2026, 11, 23, 2, tzinfo=UTC)),
        ("sotay-20261123-020000Z.dump.sealed", datetime(2026, 11, 23, 2, tzinfo=UTC)),
        ("sotay-20261123-020000Z.db.part", None),
        ("before-restore-20261123-020000.dump", None),
        ("sotay.db", None),
    ],
)
def test_a_name_says_when_it_was_made(name: str, moment: datetime | None) -> None:
    assert made_at(name) == moment


def test_a_name_is_read_as_it_was_written() -> None:
    assert made_at(file_name(TODAY, "db")) == TODAY
