"""The models behind the page keep to Qt's rules."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from selfcare_app.services.settings import WEEK_START
from selfcare_app.ui.charts.span import Span
from selfcare_app.ui.progress.chart_table import SheetModel
from selfcare_app.ui.progress.day_table import DayTableModel
from selfcare_app.ui.progress.habit_list import HabitListModel
from selfcare_app.ui.progress.shown import Sheet

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_the_list_of_habits_keeps_to_the_rules(workspace, theme, icons, make_habit):
    model = HabitListModel(workspace, theme, icons)
    tester = QAbstractItemModelTester(model, FATAL)
    habit = make_habit("Sit", "KK")
    make_habit("Call", "K", area="support")
    assert model.outdated
    model.load()
    assert not model.outdated
    model.refresh({habit.id})
    model.refresh(None)
    model.set_theme(theme, icons)
    tester.deleteLater()


def test_a_changed_setting_leaves_the_list_as_it_is(workspace, theme, icons, make_habit):
    make_habit()
    model = HabitListModel(workspace, theme, icons)
    model.load()
    workspace.settings.set(WEEK_START, 7)
    assert not model.outdated


def test_the_table_of_days_keeps_to_the_rules(qapp, workspace, make_habit):
    model = DayTableModel(workspace.records)
    tester = QAbstractItemModelTester(model, FATAL)
    measured = make_habit(amounts=(10, 20), target=20)
    ticked = make_habit("Read", "KKKK")
    empty = make_habit("New")
    for habit in (measured, ticked, empty):
        model.show_days(workspace.statistics.of(habit), Span.FOUR_WEEKS)
    assert model.rowCount() == 0
    tester.deleteLater()


def test_the_table_of_a_chart_keeps_to_the_rules(qapp):
    model = SheetModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_sheet(
        Sheet("Why?", "So.", ("A", "B"), lambda: [("a", "1"), ("b", "2")], frozenset({1}))
    )
    assert model.index(1, 1).data() == "2"
    assert model.headerData(5, Qt.Orientation.Horizontal) is None
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) == right
    model.show_sheet(Sheet("Why?", "", (), list))
    assert model.rowCount() == 0
    tester.deleteLater()
