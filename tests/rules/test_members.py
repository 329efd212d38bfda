"""Who counts, who votes, who sees: the table of the regulation."""

import pytest

from rules.members import (
    Member,
    Person,
    counts,
    invited,
    labels,
    may_see,
    must_lead,
    votes,
)
from rules.organisation import Organisation
from rules.refusal import Refusal
from rules.units import Office

HOA = Member(1, 2, "Chi bộ 1", "1/2/", "Trần Thị Hoa", "full")
MAI = Member(2, 3, "Chi bộ 2", "1/3/", "Đặng Thị Mai", "full")
SECRETARY = Person(HOA, (Office("secretary", 2, "Chi bộ 1", "1/2/"),))
STAFF = Person(MAI, (Office("staff", 1, "Phường Sen Hồng", "1/"),))
COMMITTEE = Person(HOA, (Office("committee", 2, "Chi bộ 1", "1/2/"),))


@pytest.mark.parametrize(
    ("status", "comes", "casts", "counts_there", "counts_away"),
    [
        ("full", True, True, 1, 1),
        ("probationary", True, False, 1, 1),
        ("exempt", True, True, 1, 0),
        ("suspended", False, False, 0, 0),
        ("away", False, False, 0, 0),
    ],
)
def test_a_status_decides_who_comes_votes_and_counts(
    status: str, *, comes: bool, casts: bool, counts_there: int, counts_away: int
) -> None:
    assert invited(status) is comes
    assert votes(status) is casts
    assert counts(status, present=True) == counts_there
    assert counts(status, present=False) == counts_away


@pytest.mark.parametrize(
    ("viewer", "member", "allowed"),
    [
        (Person(HOA), HOA, True),
        (Person(HOA), MAI, False),
        (SECRETARY, MAI, False),
        (SECRETARY, HOA, True),
        (STAFF, HOA, True),
        (COMMITTEE, MAI, False),
    ],
)
def test_records_are_seen_by_oneself_and_by_those_who_lead(
    viewer: Person, member: Member, *, allowed: bool
) -> None:
    assert may_see(viewer, member) is allowed


def test_a_committee_seat_does_not_lead() -> None:
    with pytest.raises(Refusal):
        must_lead(COMMITTEE, HOA)


def test_who_leads_nothing_has_no_unit_to_act_for() -> None:
    with pytest.raises(Refusal) as refused:
        _ = Person(HOA).own_unit

    assert refused.value.key == "units.not_leading"


@pytest.mark.parametrize(
    ("local", "wakes"),
    [
        ((23, 9, 0), (23, 9, 0)),
        ((23, 20, 59), (23, 20, 59)),
        ((23, 21, 0), (24, 6, 30)),
        ((23, 23, 59), (24, 6, 30)),
        ((24, 0, 0), (24, 6, 30)),
        ((24, 6, 29), (24, 6, 30)),
        ((24, 6, 30), (24, 6, 30)),
    ],
)
def test_quiet_hours_end_at_half_past_six(
    local: tuple[int, int, int], wakes: tuple[int, int, int]
) -> None:
    from datetime import datetime

    org = Organisation()
    moment = datetime(2026, 11, *local, tzinfo=org.zone)

    assert org.awake(moment) == datetime(2026, 11, *wakes, tzinfo=org.zone)


def test_namesakes_are_told_apart_and_labels_fit_a_button() -> None:
    names = {
        1: ("Nguyễn Văn Hùng", 1950),
        2: ("Nguyễn Văn Hùng", 1962),
        3: ("Trần Thị Hoa", 1948),
        4: ("Công Tằng Tôn Nữ Thị Phương Thảo", None),
    }
    people = [
        Member(one, 2, "Chi bộ 1", "1/2/", name, "full", born_year=year)
        for one, (name, year) in names.items()
    ]

    assert labels(people) == {
        1: "Nguyễn Văn Hùng 1950",
        2: "Nguyễn Văn Hùng 1962",
        3: "Trần Thị Hoa",
        4: "…Tằng Tôn Nữ Thị Phương Thảo",
    }
    assert all(len(label) <= 28 for label in labels(people).values())
