"""Whom a place is for, how to reach it, and the days that are not as usual

Revision: 0003, after 0002
"""

import sqlalchemy as sa
from alembic import op

import backend.db

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

EMPTY = sa.text("'[]'")
BEFORE = '2026-11-21 00:00:00+00:00'


def upgrade() -> None:
    # Columns are added as they are: rebuilding a table on SQLite would break what hangs on it.
    op.add_column('site', sa.Column('communes', backend.db.Json, nullable=False, server_default=EMPTY))
    op.add_column('site', sa.Column('email', sa.String(), nullable=False, server_default=''))
    op.add_column('site', sa.Column('website', sa.String(), nullable=False, server_default=''))
    op.add_column('site', sa.Column('changed_at', backend.db.Utc, nullable=False, server_default=BEFORE))
    op.add_column('opening', sa.Column('communes', backend.db.Json, nullable=False, server_default=EMPTY))
    op.add_column('opening', sa.Column('slug', sa.String(), nullable=False, server_default=''))
    op.create_table('site_exception',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('site_id', sa.Integer(), nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('last', sa.Date(), nullable=False),
    sa.Column('hours', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['site_id'], ['site.id'], name=op.f('fk_site_exception_site_id_site')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_site_exception')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('site_exception', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_site_exception_site_id'), ['site_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('site_exception', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_site_exception_site_id'))
    op.drop_table('site_exception')
    with op.batch_alter_table('opening', schema=None) as batch_op:
        batch_op.drop_column('slug')
        batch_op.drop_column('communes')
    with op.batch_alter_table('site', schema=None) as batch_op:
        batch_op.drop_column('changed_at')
        batch_op.drop_column('website')
        batch_op.drop_column('email')
        batch_op.drop_column('communes')
