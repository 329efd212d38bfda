"""Joining: the code from a letter, the year of birth, and the consent."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from rules.refusal import Refusal

# Crockford's letters: none that can be mistaken for another on paper.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12  # 60 bits: with the limits below, guessing one of 1,000 live codes takes ages
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
CONSENT_VERSION = 1
TRIES, WINDOW = 5, timedelta(minutes=15)
ALL_TRIES, ALL_WINDOW = 100, timedelta(hours=1)


@dataclass(frozen=True)
class Invite:
    """A code's row: for whom, until when, and what became of it."""

    id: int
    member_id: int
    expires_at: datetime
    verified_by: int | None
    used_at: datetime | None
    voided_at: datetime | None
    given_by: int | None = None  # the account that gave its code last

    def opens(self, now: datetime) -> bool:
        """Whether the code is neither used, nor voided, nor too old."""
        return not self.used_at and not self.voided_at and now < self.expires_at

    def check(self, now: datetime) -> None:
        """Refuse a code that opens nothing: always in the same words."""
        if not self.opens(now):
            raise Refusal("joining.code_unknown")


def new_code() -> str:
    """A fresh code, as it is kept: twelve letters and digits without spaces."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def code_in_groups(code: str) -> str:
    """ "7K3M 9QXT 2RBD": how a code is printed and read out."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def read_code(text: str) -> str | None:
    """The code in what somebody typed, spaces, dashes and misread letters forgiven."""
    letters = "".join(one for one in text.upper() if one.isalnum()).translate(MISREAD)
    return letters if len(letters) == LENGTH and set(letters) <= set(ALPHABET) else None


def read_year(text: str) -> int | None:
    """A year of birth in what somebody typed: "1951", "năm 51", "12/3/1951"."""
    numbers = ["".join(group) for group in _digit_groups(text)]
    years = [int(one) for one in numbers if len(one) == 4 and one[:2] in ("19", "20")]
    if len(years) == 1:
        return years[0]
    return 1900 + int(numbers[0]) if len(numbers) == 1 and len(numbers[0]) == 2 else None


def check_tries(own: int, everyones: int) -> None:
    """Refuse a try after five in a quarter of an hour, or a hundred by everyone in an hour."""
    if own >= TRIES or everyones >= ALL_TRIES:
        raise Refusal("joining.too_many_tries")


def _digit_groups(text: str) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for letter in text:
        if letter.isdigit():
            groups[-1].append(letter)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]
