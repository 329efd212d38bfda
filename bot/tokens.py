"""The unreadable end of a link: what it leads to, sealed with a key of ours.

Twelve bytes of HMAC over the content, then the content itself, hidden by a stream that follows from
those twelve bytes: nobody without the key can make one, change one, or count our files by them. The
same link always looks the same. The letters are those of base 58, so that no messenger cuts a link
at a mark and nobody mistakes O for 0.
"""

import hmac
import struct
from datetime import UTC, datetime, timedelta

from bot.texts import LANGUAGES
from services.listen import Link

LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
CONTENT = struct.Struct(">BBHI")  # form, language, the day it ends, the file
MARK = 12  # bytes of the HMAC
LENGTH = 28  # letters of 20 bytes
BYTES = MARK + CONTENT.size
FORMS = ("page", "file", "aac")
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def seal(key: bytes, link: Link) -> str:
    """A link's token. It ends with a day (in UTC): the first that begins at `until` or later."""
    days = -((FIRST - link.until) // DAY)
    form, language = FORMS.index(link.form), LANGUAGES.index(link.language)
    content = CONTENT.pack(form, language, days, link.media_id)
    mark = _mark(key, content)
    return _spell(mark + _hidden(key, mark, content))


def unseal(key: bytes, token: str) -> Link | None:
    """What a token leads to, also when its time is over; None when it is none of ours."""
    sealed = _read(token)
    if sealed is None:
        return None
    mark, hidden = sealed[:MARK], sealed[MARK:]
    content = _hidden(key, mark, hidden)
    if not hmac.compare_digest(mark, _mark(key, content)):
        return None
    form, language, days, media_id = CONTENT.unpack(content)
    return Link(media_id, LANGUAGES[language], FORMS[form], FIRST + days * DAY)


def _mark(key: bytes, content: bytes) -> bytes:
    return hmac.digest(key, b"mark" + content, "sha256")[:MARK]


def _hidden(key: bytes, mark: bytes, content: bytes) -> bytes:
    """The content hidden, or the hidden content plain."""
    stream = hmac.digest(key, b"hide" + mark, "sha256")
    return bytes(one ^ other for one, other in zip(content, stream, strict=False))


def _spell(sealed: bytes) -> str:
    number, letters = int.from_bytes(sealed, "big"), []
    for _ in range(LENGTH):
        number, place = divmod(number, len(LETTERS))
        letters.append(LETTERS[place])
    return "".join(reversed(letters))


def _read(token: str) -> bytes | None:
    if len(token) != LENGTH or not set(token) <= set(LETTERS):
        return None
    number = 0
    for letter in token:
        number = number * len(LETTERS) + LETTERS.index(letter)
    return number.to_bytes(BYTES, "big") if number < 1 << (8 * BYTES) else None
