"""The HTML parse mode, with the real server's complaints and byte offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from simulator.errors import ApiError, bad_request
from simulator.markup.text import Formatted, units

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
NAME = re.compile(r"[^\s>]*")
ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']*")
BARE_VALUE = re.compile(r"[a-zA-Z0-9.-]*")
SPACE = re.compile(r"\s*")


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int


class _Reader:
    """One pass over the markup; `at` is the place of the next character."""

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
            tag = self.open[-1].tag
            raise _problem(f'Can\'t find end tag corresponding to start tag "{tag}"')
        self.entities.sort(key=lambda e: (e["offset"], -e["length"]))
        return Formatted(self.text, self.entities)

    def _step(self) -> None:
        character = self.markup[self.at]
        if character == "<":
            if self.markup.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        elif character == "&":
            self._reference()
        else:
            self.text += character
            self.at += 1

    def _reference(self) -> None:
        found = REFERENCE.match(self.markup, self.at)
        if found is None:
            self.text += "&"
            self.at += 1
            return
        self.text += _character(found)
        self.at = found.end()

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._take(NAME).lower()
        if self.at >= len(self.markup):
            raise _problem(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if tag not in KINDS:
            raise _problem(f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}')
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            where = self._bytes(begin)
            raise _problem(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self.open.append(_Open(tag, attributes, len(self.text)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._take(SPACE)
            if self._next() == ">":
                self.at += 1
                return found
            name = self._take(ATTRIBUTE_NAME).lower()
            if not name and self.at < len(self.markup):
                where = self._bytes(begin)
                raise _problem(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
            self._take(SPACE)
            found[name] = self._value(begin) if self._next() == "=" else ""
            if self.at >= len(self.markup):
                raise _problem(f'Unclosed start tag "{tag}" at byte offset {self._bytes(begin)}')

    def _value(self, begin: int) -> str:
        self.at += 1
        self._take(SPACE)
        quote = self._next()
        if quote not in ('"', "'"):
            value = self._take(BARE_VALUE)
            if self._next() not in ("", ">") and not self._next().isspace():
                where = self._bytes(self.at)
                raise _problem(f"Unexpected end of name token at byte offset {where}")
            return value
        end = self.markup.find(quote, self.at + 1)
        if end < 0:
            raise _problem(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        value, self.at = self.markup[self.at + 1 : end], end + 1
        return REFERENCE.sub(_character, value)

    def _end_tag(self) -> None:
        begin, where = self.at, self._bytes(self.at)
        if not self.open:
            raise _problem(f"Unexpected end tag at byte offset {where}")
        self.at += 2
        name = self._take(NAME).lower()
        self._take(SPACE)
        if self._next() != ">":
            raise _problem(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        self.at += 1
        opened = self.open.pop()
        if name and name != opened.tag:
            raise _problem(
                f"Unmatched end tag at byte offset {where}, "
                f'expected "</{opened.tag}>", found "</{name}>"'
            )
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        inside = self.text[opened.start :]
        extra = _extra(opened, inside, self.open)
        if not inside or extra is None:
            return
        offset = units(self.text[: opened.start])
        span = {"offset": offset, "length": units(inside)}
        language = self.entities[-1].get("language") if self.entities else None
        if opened.tag == "pre" and language and _same_span(self.entities[-1], span):
            return  # <pre><code class="language-..."> is one entity, already recorded
        self.entities.append({"type": KINDS[opened.tag], **span, **extra})

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.markup, self.at)
        taken = found[0] if found else ""
        self.at += len(taken)
        return taken

    def _next(self) -> str:
        return self.markup[self.at : self.at + 1]

    def _bytes(self, at: int) -> int:
        return len(self.markup[:at].encode())


def parse_html(markup: str) -> Formatted:
    """Words and entities of an HTML text; raises 400 `can't parse entities: ...`."""
    return _Reader(markup).read()


def _extra(opened: _Open, inside: str, around: list[_Open]) -> dict[str, Any] | None:
    """The entity's own fields; None when the tag leaves no entity behind."""
    if opened.tag == "a":
        url = opened.attributes.get("href") or inside
        return {"url": url} if "." in url or "://" in url else None
    if opened.tag == "tg-emoji":
        return {"custom_emoji_id": opened.attributes.get("emoji-id", "")}
    if opened.tag == "blockquote" and "expandable" in opened.attributes:
        return {"type": "expandable_blockquote"}
    language = opened.attributes.get("class", "").removeprefix("language-")
    if opened.tag == "code" and language and around and around[-1].tag == "pre":
        return {"type": "pre", "language": language}
    return {}


def _same_span(entity: dict[str, Any], span: dict[str, int]) -> bool:
    return all(entity[key] == value for key, value in span.items())


def _character(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name:
        return CHARACTERS[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x110000 else found[0]


def _problem(text: str) -> ApiError:
    return bad_request(f"can't parse entities: {text}")
