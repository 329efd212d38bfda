"""Polls: who counts, when a motion is carried, and what may be done when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.organisation import Organisation
from rules.polls import (
    LEADING,
    USUAL,
    Draft,
    Poll,
    Seat,
    offered_evenings,
    reminder_due,
    told_apart,
    typed_comment,
    typed_options,
    typed_question,
)
from rules.polls_counting import (
    SHARES,
    Turnout,
    Voter,
    by_choice,
    count,
    counted,
    needed,
    outcome,
    rule,
    sentence,
    too_few,
)
from rules.polls_voters import may_vote, named, offered, on_roll
from rules.refusal import Refusal
from rules.words import words

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
CLOSE = NOW + timedelta(days=1)
ORG = Organisation()

POLL = Poll(
    id=3,
    unit_id=2,
    unit_name="Chi bộ 1",
    unit_path="1/2/",
    author_id=2,
    question="Thông qua nghị quyết tháng 12?",
    options=USUAL,
    threshold="two_thirds",
    base="roll",
    deciding=0,
    voters="full",
    state="open",
    opens_at=NOW,
    closes_at=CLOSE,
)


def roll(full: int, exempt: int = 0, probationary: int = 0, *, votes: str = "") -> list[Voter]:
    """A roll; the digits of `votes` are the choices of the first on it, "-" for none."""
    statuses = ["full"] * full + ["exempt"] * exempt + ["probationary"] * probationary
    choices = [None if one == "-" else int(one) for one in votes.ljust(len(statuses), "-")]
    return [
        Voter(number, f"N{number}", status, may_vote(status, "full"), choice)
        for number, (status, choice) in enumerate(zip(statuses, choices, strict=True))
    ]


NEEDED = [
    ("more_than_half", 16, 9),  # 8 of 16 is not more than half
    ("more_than_half", 17, 9),
    ("more_than_half", 2, 2),  # one yes of two is not enough
    ("more_than_half", 1, 1),
    ("more_than_half", 0, 1),
    ("two_thirds", 20, 14),  # 13.33
    ("two_thirds", 21, 14),  # exactly two thirds is enough
    ("two_thirds", 22, 15),
    ("two_thirds", 3, 2),
    ("two_thirds", 1, 1),
    ("two_thirds", 0, 1),  # nobody carries nothing
]


@pytest.mark.parametrize(("threshold", "base", "votes"), NEEDED)
def test_a_threshold_needs_exactly_so_many_votes(threshold: str, base: int, votes: int) -> None:
    assert needed(threshold, base) == votes


@given(st.sampled_from(sorted(SHARES)), st.integers(1, 10_000))
def test_the_votes_needed_are_the_fewest_that_reach_the_share(threshold: str, base: int) -> None:
    share, exceed = SHARES[threshold]
    least = needed(threshold, base)

    def reaches(votes: int) -> bool:
        return Fraction(votes, base) > share if exceed else Fraction(votes, base) >= share

    assert reaches(least)
    assert not reaches(least - 1)
    assert least <= base


COUNTED = [
    ("full members count though they stay away", roll(5), 5),
    ("an exempt member who stays away does not", roll(5, exempt=2), 5),
    ("an exempt member who votes does", roll(2, exempt=2, votes="--0"), 3),
    ("probationary members never do", roll(5, probationary=3), 5),
]


@pytest.mark.parametrize(("why", "people", "base"), COUNTED)
def test_the_base_follows_the_regulation(why: str, people: list[Voter], base: int) -> None:
    assert counted(people) == base, why


RESULTS = [
    # threshold, base, roll, counted base, needed, passed
    ("more_than_half", "roll", roll(16, votes="0" * 8), 16, 9, False),
    ("more_than_half", "roll", roll(16, votes="0" * 9), 16, 9, True),
    ("more_than_half", "cast", roll(16, votes="0001"), 4, 3, True),
    ("more_than_half", "cast", roll(16, votes="0011"), 4, 3, False),
    ("two_thirds", "roll", roll(20, votes="0" * 13), 20, 14, False),
    ("two_thirds", "roll", roll(20, votes="0" * 14), 20, 14, True),
    ("two_thirds", "cast", roll(20, votes="001"), 3, 2, True),
    ("two_thirds", "roll", roll(2, exempt=1, votes="001"), 3, 2, True),
    ("two_thirds", "roll", roll(3, votes=""), 3, 2, False),
    ("more_than_half", "cast", roll(3, votes=""), 0, 1, False),
]


@pytest.mark.parametrize(("threshold", "base", "people", "of", "least", "passed"), RESULTS)
def test_a_motion_is_carried_by_the_rule_it_was_put_under(
    threshold: str, base: str, people: list[Voter], of: int, least: int, passed: bool
) -> None:
    result = count(replace(POLL, threshold=threshold, base=base), people)

    assert (result.base, result.needed, result.passed) == (of, least, passed)


def test_votes_are_counted_per_option() -> None:
    assert count(POLL, roll(6, votes="0020-1")).counts == (3, 1, 1)


def test_a_result_says_itself_with_its_arithmetic() -> None:
    said = sentence(POLL, count(POLL, roll(21, votes="0" * 15)))

    assert said == words(
        "polls.passed_roll", base=21, spared="", needed=14, votes=15, option=USUAL[0]
    )


def test_a_low_turnout_is_said_before_what_it_decided() -> None:
    said = sentence(POLL, count(POLL, roll(21, votes="0" * 5)))

    decision = words("polls.failed_few", base=21, spared="", needed=14, votes=5, option=USUAL[0])
    turnout = words("polls.turnout_low", cast=5, voters=21)
    assert said == words("polls.few_voted", turnout=turnout, decision=decision)


@pytest.mark.parametrize(
    ("cast", "voters", "key"),
    [
        (0, 21, "polls.none_so_far"),
        (10, 21, "polls.few_so_far"),
        (11, 21, "polls.so_far"),
        (10, 20, "polls.so_far"),  # a half is not low
    ],
)
def test_progress_says_plainly_when_few_have_voted(cast: int, voters: int, key: str) -> None:
    assert Turnout(cast, voters).so_far.key == key


OF_FIVE = {cast: Turnout(cast, 5).said for cast in range(6)}
FREE = replace(POLL, threshold="none", base="cast", options=("Thứ Sáu", "Thứ Bảy", "Chủ nhật"))


@pytest.mark.parametrize(
    ("poll", "votes", "said"),
    [
        (FREE, "112", words("polls.leads", turnout=OF_FIVE[3], votes=2, option="Thứ Bảy")),
        (FREE, "1122", words("polls.tied", turnout=OF_FIVE[4], votes=2)),
        (FREE, "1", words("polls.leads", turnout=OF_FIVE[1], votes=1, option="Thứ Bảy")),
        (FREE, "", words("polls.nobody_voted")),
        (POLL, "", words("polls.nobody_voted_failed")),
    ],
)
def test_counts_ties_and_silence_are_said_as_they_are(poll: Poll, votes: str, said: object) -> None:
    assert sentence(poll, count(poll, roll(5, votes=votes))) == said


def test_a_poll_without_a_threshold_carries_nothing() -> None:
    result = count(FREE, roll(5, votes="00000"))

    assert (result.needed, result.passed) == (None, None)


def test_a_frozen_result_comes_back_from_the_books_as_it_was() -> None:
    result = count(POLL, roll(3, votes="001"))
    kept = {**vars(result), "counts": list(result.counts)}

    assert outcome(replace(POLL, result=kept)) == result
    assert outcome(POLL) is None


def test_a_result_from_before_the_turnout_was_kept_claims_nothing_about_it() -> None:
    kept = {"counts": [3, 1], "base": 4, "needed": None, "in_favour": 3, "passed": None}
    old = outcome(replace(FREE, result=kept))

    assert old is not None
    assert sentence(FREE, old).values["turnout"] == words("polls.turnout_alone", cast=4)


@pytest.mark.parametrize(
    ("poll", "people", "said"),
    [
        (POLL, roll(20), words("polls.rule_roll", base=20, needed=14, option=USUAL[0])),
        (POLL, roll(20, 1), words("polls.rule_roll_exempt", base=20, needed=14, option=USUAL[0])),
        (replace(POLL, base="cast"), roll(20), words("polls.rule_two_thirds", option=USUAL[0])),
        (FREE, roll(20), words("polls.rule_none")),
    ],
)
def test_the_rule_is_said_with_its_arithmetic_before_the_vote(
    poll: Poll, people: list[Voter], said: object
) -> None:
    assert rule(poll, people) == said


def test_names_stand_under_what_they_chose() -> None:
    people = roll(4, probationary=1, votes="0-10")

    found = [(option, [one.name for one in group]) for option, group in by_choice(POLL, people)]
    assert found == [
        (USUAL[0], ["N0", "N3"]),
        (USUAL[1], ["N2"]),
        (words("polls.did_not_vote"), ["N1"]),
    ]


def refused(call: object, *args: object) -> str:
    """The key of the refusal."""
    with pytest.raises(Refusal) as no:
        call(*args)  # type: ignore[operator]
    return no.value.key


@pytest.mark.parametrize(
    ("poll", "status", "choice", "at", "key"),
    [
        (POLL, "full", 0, CLOSE, "polls.closed"),  # the clock decides, even before the count
        (replace(POLL, state="closed"), "full", 0, NOW, "polls.closed"),
        (replace(POLL, state="cancelled"), "full", 0, NOW, "polls.is_cancelled"),
        (replace(POLL, state="scheduled"), "full", 0, NOW, "polls.not_yet_open"),
        (POLL, "probationary", 0, NOW, "polls.you_follow"),
        (POLL, "full", 3, NOW, "polls.no_such_option"),
        (POLL, "full", -1, NOW, "polls.no_such_option"),
    ],
)
def test_a_vote_is_refused_when_it_does_not_count(
    poll: Poll, status: str, choice: int, at: datetime, key: str
) -> None:
    assert refused(Seat(poll, may_vote(status, "full")).check_vote, choice, at) == key


@pytest.mark.parametrize("status", ["full", "exempt"])
def test_full_and_exempt_members_vote_until_the_last_moment(status: str) -> None:
    Seat(POLL, may_vote(status, "full")).check_vote(2, CLOSE - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("status", "voters", "stands", "votes"),
    [
        ("full", "full", True, True),
        ("exempt", "full", True, True),
        ("probationary", "full", True, False),  # sees it and cannot vote
        ("suspended", "full", False, False),
        ("away", "full", False, False),
        ("probationary", "all", True, True),
        ("suspended", "all", False, False),
        ("full", "committee", True, True),
        ("probationary", "committee", False, False),
        ("probationary", "secretaries", False, False),
    ],
)
def test_who_stands_on_the_roll_and_who_votes(
    status: str, voters: str, stands: bool, votes: bool
) -> None:
    assert (on_roll(status, voters), may_vote(status, voters)) == (stands, votes)


WARD = {"full": 9, "all": 10, "committee": 3, "secretaries": 3}


@pytest.mark.parametrize(
    ("decides", "counts", "asked"),
    [
        (False, WARD, ("full", "all", "committee", "secretaries")),
        (True, WARD, ("full", "committee", "secretaries")),  # they give an opinion, not a decision
        (False, {**WARD, "all": 9}, ("full", "committee", "secretaries")),  # there are none
        (True, {**WARD, "committee": 1, "secretaries": 1}, ("full",)),  # one is nobody's body
    ],
)
def test_only_those_are_offered_whom_the_rules_allow(
    decides: bool, counts: dict[str, int], asked: tuple[str, ...]
) -> None:
    assert offered(decides, counts) == asked


def test_who_votes_is_named_with_the_unit() -> None:
    assert POLL.who == named("full", "Chi bộ 1") == words("polls.voters_full", unit="Chi bộ 1")


@pytest.mark.parametrize(
    ("seat", "at", "key"),
    [
        (Seat(POLL, True, 0), NOW, "polls.no_comment_wanted"),
        (Seat(POLL, True), NOW, "polls.no_comment_wanted"),
        (Seat(FREE, True, 2), NOW, "polls.no_comment_wanted"),
        (Seat(POLL, True, 2), CLOSE, "polls.closed"),
    ],
)
def test_only_another_view_takes_words_and_only_while_votes_are_taken(
    seat: Seat, at: datetime, key: str
) -> None:
    assert refused(seat.check_comment, at) == key
    Seat(POLL, True, 2).check_comment(NOW)


def test_the_words_beside_a_vote_are_one_sentence() -> None:
    assert typed_comment(" Nên  làm vào mùa khô. ") == "Nên làm vào mùa khô."
    assert refused(typed_comment, " ") == "polls.please_type"
    assert refused(typed_comment, "x" * 201) == "polls.comment_too_long"


NOVEMBER = replace(POLL, question="Thông qua nghị quyết tháng 11?")


@pytest.mark.parametrize(
    ("polls", "names"),
    [
        ([POLL, FREE], None),  # the same question of the same unit twice: numbered
        (
            [replace(POLL, question="Đổi giờ họp?"), NOVEMBER],
            ["Đổi giờ họp?", "Thông qua nghị quyết tháng…"],
        ),
        (
            [POLL, replace(POLL, unit_name="Chi bộ 2")],
            ["Chi bộ 1: Thông qua nghị…", "Chi bộ 2: Thông qua nghị…"],
        ),
        ([POLL, NOVEMBER], ["Thông qua nghị… tháng 12?", "Thông qua nghị… tháng 11?"]),
    ],
)
def test_no_two_polls_look_alike_on_buttons(polls: list[Poll], names: list[str] | None) -> None:
    shown = told_apart(polls, 28)

    assert shown == (names or ["Thông qua nghị quyết… (1)", "Thông qua nghị quyết… (2)"])
    assert all(len(one) <= 28 for one in shown)


def test_the_close_can_only_move_later() -> None:
    assert refused(POLL.check_longer, CLOSE) == "polls.only_longer"
    POLL.check_longer(CLOSE + timedelta(minutes=1))


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Thứ Sáu\nThứ Bảy", ("Thứ Sáu", "Thứ Bảy")),
        ("1. Thứ Sáu\n2) Thứ Bảy\n\n- Chủ nhật", ("Thứ Sáu", "Thứ Bảy", "Chủ nhật")),
        ("Thứ Sáu, Thứ Bảy, Chủ nhật", ("Thứ Sáu", "Thứ Bảy", "Chủ nhật")),
        ("1,5 triệu; 2 triệu", ("1,5 triệu", "2 triệu")),
        ("1.5 triệu\n2.5 triệu", ("1.5 triệu", "2.5 triệu")),
        ("Họp, có ăn trưa\nHọp, không ăn", ("Họp, có ăn trưa", "Họp, không ăn")),
    ],
)
def test_options_are_read_as_people_type_them(text: str, options: tuple[str, ...]) -> None:
    assert typed_options(text) == options


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "polls.how_many_options"),
        ("Chỉ một", "polls.how_many_options"),
        ("a\nb\nc\nd\ne", "polls.how_many_options"),
        ("Có\ncó", "polls.options_alike"),
        ("Có\n" + "x" * 29, "polls.option_too_long"),
    ],
)
def test_options_that_do_not_fit_are_asked_again(text: str, key: str) -> None:
    assert refused(typed_options, text) == key


def test_a_question_is_short_enough_to_be_heard() -> None:
    assert typed_question("  Thông qua   nghị quyết? ") == "Thông qua nghị quyết?"
    assert refused(typed_question, " \n ") == "polls.please_type"
    assert refused(typed_question, "x" * 301) == "polls.question_too_long"


DRAFT = Draft(
    **{
        name: value
        for name, value in vars(replace(POLL, state="draft", opens_at=None)).items()
        if name not in ("closed_at", "ended_by", "reason", "result")
    }
)


@pytest.mark.parametrize(
    ("draft", "step"),
    [
        (replace(DRAFT, question=""), "question"),
        (replace(DRAFT, options=()), "options"),
        (replace(DRAFT, threshold=""), "threshold"),
        (replace(DRAFT, base=""), "base"),
        (replace(DRAFT, voters=""), "voters"),
        (replace(DRAFT, closes_at=None), "closes"),
        (replace(DRAFT, closes_at=NOW), "closes"),  # lay for days: its close has passed
        (replace(DRAFT, threshold="none", base=""), None),
        (DRAFT, None),
    ],
)
def test_a_draft_knows_what_is_still_open(draft: Draft, step: str | None) -> None:
    assert draft.step(NOW) == step


@pytest.mark.parametrize(
    ("draft", "opens_at", "key"),
    [
        (replace(DRAFT, options=()), NOW, "polls.unfinished"),
        (DRAFT, NOW - timedelta(hours=1), "polls.opening_passed"),
        (DRAFT, CLOSE, "polls.too_short"),
    ],
)
def test_a_draft_that_is_not_ready_is_not_opened(
    draft: Draft, opens_at: datetime, key: str
) -> None:
    assert refused(draft.check_ready, opens_at, NOW) == key


@pytest.mark.parametrize(
    ("hour", "days"), [(9, (0, 1, 3)), (19, (0, 1, 3)), (20, (1, 3)), (23, (1, 3))]
)
def test_tonight_is_offered_while_there_is_time_to_vote(hour: int, days: tuple[int, ...]) -> None:
    now = datetime(2026, 11, 23, hour, 0, tzinfo=ORG.zone)

    assert offered_evenings(now, now, ORG) == days


def at(day: int, hour: int) -> datetime:
    """A moment in November on the organisation's clocks."""
    return datetime(2026, 11, day, hour, 0, tzinfo=ORG.zone)


