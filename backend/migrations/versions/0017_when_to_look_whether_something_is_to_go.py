"""When to look whether something is to go

At everybody at once, for whom nobody has looked yet; and at those whom a process of the former version begins.

Revision: 0017, after 0016
"""

import sqlalchemy as sa
from alembic import op

from backend.db import Json, Utc

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

AT_ONCE = "1970-01-01 00:00:00.000000"
UNIVERSAL = {"sqlite": AT_ONCE, "postgresql": f"{AT_ONCE}+00:00"}


def upgrade() -> None:
    default = UNIVERSAL[op.get_bind().dialect.name]
    op.add_column("youth", sa.Column("review_at", Utc(), nullable=False, server_default=default))
    op.create_index("youth_review", "youth", ["review_at", "id"])
    op.create_table(
        "purge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("began_at", Utc(), nullable=False),
        sa.Column("ended_at", Utc(), nullable=True),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("periods", Json, nullable=False),
        sa.Column("counts", Json, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_purge"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("purge")
    op.drop_index("youth_review", "youth")
    op.drop_column("youth", "review_at")
