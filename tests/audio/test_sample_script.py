"""The sample directive, every word as a newsreader would say it, written down by hand."""

from pathlib import Path

import pytest

from audio.items import split_items
from audio.readers import read_document
from audio.script import make_script

SAMPLES = Path(__file__).parents[2] / "samples"
EXPECTED = Path(__file__).with_name("chi-dao-thang-12.spoken.txt").read_text("utf-8").strip()
TABLE = """\
Chi bộ một: ngày họp: mùng ba tháng mười hai, mười chín giờ ba mươi phút; \
địa điểm: Nhà văn hóa tổ dân phố một.
Chi bộ hai: ngày họp: mùng bốn tháng mười hai, mười chín giờ ba mươi phút; \
địa điểm: Nhà văn hóa tổ dân phố hai.
Chi bộ ba: ngày họp: mùng năm tháng mười hai, tám giờ; địa điểm: Đình làng."""


async def _spoken(name: str) -> str:
    directive = split_items(await read_document(SAMPLES / name, name))
    parts = [directive.title]
    for item in directive.items:
        parts += ["", item.title, item.text]
    script = make_script("\n".join(parts))
    assert script.flagged == ()
    return "\n".join(line.spoken for line in script.lines)


async def test_the_sample_text_is_spoken_word_for_word() -> None:
    assert await _spoken("chi-dao-thang-12.txt") == EXPECTED.replace("# ", "")


async def test_the_sample_word_file_is_the_same_and_its_table_is_read_where_it_stands() -> None:
    spoken = await _spoken("chi-dao-thang-12.docx")
    text, _, appendix = spoken.partition("\n\nPhần kèm theo\n")
    assert text == EXPECTED.replace("# ", "")
    assert appendix == TABLE


@pytest.mark.parametrize("kind", ["txt", "docx"])
async def test_the_frame_of_the_paper_is_kept_but_not_spoken(kind: str) -> None:
    name = f"chi-dao-thang-12.{kind}"
    document = await read_document(SAMPLES / name, name)
    directive = split_items(document)
    assert directive.number == "14-CT/ĐU"
    assert directive.issued_on == "ngày 20/11/2026"
    assert [part.text for part in document.left_out] == [
        "ĐẢNG ỦY PHƯỜNG HOA SEN",
        "Số: 14-CT/ĐU",
        "Hoa Sen, ngày 20/11/2026",
        "Nơi nhận:",
        "- Các chi bộ trực thuộc,",
        "- Lưu VPĐU.",
        "T/M BAN THƯỜNG VỤ",
    ]
