"""What a made file was made of: it is found again by that, and a small file beside it tells a page
what to say of it."""

import hashlib
import json
from pathlib import Path

from rules.messages import Media
from storage.encoding import decode, encode


def fingerprint(media: Media, language: str = "") -> str:
    """The fingerprint of what a maker is to make; no `language` when it is the same in all."""
    recipe = json.dumps([media.maker, encode(media.values), language], sort_keys=True)
    return hashlib.sha256(recipe.encode()).hexdigest()


def keep(file: Path, media: Media) -> None:
    """Write down what this file was made of, unless that is there already."""
    beside = _beside(file)
    if beside.exists():
        return
    part = beside.with_name(f"{beside.name}.part")
    made_of = {"kind": media.kind, "maker": media.maker, "values": encode(media.values)}
    part.write_text(json.dumps(made_of, ensure_ascii=False), encoding="utf-8")
    part.replace(beside)


def of(file: Path) -> Media | None:
    """What it was made of; None for what people sent, and for what an older version made."""
    try:
        read = json.loads(_beside(file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Media(read["kind"], maker=read["maker"], values=decode(read["values"]))


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.json")
