"""Who counts, who is late, and the code at the door."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.attendance import (
    CODE_SECONDS,
    Attendee,
    came_to_open,
    code,
    count,
    opens,
)
from rules.members import STATUSES

STARTS = datetime(2026, 11, 27, 12, 30, tzinfo=UTC)
WINDOW = timedelta(seconds=CODE_SECONDS)
ATTENDEES = st.lists(
    st.builds(
        Attendee,
        member_id=st.integers(1, 10**6),
        name=st.just("Trần Thị Hoa"),
        status=st.sampled_from([one for one in STATUSES if one not in ("suspended", "away")]),
        answer=st.sampled_from([None, "yes", "no"]),
        arrived_at=st.one_of(
            st.none(),
            st.integers(-60, 120).map(lambda minutes: STARTS + timedelta(minutes=minutes)),
        ),
    )
)


def _one(status: str, answer: str | None = None, came: int | None = None) -> Attendee:
    arrived = None if came is None else STARTS + timedelta(minutes=came)
    return Attendee(1, "Trần Thị Hoa", status, answer=answer, arrived_at=arrived)


@pytest.mark.parametrize(
    ("status", "answer", "came", "expected"),
    [  # expected: base, present, late, excused, unexcused; who does not count is spared
        ("full", "yes", -5, (1, 1, 0, 0, 0)),
        ("full", "yes", 0, (1, 1, 0, 0, 0)),
        ("full", "yes", 10, (1, 1, 1, 0, 0)),
        ("full", "no", 10, (1, 1, 1, 0, 0)),
        ("full", "no", None, (1, 0, 0, 1, 0)),
        ("full", "yes", None, (1, 0, 0, 0, 1)),
        ("full", None, None, (1, 0, 0, 0, 1)),
        ("probationary", None, None, (1, 0, 0, 0, 1)),
        ("probationary", None, 0, (1, 1, 0, 0, 0)),
        ("exempt", None, None, (0, 0, 0, 0, 0)),
        ("exempt", "no", None, (0, 0, 0, 0, 0)),
        ("exempt", None, 0, (1, 1, 0, 0, 0)),
    ],
)
def test_each_member_counts_by_status_and_presence(
    status: str, answer: str | None, came: int | None, expected: tuple[int, ...]
) -> None:
    found = count([_one(status, answer, came)], STARTS)

    assert (found.base, found.present, found.late, found.excused, found.unexcused) == expected
    assert found.spared == 1 - found.base


@given(ATTENDEES)
def test_present_and_absent_always_make_up_the_base(attendees: list[Attendee]) -> None:
    found = count(attendees, STARTS)

    assert found.present + found.excused + found.unexcused == found.base
    assert found.coming + found.declined + found.unanswered == found.invited
    assert found.late <= found.present
    assert found.invited == found.base + found.spared
    assert sum(one.absent for one in attendees) == found.excused + found.unexcused


@pytest.mark.parametrize(
    ("mine", "there"),
    [
        (_one("full"), True),
        (_one("full", "yes"), True),
        (_one("exempt"), True),
        (_one("full", "no"), False),  # opens it from home
        (_one("full", None, -5), False),  # is there already
        (None, False),  # staff from above
    ],
)
def test_who_opens_check_in_is_there_unless_said_otherwise(
    mine: Attendee | None, there: bool
) -> None:
    assert came_to_open(mine) == there


@given(
    secret=st.text(min_size=1, max_size=32),
    now=st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1)),  # noqa: DTZ001
)
def test_the_code_shown_opens_for_two_windows(secret: str, now: datetime) -> None:
    now = now.replace(tzinfo=UTC)
    shown = code(secret, now)

    assert len(shown) == 4
    assert shown.isdigit()
    assert opens(secret, shown, now)
    assert opens(secret, shown, now + WINDOW)


def test_an_old_code_a_foreign_code_and_a_slip_do_not_open() -> None:
    now = STARTS
    shown = code("secret", now)
    slip = f"{(int(shown) + 1) % 10_000:04d}"

    assert opens("secret", f" {shown[:2]} {shown[2:]} ", now)
    for typed in (code("another", now), slip, shown[:3], shown + "0", "", "bốn số"):
        assert not opens("secret", typed, now)
    assert not opens("secret", shown, now + 2 * WINDOW)
    assert not opens("secret", code("secret", now + WINDOW), now)


def test_the_code_changes_every_two_minutes() -> None:
    start = datetime(2026, 11, 27, 12, 30, tzinfo=UTC)
    codes = [code("secret", start + timedelta(seconds=seconds)) for seconds in (0, 119, 120, 240)]

    assert codes[0] == codes[1]
    assert len(set(codes)) == 3
