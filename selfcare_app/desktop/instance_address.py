"""Where a running program listens, and a word to it, for which no Qt has to be loaded."""

import os
from pathlib import Path
from zlib import crc32

LOOK = "look"
"""Asks the program to look at once at what another one wrote."""


def address_of(folder: Path) -> str:
    """Where the program on `folder` listens: a path of the person's own, a name on Windows."""
    about = f"{_person()}:{folder.resolve()}"
    name = f"selfcare-{crc32(about.encode()):08x}"
    if os.name != "posix":
        return name
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    if not (place and os.access(place, os.W_OK)):
        place = os.environ.get("TMPDIR") or "/tmp"
    return f"{place}/{name}-{_person()}"


def tell(folder: Path, message: str, patience: float = 0.5) -> bool:
    """Say `message`, one line, to the program that runs on `folder`; whether it was heard.

    Waits at most `patience` seconds for one that hangs. Where none runs, nobody is told.
    """
    line = f"{message}\n".encode()
    try:
        if os.name == "posix":
            # Imported here: most starts find nobody to tell.
            if not Path(address_of(folder)).exists():
                return False
            import socket

            with socket.socket(socket.AF_UNIX) as speaking:
                speaking.settimeout(patience)
                speaking.connect(address_of(folder))
                speaking.sendall(line)
                return bool(speaking.recv(64))
        with Path(rf"\\.\pipe\{address_of(folder)}").open("r+b", buffering=0) as pipe:
            pipe.write(line)
            return bool(pipe.read(64))
    except OSError:
        return False


def _person() -> str:
    return str(os.getuid()) if os.name == "posix" else os.environ.get("USERNAME", "")
