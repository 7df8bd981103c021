"""Correcting a work day: one step to take back, and nothing lost of what was typed."""

from datetime import UTC

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from selfcare_app.domain.instants import instant_of, moment_at
from selfcare_app.domain.worklog import Activity
from selfcare_app.ui.boundaries.day_dialog import DayDialog
from tests.services.conftest import everything
from tests.services.office import BERLIN, MONDAY
from tests.ui.hours.conftest import day, log

LATE = day(3, 3)


@pytest.fixture
def ask(qtbot, office):
    """Opens the dialog on a day."""
    host = QWidget()
    qtbot.addWidget(host)
    host.show()

    def opened(on=LATE) -> DayDialog:
        dialog = DayDialog(host, office.workspace, on)
        dialog.open()
        return dialog

    return opened


def fill(qtbot, field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, text)


def see(office, on) -> None:
    first, last = (
        moment_at(instant_of(on, minute, BERLIN), BERLIN) for minute in (9 * 60, 18 * 60 + 40)
    )
    office.workspace.journal.note_activity(Activity(on, first, last))


def test_times_and_reasons_are_kept_as_one_step(qtbot, ask, office):
    see(office, LATE)
    before = everything(office.workspace)
    dialog = ask()
    assert dialog.about.text() == "Planned 09:00–18:00. Seen 09:00–18:40. 40 min past the end."
    assert (dialog.times.text(), dialog.times.placeholderText()) == ("", "09:00–18:40")
    fill(qtbot, dialog.times, "9:00-18:05")
    fill(qtbot, dialog.reasons, " notes,  a long   call ,")
    qtbot.keyClick(dialog.reasons, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    worked = office.work.day(LATE)
    assert (worked.overrun, worked.reasons) == (5, ("notes", "a long call"))
    office.workspace.journal.undo()
    assert everything(office.workspace) == before


def test_what_was_said_before_stands_there_and_emptied_lets_what_was_seen_stand(qtbot, ask, office):
    see(office, LATE)
    log(office, LATE, "08:30-19:10", "notes")
    dialog = ask()
    assert (dialog.times.text(), dialog.reasons.text()) == ("08:30-19:10", "notes")
    assert dialog.about.text().endswith("Seen 09:00–18:40. 1 h 10 min past the end.")
    fill(qtbot, dialog.times, "")
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    worked = office.work.day(LATE)
    assert (worked.overrun, worked.reasons) == (40, ("notes",))


def test_other_reasons_leave_the_times_as_they_were_lived(qtbot, ask, office):
    office.zone = UTC
    log(office, LATE, "08:30-19:10", "notes, all of them")
    office.zone = BERLIN
    said = office.work.log(LATE)
    dialog = ask()
    fill(qtbot, dialog.reasons, "admin")
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert office.work.log(LATE).reasons == ("admin",)
    assert (office.work.log(LATE).start, office.work.log(LATE).end) == (said.start, said.end)


def test_saving_what_was_there_changes_nothing(qtbot, ask, office):
    log(office, LATE, "08:30-19:10", "notes, all of them")
    before, undo = everything(office.workspace), office.workspace.journal.history.next_undo
    qtbot.mouseClick(ask().act, Qt.MouseButton.LeftButton)
    assert everything(office.workspace) == before
    assert office.workspace.journal.history.next_undo is undo


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("9 to 5", "is not a time of work"),
        ("9:00-25:00", "is not a time of day"),
        ("9:00-9:00", "ends when it starts"),
    ],
)
def test_times_that_cannot_be_are_said_beside_them_and_stay(qtbot, ask, office, typed, words):
    before = everything(office.workspace)
    dialog = ask()
    fill(qtbot, dialog.times, typed)
    fill(qtbot, dialog.reasons, "notes")
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert words in dialog.problem_of(dialog.times)
    assert (dialog.times.text(), dialog.reasons.text()) == (typed, "notes")
    assert everything(office.workspace) == before


def test_too_many_reasons_are_said_beside_them(qtbot, ask, office):
    dialog = ask()
    dialog.reasons.setText(", ".join(f"reason {number}" for number in range(51)))
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.problem_of(dialog.reasons) == "A day can have up to 50 reasons."
    assert office.work.log(LATE).empty


def test_another_day_is_told_of_and_what_was_typed_stays(qtbot, ask, office):
    log(office, day(3, 1), "08:00-19:00", "admin")
    office.workspace.journal.take_days_off(day(3, 2), day(3, 2), "unwell")
    dialog = ask()
    dialog.day.show_day(day(3, 1))
    assert (dialog.times.text(), dialog.reasons.text()) == ("08:00-19:00", "admin")
    fill(qtbot, dialog.times, "9:00-18:00")
    dialog.day.show_day(day(3, 2))
    assert (dialog.times.text(), dialog.reasons.text()) == ("9:00-18:00", "")
    assert dialog.about.text() == "Nothing was seen of this day. Unwell."
    dialog.day.show_day(MONDAY)
    assert dialog.day.maximumDate().toPython() == MONDAY


def test_a_night_is_typed_and_told_as_one(qtbot, ask, office):
    dialog = ask(day(3, 6))
    fill(qtbot, dialog.times, "22:00-6:30")
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert ask(day(3, 6)).times.text() == "22:00-06:30"
