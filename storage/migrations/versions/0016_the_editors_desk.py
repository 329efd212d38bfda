"""What an editor sees of an item: what was left out of its paper, a person's own recording, whether
it may leave the house. And which recording an approval is bound to."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """What was written before may go where everything went, and was heard in no certain voice."""
    with op.batch_alter_table("bulletin_items") as items:
        items.add_column(
            sa.Column("stays_inside", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        items.add_column(sa.Column("left_out", columns.Json, nullable=True))
        for name, table in (("media_id", "media"), ("recorded_by", "members")):
            items.add_column(sa.Column(name, columns.Whole, nullable=True))
            items.create_foreign_key(op.f(f"fk_bulletin_items_{name}"), table, [name], ["id"])
            items.create_index(op.f(f"ix_bulletin_items_{name}"), [name])
    with op.batch_alter_table("bulletins") as bulletins:
        bulletins.add_column(sa.Column("sound", sa.String(64), nullable=True))
        bulletins.add_column(sa.Column("media_id", columns.Whole, nullable=True))
        bulletins.create_foreign_key(op.f("fk_bulletins_media_id"), "media", ["media_id"], ["id"])
        bulletins.create_index(op.f("ix_bulletins_media_id"), ["media_id"])
    op.add_column("rehearsals", sa.Column("sound", sa.String(64), nullable=True))
