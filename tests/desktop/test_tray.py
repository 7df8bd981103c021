"""The icon in the tray, which may come and go."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from selfcare_app.desktop.tray import Tray
from selfcare_app.paths import resources

# Without a display Qt has no tray to connect to.
pytestmark = pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface", extend=True)


class System:
    """A system whose tray comes and goes."""

    def __init__(self) -> None:
        self.has_tray = False
        self.menus = 0
        self.menu = QMenu()

    def __call__(self) -> bool:
        return self.has_tray

    def make_menu(self) -> QMenu:
        self.menus += 1
        return self.menu


@pytest.fixture
def system(qtbot: QtBot) -> System:
    made = System()
    qtbot.addWidget(made.menu)
    return made


@pytest.fixture
def tray(system: System) -> Iterator[Tray]:
    parent = QObject()
    icon = QIcon(str(resources() / "icons" / "app.svg"))
    yield Tray(icon, system.make_menu, parent, system)
    parent.deleteLater()


def shown(tray: Tray) -> QSystemTrayIcon:
    found = tray.findChild(QSystemTrayIcon)
    assert isinstance(found, QSystemTrayIcon)
    return found


def test_without_a_tray_nothing_is_shown_and_nothing_goes_wrong(tray: Tray, system: System) -> None:
    tray.look()
    tray.say("Work ends at 18:00")
    tray.show_message("A small moment for you", "")
    tray.leave()
    assert not tray.present
    assert system.menus == 0


def test_it_follows_a_tray_that_comes_goes_and_comes_again(tray: Tray, system: System) -> None:
    tray.say("Work ends at 18:00")
    system.has_tray = True
    tray.look()
    tray.look()
    assert tray.present
    assert shown(tray).toolTip() == "Work ends at 18:00"
    system.has_tray = False
    tray.look()
    assert not tray.present
    system.has_tray = True
    tray.look()
    assert tray.present
    assert system.menus == 1


def test_a_click_opens(tray: Tray, system: System, qtbot: QtBot) -> None:
    system.has_tray = True
    tray.look()
    reasons = QSystemTrayIcon.ActivationReason
    with qtbot.assertNotEmitted(tray.opened):
        shown(tray).activated.emit(reasons.Context)
    with qtbot.waitSignal(tray.opened):
        shown(tray).activated.emit(reasons.Trigger)
    with qtbot.waitSignal(tray.message_clicked):
        shown(tray).messageClicked.emit()


def test_it_says_what_it_is_told(tray: Tray, system: System) -> None:
    system.has_tray = True
    tray.look()
    tray.say("Selfcare")
    assert shown(tray).toolTip() == "Selfcare"