@pytest.mark.parametrize(
    ("opens", "closes", "due"),
    [
        (at(23, 9), at(23, 20), at(23, 17)),
        (at(23, 9), at(23, 14), None),  # two hours after the opening is no time for a reminder
        (at(23, 9), at(24, 6), None),  # it would come after the close, for the quiet hours
    ],
)
def test_a_reminder_comes_three_hours_before_the_close_if_it_helps(
    opens: datetime, closes: datetime, due: datetime | None
) -> None:
    assert reminder_due(replace(POLL, opens_at=opens, closes_at=closes), ORG) == due


@pytest.mark.parametrize(
    ("cast", "threshold", "passed", "votes"),
    [
        ("2210", "more_than_half", False, 2),
        ("2221", "more_than_half", True, 3),
        ("2211", "more_than_half", False, 2),
        ("222110", "two_thirds", False, 3),
        ("222210", "two_thirds", True, 4),
    ],
)
def test_whichever_option_leads_must_reach_the_share(
    cast: str, threshold: str, passed: bool, votes: int
) -> None:
    poll = replace(POLL, threshold=threshold, base="cast", deciding=LEADING)
    result = count(poll, roll(len(cast), votes=cast))

    assert (result.passed, result.in_favour) == (passed, votes)


@pytest.mark.parametrize(
    ("unlinked", "warned"),
    [(0, False), (2, False), (3, True), (6, True)],
)
def test_that_a_motion_cannot_pass_yet_is_said_before_it_opens(unlinked: int, warned: bool) -> None:
    poll, members = replace(POLL, threshold="more_than_half"), roll(6)
    said = too_few(poll, members, unlinked)
    assert bool(said) is warned
    assert too_few(replace(poll, base="cast"), members, unlinked) == ""
