"""When a bulletin is due, how a directive is cut, and what approval is bound to."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import bulletins as rules
from rules.bulletins import Bulletin, Plan
from rules.bulletins_splitting import GENERAL, split_items
from rules.organisation import Organisation
from rules.refusal import Refusal

HUE = ZoneInfo("Asia/Ho_Chi_Minh")
ORG = Organisation()
SAMPLE = Path(__file__).parents[2] / "samples" / "chi-dao-thang-12.txt"


def _at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=HUE)  # type: ignore[arg-type]


def _plan(*items: tuple[str, str], **readings: str) -> Plan:
    return Plan("Phường Sen Hồng", date(2026, 12, 1), items, readings=readings)


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


# --- a directive's items -----------------------------------------------------------------------


def test_a_numbered_directive_is_cut_at_its_numbers() -> None:
    pieces = split_items(SAMPLE.read_text(encoding="utf-8"))

    assert [piece.title for piece in pieces] == [
        "Sinh hoạt chi bộ",
        "Thu, nộp đảng phí quý IV/2026",
        "Biểu quyết công trình đường hẻm 12/4 Bến Đò",
        "Chăm sóc người cao tuổi mùa lạnh",
        "Phòng chống lừa đảo qua điện thoại",
        "Chuẩn bị Đại hội chi bộ nhiệm kỳ 2027-2030",
    ]
    whole = "\n".join(piece.text for piece in pieces)
    assert whole.startswith("Các chi bộ sinh hoạt định kỳ")
    assert whole.endswith("Hồ sơ gửi theo mẫu 2A, 3B.")


LETTER = """ĐẢNG BỘ PHƯỜNG SEN HỒNG
***
Số: 3-TB/ĐU
Sen Hồng, ngày 20 tháng 11 năm 2026
THÔNG BÁO
về thu đảng phí
Thu tại nhà văn hóa TP. Huế. Xong trước 25/12.
12/12/2026
- 2 -
Nơi nhận:
- Các chi bộ
T/M BAN THƯỜNG VỤ
BÍ THƯ
(đã ký)
Nguyễn Văn An"""


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            LETTER,
            [
                (
                    "Thông báo về thu đảng phí",
                    "Thu tại nhà văn hóa TP. Huế. Xong trước 25/12.\n12/12/2026",
                )
            ],
        ),
        ("Họp tối thứ Sáu lúc 19h30.", [("Họp tối thứ Sáu lúc 19h30", "")]),
        ("Họp chi bộ, ngày 5/12 lúc 19h30", [("Họp chi bộ, ngày 5/12 lúc 19h30", "")]),
        ("CHI BỘ 1 HỌP\nĐúng 19h30.", [("Chi bộ 1 họp", "Đúng 19h30.")]),
        ("Dọn vệ sinh: mỗi nhà một người.", [("Dọn vệ sinh", "mỗi nhà một người.")]),
        ("Về đảng phí\nThu trước 25/12.", [("Về đảng phí", "Thu trước 25/12.")]),
        ("1. Họp\n2. Thu phí", [("Họp", ""), ("Thu phí", "")]),
        ("Kính gửi.\n1) Họp\n2) Thu", [(GENERAL, "Kính gửi."), ("Họp", ""), ("Thu", "")]),
        ("I. Họp\n1. tối\n2. đông đủ\nII. Thu", [("Họp", "1. tối\n2. đông đủ"), ("Thu", "")]),
        ("1. Chỉ một việc", [("Chỉ một việc", "")]),
        ("ĐẢNG ỦY PHƯỜNG SEN HỒNG\nSố: 14-CT/ĐU", []),
        ("***\n- 3 -", []),
    ],
)
def test_a_directive_becomes_items(text: str, items: list[tuple[str, str]]) -> None:
    assert [tuple(piece) for piece in split_items(text)] == items


@given(st.text("aà1. :;-\nIVXSố/", max_size=200))
def test_any_text_can_be_cut(text: str) -> None:
    assert all(piece.title or piece.text for piece in split_items(text))


@given(st.lists(st.sampled_from(["họp", "thu phí", "dọn dẹp", "thăm hỏi"]), min_size=2, max_size=9))
def test_no_numbered_line_is_lost(titles: list[str]) -> None:
    text = "\n".join(f"{number}. {title}\nviệc {number}" for number, title in enumerate(titles, 1))
    wanted = [(title, f"việc {number}") for number, title in enumerate(titles, 1)]
    assert [tuple(piece) for piece in split_items(text)] == wanted


@pytest.mark.parametrize(
    ("text", "key"),
    [("", "nothing_in_it"), (" \n ", "nothing_in_it"), ("a" * 20_001, "too_long")],
)
def test_nothing_and_too_much_are_refused(text: str, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        rules.check_text(text)


# --- what is said ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("hai A", "hai A"),
        ("  Đọc là hai A. ", "hai A"),
        ("“tổ dân phố”", "tổ dân phố"),
    ],
)
def test_a_reading_is_taken_as_people_type_it(typed: str, kept: str) -> None:
    assert rules.check_reading(typed) == kept


@pytest.mark.parametrize(
    ("typed", "key"),
    [("", "reading_empty"), ("đọc là ", "reading_empty"), ("2 A", "in_words"), ("a " * 60, "long")],
)
def test_a_reading_nobody_can_say_is_refused(typed: str, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        rules.check_reading(typed)


def _flags_figures(text: str, readings: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = dict(readings) if isinstance(readings, dict) else {}
    return (text,), tuple(word for word in text.split() if word.isdigit() and word not in known)


def test_every_part_is_held_to_what_a_voice_can_say() -> None:
    org = Organisation(read_aloud=_flags_figures)
    plan = Plan("Phường 4", date(2026, 12, 1), (("Họp 5", "lúc 7 và 5"),), "gọi 113", {"7": "bảy"})

    assert rules.unread(org, plan) == ("4", "113", "5")
    with pytest.raises(Refusal, match=r"bulletins\.unread") as refused:
        rules.check_approvable(plan, ("4", "113", "5", "6"))
    assert refused.value.values["tokens"] == "“4”, “113”, “5”"
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
    assert rules.used(readings, ["Họp ở TDP"]) == {"TDP": "tổ dân phố"}


def test_a_long_list_of_titles_is_cut() -> None:
    titles = _plan(*((f"Việc {number}", "") for number in range(8))).titles()
    assert len(titles) == 5
    assert titles[-1].values == {"count": 4}
    assert len(_plan(*((f"Việc {number}", "") for number in range(4))).titles()) == 4


@given(st.lists(st.text("ab ", max_size=300), max_size=6))
def test_pages_hold_every_word_once_in_order(paragraphs: list[str]) -> None:
    text = "\n".join(paragraphs)
    page, said = 0, []
    while True:
        shown, goes_on = rules.page_of(text, page)
        assert len(shown.split()) <= rules.A_PAGE
        said += shown.split()
        page += 1
        if not goes_on:
            break
    assert said == text.split()


@pytest.mark.parametrize(
    "line",
    [
        "Hạn nộp là ngày 12. Ai chưa nộp thì nộp sớm.",
        "Họp lúc 19 giờ ngày 5. Mang theo sổ.",
        "Nộp trước 3/2. Hết.",
    ],
)
def test_a_number_inside_a_line_is_never_taken_for_the_number_of_an_item(line: str) -> None:
    said = " ".join(f"{piece.title}. {piece.text}" for piece in split_items(line))
    figures = [word for word in line.replace(".", " ").split() if word[0].isdigit()]

    assert [word for word in said.replace(".", " ").split() if word[0].isdigit()] == figures
