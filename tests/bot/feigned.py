"""Plays a worker that starts in no time: it lets people in, says that it is ready, and ends when it is told to.

`python feigned.py PORT LINE …`; in the environment FEIGNED may make it `stubborn`, `wrong` or `never ready`.
"""

import os
import select
import signal
import socket
import sys

ANSWER = b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
port, line = (socket.socket(fileno=int(number)) for number in sys.argv[1:3])
how = os.environ.get("FEIGNED", "")


def let_in() -> None:
    caller, _ = port.accept()
    with caller:
        caller.recv(65536)
        caller.sendall(ANSWER)


if how == "wrong":
    sys.exit(2)
told, tell = os.pipe()
signal.signal(signal.SIGTERM, signal.SIG_IGN if how == "stubborn" else lambda *_: os.write(tell, b"."))
if how != "never ready":
    line.send(b"r")
while not {line, told} & set(ready := select.select([port, line, told], [], [])[0]):
    if port in ready:
        let_in()
