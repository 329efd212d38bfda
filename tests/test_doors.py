"""Nobody behind a door asks which messenger it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BEHIND = ("handlers", "services", "rules", "scheduler")
ASKING = {"telegram", "zalo", "terminal"}


def _asks(path: Path) -> Iterator[str]:
    """Every place where the code (not its words about the code) has to do with a messenger."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "messenger":
            yield f"{path.name}:{node.lineno} .messenger"
        if isinstance(node, ast.Constant) and id(node) not in docstrings and _named(node.value):
            yield f"{path.name}:{node.lineno} {node.value!r}"


def _named(value: object) -> set[str]:
    words = value.lower().replace(":", " ").split() if isinstance(value, str) else ()
    return ASKING & set(words)


@pytest.mark.parametrize("folder", BEHIND)
def test_nobody_asks_which_messenger_it_is(folder: str) -> None:
    files = sorted((ROOT / folder).glob("*.py"))

    assert len(files) > 1
    assert [one for path in files for one in _asks(path)] == []


def test_whoever_asked_would_be_found(tmp_path: Path) -> None:
    asking = tmp_path / "asking.py"
    asking.write_text('"""Of telegram."""\nif turn.account.messenger == "zalo":\n    pass\n')

    assert len([*_asks(asking)]) == 2
