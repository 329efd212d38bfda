"""Spreadsheets as people send them, and files that only look like one."""

import io
import time
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from files.spreadsheets import read_grid
from rules.refusal import Refusal
from rules.roster_columns import Row

SAMPLE = Path(__file__).parents[2] / "samples" / "danh-sach-dang-vien.xlsx"


def workbook(path: Path, *rows: list[object], title: str = "Danh sách") -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.save(path)
    return book


def refused(path: Path) -> tuple[str, object]:
    with pytest.raises(Refusal) as refusal:
        read_grid(path)
    return refusal.value.key, refusal.value.values.get("name")


def test_the_sample_is_read_with_the_numbers_of_its_rows() -> None:
    grid = read_grid(SAMPLE)

    assert grid.sheets == ("Danh sách",)
    assert [row.number for row in grid.rows] == [1, *range(3, 125), 126]
    assert grid.rows[0].cells[0] == "DANH SÁCH ĐẢNG VIÊN PHƯỜNG HOA SEN (dữ liệu hư cấu)"


def test_a_formula_of_the_sample_stays_text() -> None:
    row = next(row for row in read_grid(SAMPLE).rows if row.number == 45)

    assert row.cells[1] == '=HYPERLINK("http://x.test","Trần Minh Tín")'


def test_cells_become_text_or_dates(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    moment = datetime(2026, 12, 5, 19, 30)  # noqa: DTZ001  a spreadsheet knows no zone
    workbook(path, [924264628, 1951.0, 0.5, date(1949, 2, 3), moment, "=1+1", True, "  ", None])

    (row,) = read_grid(path).rows

    assert row.cells == (
        *("924264628", "1951", "0.5", date(1949, 2, 3), "2026-12-05 19:30:00", "=1+1", "True"),
    )


def book_of_three(tmp_path: Path) -> Path:
    path = tmp_path / "list.xlsx"
    book = workbook(path, ["Hướng dẫn"], title="Hướng dẫn")
    people = book.create_sheet("Danh sách")
    people.append(["Họ tên"])
    people.append(["Lê Sen"])
    hidden = book.create_sheet("Ẩn")
    for at in range(9):
        hidden.append([at])
    hidden.sheet_state = "hidden"
    book.save(path)

    return path


def test_every_sheet_is_read_and_the_hidden_ones_are_named(tmp_path: Path) -> None:
    grid = read_grid(book_of_three(tmp_path))

    assert (grid.sheets, grid.hidden) == (("Hướng dẫn", "Danh sách"), ("Ẩn",))
    assert grid.rows == (
        Row(1, ("Hướng dẫn",), "Hướng dẫn"),
        Row(1, ("Họ tên",), "Danh sách"),
        Row(2, ("Lê Sen",), "Danh sách"),
    )


@pytest.mark.parametrize("name", ["Danh sách", "danh sach"])
def test_one_sheet_can_be_chosen(tmp_path: Path, name: str) -> None:
    assert read_grid(book_of_three(tmp_path)).only(name).sheets == ("Danh sách",)


@pytest.mark.parametrize("name", ["Tháng 11", "Ẩn"])
def test_a_sheet_nobody_can_see_is_not_chosen(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_grid(book_of_three(tmp_path)).only(name)

    assert refusal.value.key == "members.roster_no_sheet"
    assert refusal.value.values == {"sheet": name, "sheets": "Hướng dẫn, Danh sách"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_is_read_in_the_encodings_people_save(tmp_path: Path, encoding: str, mark: str) -> None:
    path = tmp_path / "list.csv"
    rows = [["Họ và tên", "Chi bộ"], ["Đỗ Thị Ước", "Chi bộ 1"], ["", ""], ["Lê Sen", "2, 3; 4"]]
    text = "\r\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows)
    path.write_bytes(
        _decomposed(text).encode(encoding) if encoding == "cp1258" else text.encode(encoding)
    )

    assert read_grid(path).rows == (
        Row(1, ("Họ và tên", "Chi bộ")),
        Row(2, ("Đỗ Thị Ước", "Chi bộ 1")),
        Row(4, ("Lê Sen", "2, 3; 4")),
    )


def _decomposed(text: str) -> str:
    """Tone marks apart from their letters, the only way windows-1258 can write them."""
    tones = {
        "ọ": "o\u0323",
        "ộ": "ô\u0323",
        "ỗ": "ô\u0303",
        "ị": "i\u0323",
        "Ư": "Ư",
        "ớ": "ơ\u0301",
    }
    return "".join(tones.get(letter, letter) for letter in text)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ảnh.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"),
        ("cũ.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
        ("hỏng.xlsx", b"PK\x03\x04 not really"),
        ("hỏng.csv", b'"a","b\r\n1,2'),
    ],
)
def test_a_file_that_is_no_spreadsheet_is_refused(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert refused(path) == ("members.roster_unreadable", name)


def test_a_damaged_workbook_is_refused_wherever_it_is_cut(tmp_path: Path) -> None:
    whole = SAMPLE.read_bytes()
    for part in range(1, 10):
        path = tmp_path / f"{part}.xlsx"
        path.write_bytes(whole[: len(whole) * part // 10])
        assert refused(path) == ("members.roster_unreadable", path.name)


def test_another_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "thư.docx"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("word/document.xml", "<document/>")

    assert refused(path) == ("members.roster_unreadable", "thư.docx")


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n", b" , ,\r\n"])
def test_a_file_without_rows_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "trống.csv"
    path.write_bytes(content)

    assert refused(path) == ("members.roster_empty", "trống.csv")


def test_a_workbook_without_rows_is_refused(tmp_path: Path) -> None:
    workbook(tmp_path / "trống.xlsx")

    assert refused(tmp_path / "trống.xlsx") == ("members.roster_empty", "trống.xlsx")


def test_a_file_over_twenty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)

    assert refused(path) == ("members.roster_too_big", "list.csv")


@pytest.mark.fault(39)
def test_a_zip_bomb_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", bytes(65 * 1024 * 1024))

    assert path.stat().st_size < 1024 * 1024
    assert refused(path) == ("members.roster_too_big", "list.xlsx")


def test_more_rows_than_a_roster_can_have_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Lê Sen,1\r\n" * 20_001, "utf-8")

    assert refused(path) == ("members.roster_too_big", "list.csv")


def changed_sheet(path: Path, old: str, new: str) -> None:
    """The sample with something replaced in the source of its sheet."""
    content = io.BytesIO()
    with zipfile.ZipFile(SAMPLE) as parts, zipfile.ZipFile(content, "w") as copy:
        for part in parts.infolist():
            data = parts.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            copy.writestr(part, data)
    path.write_bytes(content.getvalue())


def test_a_sheet_that_claims_a_million_columns_is_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    changed_sheet(path, 'ref="A1:O126"', 'ref="A1:XFD1048576"')
    started = time.monotonic()

    assert len(read_grid(path).rows) == 124
    assert time.monotonic() - started < 5


def test_entities_that_swell_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    swelling = "".join(
        f'<!ENTITY e{at} "{f"&e{at - 1};" * 10 if at else "x" * 100}">' for at in range(8)
    )
    changed_sheet(path, "<worksheet", f"<!DOCTYPE w [{swelling}]><worksheet")

    assert refused(path) == ("members.roster_unreadable", "list.xlsx")
