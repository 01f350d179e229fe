"""A server on a real loopback socket that misbehaves by the path it is asked for."""

from __future__ import annotations

import asyncio
import gzip
import struct
import zlib
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address

Serve = Callable[[asyncio.StreamWriter], Awaitable[None]]
MANY = 30_000


def on_loopback(address: IPv4Address | IPv6Address) -> bool:
    """What tests let a `Looker` connect to instead of the open internet."""
    return address.is_loopback


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


def png(width: int = 8, height: int = 4, colour: tuple[int, int, int] = (11, 110, 95)) -> bytes:
    """A whole PNG of one colour."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\x00" + bytes(colour) * width) * height
    return b"".join(
        (b"\x89PNG\r\n\x1a\n", _chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(rows)),
         _chunk(b"IEND", b""))
    )  # fmt: skip


def png_head(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    idat = _chunk(b"IDAT", zlib.compress(b"\x00" * 1000))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + idat + _chunk(b"IEND", b"")


def jpeg_head(width: int = 64, height: int = 48, *, ends: bool = True) -> bytes:
    """The segments of a JPEG around a scan of nothing."""
    frame = struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    scan = struct.pack(">HB", 8, 1) + b"\x01\x00\x00\x3f\x00"
    tail = b"\xff\xd9" if ends else b""
    jfif = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    return b"\xff\xd8" + jfif + b"\xff\xc0" + frame + b"\xff\xda" + scan + b"\x12\x34" * 400 + tail


SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'
PAGE = b"<!doctype html><html><head><title>Hello</title></head><body>Hello</body></html>"


class LinkServer:
    """Serves `pages` (path to head and body) and a few lifelong misdeeds; keeps every request."""

    def __init__(self) -> None:
        self.port = 0
        self.requests: list[bytes] = []
        self.heard = asyncio.Event()
        self.gone = asyncio.Event()
        self.sent = 0
        self.pages: dict[str, tuple[str, bytes]] = {}
        self._open: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._server: asyncio.Server | None = None
        self.page("/a.png", png(), "image/png")

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(
        self, path: str, body: bytes = b"", kind: str = "", *, status: int = 200, **more: str
    ) -> str:
        """Answer `path` with a body, X_Y in `more` as the header X-Y; gives the address."""
        head = [f"HTTP/1.1 {status} Said"]
        if kind:
            head.append(f"Content-Type: {kind}")
        if "Content_Length" not in more:
            head.append(f"Content-Length: {len(body)}")
        head += [f"{name.replace('_', '-')}: {value}" for name, value in more.items() if value]
        self.pages[path] = ("\r\n".join([*head, "", ""]), body)
        return self.url(path)

    def leads(self, path: str, to: str, status: int = 302) -> str:
        """Answer `path` with a redirect."""
        return self.page(path, status=status, Location=to)

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
        for writer in self._open.values():
            writer.transport.abort()
        await asyncio.gather(*self._open, return_exceptions=True)

    def asked(self) -> list[str]:
        """First lines of all requests, without the protocol."""
        return [r.split(b"\r\n")[0].decode().rpartition(" ")[0] for r in self.requests]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open[task] = writer
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            self.requests.append(head)
            self.heard.set()
            method, path, _ = head.split(b"\r\n")[0].decode().split(" ")
            await self._answer(method, path, reader, writer)
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()
            self.gone.set()
            del self._open[task]

    async def _answer(
        self, method: str, path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        if path == "/silent":
            await reader.read()
            return
        if path == "/endless":
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + png())
            while True:  # ends when the other side has gone
                writer.write(b"x" * 65536)
                await writer.drain()
                self.sent += 65536
        head, body = self.pages.get(path, ("HTTP/1.1 404 Gone\r\nContent-Length: 0\r\n\r\n", b""))
        writer.write(head.encode() + (b"" if method == "HEAD" else body))


def bomb(size: int = 50 * 1024 * 1024) -> bytes:
    """A PNG's head and `size` zeros, packed to a thousandth."""
    return gzip.compress(png()[:33] + bytes(size), 9)
