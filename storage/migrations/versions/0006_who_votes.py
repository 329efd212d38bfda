"""Who votes in a poll, and what a vote for another view says."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

roll = sa.table("roll", sa.column("status"), sa.column("may_vote"))


def upgrade() -> None:
    """Until now full and exempt members voted."""
    who = sa.Column("voters", sa.String(64), nullable=False, server_default="full")
    may = sa.Column("may_vote", sa.Boolean, nullable=False, server_default=sa.true())
    op.add_column("polls", who)
    op.add_column("roll", may)
    op.add_column("votes", sa.Column("comment", sa.Text, nullable=True))
    followed = roll.c.status.not_in(("full", "exempt"))
    op.execute(sa.update(roll).where(followed).values(may_vote=sa.false()))
