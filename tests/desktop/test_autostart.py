"""Starting with the session, switched on and off by each system's own means."""

import configparser
import plistlib
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType, TracebackType

import pytest

from selfcare_app.desktop.autostart import (
    MacAutostart,
    WindowsAutostart,
    XdgAutostart,
    autostart_here,
    exec_line,
)
from selfcare_app.domain.errors import KnownError

PLAIN = ("/usr/bin/python3", "-m", "selfcare_app", "--in-background")
ODD = ("/home/a b/py", "--data-dir", '/x "y" $HOME `z` \\ 100% é')


def words_of(line: str) -> list[str]:
    """The words of an Exec line, read back by the rules of the specification."""
    unescaped = line.replace("\\\\", "\\")
    words = []
    for word in shlex.split(unescaped.replace("\\$", "$").replace("\\`", "`"), posix=True):
        words.append(word.replace("%%", "%"))
    return words


@pytest.mark.parametrize("command", [PLAIN, ODD])
def test_the_entry_starts_what_was_meant(tmp_path: Path, command: Sequence[str]) -> None:
    autostart = XdgAutostart(command, tmp_path / "autostart")
    assert not autostart.is_on()
    autostart.turn_on()
    assert autostart.is_on()
    entry = configparser.RawConfigParser()
    entry.read(tmp_path / "autostart" / "selfcare.desktop", "utf-8")
    assert entry["Desktop Entry"]["type"] == "Application"
    assert words_of(entry["Desktop Entry"]["exec"]) == list(command)
    autostart.turn_off()
    assert not autostart.is_on()
    autostart.turn_off()


def test_every_word_is_quoted_by_the_specification() -> None:
    assert exec_line(["a b", "$1", "5%"]) == '"a b" "\\\\$1" "5%%"'


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_an_entry_that_rests_is_off(tmp_path: Path, line: str) -> None:
    autostart = XdgAutostart(PLAIN, tmp_path)
    autostart.turn_on()
    file = tmp_path / "selfcare.desktop"
    file.write_text(f"[Desktop Entry]\n{line}\n")
    assert not autostart.is_on()
    file.write_bytes(b"\xff\xfe")
    assert not autostart.is_on()


def test_where_it_cannot_be_written_one_sentence_says_so(tmp_path: Path) -> None:
    place = tmp_path / "autostart"
    place.write_text("a file where the folder should be")
    with pytest.raises(KnownError, match="cannot be changed"):
        XdgAutostart(PLAIN, place).turn_on()
    assert place.read_text() == "a file where the folder should be"


def test_what_cannot_be_removed_is_said(tmp_path: Path) -> None:
    (tmp_path / "selfcare.desktop").mkdir()
    with pytest.raises(KnownError, match="cannot be changed"):
        XdgAutostart(PLAIN, tmp_path).turn_off()


def test_on_macos_it_is_a_launch_agent(tmp_path: Path) -> None:
    autostart = MacAutostart(ODD, tmp_path / "LaunchAgents")
    assert not autostart.is_on()
    autostart.turn_on()
    assert autostart.is_on()
    (file,) = (tmp_path / "LaunchAgents").iterdir()
    agent = plistlib.loads(file.read_bytes())
    assert agent["ProgramArguments"] == list(ODD)
    assert agent["RunAtLoad"] is True
    file.write_bytes(plistlib.dumps(agent | {"Disabled": True}))
    assert not autostart.is_on()
    file.write_text("no list at all")
    assert not autostart.is_on()
    autostart.turn_off()
    assert not file.exists()


class Registry(ModuleType):
    """Stands for Windows's registry, of which it has the one list."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = "user", 2, 1

    def __init__(self) -> None:
        super().__init__("winreg")
        self.values: dict[str, str] = {}
        self.refuses = False

    def OpenKey(
        self, root: str, path: str, reserved: int = 0, access: int = 0
    ) -> "Registry":  # Windows's name
        del root, path, reserved, access
        return self.CreateKey()

    def CreateKey(self, *_: str) -> "Registry":  # the same
        if self.refuses:
            raise PermissionError(13, "Access is denied")
        return self

    def __enter__(self) -> "Registry":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        pass

    def QueryValueEx(self, key: "Registry", name: str) -> tuple[str, int]:  # the same
        del key
        if name not in self.values:
            raise FileNotFoundError
        return self.values[name], self.REG_SZ

    def SetValueEx(
        self, key: "Registry", name: str, reserved: int, kind: int, text: str
    ) -> None:  # the same
        del key, reserved, kind
        self.values[name] = text

    def DeleteValue(self, key: "Registry", name: str) -> None:  # the same
        del key
        if name not in self.values:
            raise FileNotFoundError
        del self.values[name]


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    made = Registry()
    monkeypatch.setitem(sys.modules, "winreg", made)
    return made


def test_on_windows_it_is_a_value_in_the_registry(registry: Registry) -> None:
    autostart = WindowsAutostart(["C:\\Program Files\\py.exe", "-m", "selfcare_app"])
    assert not autostart.is_on()
    autostart.turn_on()
    assert autostart.is_on()
    assert registry.values == {"selfcare": '"C:\\Program Files\\py.exe" -m selfcare_app'}
    autostart.turn_off()
    autostart.turn_off()
    assert not autostart.is_on()


def test_where_windows_refuses_one_sentence_says_so(registry: Registry) -> None:
    autostart = WindowsAutostart(PLAIN)
    registry.refuses = True
    assert not autostart.is_on()
    for change in (autostart.turn_on, autostart.turn_off):
        with pytest.raises(KnownError, match="Access is denied"):
            change()


def test_on_linux_it_lies_where_the_desktop_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    autostart_here(PLAIN).turn_on()
    assert (tmp_path / "autostart" / "selfcare.desktop").is_file()
