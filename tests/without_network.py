"""The program in a process that cannot reach a network: whoever tries ends it.

    python -m tests.without_network WORDS …            a command
    python -m tests.without_network --every-page WORDS …    the window, page after page, to its end

Python's own ways to a network raise. On Linux the system's door is shut as well: it ends the
process at the first socket of the internet that anything opens, Qt's C++ and libraries included.
Sockets on this computer alone, such as D-Bus speaks through, stay open.
"""

import ctypes
import platform
import socket
import struct
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from selfcare_app.ui.main_window import MainWindow

_OF_THE_INTERNET = (socket.AF_INET, socket.AF_INET6)
_SOCKET_CALL = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""By processor: how Linux calls it, and the number of its call for a new socket."""


class ReachedOut(BaseException):
    """Something tried to reach a network; no `except Exception` hides it."""


class LocalSocket(socket.socket):
    """A socket that leads no farther than this computer."""

    def __init__(self, family: int = -1, *rest: int, **named: int) -> None:
        if named.get("fileno") is None and family in (-1, *_OF_THE_INTERNET):
            raise ReachedOut(f"a socket of family {family}")
        super().__init__(family, *rest, **named)


def shut_doors() -> None:
    """Let nothing in this process reach a network from now on; there is no way back."""

    def refuse(*words: object, **named: object) -> NoReturn:
        raise ReachedOut(f"a name was looked up: {words}")

    # For all that comes after.
    setattr(socket, "socket", LocalSocket)  # noqa: B010
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
        setattr(socket, name, refuse)
    if can_shut_for_all():
        _shut_for_all(*_SOCKET_CALL[platform.machine()])


def can_shut_for_all() -> bool:
    """Whether the system can shut its door on other than Python's ways."""
    return sys.platform == "linux" and platform.machine() in _SOCKET_CALL


def _shut_for_all(processor: int, socket_call: int) -> None:
    """Have Linux (seccomp) end this process at a socket of the internet."""
    load, jump_if_equal, answer = 0x20, 0x15, 0x06
    allow, end = 0x7FFF0000, 0x80000000
    # Each: what to do, how many to skip if so and if not, the value. The number of the call
    # stands at 0, the processor at 4, the first argument, which is the family, at 16.
    rules = (
        (load, 0, 0, 4),
        (jump_if_equal, 0, 5, processor),
        (load, 0, 0, 0),
        (jump_if_equal, 0, 3, socket_call),
        (load, 0, 0, 16),
        (jump_if_equal, 2, 0, socket.AF_INET),
        (jump_if_equal, 1, 0, socket.AF_INET6),
        (answer, 0, 0, allow),
        (answer, 0, 0, end),
    )
    program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
    filters = struct.pack("HxxxxxxP", len(rules), ctypes.addressof(program))
    libc = ctypes.CDLL(None, use_errno=True)
    no_new_rights, seccomp, filter_mode = 38, 22, 2
    assert libc.prctl(no_new_rights, 1, 0, 0, 0) == 0
    assert libc.prctl(seccomp, filter_mode, filters, 0, 0) == 0, ctypes.get_errno()


def _walk_through_the_window() -> None:
    """Have the window, once it stands and all beside it runs, show each page and end."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from selfcare_app.app.background import Background

    start = Background.start

    def start_and_walk(background: Background) -> None:
        start(background)
        background.started.connect(lambda: walk(background._window))

    def walk(window: "MainWindow") -> None:
        steps = _steps(window)

        def go_on() -> None:
            try:
                step = next(steps, "")
            except BaseException:
                QApplication.exit(1)
                raise
            if step:
                sys.stdout.write(f"{step}\n")
                QTimer.singleShot(0, window, go_on)
            else:
                window._quit()

        go_on()

    setattr(Background, "start", start_and_walk)  # noqa: B010


def _steps(window: "MainWindow") -> Iterator[str]:
    """Show what there is, a page at a time; gives the name of what is shown."""
    for page in ("progress", "boundaries", "settings", "today"):
        window.show_page(page)
        yield type(window.pages.current).__name__
    for whole in ("practices", "check_ins"):
        window.show_page("progress", whole)
        yield type(window.pages.current).__name__
    window.show_welcome()
    yield type(window.pages.current).__name__


def main(words: list[str]) -> int:
    """Shut the doors, then run the program."""
    shut_doors()
    if words and words[0] == "--every-page":
        del words[0]
        _walk_through_the_window()
    from selfcare_app import cli

    return cli.main(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
