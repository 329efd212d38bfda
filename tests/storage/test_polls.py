"""Polls from before who votes was chosen: their rolls say it afterwards."""

from pathlib import Path

from alembic import command
from sqlalchemy import Connection, create_engine, text

from storage.migrate import config

BEFORE, AFTER = "0005", "0006"
OLD = (
    "INSERT INTO units (id, name, path) VALUES (1, 'Chi bộ 1', '1/')",
    "INSERT INTO members (id, unit_id, name, status) VALUES (1, 1, 'Hoa', 'full')",
    "INSERT INTO polls (id, unit_id, author_id, question, options, threshold, base, deciding,"
    " state, created_at, result) VALUES (1, 1, 1, 'Họp?', '[]', 'none', 'cast', 0, 'closed',"
    " '2026-11-23 02:00:00', '{\"counts\": [1, 0], \"base\": 1}'),"
    " (2, 1, 1, 'Họp?', '[]', 'none', 'cast', 0, 'open', '2026-11-23 02:00:00', NULL)",
    "INSERT INTO roll (poll_id, member_id, status) VALUES (1, 1, 'full'), (1, 2, 'exempt'),"
    " (1, 3, 'probationary'), (2, 3, 'probationary')",
)


def _rows(books: Connection, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in books.execute(text(query))]


def test_who_voted_before_the_choice_is_written_down(tmp_path: Path) -> None:
    with create_engine(f"sqlite:///{tmp_path / 'old.db'}").begin() as books:
        command.upgrade(config(books), BEFORE)
        for statement in OLD:
            books.execute(text(statement))
        command.upgrade(config(books), AFTER)

        assert _rows(books, "SELECT id, voters FROM polls ORDER BY id") == [
            (1, "full"),
            (2, "full"),
        ]
        assert _rows(books, "SELECT poll_id, member_id FROM roll WHERE may_vote ORDER BY 1, 2") == [
            (1, 1),
            (1, 2),
        ]
