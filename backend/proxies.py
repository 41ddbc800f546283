"""Which machines are ours and stand before us, as a setting names them."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network


def networks(names: str) -> tuple[Network, ...]:
    """Addresses and networks separated by commas. Raises ValueError."""
    return tuple(ip_network(name.strip()) for name in names.split(",") if name.strip())


def checked_proxies(names: str) -> str:
    """Raises ValueError with what is expected: never all the world, who could then say to come from anywhere."""
    try:
        narrow = all(network.prefixlen for network in networks(names))
    except ValueError:
        narrow = False
    if not narrow:
        raise ValueError("expected addresses or networks separated by commas, such as 127.0.0.1,10.0.0.0/24")
    return names


def is_one_of(name: str, found: tuple[Network, ...]) -> bool:
    """Whether this is an address, and one of these."""
    return is_address(name) and any(ip_address(name) in network for network in found)


def is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
