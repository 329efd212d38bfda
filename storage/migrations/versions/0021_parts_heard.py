"""What each part of a bulletin said when it was heard: later what changed can be read alone."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Of what was heard before, the parts are not known: all of it is heard again."""
    with op.batch_alter_table("rehearsals") as rehearsals:
        rehearsals.add_column(sa.Column("parts", sa.Text(), nullable=True))
