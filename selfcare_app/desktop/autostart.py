"""Starting with the person's session: by the means of each system, nothing beside them."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from subprocess import list2cmdline
from typing import Any

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr

NAME = "selfcare"
MAC_LABEL = "org.selfcare.Selfcare"
WINDOWS_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


def autostart_here(
    command: Sequence[str],
) -> "XdgAutostart | MacAutostart | WindowsAutostart":
    """The one of this system, for a program that is started by `command`."""
    if sys.platform == "win32":
        return WindowsAutostart(command)
    if sys.platform == "darwin":
        return MacAutostart(command, Path.home() / "Library" / "LaunchAgents")
    config = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return XdgAutostart(command, Path(config) / "autostart")


class XdgAutostart:
    """A desktop entry in the folder that freedesktop.org's desktops look into."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._command, self._file = command, folder / f"{NAME}.desktop"

    def is_on(self) -> bool:
        """Whether the entry is there, and not said to rest."""
        try:
            lines = self._file.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return False
        said = {line.replace(" ", "").lower() for line in lines}
        return not said & {"hidden=true", "x-gnome-autostart-enabled=false"}

    def turn_on(self) -> None:
        """Write the entry; raises KnownError where that cannot be done."""
        _write(
            self._file,
            "\n".join(
                (
                    "[Desktop Entry]",
                    "Type=Application",
                    "Name=Selfcare",
                    f"Exec={exec_line(self._command)}",
                    "Terminal=false",
                    "X-GNOME-Autostart-enabled=true",
                    "",
                )
            ).encode(),
        )

    def turn_off(self) -> None:
        """Remove the entry; raises KnownError where that cannot be done."""
        _remove(self._file)


class MacAutostart:
    """A launch agent of the person's own."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._command, self._file = command, folder / f"{MAC_LABEL}.plist"

    def is_on(self) -> bool:
        """Whether the agent is there, and not disabled."""
        import plistlib

        try:
            agent = plistlib.loads(self._file.read_bytes())
        except (OSError, plistlib.InvalidFileException, ValueError):
            return False
        return isinstance(agent, dict) and not agent.get("Disabled", False)

    def turn_on(self) -> None:
        """Write the agent; raises KnownError where that cannot be done."""
        import plistlib

        agent = {
            "Label": MAC_LABEL,
            "ProgramArguments": list(self._command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        _write(self._file, plistlib.dumps(agent))

    def turn_off(self) -> None:
        """Remove the agent; raises KnownError where that cannot be done."""
        _remove(self._file)


class WindowsAutostart:
    """A value in the registry's list of what runs when the person signs in."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        # By its name: only Windows has it. Any, as it is unknown elsewhere.
        self._registry: Any = import_module("winreg")

    def is_on(self) -> bool:
        """Whether the value is there."""
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, WINDOWS_KEY) as key:
                registry.QueryValueEx(key, NAME)
        except OSError:
            return False
        return True

    def turn_on(self) -> None:
        """Write the value; raises KnownError where that cannot be done."""
        registry = self._registry
        try:
            with registry.CreateKey(registry.HKEY_CURRENT_USER, WINDOWS_KEY) as key:
                line = list2cmdline(self._command)
                registry.SetValueEx(key, NAME, 0, registry.REG_SZ, line)
        except OSError as error:
            raise _refused(WINDOWS_KEY, error) from error

    def turn_off(self) -> None:
        """Remove the value; raises KnownError where that cannot be done."""
        registry = self._registry
        try:
            access = registry.KEY_SET_VALUE
            with registry.OpenKey(registry.HKEY_CURRENT_USER, WINDOWS_KEY, 0, access) as key:
                registry.DeleteValue(key, NAME)
        except FileNotFoundError:
            return
        except OSError as error:
            raise _refused(WINDOWS_KEY, error) from error


def exec_line(command: Sequence[str]) -> str:
    """`command` as the Exec line of a desktop entry.

    Quoted by the Desktop Entry Specification: in quotation marks, with `"`, `` ` ``, `$` and
    the backslash escaped; then the backslashes once more, as in any value of the file; a
    percent sign is doubled, for it would name a field.
    """
    return " ".join(_quoted(word) for word in command)


def _quoted(word: str) -> str:
    escaped = "".join(f"\\{each}" if each in '"`$\\' else each for each in word)
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'


def _write(file: Path, content: bytes) -> None:
    """Write the whole file or nothing of it."""
    new = file.with_suffix(".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(content)
        new.replace(file)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise _refused(str(file), error) from error


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(str(file), error) from error


def _refused(place: str, error: OSError) -> KnownError:
    return KnownError(
        tr("“{place}” cannot be changed: {reason}.", place=place, reason=error.strerror or error)
    )
