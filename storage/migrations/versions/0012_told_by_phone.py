"""Keep who was told by phone of what."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """A line for each person and thing."""
    op.create_table(
        "calls",
        sa.Column("cause", sa.String(64), nullable=False),
        sa.Column("member_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("told_by", columns.Whole, nullable=False),
        sa.Column("told_at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("cause", "member_id", name=op.f("pk_calls")),
    )
