"""The switch that has the system start the program: what the system says is what stands there."""

from pytestqt.qtbot import QtBot

from selfcare_app.domain.errors import KnownError
from selfcare_app.paths import resources
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.settings.autostart_row import AutostartRow
from selfcare_app.ui.settings.page import SettingsPage
from selfcare_app.ui.theme import LIGHT


class System:
    """Stands for the system: keeps the switch, or refuses to."""

    def __init__(self) -> None:
        self.on = False
        self.refuses = False

    def is_on(self) -> bool:
        return self.on

    def turn_on(self) -> None:
        self._set(True)

    def turn_off(self) -> None:
        self._set(False)

    def _set(self, on: bool) -> None:
        if self.refuses:
            raise KnownError("The folder cannot be written.")
        self.on = on


def page_on(workspace: Workspace, qtbot: QtBot, system: System | None) -> SettingsPage:
    page = SettingsPage(workspace, LIGHT, Icons(resources() / "icons"), None, system)
    qtbot.addWidget(page)
    page.show()
    return page


def row_of(page: SettingsPage) -> AutostartRow:
    assert page.autostart is not None
    return page.autostart


def test_it_switches_the_system(workspace: Workspace, qtbot: QtBot) -> None:
    system = System()
    row = row_of(page_on(workspace, qtbot, system))
    row.box.click()
    assert system.on
    row.box.click()
    assert not system.on


def test_shown_again_it_asks_the_system_again(workspace: Workspace, qtbot: QtBot) -> None:
    system = System()
    page = page_on(workspace, qtbot, system)
    assert not row_of(page).box.isChecked()
    system.on = True
    page.hide()
    page.show()
    assert row_of(page).box.isChecked()


def test_where_the_system_refuses_that_is_said_and_the_box_is_true(
    workspace: Workspace, qtbot: QtBot
) -> None:
    system = System()
    system.refuses = True
    page = page_on(workspace, qtbot, system)
    said: list[str] = []
    page.problem.connect(said.append)
    row_of(page).box.click()
    assert said == ["The folder cannot be written."]
    assert not row_of(page).box.isChecked()


def test_where_there_is_nothing_to_start_it_is_not_asked(
    workspace: Workspace, qtbot: QtBot
) -> None:
    assert page_on(workspace, qtbot, None).autostart is None
