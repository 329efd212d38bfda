"""Keep a message once for all it is for, and the pace of several processes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from storage import columns

revision = "0007"
down_revision = "0006"

QUEUED = sa.text("state = 'queued'")
LEASED = sa.text("lease_until IS NOT NULL")
UNSPREAD = sa.text("spread IS FALSE")
HELD_UP = sa.text("state IN ('paused', 'stopping')")

NAMES = ("id", "cause", "message", "lane", "urgent", "not_before", "created_at")
old = sa.table("deliveries", *(sa.column(name) for name in NAMES))


def upgrade() -> None:
    """Give every message a row of its own, and each delivery that row's number instead."""
    _create_mailings()
    op.create_table(
        "paces",
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("free_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_paces")),
    )
    op.add_column("deliveries", sa.Column("mailing_id", columns.Whole, nullable=True))
    _move_messages()
    op.execute(
        "UPDATE deliveries SET mailing_id = (SELECT MIN(mailings.id) FROM mailings "
        "WHERE mailings.cause = deliveries.cause AND mailings.urgent = deliveries.urgent "
        "AND CAST(mailings.message AS TEXT) = CAST(deliveries.message AS TEXT))"
    )
    _change_deliveries()


def _move_messages() -> None:
    """One row for each thing that was said for a cause."""
    said = sa.cast(old.c.message, sa.Text)
    postgres = op.get_bind().dialect.name == "postgresql"  # JSONB cannot be grouped, and text can
    ours = {
        "cause": old.c.cause,
        "message": sa.cast(said, JSONB) if postgres else said,
        "lane": sa.func.min(old.c.lane),
        "urgent": old.c.urgent,
        "not_before": sa.func.min(old.c.not_before),
        "created_at": sa.func.min(old.c.created_at),
        "reached": sa.literal(0),
        "spread": sa.true(),
        "state": sa.literal("going"),
        "pauses": sa.literal(0),
    }
    new = sa.table("mailings", *(sa.column(name) for name in ours))
    grouped = sa.select(*ours.values()).group_by(old.c.cause, old.c.urgent, said)
    op.execute(sa.insert(new).from_select([*ours], grouped.order_by(sa.func.min(old.c.id))))


def _create_mailings() -> None:
    op.create_table(
        "mailings",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("cause", sa.String(64), nullable=False),
        sa.Column("message", columns.Json, nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("not_before", columns.Moment(), nullable=False),
        sa.Column("created_at", columns.Moment(), nullable=False),
        sa.Column("audience", columns.Json, nullable=True),
        sa.Column("reached", columns.Whole, nullable=False),
        sa.Column("spread", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("sender_id", columns.Whole, nullable=True),
        sa.Column("about", columns.Json, nullable=True),
        sa.Column("pauses", sa.Integer(), nullable=False),
        sa.Column("repeats", sa.String(64), nullable=True),
        sa.ForeignKeyConstraint(["sender_id"], ["members.id"], name=op.f("fk_mailings_sender_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailings")),
    )
    op.create_index(op.f("ix_mailings_cause"), "mailings", ["cause"])
    op.create_index(op.f("ix_mailings_sender_id"), "mailings", ["sender_id"])
    _partial("ix_mailings_unspread", "mailings", ["id"], UNSPREAD)
    _partial("ix_mailings_held_up", "mailings", ["state"], HELD_UP)


def _change_deliveries() -> None:
    op.drop_index("ix_deliveries_waiting", "deliveries")
    op.drop_index("ix_deliveries_message", "deliveries")
    with op.batch_alter_table("deliveries") as deliveries:
        deliveries.alter_column("mailing_id", existing_type=columns.Whole, nullable=False)
        deliveries.create_foreign_key(
            op.f("fk_deliveries_mailing_id"), "mailings", ["mailing_id"], ["id"]
        )
        deliveries.drop_column("message")
        deliveries.drop_column("urgent")
    op.create_index(op.f("ix_deliveries_mailing_id"), "deliveries", ["mailing_id"])
    op.create_index("ix_deliveries_states", "deliveries", ["cause", "state"])
    _partial("ix_deliveries_waiting", "deliveries", ["lane", "not_before", "id"], QUEUED)
    _partial("ix_deliveries_leased", "deliveries", ["lease_until"], LEASED)


def _partial(name: str, table: str, names: list[str], where: sa.TextClause) -> None:
    op.create_index(name, table, names, sqlite_where=where, postgresql_where=where)
