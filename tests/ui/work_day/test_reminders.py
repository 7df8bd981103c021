"""Reminders come one at a time, say little, and do what is answered."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.notice import Notice, NoticeKind
from selfcare_app.domain.reminder import Reminder
from selfcare_app.services.work_settings import BREAK_REMINDER, REMINDER_NAMES, START_REMINDER
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.reminders.open import Reminders
from selfcare_app.ui.reminders.window import ReminderWindow
from tests.services.conftest import no_room_left
from tests.services.office import MONDAY, TUESDAY, Office
from tests.ui.work_day.conftest import Screen

# Screens without a window manager neither raise windows nor give them the keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def tick(office: Office, reminders: Reminders, clock: str) -> None:
    """Let the day go on until `clock`, and bring what comes."""
    before = office.now
    for now in range(before + 30, office.at(MONDAY, clock) + 1, 30):
        office.now = now
        look(office, reminders)


def look(office: Office, reminders: Reminders) -> None:
    """Bring what comes now."""
    found = office.work.reminding.tick()
    for notice in found.show:
        reminders.bring(notice, found.late)


def shown(reminders: Reminders) -> ReminderWindow:
    assert reminders.window is not None
    assert reminders.window.isVisible()
    return reminders.window


def texts(reminders: Reminders) -> tuple[str, str]:
    window = shown(reminders)
    return window.title.text(), window.lines.text()


def remind_of(office: Office, habit: Habit, minute: int) -> None:
    office.workspace.journal.edit_habit(habit, [Reminder("", habit.id, minute)])


def test_the_end_comes_in_three_stages_in_one_window(office: Office, reminders: Reminders) -> None:
    office.work.reminding.tick()
    tick(office, reminders, "17:30")
    first = shown(reminders)
    assert texts(reminders) == (
        "Your day ends at 18:00",
        "30 min left: time for the last note.",
    )
    tick(office, reminders, "18:00")
    assert texts(reminders) == (
        "It is 18:00",
        "This is the end you set for today.\nWrapping up takes about three minutes.",
    )
    tick(office, reminders, "18:20")
    assert texts(reminders)[0] == "It is 18:20"
    assert texts(reminders)[1].startswith("That is 20 min past 18:00.")
    assert shown(reminders) is first
    assert first.accessibleName() == "It is 18:20"


def test_it_leaves_the_keyboard_where_it_is(reminders: Reminders, office: Office) -> None:
    office.work.reminding.tick()
    tick(office, reminders, "18:00")
    assert shown(reminders).testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_what_is_shown_follows_the_clock(office: Office, reminders: Reminders) -> None:
    office.work.reminding.tick()
    tick(office, reminders, "17:30")
    office.at(MONDAY, "17:41")
    reminders.follow()
    assert texts(reminders)[1] == "19 min left: time for the last note."


def test_later_puts_it_off_and_says_how_often_that_is_left(
    office: Office, reminders: Reminders, qtbot: QtBot
) -> None:
    office.work.reminding.tick()
    tick(office, reminders, "18:00")
    window = shown(reminders)
    assert window.first_foot.text() == "3 extensions left today"
    assert window.second_foot.text() == "Esc reminds again at 18:20"
    qtbot.mouseClick(window.buttons["later:15"], Left)
    assert reminders.window is None
    tick(office, reminders, "18:15")
    assert shown(reminders).first_foot.text() == "2 extensions left today"


def test_other_lengths_stand_in_a_menu(office: Office, reminders: Reminders) -> None:
    office.work.reminding.tick()
    tick(office, reminders, "18:00")
    menu = shown(reminders).other_lengths()
    actions: list[QAction] = menu.actions()
    assert [action.text() for action in actions] == ["5 more minutes", "30 more minutes"]
    actions[0].trigger()
    assert office.work.log(MONDAY).snoozed == (office.now + 5 * 60,)


def test_after_the_last_extension_it_cannot_be_put_off(
    office: Office, reminders: Reminders
) -> None:
    office.work.reminding.tick()
    for _ in range(3):
        office.work.snooze(MONDAY, 5)
    tick(office, reminders, "18:00")
    window = shown(reminders)
    assert not window.buttons["later:15"].isEnabled()
    assert window.buttons["later:15"].toolTip() == "Today’s extensions are used up."
    assert window.first_foot.text() == "No extension left today"
    assert not window.more.isVisible()


def test_working_late_asks_why_in_the_same_window(
    office: Office, reminders: Reminders, qtbot: QtBot
) -> None:
    office.work.reminding.tick()
    tick(office, reminders, "18:00")
    window = shown(reminders)
    qtbot.mouseClick(window.buttons["late"], Left)
    assert window.reasons.isVisible()
    qtbot.keyClick(window, Key.Key_Escape)
    assert not window.reasons.isVisible()
    assert window.isVisible()
    qtbot.mouseClick(window.buttons["late"], Left)
    qtbot.mouseClick(window.reasons.buttons[0], Left)
    assert office.work.log(MONDAY).reasons == ("client crisis",)
    assert reminders.window is None


def test_escape_puts_it_away_until_the_next_stage(
    office: Office, reminders: Reminders, qtbot: QtBot
) -> None:
    office.work.reminding.tick()
    tick(office, reminders, "18:00")
    qtbot.keyClick(shown(reminders), Key.Key_Escape)
    assert reminders.window is None
    assert office.work.log(MONDAY).snoozed == ()
    tick(office, reminders, "18:20")
    assert shown(reminders)


def test_return_presses_the_button_that_has_the_focus(
    window: MainWindow, office: Office, reminders: Reminders, qtbot: QtBot
) -> None:
    office.work.reminding.tick()
    tick(office, reminders, "18:00")
    shown(reminders).activateWindow()
    QTest.qWaitForWindowActive(shown(reminders))
    assert QApplication.focusWidget() is shown(reminders).buttons["wrap_up"]
    qtbot.keyClick(shown(reminders), Key.Key_Return)
    assert window.work_day.wrapping is not None
    assert window.work_day.wrapping.isVisible()
    assert reminders.window is None
    window.work_day.wrapping.close()


def test_done_for_today_puts_it_away(office: Office, reminders: Reminders) -> None:
    office.work.reminding.tick()
    tick(office, reminders, "18:00")
    office.work.done_for_today()
    reminders.follow()
    assert reminders.window is None


def test_after_a_sleep_it_says_that_the_day_is_over(office: Office, reminders: Reminders) -> None:
    office.work.reminding.tick()
    office.at(MONDAY, "20:10")
    look(office, reminders)
    assert texts(reminders) == ("Your day ended at 18:00", "Nothing has to be done now.")


def test_started_in_the_last_minutes_it_says_how_many_are_left(
    office: Office, reminders: Reminders
) -> None:
    office.at(MONDAY, "17:45")
    look(office, reminders)
    assert texts(reminders)[1] == "15 min left: time for the last note."


def test_the_start_tells_what_was_left_for_today(office: Office, reminders: Reminders) -> None:
    office.workspace.settings.set(START_REMINDER, True)
    friday = MONDAY - timedelta(days=3)
    office.at(friday, "17:00")
    office.work.done_for_today([], "Print the two worksheets")
    office.at(MONDAY, "08:59")
    office.work.reminding.tick()
    tick(office, reminders, "09:00")
    assert texts(reminders) == (
        "Good to start",
        "Your work hours have begun.\nYou left for today: Print the two worksheets",
    )
    shown(reminders).buttons["close"].click()
    assert reminders.window is None


def test_a_break_and_a_day_off_have_their_words(office: Office, reminders: Reminders) -> None:
    office.workspace.settings.set(BREAK_REMINDER, True)
    office.work.reminding.tick()
    office.work.start_session(25)
    tick(office, reminders, "16:45")
    assert texts(reminders)[0] == "Time for a break"
    reminders.close()
    office.workspace.journal.take_days_off(MONDAY, MONDAY)
    tick(office, reminders, "16:50")
    assert texts(reminders)[0] == "This is a day off"


@pytest.mark.parametrize(("key", "in_session"), [("still", False), ("session", True)])
def test_whoever_touched_nothing_for_an_hour_can_say_that_they_work(
    office: Office, reminders: Reminders, key: str, in_session: bool
) -> None:
    start = office.at(MONDAY, "14:00")
    office.work.reminding.tick(start)
    for now in range(start + 30, office.at(MONDAY, "15:00") + 1, 30):
        office.now = now
        for notice in office.work.reminding.tick(start).show:
            reminders.bring(notice, late=False)
    assert texts(reminders) == (
        "Still working?",
        "Nothing was touched since 14:00.\nListening is work; otherwise it counts as a break.",
    )
    shown(reminders).buttons[key].click()
    assert reminders.window is None
    assert bool(office.work.holds()) is in_session
    office.work.reminding.tick(office.now)
    office.at(TUESDAY, "09:00")
    assert office.work.day(MONDAY).break_minutes == 0


def test_a_break_stays_a_break(office: Office, reminders: Reminders) -> None:
    start = office.at(MONDAY, "14:00")
    office.work.reminding.tick(start)
    office.at(MONDAY, "15:00")
    notice = Notice(MONDAY, f"still:{start}", NoticeKind.STILL, office.now, office.now + 3600)
    reminders.bring(notice, late=False)
    shown(reminders).buttons["close"].click()
    office.work.reminding.tick(office.now)
    office.at(TUESDAY, "09:00")
    assert office.work.day(MONDAY).break_minutes == 60


def test_a_habit_is_not_named_unless_that_was_asked_for(
    office: Office, reminders: Reminders, sit: Habit
) -> None:
    remind_of(office, sit, 16 * 60 + 30)
    office.work.reminding.tick()
    tick(office, reminders, "16:30")
    assert texts(reminders) == ("A small moment for you", "")
    office.workspace.settings.set(REMINDER_NAMES, True)
    reminders.follow()
    assert texts(reminders)[0] == "Sit and breathe"


@pytest.mark.parametrize(("key", "state"), [("done", State.DONE), ("rest", State.REST)])
def test_a_habit_is_done_or_rests_by_a_button(
    office: Office, reminders: Reminders, sit: Habit, key: str, state: State
) -> None:
    remind_of(office, sit, 16 * 60 + 30)
    office.work.reminding.tick()
    tick(office, reminders, "16:30")
    shown(reminders).buttons[key].click()
    assert office.workspace.records.entry(sit.id, MONDAY).state is state
    assert reminders.window is None


def test_later_brings_a_habit_again(office: Office, reminders: Reminders, sit: Habit) -> None:
    remind_of(office, sit, 16 * 60 + 30)
    office.work.reminding.tick()
    tick(office, reminders, "16:30")
    shown(reminders).buttons["later"].click()
    assert reminders.window is None
    tick(office, reminders, "17:00")
    assert shown(reminders)


def test_a_habit_done_meanwhile_is_put_away(
    office: Office, reminders: Reminders, sit: Habit
) -> None:
    remind_of(office, sit, 16 * 60 + 30)
    office.work.reminding.tick()
    tick(office, reminders, "16:30")
    office.workspace.journal.log_entry(sit, MONDAY)
    reminders.follow()
    assert reminders.window is None


def test_the_end_comes_before_a_habit_which_follows(
    office: Office, reminders: Reminders, sit: Habit
) -> None:
    remind_of(office, sit, 17 * 60)
    office.work.reminding.tick()
    tick(office, reminders, "17:00")
    assert texts(reminders)[0] == "A small moment for you"
    tick(office, reminders, "17:30")
    assert texts(reminders)[0] == "Your day ends at 18:00"
    shown(reminders).buttons["later:15"].click()
    assert texts(reminders)[0] == "A small moment for you"


def test_what_cannot_be_kept_is_said_and_the_reminder_stays(
    window: MainWindow, office: Office, reminders: Reminders
) -> None:
    office.work.reminding.tick()
    tick(office, reminders, "18:00")
    with no_room_left(office.workspace):
        shown(reminders).reasons.chosen.emit("a reason that needs room " * 400)
    assert shown(reminders)
    assert window.strip.isVisible()


class Asked:
    """The native notifications that were asked for."""

    def __init__(self, reminders: Reminders) -> None:
        self.shown: list[tuple[str, str, str, dict[str, str]]] = []
        self.gone: list[str] = []
        reminders.native_wanted.connect(lambda *each: self.shown.append(each))
        reminders.native_done.connect(self.gone.append)

    @property
    def texts(self) -> list[str]:
        return [title for _, title, _, _ in self.shown]


def test_beside_the_window_a_native_notification_is_asked_for(
    office: Office, reminders: Reminders
) -> None:
    asked = Asked(reminders)
    office.work.reminding.tick()
    tick(office, reminders, "18:00")
    name, title, body, buttons = asked.shown[-1]
    assert (name, title, body) == ("end", "Your day ended at 18:00", "")
    assert buttons == {
        "wrap_up": "Wrap up",
        "later:15": "15 more minutes",
        "late": "Working late…",
    }
    reminders.answer("end", "later:15")
    assert len(office.work.log(MONDAY).snoozed) == 1
    assert asked.gone[-1:] == ["end"]


def test_an_answer_that_comes_too_late_does_nothing(office: Office, reminders: Reminders) -> None:
    office.work.reminding.tick()
    tick(office, reminders, "18:00")
    reminders.close()
    reminders.answer("end", "later:15")
    assert office.work.log(MONDAY).snoozed == ()


def test_clicking_the_notification_itself_shows_the_window(
    office: Office, reminders: Reminders
) -> None:
    office.work.reminding.tick()
    tick(office, reminders, "18:00")
    reminders.answer("end", "default")
    assert shown(reminders)


def test_working_late_from_the_notification_asks_in_the_window(
    office: Office, reminders: Reminders
) -> None:
    office.work.reminding.tick()
    tick(office, reminders, "18:00")
    reminders.answer("end", "late")
    assert shown(reminders).reasons.isVisible()


def test_on_a_locked_screen_only_a_neutral_line_comes(
    office: Office, reminders: Reminders, screen: Screen
) -> None:
    asked = Asked(reminders)
    screen.locked = True
    office.work.reminding.tick()
    tick(office, reminders, "18:00")
    assert set(asked.texts) == {"A small moment for you"}
    assert asked.shown[-1] == ("end", "A small moment for you", "", {})
    assert reminders.window is None
    screen.locked = False
    reminders.follow()
    assert texts(reminders)[0] == "It is 18:00"


def test_no_native_notification_names_a_habit_by_itself(
    office: Office, reminders: Reminders, sit: Habit
) -> None:
    asked = Asked(reminders)
    remind_of(office, sit, 16 * 60 + 30)
    office.work.reminding.tick()
    tick(office, reminders, "16:30")
    assert asked.shown[0][1] == "A small moment for you"
