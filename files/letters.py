"""The printed way in: a small letter for each member, four on a page, to cut and hand over."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import segno

from files.printing import pdf_of, spaced


@dataclass(frozen=True)
class Letter:
    """One member's letter. `valid_until` is a sentence; `code` opens the same door by hand. `link`
    is empty where no link opens anything, and `zalo` says by which name the handbook is found
    there; "" where it is not."""

    name: str
    unit: str
    link: str
    code: str
    valid_until: str
    call_name: str
    call_phone: str
    zalo: str = ""


@dataclass(frozen=True)
class LetterWords:
    """The sentences around it, in the members' language."""

    title: str
    greeting: str
    steps: Sequence[str]
    code_line: str
    help_line: str
    language: str = "vi"


def make_letters(letters: Sequence[Letter], words: LetterWords, out: Path) -> None:
    """Writes the letters to `out` as a PDF of A4 pages, in the order given."""
    out.write_bytes(pdf_of("letters.typ", letters_data(letters, words)))


def letters_data(letters: Sequence[Letter], words: LetterWords) -> Mapping[str, Any]:
    """What the template shows: the words, and each letter with its QR code drawn."""
    return {"words": asdict(words), "letters": [_shown(letter) for letter in letters]}


def grouped(code: str) -> str:
    """A code in groups that are easy to read aloud and type: `482913` is `482 913`."""
    marks = "".join(mark for mark in code if mark.isalnum())
    size = 4 if len(marks) % 4 == 0 else 3
    return " ".join(marks[at : at + size] for at in range(0, len(marks), size))


def _shown(letter: Letter) -> Mapping[str, str]:
    phone, code = spaced(letter.call_phone), grouped(letter.code)
    drawn = _qr(letter.link) if letter.link else ""
    return {**asdict(letter), "code": code, "call_phone": phone, "qr": drawn}


def _qr(link: str) -> str:
    drawing = io.BytesIO()
    code = segno.make(link, error="m", micro=False)
    code.save(drawing, kind="svg", border=0, omitsize=True, xmldecl=False)
    return drawing.getvalue().decode()
