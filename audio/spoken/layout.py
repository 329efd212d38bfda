"""What only the eye needs: bullets, capitals, quotation marks, brackets, dashes."""

import re
import unicodedata

from audio.numbers import read_number
from audio.spoken.abbreviations import abbreviations
from audio.spoken.letters import spell
from audio.spoken.patterns import ROMAN
from audio.spoken.roman import roman_value
from audio.spoken.traced import Traced
from audio.syllables import TONES, is_syllable, without_tones

SPACES = re.compile(r"[^\S\n]+|[\u200b\u200c\u200d\ufeff\u00ad]")
TOKEN = re.compile(r"\S+")
AROUND = re.compile(r"^\s+|\s+$")
BULLET = re.compile(r"^\s*(?:[-+*•‣▪◦–—]|\uf0b7)\s+")
STEPS = re.compile(r"^\s*\(?(\d{1,2}(?:\.\d{1,2})*)(?:[.)/](?=\s)|-(?=\s+[^\W\d]))")
# "1.2 Thời gian" counts a paragraph; "1.5 tỷ", "8.30 Khai mạc" and "20.11 Mít tinh" do not.
DEEP_STEPS = re.compile(r"^\s*(1?\d(?:\.[1-9])+)(?=\s+(\S))")
NAMED_STEPS = re.compile(
    r"\b((?:mục|tiểu mục|phần|tiết|tiêu chí|bảng|biểu|hình|phụ lục|điều|khoản|"
    r"chỉ tiêu|nội dung)(?: số)?\s+)"
    r"(\d{1,2}(?:\.\d{1,2})+)(?![\w/%]|[.,]\d|-\w)",
    re.IGNORECASE,
)
LETTERED = re.compile(r"^\s*(?:([a-zđ])[.)/]|([b-dđgh]),)(?=\s)")
ROMAN_STEP = re.compile(rf"^\s*({ROMAN})((?:\.\d{{1,2}})*)[.)/](?=\s)")
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
DASHED = re.compile(r"\s+[-–—|]\s+|(?<=[^\W\d_])[-–—]\s+")
JOINED = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:-[^\W\d_]+)+")
AMPERSAND = re.compile(r"\s*&\s*")
DOTS = re.compile(r"\s*(?:\./\.|…|\.{2,})")
DOUBLED = re.compile(r"[\s,]*,(?=\s*[,.;:!?])|(?<=[.;:!?]),")
LOOSE = re.compile(r"\s+(?=[,.;:!?])")
LOOSE_ENDS = re.compile(r"^[ ,]+|[ ,]+$")


def tidy(text: Traced) -> Traced:
    """Spell words one way, and lower those set in capitals."""
    return modern(text).sub(CAPITALS, lambda match: _lower_capitals(match[0]))


def even(text: Traced) -> Traced:
    """Even out the spaces, whatever kind they are, and drop those around the line."""
    text = text.sub(SPACES, lambda gap: " " if gap[0].isspace() else "")
    return text.sub(AROUND, "")


def modern(text: str) -> Traced:
    """One spelling for words that have two: "hoá", "uỷ", "kì", "quí" become "hóa", "ủy", "kỳ"."""
    text = Traced.of(text).sub(OLD_TONE, lambda old: MODERN_TONE[old[0]])
    return text.sub(SHORT_I, lambda word: word[1] + LONG_Y[word[2]])


def speak_steps(text: Traced) -> Traced:
    """Say the number or letter a paragraph starts with, and drop its bullet."""
    text = text.sub(BULLET, "")
    text = text.sub(NAMED_STEPS, lambda match: match[1] + _counted(match[2]))
    text = text.sub(STEPS, lambda match: _steps(match[1]))
    text = text.sub(DEEP_STEPS, lambda step: _steps(step[1]) if step[2].isupper() else step[0])
    text = text.sub(LETTERED, lambda match: f"{spell(match[1] or match[2]).capitalize()},")
    return text.sub(ROMAN_STEP, _roman_step)


def speak_marks(text: Traced) -> Traced:
    """Turn the marks the voice cannot show into pauses."""
    text = text.sub(QUOTES, "").sub(BRACKETS, ", ")
    text = text.sub(DASHED, ", ").sub(DOTS, ".")
    text = text.sub(AMPERSAND, " và ")
    text = text.sub(JOINED, _joined)
    text = text.sub(LOOSE, "").sub(DOUBLED, "")
    return text.sub(SPACES, " ").sub(LOOSE_ENDS, "")


def _steps(numbers: str) -> str:
    return f"{_counted(numbers).capitalize()},"


def _roman_step(match: re.Match[str]) -> str:
    below = f" chấm {_counted(match[2][1:])}" if match[2] else ""
    return f"{read_number(roman_value(match[1])).capitalize()}{below},"


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
