"""Where a link leads: the addresses of its host, and whether they are out in the open internet.

A link in a message may come from anybody. It is never followed to this computer, the network
around it, or the addresses by which clouds hand out secrets.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Awaitable[tuple[str, ...]]]

_NAT64 = IPv6Network("64:ff9b::/96")
_IPV4_COMPATIBLE = IPv6Network("::/96")


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet, also where it wraps another one."""
    if not address.is_global or address.is_multicast:
        return False
    return all(is_public(inner) for inner in _wrapped(address))


def _wrapped(address: Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address may be carried on to."""
    if isinstance(address, IPv4Address):
        return ()
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64 or address in _IPV4_COMPATIBLE:
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return tuple(inner for inner in found if inner is not None)


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
