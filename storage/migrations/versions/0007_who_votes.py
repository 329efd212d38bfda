"""Who votes in a poll, and what a vote for another view says."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0007"
down_revision = "0003"

polls = sa.table("polls", sa.column("id"), sa.column("result", columns.Json))
roll = sa.table("roll", sa.column("poll_id"), sa.column("status"), sa.column("may_vote"))


def upgrade() -> None:
    """Until now full and exempt members voted; every result learns of how many it was."""
    who = sa.Column("voters", sa.String(64), nullable=False, server_default="full")
    may = sa.Column("may_vote", sa.Boolean, nullable=False, server_default=sa.true())
    op.add_column("polls", who)
    op.add_column("roll", may)
    op.add_column("votes", sa.Column("comment", sa.Text, nullable=True))
    followed = roll.c.status.not_in(("full", "exempt"))
    op.execute(sa.update(roll).where(followed).values(may_vote=sa.false()))
    _complete_results(op.get_bind())


def _complete_results(books: sa.Connection) -> None:
    for poll_id, result in books.execute(sa.select(polls.c.id, polls.c.result)).all():
        if result is None:
            continue
        asked = (roll.c.poll_id == poll_id) & roll.c.may_vote.is_(sa.true())
        voters = books.scalar(sa.select(sa.func.count()).select_from(roll).where(asked))
        whole = {**result, "voters": voters}
        books.execute(sa.update(polls).where(polls.c.id == poll_id).values(result=whole))
