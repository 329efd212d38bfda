"""When a bulletin is due, what it takes, and what approval is bound to."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import bulletins as rules
from rules import bulletins_words as spelling
from rules.bulletins import Bulletin, Item, Plan
from rules.organisation import Organisation
from rules.refusal import Refusal

HUE = ZoneInfo("Asia/Ho_Chi_Minh")
ORG = Organisation()


def _at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=HUE)  # type: ignore[arg-type]


def _plan(*items: tuple[str, str], **readings: str) -> Plan:
    return Plan("Phường Sen Hồng", date(2026, 12, 1), items, readings=readings)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("mục 2", 2), ("Mục2.", 2), ("nghe mục số 12!", 12), ("mục hai", 2), ("mục thứ hai", 2),
        ("muc thu hai", 2), ("mục đầu tiên", 1), ("mục thứ tư", 4), ("mục sáu", 6),
        ("mục mười lăm", 15), ("item two", 2), ("Item number two", 2), ("nghe mục thứ 3", 3),
        ("mục sau", 0), ("mục đích", 0), ("mục 007", 0), ("hai", 0),
    ],
)  # fmt: skip
def test_an_item_is_asked_for_in_digits_or_words(said: str, number: int) -> None:
    assert rules.item_asked_for(said) == number
    assert number == 0 or re.fullmatch(rules.ITEM, said), "else nobody looks"


# --- when --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "month"),
    [
        (_at(2026, 11, 23, 9), date(2026, 12, 1)),
        (_at(2026, 12, 5, 7, 59), date(2026, 12, 1)),
        (_at(2026, 12, 5, 8), date(2027, 1, 1)),
        (_at(2026, 12, 31, 23, 59), date(2027, 1, 1)),
        (datetime(2026, 11, 30, 18, tzinfo=UTC), date(2026, 12, 1)),  # already December in Huế
    ],
)
def test_a_directive_goes_to_the_next_bulletin_that_falls_due(now: datetime, month: date) -> None:
    assert rules.month_for(ORG, now) == month


@pytest.mark.parametrize(
    ("now", "month"),
    [
        (_at(2026, 12, 4, 7, 59), None),
        (_at(2026, 12, 4, 8), date(2026, 12, 1)),
        (_at(2026, 12, 8, 8), date(2026, 12, 1)),
        (_at(2026, 12, 8, 8, 1), None),
    ],
)
def test_around_its_hour_a_bulletin_is_at_hand(now: datetime, month: date | None) -> None:
    assert rules.at_hand(ORG, now) == month


def test_a_bulletin_of_the_first_is_at_hand_on_the_last() -> None:
    first = Organisation(bulletin_day=1)
    assert rules.at_hand(first, _at(2026, 11, 30, 9)) == date(2026, 12, 1)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_after_every_month_comes_the_next(day: date) -> None:
    after = rules.next_month(day.replace(day=1))
    assert (after.year * 12 + after.month) == day.year * 12 + day.month + 1
    assert after.day == 1


@pytest.mark.parametrize(
    ("now", "leaves"),
    [
        (_at(2026, 12, 1, 9), _at(2026, 12, 5, 8)),
        (_at(2026, 12, 5, 8), _at(2026, 12, 6, 8)),
        (_at(2026, 12, 7, 23), _at(2026, 12, 8, 8)),
    ],
)
def test_a_late_approval_is_sent_the_next_morning(now: datetime, leaves: datetime) -> None:
    due = rules.due_at(ORG, date(2026, 12, 1))
    bulletin = Bulletin(7, 1, "Phường", "1/", date(2026, 12, 1), "collecting", due)
    assert bulletin.leaves_at(ORG, now) == leaves


# --- a directive ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key"),
    [("", "nothing_in_it"), (" \n ", "nothing_in_it"), ("a" * 20_001, "too_long")],
)
def test_nothing_and_too_much_are_refused(text: str, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        rules.check_text(text)


def _numbered(text: str) -> list[tuple[str, str]]:
    lines = [line.strip() for line in text.splitlines()]
    if sum(line[:1].isdigit() for line in lines) > 1:
        return [(line, "") for line in lines]
    return [(lines[0].strip(":."), "\n".join(lines[1:]))]


@pytest.mark.parametrize(
    ("written", "typed", "becomes"),
    [
        (("Họp", "Tối thứ Sáu."), "Tối thứ Bảy.", ("Họp", "Tối thứ Bảy.")),
        (("Họp", "Tối thứ Sáu."), "Tối thứ Bảy.\nĐúng giờ.", ("Họp", "Tối thứ Bảy.\nĐúng giờ.")),
        (("Họp", "Tối."), "Họp chi bộ\nTối thứ Bảy.", ("Họp chi bộ", "Tối thứ Bảy.")),
        (("Họp", "Tối."), "họp:\n1. Đọc\n2. Bàn", ("Họp", "1. Đọc\n2. Bàn")),
        (("Họp", "Tối."), "1. Đọc\n2. Bàn", ("Họp", "1. Đọc\n2. Bàn")),
        (("Họp tối thứ Sáu", ""), "Họp tối thứ Bảy.", ("Họp tối thứ Bảy", "")),
    ],
)
def test_a_corrected_item_keeps_its_title_unless_it_is_given_another(
    written: tuple[str, str], typed: str, becomes: tuple[str, str]
) -> None:
    org = Organisation(cut_directive=_numbered)
    item = Item(1, 1, 1, *written, "", None)

    assert rules.corrected(org, item, typed) == becomes


# --- what is said ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("hai A", "hai A"),
        ("  Đọc là hai A. ", "hai A"),
        ("“tổ dân phố”", "tổ dân phố"),
        ("chưa rõ nguồn gốc", "chưa rõ nguồn gốc"),
    ],
)
def test_a_reading_is_taken_as_people_type_it(typed: str, kept: str) -> None:
    assert spelling.check_reading(typed) == kept


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "reading_empty"),
        ("đọc là ", "reading_empty"),
        ("?", "reading_empty"),
        ("2 A", "in_words"),
        ("a " * 60, "long"),
        *((said, "reading_unknown") for said in ("Không biết.", "chưa rõ ạ", "để sau", "bỏ qua")),
        *((said, "reading_unknown") for said in ("I don't know", "not sure", "skip", "Later!")),
    ],
)
def test_a_reading_nobody_can_say_is_refused(typed: str, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        spelling.check_reading(typed)


def _flags_figures(
    text: str, readings: object, beside: object = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = dict(readings) if isinstance(readings, dict) else {}
    return (text,), tuple(word for word in text.split() if word.isdigit() and word not in known)


def test_every_part_is_held_to_what_a_voice_can_say() -> None:
    org = Organisation(read_aloud=_flags_figures)
    plan = Plan("Phường 4", date(2026, 12, 1), (("Họp 5", "lúc 7 và 5"),), "gọi 113", {"7": "bảy"})

    assert rules.unread(org, plan) == ("4", "113", "5")
    with pytest.raises(Refusal, match=r"bulletins\.unread") as refused:
        rules.check_approvable(plan, ("4", "113", "5", "6"))
    named = {"tokens": "“4”, “113”, “5”", "more": 1}
    assert refused.value.values["tokens"].values == named
    with pytest.raises(Refusal, match="no_items"):
        rules.check_approvable(_plan(), ())


def test_approval_is_bound_to_words_order_and_readings() -> None:
    one, two = ("Họp", "tối"), ("Thu phí", "sáng")
    plan = _plan(one, two, TDP="tổ dân phố")
    others = [
        _plan(two, one, TDP="tổ dân phố"),
        _plan(one, two),
        _plan(one, two, TDP="tổ"),
        _plan(one),
        _plan(("Họp", "tối nay"), two, TDP="tổ dân phố"),
    ]

    assert plan.fingerprint not in {other.fingerprint for other in others}
    assert Plan.of(plan.values()).fingerprint == plan.fingerprint


def test_only_readings_that_are_needed_belong_to_a_bulletin() -> None:
    readings = {"TDP": "tổ dân phố", "2A": "hai A"}
    assert spelling.used(readings, ["Họp ở TDP"]) == {"TDP": "tổ dân phố"}


@pytest.mark.parametrize(
    ("title", "count", "listed", "first"),
    [
        ("Thu phí", 8, 8, "Thu phí"),
        ("Chăm sóc người cao tuổi mùa lạnh", 4, 4, "Chăm sóc người cao tuổi…"),
        ("Chăm sóc người cao tuổi mùa lạnh", 5, 5, "Chăm sóc người cao…"),
        ("Chăm sóc người cao tuổi mùa lạnh", 6, 6, "Chăm sóc người…"),
        ("Chăm sóc người cao tuổi mùa lạnh", 7, 5, "Chăm sóc người…"),
        ("Thu phí", 30, 7, "Thu phí"),
    ],
)
def test_every_title_is_listed_as_far_as_the_screen_goes(
    title: str, count: int, listed: int, first: str
) -> None:
    titles = _plan(*((title, "") for _ in range(count))).titles()
    lines = [line for line in titles if line.key == "bulletins.line"]

    assert (len(lines), lines[0].values["title"]) == (listed, first)
    more = [line.values["count"] for line in titles if line.key == "bulletins.and_more"]
    assert more == ([count - listed] if count > listed else [])
