"""Both languages always complete: the same texts, with the same values, all of them used."""

import re
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor
from structlog.testing import capture_logs

from bot.texts import LANGUAGES, LOCALES, Texts, text_id, topic_files, typed

ROOT = LOCALES.parent
PACKS = ("party", "union", "association")
CODE = ("bot", "handlers", "services", "rules", "scheduler", "files", "audio", "web")
KEY = re.compile(r'"([a-z]+\.[a-z_0-9]+)"')
SPOKEN = re.compile(r'\b(?:Screen|Choice|Refusal|[Ww]ords)\(\s*"([a-z]+\.[a-z_0-9]+)"')
MADE = re.compile(r'f"([a-z]+\.[a-z_]*)\{')  # keys with an end that is only known at run time


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


class _Words(Visitor):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.found.append(node.value)


def _messages(path: Path) -> dict[str, set[str]]:
    """Every text of a file with the names of its values; junk fails."""
    found = {}
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content[:80]}"
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice"
            variables = _Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


@cache
def _texts(pack: str) -> Texts:
    return Texts(pack, ZoneInfo("Asia/Ho_Chi_Minh"))


@cache
def _language(language: str) -> dict[str, set[str]]:
    texts: dict[str, set[str]] = {}
    for path in topic_files(language):
        for name, values in _messages(path).items():
            assert name not in texts, f"{name} stands in two files"
            texts[name] = values
    return texts


def test_both_languages_have_the_same_texts_with_the_same_values() -> None:
    vietnamese, english = _language("vi"), _language("en")

    assert vietnamese.keys() == english.keys()
    differing = {
        name: values ^ english[name]
        for name, values in vietnamese.items()
        if values != english[name]
    }
    assert differing == {}


