"""The two Markdown parse modes: the usual entities, and the real server's complaints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from simulator.errors import ApiError, bad_request
from simulator.markup.text import Formatted, units

RESERVED = set("_*[]()~`>#+-=|{}.!")
MARKS = {  # longer marks first: "__" must not be read as "_" twice
    "```": "pre",
    "__": "underline",
    "||": "spoiler",
    "_": "italic",
    "*": "bold",
    "~": "strikethrough",
    "`": "code",
    "[": "text_link",
}
ENTITY_NAMES = {
    "pre": "Pre",
    "underline": "Underline",
    "spoiler": "Spoiler",
    "italic": "Italic",
    "bold": "Bold",
    "strikethrough": "Strikethrough",
    "code": "Code",
    "text_link": "TextUrl",
}
OLD_MARKS = {"```": "pre", "_": "italic", "*": "bold", "`": "code", "[": "text_link"}


@dataclass
class _Open:
    kind: str
    mark: str
    start: int
    byte: int


class _Reader:
    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.at = 0
        self.text = ""
        self.open: list[_Open] = []
        self.entities: list[dict[str, Any]] = []

    def read(self) -> Formatted:
        while self.at < len(self.markup):
            self._step()
        if self.open:
            left = self.open[-1]
            name = ENTITY_NAMES[left.kind]
            raise _problem(f"Can't find end of {name} entity at byte offset {left.byte}")
        self.entities.sort(key=lambda e: (e["offset"], -e["length"]))
        return Formatted(self.text, self.entities)

    def _step(self) -> None:
        character = self.markup[self.at]
        following = self.markup[self.at + 1 : self.at + 2]
        if character == "\\" and following and ord(following) <= 126:
            self._keep(following, 2)
        elif self._closes():
            self._close()
        elif character not in RESERVED or (self._in_code() and character != "`"):
            self._keep(character, 1)
        else:
            self._begin(character)

    def _keep(self, character: str, width: int) -> None:
        self.text += character
        self.at += width

    def _in_code(self) -> bool:
        return bool(self.open) and self.open[-1].kind in ("code", "pre")

    def _closes(self) -> bool:
        if not self.open:
            return False
        mark = "]" if self.open[-1].kind == "text_link" else self.open[-1].mark
        longer = mark == "_" and self.markup.startswith("__", self.at)
        return self.markup.startswith(mark, self.at) and not longer

    def _begin(self, character: str) -> None:
        mark = next((m for m in MARKS if self.markup.startswith(m, self.at)), None)
        if mark is None:
            raise _problem(
                f"Character '{character}' is reserved and must be escaped with the preceding '\\'"
            )
        byte = len(self.markup[: self.at].encode())
        self.open.append(_Open(MARKS[mark], mark, len(self.text), byte))
        self.at += len(mark)

    def _close(self) -> None:
        opened = self.open.pop()
        self.at += len(opened.mark)
        inside = self.text[opened.start :]
        extra = {"url": self._url(inside)} if opened.kind == "text_link" else {}
        if inside:
            self.entities.append(_entity(self.text, opened, extra))

    def _url(self, inside: str) -> str:
        if self.markup[self.at : self.at + 1] != "(":
            return inside
        begin, end = self.at + 1, self.markup.find(")", self.at)
        if end < 0:
            where = len(self.markup[:begin].encode())
            raise _problem(f"Can't find end of a URL at byte offset {where}")
        self.at = end + 1
        return self.markup[begin:end].replace("\\", "")


def parse_markdown_v2(markup: str) -> Formatted:
    """Words and entities of a MarkdownV2 text; raises 400 `can't parse entities: ...`."""
    return _Reader(markup).read()


def parse_markdown(markup: str) -> Formatted:
    """Words and entities of the old Markdown mode, where nothing nests."""
    text, at, entities = "", 0, []
    while at < len(markup):
        if markup[at] == "\\" and markup[at + 1 : at + 2] in ("_", "*", "`", "["):
            text, at = text + markup[at + 1], at + 2
            continue
        mark = next((m for m in OLD_MARKS if markup.startswith(m, at)), None)
        if mark is None:
            text, at = text + markup[at], at + 1
            continue
        inside, url, after = _old_entity(markup, at, mark)
        opened = _Open(OLD_MARKS[mark], mark, len(text), at)
        text, at = text + inside, after
        if inside:
            entities.append(_entity(text, opened, {"url": url} if mark == "[" else {}))
    return Formatted(text, entities)


def _old_entity(markup: str, at: int, mark: str) -> tuple[str, str, int]:
    """(words, address, place after it) of the entity that begins at `at`."""
    begin, closing = at + len(mark), "]" if mark == "[" else mark
    end = markup.find(closing, begin)
    if end < 0:
        where = len(markup[:at].encode())
        raise _problem(f"Can't find end of the entity starting at byte offset {where}")
    inside, after = markup[begin:end], end + len(closing)
    if mark == "[" and markup[after : after + 1] == "(":
        stop = markup.find(")", after)
        stop = len(markup) if stop < 0 else stop
        return inside, markup[after + 1 : stop], stop + 1
    return inside, inside, after


def _entity(text: str, opened: _Open, extra: dict[str, str]) -> dict[str, Any]:
    span = {"offset": units(text[: opened.start]), "length": units(text[opened.start :])}
    return {"type": opened.kind, **span, **extra}


def _problem(text: str) -> ApiError:
    return bad_request(f"can't parse entities: {text}")
