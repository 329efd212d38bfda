"""Files under lock and key: AES-256-GCM in pieces, the key made from a passphrase by scrypt.

Each piece is bound to its place and the last one says that it is the last: a file that was changed,
cut short or put together from two is not opened.
"""

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC = b"SOTAY-SEALED-1\n"
SALT, PREFIX, TAG = 16, 7, 16  # bytes
PIECE = 2**20
HARDNESS = 2**15  # scrypt's n: a guess takes a twentieth of a second, and 32 MB


class NotOpened(Exception):
    """The passphrase is another one, or the file is not as it was sealed."""


def is_sealed(path: Path) -> bool:
    """Whether this file was written by `seal`."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def seal(plain: Path, sealed: Path, passphrase: str) -> None:
    """Write a sealed copy of a file."""
    salt, prefix = os.urandom(SALT), os.urandom(PREFIX)
    header = MAGIC + salt + prefix
    box = _box(passphrase, salt)
    with plain.open("rb") as source, sealed.open("xb") as out:
        sealed.chmod(0o600)
        out.write(header)
        for number, last, piece in _pieces(source, PIECE):
            out.write(box.encrypt(_nonce(prefix, number, last), piece, header))


def unseal(sealed: Path, plain: Path, passphrase: str) -> None:
    """Write the plain copy of a sealed file; NotOpened, and nothing is left, when it cannot be."""
    try:
        with plain.open("xb") as out:
            plain.chmod(0o600)
            out.writelines(opened(sealed, passphrase))
    except NotOpened:
        plain.unlink(missing_ok=True)
        raise


def opened(sealed: Path, passphrase: str) -> Iterator[bytes]:
    """What was sealed, piece by piece; NotOpened as soon as one cannot be. Only at the end is it
    certain that nothing is missing."""
    with sealed.open("rb") as source:
        header = source.read(len(MAGIC) + SALT + PREFIX)
        salt, prefix = header[len(MAGIC) : -PREFIX], header[-PREFIX:]
        try:
            box = _box(passphrase, salt)
            for number, last, piece in _pieces(source, PIECE + TAG):
                yield box.decrypt(_nonce(prefix, number, last), piece, header)
        except (InvalidTag, ValueError):
            raise NotOpened from None


def sealed_size(size: int) -> int:
    """How many bytes a file of so many has when it is sealed."""
    pieces = max(1, -(-size // PIECE))
    return len(MAGIC) + SALT + PREFIX + size + pieces * TAG


def key_name(passphrase: str) -> str:
    """A name for a passphrase, as hard to guess from as what it seals."""
    return _derived(passphrase, b"sotay: the name").hex()[:16]


def _box(passphrase: str, salt: bytes) -> AESGCM:
    return AESGCM(_derived(passphrase, salt))


@lru_cache(maxsize=1)  # what was just sealed is read again at once
def _derived(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=HARDNESS, r=8, p=1).derive(passphrase.encode())


def _nonce(prefix: bytes, number: int, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])


def _pieces(source: BinaryIO, size: int) -> Iterator[tuple[int, bool, bytes]]:
    """Every piece with its number and whether it is the last; one at least."""
    number, piece = 0, source.read(size)
    while following := source.read(size):
        yield number, False, piece
        number, piece = number + 1, following
    yield number, True, piece
