"""One running program for each folder of data; a second start asks the first to show itself.

Whoever holds the lock is the first. The system frees the lock when its process ends, however
that was, and a socket left behind by one that was killed is taken over.
"""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from selfcare_app.desktop.instance_address import address_of

ANSWER_MILLISECONDS = 2_000
"""So long the first may take to answer; it does so at once, unless it hangs."""
LONGEST_MESSAGE = 1_024
"""Bytes; whatever sends more is none of ours."""
_HEARD = b"heard\n"


class Claim(Enum):
    """What became of a start."""

    FIRST = auto()
    """No other program runs on this folder."""
    HANDED_OVER = auto()
    """Another one runs, and was told."""
    NO_ANSWER = auto()
    """Another one runs, and does not answer."""


class SingleInstance(QObject):
    """Claims a folder for this process, and hears from those that are started later."""

    asked = Signal(str)
    """What another start says, such as `show`."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder` holds the person's data, and is there already."""
        super().__init__(parent)
        self.address = address_of(folder)
        """Where the first listens."""
        self._lock = QLockFile(f"{self.address}.lock")
        # Never by its age: the program may run for weeks.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._talking: dict[QLocalSocket, bytes] = {}

    def claim(self, message: str) -> Claim:
        """Be the first on the folder, or tell `message`, one line, to the one that is.

        Holds the caller up for the time that a hanging program has to answer.
        """
        if self._tell(message):
            return Claim.HANDED_OVER
        if not self._lock.tryLock(0) and self._lock.error() is QLockFile.LockError.LockFailedError:
            # It may have started at the same moment, and not have listened yet.
            return Claim.HANDED_OVER if self._tell(message) else Claim.NO_ANSWER
        self._listen()
        return Claim.FIRST

    def release(self) -> None:
        """Let another start be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _tell(self, message: str) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self.address)
        if not socket.waitForConnected(ANSWER_MILLISECONDS):
            return False
        socket.write(message.encode() + b"\n")
        heard = socket.waitForReadyRead(ANSWER_MILLISECONDS)
        socket.abort()
        return heard

    def _listen(self) -> None:
        # Only the holder of the lock may do so: it would take the name from a living one.
        QLocalServer.removeServer(self.address)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self.address)

    def _on_connection(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            self._talking[socket] = b""
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(lambda socket=socket: self._forget(socket))
            # It may have written before anybody listened.
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket not in self._talking:
            return
        text = self._talking[socket] + bytes(socket.read(LONGEST_MESSAGE + 1).data())
        self._talking[socket] = text
        if len(text) > LONGEST_MESSAGE:
            socket.abort()
        elif b"\n" in text:
            self._talking[socket] = b""
            socket.write(_HEARD)
            socket.flush()
            self.asked.emit(text.partition(b"\n")[0].decode(errors="replace"))

    def _forget(self, socket: QLocalSocket) -> None:
        self._talking.pop(socket, None)
        socket.deleteLater()
