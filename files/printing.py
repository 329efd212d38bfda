"""Sets pages with typst: a template beside this file, and what it shows.

The data travel as JSON beside the template and never inside its markup, so a name with `#` or
`*` is printed as it is. Only the fonts inside typst are used: a page looks the same everywhere.
Setting a page blocks: call it in a thread.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

_HERE = Path(__file__).parent


def pdf_of(template: str, data: Mapping[str, Any]) -> bytes:
    """The template's pages as a PDF."""
    return typst.compile(
        _HERE / template, format="pdf", ignore_system_fonts=True, sys_inputs=_inputs(data)
    )


def pictures_of(template: str, data: Mapping[str, Any], ppi: int) -> list[bytes]:
    """The template's pages as PNG pictures, `ppi` pixels to the inch."""
    pages: bytes | list[bytes] = typst.compile(
        _HERE / template, format="png", ppi=ppi, ignore_system_fonts=True, sys_inputs=_inputs(data)
    )
    return pages if isinstance(pages, list) else [pages]


def spaced(phone: str) -> str:
    """A number of ten digits in groups, as people read it out; any other as it is."""
    if phone.isdecimal() and len(phone) == 10:
        return f"{phone[:4]} {phone[4:7]} {phone[7:]}"
    return phone


def _inputs(data: Mapping[str, Any]) -> dict[str, str]:
    return {"data": json.dumps(data, ensure_ascii=False)}
