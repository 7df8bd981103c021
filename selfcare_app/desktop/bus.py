"""A connection to D-Bus that never holds up the window.

Qt's own D-Bus classes cannot send a notification: it needs an unsigned number, which they do
not make of Python's. jeepney builds the messages; the socket is read when Qt says so.
"""

import os
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.auth import Authenticator
    from jeepney.low_level import Parser

REPLY_MILLISECONDS = 5_000
"""After so long without an answer none is expected any more."""
_SYSTEM_BUS = "unix:path=/var/run/dbus/system_bus_socket"

OnReply = Callable[[tuple[Any, ...] | None], None]
"""Gets the body of an answer; None for an error, or where none came."""
OnSignal = Callable[[tuple[Any, ...]], None]
"""Gets the body of a signal."""


def session_bus() -> str:
    """The address of the bus of the person's session; empty where there is none."""
    return os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")


def system_bus() -> str:
    """The address of the bus of the whole computer."""
    return os.environ.get("DBUS_SYSTEM_BUS_ADDRESS", _SYSTEM_BUS)


class Bus(QObject):
    """Calls methods and hears signals. Without a bus, or once it is lost, every call gets None."""

    lost = Signal()
    """The bus went away, or was never there."""

    def __init__(self, address: str, parent: QObject) -> None:
        """`address` as D-Bus writes it, such as `unix:path=/run/user/1000/bus`."""
        super().__init__(parent)
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._login: Authenticator | None = None
        self._parser: Parser | None = None
        self._serial = 0
        self._unsent: list[bytes] = []
        """Messages until the bus has let us in."""
        self._waiting: dict[int, OnReply] = {}
        self._watched: list[tuple[Any, OnSignal]] = []
        self._open(address)

    @property
    def is_open(self) -> bool:
        """Whether there is a bus."""
        return self._socket is not None

    @property
    def let_in(self) -> bool:
        """Whether the bus has answered at all."""
        return self.is_open and self._login is None

    def call(
        self,
        destination: str,
        path: str,
        interface: str,
        method: str,
        signature: str = "",
        body: tuple[Any, ...] = (),
        on_reply: OnReply | None = None,
    ) -> None:
        """Call a method with a `body` of the D-Bus types of `signature`."""
        if self._socket is None:
            if on_reply is not None:
                on_reply(None)
            return
        from jeepney import DBusAddress, MessageFlag, new_method_call

        address = DBusAddress(path, bus_name=destination, interface=interface)
        message = new_method_call(address, method, signature or None, body)
        if on_reply is None:
            message.header.flags |= MessageFlag.no_reply_expected
        self._serial += 1
        serial = self._serial
        if on_reply is not None:
            self._waiting[serial] = on_reply
            QTimer.singleShot(REPLY_MILLISECONDS, self, lambda: self._answer(serial, None))
        self._send(message.serialise(serial))

    def watch(
        self, interface: str, member: str, on_signal: OnSignal, sender: str | None = None
    ) -> None:
        """Hear the signals `member` of `interface`, from `sender` alone where it is given."""
        if self._socket is None:
            return
        from jeepney import MatchRule

        rule = MatchRule(type="signal", interface=interface, member=member, sender=sender)
        # What comes carries the sender's number, not its name; the bus picks by the name.
        self._watched.append((MatchRule(interface=interface, member=member), on_signal))
        self.call(*_BUS, "AddMatch", "s", (rule.serialise(),))

    def close(self) -> None:
        """Leave the bus; calls that wait get None."""
        if self._socket is None:
            return
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        self._socket.close()
        self._socket = None
        self._watched.clear()
        for serial in list(self._waiting):
            self._answer(serial, None)

    def _open(self, address: str) -> None:
        try:
            # Imported here: where there is no bus, nothing of it is needed.
            from jeepney.auth import Authenticator
            from jeepney.bus import get_connectable_addresses
            from jeepney.low_level import Parser

            place = next(get_connectable_addresses(address))
            self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            self._socket.setblocking(False)
            self._socket.connect(place)
        except (ImportError, OSError, RuntimeError, ValueError, KeyError, StopIteration):
            if self._socket is not None:
                self._socket.close()
                self._socket = None
            return
        # With whatever this belongs to, however that ends.
        self.destroyed.connect(self._socket.close)
        self._login, self._parser = Authenticator(), Parser()
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._write(self._login.data_to_send() or b"")
        self.call(*_BUS, "Hello", on_reply=lambda _: None)

    def _read(self) -> None:
        if self._socket is None or self._parser is None:
            return
        try:
            data = self._socket.recv(65_536)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._lose()
            return
        try:
            if self._login is not None:
                self._go_on_with_login(data)
                return
            messages = self._parser.feed(data)
        except Exception:
            # Whatever cannot be understood is no bus to rely on.
            self._lose()
            return
        for message in messages:
            self._take(message)

    def _go_on_with_login(self, data: bytes) -> None:
        assert self._login is not None
        self._login.feed(data)
        self._write(self._login.data_to_send() or b"")
        if self._login.authenticated:
            from jeepney.auth import BEGIN

            self._write(BEGIN)
            self._login = None
            for message in self._unsent:
                self._write(message)
            self._unsent.clear()

    def _send(self, message: bytes) -> None:
        if self._login is not None:
            self._unsent.append(message)
        else:
            self._write(message)

    def _write(self, data: bytes) -> None:
        if self._socket is None or not data:
            return
        try:
            # Messages are short: a socket that does not take one whole has long been stuck.
            if self._socket.send(data) < len(data):
                self._lose()
        except OSError:
            self._lose()

    def _take(self, message: "Message") -> None:
        from jeepney import HeaderFields, MessageType

        kind, fields = message.header.message_type, message.header.fields
        if kind in (MessageType.method_return, MessageType.error):
            body = message.body if kind is MessageType.method_return else None
            self._answer(fields.get(HeaderFields.reply_serial, 0), body)
        elif kind is MessageType.signal:
            for rule, on_signal in list(self._watched):
                if rule.matches(message):
                    on_signal(message.body)

    def _answer(self, serial: int, body: tuple[Any, ...] | None) -> None:
        on_reply = self._waiting.pop(serial, None)
        if on_reply is not None:
            on_reply(body)

    def _lose(self) -> None:
        self.close()
        self.lost.emit()


_BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
