"""A line as written, with what is said instead in brackets."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.expanding import letters
from audio.script import expanded, make_script
from audio.spoken.traced import Traced

READINGS = {"QLĐT": "quản lý đô thị", "vp@senhong.vn": "hộp thư của phường"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("UBND phường", "UBND [Ủy ban nhân dân] phường"),
        ("Thu xong trước 25/12.", "Thu xong trước 25/12 [ngày hai mươi lăm tháng mười hai]."),
        (
            "UBND, HĐND phường",
            "UBND [Ủy ban nhân dân], HĐND [Hội đồng nhân dân] phường",
        ),
        ("trong 5 năm tới", "trong 5 [năm] năm tới"),
        ("rừng 2,5 ha bị cháy", "rừng 2,5 ha [hai phẩy năm héc ta] bị cháy"),
        (
            "Kết luận số 100 - KL/TW của Ban Bí thư",
            "Kết luận số 100 - KL/TW [một trăm] của Ban Bí thư",
        ),
        ("KH số 12-KH/ĐU", "KH số 12-KH/ĐU [Kế hoạch số mười hai của Đảng ủy]"),
        ("1. Sinh hoạt chi bộ", "1 [Một]. Sinh hoạt chi bộ"),
        ("- Phát triển kinh tế - xã hội", "- Phát triển kinh tế - xã hội"),
        ("ĐẢNG ỦY PHƯỜNG", "ĐẢNG ỦY PHƯỜNG"),
        ("THÔNG BÁO CỦA UBND", "THÔNG BÁO CỦA UBND [Ủy ban nhân dân]"),
        ("“Đảng uỷ (khoá II)” họp", "“Đảng uỷ (khoá II [hai])” họp"),
        ("hội nghị BCVT lúc 8h00", "hội nghị BCVT lúc 8h00 [tám giờ]"),
        ("Chủ nghĩa Mác - Lê-nin", "Chủ nghĩa Mác - Lê-nin"),
        ("PCCC & CNCH", "PCCC [phòng cháy chữa cháy] & [và] CNCH [cứu nạn cứu hộ]"),
        ("Chi bộ 1,2 họp", "Chi bộ 1,2 [một, hai] họp"),
        (
            "đ/c Nam ở QLĐT, ĐT 0912 345 678. Gửi về vp@senhong.vn trước 10/12.",
            "đ/c [đồng chí] Nam ở QLĐT [quản lý đô thị], ĐT [điện thoại] "
            "0912 345 678 [không chín một hai, ba bốn năm, sáu bảy tám]. "
            "Gửi về vp@senhong.vn [hộp thư của phường] "
            "trước 10/12 [ngày mùng mười tháng mười hai].",
        ),
        ("", ""),
    ],
)
def test_what_is_said_otherwise_stands_in_brackets_behind_it(written: str, shown: str) -> None:
    (line,) = make_script(written or " ", {**READINGS, "ĐT": "điện thoại"}).lines
    assert expanded(line).strip() == shown


PIECES = """
    họp UBND 5 năm 12/4 - (II) và, TU ha QLĐT vp@senhong.vn. 0912 345 678 ĐT: 15 000 đồng
    ngày 3, 4/12 12-KH/ĐU KH số quyết định[1] “hoá” & > 95% 1. a) & … ĐẢNG ỦY 7h30 30' và/hoặc x
    100tr/hộ T2-T6 CN sáng 10/3 ÂL HS lớp BHXH-BHYT Km3+200 Krông M'gar tỷ số 3-1
    = 75A-123.45 xe 0OÈ
"""


@given(
    st.lists(st.sampled_from(PIECES.split()), max_size=12).map(" ".join)
    | st.lists(st.sampled_from([*PIECES.split(), " ", ""]), max_size=12).map("".join)
    | st.text(max_size=40)
)
def test_each_expansion_stands_behind_what_it_expands(written: str) -> None:
    """Without them the line is as it was written; with each in its place it is what is said."""
    for line in make_script(written, READINGS).lines:
        shown, said, done = "", "", 0
        for begin, end, expansion in line.expansions:
            assert done <= begin < end
            shown += f"{line.source[done:end]} [{expansion}]"
            said += f"{line.source[done:begin]} {expansion} "
            done = end
        assert expanded(line) == shown + line.source[done:]
        assert letters(said + line.source[done:]) == letters(line.spoken)


def test_a_letter_remembers_where_it_was_written_through_every_change() -> None:
    text = Traced("họp ngày 5 tại nhà").sub(re.compile("ngày 5"), "ngày mùng năm")
    text = text.sub(re.compile("năm tại"), "NĂM TẠI").sub(re.compile("họp "), "")
    assert text == "ngày mùng NĂM TẠI nhà"
    places = {word: text.begins[text.index(word)] for word in text.split()}
    assert places == {"ngày": 4, "mùng": 9, "NĂM": 9, "TẠI": 11, "nhà": 15}
