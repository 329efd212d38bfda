"""Counting a poll: who counts, and when a motion is carried.

The base follows the regulation on applying the Charter (24-QĐ/TW 2021, section 9.3.2, kept in
294-QĐ/TW 2025): full members always count, exempt ones only if they vote, all others never.
Shares are exact fractions: 8 of 16 is not more than half, and two thirds of 20 is 14.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from rules.members import votes
from rules.polls import Asked, Option, Poll
from rules.words import Words, words

SHARES = {  # the share of the base that is needed, and whether it must be exceeded
    "more_than_half": (Fraction(1, 2), True),
    "two_thirds": (Fraction(2, 3), False),
}


@dataclass(frozen=True)
class Voter:
    """Somebody on the roll, and what they chose."""

    member_id: int
    name: str
    status: str
    choice: int | None = None


@dataclass(frozen=True)
class Turnout:
    """How many voted, of how many who may."""

    cast: int
    voters: int


@dataclass(frozen=True)
class Result:
    """The count. `needed` and `passed` are None for a poll without a threshold."""

    counts: tuple[int, ...]
    base: int
    needed: int | None
    in_favour: int
    passed: bool | None

    @property
    def cast(self) -> int:
        """How many voted."""
        return sum(self.counts)


def needed(threshold: str, base: int) -> int:
    """The votes a motion needs of `base`: at least one, even of none."""
    share, exceed = SHARES[threshold]
    exact = share * base
    return max(1, floor(exact) + 1 if exceed else ceil(exact))


def count(poll: Asked, roll: Sequence[Voter]) -> Result:
    """The result of the votes on this roll."""
    chosen = Counter(one.choice for one in roll if one.choice is not None)
    counts = tuple(chosen[option] for option in range(len(poll.options)))
    base = counted(roll) if poll.base == "roll" and poll.decides else sum(counts)
    in_favour = counts[poll.deciding]
    if not poll.decides:
        return Result(counts, base, None, in_favour, None)
    least = needed(poll.threshold, base)
    return Result(counts, base, least, in_favour, in_favour >= least)


def counted(roll: Sequence[Voter]) -> int:
    """How many of the roll count: full members always, exempt ones if they voted."""
    return sum(
        one.status == "full" or (one.status == "exempt" and one.choice is not None) for one in roll
    )


def sentence(poll: Asked, result: Result) -> Words:
    """The result in one plain sentence, with its arithmetic."""
    if not result.cast:
        return words("polls.nobody_voted_failed" if poll.decides else "polls.nobody_voted")
    if poll.decides:
        outcome = "passed" if result.passed else "failed"
        return words(
            f"polls.{outcome}_{poll.base}",
            base=result.base,
            needed=result.needed,
            votes=result.in_favour,
            option=poll.motion,
        )
    most = max(result.counts)
    if result.counts.count(most) > 1:
        return words("polls.tied", cast=result.cast, votes=most)
    first = poll.options[result.counts.index(most)]
    return words("polls.leads", cast=result.cast, votes=most, option=first)


def rule(poll: Asked, roll: Sequence[Voter]) -> Words:
    """The rule in plain words, with its arithmetic for this roll before anybody has voted."""
    if not poll.decides:
        return words("polls.rule_none")
    if poll.base == "cast":
        return words(f"polls.rule_{poll.threshold}", option=poll.motion)
    base = counted(roll)
    exempt = any(one.status == "exempt" for one in roll)
    return words(
        "polls.rule_roll_exempt" if exempt else "polls.rule_roll",
        base=base,
        needed=needed(poll.threshold, base),
        option=poll.motion,
    )


def by_choice(poll: Asked, roll: Sequence[Voter]) -> list[tuple[Option, list[str]]]:
    """The names under each option somebody chose, and last those who may vote and did not."""
    groups: list[tuple[Option, list[str]]] = [
        (option, [one.name for one in roll if one.choice == number])
        for number, option in enumerate(poll.options)
    ]
    silent = [one.name for one in roll if one.choice is None and votes(one.status)]
    groups.append((words("polls.did_not_vote"), silent))
    return [(option, names) for option, names in groups if names]


def outcome(poll: Poll) -> Result | None:
    """The result that was frozen when the poll closed."""
    if poll.result is None:
        return None
    return Result(**{**poll.result, "counts": tuple(poll.result["counts"])})
