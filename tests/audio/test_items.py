"""Cutting a directive into items."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.documents import Document, Kind, Paragraph
from audio.items import GENERAL, Item, split_items, split_text

SAMPLE = Path(__file__).parents[2] / "samples" / "chi-dao-thang-12.txt"


def _document(*paragraphs: Paragraph) -> Document:
    return Document("x", paragraphs)


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(item.title, item.text) for item in split_text(text).items]


def test_numbers_cut_a_typed_directive() -> None:
    directive = split_text("1. Họp chi bộ\nĐúng giờ.\n\n2. Nộp đảng phí\nTrước 25/12.")
    assert directive.items == (
        Item("Họp chi bộ", "Đúng giờ."),
        Item("Nộp đảng phí", "Trước 25/12."),
    )


def test_roman_numbers_cut_before_the_plain_ones_inside() -> None:
    directive = split_text("I. Kết quả\n1. Ưu điểm\n2. Hạn chế\nII. Nhiệm vụ\n1. Họp\n2. Thu phí")
    assert [item.title for item in directive.items] == ["Kết quả", "Nhiệm vụ"]
    assert directive.items[0].text == "1. Ưu điểm\n2. Hạn chế"


def test_a_list_inside_an_item_does_not_cut_it() -> None:
    directive = split_text("1. Chuẩn bị\n1) bàn\n2) ghế\n3) nước\n2. Dọn dẹp\nCùng làm.")
    assert [item.title for item in directive.items] == ["Chuẩn bị", "Dọn dẹp"]


def test_text_before_the_first_number_is_kept() -> None:
    directive = split_text("THÔNG BÁO\nvề lịch họp\nĐảng ủy đề nghị:\n1. Họp\nSớm.\n2. Nộp\nĐủ.")
    assert directive.title == "Thông báo về lịch họp"
    assert directive.items[0] == Item("Nội dung chung", "Đảng ủy đề nghị:")


def test_without_numbers_it_is_one_item_under_its_subject() -> None:
    directive = split_text("THÔNG BÁO\nvề lịch trực Tết\nCác tổ trực đủ người.")
    (item,) = directive.items
    assert item == Item("Thông báo về lịch trực Tết", "Các tổ trực đủ người.")


def test_one_typed_sentence_is_an_item() -> None:
    assert _pairs("Mời họp chi bộ lúc 19h30.") == [("Mời họp chi bộ lúc 19h30", "")]


@pytest.mark.parametrize(
    ("line", "title", "text"),
    [
        ("1. Đảng phí: thu xong trước 25/12.", "Đảng phí", "thu xong trước 25/12."),
        ("1. Sinh hoạt chi bộ:", "Sinh hoạt chi bộ", ""),
        (
            "1. Đề nghị các chi bộ chuẩn bị báo cáo tổng kết năm, gửi về văn phòng trước ngày hẹn, "
            "kèm danh sách đảng viên được khen thưởng và biên bản họp.",
            "Đề nghị các chi bộ chuẩn bị báo cáo tổng kết năm",
            "Đề nghị các chi bộ chuẩn bị báo cáo tổng kết năm, gửi về văn phòng trước ngày hẹn, "
            "kèm danh sách đảng viên được khen thưởng và biên bản họp.",
        ),
    ],
)
def test_a_title_is_short_and_nothing_is_lost(line: str, title: str, text: str) -> None:
    assert split_text(f"{line}\n2. Khác\nHết.").items[0] == Item(title, text)


def test_headings_cut_where_there_are_no_numbers() -> None:
    heading = [Paragraph(text, Kind.HEADING, 1) for text in ("Họp", "Phí")]
    directive = split_items(_document(heading[0], Paragraph("Đúng giờ."), heading[1]))
    assert directive.items == (Item("Họp", "Đúng giờ."), Item("Phí", ""))


def test_the_highest_headings_with_several_cut() -> None:
    parts = [
        Paragraph("Chỉ thị tháng này", Kind.HEADING, 1),
        Paragraph("Họp", Kind.HEADING, 2),
        Paragraph("Chuẩn bị", Kind.HEADING, 3),
        Paragraph("Bàn ghế."),
        Paragraph("Phí", Kind.HEADING, 2),
    ]
    titles = [item.title for item in split_items(_document(*parts)).items]
    assert titles == ["Nội dung chung", "Họp", "Phí"]


def test_the_frame_of_an_official_letter_is_left_out() -> None:
    directive = split_text(
        "ĐẢNG BỘ TỈNH\nĐẢNG ỦY XÃ AN BÌNH\n*\nSố 25-TB/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "An Bình, ngày 02 tháng 12 năm 2026\nTHÔNG BÁO\nvề việc trực lễ\n"
        "Các chi bộ cử người trực.\nNơi nhận:\n- Như trên,\n- Lưu VPĐU.\n"
        "T/M ĐẢNG ỦY\nPHÓ BÍ THƯ\n(Đã ký)\nTrần Văn Mẫu\n2"
    )
    assert directive.title == "Thông báo về việc trực lễ"
    assert directive.number == "25-TB/ĐU"
    assert directive.issued_on == "ngày 02 tháng 12 năm 2026"
    assert directive.items == (Item(directive.title, "Các chi bộ cử người trực."),)


def test_an_appendix_after_the_signature_is_an_item_of_its_own() -> None:
    directive = split_text(
        "1. Họp\nSớm.\n2. Phí\nĐủ.\nNơi nhận:\n- Các chi bộ.\nT/M BAN THƯỜNG VỤ\n"
        "Lê Thị Mẫu\nPHỤ LỤC 1\nDanh sách trực: tổ một."
    )
    assert directive.items[-1] == Item("PHỤ LỤC 1", "Danh sách trực: tổ một.")
    assert directive.items[1] == Item("Phí", "Đủ.")


@pytest.mark.parametrize(
    "line",
    [
        "Nơi nhận quà: nhà văn hóa phường.",
        "Nơi nhận: nhà văn hóa phường.",
        "Đã ký kết giao ước thi đua với ba phường.",
        "T/M Ban Thường vụ, đồng chí Bí thư phát biểu. Các chi bộ tiếp thu.",
        "5/12",
        "Số người dự: 14-16 người.",
    ],
)
def test_a_line_that_only_resembles_the_frame_is_spoken(line: str) -> None:
    directive = split_text(f"1. Họp\n{line}\n2. Phí\nĐủ.")
    assert directive.items[0].text == line


def test_a_first_line_in_capitals_is_the_title_unless_it_is_an_organisation() -> None:
    directive = split_text("CHI BỘ 3\nLỊCH TRỰC TẾT\nTổ 1 trực mùng một.")
    assert directive.title == "Lịch trực tết"
    assert directive.items == (Item("Lịch trực tết", "Tổ 1 trực mùng một."),)


@pytest.mark.parametrize("mark", [".", ")", "/", "-", ":"])
def test_numbers_may_be_written_in_many_ways(mark: str) -> None:
    directive = split_text(f"1{mark} Họp\nSớm.\n2{mark} Phí\nĐủ.")
    assert directive.items == (Item("Họp", "Sớm."), Item("Phí", "Đủ."))


def test_a_line_that_begins_with_an_amount_is_no_item() -> None:
    directive = split_text("1. Họp\n2 - 3 đồng chí chuẩn bị.\n2. Phí\nĐủ.")
    assert directive.items[0] == Item("Họp", "2 - 3 đồng chí chuẩn bị.")


def test_a_numbered_directive_is_cut_at_its_numbers() -> None:
    pieces = split_text(SAMPLE.read_text(encoding="utf-8")).items

    assert [piece.title for piece in pieces] == [
        "Sinh hoạt chi bộ",
        "Thu, nộp đảng phí quý IV/2026",
        "Biểu quyết công trình đường hẻm 12/4 Bến Đò",
        "Chăm sóc người cao tuổi mùa lạnh",
        "Phòng chống lừa đảo qua điện thoại",
        "Chuẩn bị Đại hội chi bộ nhiệm kỳ 2027-2030",
    ]
    whole = "\n".join(piece.text for piece in pieces)
    assert whole.startswith("Các chi bộ sinh hoạt định kỳ")
    assert whole.endswith("Hồ sơ gửi theo mẫu 2A, 3B.")


LETTER = """ĐẢNG BỘ PHƯỜNG SEN HỒNG
***
Số: 3-TB/ĐU
Sen Hồng, ngày 20 tháng 11 năm 2026
THÔNG BÁO
về thu đảng phí
Thu tại nhà văn hóa TP. Huế. Xong trước 25/12.
12/12/2026
- 2 -
Nơi nhận:
- Các chi bộ
T/M BAN THƯỜNG VỤ
BÍ THƯ
(đã ký)
Nguyễn Văn An"""


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            LETTER,
            [
                (
                    "Thông báo về thu đảng phí",
                    "Thu tại nhà văn hóa TP. Huế. Xong trước 25/12.\n12/12/2026",
                )
            ],
        ),
        ("Họp tối thứ Sáu lúc 19h30.", [("Họp tối thứ Sáu lúc 19h30", "")]),
        ("Họp chi bộ, ngày 5/12 lúc 19h30", [("Họp chi bộ, ngày 5/12 lúc 19h30", "")]),
        ("CHI BỘ 1 HỌP\nĐúng 19h30.", [("Chi bộ 1 họp", "Đúng 19h30.")]),
        ("Dọn vệ sinh: mỗi nhà một người.", [("Dọn vệ sinh", "mỗi nhà một người.")]),
        ("Về đảng phí\nThu trước 25/12.", [("Về đảng phí", "Thu trước 25/12.")]),
        ("1. Họp\n2. Thu phí", [("Họp", ""), ("Thu phí", "")]),
        ("Kính gửi.\n1) Họp\n2) Thu", [(GENERAL, "Kính gửi."), ("Họp", ""), ("Thu", "")]),
        ("I. Họp\n1. tối\n2. đông đủ\nII. Thu", [("Họp", "1. tối\n2. đông đủ"), ("Thu", "")]),
        ("1. Chỉ một việc", [("Chỉ một việc", "")]),
        ("ĐẢNG ỦY PHƯỜNG SEN HỒNG\nSố: 14-CT/ĐU", []),
        ("***\n- 3 -", []),
    ],
)
def test_a_directive_becomes_items(text: str, items: list[tuple[str, str]]) -> None:
    assert _pairs(text) == items


@given(st.text("aà1. :;-\nIVXSố/", max_size=200))
def test_any_text_can_be_cut(text: str) -> None:
    assert all(piece.title or piece.text for piece in split_text(text).items)


@given(st.lists(st.sampled_from(["họp", "thu phí", "dọn dẹp", "thăm hỏi"]), min_size=2, max_size=9))
def test_no_numbered_line_is_lost(titles: list[str]) -> None:
    text = "\n".join(f"{number}. {title}\nviệc {number}" for number, title in enumerate(titles, 1))
    wanted = [(title, f"việc {number}") for number, title in enumerate(titles, 1)]
    assert _pairs(text) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Hạn nộp là ngày 12. Ai chưa nộp thì nộp sớm.",
        "Họp lúc 19 giờ ngày 5. Mang theo sổ.",
        "Nộp trước 3/2. Hết.",
    ],
)
def test_a_number_inside_a_line_is_never_taken_for_the_number_of_an_item(line: str) -> None:
    said = " ".join(f"{piece.title}. {piece.text}" for piece in split_text(line).items)
    figures = [word for word in line.replace(".", " ").split() if word[0].isdigit()]

    assert [word for word in said.replace(".", " ").split() if word[0].isdigit()] == figures
