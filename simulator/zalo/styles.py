"""Words with styles: by ranges in UTF-16 units (text_styles), or by markup (parse_mode)."""

from __future__ import annotations

import html
import re
from typing import Any

from simulator.chats import Json
from simulator.markup.text import Formatted, units, with_detected, without_commands
from simulator.zalo.call import ZaloCall
from simulator.zalo.errors import bad_request, empty

LONGEST_TEXT = 2000  # the documents say characters; counted here in UTF-16 units, as the styles are
CODE = re.compile(
    r"[bius]|f_(13|15|18|20)|c_(050a19|15a85f|f7b503|f27806|db342e)|lst_[12]|ind_[1-5]"
)
SHOWN = {"b": "bold", "i": "italic", "u": "underline", "s": "strikethrough"}
# Each group is named after the style of the words in it; `_` is no style.
MARKDOWN = re.compile(
    r"\*\*(?P<b>.+?)\*\*|\*(?P<i>.+?)\*|~~(?P<s>.+?)~~|`(?P<_>.+?)`"
    r"|\{red\}(?P<c_db342e>.+?)\{/red\}",
    re.DOTALL,
)
HTML = re.compile(
    r"<(?:b|strong)>(?P<b>.+?)</(?:b|strong)>|<(?:i|em)>(?P<i>.+?)</(?:i|em)>"
    r"|<u>(?P<u>.+?)</u>|<s>(?P<s>.+?)</s>",
    re.DOTALL,
)
HEADING = re.compile(r"^#{1,4} (.+)$", re.MULTILINE)


def text_of(call: ZaloCall) -> Json:
    """The content of a text message; raises 400. `parse_mode` wins over `text_styles`."""
    text = measured(call, "text")
    mode = call.text("parse_mode")
    if mode:
        text, styles = _parsed(text, mode)
    else:
        styles = _checked(call.text("text_styles") and _json(call), units(text))
    return shown(text, styles)


def measured(call: ZaloCall, name: str) -> str:
    """Words between 1 and 2000 characters long; raises 400."""
    text = call.text(name)
    if not text.strip():
        raise empty(name)
    if units(text) > LONGEST_TEXT:
        raise bad_request(f"The {name} must be between 1 and {LONGEST_TEXT} characters")
    return text


def shown(text: str, styles: list[Json]) -> Json:
    """The fields a phone shows: Zalo finds links, and nobody can tap on a command."""
    marks = [
        {"type": SHOWN[code], "offset": style["start"], "length": style["len"]}
        for style in styles
        for code in style["st"]
        if code in SHOWN
    ]
    entities = without_commands(with_detected(Formatted(text, marks))).entities
    return {"text": text, "entities": entities, **({"text_styles": styles} if styles else {})}


def _json(call: ZaloCall) -> Any:
    return call.json("text_styles", "text_styles")


def _checked(given: Any, length: int) -> list[Json]:
    if not given:
        return []
    if not isinstance(given, list) or not all(_makes_sense(one, length) for one in given):
        raise bad_request("The text_styles are invalid")
    return given


def _makes_sense(style: Any, length: int) -> bool:
    if not isinstance(style, dict) or not isinstance(style.get("st"), list):
        return False
    start, size = style.get("start"), style.get("len")
    if type(start) is not int or type(size) is not int:
        return False
    known = all(isinstance(code, str) and CODE.fullmatch(code) for code in style["st"])
    return known and start >= 0 and 0 < size <= length - start


def _parsed(text: str, mode: str) -> tuple[str, list[Json]]:
    """Plain words and their styles. What is not understood stays as it was written."""
    styles: list[Json] = []
    if mode == "markdown":
        return _strip(HEADING.sub(r"**\1**", text), MARKDOWN, 0, styles), styles
    if mode == "html":
        return _strip(text, HTML, 0, styles), styles
    raise bad_request("The parse_mode is invalid")


def _strip(text: str, marks: re.Pattern[str], begin: int, styles: list[Json]) -> str:
    """The words without their marks; styles are noted at their place after `begin`."""
    plain, at = "", 0
    for found in marks.finditer(text):
        plain += _unescaped(text[at : found.start()], marks)
        code = found.lastgroup or "_"
        place = begin + units(plain)
        inner = _strip(found[code], marks, place, styles)
        if code != "_":
            styles.append({"start": place, "len": units(inner), "st": [code]})
        plain, at = plain + inner, found.end()
    return plain + _unescaped(text[at:], marks)


def _unescaped(text: str, marks: re.Pattern[str]) -> str:
    return html.unescape(text) if marks is HTML else text
