"""One running program for each folder of data; a second start asks the first to show itself.

Whoever holds the lock is the first. The system frees the lock when its process ends, however
that was, and a socket left behind by one that was killed is taken over.
"""

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from selfcare_app.desktop.instance_address import address_of, tell

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 2.0
"""Seconds that the first may take to answer; it does so at once, unless it hangs."""
_STARTING = 2.0
"""Seconds within which one that starts at the same moment has begun to listen."""
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
        self._folder = folder
        self.address = address_of(folder)
        """Where the first listens."""
        self._lock = QLockFile(f"{self.address}.lock")
        # Never by its age: the program may run for weeks.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._talking: dict[QLocalSocket, bytes] = {}

    def claim(self, message: str) -> Claim:
        """Be the first on the folder, or tell `message`, one line, to the one that is.

        Holds the caller up for the time that a hanging program has to answer. The first is to
        `listen` as soon as it can.
        """
        if tell(self._folder, message, PATIENCE):
            return Claim.HANDED_OVER
        if self._lock.tryLock(0):
            return Claim.FIRST
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            # Where no lock can be kept, the program is worth more than its being the only one.
            return Claim.FIRST
        if self._told_while_it_starts(message):
            return Claim.HANDED_OVER
        return Claim.NO_ANSWER

    def listen(self) -> None:
        """Hear those that are started later; for the first alone. Twice does no harm."""
        if self._server is not None:
            return
        # Imported here: the first picture is there sooner without it.
        from PySide6.QtNetwork import QLocalServer

        # Only the holder of the lock may do so: it would take the name from a living one.
        QLocalServer.removeServer(self.address)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self.address)

    def release(self) -> None:
        """Let another start be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _told_while_it_starts(self, message: str) -> bool:
        """Try again for a while: it may hold the lock, and not listen yet."""
        from time import monotonic, sleep

        end = monotonic() + _STARTING
        while monotonic() < end:
            sleep(0.05)
            if tell(self._folder, message, PATIENCE):
                return True
        return False

    def _on_connection(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            self._talking[socket] = b""
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(lambda socket=socket: self._forget(socket))
            # It may have written before anybody listened.
            self._read(socket)

    def _read(self, socket: "QLocalSocket") -> None:
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

    def _forget(self, socket: "QLocalSocket") -> None:
        self._talking.pop(socket, None)
        socket.deleteLater()
