"""How often one address may come, so that one machine alone keeps nobody else from the pages."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv6Address, ip_address

KEPT = 10_000
"""Addresses at most; the longest unseen goes first, so that a flood costs no memory."""
HOUSEHOLD = 64
"""Bits of an IPv6 address that one household or company has: it may choose the others as it likes."""


@dataclass(frozen=True)
class Pace:
    """So many at once, and so many a second after that."""

    burst: int
    a_second: float


class Buckets:
    """A bucket for each address: full at first, filled again at its pace. In memory: each process counts its own."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[float, datetime]] = {}

    def wait(self, address: str, at: datetime) -> float:
        """Take one. 0.0: there was one; else the seconds until there is."""
        with self._lock:
            left, before = self._kept.pop(address, (float(self.pace.burst), at))
            filled = max(0.0, (at - before).total_seconds()) * self.pace.a_second
            left = min(float(self.pace.burst), left + filled)
            self._kept[address] = (left - 1 if left >= 1 else left, at)
            if len(self._kept) > KEPT:
                self._kept.pop(next(iter(self._kept)))
        return 0.0 if left >= 1 else (1 - left) / self.pace.a_second


def whose(address: str) -> str:
    """The address that counts; "" for our own machine, where nobody is kept waiting.

    Whoever comes from there is one of us, or a proxy that the settings do not name: all the world would share one bucket.
    """
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    ip = (ip.ipv4_mapped or ip) if isinstance(ip, IPv6Address) else ip
    if ip.is_loopback:
        return ""
    return str(int(ip) >> (128 - HOUSEHOLD)) if isinstance(ip, IPv6Address) else str(ip)
