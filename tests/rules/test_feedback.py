"""Cases: what may follow what, who answers, by when, and how a long story is shown."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.feedback import (
    MOST,
    MOST_A_DAY,
    Case,
    Level,
    Said,
    check_content,
    check_day,
    check_not_own,
    due,
    last_push,
    next_above,
    pieces,
    roads,
)
from rules.feedback_reading import PART, beginning, gist, newest, parts, room
from rules.members import Member, Person, matching
from rules.messages import Media
from rules.organisation import Organisation
from rules.refusal import Refusal
from rules.units import Unit
from rules.words import words

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
CASE = Case(
    id=5,
    number=12,
    year=2026,
    member_id=3,
    member_name="Trần Thị Hoa",
    member_unit="Chi bộ 1",
    unit_id=2,
    unit_name="Chi bộ 1",
    unit_path="1/2/",
    state="open",
    opened_at=NOW,
    due_at=NOW + timedelta(days=7),
    answered_at=None,
    entered_by=None,
    entered_by_name=None,
    helped=None,
    climbs=0,
    closed_at=None,
)
WARD, BRANCH = Unit(1, None, "Phường", "1/"), Unit(2, 1, "Chi bộ 1", "1/2/")


def _said(number: int, text: str, kind: str | None = None) -> Said:
    return Said(number, "Trần Thị Hoa", True, text, 7 if kind else None, kind, NOW)


# --- states ----------------------------------------------------------------------------------

AFTER = {
    "open": {
        "answer": "answered",
        "add": "open",
        "helped": "closed",
        "not_helped": "open",
        "remind": "open",
        "climb": "open",
    },
    "answered": {
        "answer": "answered",
        "add": "open",
        "helped": "closed",
        "not_helped": "open",
        "silence": "closed",
    },
    "closed": {},
}
DEEDS = ("answer", "add", "helped", "not_helped", "remind", "climb", "silence")


@pytest.mark.parametrize(("state", "deed"), list(product(AFTER, DEEDS)))
def test_every_deed_in_every_state_is_decided(state: str, deed: str) -> None:
    case = replace(CASE, state=state)
    if deed in AFTER[state]:
        assert case.after(deed) == AFTER[state][deed]
        return
    assert not case.allows(deed)
    with pytest.raises(Refusal, match="closed_already"):
        case.after(deed)


# --- who answers -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("branch", "ward", "member", "expected"),
    [
        ({"secretaries": [8], "leaders": [8]}, [9], 3, ["branch", "above"]),
        ({"secretaries": [8], "leaders": [8]}, [9], 8, ["above"]),
        ({"secretaries": [8], "leaders": [8, 7]}, [9], 8, ["above"]),
        ({"secretaries": [8], "leaders": [8, 7]}, [9], 7, ["branch", "above"]),
        ({"secretaries": [8], "leaders": [8]}, [9], 9, ["branch"]),
        ({"secretaries": [], "leaders": []}, [9], 3, ["above"]),
        ({"secretaries": [8], "leaders": [8]}, [], 3, ["branch"]),
        ({"secretaries": [8], "leaders": [8, 7]}, [], 8, ["branch"]),
        ({"secretaries": [8], "leaders": [8]}, [], 8, []),
        ({"secretaries": [8], "leaders": [8]}, None, 3, ["branch"]),
    ],
    ids=[
        "a member may choose",
        "the secretary writes to the unit above",
        "also when there is a deputy",
        "the deputy may write to the secretary",
        "nobody writes to themselves",
        "a branch without leaders cannot answer",
        "a ward without staff cannot either",
        "then the secretary writes to the deputy",
        "nobody at all",
        "the only unit there is",
    ],
)
def test_a_member_may_write_where_somebody_else_answers(
    branch: dict[str, list[int]], ward: list[int] | None, member: int, expected: list[str]
) -> None:
    levels = [Level(BRANCH, **branch)]
    if ward is not None:
        levels.append(Level(WARD, [], ward))

    assert list(roads(levels, member)) == expected


def test_a_level_where_nobody_would_answer_is_passed_over() -> None:
    city = Unit(9, None, "Thành phố", "9/")
    levels = [Level(WARD, [], [3]), Level(city, [], [6])]

    assert next_above(levels, 3) == city


def test_nobody_answers_their_own_case() -> None:
    own = Person(Member(3, 2, "Chi bộ 1", "1/2/", "Trần Thị Hoa", "full"))

    with pytest.raises(Refusal, match="own_answer"):
        check_not_own(CASE, own)


# --- when ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "promised"),
    [
        (datetime(2026, 11, 23, 2, 0, tzinfo=UTC), datetime(2026, 11, 30, 10, 0, tzinfo=UTC)),
        (datetime(2026, 11, 23, 16, 59, tzinfo=UTC), datetime(2026, 11, 30, 10, 0, tzinfo=UTC)),
        (datetime(2026, 11, 23, 17, 1, tzinfo=UTC), datetime(2026, 12, 1, 10, 0, tzinfo=UTC)),
    ],
    ids=["morning", "just before midnight there", "just after midnight there"],
)
def test_an_answer_is_promised_until_the_office_closes(sent: datetime, promised: datetime) -> None:
    assert due(Organisation(), sent) == promised


@pytest.mark.parametrize(("days", "pushed"), [(0, 0), (6.9, 0), (7, 7), (20, 14), (21, 21)])
def test_a_late_case_is_pushed_again_every_seven_days(days: float, pushed: int) -> None:
    late = NOW + timedelta(days=days)

    assert last_push(Organisation(), NOW, late) == NOW + timedelta(days=pushed)


# --- what is said ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "media_id", "problem"),
    [
        ("Đường hỏng", None, None),
        ("", 4, None),
        ("x" * MOST, None, None),
        ("", None, "text_empty"),
        (" \n ", None, "text_empty"),
        ("x" * (MOST + 1), 4, "text_too_long"),
        ("😀" * (MOST // 2 + 1), None, "text_too_long"),
    ],
)
def test_words_or_a_file_are_enough(text: str, media_id: int | None, problem: str | None) -> None:
    if problem is None:
        check_content(text, media_id)
        return
    with pytest.raises(Refusal, match=problem):
        check_content(text, media_id)


def test_the_sixth_case_of_a_day_waits() -> None:
    check_day(MOST_A_DAY - 1)
    with pytest.raises(Refusal, match="enough_today"):
        check_day(MOST_A_DAY)


@pytest.mark.parametrize(
    ("said", "body"),
    [
        (_said(1, "Đường hỏng"), "Đường hỏng"),
        (_said(1, "Đường hỏng", "photo"), words("feedback.with_photo", text="Đường hỏng")),
        (_said(1, "", "photo"), words("feedback.a_photo")),
        (_said(1, "", "voice"), words("feedback.a_voice")),
        (_said(1, "", "audio"), words("feedback.a_voice")),
        (_said(1, "", "document"), words("feedback.a_file")),
    ],
)
def test_a_file_is_mentioned_beside_its_words(said: Said, body: object) -> None:
    assert said.body == body


def test_a_message_carries_its_file() -> None:
    assert _said(1, "", "voice").media == Media("voice", 7)
    assert _said(1, "Chữ").media is None


@given(st.lists(st.text(max_size=900), max_size=6))
def test_every_word_is_on_some_page_and_each_page_fits(texts: list[str]) -> None:
    said = [_said(number, text) for number, text in enumerate(texts)]
    found = parts(said)

    for one in said:
        mine = [part for part in found if part.said is one]
        assert [part.first for part in mine] == [True] + [False] * (len(mine) - 1)
        assert "".join("".join(part.text.split()) for part in mine) == "".join(one.text.split())
    assert all(len(part.text.split()) <= PART for part in found)


@given(st.lists(st.text(alphabet="ab ", max_size=300), min_size=1, max_size=6), st.integers(17, 60))
def test_the_newest_words_fit_and_are_never_left_out(texts: list[str], room: int) -> None:
    said = [_said(number, text) for number, text in enumerate(texts)]
    shown, everything = newest(said, room)

    assert shown[-1][0] is said[-1]
    assert [one for one, _ in shown] == said[len(said) - len(shown) :]
    assert sum(len(text.split()) for _, text in shown) <= room
    assert everything == ([text.split() for _, text in shown] == [text.split() for text in texts])


@pytest.mark.parametrize(
    ("helper", "left"), [(None, 60 - 18 - 9), ("Nguyễn Thị Thanh", 60 - 18 - 9 - 9)]
)
def test_long_names_leave_less_room_for_what_was_said(helper: str | None, left: int) -> None:
    assert room(replace(CASE, entered_by_name=helper)) == left


def test_what_is_cut_ends_with_an_ellipsis() -> None:
    shown, everything = newest([_said(1, "một " * 50)], 27)

    assert shown[0][1] == " ".join(["một"] * 14) + "…"
    assert not everything


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (_said(1, "Đường vào nhà văn hóa hỏng"), "Đường vào nhà…"),
        (_said(1, "", "voice"), words("feedback.a_voice")),
    ],
)
def test_a_gist_is_short(said: Said, expected: object) -> None:
    assert gist(said, 16) == expected


@pytest.mark.parametrize(
    ("count", "most", "expected"),
    [
        (30, 30, " ".join(["một"] * 30)),
        (200, 30, words("feedback.beginning", text=" ".join(["một"] * 26), count=174)),
        (4, -3, "một một một một"),
        (6, -3, words("feedback.beginning", text="một một một một", count=2)),
    ],
)
def test_what_will_leave_is_shown_as_far_as_it_fits_and_the_rest_is_counted(
    count: int, most: int, expected: object
) -> None:
    assert beginning("một " * count, most) == expected


# --- finding somebody ------------------------------------------------------------------------

NAMES = ("Trần Thị Hoa", "Nguyễn Thị Hoa", "Đỗ Đình Trung", "Hoàng Đăng Khoa")
PEOPLE = [
    Member(number, 2, "Chi bộ 1", "1/2/", name, "full", phone=f"090000000{number}")
    for number, name in enumerate(NAMES)
]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Trần Thị Hoa", [0]),
        ("tran thi hoa", [0]),
        ("HOA TRAN", [0]),
        ("hoa", [0, 1]),
        ("do dinh trung", [2]),
        ("Do Dinh Trug", [2]),
        ("hoang dang kha", [3]),
        ("0900 000 003", [3]),
        ("+84 90 000 0001", [1]),
        ("0911222333", []),
        ("Lê Văn Bình", []),
        ("", []),
        ("?!", []),
    ],
)
def test_people_are_found_as_others_say_them(said: str, found: list[int]) -> None:
    assert [one.id for one in matching(PEOPLE, said)] == found


@given(st.text(st.sampled_from("abc .!\n😀ế"), max_size=30), st.integers(1, 900))
def test_a_long_text_is_cut_into_pieces_a_message_can_carry(text: str, times: int) -> None:
    given_text = text * times
    cut = pieces(given_text)
    assert all(len(one.encode("utf-16-le")) // 2 <= MOST for one in cut)
    assert "".join("".join(cut).split()) == "".join(given_text.split())


def test_it_is_cut_where_a_sentence_ends() -> None:
    assert len(pieces("Ok. " + "a" * MOST)) == 2, "no tiny piece where a sentence ends early"
    first, second = pieces("Đèn tắt. " * 300 + "Đường lầy lội, đi lại rất khó. " * 40)
    assert first.endswith(".")
    assert second.startswith("Đường")
