"""Let several people share a phone, each with four digits of their own."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Until now every address was one person's."""
    with op.batch_alter_table("accounts") as accounts:
        accounts.add_column(sa.Column("seat", sa.Integer(), nullable=False, server_default="0"))
        accounts.add_column(
            sa.Column("shared", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        accounts.add_column(sa.Column("using_id", columns.Whole, nullable=True))
        accounts.add_column(sa.Column("using_until", columns.Moment(), nullable=True))
        accounts.drop_constraint(op.f("uq_accounts_messenger_address"), type_="unique")
        accounts.create_unique_constraint(
            op.f("uq_accounts_messenger_address_seat"), ["messenger", "address", "seat"]
        )
    op.create_table(
        "pins",
        sa.Column("account_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("salt", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("chosen_at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_pins")),
    )