# What is read elsewhere than in a messenger, where there are things to press.
OUTSIDE = ("commands", "demo", "doctor", "letters", "listen")
ONLY_BUTTONS = re.compile(r"\b(?:bấm|nút|press\w*|buttons?|tap)\b", re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_speaks_of_pressing_but_by_the_terms_of_its_messenger(language: str) -> None:
    said = [
        entry.id.name
        for path in topic_files(language)
        if path.stem not in OUTSIDE
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body
        if isinstance(entry, ast.Message) and "-say-" not in entry.id.name
        for words in [_Words()]
        if words.visit(entry) or ONLY_BUTTONS.search(" ".join(words.found))
    ]

    assert said == []


COUNTED = re.compile(
    r"\b1 (?:party |more )?(?:people|members|are|have|were|tries|days|votes|who have|who are)\b"
)
# Never said of one, or of a figure that is always larger.
OF_SEVERAL = (
    "polls-turnout",
    "polls-turnout-none",
    "polls-turnout-low",
    "sharing-full",
    "members-some-found",
)


def test_english_counts_one_as_one() -> None:
    texts = _texts("party")
    found = {
        name: spoken
        for path in topic_files("en")
        if path.stem not in (*OUTSIDE, "backups", "bulletins", "feedback")
        for name, values in _messages(path).items()
        if COUNTED.search(spoken := texts.say(name, dict.fromkeys(values, 1), "en"))
        and not name.startswith(OF_SEVERAL)
    }

    assert found == {}
    values = {"turnout": "One of 7 voted", "needed": 4, "votes": 0, "option": "Agree"}
    assert "none for Agree" in texts.say("polls.failed_cast", values, "en")


def test_every_topic_has_a_file_in_each_language() -> None:
    names = [{path.name for path in topic_files(language)} for language in LANGUAGES]

    assert names[0] == names[1]


@pytest.mark.parametrize("pack", PACKS)
def test_every_pack_has_the_same_terms_in_each_language(pack: str) -> None:
    def terms(language: str) -> set[str]:
        path = LOCALES / language / "packs" / f"{pack}.ftl"
        return set(re.findall(r"^-([\w-]+) =", path.read_text(encoding="utf-8"), re.MULTILINE))

    assert terms("vi") == terms("en")
    assert terms("vi") == set(
        re.findall(
            r"^-([\w-]+) =",
            (LOCALES / "vi" / "packs" / "party.ftl").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    )


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_said_in_every_pack(pack: str, language: str) -> None:
    texts = _texts(pack)

    for name, values in _language(language).items():
        spoken = texts.say(name, dict.fromkeys(values, 3), language)
        assert "{" not in spoken, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_an_older_message_lacks_is_left_out_of_any_text(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Texts, "strict", False)
    texts = _texts("party")

    for name, values in _language(language).items():
        for missing in values:
            spoken = texts.say(name, dict.fromkeys(values - {missing}, 3), language)
            assert spoken, name
            assert not re.search(r"[{}\0]", spoken), name


WITHOUT = [
    ("notices.numbered", {"number": 3, "year": 2026}, "vi", "Thông báo số 3 năm 2026"),
    ("notices.numbered", {"number": 3, "year": 2026}, "en", "Notice 3 of 2026"),
    (
        "notices.numbered",
        {"year": 2026, "unit": "Chi bộ 1"},
        "vi",
        "Thông báo năm 2026 của Chi bộ 1",
    ),
    ("notices.notice", {"title": "Tin", "text": "Họp."}, "vi", "Tin\n\nHọp."),
    ("notices.one_branch", {}, "vi", "…"),
]


@pytest.mark.parametrize(("key", "values", "language", "said"), WITHOUT)
def test_what_is_left_reads_as_a_sentence(
    key: str, values: dict[str, object], language: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Texts, "strict", False)

    with capture_logs() as logs:
        assert _texts("party").say(key, values, language) == said
    assert [(one["event"], one["key"]) for one in logs] == [("value missing", key)]
    assert said not in str(logs)


def _code() -> str:
    return "\n".join(
        path.read_text(encoding="utf-8")
        for folder in CODE
        for path in (ROOT / folder).rglob("*.*")
        if path.suffix in (".py", ".html")
    )


def test_every_text_that_is_spoken_of_exists() -> None:
    spoken = {text_id(key) for key in SPOKEN.findall(_code())}

    said_by_the_texts = {"date-brief", "date-clock", "date-month"}
    assert spoken - _language("vi").keys() == said_by_the_texts


def test_every_text_is_used() -> None:
    texts, code = _language("vi"), _code()
    topics = {name.split("-")[0] for name in texts}
    used = {text_id(key) for key in KEY.findall(code) if key.split(".")[0] in topics}
    starts = tuple(text_id(start) for start in MADE.findall(code))

    unused = {
        name
        for name in texts
        if name not in used and not name.startswith(starts) and not re.search(r"-(say|go)-", name)
    }
    assert unused == set()


ASKS_FOR_A_FILE = {
    "vi": re.compile(r"(?<!chưa )gửi(?! được)[^.]*?(?:tài liệu|tệp)"),
    "en": re.compile(r"send[^.]*?(?:document|file)"),
}
# Said of a file that came, or that we send; and the question whether there are any.
ABOUT_A_FILE = ("lost-document-", "lost-enough-files", "lost-file-", "bulletins-none-taken")
OURS = ("outlets-", "meetings-which-file")


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_no_file_comes_through_none_is_asked_for(language: str) -> None:
    texts, asks = _texts("party"), ASKS_FOR_A_FILE[language]
    said = {
        name: texts.say(name, dict.fromkeys(values, 3), typed(language))
        for name, values in _language(language).items()
        if not name.startswith((*ABOUT_A_FILE, *OURS))
    }

    assert {name: text for name, text in said.items() if asks.search(text)} == {}


SCOLDING = ("không hợp lệ", "sai rồi", "bị lỗi", "lỗi:", "invalid", "error", "wrong format")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_scolds(language: str) -> None:
    for path in topic_files(language):
        text = path.read_text(encoding="utf-8").casefold()
        assert [word for word in SCOLDING if word in text] == [], path.name
