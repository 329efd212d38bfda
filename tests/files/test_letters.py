"""The printed letters: what stands on them, and that nothing is left out or misread."""

import io
import re
from pathlib import Path

import pytest
import segno
from pypdf import PdfReader

from files.letters import Letter, LetterWords, grouped, letters_data, make_letters
from files.printing import pictures_of

WORDS = LetterWords(
    title="Sổ tay phường Hoa Sen",
    greeting="Kính gửi đồng chí",
    steps=("Soi máy ảnh vào ô vuông.", "Bấm vào đường dẫn.", "Bấm nút Bắt đầu."),
    code_line="Hoặc gõ mã này:",
    help_line="Cần giúp, xin gọi:",
)
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"


def letter(name: str = "Dương Thị Mai Tuyết", unit: str = "Chi bộ 1") -> Letter:
    link = "https://t.me/hoa_sen_bot?start=Ab3dEf6hIj9k"
    until = "Dùng được đến hết thứ Hai, ngày 7 tháng 12."
    return Letter(name, unit, link, "482913", until, "Hoàng Thị Kim Hoa", "0930166131")


def pages(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def test_a_letter_holds_everything_needed_to_join(tmp_path: Path) -> None:
    out = tmp_path / "letters.pdf"
    make_letters([letter()], WORDS, out)

    (page,) = pages(out)
    said = (WORDS.title, WORDS.greeting, *WORDS.steps, WORDS.code_line, WORDS.help_line)
    for text in (*said, "Dương Thị Mai Tuyết", "Chi bộ 1", "ngày 7 tháng 12"):
        assert text in page
    for text in ("482 913", "Hoàng Thị Kim Hoa", "0930 166 131"):
        assert text in page


def test_four_letters_share_a_page(tmp_path: Path) -> None:
    out = tmp_path / "letters.pdf"
    names = ["Lê An", "Lê Ba", "Lê Chi", "Lê Duy", "Lê Em"]
    make_letters([letter(name) for name in names], WORDS, out)

    first, second = pages(out)
    assert [name for name in names if name in first] == names[:4]
    assert [name for name in names if name in second] == names[4:]
    assert PdfReader(out).pages[0].mediabox[2:] == pytest.approx([595.28, 841.89], abs=0.01)


@pytest.mark.parametrize(
    "name",
    ["#panic()", "*Lê* _An_", "<b>", "\"Lê\" 'An'", "$x^2$ @tên \\ {}", "[Lê](An) // An", "`An`"],
)
def test_a_name_is_printed_as_it_is(tmp_path: Path, name: str) -> None:
    out = tmp_path / "letters.pdf"
    make_letters([letter(name)], WORDS, out)

    assert straight(name) in straight(pages(out)[0])


def straight(text: str) -> str:
    """Typographic quotes as typed ones."""
    return re.sub("[“”„]", '"', re.sub("[‘’]", "'", text))


def test_every_vietnamese_letter_has_a_glyph(tmp_path: Path) -> None:
    out = tmp_path / "letters.pdf"
    make_letters([letter(LETTERS[:34]), letter(LETTERS[34:].upper())], WORDS, out)

    (page,) = pages(out)
    assert set(LETTERS[:34] + LETTERS[34:].upper()) <= set(page)
    fonts = PdfReader(out).pages[0]["/Resources"]["/Font"].get_object().values()  # type: ignore[index]
    names = {str(font.get_object()["/BaseFont"]) for font in fonts}
    assert {name.split("+")[1].split("-")[0] for name in names} <= {
        "LibertinusSerif",
        "DejaVuSansMono",
    }


def test_the_longest_name_still_leaves_room_for_whom_to_call(tmp_path: Path) -> None:
    out = tmp_path / "letters.pdf"
    make_letters([letter("Nguyễn Phúc " * 8, "Chi bộ Tổ dân phố số 12 " * 3)], WORDS, out)

    heights: list[float] = []

    def note_height(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            heights.append(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])

    PdfReader(out).pages[0].extract_text(visitor_text=note_height)
    assert 841.89 / 2 + 20 <= min(heights) < max(heights) <= 841.89 - 20


def test_the_square_code_is_the_link() -> None:
    (shown,) = letters_data([letter()], WORDS)["letters"]

    code = segno.make("https://t.me/hoa_sen_bot?start=Ab3dEf6hIj9k", error="m")
    dark = {(x, y) for y, row in enumerate(code.matrix) for x, on in enumerate(row) if on}
    assert dark_modules(shown["qr"]) == dark


def dark_modules(svg: str) -> set[tuple[int, int]]:
    """The modules a drawing's strokes cover: M and m move the pen, h draws to the right."""
    dark, x, y = set(), 0.0, 0.0
    (path,) = re.findall(r' d="([^"]+)"', svg)
    for move, numbers in re.findall(r"([Mmh])([^Mmh]+)", path):
        by = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if move == "h":
            dark |= {(int(at), int(y)) for at in range(int(x), int(x + by[0]))}
            by.append(0)
        x, y = (by[0], by[1]) if move == "M" else (x + by[0], y + by[1])
    return dark


@pytest.mark.parametrize(
    ("code", "shown"),
    [("482913", "482 913"), ("48291357", "4829 1357"), ("482-913", "482 913"), ("", "")],
)
def test_a_code_is_shown_in_groups(code: str, shown: str) -> None:
    assert grouped(code) == shown


def test_a_letter_page_is_a_picture_too() -> None:
    (picture,) = pictures_of("letters.typ", letters_data([letter()], WORDS), 72)

    assert io.BytesIO(picture).read(8) == b"\x89PNG\r\n\x1a\n"
