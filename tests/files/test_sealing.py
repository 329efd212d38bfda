"""Sealed files: opened by their passphrase, whole, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from files.sealing import MAGIC, PIECE, PREFIX, SALT, TAG, NotOpened, is_sealed, seal, unseal

KEY = "mật khẩu dài của văn phòng"
HEAD = len(MAGIC) + SALT + PREFIX


def _sealed(folder: Path, data: bytes) -> Path:
    plain, sealed = folder / "plain", folder / "sealed"
    plain.write_bytes(data)
    seal(plain, sealed, KEY)
    return sealed


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_was_sealed_comes_back(tmp_path: Path, size: int) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    sealed = _sealed(tmp_path, data[:size])
    unseal(sealed, tmp_path / "again", KEY)

    assert is_sealed(sealed)
    assert (tmp_path / "again").read_bytes() == data[:size]


def test_nothing_of_it_can_be_read(tmp_path: Path) -> None:
    sealed = _sealed(tmp_path, "Trần Thị Hoa, 0900000001".encode())

    assert b"0900000001" not in sealed.read_bytes()
    assert sealed.stat().st_mode & 0o077 == 0


def _flipped(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


def _swapped(data: bytes) -> bytes:
    one, two = data[HEAD : HEAD + PIECE + TAG], data[HEAD + PIECE + TAG : HEAD + 2 * (PIECE + TAG)]
    return data[:HEAD] + two + one + data[HEAD + 2 * (PIECE + TAG) :]


@pytest.mark.parametrize(
    "spoil",
    [
        _flipped,
        _swapped,
        lambda data: data[: HEAD + PIECE + TAG],
        lambda data: data[: HEAD + 2 * (PIECE + TAG)],
        lambda data: data[: HEAD - 3],
        lambda data: data + b"more",
    ],
    ids=["changed", "pieces swapped", "one piece left", "last piece cut", "head cut", "longer"],
)
def test_a_file_that_is_not_whole_is_not_opened(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    sealed = _sealed(tmp_path, b"x" * (2 * PIECE + 100))
    sealed.write_bytes(spoil(sealed.read_bytes()))

    with pytest.raises(NotOpened):
        unseal(sealed, tmp_path / "again", KEY)
    assert not (tmp_path / "again").exists()


@pytest.mark.fault(46)
def test_another_passphrase_opens_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotOpened):
        unseal(_sealed(tmp_path, b"x"), tmp_path / "again", KEY + " ")


def test_a_guess_at_a_passphrase_costs_as_much_as_scrypt_makes_it(tmp_path: Path) -> None:
    sealed = _sealed(tmp_path, b"x").read_bytes()
    header, box = sealed[:HEAD], sealed[HEAD:]
    salt, prefix = header[len(MAGIC) : -PREFIX], header[-PREFIX:]
    key = hashlib.scrypt(KEY.encode(), salt=salt, n=2**15, r=8, p=1, dklen=32, maxmem=2**26)

    nonce = prefix + (0).to_bytes(4, "big") + b"\x01"
    assert AESGCM(key).decrypt(nonce, box, header) == b"x"
