"""A phone that several members share: four digits of one's own, and how long nobody asks again.

Who holds the phone is not who it belongs to. So it asks by name, forgets after ten idle minutes,
and asks once more before a vote.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import timedelta

from rules.refusal import Refusal

IDLE = timedelta(minutes=10)
MOST = 3  # people at one phone: as many as there are choices beside "somebody else"
TRIES, WINDOW = 5, timedelta(hours=1)


@dataclass(frozen=True)
class Seat:
    """One of those who share a phone, by the account that is theirs there."""

    account_id: int
    name: str


@dataclass(frozen=True)
class Pin:
    """Four digits as they are kept: nobody reads them back."""

    salt: str
    digest: str

    def opens(self, digits: str) -> bool:
        """Whether these are the digits."""
        return hmac.compare_digest(self.digest, sealed(digits, self.salt).digest)


def sealed(digits: str, salt: str) -> Pin:
    """Digits as they are kept. So few are guessed from any seal by whoever has the books; this one
    only keeps them from being read there in passing."""
    digest = hashlib.scrypt(digits.encode(), salt=salt.encode(), n=2**12, r=8, p=1, dklen=32)
    return Pin(salt, digest.hex())


def read_digits(text: str) -> str:
    """The four digits somebody typed: "2468", "24 68"."""
    digits = re.sub(r"[\s.\-]", "", text)
    if not re.fullmatch(r"[0-9]{4}", digits):
        raise Refusal("sharing.four_digits")
    return digits


def check_not_year(digits: str, born_year: int | None) -> None:
    """Refuse the year of birth, which those at home know, as somebody's digits."""
    if digits == str(born_year):
        raise Refusal("sharing.own_year")


def check_tries(tries: int) -> None:
    """Refuse a try after five wrong ones in an hour."""
    if tries >= TRIES:
        raise Refusal("sharing.too_many_tries")


def check_room(people: int) -> None:
    """Refuse one person too many."""
    if people >= MOST:
        raise Refusal("sharing.full", most=MOST)
