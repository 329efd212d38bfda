"""What the reading child may use, and how much a zip may unpack to."""

import sys
import zipfile
from pathlib import Path

from audio.documents import Reason, Unreadable

MEMORY = 1024 * 1024 * 1024
PROCESSOR_SECONDS = 20
ENTRIES = 2_000
UNPACKED = 200 * 1024 * 1024
RATIO = 100
# Below this a high ratio is only an empty style sheet.
HARMLESS = 1024 * 1024


def limit_this_process(seconds: int = PROCESSOR_SECONDS) -> None:
    """Cap memory and processor time where the system can; elsewhere the parent's clock remains."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def check_zip(path: Path) -> zipfile.ZipFile:
    """Open `path` as a zip, refusing bombs by what its directory declares."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unreadable(Reason.NOT_DOCX) from None
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(sum(entry.compress_size for entry in entries), 1)
    if len(entries) > ENTRIES or unpacked > UNPACKED:
        raise Unreadable(Reason.BOMB)
    if unpacked > HARMLESS and unpacked / packed > RATIO:
        raise Unreadable(Reason.BOMB)
    return archive
