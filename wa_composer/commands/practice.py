"""`practice [--port N]`: the practice endpoint alone, in the foreground."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal

from wa_composer.commands.console import Console, Stop, reason
from wa_composer.message.words import words

HELP = "serve the practice endpoint until it is stopped"
PORT_MAX = 65535


def arguments(parser: argparse.ArgumentParser) -> None:
    """--port."""
    parser.add_argument(
        "--port", metavar="N", type=_port, default=0, help="the port; left out: a free one"
    )


def run(args: argparse.Namespace, console: Console) -> int:
    """0 when stopped by Ctrl-C or a request to end; Stop when the port cannot be had."""
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(args.port, console))
    return 0


async def _serve(port: int, console: Console) -> None:
    from wa_composer.practice.server import PracticeServer

    server = PracticeServer()
    try:
        address = await server.start(port)
    except OSError as error:
        raise Stop(
            words("Port {port} cannot be used: {reason}.", port=port, reason=reason(error))
        ) from error
    try:
        ended = asyncio.Event()
        # Windows has no signal handlers in a loop; there Ctrl-C ends asyncio.run itself.
        with contextlib.suppress(NotImplementedError):
            loop = asyncio.get_running_loop()
            for name in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(name, ended.set)
        console.result(address)
        console.flush()
        console.say(words("The practice endpoint is running. Ctrl+C ends it."))
        await ended.wait()
    finally:
        await server.stop()


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= PORT_MAX:
        raise argparse.ArgumentTypeError(f"must be 0 to {PORT_MAX}")
    return number
