"""What was read lately

Revision: 0012, after 0011
"""

import sqlalchemy as sa
from alembic import op

from backend.db import Utc

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conversation", sa.Column("read_at", Utc(), nullable=True))
    read = sa.text("read_at IS NOT NULL")
    op.create_index(
        "conversation_read", "conversation", ["read_at"], sqlite_where=read, postgresql_where=read
    )


def downgrade() -> None:
    op.drop_index("conversation_read", "conversation")
    op.drop_column("conversation", "read_at")
