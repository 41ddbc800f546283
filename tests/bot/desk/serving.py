"""Any app over real HTTP, in a thread, on a port of its own."""

import contextlib
import socket
import threading
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp


class _Quiet(uvicorn.Server):
    def __init__(self, app: ASGIApp) -> None:
        self.ready = threading.Event()
        super().__init__(
            uvicorn.Config(app, log_level="critical", ws="none", lifespan="on", timeout_graceful_shutdown=1)
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@contextlib.contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """Serve the app until the end of the block; gives its base URL."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = _Quiet(app)
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    assert server.ready.wait(10)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()
