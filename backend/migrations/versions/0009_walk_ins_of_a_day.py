"""Walk-ins of a day

Revision: 0009, after 0008
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("walk_in_day", "walk_in", ["site_id", "at"])
    op.drop_index("ix_walk_in_site_id", "walk_in")


def downgrade() -> None:
    op.create_index("ix_walk_in_site_id", "walk_in", ["site_id"])
    op.drop_index("walk_in_day", "walk_in")
