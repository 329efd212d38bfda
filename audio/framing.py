"""Telling what a paper says from its frame: letterhead, recipients, signature, page numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from audio.documents import Document, Kind, LeftOut, Paragraph, Part

MOTTO = re.compile(
    r"(?:đảng cộng sản việt nam|cộng hòa xã hội chủ nghĩa việt nam|độc lập\W+tự do\W+hạnh phúc)",
    re.IGNORECASE,
)
NUMBER = re.compile(r"số:?\s*\d*\s*[-/]?.{0,3}[-/]\s?[A-ZĐ]", re.IGNORECASE)
PLACE_AND_DAY = re.compile(
    r"[^\W\d][^\d,]{1,40},\s*ngày[\s\d.…/-]+(?:tháng[\s\d.…/-]+(?:năm[\s\d.…]+)?)?$",
    re.IGNORECASE,
)
ORNAMENT = re.compile(r"[\s*\-–—_=.~]+$")
PAGE = re.compile(r"(?:trang|page)\s*\d{1,3}(?:\s*[/-]\s*\d{1,3})?$|[-–]?\s*\d{1,3}\s*[-–]?$", re.I)
RECIPIENTS = re.compile(r"nơi nhận\s*:?\s*(?:$|[-–]|như\b|các\b|lưu\b)", re.IGNORECASE)
RECIPIENT = re.compile(r"[-–+*•]|như\b.*[;,.]$|lưu\b", re.IGNORECASE)
SIGNED = re.compile(
    r"(?:T/M|TM\.?|K/T|KT\.?|T/L|TL\.?|TUQ\.?)\s+[A-ZĐÀ-Ỹ][^.]{1,60}$"
    r"|(?i:\(?\s*(?:đã ký|ký tên[^()]{0,30})\s*\)?$)"
)
OFFICE = re.compile(
    r"(?:(?:phó |q\. ?|quyền )?(?:bí thư|chủ tịch|chánh văn phòng|trưởng ban|chủ nhiệm|giám đốc)"
    r"(?: (?:thường trực|đảng ủy|chi bộ|ubnd|hội))?|ban thường vụ)$",
    re.IGNORECASE,
)
TITLES = re.compile(
    r"(?:chỉ thị|nghị quyết|thông báo|kế hoạch|hướng dẫn|kết luận|quyết định|quy định|quy chế|"
    r"công văn|báo cáo|tờ trình|chương trình|đề án|giấy mời|thông tri|lời kêu gọi|thư ngỏ|bản tin)"
    r"\b",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"(?:đảng|chi bộ|chi ủy|ban|ủy ban|ubnd|hđnd|hội|đoàn|công đoàn|liên đoàn|mặt trận|ubmttq|tỉnh|"
    r"thành phố|tp|quận|huyện|phường|xã|sở|bộ|văn phòng|trường|công ty|hợp tác xã|htx|giáo xứ)\b",
    re.IGNORECASE,
)
SUBJECT = re.compile(r"(?:về|v/v|trích yếu)\b", re.IGNORECASE)
STARTS_BODY = re.compile(r"\s*(?:\d{1,2}|[IVX]+|[a-zđ])[.)/]\s|kính gửi|căn cứ", re.IGNORECASE)
APPENDIX = re.compile(r"(?:phụ lục|biểu mẫu)\b", re.IGNORECASE)

LONGEST_TITLE_LINE = 160
LONGEST_NAME = 40
TOP_LINES = 14


def set_frame_apart(name: str, paragraphs: Iterable[Paragraph]) -> Document:
    """Keep what is to be spoken, find the title, and put the frame of the paper aside."""
    framer = _Framer()
    for paragraph in paragraphs:
        framer.take(paragraph)
    framer.keep_lone_names()
    return Document(name, tuple(framer.spoken), tuple(framer.left_out))


def is_frame(text: str) -> bool:
    """True when `text` alone shows that it belongs to a letterhead or to the foot of a paper."""
    return any(p.match(text) for p in (MOTTO, NUMBER, PLACE_AND_DAY, RECIPIENTS, SIGNED))


@dataclass(slots=True)
class _Framer:
    """Walks down the page: letterhead, title, body, foot; an appendix may follow the foot."""

    spoken: list[Paragraph] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    seen: int = 0
    in_title: bool = False
    foot: Part | None = None

    def take(self, paragraph: Paragraph) -> None:
        self.seen += 1
        part = self._frame(paragraph)
        if part:
            self.left_out.append(LeftOut(paragraph.text, part))
            return
        self.in_title = self._is_title(paragraph)
        kind = Kind.TITLE if self.in_title else paragraph.kind
        self.spoken.append(replace(paragraph, kind=kind, attached=self._foot_seen()))

    def keep_lone_names(self) -> None:
        """A name in capitals is a letterhead only above a title, or beside a number, a date or the
        motto: alone above plain words ("CHI BỘ 1 HỌP") it is what they are about."""
        heads = [left for left in self.left_out if left.part is Part.LETTERHEAD]
        framed = any(p.kind is Kind.TITLE for p in self.spoken)
        framed = framed or any(is_frame(left.text) for left in heads)
        if framed or any(ORNAMENT.match(left.text) for left in heads):
            return
        self.spoken[:0] = [Paragraph(left.text, Kind.TITLE) for left in heads]
        self.left_out = [left for left in self.left_out if left not in heads]

    def _frame(self, paragraph: Paragraph) -> Part | None:
        text = paragraph.text
        if paragraph.kind is Kind.ROW:
            self.foot = None
            return None
        if PAGE.match(text):
            return Part.PAGE_NUMBER
        if ORNAMENT.match(text):
            return self.foot or Part.LETTERHEAD
        if self._opens_foot(text) or self._continues_foot(paragraph):
            return self.foot
        self.foot = None
        return Part.LETTERHEAD if self._is_letterhead(paragraph) else None

    def _opens_foot(self, text: str) -> bool:
        if RECIPIENTS.match(text):
            self.foot = Part.RECIPIENTS
        elif SIGNED.match(text) or (self.foot and OFFICE.match(text)):
            self.foot = Part.SIGNATURE
        else:
            return False
        return True

    def _continues_foot(self, paragraph: Paragraph) -> bool:
        text = paragraph.text
        if paragraph.kind is not Kind.TEXT or APPENDIX.match(text):
            return False
        if self.foot is Part.RECIPIENTS:
            return RECIPIENT.match(text) is not None
        return self.foot is Part.SIGNATURE and _is_name(text)

    def _is_letterhead(self, paragraph: Paragraph) -> bool:
        at_top = not self.spoken and self.seen <= TOP_LINES
        if not at_top or paragraph.kind is not Kind.TEXT:
            return False
        text = paragraph.text
        if MOTTO.match(text) or NUMBER.match(text) or PLACE_AND_DAY.match(text):
            return True
        return text.isupper() and ORGANISATION.match(text) is not None

    def _is_title(self, paragraph: Paragraph) -> bool:
        text = paragraph.text
        if paragraph.kind in (Kind.ROW, Kind.TITLE) or STARTS_BODY.match(text):
            return paragraph.kind is Kind.TITLE
        if len(text) > LONGEST_TITLE_LINE or text.endswith((".", ":", ";")):
            return False
        if self.in_title:
            return text.isupper() or text[0].islower() or SUBJECT.match(text) is not None
        opens = text.isupper() or TITLES.match(text) or SUBJECT.match(text)
        return not self.spoken and bool(opens)

    def _foot_seen(self) -> bool:
        return any(left.part in (Part.RECIPIENTS, Part.SIGNATURE) for left in self.left_out)


def _is_name(text: str) -> bool:
    """A signer's name: two to six words, each with a capital, and no full stop."""
    words = text.split()
    capitals = all(word[0].isupper() for word in words)
    return 2 <= len(words) <= 6 and len(text) <= LONGEST_NAME and capitals and text[-1] not in ".:;"


def page_lines(text: str) -> Iterator[str]:
    """The lines of `text` that hold anything."""
    return (line.strip() for line in text.splitlines() if line.strip())
