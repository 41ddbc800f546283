"""A process that has imported and read everything and opened nothing: each child of it is a bot, in milliseconds.

It takes orders, a line of JSON each, and answers each with a line of JSON:

{"do": "start", "first", "port", "env", "folder", "log"} -> {"pid"}
{"do": "wait", "pid"} -> {"code"}
{"do": "cut", "pid"} -> {}: its line to us is cut, as if we were dead

It begins by naming its two ports, which stay open while bots die, as with `passerelle run --workers N`.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import signal
import socket
import sys
from dataclasses import replace
from pathlib import Path

from backend.settings import load_settings
from bot import house as building
from bot.listening import Lifeline
from bot.loop import run
from bot.run import run_first, run_other
from content.communes import load_communes
from tests.chaos.moved_clock import MovedClock

log = logging.getLogger(__name__)
NEVERS = "nevers-sud-nivernais"


def main() -> None:
    script = replace(
        building.load_script("http://127.0.0.1:8000", team=NEVERS), now=MovedClock(Path(sys.argv[1]))
    )
    building.load_script = lambda *_, **__: script
    load_communes()
    ports = [socket.create_server(("127.0.0.1", 0), backlog=1024) for _ in range(2)]
    gc.freeze()
    gc.enable()
    orders, lines = os.fdopen(os.dup(0), "r"), {}
    _answer({"ports": [port.getsockname()[1] for port in ports]})
    for order in map(json.loads, orders):
        if order["do"] == "start":
            pid, lines_end = _start(order, ports)
            lines[pid] = lines_end
            _answer({"pid": pid})
        elif order["do"] == "cut":
            lines[order["pid"]].close()
            _answer({})
        else:
            _answer({"code": os.waitstatus_to_exitcode(os.waitpid(order["pid"], 0)[1])})
            lines.pop(order["pid"]).close()


def _answer(answer: dict[str, object]) -> None:
    print(json.dumps(answer), flush=True)


def _start(order: dict, ports: list[socket.socket]) -> tuple[int, socket.socket]:
    ours, theirs = socket.socketpair()
    if pid := os.fork():
        theirs.close()
        return pid, ours
    code = 1
    try:
        ours.close()
        _become(order)
        _run(order, ports[order["port"]], theirs)
        code = 0
    except BaseException:
        log.exception("the bot could not run")
    finally:
        os._exit(code)


def _become(order: dict) -> None:
    """A process of its own: nothing goes to whoever gives the orders, and signals mean what they mean."""
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for standard in (1, 2):
        os.dup2(log, standard)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(order["folder"])
    os.environ.update(order["env"])
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")


def _run(order: dict, taken: socket.socket, line: socket.socket) -> None:
    """What `passerelle worker` does. The settings, the database and all that runs on them are made anew."""
    house = building.open_house(load_settings())
    if order["first"]:
        run(run_first(house, taken, Lifeline(line), told=None))
    else:
        run(run_other(house, taken, Lifeline(line)))
