"""A running practice endpoint, and clients that speak to it byte by byte."""

from __future__ import annotations

import socket

import pytest
from raw_client import RawClient

from wa_composer.practice.connection import Connection
from wa_composer.practice.server import PracticeServer


class Narrow(Connection):
    """The system keeps next to nothing of what is written, and so the server has to wait."""

    def connection_made(self, transport):
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        transport.set_write_buffer_limits(high=20_000)
        super().connection_made(transport)


@pytest.fixture
def narrow(monkeypatch):
    monkeypatch.setattr("wa_composer.practice.server.Connection", Narrow)


@pytest.fixture
async def server():
    server = PracticeServer()
    yield server
    await server.stop()


@pytest.fixture
async def url(server):
    return await server.start()


@pytest.fixture
async def connect(url):
    clients = []

    async def connect(**options):
        clients.append(await RawClient.to(url, **options))
        return clients[-1]

    yield connect
    for client in clients:
        await client.close()
