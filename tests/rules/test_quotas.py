"""What a month's messages are kept for."""

from datetime import UTC, datetime

import pytest

from rules.organisation import Organisation
from rules.quotas import (
    Given,
    Room,
    bot_for,
    has_room,
    month_of,
    reached,
    renewed,
    room,
)

ORG = Organisation()


@pytest.mark.parametrize(
    ("spent", "monthly", "urgent", "room"),
    [
        (0, 3000, False, True),
        (2399, 3000, False, True),
        (2400, 3000, False, False),
        (2400, 3000, True, True),
        (2999, 3000, True, True),
        (3000, 3000, True, False),
        (9999, 0, False, True),
    ],
)
def test_the_last_fifth_is_for_answers_and_what_is_urgent(
    spent: int, monthly: int, urgent: bool, room: bool
) -> None:
    assert has_room(spent, monthly, urgent=urgent) is room


@pytest.mark.parametrize(
    ("spent", "monthly", "level"),
    [
        (1499, 3000, None), (1500, 3000, 50), (1501, 3000, None), (2400, 3000, 80),
        (3000, 3000, 100), (3001, 3000, None), (3, 5, 50), (4, 5, 80), (5, 5, 100), (1, 0, None),
    ],
)  # fmt: skip
def test_each_level_is_reached_once(spent: int, monthly: int, level: int | None) -> None:
    assert reached(spent, monthly) == level


@pytest.mark.parametrize(
    ("now", "month", "again"),
    [
        (datetime(2026, 11, 30, 16, 59, tzinfo=UTC), "2026-11", (2026, 11, 30, 23, 30)),
        (datetime(2026, 11, 30, 17, 0, tzinfo=UTC), "2026-12", (2026, 12, 31, 23, 30)),
        (datetime(2026, 1, 31, 2, 0, tzinfo=UTC), "2026-01", (2026, 1, 31, 23, 30)),
        (datetime(2027, 2, 28, 2, 0, tzinfo=UTC), "2027-02", (2027, 2, 28, 23, 30)),
    ],
)
def test_a_month_is_the_organisations_and_begins_after_its_quiet_hours(
    now: datetime, month: str, again: tuple[int, ...]
) -> None:
    assert month_of(now, ORG) == month
    assert renewed(now, ORG).astimezone(UTC).timetuple()[:5] == again


def test_members_are_spread_evenly_and_each_is_told_of_the_same_bot_again() -> None:
    told = [bot_for(member_id, [10, 20, 30], 50) for member_id in range(1, 31)]

    assert {told.count(bot) for bot in range(3)} == {10}
    assert told == [bot_for(member_id, [40, 20, 49], 50) for member_id in range(1, 31)]


def test_nobody_is_told_of_a_bot_that_is_full() -> None:
    assert {bot_for(member_id, [50, 49], 50) for member_id in range(10)} == {1}
    assert bot_for(7, [50, 50], 50) is None
    assert bot_for(7, [50, 50], 0) == 1


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}+07:00")


MORNING, NEXT_MONTH = at("24T06:30"), datetime.fromisoformat("2026-12-01T06:30+07:00")


@pytest.mark.parametrize(
    ("spent", "urgent", "due", "useful_until", "expected"),
    [
        (49, False, "23T10:00", None, Room()),
        (50, False, "23T10:00", None, Room(MORNING, saving=True)),
        (50, True, "23T10:00", None, Room()),
        (50, False, "23T06:30", None, Room(saving=True)),  # left in the night
        (50, False, "22T20:00", None, Room(saving=True)),  # put off already: now it goes
        (50, False, "23T10:00", "25T10:00", Room(MORNING, saving=True)),
        (50, False, "23T10:00", "24T10:00", Room(saving=True)),  # hardly of use in the morning
        (80, False, "23T06:30", None, Room(NEXT_MONTH, saving=True)),
        (80, False, "23T10:00", "27T10:00", Room(saving=True)),  # of no use next month
        (80, True, "23T10:00", None, Room()),
        (100, True, "23T10:00", "23T20:00", Room(NEXT_MONTH)),
    ],
)
def test_a_message_goes_now_in_the_morning_or_next_month(
    spent: int, urgent: bool, due: str, useful_until: str | None, expected: Room
) -> None:
    given = Given(urgent, at(due), at(useful_until) if useful_until else None)

    assert room(given, spent, 100, at("23T10:00"), ORG) == expected


def test_where_nobody_counts_nothing_waits() -> None:
    assert room(Given(False, at("23T10:00")), 10**6, 0, at("23T10:00"), ORG) == Room()
