"""One running product for the journeys of this folder, and phones on its desk."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.ledger import Ledger
from tests.phone import DeskPhone
from tests.running import Product, running

TELLING = 8
"""Shorter words may stand in a log for other reasons."""


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """Started once, in an empty folder, as a newcomer does."""
    with running(Product(tmp_path_factory.mktemp("product"))) as started:
        yield started


@pytest.fixture(scope="session")
def desk(product: Product) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=product.desk_url) as client:
        yield client


@pytest.fixture(scope="session")
def ledger(product: Product) -> Iterator[Ledger]:
    with Ledger(product.database_url) as opened:
        yield opened


@pytest.fixture
def phone(product: Product, desk: httpx.Client) -> Iterator[DeskPhone]:
    """A new phone. Whatever its owner does, the product goes on, and its log says nothing, least of all their words."""
    made = DeskPhone(desk)
    yield made
    assert product.runs
    assert not [words for words in made.written if len(words) >= TELLING and words in product.log]
    assert product.complaints == []
