"""What a Word file must be before anything opens it."""

import zipfile
from pathlib import Path

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from audio.documents import Reason, Unreadable
from audio.reading.limits import check_zip

OLE = b"\xd0\xcf\x11\xe0"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TRACKED = {
    f"{WORD}{tag}"
    for tag in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")
}
BODY = "word/document.xml"
PARSED_PARTS = (BODY, "word/styles.xml", "word/numbering.xml")


def check_package(path: Path) -> None:
    """Raise `Unreadable` for all that is not a plain, finished Word document."""
    _refuse_old_containers(path)
    with check_zip(path) as archive:
        names = frozenset(archive.namelist())
        if any(entry.flag_bits & 1 for entry in archive.infolist()):
            raise Unreadable(Reason.ENCRYPTED)
        if any(name.endswith("vbaProject.bin") for name in names):
            raise Unreadable(Reason.MACROS)
        if BODY not in names or "[Content_Types].xml" not in names:
            raise Unreadable(Reason.NOT_DOCX)
        try:
            _check_parts(archive, names)
        except (ParseError, zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
            raise Unreadable(Reason.BROKEN) from None


def _refuse_old_containers(path: Path) -> None:
    """Word wraps a file with a password in the container of the old .doc."""
    content = path.read_bytes()
    if content.startswith(OLE):
        locked = ENCRYPTED_STREAM in content
        raise Unreadable(Reason.ENCRYPTED if locked else Reason.NOT_DOCX)


def _check_parts(archive: zipfile.ZipFile, names: frozenset[str]) -> None:
    if b"macroEnabled" in archive.read("[Content_Types].xml"):
        raise Unreadable(Reason.MACROS)
    for part in names.intersection(PARSED_PARTS):
        try:
            with archive.open(part) as opened:
                tags = {node.tag for _, node in iterparse(opened, forbid_dtd=True)}
        except DefusedXmlException:
            raise Unreadable(Reason.BOMB) from None
        if part == BODY and TRACKED & tags:
            raise Unreadable(Reason.TRACKED_CHANGES)
