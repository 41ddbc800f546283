"""Second factors are kept as long as accounts, sealed like files: a new key seals them anew."""

from __future__ import annotations

from sqlmodel import select

from backend.attachments.sealing import vault_of
from backend.db import Tx
from backend.entrance.models import SecondFactor


def renew_factors(tx: Tx) -> int:
    """Those that a former key had sealed; how many. What no key opens stays as it is."""
    vault, renewed = vault_of(tx), 0
    for factor in tx.exec(select(SecondFactor).with_for_update()).all():
        if sealed := vault.renewed(factor.secret):
            factor.secret, renewed = sealed, renewed + 1
            tx.add(factor)
    return renewed
