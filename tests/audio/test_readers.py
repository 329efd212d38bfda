"""Reading files: what a page shows, in its order, and every kind of file that is refused."""

import io
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pypdf
import pytest
import segno
import typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from audio.children import ChildFailed, run_child
from audio.documents import Kind, Reason, Unreadable
from audio.readers import LARGEST, ROOT, read_document

PAGE = "Các chi bộ sinh hoạt định kỳ từ ngày 03 đến ngày 05/12/2026."


async def _texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in (await read_document(path, path.name)).paragraphs]


async def _refused(path: Path, name: str = "") -> Reason:
    with pytest.raises(Unreadable) as refusal:
        await read_document(path, name or path.name)
    return refusal.value.reason


def _word(path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for paragraph in paragraphs or (PAGE,):
        document.add_paragraph(paragraph)
    document.save(str(path))
    return path


def _rewritten(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The Word file at `path` with one part changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _pdf(path: Path, body: str) -> Path:
    source = path.with_suffix(".typ")
    source.write_text(body, "utf-8")
    typst.compile(str(source), output=str(path))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
async def test_text_is_read_in_every_unicode_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"{PAGE}\n\nHết.".encode(encoding))
    assert await _texts(path) == [PAGE, "Hết."]


async def test_text_is_composed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(unicodedata.normalize("NFD", PAGE), "utf-8")
    assert await _texts(path) == [PAGE]


async def test_word_lists_tables_links_and_boxes_stand_where_they_stood(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Sinh hoạt chi bộ", level=2)
    document.add_paragraph("Họp chi ủy", style="List Number")
    document.add_paragraph("Họp chi bộ", style="List Number")
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("STT", "Chi bộ", "Ngày họp", "1", "Chi bộ 1", "03/12"),
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("Mang theo sổ", style="List Bullet")
    box = parse_xml(
        f"<w:p {nsdecls('w')}><w:sdt><w:sdtContent><w:r><w:t>Trong </w:t></w:r></w:sdtContent>"
        "</w:sdt><w:hyperlink><w:r><w:t>khung</w:t></w:r></w:hyperlink>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> ẩn</w:t></w:r><w:r><w:noBreakHyphen/></w:r></w:p>"
    )
    document.element.body.insert(len(document.element.body) - 1, box)
    document.save(str(tmp_path / "a.docx"))

    assert await _texts(tmp_path / "a.docx") == [
        "Sinh hoạt chi bộ",
        "1. Họp chi ủy",
        "2. Họp chi bộ",
        "Chi bộ 1: ngày họp: 03/12.",
        "- Mang theo sổ",
        "Trong khung-",
    ]


async def test_word_headings_are_told_from_text(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Họp", level=1)
    document.add_paragraph("Đúng giờ.")
    document.save(str(tmp_path / "a.docx"))
    read = await read_document(tmp_path / "a.docx", "a.docx")
    assert [(p.kind, p.level) for p in read.paragraphs] == [(Kind.HEADING, 1), (Kind.TEXT, 0)]


async def test_a_letterhead_set_as_a_table_is_still_a_letterhead(tmp_path: Path) -> None:
    document = docx.Document()
    head = document.add_table(rows=1, cols=2).rows[0].cells
    head[0].text = "ĐẢNG ỦY PHƯỜNG HOA SEN\n*\nSố 15-TB/ĐU"
    head[1].text = "ĐẢNG CỘNG SẢN VIỆT NAM\nHoa Sen, ngày 01 tháng 12 năm 2026"
    document.add_paragraph("THÔNG BÁO")
    document.add_paragraph("Các chi bộ họp sớm.")
    foot = document.add_table(rows=1, cols=2).rows[0].cells
    foot[0].text = "Nơi nhận:\n- Các chi bộ,\n- Lưu VPĐU."
    foot[1].text = "T/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Mẫu"
    document.save(str(tmp_path / "a.docx"))
    assert await _texts(tmp_path / "a.docx") == ["THÔNG BÁO", "Các chi bộ họp sớm."]


async def test_footnotes_are_not_read(tmp_path: Path) -> None:
    path = _word(tmp_path / "a.docx")
    note = b'<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    _rewritten(path, "word/document.xml", lambda body: body.replace(b"</w:p>", note, 1))
    assert await _texts(path) == [PAGE]


async def test_pdf_lines_become_paragraphs_and_page_numbers_stay_on_the_page(
    tmp_path: Path,
) -> None:
    sentence = "Các chi bộ sinh hoạt định kỳ, đúng giờ, đủ thành phần và có biên bản gửi về. " * 3
    path = _pdf(
        tmp_path / "a.pdf",
        '#set page(numbering: "1", width: 14cm, height: 9cm)\n'
        "#set enum(numbering: n => [#n.])\n"
        f"1\\. Sinh hoạt chi bộ\n\n{sentence}\n\n2\\. Thu đảng phí\n\nThu xong sớm.",
    )
    assert await _texts(path) == [
        "1. Sinh hoạt chi bộ",
        sentence.strip(),
        "2. Thu đảng phí",
        "Thu xong sớm.",
    ]


async def test_a_scanned_pdf_is_refused(tmp_path: Path) -> None:
    path = _pdf(tmp_path / "a.pdf", "#rect(width: 5cm, height: 5cm, fill: black)")
    assert await _refused(path) is Reason.SCANNED


async def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(_pdf(tmp_path / "a.pdf", PAGE))
    writer.encrypt("bí mật", algorithm="RC4-128")
    writer.write(tmp_path / "b.pdf")
    assert await _refused(tmp_path / "b.pdf") is Reason.ENCRYPTED


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", Reason.EMPTY),
        ("a.txt", b"\n \n", Reason.EMPTY),
        ("a.txt", "Tôi đi họp".encode("cp1258", "replace"), Reason.ENCODING),
        ("a.txt", "Chi bé häp ®Þnh kú, §¶ng ñy ph­êng ®Ò nghÞ".encode(), Reason.ENCODING),
        ("a.txt", b"M\x00\x01\x02binary", Reason.ENCODING),
        ("a.txt", b"\x7fELF\x02\x01\x01\x00", Reason.ENCODING),
        ("a.docx", b"This is not a zip at all.", Reason.NOT_DOCX),
        ("a.docx", b"PK\x03\x04 broken", Reason.NOT_DOCX),
        ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), Reason.ENCRYPTED),
        ("a.docx", b"\xd0\xcf\x11\xe0 an old document", Reason.NOT_DOCX),
        ("a.docm", b"PK", Reason.MACROS),
        ("a.doc", b"\xd0\xcf\x11\xe0", Reason.UNSUPPORTED),
        ("a.exe", b"MZ", Reason.UNSUPPORTED),
        ("a", b"text", Reason.UNSUPPORTED),
        ("a.pdf", b"%PDF-1.7 and nothing else", Reason.BROKEN),
        ("a.pdf", b"not a pdf", Reason.BROKEN),
    ],
)
async def test_a_bad_file_is_refused_with_its_reason(
    tmp_path: Path, name: str, content: bytes, reason: Reason
) -> None:
    path = tmp_path / "sent"
    path.write_bytes(content)
    assert await _refused(path, name) is reason


