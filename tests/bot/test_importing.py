"""`sotay import` and `sotay letters` as whoever runs the place types them, and what they read."""

import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook
from pypdf import PdfReader

from bot.__main__ import main

SAMPLE = Path(__file__).parents[2] / "samples" / "danh-sach-dang-vien.xlsx"
WARD = """\
DANH SÁCH ĐẢNG VIÊN PHƯỜNG SEN HỒNG
Họ và tên,Chi bộ,Số thẻ,Ngày sinh,Điện thoại,Chức vụ,Tình trạng,Khen thưởng,Giới tính
Lê Văn Bình,Chi bộ 1,101,03/09/1957,0900550002,Bí thư,Chính thức,Giấy khen năm 2021,Nam
Trần Thị Hoa,Chi bộ 1,102,20/11/1948,0900550003,,Chính thức,,Nữ
Ngô Quốc Dũng,Chi bộ 2,103,15/03/1960,0900550007,Bí thư,Chính thức,,Nam
"""


@dataclass(frozen=True)
class Said:
    """How a command ended and what it printed."""

    code: object
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Sotay = Callable[..., Said]


@pytest.fixture
def sotay(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    empty_sqlite: Path,
) -> Sotay:
    """The command line beside empty books of its own, with nobody at the keyboard."""
    (tmp_path / "data").mkdir()
    shutil.copy(empty_sqlite, tmp_path / "data" / "sotay.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOTAY_BOT_NAME", "sen_hong_bot")

    def run(*arguments: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["sotay", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        return Said(ended.value.code, *capsys.readouterr())

    return run


def csv(text: str, name: str = "list.csv") -> str:
    Path(name).write_text(text, "utf-8")
    return name


def workbook(**sheets: list[list[str]]) -> str:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(row)
    book.save("list.xlsx")
    return "list.xlsx"


def test_nothing_is_written_where_nobody_can_be_asked(sotay: Sotay) -> None:
    said = sotay("import", csv(WARD))

    assert (said.code, len(said.err.splitlines())) == (2, 1)
    assert "--yes" in said.err
    assert "mới 3, thay đổi 0" in said.out
    assert "mới 3" in sotay("import", csv(WARD), "--dry-run").out


class AtTheKeyboard:
    """`sotay import` in a process of its own, with somebody at the terminal."""

    def __init__(self, folder: Path) -> None:
        self._ours, theirs = pty.openpty()
        self._process = subprocess.Popen(  # noqa: S603  our own program
            [sys.executable, "-m", "bot", "import", csv(WARD)],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        os.close(theirs)

    def is_asked(self) -> None:
        """Waits for the question; fails when the program ends without it."""
        assert self._process.stdout is not None
        seen = b""
        while not seen.endswith("Ghi vào sổ?".encode()):
            one = self._process.stdout.read(1)
            assert one, seen.decode()
            seen += one

    def answers(self, word: str) -> Said:
        """Types the answer and reads on to the end."""
        os.write(self._ours, f"{word}\n".encode())
        out, err = self._process.communicate(timeout=60)
        os.close(self._ours)
        return Said(self._process.returncode, out.decode(), err.decode())


@pytest.mark.parametrize(("answer", "told"), [("y", "Đã ghi: 3 người mới"), ("n", "Chưa ghi gì")])
@pytest.mark.usefixtures("sotay")
def test_at_a_terminal_it_asks_first(tmp_path: Path, answer: str, told: str) -> None:
    somebody = AtTheKeyboard(tmp_path)
    somebody.is_asked()

    said = somebody.answers(answer)

    assert (said.code, told in said.out) == (0, True)


def test_the_books_stay_open_to_others_during_the_question_and_what_they_wrote_is_not_overwritten(
    tmp_path: Path, sotay: Sotay
) -> None:
    somebody = AtTheKeyboard(tmp_path)
    somebody.is_asked()

    meanwhile = sotay("import", csv(WARD.replace("101", "105"), "other.csv"), "--yes")
    said = somebody.answers("y")

    assert "Đã ghi: 3 người mới" in meanwhile.out
    assert (said.code, "chưa ghi gì" in said.err) == (2, True)
    assert "thay đổi 0" in sotay("import", "other.csv").out


def test_the_second_time_there_is_nothing_to_write(sotay: Sotay) -> None:
    sotay("import", csv(WARD), "--yes")

    said = sotay("import", csv(WARD))

    assert (said.code, said.lines[-1]) == (0, "Sổ đã có đủ như danh sách, không cần ghi gì thêm.")


def test_the_preview_says_what_was_and_what_will_be(sotay: Sotay) -> None:
    sotay("import", csv(WARD), "--yes")
    changed = (
        WARD.replace("0900550002,Bí thư", "0911222333,")
        .replace("Giấy khen năm 2021", "Bằng khen năm 2025")
        .replace("20/11/1948,0900550003,,Chính thức,,Nữ", "1948,,Phó bí thư,Miễn sinh hoạt,,")
        .replace("Dũng,Chi bộ 2", "Dũng,Chi bộ 1")
    )

    said = sotay("import", csv(changed), "--dry-run")

    assert said.lines[1:-2] == [
        "Dòng 3, Lê Văn Bình: có thay đổi",
        "    Số điện thoại: 0900550002 → 0911222333",
        "    Khen thưởng: bớt Giấy khen (2021); thêm Bằng khen (2025)",
        "    Chức vụ: Bí thư Chi bộ 1 → (trống)",
        "Dòng 4, Trần Thị Hoa: có thay đổi",
        "    Giới tính: nữ → (trống)",
        "    Ngày sinh: ngày 20 tháng 11 năm 1948 → 1948",
        "    Số điện thoại: 0900550003 → (trống)",
        "    Tình trạng: chính thức → miễn sinh hoạt",
        "    Chức vụ: (trống) → Phó bí thư Chi bộ 1",
        "Dòng 5, Ngô Quốc Dũng: có thay đổi",
        "    Đơn vị: Chi bộ 2 → Chi bộ 1",
        "    Chức vụ: Bí thư Chi bộ 2 → Bí thư Chi bộ 1",
    ]


def test_a_row_without_a_name_is_told_by_its_number_alone(sotay: Sotay) -> None:
    lines = sotay("import", str(SAMPLE), "--dry-run").lines

    assert "Dòng 36: chưa nhận. Dòng này chưa có họ tên." in lines
    assert [line for line in lines if ", :" in line] == []


def test_who_is_missing_is_named_and_removed_only_when_that_is_asked_for(sotay: Sotay) -> None:
    sotay("import", csv(WARD), "--yes")
    wrong = csv(WARD.replace("Trần Thị Hoa,Chi bộ 1,102", "Người Lạ,Chi bộ 7,999"), "wrong.csv")

    said = sotay("import", wrong, "--yes")
    assert "Đơn vị mới trong sổ: Chi bộ 7" in said.lines
    assert "Dòng 4, Người Lạ: người mới, Chi bộ 7" in said.lines
    assert "Có trong sổ mà không có trong danh sách: 1 người" in said.lines
    assert "    Trần Thị Hoa, Chi bộ 1" in said.lines
    assert "--remove-missing" in said.out

    said = sotay("import", csv(WARD), "--yes", "--remove-missing")
    assert said.lines[-4:] == [
        "Sẽ ghi là đã rời sổ, vì không có trong danh sách: 1 người",
        "    Người Lạ, Chi bộ 7",
        "Đơn vị không còn ai, sẽ bỏ khỏi sổ: Chi bộ 7",
        "Đã ghi: 0 người mới, 0 người có thay đổi, 1 người rời sổ.",
    ]
    assert "không cần ghi gì thêm" in sotay("import", csv(WARD), "--remove-missing").out


def test_a_new_card_number_may_be_somebody_the_books_know(sotay: Sotay) -> None:
    sotay("import", csv(WARD), "--yes")

    said = sotay("import", csv(WARD.replace("102", "201")), "--dry-run")

    assert "Dòng 4, Trần Thị Hoa: có thể là Trần Thị Hoa ở Chi bộ 1 đã có trong sổ" in said.out


def test_a_list_of_another_ward_is_called_by_its_name(sotay: Sotay) -> None:
    sotay("import", csv(WARD), "--yes")

    said = sotay("import", csv(WARD.replace("SEN HỒNG", "HOA SÚNG")), "--dry-run")

    assert (
        "Xin xem kỹ: sổ đang là của Phường Sen Hồng, danh sách này lại của Phường Hoa Súng."
        in said.lines
    )


def test_a_list_of_one_branch_leaves_the_others_alone(sotay: Sotay) -> None:
    sotay("import", csv(WARD), "--yes")
    branch = csv("CHI BỘ 2\nHọ và tên,Số thẻ\nNgô Quốc Dũng,103\n")

    said = sotay("import", branch, "--dry-run", "--remove-missing")

    assert "Danh sách chỉ nói về Chi bộ 2, nên 2 người ở đơn vị khác giữ nguyên." in said.out
    assert "Sẽ ghi là đã rời" not in said.out
    said = sotay("import", branch, "--dry-run", "--remove-missing", "--whole")
    assert "Sẽ ghi là đã rời sổ, vì không có trong danh sách: 2 người" in said.lines


def test_a_list_that_does_not_say_whose_it_is_asks(sotay: Sotay) -> None:
    untitled = csv(WARD.split("\n", 1)[1])

    said = sotay("import", untitled, "--yes")
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1)
    assert '--unit "Phường Hoa Sen"' in said.err

    said = sotay("import", untitled, "--yes", "--unit", "Phường Sen Hồng")
    assert said.lines[0].startswith("Phường Sen Hồng: mới 3")
    said = sotay("import", untitled)
    assert said.lines[0].startswith("Phường Sen Hồng: mới 0"), "the books know by now"


def test_a_list_without_branches_is_of_the_branch_that_is_named(sotay: Sotay) -> None:
    sotay("import", csv(WARD), "--yes")
    bare = csv("Họ và tên,Số thẻ\nLê Sen,104\n")

    said = sotay("import", bare, "--dry-run", "--unit", "chi bộ 2")

    assert said.lines[0].startswith("Phường Sen Hồng: mới 1")
    assert "Dòng 2, Lê Sen: người mới, Chi bộ 2" in said.lines


def test_every_sheet_is_read_and_those_left_out_are_named(sotay: Sotay) -> None:
    header = ["Họ và tên", "Số thẻ", "Tình trạng"]
    book = workbook(
        Chi_bộ_1=[["PHƯỜNG SEN HỒNG"], header, ["Lê Văn Bình", "101", "Chính thức"]],
        CB2=[header, ["Ngô Quốc Dũng", "103", "Chính thức"], ["", "104", "Dự bị"]],
        Ghi_chú=[["Nhớ hỏi lại số điện thoại"]],
    )

    said = sotay("import", book, "--yes")
    assert said.lines == [
        "Phường Sen Hồng: mới 2, thay đổi 0, không đổi 0, chưa nhận 1,"
        " bỏ qua 4 dòng không phải người.",
        "Đã đọc các tờ: Chi bộ 1, CB2",
        "Đơn vị mới trong sổ: Phường Sen Hồng, Chi bộ 1, Chi bộ 2",
        "Dòng 3 của tờ “CB2”: chưa nhận. Dòng này chưa có họ tên.",
        "Chưa đọc vì không có dòng tiêu đề cột: tờ Ghi chú",
        "Đã ghi: 2 người mới, 0 người có thay đổi.",
    ]

    said = sotay("import", book, "--sheet", "cb2")
    assert "Chưa đọc vì không được chọn: tờ Chi bộ 1, Ghi chú" in said.lines
    said = sotay("import", book, "--sheet", "CB3")
    assert (said.code, said.err) == (
        2,
        "Tệp không có tờ “CB3”. Các tờ có dòng chữ: Chi bộ 1, CB2, Ghi chú.\n",
    )


def letters(out: str) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(out).pages)


def test_letters_need_a_roster_first(sotay: Sotay) -> None:
    said = sotay("letters")

    assert (said.code, len(said.err.splitlines())) == (2, 1)
    assert "sotay import" in said.err
    assert not Path("letters.pdf").exists()


def test_one_letter_is_printed_again_and_the_earlier_code_is_void(sotay: Sotay) -> None:
    sotay("import", csv(WARD), "--yes")
    sotay("letters")
    everybodys = letters("letters.pdf")

    for called in ("tran thi hoa", "102", code_of(everybodys, "Trần Thị Hoa")):
        said = sotay("letters", "-o", "hoa.pdf", "--member", called)
        assert said.lines == [
            "Đã viết thư của Trần Thị Hoa vào hoa.pdf. Mã cũ chưa dùng không còn giá trị."
        ]
        again = letters("hoa.pdf")
        assert "Trần Thị Hoa" in again
        assert again.count("Thư mời vào sổ tay") == 1
        assert code_of(again, "Trần Thị Hoa") not in everybodys


TWO_BOTS = {"SOTAY_ZALO_TOKENS": "11:aa,22:bb", "SOTAY_ZALO_NAMES": "Bot Sen, Bot Hồng"}


@pytest.mark.parametrize("telegram", ["sen_hong_bot", ""])
def test_letters_spread_people_over_the_bots_of_zalo(
    sotay: Sotay, monkeypatch: pytest.MonkeyPatch, telegram: str
) -> None:
    for name, value in {**TWO_BOTS, "SOTAY_BOT_NAME": telegram}.items():
        monkeypatch.setenv(name, value)
    sotay("import", csv(WARD), "--yes")
    assert sotay("letters").code == 0

    said = letters("letters.pdf")
    found = "Dùng Zalo? Tìm “{}”" if telegram else "Tên trên Zalo: {}"
    assert sorted(said.count(found.format(one)) for one in ("Bot Sen", "Bot Hồng")) == [1, 2]
    assert ("Mở máy ảnh" in said) is bool(telegram)
    assert ("Mở Zalo, gõ vào ô tìm kiếm" in said) is (not telegram)


def test_without_any_bots_name_there_are_no_letters(
    sotay: Sotay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOTAY_BOT_NAME", "")
    monkeypatch.setenv("SOTAY_ZALO_TOKENS", "11:aa")
    sotay("import", csv(WARD), "--yes")
    said = sotay("letters")

    assert (said.code, len(said.err.splitlines())) == (2, 1)
    assert "SOTAY_ZALO_NAMES" in said.err


def code_of(text: str, name: str) -> str:
    return text.partition(name)[2].partition("Gõ mã này vào sổ tay: ")[2][:14]


def test_a_letter_for_nobody_or_for_several_asks_whose(sotay: Sotay) -> None:
    twin = WARD.splitlines()[3].replace("Chi bộ 1,102", "Chi bộ 2,")
    sotay("import", csv(f"{WARD}{twin}\n"), "--yes")

    said = sotay("letters", "--member", "Lê Lợi")
    assert (said.code, said.err.count("Lê Lợi")) == (2, 1)
    said = sotay("letters", "--member", "Trần Thị Hoa")
    assert said.code == 2
    assert "Trần Thị Hoa, Chi bộ 1, số thẻ 102; Trần Thị Hoa, Chi bộ 2. Hãy ghi" in said.err
    assert sotay("letters", "--member", "Trần Thị Hoa", "--unit", "Chi bộ 2").code == 0
