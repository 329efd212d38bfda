"""Who ended a vote before its hour."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """The audit has always known who it was."""
    op.add_column("polls", sa.Column("closed_by", columns.Whole, nullable=True))
    op.execute(  # the audit is gone through once: it has no index for this, and a million lines
        "UPDATE polls SET closed_by = closed.closer FROM ("
        "SELECT subject_id, MIN(actor_id) AS closer FROM audit "
        "WHERE subject = 'poll' AND action = 'closed' GROUP BY subject_id"
        ") AS closed WHERE closed.subject_id = polls.id"
    )
