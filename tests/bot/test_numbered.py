"""Pages for those who type: numbers for choices, words for the rest, cut where a sentence ends."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.doors import Label, Page
from bot.likeness import plain
from bot.numbered import Numbered, Numbers, split, word_of
from bot.pages import Pages
from bot.routing import Switches
from bot.texts import LANGUAGES, LOCALES, Texts
from handlers import lost
from handlers.topics import TOPICS
from rules.messages import Button, Message, Route
from rules.words import Words, letters

TEXTS = Texts("party", ZoneInfo("Asia/Ho_Chi_Minh"))
NUMBERED = Numbered(TEXTS)
PAGES = Pages(TEXTS, Switches((*TOPICS, lost.routes)))
CHOICES = (Label("Đồng ý", "polls.choose:5:1"), Label("Không đồng ý", "polls.choose:5:2"))
AROUND = (Label("Quay lại", "polls.polls"), Label("Nghe", "listen"))


def test_a_screen_numbers_its_choices_and_names_the_words_around_them() -> None:
    assert NUMBERED.text(Page("Thông qua?", CHOICES, AROUND)) == (
        "Thông qua?\n\n1. Đồng ý\n2. Không đồng ý\n\nNhắn số để chọn.\nHoặc nhắn: QUAY LẠI · NGHE"
    )


def test_a_screen_without_choices_has_no_numbers() -> None:
    assert NUMBERED.text(Page("Việc gì?", (), AROUND)) == "Việc gì?\n\nCó thể nhắn: QUAY LẠI · NGHE"


def test_what_comes_by_itself_carries_a_word_and_no_number() -> None:
    invitation = Page("Mời biểu quyết", (Label("Xem", "polls.show:5~12"),), AROUND, asked=False)

    said = NUMBERED.text(invitation)

    assert said == "Mời biểu quyết\n\nĐể trả lời, đồng chí nhắn: BIỂU QUYẾT"


@pytest.mark.parametrize(
    ("route", "word"),
    [
        (("meetings.show", 5), "HỌP"),
        (("meetings.see_agenda", 5), "HỌP"),
        (("meetings.absent", 5, 0), "TÓM TẮT"),
    ],
)
def test_where_nothing_is_to_be_answered_the_word_is_for_looking(route: Route, word: str) -> None:
    message = Message(Words("home.back"), (Button(Words("home.back"), route),))

    said = NUMBERED.text(PAGES.of_message(message, "vi", None))

    assert said == f"Quay lại\n\nĐể xem, đồng chí nhắn: {word}"


def test_a_file_is_told_before_the_choices() -> None:
    said = NUMBERED.about_file("bulletin", "https://so-tay.example/nghe/x", "vi")

    assert NUMBERED.text(Page("Bản tin", CHOICES, AROUND), said).startswith(
        "Bản tin\n\nNghe bản tin tại đây:\nhttps://so-tay.example/nghe/x\n\n1. Đồng ý"
    )


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("2", 2), ("so 2", 2), ("chon 2", 2), ("hai", 2), ("so hai", 2), ("two", 2),
        ("number two", 2), ("nam", 5), ("12", 12),
        ("", None), ("2 nguoi", None), ("hai nguoi", None), ("so", None), ("dong y", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_type_them(said: str, number: int | None) -> None:
    assert Numbers(TEXTS).read(said) == number


def _first_buttons() -> set[str]:
    """The routes that buttons of deliveries lead to, as the code writes them."""
    code = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("services", "rules")
        for path in (LOCALES.parent / folder).glob("*.py")
    )
    found = re.findall(r'Button\(\s*words\([^)]*\),\s*\("(\w+\.\w+)"', code)
    return {*found, "meetings.show", "meetings.see_agenda"}  # one or the other, found at run time


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_of_every_message_calls_a_command(language: str) -> None:
    switches = Switches((*TOPICS, lost.routes))
    said = {
        plain(one)
        for topic in switches.topics
        for name in topic.commands
        for speech in LANGUAGES
        for one in (
            *TEXTS.aliases(f"{topic.topic}.say_{name}", speech),
            TEXTS.say(f"{topic.topic}.go_{name}", {}, speech),
        )
    }
    routes = _first_buttons()
    assert len(routes) > 15
    words = {route: word_of(TEXTS, (route,), language) for route in routes}

    assert {route for route, word in words.items() if plain(word) not in said} == set()
    assert {
        route for route, word in words.items() if word == TEXTS.say("home.go_home", {}, language)
    } == set()


@given(st.text(st.sampled_from("ab \n.😀ế"), max_size=400), st.integers(4, 60))
def test_pieces_fit_and_nothing_but_white_space_is_lost(text: str, longest: int) -> None:
    pieces = split(text, longest)

    assert all(0 < letters(piece) <= longest for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_piece_ends_where_a_sentence_does() -> None:
    assert split("Một câu dài. Hai câu ngắn hơn.", 20) == ["Một câu dài.", "Hai câu ngắn hơn."]
