"""Speaks to the practice endpoint byte by byte, as no well-behaved client would."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import socket
import struct
from collections.abc import Callable
from urllib.parse import urlsplit

REQUEST_LINE = b"POST /v1/conversational/send HTTP/1.1\r\n"
HEADERS = (
    b"Host: practice\r\nX-INS-AUTH-KEY: any\r\nUser-Agent: WA-Composer/test\r\n"
    b"Content-Type: application/json\r\n"
)
ADA = "+12025550123"
SECONDS = 20


def payload(*numbers: str) -> bytes:
    """A valid body with one image for each of `numbers`."""
    image = {"type": "image", "image": {"link": "https://example.com/a.png"}}
    messages = [{"phoneNumber": number, "message": image} for number in numbers]
    return json.dumps({"messages": messages}).encode()


def request(body: bytes, line: bytes = REQUEST_LINE, headers: bytes = HEADERS) -> bytes:
    """A whole request with a Content-Length."""
    return line + headers + b"Content-Length: %d\r\n\r\n" % len(body) + body


def chunked(body: bytes, size: int) -> bytes:
    """A whole request in chunks of `size` bytes."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return (
        REQUEST_LINE
        + HEADERS
        + b"Transfer-Encoding: chunked\r\n\r\n"
        + b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
        + b"0\r\n\r\n"
    )


def steady(answer: bytes) -> bytes:
    """An answer without what is another in each: the keys and the date."""
    answer = re.sub(rb"whatsapp-[0-9a-f-]{36}", b"whatsapp-key", answer)
    return re.sub(rb"\r\nDate: [^\r]+", b"\r\nDate: now", answer)


class RawClient:
    """One connection; every wait ends after `SECONDS`."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def to(cls, url: str, limit: int = 2**16, room: int | None = None) -> RawClient:
        """Connect; of what was not asked for, `limit` is kept here and `room` by the system."""
        plug = socket.socket()
        plug.setblocking(False)
        if room is not None:
            plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
        try:
            place = urlsplit(url)
            await asyncio.get_running_loop().sock_connect(plug, (place.hostname, place.port))
            return cls(*await asyncio.open_connection(sock=plug, limit=limit))
        except BaseException:
            plug.close()
            raise

    def reset(self) -> None:
        """Go away without a word."""
        plug = self.writer.get_extra_info("socket")
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()

    def write(self, data: bytes) -> None:
        self.writer.write(data)

    async def answer(self, without_body: bool = False) -> tuple[int, dict[str, str], bytes]:
        """The next answer: status, headers by their names in lower case, body."""
        async with asyncio.timeout(SECONDS):
            head = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {
                name.lower(): value for name, _, value in (x.partition(": ") for x in head[1:-2])
            }
            length = 0 if without_body else int(headers.get("content-length", "0"))
            return int(head[0].split()[1]), headers, await self.reader.readexactly(length)

    async def status(self) -> int:
        return (await self.answer())[0]

    async def rest(self) -> bytes:
        """All until the server says that nothing more comes; ConnectionResetError for a reset."""
        async with asyncio.timeout(SECONDS):
            return await self.reader.read()

    async def close(self) -> None:
        """Go away, whatever was not taken yet."""
        if self.writer.transport.get_write_buffer_size():
            self.writer.transport.abort()
        self.writer.close()
        with contextlib.suppress(OSError):
            async with asyncio.timeout(SECONDS):
                await self.writer.wait_closed()


def open_sockets() -> int:
    """How many sockets this process has."""
    found = 0
    for number in os.listdir("/proc/self/fd"):
        try:
            found += os.readlink(f"/proc/self/fd/{number}").startswith("socket:")
        except FileNotFoundError:  # the one that listed them
            pass
    return found


async def until(condition: Callable[[], bool]) -> None:
    """Turn the loop until `condition` holds."""
    async with asyncio.timeout(SECONDS):
        while not condition():
            await asyncio.sleep(0)
