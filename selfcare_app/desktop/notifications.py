"""Notifications of the desktop, with buttons where it shows them (freedesktop.org's)."""

from collections.abc import Mapping
from html import escape
from typing import Any

from PySide6.QtCore import QObject, Signal

from selfcare_app.desktop.bus import Bus, session_bus
from selfcare_app.domain.words import tr

_DAEMON = (
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
)
_BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
CLICKED = "default"
"""The key of a click on the notification itself."""
_NEVER = 0
"""It stays until it is answered or withdrawn."""


class _Shown:
    """What became of the notification of one name."""

    def __init__(self) -> None:
        self.number: int | None = None
        """By which the daemon knows it; None until it has said so."""
        self.asking = False
        self.wanted: tuple[str, str, Mapping[str, str]] | None = None
        """Title, text and buttons; None where it is to go."""


class Notifications(QObject):
    """Shows one notification for each name, and hears what is chosen.

    A daemon that is not there, dies, hangs or refuses is no fault: the notification is
    missing, and the next one is tried anew.
    """

    chosen = Signal(str, str)
    """The name of a notification and the key of the button; CLICKED for the whole of it."""
    closed = Signal(str)
    """The notification of that name is gone, whoever closed it."""

    def __init__(self, parent: QObject, icon: str, address: str | None = None) -> None:
        """`icon` is a name or the address of a file; `address` that of the bus, by default the
        one of the person's session."""
        super().__init__(parent)
        self._icon, self._address = icon, address
        self._bus: Bus | None = None
        self._shown: dict[str, _Shown] = {}
        self._capabilities: frozenset[str] | None = None

    @property
    def shown(self) -> set[str]:
        """The names of those that stand on the screen, or are about to."""
        return set(self._shown)

    def show(self, name: str, title: str, body: str, buttons: Mapping[str, str]) -> None:
        """Show a notification, in place of the one of that name; `buttons` are words by key."""
        shown = self._shown.setdefault(name, _Shown())
        shown.wanted = (title, body, buttons)
        self._bring_about(name)

    def withdraw(self, name: str) -> None:
        """Take the notification of that name away."""
        if name in self._shown:
            self._shown[name].wanted = None
            self._bring_about(name)

    def _connection(self) -> Bus:
        if self._bus is None or not self._bus.is_open:
            address = session_bus() if self._address is None else self._address
            self._bus = Bus(address, self)
            interface = _DAEMON[2]
            self._bus.watch(interface, "ActionInvoked", self._on_action)
            self._bus.watch(interface, "NotificationClosed", self._on_closed)
            self._bus.watch(_BUS[2], "NameOwnerChanged", self._on_owner, sender=_BUS[0])
            self._forget_daemon()
        return self._bus

    def _bring_about(self, name: str) -> None:
        """Do what is wanted of the notification, once the daemon has answered before."""
        shown = self._shown[name]
        if shown.asking:
            return
        if shown.wanted is None:
            del self._shown[name]
            if shown.number is not None:
                self._connection().call(*_DAEMON, "CloseNotification", "u", (shown.number,))
            return
        shown.asking = True
        if self._capabilities is None:
            self._connection().call(
                *_DAEMON,
                "GetCapabilities",
                on_reply=lambda body: self._on_capabilities(name, shown, body),
            )
        else:
            self._notify(name, shown)

    def _on_capabilities(self, name: str, shown: _Shown, body: tuple[Any, ...] | None) -> None:
        if body is None:
            self._give_up(name, shown)
            return
        self._capabilities = frozenset(body[0])
        shown.asking = False
        if self._shown.get(name) is shown:
            self._bring_about(name)

    def _notify(self, name: str, shown: _Shown) -> None:
        assert shown.wanted is not None and self._capabilities is not None
        title, text, buttons = shown.wanted
        actions: list[str] = []
        if "actions" in self._capabilities:
            # Some daemons show a button for it as well.
            actions = [CLICKED, tr("Show")]
            for key, words in buttons.items():
                actions += [key, words]
        if "body-markup" in self._capabilities:
            text = escape(text, quote=False)
        hints = {
            "urgency": ("y", 1),
            # A reminder that was answered belongs into no history.
            "transient": ("b", True),
            "desktop-entry": ("s", "selfcare"),
        }
        sent = shown.wanted
        self._connection().call(
            *_DAEMON,
            "Notify",
            "susssasa{sv}i",
            ("Selfcare", shown.number or 0, self._icon, title, text, actions, hints, _NEVER),
            on_reply=lambda body: self._on_notified(name, shown, sent, body),
        )

    def _on_notified(
        self, name: str, shown: _Shown, sent: object, body: tuple[Any, ...] | None
    ) -> None:
        if body is None:
            self._give_up(name, shown)
            return
        shown.number, shown.asking = int(body[0]), False
        if self._shown.get(name) is not shown:
            self._connection().call(*_DAEMON, "CloseNotification", "u", (shown.number,))
        elif shown.wanted is not sent:
            self._bring_about(name)

    def _give_up(self, name: str, shown: _Shown) -> None:
        if self._shown.get(name) is shown:
            del self._shown[name]
        self._capabilities = None

    def _on_action(self, body: tuple[Any, ...]) -> None:
        number, key = body
        for name, shown in list(self._shown.items()):
            if shown.number == number and shown.wanted is not None:
                self.chosen.emit(name, key)

    def _on_closed(self, body: tuple[Any, ...]) -> None:
        for name, shown in list(self._shown.items()):
            if shown.number == body[0] and not shown.asking:
                del self._shown[name]
                self.closed.emit(name)

    def _on_owner(self, body: tuple[Any, ...]) -> None:
        if body[0] == _DAEMON[0]:
            self._forget_daemon()

    def _forget_daemon(self) -> None:
        """Another daemon knows nothing of what this one showed."""
        self._capabilities = None
        self._shown = {name: each for name, each in self._shown.items() if each.asking}
        for shown in self._shown.values():
            shown.number = None
