"""How words are read that a voice cannot know: a person's readings, one for each token."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rules.bulletins_script import expressions
from rules.organisation import Organisation
from rules.refusal import Refusal
from rules.words import Words, short, words

MOST_READING = 100  # characters a single token may be read as
MOST_TOKEN = 40  # characters a token may have, and words
MOST_TOKEN_WORDS = 4
NAMED = 3  # so many hard tokens are named at once
READ_AS = re.compile(r"đọc là\b\s*", re.IGNORECASE)
ENTRY = r"[^=\n]{1,60}=[^=\n]{1,150}"  # "UBKT = Ủy ban kiểm tra"
SHORTENED = re.compile(r"[^\W_]+(?:[-/.&][^\W_]+)*")
AROUND = 30  # characters on each side of a token that are shown with it
MARKS = " “”\"'.,;:"
# What people type who cannot say how a token is read.
UNKNOWN = re.compile(
    r"(?:(?:tôi|em|cháu|bác|mình|cái này|chữ này) )*"
    r"(?:(?:không|ko|k|chưa|chẳng) (?:biết|rõ|chắc|hiểu)|để sau|bỏ qua|chịu)"
    r"(?: (?:chữ này|cách đọc|đọc thế nào|đâu|nữa|lắm|rồi|ạ|nhé))*"
    r"|(?:i )?(?:do not|don[’']?t) know(?: it| that| yet)?|dunno|no idea|(?:i am |i[’']m )?not sure"
    r"|unknown|(?:maybe )?later|skip(?: it| this)?|leave it(?: for later)?"
)


@dataclass(frozen=True)
class KnownReading:
    """How a unit reads a token, how it did `earlier` if otherwise, and the words it stood among."""

    spoken: str
    earlier: str = ""
    context: str = ""


def read_entry(said: str) -> tuple[str, str] | None:
    """A token and how it is read, from "UBKT = Ủy ban kiểm tra"; None when it is no such line."""
    if not re.fullmatch(ENTRY, said.strip()):
        return None
    token, spoken = unicodedata.normalize("NFC", said).split("=")
    token = " ".join(token.strip(MARKS).split())
    long = len(token) > MOST_TOKEN or token.count(" ") >= MOST_TOKEN_WORDS
    if long or not any(one.isalnum() for one in token):
        return None
    return token, spoken.strip()


def is_unknown(said: str) -> bool:
    """Whether an answer says that somebody does not know how a token is read, or not now."""
    plain = " ".join(unicodedata.normalize("NFC", said).casefold().split()).strip(f"{MARKS}!?…")
    return UNKNOWN.fullmatch(plain) is not None


def is_ordinary(org: Organisation, token: str) -> bool:
    """Whether a token is an everyday word, read as it is written: its own reading would be heard
    wherever people write it."""
    said = org.read_aloud(token, {})
    return said == ((token,), ()) and not shortened([token])


def check_reading(spoken: str) -> str:
    """How a token is to be read: words without figures, since a voice may read those as it likes.

    People answer the question as it is asked: a "đọc là" before the words is not part of them.
    """
    spoken = " ".join(spoken.split()).strip(' “”".,')
    spoken = READ_AS.sub("", spoken, count=1) if READ_AS.match(spoken) else spoken
    if not any(letter.isalnum() for letter in spoken):
        raise Refusal("bulletins.reading_empty")
    if is_unknown(spoken):
        raise Refusal("bulletins.reading_unknown")
    if len(spoken) > MOST_READING:
        raise Refusal("bulletins.reading_long")
    if any(letter.isdigit() for letter in spoken):
        raise Refusal("bulletins.reading_in_words")
    return spoken


def sayable(org: Organisation, spoken: str) -> str:
    """A reading as it will be said: abbreviations in it are written out. Refused when a word of it
    is itself one that nobody can say for certain."""
    lines, unread = org.read_aloud(check_reading(spoken), {})
    if unread:
        raise Refusal("bulletins.reading_unsure", tokens=named(unread))
    return " ".join(" ".join(lines).split()) or spoken


def shortened(texts: Iterable[str]) -> tuple[str, ...]:
    """The abbreviations and codes that stand in these texts, in order, each once: whatever has two
    capitals or a figure beside a letter."""
    found = (match[0] for text in texts for match in SHORTENED.finditer(text))
    return tuple(dict.fromkeys(one for one in found if _is_shortened(one)))


def changeable(lines: Iterable[str], apart: Collection[str] = ()) -> tuple[str, ...]:
    """What in a script may be read otherwise: abbreviations and codes, each whole as it is said.
    `apart` as for `expressions`. What is too long for a line of the table is taken word by word."""
    found = (
        (one,) if one.count(" ") < MOST_TOKEN_WORDS else shortened([one])
        for one in expressions(lines, apart)
        if shortened([one])
    )
    return tuple(dict.fromkeys(token for tokens in found for token in tokens))


def _is_shortened(token: str) -> bool:
    capitals = sum(letter.isupper() for letter in token)
    figures = any(letter.isdigit() for letter in token)
    return capitals > 1 or (figures and any(letter.isalpha() for letter in token))


def around(text: str, token: str) -> str:
    """A token with the words before and after it, on one line."""
    place = max(text.find(token), 0)
    start, end = max(0, place - AROUND), place + len(token) + AROUND
    before, after = text[start:place], text[place:end]
    before = before.partition(" ")[2] if start else before
    after = after.rpartition(" ")[0] if end < len(text) and " " in after[len(token) :] else after
    return " ".join(f"{before}{after}".split())


def stands_in(token: str, text: str) -> bool:
    """Whether a token stands in a text by itself, not as a part of another word."""
    return re.search(rf"(?<!\w){re.escape(token)}(?!\w)", text) is not None


def named(tokens: Sequence[str]) -> Words:
    """The first few tokens as written, and how many more there are."""
    first = ", ".join(f"“{short(token, 30)}”" for token in tokens[:NAMED])
    return words("bulletins.tokens", tokens=first, more=max(0, len(tokens) - NAMED))


def mark_of(token: str) -> str:
    """A token's short name for a button or an open question."""
    return hashlib.sha256(token.encode()).hexdigest()[:12]


def marked(tokens: Iterable[str], mark: str) -> str:
    """The token with that mark, "" when it is none of these."""
    return next((one for one in tokens if mark_of(one) == mark), "")


def used(readings: Mapping[str, str], texts: Sequence[str]) -> dict[str, str]:
    """Those readings that the texts need: a new one for other words takes no approval away."""
    return {
        token: spoken
        for token, spoken in sorted(readings.items())
        if any(token in text for text in texts)
    }
