"""Numbers as they are said in Vietnamese."""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
BILLION = 10**9

# After "mươi" three digits change their sound; after "mười" only five does.
AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}


def read_number(number: int) -> str:
    """Say a whole number: 2026 is "hai nghìn không trăm hai mươi sáu", -5 is "âm năm"."""
    if number < 0:
        return f"âm {read_number(-number)}"
    return " ".join(_words(number)) or DIGITS[0]


def read_digits(text: str) -> str:
    """Say the digits of `text` one by one, skipping everything else."""
    return " ".join(DIGITS[int(character)] for character in text if character.isdecimal())


def read_written(text: str) -> str:
    """Say a number written the Vietnamese way: "1.250.000", "0,66", "07", "-2"."""
    sign = "âm " if text.startswith("-") else ""
    whole, _, fraction = text.lstrip("-").replace(".", "").partition(",")
    said = sign + read_number(int(whole))
    return f"{said} phẩy {read_digits(fraction)}" if fraction else said


def _words(number: int) -> list[str]:
    billions, rest = divmod(number, BILLION)
    if not billions:
        return _below_billion(rest, following=False)
    return [*_words(billions), "tỷ", *_below_billion(rest, following=True)]


def _below_billion(number: int, *, following: bool) -> list[str]:
    words: list[str] = []
    for size, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group, number = divmod(number, size)
        if group:
            words += _below_thousand(group, following=following or bool(words))
            words += [name] if name else []
    return words


def _below_thousand(number: int, *, following: bool) -> list[str]:
    """`following`: a larger group stands before, so an absent hundred is said ("không trăm")."""
    hundreds, rest = divmod(number, 100)
    if not hundreds and not following:
        return _below_hundred(rest)
    words = [DIGITS[hundreds], "trăm"]
    if not rest:
        return words
    return [*words, *(["linh"] if rest < 10 else []), *_below_hundred(rest)]


def _below_hundred(number: int) -> list[str]:
    tens, ones = divmod(number, 10)
    if not tens:
        return [DIGITS[ones]] if ones else []
    if tens == 1:
        return ["mười", *([AFTER_TENS[5] if ones == 5 else DIGITS[ones]] if ones else [])]
    return [DIGITS[tens], "mươi", *([AFTER_TENS.get(ones, DIGITS[ones])] if ones else [])]
