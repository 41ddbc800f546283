"""A worker of ours with the ten questions of the race instead of the product's; nothing else differs."""

from __future__ import annotations

from dataclasses import replace

from backend.settings import Settings
from bot import cli
from bot.house import House
from bot.starting import house_or_stop
from tests.bench.peers.contenders.passerelle import asking


def _house(settings: Settings) -> House:
    house = house_or_stop(settings)
    return replace(house, script=asking(house.script))


if __name__ == "__main__":
    cli.house_or_stop = _house
    cli.app()
