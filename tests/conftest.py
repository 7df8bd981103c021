"""What holds for every test: no display, no network, a home of its own, no window left open."""

import gc
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from selfcare_app.desktop.qt_libraries import qt_problem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MAY_NOT_SKIP = "SELFCARE_TESTS_MAY_NOT_SKIP"
"""Set where everything that the tests need is there: then a skipped test is a fault."""

HOME_FOLDERS = {
    "HOME": "home",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "SELFCARE_DATA_DIR": "home/selfcare",
}


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    # Before pytest-qt, which imports Qt and would end in a traceback.
    problem = qt_problem()
    if problem is not None:
        pytest.exit(problem, returncode=2)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if os.environ.get(MAY_NOT_SKIP) and _skipped_for_no_good_reason(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if os.environ.get(MAY_NOT_SKIP):
        for reason in _skipped_for_no_good_reason(config):
            terminalreporter.write_line(f"SKIPPED, which {MAY_NOT_SKIP} forbids: {reason}")


def _skipped_for_no_good_reason(config: pytest.Config) -> list[str]:
    """Reports of skipped tests, but for those that try files kept beside the project."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    reasons = [f"{report.nodeid}: {report.longrepr[2]}" for report in skipped]
    return [reason for reason in reasons if "../shared" not in reason]


@pytest.fixture(scope="session", autouse=True)
def away_from_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep fixtures of all scopes out of a person's own folders."""
    folder = tmp_path_factory.mktemp("all_tests")
    with pytest.MonkeyPatch.context() as patch:
        move_home(folder, patch)
        # One cache for all tests: Qt's fonts are looked up once, not by every program started.
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        # Nothing of the person's own desktop is spoken to.
        for variable in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            patch.delenv(variable, raising=False)
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        yield


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder of this test alone; not made yet."""
    return move_home(tmp_path, monkeypatch)


def move_home(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    for variable, place in HOME_FOLDERS.items():
        patch.setenv(variable, str(folder / place))
    return folder / HOME_FOLDERS["HOME"]


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Let no test reach beyond this computer."""
    connect = socket.socket.connect

    def connect_locally(self: socket.socket, address: tuple[str | int, ...] | str | bytes) -> None:
        if isinstance(address, tuple) and address[0] not in ("localhost", "127.0.0.1", "::1"):
            raise AssertionError(f"A test tried to reach {address} over the network.")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_locally)
        yield


@pytest.fixture(autouse=True)
def no_window_left_over(home: Path) -> Iterator[None]:
    """Fail a test that leaves a window behind, shown or hidden."""
    from PySide6.QtWidgets import QApplication

    before = set(QApplication.topLevelWidgets()) if QApplication.instance() else set()
    yield
    if QApplication.instance() is None:
        return
    left = _windows_after(before)
    assert not left, f"Windows left over; register them with qtbot.addWidget: {left}"


def _windows_after(before: "set[QWidget]") -> "list[QWidget]":
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    def windows() -> "list[QWidget]":
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        # Qt keeps the tool tip for itself.
        return [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget not in before and widget.metaObject().className() != "QTipLabel"
        ]

    if windows():
        # A widget that refers to itself goes only with the next collection.
        gc.collect()
    return windows()
