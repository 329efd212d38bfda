"""Who has heard the whole of a bulletin before approving it, and where Back leads when typed."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """One row for each editor of a bulletin: what was heard last."""
    op.add_column("conversations", sa.Column("back", columns.Json, nullable=True))
    op.create_table(
        "rehearsals",
        sa.Column("bulletin_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("member_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("heard_at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("bulletin_id", "member_id", name=op.f("pk_rehearsals")),
    )
