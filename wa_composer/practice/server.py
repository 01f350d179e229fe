"""The practice endpoint: a real HTTP server on this computer's loopback address only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from wa_composer.practice.answers import Answers
from wa_composer.practice.connection import Connection
from wa_composer.practice.exchange import SEND_PATH, Exchange
from wa_composer.practice.listener import Listener

STOP_SECONDS = 1.0


class PracticeServer:
    """Serves the send call under any asyncio loop, from `start` to `stop`.

    Nothing it is sent leaves this computer, is kept or is logged.
    """

    def __init__(self) -> None:
        self._answers = Answers()
        self._listening: tuple[Listener, asyncio.Server] | None = None
        self._connections: set[Connection] = set()

    async def start(self, port: int = 0) -> str:
        """Listen on `port` (0: any free one) and return the whole send address.

        Raises OSError when the port cannot be had.
        """
        listener = Listener(port)
        loop = asyncio.get_running_loop()
        server = await loop.create_server(self._connection, sock=listener, start_serving=False)
        try:
            await server.start_serving()
        except BaseException:
            server.close()
            raise
        self._listening = listener, server
        host, chosen = listener.getsockname()
        return f"http://{host}:{chosen}{SEND_PATH}"

    async def stop(self) -> None:
        """Close the port and all connections; safe to call twice."""
        if self._listening is None:
            return
        (listener, server), self._listening = self._listening, None
        listener.take_no_more()
        try:
            # Those who were taken last are connections in the second turn of the loop from here.
            for _ in range(2):
                await asyncio.sleep(0)
            server.close()
            await self._end_all(Connection.close)
        finally:
            server.close()
            await self._end_all(Connection.abort)

    async def _end_all(self, how: Callable[[Connection], None]) -> None:
        ending = tuple(self._connections)
        for connection in ending:
            how(connection)
        if ending:
            await asyncio.wait({one.lost for one in ending}, timeout=STOP_SECONDS)

    def _connection(self) -> Connection:
        return Connection(Exchange(self._answers), self._connections)
