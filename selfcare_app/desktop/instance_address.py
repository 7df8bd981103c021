"""Where a running program listens, and a word to it from a command, which loads no Qt."""

import os
import socket
import tempfile
from getpass import getuser
from hashlib import sha256
from pathlib import Path

LOOK = "look"
"""Asks the program to look at once at what another one wrote."""
PATIENCE = 0.5
"""Seconds that a command waits for a program that hangs."""


def address_of(folder: Path) -> str:
    """Where the program on `folder` listens: a path of the person's own, a name on Windows."""
    about = f"{getuser()}:{folder.resolve()}"
    name = f"selfcare-{sha256(about.encode()).hexdigest()[:16]}"
    place = os.environ.get("XDG_RUNTIME_DIR")
    if place and os.access(place, os.W_OK):
        return f"{place}/{name}"
    return f"{tempfile.gettempdir()}/{name}" if os.name == "posix" else name


def have_it_look(folder: Path) -> bool:
    """Tell the program that runs on `folder` that something was written; whether one heard.

    Without one there is nobody to tell, and it would see it at its next look all the same.
    """
    try:
        if os.name == "posix":
            with socket.socket(socket.AF_UNIX) as speaking:
                speaking.settimeout(PATIENCE)
                speaking.connect(address_of(folder))
                speaking.sendall(f"{LOOK}\n".encode())
                return bool(speaking.recv(64))
        with Path(rf"\\.\pipe\{address_of(folder)}").open("r+b", buffering=0) as pipe:
            pipe.write(f"{LOOK}\n".encode())
            return True
    except OSError:
        return False
