"""Who votes in a poll: chosen when it is opened, frozen in its roll.

Full members vote, exempt ones may; probationary members speak and follow (Charter art. 5). They are
asked only where nothing is decided. A leading body decides among its own members (Charter art. 9).
"""

from collections.abc import Mapping

from rules.members import invited, votes
from rules.words import Words, words

VOTERS = ("full", "all", "committee", "secretaries")
COMMITTEE = ("secretary", "deputy", "committee")  # the offices of a unit's leading body
FEWEST = 2  # one person is nobody's body


def may_vote(status: str, voters: str) -> bool:
    """Whether somebody of this status votes, or only follows."""
    return votes(status) or (voters == "all" and status == "probationary")


def on_roll(status: str, voters: str) -> bool:
    """Whether somebody of this status stands on the roll; a body's poll has no followers."""
    return invited(status) if voters in ("full", "all") else votes(status)


def offered(decides: bool, counts: Mapping[str, int]) -> tuple[str, ...]:
    """Who can be asked, the default first; `counts` says how many would vote of each."""
    fits = {
        "full": True,
        "all": not decides and counts["all"] > counts["full"],
        "committee": counts["committee"] >= FEWEST,
        "secretaries": counts["secretaries"] >= FEWEST,
    }
    return tuple(one for one in VOTERS if fits[one])


def named(voters: str, unit_name: str) -> Words:
    """Those who vote, as they are called together."""
    return words(f"polls.voters_{voters}", unit=unit_name)
