"""Formatted text: what becomes bold, and where exactly the server stumbles."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import ApiError
from simulator.markup.html import parse_html
from simulator.markup.keyboards import checked_markup
from simulator.markup.markdown import parse_markdown, parse_markdown_v2
from simulator.markup.text import Formatted, trimmed, units, with_detected

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60)


@pytest.mark.parametrize(
    ("markup", "text", "entities"),
    [
        ("<b>Mời</b> họp", "Mời họp", [("bold", 0, 3)]),
        ("🏟<i>a</i>", "🏟a", [("italic", 2, 1)]),
        ("<b>a<u>b</u></b>", "ab", [("bold", 0, 2), ("underline", 1, 1)]),
        ("<s>a</s><del>b</del>", "ab", [("strikethrough", 0, 1), ("strikethrough", 1, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
        ("<b></b>a", "a", []),
        ("&lt;b&gt; &amp;&quot; &#272; &#x110; &unknown;", '<b> &" Đ Đ &unknown;', []),
        ("<a href='https://example.org/?a=1&amp;b=2'>x</a>", "x", [("text_link", 0, 1)]),
    ],
)
def test_html_becomes_words_and_entities(markup, text, entities):
    found = parse_html(markup)
    assert found.text == text
    assert [(e["type"], e["offset"], e["length"]) for e in found.entities] == entities


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("đđ<x>", 'Unsupported start tag "x" at byte offset 4'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>a</b ", "Unclosed end tag at byte offset 4"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<b =x>a</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<a href=a,b>x</a>", "Unexpected end of name token at byte offset 9"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_bad_html_is_refused_with_its_place(markup, problem):
    with pytest.raises(ApiError) as refusal:
        parse_html(markup)
    assert refusal.value.description == f"Bad Request: can't parse entities: {problem}"


def read_or_refused(parse: Callable[[str], Formatted], markup: str) -> Formatted:
    """What was read; nothing when the server refuses. Any other failure is the reader's own."""
    try:
        return parse(markup)
    except ApiError:
        return Formatted("")


@given(WORDS)
def test_escaped_words_come_back_as_they_were(words):
    found = parse_html(f"<b>{html.escape(words)}</b>")
    assert found.text == words
    assert [e["length"] for e in found.entities] == ([units(words)] if words else [])


@given(st.text(alphabet="ab<>/=&;\"' ipđ🏟\n", max_size=40))
def test_no_html_breaks_the_reader(markup):
    found = read_or_refused(parse_html, markup)
    assert all(e["offset"] + e["length"] <= units(found.text) for e in found.entities)


@pytest.mark.parametrize(
    ("markup", "text", "entities"),
    [
        ("*a* _b_ __c__ ~d~ ||e|| `f`", "a b c d e f", 6),
        ("[trang](https://example\\.org) hết\\.", "trang hết.", 1),
        ("```\nx.y\n```", "\nx.y\n", 1),
        ("*a _b_*", "a b", 2),
    ],
)
def test_markdown_becomes_words_and_entities(markup, text, entities):
    found = parse_markdown_v2(markup)
    assert (found.text, len(found.entities)) == (text, entities)


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ("a-b", "Character '-' is reserved and must be escaped with the preceding '\\'"),
        ("đ *a", "Can't find end of Bold entity at byte offset 3"),
        ("[a](b", "Can't find end of a URL at byte offset 4"),
    ],
)
def test_bad_markdown_is_refused_with_its_place(markup, problem):
    with pytest.raises(ApiError) as refusal:
        parse_markdown_v2(markup)
    assert refusal.value.description == f"Bad Request: can't parse entities: {problem}"


def test_the_old_markdown_leaves_full_stops_alone():
    found = parse_markdown("*Hết.* [x](https://example.org) a\\_b")
    assert found.text == "Hết. x a_b"
    assert [e["type"] for e in found.entities] == ["bold", "text_link"]
    with pytest.raises(ApiError, match="starting at byte offset 2"):
        parse_markdown("a *b")


@given(st.text(alphabet="ab*_[]()`~|\\.\n đ", max_size=30))
def test_no_markdown_breaks_the_readers(markup):
    for parse in (parse_markdown_v2, parse_markdown):
        found = read_or_refused(parse, markup)
        assert all(e["offset"] + e["length"] <= units(found.text) for e in found.entities)


def test_white_space_at_the_ends_goes_and_entities_follow():
    bold = {"type": "bold", "offset": 0, "length": 6}
    found = trimmed(Formatted("  🏟a  ", [bold]))
    assert (found.text, found.entities) == ("🏟a", [{**bold, "offset": 0, "length": 3}])


def test_commands_and_links_are_found_but_not_inside_links():
    found = with_detected(Formatted("/nghe https://example.org/a. a/b", []))
    assert [(e["type"], e["offset"], e["length"]) for e in found.entities] == [
        ("bot_command", 0, 5),
        ("url", 6, 21),
    ]


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ({"inline_keyboard": [[{"callback_data": "x"}]]}, "find field"),
        ({"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]}, "must be non-empty"),
        ({"inline_keyboard": [{"text": "a"}]}, "must be an Array of Arrays"),
        ({"inline_keyboard": "x"}, "must be an Array"),
        ({"inline_keyboard": [[{"text": "a", "callback_data": ""}]]}, "Text buttons"),
        ({"inline_keyboard": [[{"text": "a", "url": "nowhere"}]]}, "Wrong HTTP URL"),
        ({"inline_keyboard": [[{"text": "a", "callback_data": "b"}] * 101]}, "TOO_LONG"),
        ({"keyboard": [[7]]}, "must be a String or an Object"),
        ({"keyboard": [["a"]], "resize_keyboard": "yes"}, "must be of the type Boolean"),
    ],
)
def test_keyboards_that_make_no_sense_are_refused(markup, problem):
    with pytest.raises(ApiError, match=problem):
        checked_markup(markup)


def test_sixty_four_bytes_fit_on_a_button():
    button = {"text": "a", "callback_data": "x" * 64}
    assert checked_markup({"inline_keyboard": [[button], []]}) == {"inline_keyboard": [[button]]}
