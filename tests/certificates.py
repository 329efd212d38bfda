"""Certificates for tests."""

import subprocess
from pathlib import Path

from tests import programs


def certificate_of_a_stranger(folder: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that nobody vouches for, and its key."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1"]
    alternative = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key)]
    command = [programs.found("openssl"), *made, *alternative, "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 -- all of it is above
    return certificate, key
