"""A server on a real socket that answers exactly the bytes a test says."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from link_server import LinkServer, on_loopback

from wa_composer.insider.client import InsiderClient, make_http
from wa_composer.insider.media import Looker

KEY = "INS-marked-key-0123456789"
SILENT = b"silent"
RESET = b"reset"


class Scripted:
    """Answers each request with the next of `answers`, the last one again and again."""

    def __init__(self) -> None:
        self.answers: list[bytes] = []
        self.requests: list[bytes] = []
        self.port = 0
        self.heard = asyncio.Event()
        self._open: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1/conversational/send?tenant=1"

    def says(self, status: int, body: bytes | str = b"", *headers: str) -> Scripted:
        data = body.encode() if isinstance(body, str) else body
        head = [f"HTTP/1.1 {status} Said", f"Content-Length: {len(data)}", *headers]
        self.answers.append("\r\n".join([*head, "", ""]).encode() + data)
        return self

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open[task] = writer
        try:
            while await self._one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def hang_up(self) -> None:
        for writer in self._open.values():
            writer.transport.abort()
        await asyncio.gather(*self._open)

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            (
                int(x.split(b":")[1])
                for x in head.lower().split(b"\r\n")
                if x[:15] == b"content-length:"
            ),
            0,
        )
        self.requests.append(head + await reader.readexactly(length))
        self.heard.set()
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer == SILENT:
            await reader.read()
            return False
        if answer == RESET:
            plug = writer.get_extra_info("socket")
            plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
            return False
        writer.write(answer)
        await writer.drain()
        return b"Content-Length" in answer


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
async def scripted() -> AsyncIterator[Scripted]:
    script = Scripted()
    server = await asyncio.start_server(script.serve, "127.0.0.1", 0)
    script.port = server.sockets[0].getsockname()[1]
    yield script
    server.close()
    await script.hang_up()


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with make_http() as client:
        yield client


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def client(http: httpx.AsyncClient, time: Time) -> InsiderClient:
    return InsiderClient(http, sleep=time.sleep, clock=time.clock, seconds=5)


@pytest.fixture
def payload() -> Callable[[int], dict[str, object]]:
    """Makes a request with that many messages."""

    def make(count: int = 1) -> dict[str, object]:
        image = {"type": "image", "image": {"link": "https://example.com/a.png"}}
        return {"messages": [{"phoneNumber": "+12025550123", "message": image}] * count}

    return make


@pytest.fixture
def key() -> str:
    return KEY


@pytest.fixture
def silent() -> bytes:
    return SILENT


@pytest.fixture
def reset() -> bytes:
    return RESET


@pytest.fixture
async def server() -> AsyncIterator[LinkServer]:
    """Serves links' files on loopback, well or badly."""
    server = LinkServer()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def looker() -> AsyncIterator[Looker]:
    """Looks at links on loopback, which the program's own never does."""
    looker = Looker(allowed=on_loopback, proxies={}, seconds=10)
    yield looker
    await looker.aclose()
