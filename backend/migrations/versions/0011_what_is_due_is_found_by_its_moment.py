"""What is due is found by its moment

Of appointments still to come the clock looks once, and reckons when to look again. So it does of those that a process
of the former version books while both are at work: they are as new.

Revision: 0011, after 0010
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from backend.db import Utc

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

AT_ONCE = "1970-01-01 00:00:00.000000"
UNIVERSAL = {"sqlite": AT_ONCE, "postgresql": f"{AT_ONCE}+00:00"}


def upgrade() -> None:
    default = UNIVERSAL[op.get_bind().dialect.name]
    op.add_column("appointment", sa.Column("remind_at", Utc(), nullable=True, server_default=default))
    booked = sa.table(
        "appointment", sa.column("status"), sa.column("starts_at", Utc()), sa.column("remind_at")
    )
    coming = sa.and_(booked.c.status.in_(("booked", "confirmed")), booked.c.starts_at > datetime.now(UTC))
    op.execute(booked.update().where(sa.not_(coming)).values(remind_at=None))
    stands = sa.text("remind_at IS NOT NULL")
    op.create_index(
        "appointment_remind", "appointment", ["remind_at"], sqlite_where=stands, postgresql_where=stands
    )


def downgrade() -> None:
    op.drop_index("appointment_remind", "appointment")
    op.drop_column("appointment", "remind_at")
