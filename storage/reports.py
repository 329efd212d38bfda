"""What the studio wrote about a recording, in a small file beside it; who approved it is added."""

import json
from datetime import datetime
from pathlib import Path


def beside(file: Path) -> Path:
    """Where the report on a recording lies."""
    return file.with_name(f"{file.name}.report.json")


def note_approval(file: Path, name: str, moment: datetime) -> None:
    """Add who approved a recording, and when; nothing where it has no report."""
    try:
        told = json.loads(beside(file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    approved = {"approved_by": name, "approved_at": moment.isoformat(timespec="seconds")}
    part = beside(file).with_suffix(".part")
    told = json.dumps({**told, **approved}, ensure_ascii=False, indent=1)
    part.write_text(f"{told}\n", encoding="utf-8")
    part.replace(beside(file))
