"""Count what each messenger carries in a month."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """A line for each messenger and month."""
    op.create_table(
        "quotas",
        sa.Column("messenger", sa.String(64), nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("spent", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("messenger", "month", name=op.f("pk_quotas")),
    )