SHAPES = [
    ("decimal", "%1.", ["1. Một", "2. Hai", "3. Ba"]),
    ("upperRoman", "%1.", ["I. Một", "II. Hai", "III. Ba"]),
    ("lowerLetter", "%1)", ["a) Một", "b) Hai", "c) Ba"]),
    ("bullet", "•", ["- Một", "- Hai", "- Ba"]),
]


def _numbered(path: Path, levels: list[tuple[str, str]], lines: list[tuple[int, str]]) -> Path:
    """A Word file with one list: its levels' shapes and marks, its lines' levels and texts."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    shapes = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
        f'<w:lvlText w:val="{mark}"/></w:lvl>'
        for depth, (shape, mark) in enumerate(levels)
    )
    head = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{shapes}</w:abstractNum>'
    numbering.insert(0, parse_xml(head))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    for depth, text in lines:
        properties = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = depth
        properties.get_or_add_numId().val = 77
    document.save(str(path))
    return path


@pytest.mark.parametrize(("shape", "mark", "read"), SHAPES)
async def test_lists_are_read_with_the_numbers_word_draws(
    tmp_path: Path, shape: str, mark: str, read: list[str]
) -> None:
    lines = [(0, text) for text in ("Một", "Hai", "Ba")]
    assert await _texts(_numbered(tmp_path / "a.docx", [(shape, mark)], lines)) == read


async def test_a_list_of_several_levels_counts_each_anew(tmp_path: Path) -> None:
    levels = [("upperRoman", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)")]
    lines = [(0, "Họp"), (1, "Giờ"), (1, "Nơi"), (2, "Bàn"), (0, "Phí"), (1, "Mức")]
    path = _numbered(tmp_path / "a.docx", levels, lines)
    assert await _texts(path) == [
        "I. Họp",
        "I.1. Giờ",
        "I.2. Nơi",
        "a) Bàn",
        "II. Phí",
        "II.1. Mức",
    ]


async def test_a_cell_merged_downwards_is_said_with_each_of_its_rows(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(
        table.rows, (("Chi bộ", "Ngày", "Nơi"), ("Một", "sáng", "Đình"), ("", "chiều", "Chợ")),
        strict=True,
    ):  # fmt: skip
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    document.save(str(tmp_path / "a.docx"))
    assert await _texts(tmp_path / "a.docx") == [
        "Một: ngày: sáng; nơi: Đình.",
        "Một: ngày: chiều; nơi: Chợ.",
    ]


async def test_a_table_inside_a_cell_is_read_once_and_there(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Việc", "Hạn", "Thu phí", ""),
        strict=True,
    ):
        cell.text = text
    inner = table.cell(1, 1).add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in inner.rows for cell in row.cells),
        ("Đợt", "Ngày", "Đợt một", "thứ Hai"),
        strict=True,
    ):
        cell.text = text
    document.save(str(tmp_path / "a.docx"))
    assert await _texts(tmp_path / "a.docx") == ["Thu phí: hạn: Đợt một: ngày: thứ Hai."]


@pytest.mark.parametrize("tag", ["w:customXml", "w:sdt", "w:later"])
async def test_what_stands_inside_other_blocks_is_not_lost(tmp_path: Path, tag: str) -> None:
    wrapped = f"<{tag}><w:p><w:r><w:t>Bên trong.</w:t></w:r></w:p></{tag}><w:p>".encode()
    path = _word(tmp_path / "a.docx")
    _rewritten(path, "word/document.xml", lambda body: body.replace(b"<w:p>", wrapped, 1))
    assert await _texts(path) == ["Bên trong.", PAGE]


async def test_one_scanned_page_among_others_is_not_lost_silently(tmp_path: Path) -> None:
    segno.make("scan").save(str(tmp_path / "scan.png"))
    path = _pdf(tmp_path / "a.pdf", f'{PAGE * 9}\n#pagebreak()\n#image("scan.png", width: 100%)')
    assert await _refused(path) is Reason.SCANNED


async def test_a_picture_beside_words_is_no_scan(tmp_path: Path) -> None:
    (tmp_path / "seal.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9"/>')
    path = _pdf(tmp_path / "a.pdf", f'{PAGE}\n#image("seal.svg", width: 1cm)')
    assert PAGE in " ".join(await _texts(path))


@pytest.mark.fault(39)
@pytest.mark.parametrize(
    ("deed", "died_of"),
    [("while True: pass", "exit -"), ("print(len(bytearray(2 << 30)))", "MemoryError")],
)
async def test_what_opens_a_file_has_little_time_and_memory(deed: str, died_of: str) -> None:
    limited = f"from audio.reading.limits import limit_this_process as l; l(1); {deed}"
    with pytest.raises(ChildFailed, match=died_of):
        await run_child(["-c", limited.replace("; while", "\nwhile")], b"", 20, folder=ROOT)


@pytest.mark.fault(38)
async def test_a_file_over_twenty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as opened:
        opened.truncate(LARGEST + 1)
    assert await _refused(path) is Reason.TOO_BIG


async def test_a_zip_of_something_else_is_not_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert await _refused(path) is Reason.NOT_DOCX


async def test_a_word_file_without_words_is_empty(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    assert await _refused(tmp_path / "a.docx") is Reason.EMPTY


@pytest.mark.parametrize("mark", ["ins", "del", "moveFrom", "cellIns"])
async def test_tracked_changes_must_be_settled_first(tmp_path: Path, mark: str) -> None:
    path = _word(tmp_path / "a.docx")
    change = f'<w:{mark} w:id="1" w:author="x"><w:r><w:t>thêm</w:t></w:r></w:{mark}></w:p>'
    _rewritten(path, "word/document.xml", lambda b: b.replace(b"</w:p>", change.encode(), 1))
    assert await _refused(path) is Reason.TRACKED_CHANGES


async def test_macros_are_refused_under_a_harmless_name(tmp_path: Path) -> None:
    path = _rewritten(_word(tmp_path / "a.docx"), "word/vbaProject.bin", lambda _: b"macro")
    assert await _refused(path) is Reason.MACROS


@pytest.mark.fault(39)
async def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path: Path) -> None:
    path = _word(tmp_path / "a.docx")
    _rewritten(path, "word/media/image1.png", lambda _: bytes(30 * 1024 * 1024))
    assert path.stat().st_size < 200_000
    assert await _refused(path) is Reason.BOMB


@pytest.mark.fault(39)
async def test_a_zip_of_many_files_is_refused(tmp_path: Path) -> None:
    path = _word(tmp_path / "a.docx")
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(2_001):
            archive.writestr(f"word/media/{number}", b"")
    assert await _refused(path) is Reason.BOMB


async def test_xml_entities_are_refused(tmp_path: Path) -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document/>'
    path = _rewritten(_word(tmp_path / "a.docx"), "word/document.xml", lambda _: laughs)
    assert await _refused(path) is Reason.BOMB


async def test_word_text_in_an_old_one_byte_font_is_refused(tmp_path: Path) -> None:
    path = _word(
        tmp_path / "a.docx", "§¶ng ñy ph­êng ®Ò nghÞ c¸c chi bé häp ®Þnh kú, ®ñ thµnh phÇn."
    )
    assert await _refused(path) is Reason.ENCODING


async def test_damaged_xml_is_broken(tmp_path: Path) -> None:
    path = _word(tmp_path / "a.docx")
    _rewritten(path, "word/document.xml", lambda body: body[: len(body) // 2])
    assert await _refused(path) is Reason.BROKEN


async def test_a_flipped_byte_inside_the_zip_is_broken(tmp_path: Path) -> None:
    path = _word(tmp_path / "a.docx")
    buffer = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(buffer) as archive:
        place = archive.getinfo("word/document.xml").header_offset + 60
    damaged = bytearray(path.read_bytes())
    damaged[place] ^= 0xFF
    path.write_bytes(damaged)
    assert await _refused(path) is Reason.BROKEN
