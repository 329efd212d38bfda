"""What only the eye needs: bullets, capitals, quotation marks, brackets, dashes."""

import re
import unicodedata

from audio.numbers import read_number
from audio.spoken.abbreviations import abbreviations
from audio.spoken.letters import spell
from audio.spoken.patterns import ROMAN
from audio.spoken.roman import roman_value
from audio.syllables import TONES, is_syllable, without_tones

SPACES = re.compile(r"[^\S\n]+|[\u200b\u200c\u200d\ufeff\u00ad]")
BULLET = re.compile(r"^\s*(?:[-+*•‣▪◦–—]|\uf0b7)\s+")
STEPS = re.compile(r"^\s*\(?(\d{1,2}(?:\.\d{1,2})*)(?:[.)/](?=\s)|-(?=\s+[^\W\d]))")
# "1.2 Thời gian" counts a paragraph; "1.5 tỷ", "8.30 Khai mạc" and "20.11 Mít tinh" do not.
DEEP_STEPS = re.compile(r"^\s*(1?\d(?:\.[1-9])+)(?=\s+(\S))")
NAMED_STEPS = re.compile(
    r"\b((?:mục|tiểu mục|phần|tiết|tiêu chí|bảng|biểu|hình|phụ lục)(?: số)?\s+)"
    r"(\d{1,2}(?:\.\d{1,2})+)(?![\w/%]|[.,]\d|-\w)",
    re.IGNORECASE,
)
LETTERED = re.compile(r"^\s*([a-zđ])[.)/](?=\s)")
ROMAN_STEP = re.compile(rf"^\s*({ROMAN})[.)/](?=\s)")
UPPER = "".join(filter(str.isupper, map(chr, range(0x41, 0x1F00))))
CAPITALS = re.compile(rf"(?<![\w/-])[{UPPER}]{{2,}}(?: [{UPPER}]{{2,}})*(?![\w/]|-\w)")

# Two letters whose tone may stand on either: "hoá" and "hóa". Before a third letter, and after a q,
# there is only one place for it ("toán", "quý").
OPEN_PAIRS = ("oa", "oe", "uy")
MODERN_TONE = {
    case(pair[0] + unicodedata.normalize("NFC", pair[1] + tone)): case(
        unicodedata.normalize("NFC", pair[0] + tone) + pair[1]
    )
    for pair in OPEN_PAIRS
    for tone in TONES
    for case in (str.lower, str.capitalize, str.upper)
}
LONG_Y = dict(zip("ìíỉÌÍỈ", "ỳýỷỲÝỶ", strict=True))
SHORT_I = re.compile(rf"(?<![^\W\d_])((?i:k|t|qu))([{''.join(LONG_Y)}])(?![^\W\d_])")
OLD_TONE = re.compile(rf"(?<![Qq])(?:{'|'.join(MODERN_TONE)})(?![^\W\d_])")

QUOTES = re.compile(r"[\"“”„«»‘’']")
BRACKETS = re.compile(r"\s*[()\[\]]\s*")
DASHED = re.compile(r"\s+[-–—]\s+")
JOINED = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:-[^\W\d_]+)+")
AMPERSAND = re.compile(r"\s*&\s*")
DOTS = re.compile(r"\s*(?:…|\.{2,})")
DOUBLED = re.compile(r"[\s,]*,(?=\s*[,.;:!?])|(?<=[.;:!?]),")
LOOSE = re.compile(r"\s+(?=[,.;:!?])")


def tidy(text: str) -> str:
    """Compose the letters (NFC), even out the spaces and lower the words set in capitals."""
    return CAPITALS.sub(lambda match: _lower_capitals(match[0]), modern(even(text).strip()))


def even(text: str) -> str:
    """Compose the letters and even out the spaces, whatever kind they are."""
    composed = unicodedata.normalize("NFC", text)
    return SPACES.sub(lambda gap: " " if gap[0].isspace() else "", composed)


def modern(text: str) -> str:
    """One spelling for words that have two: "hoá", "uỷ", "kì", "quí" become "hóa", "ủy", "kỳ"."""
    text = OLD_TONE.sub(lambda old: MODERN_TONE[old[0]], text)
    return SHORT_I.sub(lambda word: word[1] + LONG_Y[word[2]], text)


def speak_steps(text: str) -> str:
    """Say the number or letter a paragraph starts with, and drop its bullet."""
    text = BULLET.sub("", text)
    text = NAMED_STEPS.sub(lambda match: match[1] + _counted(match[2]), text)
    text = STEPS.sub(lambda match: _steps(match[1]), text)
    text = DEEP_STEPS.sub(lambda step: _steps(step[1]) if step[2].isupper() else step[0], text)
    text = LETTERED.sub(lambda match: f"{spell(match[1]).capitalize()},", text)
    return ROMAN_STEP.sub(lambda match: f"{read_number(roman_value(match[1])).capitalize()},", text)


def speak_marks(text: str) -> str:
    """Turn the marks the voice cannot show into pauses."""
    text = BRACKETS.sub(", ", QUOTES.sub("", text))
    text = DOTS.sub(".", DASHED.sub(", ", text))
    text = AMPERSAND.sub(" và ", text)
    text = JOINED.sub(_joined, text)
    text = DOUBLED.sub("", LOOSE.sub("", text))
    return SPACES.sub(" ", text).strip(" ,")


def _steps(numbers: str) -> str:
    return f"{_counted(numbers).capitalize()},"


def _counted(numbers: str) -> str:
    return " chấm ".join(read_number(int(number)) for number in numbers.split("."))


def _lower_capitals(words: str) -> str:
    """Lower a run of words in capitals, but never what may be an abbreviation."""
    tokens = words.split(" ")
    is_word = [word not in abbreviations() and is_syllable(word.lower()) for word in tokens]
    accented = any(
        (ok and without_tones(word) != word) or "Đ" in word
        for word, ok in zip(tokens, is_word, strict=True)
    )
    if not accented:
        return words
    lowered = (w.lower() if ok else w for w, ok in zip(tokens, is_word, strict=True))
    said = " ".join(lowered)
    return said[0].upper() + said[1:]


def _joined(match: re.Match[str]) -> str:
    parts = match[0].split("-")
    return " ".join(parts) if all(is_syllable(part) for part in parts) else match[0]
