"""What is said of a broadcast: whom it has not reached, and why."""

import pytest

from bot.texts import Texts
from rules.mailings import not_reached
from rules.organisation import Organisation
from rules.words import Words


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ({"unlinked": 3}, "Chưa nhận: 3 chưa vào sổ."),
        ({"failed": 1, "unreachable": 1}, "Chưa nhận: 2 không gửi được."),
        ({"uncertain": 1, "held": 2, "sent": 5}, "Chưa nhận: 3 chưa chắc."),
        ({"queued": 1, "leased": 1, "recalled": 4}, "Chưa nhận: 2 đang chờ, 4 đã dừng."),
        ({"listed": 2}, "Chưa nhận: 2 vào sổ sau."),
    ],
)
def test_every_claim_is_said_apart(states: dict[str, int], said: str) -> None:
    texts, found = Texts("party", Organisation().zone), not_reached(states)

    assert isinstance(found, Words)
    assert texts.words(found, "vi") == said


def test_when_all_have_it_nothing_is_said() -> None:
    assert not_reached({"sent": 3, "told": 1}) == ""
