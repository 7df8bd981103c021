"""The wrap-up: the person's own steps, ticked or left out, and then done for today."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfcare_app.services.work_options import BREATH_STEP, NOTE_STEP, TOMORROW_STEP
from selfcare_app.ui.breathing.guide import BreathingGuide
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.wrap_up.step import BreathStep, TomorrowStep
from selfcare_app.ui.wrap_up.window import WrapUpWindow
from tests.services.office import MONDAY, TUESDAY, Office

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key, Left = Qt.Key, Qt.MouseButton.LeftButton
Control = Qt.KeyboardModifier.ControlModifier


def opened(window: MainWindow, office: Office, clock: str = "17:52") -> WrapUpWindow:
    office.at(MONDAY, clock)
    return window.work_day.wrap_up()


def field_of(wrapping: WrapUpWindow) -> TomorrowStep:
    return next(step for step in wrapping.steps if isinstance(step, TomorrowStep))


def test_a_key_opens_it_and_the_first_step_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_D, Control)
    wrapping = window.work_day.wrapping
    assert wrapping is not None
    assert [step.words for step in wrapping.steps] == [NOTE_STEP, TOMORROW_STEP, BREATH_STEP]
    assert wrapping.focusWidget() is wrapping.steps[0].box
    wrapping.close()


def test_asked_for_again_it_comes_to_the_front(window: MainWindow, office: Office) -> None:
    wrapping = opened(window, office)
    assert window.work_day.wrap_up() is wrapping
    wrapping.close()
    assert window.work_day.wrapping is None


def test_done_ends_the_day_with_what_was_ticked_and_typed(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    wrapping = opened(window, office)
    assert wrapping.until.text() == "Stops work reminders until tomorrow 09:00"
    wrapping.steps[0].box.click()
    assert wrapping.steps[0].details.text() == "17:52"
    qtbot.keyClicks(field_of(wrapping).field, "Print the two worksheets")
    assert field_of(wrapping).box.isChecked()
    qtbot.mouseClick(wrapping.done_button, Left)
    log = office.work.log(MONDAY)
    assert log.done == office.work.moment()
    assert log.steps == (NOTE_STEP, TOMORROW_STEP)
    assert window.work_day.strip is not None
    assert window.work_day.strip.headline.text() == "Done for today at 17:52"
    office.at(TUESDAY, "08:50")
    assert office.work.left_for(TUESDAY) == "Print the two worksheets"


def test_not_yet_keeps_what_was_ticked_and_the_day_goes_on(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    wrapping = opened(window, office)
    wrapping.steps[0].box.click()
    qtbot.keyClicks(field_of(wrapping).field, "call back")
    qtbot.mouseClick(wrapping.not_yet, Left)
    assert office.work.log(MONDAY).done is None
    again = opened(window, office, "18:05")
    assert again.steps[0].box.isChecked()
    assert field_of(again).field.text() == "call back"
    again.close()


def test_a_wrap_up_is_one_step_to_take_back(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    wrapping = opened(window, office)
    wrapping.steps[0].box.click()
    qtbot.keyClicks(field_of(wrapping).field, "call back")
    wrapping.close()
    office.workspace.journal.undo()
    assert office.work.log(MONDAY).empty


def test_a_step_can_be_unticked(window: MainWindow, office: Office) -> None:
    wrapping = opened(window, office)
    for _ in range(2):
        wrapping.steps[0].box.click()
    assert not wrapping.steps[0].details.isVisibleTo(wrapping)
    assert office.work.log(MONDAY).steps == ()
    wrapping.close()


def test_where_it_got_late_it_asks_why(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    wrapping = opened(window, office, "18:40")
    assert wrapping.reason is not None
    qtbot.keyClicks(wrapping.reason, "client crisis")
    qtbot.mouseClick(wrapping.done_button, Left)
    assert office.work.log(MONDAY).reasons == ("client crisis",)


def test_why_it_got_late_may_be_left_out(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    wrapping = opened(window, office, "18:40")
    qtbot.mouseClick(wrapping.done_button, Left)
    assert office.work.log(MONDAY).reasons == ()
    assert office.work.log(MONDAY).done is not None


def test_on_time_it_does_not_ask_why(window: MainWindow, office: Office) -> None:
    wrapping = opened(window, office, "18:10")
    assert wrapping.reason is None
    wrapping.close()


def test_steps_of_ones_own_stand_in_their_order_with_a_line_for_tomorrow(
    window: MainWindow, office: Office
) -> None:
    office.work.options.set_closing_steps(["Close the door", "Water the plant"])
    wrapping = opened(window, office)
    words = [step.words for step in wrapping.steps]
    assert words == ["Close the door", "Water the plant", "For tomorrow"]
    wrapping.close()


def test_the_breath_opens_the_guide_and_is_ticked_once_something_was_breathed(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    wrapping = opened(window, office)
    breath = next(step for step in wrapping.steps if isinstance(step, BreathStep))
    qtbot.mouseClick(breath.start, Left)
    guide = window.findChild(BreathingGuide)
    assert isinstance(guide, BreathingGuide)
    guide.accept()
    assert not breath.box.isChecked()
    qtbot.mouseClick(breath.start, Left)
    guide = window.findChildren(BreathingGuide)[-1]
    guide.start_or_pause()
    guide.accept()
    assert breath.box.isChecked()
    wrapping.close()


def test_where_nothing_can_be_written_it_says_so_and_keeps_what_stands_there(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    wrapping = opened(window, office)
    office.workspace.database.row("PRAGMA query_only = 1")
    qtbot.keyClicks(field_of(wrapping).field, "call back")
    qtbot.mouseClick(wrapping.done_button, Left)
    assert wrapping.problem.isVisible()
    assert wrapping.isVisible()
    assert field_of(wrapping).field.text() == "call back"
    office.workspace.database.row("PRAGMA query_only = 0")
    qtbot.mouseClick(wrapping.done_button, Left)
    assert not QApplication.activeModalWidget()
    assert office.work.log(MONDAY).done is not None


def test_before_a_long_time_off_it_names_no_day(window: MainWindow, office: Office) -> None:
    office.workspace.journal.set_work_hours(range(1, 6), (), TUESDAY)
    wrapping = opened(window, office)
    assert wrapping.until.text() == "Stops work reminders until your next work day"
    wrapping.close()
