"""The card about reminders: every setting of work hours, in sentences, kept at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from selfcare_app.domain.errors import KnownError
from selfcare_app.services.work_settings import (
    BEFORE_END,
    PAST_END,
    REMINDER_NAMES,
    WORK_DECLARATIONS,
)
from selfcare_app.ui.boundaries.reminders_card import RemindersCard
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import DARK, LIGHT
from tests.services.office import Office

Show = Callable[[RemindersCard], RemindersCard]


@pytest.fixture
def card(office: Office, icons: Icons, shown: Show) -> RemindersCard:
    return shown(RemindersCard(office.workspace, LIGHT, icons))


def box_of(card: RemindersCard, key: str) -> QComboBox:
    box = card.rows[key].control
    assert isinstance(box, QComboBox)
    return box


def test_every_setting_of_work_hours_is_here_with_its_words(card: RemindersCard) -> None:
    assert set(card.rows) == {declaration.key for declaration in WORK_DECLARATIONS}
    card.fold.button.click()
    for declaration in WORK_DECLARATIONS:
        control = card.rows[declaration.key].control
        assert (control.accessibleName() or control.property("text")) == declaration.title
        assert control.accessibleDescription() == declaration.help
        assert control.isVisible()
        assert control.height() >= 24


def test_a_choice_is_kept_at_once_and_can_be_undone(office: Office, card: RemindersCard) -> None:
    box = box_of(card, BEFORE_END.key)
    assert box.currentText() == "30 min"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert office.work.rules().before == 45
    office.workspace.journal.undo()
    card.refresh()
    assert office.work.rules().before == 30
    assert box.currentText() == "30 min"
    assert box.hasFocus()


def test_what_is_seldom_changed_is_folded_away_at_first(card: RemindersCard) -> None:
    quiet, start = card.rows["quiet_from"].control, card.rows["start_reminder"].control
    assert not quiet.isVisible()
    assert card.fold.button.accessibleDescription() == "folded away"
    QTest.keyClick(card.fold.button, Qt.Key.Key_Space)
    assert quiet.isVisible()
    assert start.isVisible()
    assert card.fold.button.accessibleDescription() == "shown"


def test_names_are_shown_only_to_those_who_ask(office: Office, card: RemindersCard) -> None:
    box = card.rows[REMINDER_NAMES.key].control
    assert isinstance(box, CheckBox)
    assert not box.isChecked()
    assert "“A small moment for you”" in box.accessibleDescription()
    box.click()
    assert office.workspace.settings.get(REMINDER_NAMES)


def test_it_says_that_reminders_wait_while_in_session(card: RemindersCard) -> None:
    assert any("“In session”" in label.text() for label in card.findChildren(QLabel))


def test_what_could_not_be_kept_is_said_and_shown_as_it_was(
    office: Office, card: RemindersCard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise KnownError("The disk is full.")

    monkeypatch.setattr(office.workspace.settings, "set", full)
    box = box_of(card, PAST_END.key)
    with qtbot.waitSignal(card.problem) as said:
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert said.args == ["The disk is full."]
    assert box.currentText() == "every 20 min"


def test_the_fold_takes_the_colours_of_another_theme(card: RemindersCard, icons: Icons) -> None:
    before = card.fold.button.icon().pixmap(16).toImage()
    card.set_theme(DARK, icons)
    assert card.fold.button.icon().pixmap(16).toImage() != before
