"""Which machines we go to when someone gives us an address: those of the public internet, and no other."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Ip = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Host and port to the addresses of its machines. Raises OSError."""

NAT64 = IPv6Network("64:ff9b::/96")


def is_public(ip: Ip) -> bool:
    """A machine that anybody may reach. Not ours, not a neighbour's, not the cloud's own, however it is written."""
    inner = _inside(ip) if isinstance(ip, IPv6Address) else None
    if inner is not None:
        return is_public(inner)
    special = (
        ip.is_multicast
        or ip.is_reserved
        or ip.is_unspecified
        or ip.is_loopback
        or ip.is_link_local
        or ip.is_private
    )
    site = isinstance(ip, IPv6Address) and ip.is_site_local
    return ip.is_global and not special and not site


def _inside(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for."""
    if ip in NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


async def resolve(host: str, port: int) -> list[str]:
    """Ask the system. IPv4 first: many servers have no way out by IPv6."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    ordered = sorted(found, key=lambda one: one[0] != socket.AF_INET)
    return list(dict.fromkeys(str(one[4][0]).partition("%")[0] for one in ordered))


async def public_addresses(
    host: str, port: int, resolve: Resolve = resolve, may: Callable[[Ip], bool] = is_public
) -> list[str]:
    """Where to connect. Empty if one of the machines behind this name is none that we go to. Raises OSError."""
    found = await resolve(host, port)
    return found if all(may(ip_address(one)) for one in found) else []
