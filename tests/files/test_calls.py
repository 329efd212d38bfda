"""The list for the phone, as it is printed."""

from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader

from files.calls import CallList, make_call_list

LIST = CallList(
    organisation="Chi bộ 1",
    title="Danh sách gọi điện",
    about="Thông báo số 1 năm 2026 của Chi bộ 1",
    made="2 người, lập thứ Tư ngày 25 tháng 11.",
    say_title="Lời để nói",
    say="Kính chào đồng chí. Mời đồng chí mở Sổ tay và bấm Đã nhận.",
    columns=("Đã báo", "Họ và tên", "Điện thoại"),
    people=(
        ("Trần Thị Hoa #*", "0912345678", ""),
        ("Phạm Minh Tuấn", "chưa có số", "chưa vào sổ"),
    ),
    closing="Tờ này có số điện thoại riêng, xin giữ kín.",
)


def _pages(calls: CallList, folder: Path) -> list[str]:
    out = folder / "list.pdf"
    make_call_list(calls, out)
    return [page.extract_text() for page in PdfReader(out).pages]


def test_everyone_stands_on_it_with_a_number_that_can_be_read_out(tmp_path: Path) -> None:
    (page,) = _pages(LIST, tmp_path)

    for words in ("Danh sách gọi điện", "Lời để nói", "0912 345 678", "Phạm Minh Tuấn"):
        assert words in page
    assert "Trần Thị Hoa #*" in page, "a name is no markup"
    assert "chưa vào sổ" in page
    assert "giữ kín" in page


def test_a_long_list_goes_on_with_its_head_on_every_page(tmp_path: Path) -> None:
    many = tuple((f"Nguyễn Văn {number}", "0912345678", "") for number in range(60))
    pages = _pages(replace(LIST, people=many), tmp_path)

    assert len(pages) > 1
    assert all("Họ và tên" in page for page in pages)
    assert sum(page.count("Nguyễn Văn") for page in pages) == 60
