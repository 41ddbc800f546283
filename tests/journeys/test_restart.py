"""Ctrl-C and a second start: everything continues where it was. (What is written meanwhile: tests/chaos.)"""

from __future__ import annotations

import httpx

from tests.ledger import Ledger
from tests.on_the_phone import books, reaches_proposals
from tests.phone import DeskPhone
from tests.running import Process, Product, running


def test_a_second_start_continues_where_it_was(tmp_path, monkeypatch):
    monkeypatch.setattr(Process, "forked", False)
    with running(Product(tmp_path)) as product, Ledger(product.database_url) as ledger:
        with httpx.Client(base_url=product.desk_url) as desk:
            lou, sam = DeskPhone(desk, "Lou"), DeskPhone(desk, "Sam")
            books(lou)
            reaches_proposals(sam)
            slot = sam.slots()[-1]
            ledger.rests(sam)
            before = lou.texts(), sam.texts()
            product.stop()
            monkeypatch.undo()
            product.start()
            ledger.rests(sam)
            assert (lou.texts(), sam.texts()) == before, "a start says nothing again"
            sam.taps(slot)
            sam.taps("Confirmer")
            sam.hears("C'est confirmé")
            lou.writes("/rdv")
            lou.hears("Ton rendez-vous")
        assert product.complaints == []
