"""Uvicorn, stopping at once: open live pages would otherwise hold it until a second Ctrl-C."""

from __future__ import annotations

from typing import Any

import uvicorn

from backend.live import Bell


class Server(uvicorn.Server):
    """Tells the bell before it waits for its open connections."""

    def __init__(self, config: uvicorn.Config, bell: Bell) -> None:
        super().__init__(config)
        self.bell = bell

    async def shutdown(self, sockets: list[Any] | None = None) -> None:
        self.bell.close()
        await super().shutdown(sockets)
