"""What another tool suggests is shown to a person and never taken."""

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from audio import suggesting
from audio.names import respell
from audio.script import hard_words, make_script
from audio.suggesting import suggest

SAID = {
    "BCVT": "bê xê vê tê",
    "draft": "<en>draft</en>",
    "c/t": "<en>c t</en>",
    "X": "X",
    "12V": "mười hai vê.",
}


class Normalizer:
    """A stand-in for sea-g2p's."""

    def normalize(self, text: str) -> str:
        ahead, token, behind = text.split()
        return f"{ahead} {SAID[token]} {behind}"


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    suggesting._normalizer.cache_clear()
    yield
    suggesting._normalizer.cache_clear()


@pytest.fixture
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("sea_g2p")
    module.Normalizer = Normalizer  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sea_g2p", module)


@pytest.mark.usefixtures("_installed")
@pytest.mark.parametrize(
    ("token", "suggestion"),
    [("BCVT", "bê xê vê tê"), ("12V", "mười hai vê"), ("draft", None), ("c/t", None), ("X", None)],
)
def test_only_what_can_be_said_is_suggested(token: str, suggestion: str | None) -> None:
    assert suggest(token) == suggestion


@pytest.mark.usefixtures("_installed")
def test_a_suggestion_opens_no_gate() -> None:
    assert [flag.token for flag in make_script("hội nghị BCVT").flagged] == ["BCVT"]


def test_where_it_is_not_installed_nothing_is_suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sea_g2p", None)
    assert suggest("BCVT") is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Blang", "bờ lang"),
        ("Drai", "dờ rai"),
        ("K'Lơi", "cờ lơi"),
        ("Pril", "pờ rin"),
        ("Chrôh", "chờ rô"),
        ("Krak", "cờ rác"),
        ("Êwi", None),
        ("Nguyễn", None),
        ("BCVT", None),
        ("draft", None),
    ],
)
def test_a_name_of_the_highlands_is_proposed_in_syllables(name: str, said: str | None) -> None:
    """Only proposed: the gate still asks, and what is proposed passes it."""
    assert respell(name) == said
    if said:
        assert suggest(name) == said
        assert [flag.token for flag in make_script(f"xã {name}").flagged] != []
        assert make_script(f"xã {name}", {name: said}).flagged == ()
        assert hard_words(said) == ()
