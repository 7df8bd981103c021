"""A desktop of a test's own: a display, a bus, and whatever programs stand on it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

PATIENCE = 20.0
"""Seconds within which something that is waited for has to come about."""
PICTURES = os.environ.get("SELFCARE_TEST_PICTURES")
"""A folder that keeps the pictures taken, to be looked at after a run."""


def needed(program: str) -> str:
    """The path of `program`; skips the test where it is missing."""
    found = shutil.which(program, path=f"{os.environ.get('PATH', '')}:{_LIBRARY_PROGRAMS}")
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found


_LIBRARY_PROGRAMS = ":".join(
    f"/usr/lib/{each}/xfce4/notifyd" for each in ("x86_64-linux-gnu", "aarch64-linux-gnu")
)


def until(what: Callable[[], object], patience: float = PATIENCE) -> None:
    """Hold the test up until `what` is so; fails where it does not come about."""
    end = time.monotonic() + patience
    while not what():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)


_BUS = """<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""No service of the machine's own is started on it."""


@contextmanager
def display() -> Iterator[str]:
    """The name of an X display that nobody else uses."""
    server = needed("Xvfb")
    reading, writing = os.pipe()
    with subprocess.Popen(
        [
            server,
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            "1280x900x24",
            "-noreset",
            "-nolisten",
            "tcp",
        ],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(writing)
        with os.fdopen(reading) as answer:
            yield f":{answer.readline().strip()}"
        process.terminate()


def bus_config(folder: Path) -> str:
    """A bus's configuration, written into `folder`, where it is to listen."""
    config = folder / "bus.conf"
    config.write_text(_BUS.format(folder=folder))
    return str(config)


@contextmanager
def bus() -> Iterator[str]:
    """The address of a bus that nobody else uses."""
    daemon = needed("dbus-daemon")
    with (
        TemporaryDirectory() as folder,
        subprocess.Popen(
            [daemon, "--config-file", bus_config(Path(folder)), "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process,
    ):
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


class Desk:
    """Programs on one display and one bus, ended with the test."""

    def __init__(self, display_name: str, address: str, folder: Path) -> None:
        self.address, self.folder = address, folder
        self.environment = {
            name: text
            for name, text in os.environ.items()
            if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")
        } | {
            "DISPLAY": display_name,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "DBUS_SYSTEM_BUS_ADDRESS": address,
            "GSETTINGS_BACKEND": "memory",
            "NO_AT_BRIDGE": "1",
        }
        self._started: list[subprocess.Popen[bytes]] = []

    def start(self, program: str, *words: str, **environment: str) -> subprocess.Popen[bytes]:
        """Start `program`, to be ended with the test."""
        log = (self.folder / f"{Path(program).name}.log").open("ab")
        started = subprocess.Popen(
            [needed(program), *words],
            env=self.environment | environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        log.close()
        self._started.append(started)
        return started

    def run(self, program: str, *words: str) -> str:
        """What `program` writes, once it is done."""
        done = subprocess.run(
            [needed(program), *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        return done.stdout.strip()

    def python(self, *words: str, **environment: str) -> subprocess.Popen[bytes]:
        """Start a Python program, to be ended with the test."""
        return self.start(sys.executable, *words, **environment)

    def picture(self, name: str) -> Path:
        """Take a picture of the whole display."""
        folder = Path(PICTURES) if PICTURES else self.folder
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{name}.png"
        self.run("import", "-window", "root", str(target))
        return target

    def windows(self, name: str) -> list[str]:
        """The numbers of the visible windows whose title has `name` in it."""
        return self.run("xdotool", "search", "--onlyvisible", "--name", name).split()

    def has_owner(self, name: str) -> bool:
        """Whether somebody stands on the bus by that name."""
        said = self.run(
            "dbus-send",
            f"--bus={self.address}",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus.NameHasOwner",
            f"string:{name}",
        )
        return "true" in said

    def signal(self, path: str, member: str, *arguments: str) -> None:
        """Send a signal over the bus."""
        self.run("dbus-send", f"--bus={self.address}", "--type=signal", path, member, *arguments)

    def end(self) -> None:
        """End whatever was started, the latest first."""
        for started in reversed(self._started):
            if started.poll() is None:
                started.send_signal(signal.SIGCONT)
                started.terminate()
                try:
                    started.wait(PATIENCE)
                except subprocess.TimeoutExpired:
                    started.kill()
            started.wait()
