"""One window per user's folder: a second start hands its files to the running one.

Two windows over one draft would each overwrite what was typed in the other.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    # The network part is loaded when it is needed: after the first paint, or to hand over.
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK_FILE = "window.lock"
ANSWER_MS = 3000
START_MS = 6000  # on a slow machine a window that is just starting takes that long to listen
MESSAGE_MOST = 1_000_000
HEARD = b"heard\n"
AGAIN_MS = 50

_log = logging.getLogger(__name__)


class Claim(Enum):
    """How the question whose the folder is was answered."""

    MINE = "mine"
    HEARD = "a window has it and took the files"
    SILENT = "a window has it and does not answer"
    UNUSABLE = "nothing can be written there"


class Instance(QObject):
    """Holds the folder for this process, and listens for later starts once it has it.

    `called` carries the files (possibly none) that a later start was given, or that the system
    asks to open.
    """

    called = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The socket's name must be short on all systems, a folder's path may be long.
        self._name = f"wa-composer-{crc32(str(folder.resolve()).encode()):08x}"
        self._lock = QLockFile(str(folder / LOCK_FILE))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._attended = False
        self._waiting: list[list[str]] = []

    def first(self) -> bool:
        """Whether no other window has this folder; from then on it is this process's."""
        return self._lock.tryLock(0)

    def claim(self, files: Sequence[str]) -> Claim:
        """Take the folder for this process, or give the files to the window that has it.

        A window that is just starting or ending is waited for, up to 6 s.
        """
        deadline = QDeadlineTimer(START_MS)
        while not self.first():
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                return Claim.UNUSABLE
            if self._hand_over(files):
                return Claim.HEARD
            if deadline.hasExpired():
                return Claim.SILENT
            QThread.msleep(AGAIN_MS)
        return Claim.MINE

    def _hand_over(self, files: Sequence[str]) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.write(json.dumps(list(files)).encode() + b"\n")
        heard = socket.waitForReadyRead(ANSWER_MS) and bytes(socket.readAll().data()) == HEARD
        socket.disconnectFromServer()
        return heard

    def listen(self) -> None:
        """Answer later starts; a socket that a killed program left behind is replaced.

        What they bring is kept until `attend`.
        """
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        if not self._server.listen(self._name):
            _log.info("later starts are not heard: %s", self._server.errorString())

    def attend(self) -> None:
        """Emit `called` for what has come meanwhile, and from now on at once."""
        self._attended = True
        waiting, self._waiting = self._waiting, []
        for files in waiting:
            self.called.emit(files)

    def ask(self, file: str) -> None:
        """A file that the system wants opened: as if a later start had brought it."""
        self._pass_on([file])

    @property
    def attended(self) -> bool:
        """Whether what later starts bring is passed on at once."""
        return self._attended

    @property
    def listening(self) -> bool:
        """Whether later starts are answered."""
        return self._server is not None and self._server.isListening()

    def stop_listening(self) -> None:
        """Answer no later start any more: what it brings could not be kept."""
        if self._server is not None:
            self._server.close()

    def close(self) -> None:
        """Let another window have the folder."""
        self.stop_listening()
        self._lock.unlock()

    def _greet(self) -> None:
        server = self._server
        while server is not None and (socket := server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > MESSAGE_MOST:
            socket.abort()
        elif socket.canReadLine():
            try:
                files = json.loads(bytes(socket.readLine().data()))
            except ValueError:
                socket.abort()
                return
            socket.write(HEARD)
            socket.flush()
            self._pass_on([str(name) for name in files] if isinstance(files, list) else [])

    def _pass_on(self, files: list[str]) -> None:
        if self._attended:
            self.called.emit(files)
        else:
            self._waiting.append(files)
