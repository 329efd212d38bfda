"""The pages of names: grouped by option, sixty words at most, nobody left out or named twice."""

import pytest

from bot.texts import Texts
from handlers.dialog import Screen, Turn
from handlers.polls_names import names_page
from rules.organisation import Organisation
from rules.polls_counting import Voter
from tests.rules.test_polls import POLL

SENTENCE = " ".join(["chờ"] * 50)  # two hundred letters, as many as are taken


async def here(turn: Turn, poll_id: int, page: int) -> Screen:
    """Where the other pages are drawn."""
    raise AssertionError


def voters(*choices: int | None, comment: str | None = None) -> list[Voter]:
    """Somebody with a name of four words for each choice."""
    return [
        Voter(number, f"Công Tằng Tôn {number}", "full", True, choice, comment if choice else None)
        for number, choice in enumerate(choices)
    ]


@pytest.mark.parametrize(
    ("roll", "comments"),
    [
        (voters(*[0] * 70, *[1] * 3, *[2] * 30, *[None] * 40), False),
        (voters(0, 2, 2, 2, 2, 1, comment=SENTENCE), True),
        (voters(0, 2, 2, 2, 2, 1, comment=SENTENCE), False),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_name_stands_on_one_page_of_sixty_words(
    roll: list[Voter], comments: bool, language: str
) -> None:
    texts = Texts("party", Organisation().zone)
    named: list[str] = []
    page, more = 0, True
    while more:
        screen = names_page(POLL, roll, page, here, here, comments=comments)
        said = texts.say(screen.key, screen.values, language)
        assert len(said.split()) <= 60, said
        assert len(screen.choices) <= 2
        named += [
            one.name
            for one in roll
            if f"{one.name}," in f"{said},".replace("\n", ",").replace(":", ",")
        ]
        more = any(one.args[1] == page + 1 for one in screen.choices)
        page += 1
        assert ("chờ chờ" in said) <= comments
    assert sorted(named) == sorted(one.name for one in roll)


def test_a_long_list_is_left_for_the_next_option_with_one_press() -> None:
    roll = voters(*[0] * 70, 1)
    first = names_page(POLL, roll, 0, here, here, comments=False)
    leap = next(one for one in first.choices if one.label == "polls.next_option")
    then = names_page(POLL, roll, leap.args[1], here, here, comments=False)
    assert (then.values["option"], then.values["count"]) == (POLL.options[1], 1)
