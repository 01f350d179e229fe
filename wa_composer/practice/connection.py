"""One connection of the practice endpoint: its socket, its pace and its end."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import struct
from typing import cast

from wa_composer.practice.answers import Manner
from wa_composer.practice.exchange import Exchange, Turn

READ_BYTES = 16 * 1024
"""At once, so that a client with much to say leaves the loop to others in between."""
LINGER_SECONDS = 5.0
# struct linger: on, 0 seconds; Windows has it in shorts.
_LINGER_NONE = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)


class Connection(asyncio.BufferedProtocol):
    """Writes what its exchange answers, at the pace the client reads.

    No task belongs to it, so that a client may be as slow or as silent as it likes: it holds up
    nobody and leaves nothing behind when it goes.
    """

    def __init__(self, exchange: Exchange, open_ones: set[Connection]) -> None:
        self._exchange = exchange
        self._open_ones = open_ones
        self._buffer = bytearray(READ_BYTES)
        self._full = False
        self._deaf = False
        self._silent = False
        self._patience: asyncio.TimerHandle | None = None
        self._transport: asyncio.Transport
        self._loop: asyncio.AbstractEventLoop
        self.lost: asyncio.Future[None]
        """Done when nothing of this connection is left."""

    # Called by the loop

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._loop = asyncio.get_running_loop()
        self.lost = self._loop.create_future()
        self._open_ones.add(self)

    def get_buffer(self, sizehint: int) -> bytearray:
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        if not self._deaf:
            self._exchange.receive(self._buffer[:nbytes])
            self._work()

    def eof_received(self) -> None:
        """The loop closes the transport then, once what was answered is written."""

    def pause_writing(self) -> None:
        self._full = True
        self._transport.pause_reading()

    def resume_writing(self) -> None:
        self._full = False
        self._work()
        if not self._full:
            self._transport.resume_reading()

    def connection_lost(self, error: Exception | None) -> None:
        self._deaf = True
        if self._patience is not None:
            self._patience.cancel()
        self._open_ones.discard(self)
        self.lost.set_result(None)

    # Called by the server

    def close(self) -> None:
        """End it once what was answered is written; at once where no answer will ever come."""
        self._deaf = True
        if self._silent:
            self._reset()
        else:
            self._transport.close()

    def abort(self) -> None:
        """End it now, whatever is still to be written."""
        self._deaf = True
        self._transport.abort()

    def _work(self) -> None:
        while not (self._full or self._deaf or self._transport.is_closing()):
            turn = self._exchange.next_turn()
            if turn is None:
                return
            self._do(turn)

    def _do(self, turn: Turn) -> None:
        self._deaf = turn.last
        self._transport.write(turn.data)
        if turn.manner is Manner.SILENCE:
            self._silent = True
        elif turn.manner is Manner.RESET:
            self._reset()
        elif turn.last:
            self._linger()

    def _linger(self) -> None:
        """Say that nothing more comes, and wait for the client to go.

        Closing at once, with bytes of the client unread, would reset the connection, and with it
        the answer that the client has not read yet.
        """
        with contextlib.suppress(OSError):  # it may have gone already
            self._transport.write_eof()
        self._wait_for_client()

    def _wait_for_client(self) -> None:
        self._patience = self._loop.call_later(LINGER_SECONDS, self._lose_patience)

    def _lose_patience(self) -> None:
        if self._transport.get_write_buffer_size():
            self._wait_for_client()  # it still reads
        else:
            self._transport.abort()

    def _reset(self) -> None:
        """Drop the connection at once: with a linger time of 0, closing sends a reset."""
        plug = self._transport.get_extra_info("socket")
        if plug is not None:
            plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NONE)
        self._transport.abort()
