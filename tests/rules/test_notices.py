"""What a notice says, when it leaves and what about it is refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.notices import (
    MOST,
    NAMED,
    Circle,
    Notice,
    check_content,
    check_recall,
    check_remind,
    leaves_at,
    progress,
    seal,
    sent_as,
    timing,
)
from rules.organisation import Organisation
from rules.refusal import Refusal
from rules.words import Words, words

ORG = Organisation()
HUE = ZoneInfo("Asia/Ho_Chi_Minh")
NINE = datetime(2026, 11, 23, 9, 0, tzinfo=HUE)  # a Monday morning
NIGHT = datetime(2026, 11, 23, 22, 0, tzinfo=HUE)
SIX_THIRTY = datetime(2026, 11, 24, 6, 30, tzinfo=HUE)
MINUTE = timedelta(minutes=1)

DRAFT = Notice(
    id=5,
    unit_id=2,
    unit_name="Chi bộ 1",
    unit_path="1/2/",
    author_id=7,
    author_name="Lê Văn Bình",
    number=None,
    year=None,
    text="Mời họp.",
    media_id=None,
    media_kind=None,
    audience="all",
    urgent=False,
    state="draft",
    created_at=NINE,
    send_at=None,
    confirmed_at=None,
    reminders=0,
    reminded_at=None,
)
SENT = replace(DRAFT, number=12, year=2026, state="confirmed", send_at=NINE, confirmed_at=NINE)


@pytest.mark.parametrize(
    ("now", "chosen", "urgent", "leaves", "said"),
    [
        (NINE, None, False, NINE + MINUTE, "notices.goes_now"),
        (NINE, NINE - MINUTE, False, NINE + MINUTE, "notices.goes_now"),
        (NINE, NIGHT - timedelta(hours=4), False, NIGHT - timedelta(hours=4), "notices.goes_at"),
        (NIGHT, None, False, SIX_THIRTY, "notices.goes_in_the_morning"),
        (NINE, NIGHT, False, SIX_THIRTY, "notices.goes_in_the_morning"),
        (NIGHT, None, True, NIGHT + MINUTE, "notices.even_at_night"),
        (NINE, NIGHT, True, NIGHT, "notices.even_at_night"),
        (
            NIGHT - 61 * MINUTE,
            None,
            False,
            NIGHT - 60 * MINUTE + timedelta(hours=9, minutes=30),
            "notices.goes_in_the_morning",
        ),
    ],
)
def test_a_notice_leaves_after_the_recall_time_and_not_at_night_unless_urgent(
    now: datetime, chosen: datetime | None, urgent: bool, leaves: datetime, said: str
) -> None:
    notice = replace(DRAFT, send_at=chosen, urgent=urgent)
    assert leaves_at(notice, ORG, now) == leaves
    assert timing(notice, ORG, now).key == said


@given(
    st.timedeltas(timedelta(0), timedelta(days=400)).map(lambda span: NINE + span),
    st.none() | st.timedeltas(timedelta(days=-2), timedelta(days=30)),
    st.booleans(),
)
def test_every_notice_can_be_recalled_for_a_minute(
    now: datetime, wait: timedelta | None, urgent: bool
) -> None:
    notice = replace(DRAFT, send_at=None if wait is None else now + wait, urgent=urgent)
    leaves = leaves_at(notice, ORG, now)
    assert leaves - now >= timedelta(seconds=ORG.recall_seconds)
    assert urgent or leaves == ORG.awake(leaves)


def test_a_confirmed_notice_has_the_year_of_the_local_calendar() -> None:
    new_year = datetime(2026, 12, 31, 17, 30, tzinfo=UTC)  # half past midnight in Huế
    sent = sent_as(DRAFT, 1, ORG, new_year)
    assert (sent.number, sent.year, sent.state) == (1, 2027, "confirmed")
    assert sent.send_at == leaves_at(DRAFT, ORG, new_year)


@pytest.mark.parametrize(
    ("text", "media_id", "refusal"),
    [
        ("", None, "notices.text_empty"),
        ("a" * (MOST + 1), None, "notices.text_too_long"),
        ("🌸" * (MOST // 2 + 1), None, "notices.text_too_long"),  # a messenger counts it twice
        ("a" * MOST, None, None),
        ("ế" * MOST, None, None),
        ("", 3, None),
    ],
)
def test_a_notice_needs_words_or_a_file_that_one_message_can_carry(
    text: str, media_id: int | None, refusal: str | None
) -> None:
    if refusal is None:
        check_content(text, media_id)
        return
    with pytest.raises(Refusal) as no:
        check_content(text, media_id)
    assert no.value.key == refusal


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Hoãn họp."},
        {"media_id": 3},
        {"audience": "secretaries"},
        {"urgent": True},
        {"send_at": NINE + timedelta(hours=3)},
    ],
)
def test_the_seal_is_broken_by_every_change_of_what_was_shown(change: dict[str, Any]) -> None:
    assert seal(DRAFT, "2:3:5", NINE) != seal(replace(DRAFT, **change), "2:3:5", NINE)


def test_a_notice_on_a_button_says_whose_it_is() -> None:
    assert replace(SENT, text="Họp tổ dân phố sáng mai.").about(20) == "Chi bộ 1: Họp tổ…"
    assert replace(SENT, text="").about(20) == "Chi bộ 1"


def test_the_seal_holds_people_and_a_time_still_ahead() -> None:
    later = replace(DRAFT, send_at=NINE + timedelta(hours=3))
    assert seal(DRAFT, "2:3:5", NINE) == seal(DRAFT, "2:3:5", NINE + MINUTE)
    assert seal(DRAFT, "2:4:10", NINE) != seal(DRAFT, "2:3:5", NINE)
    assert seal(later, "2:3:5", NINE) != seal(later, "2:3:5", NINE + timedelta(hours=4))


def test_a_notice_is_called_by_its_number_and_urgent_ones_say_so() -> None:
    assert SENT.title == words("notices.numbered", number=12, year=2026, unit="Chi bộ 1")
    assert replace(SENT, urgent=True).title == words("notices.urgent", name=SENT.name)
    assert DRAFT.name == words("notices.unnumbered", unit="Chi bộ 1")


@pytest.mark.parametrize(
    ("kind", "body", "gist"),
    [
        ("photo", "notices.see_photo", "notices.a_photo"),
        ("voice", "notices.hear_voice", "notices.a_voice"),
        ("document", "notices.see_file", "notices.a_file"),
    ],
)
def test_a_file_without_words_is_announced(kind: str, body: str, gist: str) -> None:
    notice = replace(SENT, text="", media_id=3, media_kind=kind)
    assert (notice.body, notice.gist(20)) == (words(body), words(gist))
    message = notice.message("notices.notice")
    assert message.media is not None
    assert (message.media.kind, message.media.media_id) == (kind, 3)
    assert [button.route for button in message.buttons] == [("notices.acknowledge", 5)]


def _circle(unlinked: int) -> Circle:
    named = tuple(f"Người {n}" for n in range(min(unlinked, NAMED)))
    return Circle(words("notices.everyone", unit="Chi bộ 1"), 10, unlinked, named, "10")


@pytest.mark.parametrize(
    ("unlinked", "said"),
    [
        (0, words("notices.all_linked")),
        (2, words("notices.unlinked", reached=8, count=2, names="Người 0, Người 1")),
        (3, words("notices.unlinked", reached=7, count=3, names="Người 0, Người 1, Người 2")),
        (
            5,
            words(
                "notices.unlinked_and_more",
                reached=5,
                count=5,
                names="Người 0, Người 1, Người 2",
                more=2,
            ),
        ),
    ],
)
def test_who_is_missing_is_said_by_name_then_by_number(unlinked: int, said: Words) -> None:
    assert _circle(unlinked).who_is_missing == said


def test_claims_about_deliveries_are_kept_apart_and_add_up() -> None:
    states = {
        "queued": 1,
        "leased": 1,
        "sending": 1,
        "sent": 27,
        "uncertain": 2,
        "unreachable": 1,
        "failed": 1,
        "unlinked": 3,
        "listed": 1,
        "told": 1,
        "recalled": 2,
    }
    far = progress(states, 45, 12)
    parts = (
        far.waiting,
        far.sent,
        far.uncertain,
        far.failed,
        far.unreachable,
        far.unlinked,
        far.listed,
        far.stopped,
    )
    assert parts == (7, 28, 2, 1, 1, 3, 1, 2), "four have no delivery yet"
    assert sum(parts) == far.total
    assert far.unanswered == 33


@pytest.mark.parametrize(
    ("states", "acknowledged", "untouched"),
    [
        ({"queued": 3}, 0, True),
        ({"queued": 2, "unlinked": 1}, 0, True),
        ({"queued": 2, "leased": 1}, 0, False),
        ({"queued": 2, "sent": 1}, 0, False),
        ({"unlinked": 3}, 1, False),
    ],
)
def test_a_notice_is_untouched_until_the_first_is_picked_up(
    states: dict[str, int], acknowledged: int, untouched: bool
) -> None:
    assert progress(states, 3, acknowledged).untouched is untouched


@pytest.mark.parametrize(
    ("state", "untouched", "acknowledged", "allowed"),
    [
        ("confirmed", True, 0, True),
        ("confirmed", False, 0, False),
        ("confirmed", True, 1, False),
        ("draft", True, 0, False),
    ],
)
def test_all_of_a_notice_is_recalled_or_nothing(
    state: str, untouched: bool, acknowledged: int, allowed: bool
) -> None:
    notice = replace(SENT, state=state)
    if allowed:
        check_recall(notice, untouched, acknowledged)
        return
    with pytest.raises(Refusal) as no:
        check_recall(notice, untouched, acknowledged)
    assert no.value.key == "notices.out_already"


@pytest.mark.parametrize(
    ("reminded_at", "now", "refusal"),
    [
        (None, NINE - MINUTE, "notices.not_out_yet"),
        (None, NINE, None),
        (NINE, NINE + timedelta(hours=14), "notices.reminded_today"),
        (NINE, NINE + timedelta(hours=15), None),  # past midnight: another day
    ],
)
def test_people_are_reminded_once_a_day(
    reminded_at: datetime | None, now: datetime, refusal: str | None
) -> None:
    notice = replace(SENT, reminded_at=reminded_at)
    if refusal is None:
        check_remind(notice, ORG, now)
        return
    with pytest.raises(Refusal) as no:
        check_remind(notice, ORG, now)
    assert no.value.key == refusal


def test_what_was_paused_when_all_had_left_has_nothing_to_go_on_with() -> None:
    assert progress({"sent": 4, "unlinked": 3}, 7, 0, "paused").state == "going"
    assert progress({"sent": 3, "queued": 1, "unlinked": 3}, 7, 0, "paused").state == "paused"
