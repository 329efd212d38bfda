"""When a list for the phone is due, and what stands on it."""

from dataclasses import replace
from datetime import datetime

import pytest

from rules import calls
from rules.calls import Listed
from rules.members import Member
from rules.notices import Notice
from rules.organisation import Organisation
from rules.words import words

ORG = Organisation()
HOA = Member(1, 2, "Chi bộ 1", "1/2/", "Trần Thị Hoa", "full", phone="0912345678")
TUAN = Member(2, 2, "Chi bộ 1", "1/2/", "Phạm Minh Tuấn", "full")


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}+07:00")


NOTICE = Notice(
    id=5,
    unit_id=2,
    unit_name="Chi bộ 1",
    unit_path="1/2/",
    author_id=9,
    author_name="Lê Văn Bình",
    number=1,
    year=2026,
    text="Chi bộ họp vào thứ Sáu. " * 20,
    media_id=None,
    media_kind=None,
    audience="all",
    urgent=False,
    state="confirmed",
    created_at=at("23T09:00"),
    send_at=at("23T09:01"),
    confirmed_at=at("23T09:00"),
    reminders=0,
    reminded_at=None,
)


@pytest.mark.parametrize(
    ("sent", "urgent", "due"),
    [
        ("23T09:01", False, "25T09:01"),  # a day before the third
        ("23T20:30", False, "25T20:30"),
        ("23T09:00", True, "23T13:00"),  # an urgent one is over in a day
        ("23T18:00", True, "24T06:30"),  # nobody calls people at ten in the evening
    ],
)
def test_a_notices_list_is_due_a_day_before_its_three_are_over(
    sent: str, *, urgent: bool, due: str
) -> None:
    notice = replace(NOTICE, send_at=at(sent), urgent=urgent)

    assert calls.notice_due(notice, ORG) == at(due)


@pytest.mark.parametrize(
    ("told", "end", "due"),
    [
        ("20T09:00", "27T19:30", "26T19:30"),
        ("20T09:00", "27T05:00", "26T06:30"),
        ("26T08:00", "27T19:30", None),  # told half a day before: they have not been silent long
        ("27T08:00", "27T19:30", None),
        (None, "27T19:30", None),
    ],
)
def test_an_answer_with_a_day_of_its_own_has_its_list_the_day_before(
    told: str | None, end: str, due: str | None
) -> None:
    found = calls._a_day_before(at(end), at(told) if told else None, ORG)

    assert found == (at(due) if due else None)


def test_the_list_says_whom_to_call_what_to_say_and_who_has_not_joined() -> None:
    page = calls.sheet(
        calls.of_notice(NOTICE),
        "Chi bộ 1",
        [Listed(HOA, joined=True), Listed(TUAN, joined=False)],
        0,
        ORG,
        at("25T09:00"),
    )

    assert page.values["people"] == (
        ("Trần Thị Hoa", "0912345678", ""),
        ("Phạm Minh Tuấn", words("calls.no_phone"), words("calls.not_joined")),
    )
    assert page.values["say"].values["name"] == NOTICE.name
    assert len(page.values["say"].values["gist"]) <= calls.GIST
    assert page.values["closing"] == words("calls.sheet_closing")


def test_a_list_that_is_not_all_says_so() -> None:
    page = calls.sheet(
        calls.of_notice(NOTICE), "Chi bộ 1", [Listed(HOA, joined=True)], 12, ORG, NOTICE.created_at
    )

    assert page.values["closing"] == words("calls.sheet_more", count=12)
