"""What every process of the product reads first, read once: `tests.forked` forks from here. Nothing is opened."""

import gc

import tests.turned  # noqa: F401  # before anybody takes the clock

# isort: split
import bot.cli
import bot.desk.app
import bot.house
import bot.run  # noqa: F401
from content.communes import load_communes

load_communes()
gc.freeze()
