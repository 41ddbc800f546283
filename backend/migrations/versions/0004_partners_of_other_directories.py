"""Partners: the structures and services of other directories

Revision: 0004, after 0003
"""

import sqlalchemy as sa
from alembic import op

import backend.db

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

def upgrade() -> None:
    with op.batch_alter_table('listed', schema=None) as batch_op:
        batch_op.add_column(sa.Column('phone', sa.String(), nullable=False, server_default=''))
    op.create_table('partner',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('outside_id', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('description', sa.String(), nullable=False),
    sa.Column('address', sa.String(), nullable=False),
    sa.Column('postcode', sa.String(), nullable=False),
    sa.Column('commune', sa.String(), nullable=False),
    sa.Column('insee', sa.String(), nullable=False),
    sa.Column('lat', sa.Float(), nullable=True),
    sa.Column('lon', sa.Float(), nullable=True),
    sa.Column('phone', sa.String(), nullable=False),
    sa.Column('email', sa.String(), nullable=False),
    sa.Column('website', sa.String(), nullable=False),
    sa.Column('hours', sa.String(), nullable=False),
    sa.Column('access', sa.String(), nullable=False),
    sa.Column('networks', backend.db.Json, nullable=False),
    sa.Column('updated_on', sa.Date(), nullable=False),
    sa.Column('digest', sa.BigInteger(), nullable=False),
    sa.Column('gone_at', backend.db.Utc(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_partner')),
    sa.UniqueConstraint('outside_id', 'source', name=op.f('uq_partner_outside_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('partner', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_partner_insee'), ['insee'], unique=False)

    op.create_table('partner_service',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('partner_id', sa.Integer(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('outside_id', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('description', sa.String(), nullable=False),
    sa.Column('needs', backend.db.Json, nullable=False),
    sa.Column('zones', backend.db.Json, nullable=False),
    sa.Column('modes', backend.db.Json, nullable=False),
    sa.Column('how', backend.db.Json, nullable=False),
    sa.Column('fees', sa.String(), nullable=False),
    sa.Column('address', sa.String(), nullable=False),
    sa.Column('commune', sa.String(), nullable=False),
    sa.Column('insee', sa.String(), nullable=False),
    sa.Column('lat', sa.Float(), nullable=True),
    sa.Column('lon', sa.Float(), nullable=True),
    sa.Column('phone', sa.String(), nullable=False),
    sa.Column('email', sa.String(), nullable=False),
    sa.Column('link', sa.String(), nullable=False),
    sa.Column('hours', sa.String(), nullable=False),
    sa.Column('shown', sa.Boolean(), nullable=False),
    sa.Column('updated_on', sa.Date(), nullable=False),
    sa.Column('digest', sa.BigInteger(), nullable=False),
    sa.Column('gone_at', backend.db.Utc(), nullable=True),
    sa.ForeignKeyConstraint(['partner_id'], ['partner.id'], name=op.f('fk_partner_service_partner_id_partner')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_partner_service')),
    sa.UniqueConstraint('outside_id', 'source', name=op.f('uq_partner_service_outside_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('partner_service', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_partner_service_partner_id'), ['partner_id'], unique=False)

    op.create_table('partner_reach',
    sa.Column('service_id', sa.Integer(), nullable=False),
    sa.Column('need', sa.String(), nullable=False),
    sa.Column('zone', sa.String(), nullable=False),
    sa.Column('lat', sa.Float(), nullable=True),
    sa.Column('lon', sa.Float(), nullable=True),
    sa.ForeignKeyConstraint(['service_id'], ['partner_service.id'], name=op.f('fk_partner_reach_service_id_partner_service')),
    sa.PrimaryKeyConstraint('service_id', 'need', 'zone', name=op.f('pk_partner_reach'))
    )
    with op.batch_alter_table('partner_reach', schema=None) as batch_op:
        batch_op.create_index('partner_reach_near', ['need', 'zone', 'lat', 'lon'], unique=False)

def downgrade() -> None:
    with op.batch_alter_table('partner_reach', schema=None) as batch_op:
        batch_op.drop_index('partner_reach_near')

    op.drop_table('partner_reach')
    with op.batch_alter_table('partner_service', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_partner_service_partner_id'))

    op.drop_table('partner_service')
    with op.batch_alter_table('partner', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_partner_insee'))

    op.drop_table('partner')
    with op.batch_alter_table('listed', schema=None) as batch_op:
        batch_op.drop_column('phone')
