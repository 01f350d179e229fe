"""The listening socket of the practice endpoint, on this computer's loopback address only."""

from __future__ import annotations

import os
import socket
from typing import Any

HOST = "127.0.0.1"


class Listener(socket.socket):
    """A port that can be told to take nobody any more before it is closed.

    asyncio makes a connection one turn of the loop after it took it, and forgets one that was
    taken in the very turn in which its server is closed: that socket would stay open.
    """

    def __init__(self, port: int) -> None:
        """Have `port` (0: any free one); raises OSError when it cannot be had."""
        super().__init__(socket.AF_INET, socket.SOCK_STREAM)
        self._taking = True
        try:
            if os.name == "posix":  # Windows would let two programs have the port
                self.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self.bind((HOST, port))
        except BaseException:
            self.close()
            raise

    def take_no_more(self) -> None:
        """Leave those who come from now on to the system, which refuses them at the end."""
        self._taking = False

    def accept(self) -> tuple[socket.socket, Any]:
        if not self._taking:
            raise BlockingIOError
        return super().accept()
