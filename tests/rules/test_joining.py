"""Codes and years as people type them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.joining import (
    ALPHABET,
    Invite,
    check_tries,
    code_in_groups,
    new_code,
    read_code,
    read_year,
)
from rules.refusal import Refusal

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed",
    ["7K3M9QXT2RBD", "7k3m 9qxt 2rbd", " 7K3M-9QXT-2RBD ", "7K3M.9QXT.2RBD\n"],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == "7K3M9QXT2RBD"


@pytest.mark.parametrize(
    "typed", ["", "7K3M9QXT2RB", "7K3M9QXT2RBDD", "xin chào bác Hoa", "7K3M9QXT2RB!"]
)
def test_what_is_no_code_is_not_taken_for_one(typed: str) -> None:
    assert read_code(typed) is None


def test_letters_that_look_like_digits_are_forgiven() -> None:
    assert read_code("O1IL 0000 0000") == "011100000000"


@given(st.text(alphabet=ALPHABET, min_size=12, max_size=12))
def test_every_printed_code_is_read_back(code: str) -> None:
    assert read_code(code_in_groups(code).lower()) == code


def test_codes_are_new_each_time() -> None:
    assert len({new_code() for _ in range(200)}) == 200


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        ("1951", 1951),
        ("năm 1951", 1951),
        ("sinh năm 1951 ạ", 1951),
        ("12/3/1951", 1951),
        ("51", 1951),
        ("năm 51", 1951),
        ("mười hai", None),
        ("1951 hay 1952", None),
        ("12345", None),
        ("", None),
    ],
)
def test_a_year_of_birth_is_read_as_people_write_it(typed: str, year: int | None) -> None:
    assert read_year(typed) == year


@pytest.mark.parametrize(
    "invite",
    [
        Invite(1, 1, NOW, None, None, None),
        Invite(1, 1, NOW + timedelta(days=1), None, NOW, None),
        Invite(1, 1, NOW + timedelta(days=1), None, None, NOW),
    ],
    ids=["too old", "used", "voided"],
)
def test_every_dead_code_is_refused_in_the_same_words(invite: Invite) -> None:
    with pytest.raises(Refusal) as refused:
        invite.check(NOW)

    assert refused.value.key == "joining.code_unknown"


@pytest.mark.parametrize(
    ("own", "everyones", "free"), [(4, 99, True), (5, 0, False), (0, 100, False)]
)
def test_tries_are_limited(own: int, everyones: int, *, free: bool) -> None:
    if free:
        check_tries(own, everyones)
        return
    with pytest.raises(Refusal):
        check_tries(own, everyones)
