"""Word files: paragraphs, lists with their numbers, tables as sentences, in their order."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from audio.documents import Kind, Paragraph, Reason, Unreadable
from audio.framing import page_lines
from audio.reading.numbering import Numbering
from audio.reading.package import check_package
from audio.reading.tables import Carried, read_table

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BOX = qn("w:txbxContent")
UNSEEN = {qn("w:pPr"), qn("w:rPr"), BOX, f"{COMPATIBILITY}Fallback"}
MOST_COLUMNS = 63  # Word allows no more
MARKS = {
    qn("w:tab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}


def read_word(path: Path) -> list[Paragraph]:
    """Everything the page shows, footnotes and contents list aside."""
    check_package(path)
    try:
        opened = docx.Document(str(path))
        return list(_Reader(opened).read(opened.element.body))
    except (Unreadable, MemoryError):
        raise
    except Exception:
        # python-docx meets a damaged file with whatever its lxml calls happen to raise.
        raise Unreadable(Reason.BROKEN) from None


class _Reader:
    """Walks the body; lists count on from paragraph to paragraph."""

    def __init__(self, opened: Any) -> None:
        self.opened = opened
        self.numbering = Numbering(opened)

    def read(self, parent: Any) -> Iterator[Paragraph]:
        for node in parent:
            if node.tag == qn("w:p"):
                yield from self._paragraph(node)
            elif node.tag == qn("w:tbl"):
                yield from read_table(self._rows(node))
            elif node.tag not in UNSEEN:  # content controls, custom XML and what Word may add yet
                yield from self.read(node)

    def _paragraph(self, node: Any) -> Iterator[Paragraph]:
        paragraph = WordParagraph(node, self.opened)
        style = (paragraph.style.name or "") if paragraph.style else ""
        if style.lower().startswith("toc"):
            return
        kind, level = _kind(paragraph)
        text = self.numbering.label(node, paragraph.style) + text_of(node)
        shown = Paragraph(text, kind, level)
        if kind is Kind.TEXT:
            yield from (replace(shown, text=line) for line in page_lines(text))
        elif text.strip():
            yield shown
        for box in _boxes(node):
            yield from self.read(box)

    def _rows(self, table: Any) -> list[list[str]]:
        """Every row's cells by their columns: one merged downwards says again what stands above,
        one that spans several leaves the others empty."""
        rows: list[list[str]] = []
        for row in _within(table, qn("w:tr")):
            cells: list[str] = []
            for cell in _within(row, qn("w:tc")):
                above = rows[-1][len(cells)] if rows and len(cells) < len(rows[-1]) else ""
                text = "\n".join(self._cell_lines(cell))
                cells += [Carried(above) if _continues(cell) else text, *[""] * (_span(cell) - 1)]
            rows.append(cells)
        return rows

    def _cell_lines(self, cell: Any) -> Iterator[str]:
        """A table inside a cell is read there, a line for each of its rows."""
        for node in cell:
            if node.tag == qn("w:p"):
                yield from filter(None, [text_of(node).strip()])
            elif node.tag == qn("w:tbl"):
                yield from (row.text for row in read_table(self._rows(node)))
            elif node.tag not in UNSEEN:
                yield from self._cell_lines(node)


def _within(parent: Any, tag: str) -> Iterator[Any]:
    """The rows or cells of one table, not those of tables inside it."""
    for node in parent:
        if node.tag == tag:
            yield node
        elif node.tag not in (qn("w:tbl"), qn("w:p")):
            yield from _within(node, tag)


def _continues(cell: Any) -> bool:
    merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merged is not None and merged.get(qn("w:val"), "continue") == "continue"


def _span(cell: Any) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return 1 if span is None else min(int(span.get(qn("w:val"), "1")), MOST_COLUMNS)


def _kind(paragraph: Any) -> tuple[Kind, int]:
    """Heading or title by the style or by a style it is based on."""
    style = paragraph.style
    while style is not None:
        name = style.name or ""
        if name in ("Title", "Subtitle"):
            return Kind.TITLE, 0
        if name.startswith("Heading "):
            return Kind.HEADING, int(name.split()[-1])
        style = style.base_style
    return Kind.TEXT, 0


def text_of(node: Any) -> str:
    """The visible text of a paragraph, its links, fields and content controls included."""
    return "".join(_pieces(node))


def _pieces(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag in UNSEEN or _is_hidden(child):
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in MARKS:
            yield MARKS[child.tag]
        else:
            yield from _pieces(child)


def _is_hidden(node: Any) -> bool:
    return node.tag == qn("w:r") and node.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None


def _boxes(node: Any) -> Iterator[Any]:
    """Text boxes anchored in a paragraph, once each: older Word gets them a second time."""
    for child in node:
        if child.tag == BOX:
            yield child
        elif child.tag != f"{COMPATIBILITY}Fallback":
            yield from _boxes(child)
