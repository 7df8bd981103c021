"""The strip above the habits tells how the work day stands, and what can be done about it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from selfcare_app.domain.hold import HoldKind
from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import DARK
from selfcare_app.ui.work_day.strip import BoundaryStrip
from tests.services.office import MONDAY, TUESDAY, Office
from tests.ui.work_day.conftest import YEAR

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
Left = Qt.MouseButton.LeftButton


def strip_of(window: MainWindow) -> BoundaryStrip:
    strip = window.work_day.strip
    assert strip is not None
    return strip


def said(window: MainWindow) -> tuple[str, str]:
    window.work_day.show_now()
    strip = strip_of(window)
    return strip.headline.text(), strip.details.text()


def buttons(window: MainWindow) -> list[str]:
    strip = strip_of(window)
    found = (strip.session, strip.late, strip.work_on, strip.resume, strip.wrap_up)
    return [button.text() for button in found if button.isVisible()]


def test_without_work_hours_nothing_stands_there(open_on: Callable[[], MainWindow]) -> None:
    window = open_on()
    assert window.work_day.strip is None


def test_the_first_work_hours_bring_it(open_on: Callable[[], MainWindow], office: Office) -> None:
    window = open_on()
    office.workspace.journal.set_work_hours([1], parse_hours("9:00-18:00")[0], MONDAY)
    assert strip_of(window).isVisible()
    assert strip_of(window).headline.text() == "Work ends at 18:00"


def test_it_stands_between_the_head_and_the_habits(window: MainWindow) -> None:
    strip, page = strip_of(window), window.pages.today
    assert page.header.geometry().bottom() < strip.geometry().top()
    assert strip.geometry().bottom() < page.table.mapTo(page, page.table.rect().topLeft()).y()


@pytest.mark.parametrize(
    ("clock", "words", "offered"),
    [
        ("08:00", ("Work ends at 18:00", "begins at 09:00"), ["In session"]),
        (
            "16:20",
            ("Work ends at 18:00", "1 h 40 min left · reminder at 17:30"),
            ["In session", "Wrap up"],
        ),
        (
            "17:40",
            ("Work ends at 18:00", "20 min left · reminder at 18:00"),
            ["In session", "Working late…", "Wrap up"],
        ),
        (
            "18:20",
            ("Work ended at 18:00", "20 min past 18:00 · reminder at 18:40"),
            ["In session", "Working late…", "Wrap up"],
        ),
    ],
)
def test_it_goes_through_the_day(
    window: MainWindow, office: Office, clock: str, words: tuple[str, str], offered: list[str]
) -> None:
    office.at(MONDAY, clock)
    assert said(window) == words
    assert buttons(window) == offered


def test_the_bar_says_the_same_to_a_screen_reader(window: MainWindow) -> None:
    name = strip_of(window).bar.accessibleName()
    assert name == "Work ends at 18:00, 1 h 40 min left · reminder at 17:30"


def test_wrapping_up_stands_out_once_the_first_word_is_due(
    window: MainWindow, office: Office
) -> None:
    button = strip_of(window).wrap_up
    assert not button.property("role")
    office.at(MONDAY, "17:30")
    window.work_day.show_now()
    assert button.property("role") == "primary"


def test_in_session_is_switched_by_mouse_and_by_key(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    strip = strip_of(window)
    qtbot.mouseClick(strip.session, Left)
    assert strip.session.text() == "In session until 17:10"
    assert said(window)[1] == "1 h 40 min left · reminders wait until 17:10"
    assert [hold.kind for hold in office.work.holds()] == [HoldKind.SESSION]
    qtbot.keyClick(window, Key.Key_I, Control)
    assert strip.session.text() == "In session"
    assert office.work.holds() == []
    qtbot.keyClick(window, Key.Key_Z, Control)
    assert strip.session.text() == "In session until 17:10"


def test_a_pause_is_said_and_can_be_ended(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.work_day.deeds.pause_until_next_day()
    assert said(window)[1] == "1 h 40 min left · reminders paused until tomorrow 09:00"
    qtbot.mouseClick(strip_of(window).resume, Left)
    assert office.work.holds() == []
    assert "Let reminders come" not in buttons(window)


def test_a_pause_before_a_free_week_lasts_until_tomorrow_morning(
    window: MainWindow, office: Office
) -> None:
    office.workspace.journal.take_days_off(TUESDAY, TUESDAY.replace(day=30), "leave")
    window.work_day.deeds.pause_until_next_day()
    assert said(window)[1].endswith("reminders paused until tomorrow 03:00")


def test_a_pause_of_minutes(window: MainWindow) -> None:
    window.work_day.deeds.pause_for(60)
    assert said(window)[1].endswith("reminders paused until 17:20")


def test_done_for_today_is_said_and_can_be_taken_back(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    office.at(MONDAY, "17:50")
    office.work.done_for_today()
    assert said(window) == ("Done for today at 17:50", "quiet until tomorrow 09:00")
    assert buttons(window) == ["Work on after all"]
    assert not strip_of(window).bar.isVisible()
    qtbot.mouseClick(strip_of(window).work_on, Left)
    assert said(window)[0] == "Work ends at 18:00"


def test_the_last_day_before_a_long_time_off_says_so(window: MainWindow, office: Office) -> None:
    office.workspace.journal.set_work_hours(range(1, 6), (), TUESDAY)
    office.work.done_for_today()
    assert said(window)[1] == "quiet until your next work day"


def test_a_day_off_says_why(window: MainWindow, office: Office) -> None:
    office.workspace.journal.take_days_off(MONDAY, MONDAY, "Training day")
    assert said(window) == ("A day off", "Training day")
    assert not strip_of(window).bar.isVisible()


def test_on_a_free_weekday_it_is_gone_unless_something_holds_reminders(
    window: MainWindow, office: Office
) -> None:
    office.workspace.journal.set_work_hours([1], (), YEAR)
    window.work_day.show_now()
    assert not strip_of(window).isVisible()
    office.work.start_session(25)
    assert strip_of(window).isVisible()
    assert strip_of(window).headline.text() == "No work planned today"


def test_what_was_left_for_today_stands_there_in_the_morning(
    window: MainWindow, office: Office
) -> None:
    office.work.done_for_today([], "Print the two worksheets")
    office.at(TUESDAY, "08:50")
    window.check_day()
    window.work_day.show_now()
    assert strip_of(window).left.text() == "Left for today: Print the two worksheets"
    assert strip_of(window).left.isVisible()
    office.at(TUESDAY, "18:10")
    window.work_day.show_now()
    assert not strip_of(window).left.isVisible()


def test_it_is_gone_while_another_day_is_looked_at(window: MainWindow) -> None:
    page, strip = window.pages.today, strip_of(window)
    page.show_day(MONDAY.replace(day=20))
    assert not strip.isVisible()
    window.work_day.show_now()
    assert not strip.isVisible()
    page.show_day(MONDAY)
    assert strip.isVisible()


def test_working_late_asks_for_a_reason_and_logs_it(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    dialog = window.work_day.ask_reason()
    qtbot.mouseClick(dialog.reasons.buttons[1], Left)
    assert office.work.log(MONDAY).reasons == ("notes",)
    assert window.undo_bar.isVisible()


def test_a_reason_can_be_typed_or_left(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    dialog = window.work_day.ask_reason()
    qtbot.keyClick(dialog.reasons.field, Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.reasons.field, "team meeting")
    qtbot.mouseClick(dialog.reasons.work_on, Left)
    assert office.work.log(MONDAY).reasons == ("team meeting",)
    other = window.work_day.ask_reason()
    qtbot.mouseClick(other.reasons.back, Left)
    assert not other.isVisible()
    assert office.work.log(MONDAY).reasons == ("team meeting",)


def test_what_cannot_be_done_is_said_in_the_window(window: MainWindow) -> None:
    window.work_day.deeds.start_session(0)
    assert window.strip.isVisible()


def test_in_a_narrow_window_the_buttons_stand_below(window: MainWindow, qtbot: QtBot) -> None:
    strip = strip_of(window)
    wide = strip.height()
    window.resize(900, 600)
    qtbot.waitUntil(lambda: strip.height() > wide)
    assert strip.session.y() > strip.bar.geometry().bottom()


def test_other_colours_reach_it(window: MainWindow) -> None:
    strip = strip_of(window)
    before = strip.grab().toImage()
    window.set_theme(DARK)
    assert strip.grab().toImage() != before
