"""What may be done with a meeting when, and what is said about it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from rules.meetings import (
    LONGEST,
    MAY,
    REMINDERS,
    Attachment,
    Draft,
    calendar,
    changes,
    details,
    file_lines,
    has_more,
    month_meant,
    must_lead,
    planned,
    reminder_due,
    told_apart,
    twin,
    typed,
)
from rules.members import Member, Person
from rules.refusal import Refusal
from rules.units import Office
from rules.words import words

STARTS = datetime(2026, 11, 27, 12, 30, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)

DRAFT = Draft(
    id=5,
    unit_id=2,
    unit_name="Chi bộ 1",
    unit_path="1/2/",
    author_id=9,
    kind="monthly",
    month=11,
    title="",
    starts_at=STARTS,
    place="Nhà văn hóa",
    agenda="",
    files=0,
    state="draft",
    created_at=STARTS - timedelta(days=7),
)
MEETING = replace(
    DRAFT.ready(STARTS - HOUR), state="called", told_at=STARTS - timedelta(days=7), secret="s"
)


def _person(role: str, path: str) -> Person:
    member = Member(1, 2, "Chi bộ 1", "1/2/", "Lê Văn Bình", "full")
    return Person(member, (Office(role, 2, "Chi bộ 1", path),))


@pytest.mark.parametrize(
    ("state", "ahead", "stage"),
    [
        ("called", timedelta(days=3), "ahead"),
        ("called", HOUR + MINUTE, "ahead"),
        ("called", HOUR, "opening"),
        ("called", MINUTE, "opening"),
        ("called", timedelta(0), "going"),
        ("called", -timedelta(hours=9), "going"),
        ("ended", -HOUR, "over"),
        ("ended", HOUR, "over"),
        ("cancelled", HOUR, "cancelled"),
        ("cancelled", -HOUR, "cancelled"),
    ],
)
def test_the_stage_follows_from_the_state_and_the_clock(
    state: str, ahead: timedelta, stage: str
) -> None:
    assert replace(MEETING, state=state).stage(STARTS - ahead) == stage


MOMENTS = {
    "ahead": ("called", STARTS - 2 * HOUR),
    "opening": ("called", STARTS - MINUTE),
    "going": ("called", STARTS),
    "over": ("ended", STARTS + HOUR),
    "cancelled": ("cancelled", STARTS - HOUR),
}
POSSIBLE = {
    "answer": {"ahead", "opening"},
    "move": {"ahead", "opening"},
    "cancel": {"ahead", "opening"},
    "check_in": {"opening", "going"},
    "leave": {"going"},
    "end": {"going"},
}
REASONS = {
    "ahead": "meetings.not_open_yet",
    "opening": "meetings.not_begun",
    "going": "meetings.too_late",
    "over": "meetings.is_over",
    "cancelled": "meetings.is_cancelled",
}


@pytest.mark.parametrize("stage", MOMENTS)
@pytest.mark.parametrize("deed", POSSIBLE)
def test_each_deed_has_its_stages_and_is_refused_in_the_others(deed: str, stage: str) -> None:
    state, now = MOMENTS[stage]
    meeting = replace(MEETING, state=state)

    if stage in POSSIBLE[deed]:
        meeting.must(deed, now)
    else:
        with pytest.raises(Refusal) as no:
            meeting.must(deed, now)
        assert no.value.key == REASONS[stage]
        values = {"name": meeting.name, "starts": STARTS, "opens": meeting.opens}
        assert no.value.values == values


def test_every_deed_is_in_the_table() -> None:
    assert MAY.keys() == POSSIBLE.keys()


@pytest.mark.parametrize(
    ("empty", "step"),
    [
        ({}, None),
        ({"kind": None}, "title"),
        ({"kind": None, "starts_at": None, "place": ""}, "title"),
        ({"starts_at": None, "place": ""}, "time"),
        ({"place": "", "agenda": None}, "place"),
        ({"agenda": None}, "agenda"),
    ],
)
def test_a_draft_goes_on_at_its_first_open_step(empty: dict[str, object], step: str | None) -> None:
    assert replace(DRAFT, **empty).step == step  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("draft", "now", "key"),
    [
        (replace(DRAFT, place=""), STARTS - HOUR, "meetings.unfinished"),
        (DRAFT, STARTS, "meetings.time_passed"),
        (DRAFT, STARTS + HOUR, "meetings.time_passed"),
    ],
)
def test_a_draft_that_is_not_ready_invites_nobody(draft: Draft, now: datetime, key: str) -> None:
    with pytest.raises(Refusal) as no:
        draft.ready(now)
    assert no.value.key == key


@pytest.mark.parametrize(
    ("kind", "month", "title", "name"),
    [
        ("monthly", 12, "", words("meetings.title_monthly", month=12)),
        ("thematic", None, "", words("meetings.title_thematic")),
        ("other", None, "Góp ý dự thảo", "Góp ý dự thảo"),
    ],
)
def test_a_usual_title_is_said_in_the_readers_language(
    kind: str, month: int | None, title: str, name: object
) -> None:
    assert replace(MEETING, kind=kind, month=month, title=title).name == name


@pytest.mark.parametrize(
    ("today", "month"),
    [
        (date(2026, 11, 1), 11),
        (date(2026, 11, 23), 11),
        (date(2026, 11, 24), 12),
        (date(2026, 12, 28), 1),
    ],
)
def test_a_meeting_called_late_in_a_month_is_for_the_next(today: date, month: int) -> None:
    assert month_meant(today) == month


@pytest.mark.parametrize("what", LONGEST)
def test_typed_words_are_trimmed_and_kept_within_hearing(what: str) -> None:
    assert typed(what, f"  {'a' * LONGEST[what]}\n") == "a" * LONGEST[what]
    for text, key in (
        ("a" * (LONGEST[what] + 1), "meetings.too_long"),
        ("  \n", "meetings.please_type"),
    ):
        with pytest.raises(Refusal) as no:
            typed(what, text)
        assert no.value.key == key


@pytest.mark.parametrize(
    ("role", "path", "allowed"),
    [
        ("secretary", "1/2/", True),
        ("deputy", "1/2/", True),
        ("staff", "1/", True),
        ("committee", "1/2/", False),
        ("secretary", "1/3/", False),
        ("secretary", "1/2/7/", False),
    ],
)
def test_only_those_who_lead_the_unit_may_act_for_it(role: str, path: str, allowed: bool) -> None:
    if allowed:
        must_lead(_person(role, path), MEETING)
    else:
        with pytest.raises(Refusal) as no:
            must_lead(_person(role, path), MEETING)
        assert no.value.key == "units.not_yours"


def test_a_long_agenda_is_cut_and_offered_whole() -> None:
    short, long = replace(MEETING, agenda="Bầu cử"), replace(MEETING, agenda="việc làng " * 20)

    assert [line.key for line in details(MEETING)] == ["meetings.line_when", "meetings.line_where"]
    assert details(short)[-1].values == {"agenda": "Bầu cử"}
    assert details(long)[-1].values["agenda"].endswith("…")
    assert [has_more(one) for one in (MEETING, short, long)] == [False, False, True]
    assert has_more(replace(MEETING, files=1))


@pytest.mark.parametrize("kind", ["days", "hours"])
@pytest.mark.parametrize(
    ("told", "now", "due"),
    [
        (timedelta(days=7), timedelta(0), True),
        (timedelta(days=7), timedelta(minutes=-1), False),  # not yet
        (timedelta(days=7), timedelta(minutes=30), True),  # a little late
        (timedelta(days=7), timedelta(days=2), False),  # the meeting has begun
        (-MINUTE, timedelta(minutes=2), False),  # told when the reminder was due already
        (timedelta(0), timedelta(0), False),
    ],
)
def test_a_reminder_is_due_at_its_time_unless_just_told(
    kind: str, told: timedelta, now: timedelta, due: bool
) -> None:
    at = STARTS - {"days": timedelta(days=2), "hours": 2 * HOUR}[kind]
    meeting = replace(MEETING, told_at=at - told)

    assert reminder_due(meeting, kind, at + now) == (at if due else None)


@pytest.mark.parametrize(
    ("kind", "called_before_start", "comes"),
    [
        ("days", timedelta(days=7), True),
        ("days", timedelta(days=2, hours=12), True),
        ("days", timedelta(days=2, hours=11, minutes=59), False),
        ("days", timedelta(days=2, minutes=3), False),
        ("days", timedelta(days=1), False),
        ("hours", timedelta(days=1), True),  # the first one was skipped, not the second
        ("hours", timedelta(hours=3), True),
        ("hours", timedelta(hours=2, minutes=59), False),
        ("hours", timedelta(minutes=30), False),
    ],
)
def test_a_reminder_does_not_follow_on_the_heels_of_the_invitation(
    kind: str, called_before_start: timedelta, comes: bool
) -> None:
    meeting = replace(MEETING, told_at=STARTS - called_before_start)
    due = STARTS - REMINDERS[kind]

    assert reminder_due(meeting, kind, due + MINUTE) == (due if comes else None)


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        ({}, True),
        ({"kind": "thematic", "month": None}, True),  # another title at the same moment
        ({"starts_at": STARTS - 2 * HOUR}, True),  # the same title earlier that day
        ({"starts_at": STARTS - 2 * HOUR, "kind": "thematic", "month": None}, False),
        ({"starts_at": STARTS + timedelta(days=7)}, False),
        ({"starts_at": STARTS - 2 * HOUR, "month": 12}, False),
    ],
)
def test_a_second_meeting_of_the_kind_is_noticed(other: dict[str, object], alike: bool) -> None:
    before = replace(MEETING, id=4, **other)  # type: ignore[arg-type]

    assert twin(DRAFT, [before], datetime.date) == (before if alike else None)


def test_a_draft_without_its_time_resembles_nothing() -> None:
    assert twin(replace(DRAFT, starts_at=None), [MEETING], datetime.date) is None


def test_labels_that_repeat_are_numbered() -> None:
    assert told_apart(["a", "b", "a", "a", "b"]) == [1, 1, 2, 3, 2]


def test_a_file_is_called_by_its_name_or_by_what_it_is() -> None:
    files = [Attachment(7, "document", "Báo cáo quý.pdf"), Attachment(8, "photo", "photo.jpg")]

    assert [line.values for line in file_lines(files)] == [
        {"number": 1, "name": "Báo cáo quý.pdf"},
        {"number": 2, "name": words("meetings.a_photo")},
    ]


@pytest.mark.parametrize(
    ("new", "lines"),
    [
        ({"new_starts_at": STARTS + HOUR}, ["meetings.line_moved"]),
        ({"new_place": "Đình làng"}, ["meetings.line_elsewhere"]),
        (
            {"new_starts_at": STARTS + HOUR, "new_place": "Đình làng"},
            ["meetings.line_moved", "meetings.line_elsewhere"],
        ),
    ],
)
def test_a_move_tells_what_changes(new: dict[str, object], lines: list[str]) -> None:
    meeting = replace(MEETING, **new)  # type: ignore[arg-type]

    told = changes(meeting, *planned(meeting, STARTS - HOUR))

    assert [line.key for line in told] == lines


@pytest.mark.parametrize(
    ("new", "key"),
    [
        ({}, "meetings.nothing_moved"),
        ({"new_starts_at": STARTS, "new_place": "Nhà văn hóa"}, "meetings.nothing_moved"),
        ({"new_starts_at": STARTS - 2 * HOUR}, "meetings.time_passed"),
    ],
)
def test_a_move_to_nowhere_or_the_past_is_refused(new: dict[str, object], key: str) -> None:
    with pytest.raises(Refusal) as no:
        planned(replace(MEETING, **new), STARTS - HOUR)  # type: ignore[arg-type]
    assert no.value.key == key


def test_a_calendar_knows_the_meeting_again_after_a_change() -> None:
    first = calendar(MEETING)
    second = calendar(replace(MEETING, sequence=1, state="cancelled"))

    assert first["uid"] == second["uid"]
    assert (first["sequence"], first["cancelled"]) == (0, False)
    assert (second["sequence"], second["cancelled"]) == (1, True)
    assert first["minutes"] == 90
