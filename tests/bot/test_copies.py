"""What a mailing says is set once, and everybody gets a copy of their own."""

from zoneinfo import ZoneInfo

import pytest

from bot.copies import KEPT, Copies
from bot.pages import Pages
from bot.routing import Switches
from bot.texts import Texts
from rules.messages import Button, Message
from rules.words import words
from storage.mailings import NOTICES, Mailing
from storage.media import Kept
from tests.conftest import NOW

TEXTS = Texts("party", ZoneInfo("Asia/Ho_Chi_Minh"))
SAYS = Message(words("help.which_speed"), (Button(words("home.back"), ("home.home",)),))


def mailing(number: int, message: Message = SAYS) -> Mailing:
    return Mailing(
        number, "notice:1", message, NOTICES, "going", None, None, 0, None, False, NOW, None
    )


def file(remote: dict[str, str]) -> Kept:
    return Kept(1, "bell", "voice", "bell.ogg", "bell.ogg", "audio/ogg", 9, 1, remote)


@pytest.fixture
def copies() -> Copies:
    return Copies(Pages(TEXTS, Switches(())))


def test_each_reads_it_in_her_language_and_presses_buttons_of_her_own(copies: Copies) -> None:
    first, second, third = (
        copies.copy(mailing(1), language, None, delivery)
        for language, delivery in (("vi", 7), ("en", 8), ("vi", 9))
    )

    assert first.text == third.text == TEXTS.say("help.which_speed", {}, "vi")
    assert second.text == TEXTS.say("help.which_speed", {}, "en")
    assert first.rows[0][0].data.endswith("7")
    assert third.rows[0][0].data.endswith("9")


def test_mailings_are_not_mistaken_for_each_other_however_many_there_are(
    copies: Copies,
) -> None:
    for number in range(2 * KEPT):
        other = Message(words("commands.letters_written", count=number, name="x", member="y"))
        assert str(number) in copies.copy(mailing(number, other), "vi", None, 1).text


def test_where_its_file_lies_by_now_is_never_forgotten(copies: Copies) -> None:
    copies.copy(mailing(1), "vi", file({}), 1)

    assert copies.copy(mailing(1), "vi", file({"telegram": "id"}), 2).media == file(
        {"telegram": "id"}
    )
