"""What the bulletin says by itself, around the items, already in words for the voice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from audio.numbers import read_number
from audio.spoken.dates import month_of_year

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's words; `{}` is filled by the studio."""

    greeting: str
    contents: str
    numbered: str
    once_more: str
    reminder: str
    contact: str
    thanks: str
    opening: str
    closing: str


WORDS = {
    "vi": Phrases(
        greeting="Xin kính chào quý vị. Đây là bản tin {month} của {unit}.",
        contents="Bản tin có {count} nội dung.",
        numbered="Nội dung thứ {number}.",
        once_more="Xin nhắc lại: {deadlines}.",
        reminder="Sau đây, xin nhắc lại các thời hạn cần nhớ.",
        contact="Mọi ý kiến, xin liên hệ: {contact}.",
        thanks="Bản tin đến đây là hết. Xin cảm ơn quý vị đã lắng nghe.",
        opening="Mở đầu",
        closing="Nhắc lại thời hạn",
    ),
    "en": Phrases(
        greeting="Welcome. This is the bulletin of {unit} for {month}.",
        contents="There are {count} items.",
        numbered="Item {number}.",
        once_more="Once more: {deadlines}.",
        reminder="Here are the dates to remember.",
        contact="If you have a question: {contact}.",
        thanks="This is the end of the bulletin. Thank you for listening.",
        opening="Opening",
        closing="Dates to remember",
    ),
}
ORDINALS = {1: "nhất", 4: "tư"}


def say_month(month: date, language: str) -> str:
    """The month of the bulletin in words."""
    if language == "vi":
        return f"{month_of_year(month.month)} năm {read_number(month.year)}"
    return f"{MONTHS[month.month - 1]} {month.year}"


def say_count(number: int, language: str) -> str:
    return read_number(number) if language == "vi" else str(number)


def say_ordinal(number: int, language: str) -> str:
    return (ORDINALS.get(number) or read_number(number)) if language == "vi" else str(number)


def list_of(titles: Sequence[str], language: str) -> list[str]:
    """The contents, a sentence each: "Một, sinh hoạt chi bộ." """
    counted = (say_count(number, language) for number in range(1, len(titles) + 1))
    return [f"{count.capitalize()}, {title}." for count, title in zip(counted, titles, strict=True)]
