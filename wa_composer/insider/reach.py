"""Where a link leads: the addresses of its host, and whether they are out in the open internet.

A link in a message may come from anybody. It is never followed to this computer, the network
around it, or the addresses by which clouds hand out secrets.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Awaitable[tuple[str, ...]]]

# Listed here and not asked of `ipaddress`, whose answers differ from one Python to the next.
_NO_SERVERS = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "168.63.129.16/32",  # by which one of the large clouds answers its own machines
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
_GLOBAL = IPv6Network("2000::/3")
_NO_SERVERS_6 = tuple(
    IPv6Network(block)
    for block in ("2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20", "3ffe::/16")
)
_MAPPED = IPv6Network("::ffff:0:0/96")
_NAT64 = IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = IPv6Network("2002::/16")
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)
_NOT_OUTSIDE = frozenset(
    {"local", "localhost", "localdomain", "internal", "intranet", "lan", "home", "corp",
     "private", "invalid", "test", "onion", "alt"}
)  # fmt: skip
_HOME = ["home", "arpa"]


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet, also where it wraps another one."""
    if isinstance(address, IPv4Address):
        return not any(address in block for block in _NO_SERVERS)
    inner = _wrapped(address)
    if inner is not None and not is_public(inner):
        return False
    if address in _MAPPED or address in _NAT64:
        return True
    return address in _GLOBAL and not any(address in block for block in _NO_SERVERS_6)


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address may be carried on to."""
    bits = int(address)
    if address in _SIX_TO_FOUR:
        return IPv4Address(bits >> 80 & 0xFFFF_FFFF)
    if address in _MAPPED or address in _NAT64 or bits >> 32 & 0xFFFF_FFFF in _ISATAP:
        return IPv4Address(bits & 0xFFFF_FFFF)
    return None


def may_be_outside(host: str) -> bool:
    """Whether a name that nobody here knows may be one of the open internet."""
    labels = host.lower().rstrip(".").split(".")
    if ":" in host or len(labels) < 2 or labels[-1] in _NOT_OUTSIDE or labels[-2:] == _HOME:
        return False
    return not labels[-1][:1].isdigit()  # no name ends so, but half an address does


def parsed(text: str) -> Address:
    """The address in a text as `resolve` gives it; raises ValueError for anything else."""
    return ip_address(text)


async def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host, best first; raises OSError when there are none.

    Asking may hang for half a minute and cannot be stopped, and asyncio's own threads are waited
    for at the end of the program: so each question has a daemon thread of its own.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[tuple[str, ...]] = loop.create_future()

    def settle(found: tuple[str, ...] | OSError) -> None:
        if answer.done():
            return
        if isinstance(found, OSError):
            answer.set_exception(found)
        else:
            answer.set_result(found)

    def ask() -> None:
        found: tuple[str, ...] | OSError
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found = tuple(dict.fromkeys(str(row[4][0]) for row in rows))
        except OSError as error:
            found = error
        except UnicodeError:
            found = socket.gaierror(socket.EAI_NONAME, "no such name")
        try:
            loop.call_soon_threadsafe(settle, found)
        except RuntimeError:
            pass  # the loop is closed: nobody waits any more

    threading.Thread(target=ask, name="wa-composer-name", daemon=True).start()
    return await answer
