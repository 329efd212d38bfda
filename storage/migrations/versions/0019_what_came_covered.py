"""Keep what came covered to a shared phone until it is seen, and wrong digits by themselves."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """What came covered before is found in the lists; wrong digits are counted from now on."""
    op.create_table(
        "coverings",
        sa.Column("delivery_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("account_id", columns.Whole, nullable=False),
        sa.PrimaryKeyConstraint("delivery_id", name=op.f("pk_coverings")),
    )
    op.create_table(
        "pin_tries",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("account_id", columns.Whole, nullable=False),
        sa.Column("at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pin_tries")),
    )
    op.create_index(op.f("ix_pin_tries_account_id"), "pin_tries", ["account_id"])
