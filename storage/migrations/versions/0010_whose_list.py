"""Keep whose list something comes from and its day, where a Vietnamese sentence stood."""

import re
from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

SENTENCE = re.compile(
    r"Danh sách (?:(?:đảng|đoàn|hội) viên )?(.+), (?:nhận )?ngày (\d+) tháng (\d+) năm (\d+)"
)


def upgrade() -> None:
    """Give members and entries the day of their list; what a person wrote stays as it is."""
    for name in ("members", "record_entries"):
        op.add_column(name, sa.Column("listed_on", sa.Date(), nullable=True))
        _take_apart(name)


def _take_apart(name: str) -> None:
    table = sa.table(name, sa.column("source", sa.Text), sa.column("listed_on", sa.Date))
    books = op.get_bind()
    for source in books.scalars(sa.select(table.c.source).distinct()).all():
        if said := SENTENCE.fullmatch(source or ""):
            unit, day, month, year = said.groups()
            values = {"source": unit, "listed_on": date(int(year), int(month), int(day))}
            books.execute(sa.update(table).where(table.c.source == source).values(values))
