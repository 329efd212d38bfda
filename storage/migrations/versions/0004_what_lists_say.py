"""Keep what lists say: the native place, the source, phones as written; units taken away."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Give members and units their new columns, and phones and cards room for any text."""
    op.add_column("units", sa.Column("removed_at", columns.Moment(), nullable=True))
    with op.batch_alter_table("members") as members:
        members.add_column(sa.Column("native_place", sa.Text(), nullable=True))
        members.add_column(sa.Column("source", sa.Text(), nullable=True))
        members.alter_column("phone", existing_type=sa.String(32), type_=sa.Text())
        members.alter_column("card", existing_type=sa.String(64), type_=sa.Text())
