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
from typing import ClassVar

from rules.polls import LEADING, Asked, Option, Poll
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
    may_vote: bool  # or only follows
    choice: int | None = None
    comment: str | None = None
    people: ClassVar[int] = 1


@dataclass(frozen=True)
class Alike:
    """So many people on the roll between whom the count makes no difference."""

    status: str
    may_vote: bool
    people: int
    choice: int | None = None


Roll = Sequence[Voter] | Sequence[Alike]


@dataclass(frozen=True)
class Turnout:
    """How many voted, of how many who may."""

    cast: int
    voters: int

    @property
    def is_low(self) -> bool:
        """Whether fewer than half voted: that is said before what they decided."""
        return 2 * self.cast < self.voters

    @property
    def so_far(self) -> Words:
        """How far it has come, while votes are taken."""
        if not self.cast:
            return words("polls.none_so_far", voters=self.voters)
        key = "polls.few_so_far" if self.is_low else "polls.so_far"
        return words(key, cast=self.cast, voters=self.voters)

    @property
    def said(self) -> Words:
        """How many voted, when it is over."""
        if not self.voters:
            return words("polls.turnout_alone", cast=self.cast)
        if not self.cast:
            return words("polls.turnout_none", voters=self.voters)
        key = "polls.turnout_low" if self.is_low else "polls.turnout"
        return words(key, cast=self.cast, voters=self.voters)


@dataclass(frozen=True)
class Result:
    """The count of `voters` who might vote. `needed` and `passed` are None without a threshold."""

    counts: tuple[int, ...]
    base: int
    needed: int | None
    in_favour: int
    passed: bool | None
    voters: int = 0  # unknown of polls closed before it was kept

    @property
    def cast(self) -> int:
        """How many voted."""
        return sum(self.counts)

    @property
    def spared(self) -> int:
        """How many might vote but do not count in a share of all: exempt ones who did not."""
        return max(0, self.voters - self.base)

    @property
    def turnout(self) -> Turnout:
        """How many voted, of how many who may."""
        return Turnout(self.cast, self.voters)


def needed(threshold: str, base: int) -> int:
    """The votes a motion needs of `base`: at least one, even of none."""
    share, exceed = SHARES[threshold]
    exact = share * base
    return max(1, floor(exact) + 1 if exceed else ceil(exact))


def count(poll: Asked, roll: Roll) -> Result:
    """The result of the votes on this roll."""
    chosen = Counter[int | None]()
    for one in roll:
        chosen[one.choice] += one.people
    counts = tuple(chosen[option] for option in range(len(poll.options)))
    base = counted(roll) if poll.base == "roll" and poll.decides else sum(counts)
    in_favour = max(counts) if poll.deciding == LEADING else counts[poll.deciding]
    voters = voting(roll)
    if not poll.decides:
        return Result(counts, base, None, in_favour, None, voters)
    least = needed(poll.threshold, base)
    return Result(counts, base, least, in_favour, in_favour >= least, voters)


def voting(roll: Roll) -> int:
    """How many of the roll may vote."""
    return sum(one.people for one in roll if one.may_vote)


def counted(roll: Roll) -> int:
    """How many of the roll count: full members always, exempt ones if they voted."""
    return sum(
        one.people
        for one in roll
        if one.status == "full" or (one.status == "exempt" and one.choice is not None)
    )


def too_few(poll: Asked, roll: Roll, unlinked: int) -> Words | str:
    """That not enough of the voters can be asked yet for a motion to pass, of whom so many have not
    joined."""
    if not poll.decides or poll.base != "roll":
        return ""
    joined, least = voting(roll) - unlinked, needed(poll.threshold, counted(roll))
    return words("polls.too_few", joined=joined, needed=least) if joined < least else ""


def sentence(poll: Asked, result: Result) -> Words:
    """The result in one plain sentence, with its arithmetic."""
    if not result.cast:
        return words("polls.nobody_voted_failed" if poll.decides else "polls.nobody_voted")
    if poll.decides:
        return _decision(poll, result)
    turnout, most = result.turnout.said, max(result.counts)
    if result.counts.count(most) > 1:
        return words("polls.tied", turnout=turnout, votes=most)
    return words("polls.leads", turnout=turnout, votes=most, option=_leader(poll, result))


def _leader(poll: Asked, result: Result) -> Option:
    """The option with the most votes, or that several have as many."""
    most = max(result.counts)
    if result.counts.count(most) > 1:
        return words("polls.each_leading_option")
    return poll.options[result.counts.index(most)]


def totals(poll: Asked, result: Result) -> tuple[Words, ...]:
    """The votes for each option, a line each."""
    return tuple(
        words("polls.total", option=option, votes=votes)
        for option, votes in zip(poll.options, result.counts, strict=False)
    )


def shares_of(poll: Asked, result: Result) -> Words:
    """What the percentages beside the votes are of."""
    key = "polls.shares_of_all" if poll.decides and poll.base == "roll" else "polls.shares_of_cast"
    return words(key, base=result.base)


def told(poll: Poll, result: Result) -> Words:
    """What came out and, where that is so, that it was ended before the hour all were told."""
    said, early = sentence(poll, result), poll.ended_early
    return words("polls.sentence_early", sentence=said, early=early) if early else said


def _decision(poll: Asked, result: Result) -> Words:
    option = _leader(poll, result) if poll.deciding == LEADING else poll.motion
    values = {"needed": result.needed, "votes": result.in_favour, "option": option}
    outcome, turnout = "passed" if result.passed else "failed", result.turnout
    if poll.base == "cast":
        return words(f"polls.{outcome}_cast", turnout=turnout.said, **values)
    of = {"base": result.base, "spared": _spared(poll, result)}
    if not turnout.is_low:
        return words(f"polls.{outcome}_roll", **of, **values)
    said = words(f"polls.{outcome}_few", **of, **values)
    return words("polls.few_voted", turnout=turnout.said, decision=said)


def _spared(poll: Asked, result: Result) -> Words | str:
    """Why fewer count than may vote. One that was ended early has no room for it."""
    early = isinstance(poll, Poll) and poll.ended_early
    return words("polls.spared", spared=result.spared) if result.spared and not early else ""


def rule(poll: Asked, roll: Roll) -> Words:
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


def by_choice(poll: Asked, roll: Sequence[Voter]) -> list[tuple[Option, list[Voter]]]:
    """The people under each option somebody chose, and last those who may vote and did not."""
    groups: list[tuple[Option, list[Voter]]] = [
        (option, [one for one in roll if one.choice == number])
        for number, option in enumerate(poll.options)
    ]
    silent = [one for one in roll if one.choice is None and one.may_vote]
    groups.append((words("polls.did_not_vote"), silent))
    return [(option, people) for option, people in groups if people]


def outcome(poll: Poll) -> Result | None:
    """The result that was frozen when the poll closed."""
    if poll.result is None:
        return None
    return Result(**{**poll.result, "counts": tuple(poll.result["counts"])})
