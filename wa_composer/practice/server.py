"""The practice endpoint: a real HTTP server on this computer's loopback address only."""

from __future__ import annotations

import asyncio
import os
import socket
import struct

from aiohttp import web

from wa_composer.message.limits import FILE_BYTES_MAX
from wa_composer.practice.answers import NOT_FOUND, TOO_LARGE, Answers, Manner, Reply
from wa_composer.practice.checks import body_fault, header_fault

HOST = "127.0.0.1"
SEND_PATH = "/v1/conversational/send"
STOP_SECONDS = 1.0
# struct linger: on, 0 seconds; Windows has it in shorts.
_LINGER_NONE = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)


class PracticeServer:
    """Serves the send call under any asyncio loop, from `start` to `stop`.

    Nothing it is sent leaves this computer, is kept or is logged.
    """

    def __init__(self) -> None:
        self._answers = Answers()
        self._runner: web.AppRunner | None = None
        self._stopping = asyncio.Event()

    async def start(self, port: int = 0) -> str:
        """Listen on `port` (0: any free one) and return the whole send address.

        Raises OSError when the port cannot be had.
        """
        app = web.Application(client_max_size=FILE_BYTES_MAX)
        app.router.add_route("*", "/{path:.*}", self._serve)
        # A handler ends when its client goes away: the silent recipient would keep it for ever.
        runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=STOP_SECONDS
        )
        await runner.setup()
        site = web.TCPSite(runner, HOST, port)
        try:
            await site.start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        host, chosen = runner.addresses[0][:2]
        return f"http://{host}:{chosen}{SEND_PATH}"

    async def stop(self) -> None:
        """Close the port and all connections; safe to call twice."""
        self._stopping.set()
        if self._runner is not None:
            runner, self._runner = self._runner, None
            await runner.cleanup()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        reply = await self._reply(request)
        if reply.manner is Manner.SILENCE:
            await self._stopping.wait()
        if reply.manner is not Manner.ANSWER:
            _reset(request)
        return web.Response(
            status=reply.status,
            text=reply.body,
            content_type=reply.content_type,
            headers=reply.headers,
        )

    async def _reply(self, request: web.Request) -> Reply:
        if request.path != SEND_PATH or request.method != "POST":
            return NOT_FOUND
        if fault := header_fault(request.headers):
            return fault
        try:
            body = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return TOO_LARGE
        checked = body_fault(body)
        return checked if isinstance(checked, Reply) else self._answers.to(checked)


def _reset(request: web.Request) -> None:
    """Drop the connection at once: with a linger time of 0, closing sends a reset."""
    transport = request.transport
    if transport is None:
        return
    plug = transport.get_extra_info("socket")
    if plug is not None:
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NONE)
    transport.abort()
