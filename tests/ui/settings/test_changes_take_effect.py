"""A setting that is changed is seen everywhere at once, and its undoing too."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from selfcare_app.domain.habit import Habit
from selfcare_app.services.settings import (
    DAY_START_HOUR,
    GRACE_DAYS,
    STREAKS_SHOWN,
    TEXT_SIZE,
    THEME,
    WEEK_START,
)
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.look import Look
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.progress.questions.streaks import StreaksCard
from selfcare_app.ui.settings.page import SettingsPage
from selfcare_app.ui.theme import DARK, LIGHT
from tests.ui.conftest import Clock

MONDAY = date(2026, 11, 23)


def figures(window: MainWindow, habit: Habit) -> str:
    model = window.pages.today.model
    row = model.row_of(habit.id)
    assert row is not None
    return str(model.index(row, model.figures_column).data())


def row_height(window: MainWindow, habit: Habit) -> int:
    row = window.pages.today.model.row_of(habit.id)
    assert row is not None
    return window.pages.today.table.rowHeight(row)


@pytest.fixture
def with_a_gap(window: MainWindow, workspace: Workspace, sit: Habit) -> MainWindow:
    """The window where the first habit was kept for days, but for one."""
    for back in (1, 2, 4, 5):
        workspace.journal.log_entry(sit, MONDAY - timedelta(days=back))
    return window


def test_grace_days_count_the_streaks_anew(
    with_a_gap: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    assert "streak of 4 days" in figures(with_a_gap, sit)
    workspace.settings.set(GRACE_DAYS, 0)
    assert "streak of 2 days" in figures(with_a_gap, sit)
    with_a_gap.taking_back.undo()
    assert "streak of 4 days" in figures(with_a_gap, sit)


def test_hidden_streaks_are_gone_from_every_page(
    with_a_gap: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    with_a_gap.show_page("progress")
    progress = with_a_gap.pages.progress
    assert progress is not None
    card = progress.subject.board.card(StreaksCard)
    assert card.isVisibleTo(progress.subject.board)
    workspace.settings.set(STREAKS_SHOWN, False)
    assert not card.isVisibleTo(progress.subject.board)
    assert "streak" not in figures(with_a_gap, sit)
    with_a_gap.taking_back.undo()
    assert card.isVisibleTo(progress.subject.board)
    assert "streak" in figures(with_a_gap, sit)


def test_the_start_of_the_week_counts_the_week_anew(
    window: MainWindow, workspace: Workspace, paint: Habit
) -> None:
    workspace.settings.set(WEEK_START, 1)
    workspace.journal.log_entry(paint, MONDAY - timedelta(days=1))
    model = window.pages.today.model

    def done() -> int | None:
        return next(row for row in model.habit_rows() if row.habit == paint).done_in_period

    assert done() == 0
    workspace.settings.set(WEEK_START, 7)
    assert done() == 1


def test_the_start_of_the_day_changes_which_day_it_is(
    window: MainWindow, workspace: Workspace, clock: Clock
) -> None:
    clock.now = datetime(2026, 11, 24, 2, 0)
    window.check_day()
    assert window.pages.today.day == MONDAY
    workspace.settings.set(DAY_START_HOUR, 1)
    assert window.pages.today.day == MONDAY + timedelta(days=1)
    assert not window.pages.today.header.next.isEnabled()
    window.taking_back.undo()
    assert window.pages.today.day == MONDAY


def test_the_next_day_begins_at_the_new_hour(
    window: MainWindow, workspace: Workspace, clock: Clock
) -> None:
    clock.now = datetime(2026, 11, 24, 2, 59, 50)
    window.check_day()
    assert window._day_timer.interval() < 11_000
    workspace.settings.set(DAY_START_HOUR, 6)
    assert window._day_timer.interval() > 60_000


def test_colours_change_at_once_and_back(
    qapp: QApplication, window: MainWindow, page: SettingsPage, workspace: Workspace
) -> None:
    workspace.settings.set(THEME, "dark")
    assert qapp.palette().window().color().name().upper() == DARK.window
    assert window.pages.today.table.painter_of_cells.theme is DARK
    image = window.grab().toImage()
    assert image.pixelColor(image.width() - 2, 2).name().upper() == DARK.window
    window.taking_back.undo()
    assert qapp.palette().window().color().name().upper() == LIGHT.window
    assert window.pages.today.table.painter_of_cells.theme is LIGHT


def test_text_grows_at_once_everywhere_and_back(
    qapp: QApplication, window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    usual = qapp.font().pointSizeF()
    page, rail = window.pages.today, window.rail
    before = row_height(window, sit), page.table.days_header.height(), len(page.model.days)
    control = page.table.columnWidth(page.model.control_column)
    assert rail.width() == 88
    workspace.settings.set(TEXT_SIZE, 200)
    qapp.processEvents()
    assert qapp.font().pointSizeF() == pytest.approx(2 * usual)
    assert row_height(window, sit) > 1.3 * before[0]
    assert page.table.days_header.height() > 1.3 * before[1]
    assert page.table.columnWidth(page.model.control_column) > 1.3 * control
    assert len(page.model.days) < before[2]
    assert page.header.title.font().pointSizeF() == pytest.approx(3.2 * usual)
    assert page.header.today.font().pointSizeF() == pytest.approx(2 * usual)
    assert page.check_in.note.font().pointSizeF() == pytest.approx(2 * usual)
    assert rail.width() == 64
    workspace.settings.set(THEME, "dark")
    assert page.header.title.font().pointSizeF() == pytest.approx(3.2 * usual)
    window.taking_back.undo()
    window.taking_back.undo()
    qapp.processEvents()
    assert (
        row_height(window, sit),
        page.table.days_header.height(),
        len(page.model.days),
    ) == before
    assert rail.width() == 88


def test_the_settings_page_grows_with_the_text_that_is_chosen_on_it(
    qapp: QApplication, page: SettingsPage, workspace: Workspace
) -> None:
    box = page.rows[TEXT_SIZE.key].control
    labels = page.findChildren(QLabel)
    before = [label.font().pointSizeF() for label in labels]
    height = box.sizeHint().height()
    workspace.settings.set(TEXT_SIZE, 150)
    assert [label.font().pointSizeF() for label in labels] == [
        pytest.approx(1.5 * size) for size in before
    ]
    assert box.sizeHint().height() > height


def test_larger_text_is_there_from_the_start(
    qapp: QApplication, qtbot: QtBot, undressed: None, workspace: Workspace, sit: Habit
) -> None:
    from selfcare_app.app.window import window_on

    usual = qapp.font().pointSizeF()
    workspace.settings.set(TEXT_SIZE, 150)
    window = window_on(qapp, workspace)
    qtbot.addWidget(window)
    assert window.pages.today.header.title.font().pointSizeF() == pytest.approx(2.4 * usual)
    assert row_height(window, sit) > 40


def test_a_setting_changed_by_another_program_is_taken_in_on_coming_back(
    qtbot: QtBot, qapp: QApplication, page: SettingsPage, window: MainWindow, workspace: Workspace
) -> None:
    elsewhere = open_workspace(workspace.database.path, Clock())
    elsewhere.settings.set(THEME, "dark")
    elsewhere.settings.set(GRACE_DAYS, 4)
    elsewhere.close()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert qapp.palette().window().color().name().upper() == DARK.window
    assert page.rows[GRACE_DAYS.key].control.property("currentText") == "4 days"


class System:
    """A system whose own font can be set."""

    def __init__(self, font: QFont) -> None:
        self.font = font

    def __call__(self) -> QFont:
        return QFont(self.font)


@pytest.fixture
def system(qapp: QApplication, undressed: None) -> Iterator[System]:
    yield System(QFont(qapp.font()))


@pytest.fixture
def followed(
    qapp: QApplication, qtbot: QtBot, system: System, workspace: Workspace, sit: Habit
) -> MainWindow:
    """A window that follows the fonts of a system that the test sets."""
    from selfcare_app.paths import resources

    look = Look(qapp, workspace.settings, system)
    window = MainWindow(workspace, look.theme, Icons(resources() / "icons"))
    qtbot.addWidget(window)

    def follow() -> None:
        if look.follow():
            window.set_theme(look.theme)

    window.look_may_differ.connect(follow)
    window.resize(1180, 760)
    window.show()
    return window


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("taken_by_qt", [False, True])
def test_the_system_s_own_text_size_is_followed_while_the_window_is_open(
    qapp: QApplication,
    followed: MainWindow,
    system: System,
    workspace: Workspace,
    sit: Habit,
    percent: int,
    taken_by_qt: bool,
) -> None:
    workspace.settings.set(TEXT_SIZE, percent)
    usual, height = system.font.pointSizeF(), row_height(followed, sit)
    system.font.setPointSizeF(usual * 2)
    if taken_by_qt:
        qapp.setFont(system.font)
    QApplication.sendEvent(followed, QEvent(QEvent.Type.ThemeChange))
    wanted = usual * 2 * percent / 100
    assert qapp.font().pointSizeF() == pytest.approx(wanted)
    assert followed.pages.today.header.today.font().pointSizeF() == pytest.approx(wanted)
    assert followed.pages.today.header.title.font().pointSizeF() == pytest.approx(1.6 * wanted)
    assert row_height(followed, sit) > 1.3 * height
    workspace.settings.set(TEXT_SIZE, 100)
    assert qapp.font().pointSizeF() == pytest.approx(usual * 2)
