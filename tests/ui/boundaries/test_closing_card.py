"""The closing steps: the person's own, in their own order and words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from selfcare_app.services.work_options import BREATH_STEP, MOST_STEPS, NOTE_STEP, TOMORROW_STEP
from selfcare_app.ui.boundaries.closing_card import ClosingCard
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import DARK, LIGHT
from tests.services.office import Office

PLANTS = "Water the plants"
Key = Qt.Key
Alt = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def card(office: Office, icons: Icons, shown: Callable[[ClosingCard], ClosingCard]) -> ClosingCard:
    office.work.options.set_closing_steps([NOTE_STEP, PLANTS, TOMORROW_STEP])
    return shown(ClosingCard(office.workspace, LIGHT, icons))


def steps(card: ClosingCard) -> tuple[str, ...]:
    return tuple(row.step for row in card.rows)


def focused(card: ClosingCard) -> QWidget | None:
    return card.window().focusWidget()


def usual(card: ClosingCard) -> list[str]:
    return [button.text() for button in card.usual if button.isVisible()]


def test_a_step_is_typed_over_and_that_can_be_undone(office: Office, card: ClosingCard) -> None:
    field = card.rows[1].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Close  the door")
    QTest.keyClick(field, Key.Key_Return)
    assert office.work.options.closing_steps() == (NOTE_STEP, "Close the door", TOMORROW_STEP)
    assert field.text() == "Close the door"
    assert field.hasFocus()
    office.workspace.journal.undo()
    card.refresh()
    assert steps(card) == (NOTE_STEP, PLANTS, TOMORROW_STEP)
    assert field.text() == PLANTS


def test_what_was_typed_is_kept_when_one_goes_elsewhere(office: Office, card: ClosingCard) -> None:
    card.rows[0].field.setFocus()
    card.rows[0].field.setText("Lock the files")
    card.rows[2].down.setFocus()
    card.field.setFocus()
    assert office.work.options.closing_steps()[0] == "Lock the files"


def test_a_step_typed_empty_or_as_another_one_stays_what_it_was(
    office: Office, card: ClosingCard, qtbot: QtBot
) -> None:
    field = card.rows[1].field
    field.setText("  ")
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == PLANTS
    field.setText(NOTE_STEP)
    with qtbot.waitSignal(card.problem) as said:
        QTest.keyClick(field, Key.Key_Return)
    assert said.args == [f"“{NOTE_STEP}” is among the steps already."]
    assert office.work.options.closing_steps() == (NOTE_STEP, PLANTS, TOMORROW_STEP)
    assert field.text() == PLANTS


def test_buttons_move_a_step_and_the_focus_goes_with_it(office: Office, card: ClosingCard) -> None:
    card.rows[2].up.setFocus()
    QTest.keyClick(card.rows[2].up, Key.Key_Space)
    assert office.work.options.closing_steps() == (NOTE_STEP, TOMORROW_STEP, PLANTS)
    assert focused(card) is card.rows[1].up
    QTest.keyClick(card.rows[1].up, Key.Key_Space)
    assert office.work.options.closing_steps() == (TOMORROW_STEP, NOTE_STEP, PLANTS)
    assert focused(card) is card.rows[0].down
    assert not card.rows[0].up.isEnabled()
    assert not card.rows[2].down.isEnabled()


def test_alt_and_an_arrow_move_the_step_in_focus_with_what_was_typed_in_it(
    office: Office, card: ClosingCard
) -> None:
    field = card.rows[1].field
    field.setFocus()
    field.setText("Close the door")
    QTest.keyClick(field, Key.Key_Up, Alt)
    assert office.work.options.closing_steps() == ("Close the door", NOTE_STEP, TOMORROW_STEP)
    assert focused(card) is card.rows[0].field
    QTest.keyClick(card.rows[0].field, Key.Key_Up, Alt)
    assert steps(card) == ("Close the door", NOTE_STEP, TOMORROW_STEP)
    card.rows[0].down.setFocus()
    QTest.keyClick(card.rows[0].down, Key.Key_Down, Alt)
    assert steps(card) == (NOTE_STEP, "Close the door", TOMORROW_STEP)
    assert focused(card) is card.rows[1].down


def test_other_keys_move_nothing(card: ClosingCard) -> None:
    card.rows[1].down.setFocus()
    QTest.keyClick(card.rows[1], Key.Key_Up)
    QTest.keyClick(card.rows[1], Key.Key_A, Alt)
    assert steps(card) == (NOTE_STEP, PLANTS, TOMORROW_STEP)


def test_a_step_is_removed_and_the_focus_stays_in_its_place(
    office: Office, card: ClosingCard
) -> None:
    for left in ((NOTE_STEP, TOMORROW_STEP), (NOTE_STEP,), ()):
        button = card.rows[min(1, len(card.rows) - 1)].remove
        button.setFocus()
        QTest.keyClick(button, Key.Key_Space)
        assert office.work.options.closing_steps() == left
        assert focused(card) is (card.rows[-1].remove if left else card.field)
    office.workspace.journal.undo()
    card.refresh()
    assert steps(card) == (NOTE_STEP,)


def test_a_step_is_added_by_typing_it(office: Office, card: ClosingCard, qtbot: QtBot) -> None:
    card.field.setFocus()
    QTest.keyClicks(card.field, "Lights out")
    QTest.keyClick(card.field, Key.Key_Return)
    assert office.work.options.closing_steps()[-1] == "Lights out"
    assert card.field.text() == ""
    assert card.field.hasFocus()
    QTest.keyClicks(card.field, "Lights out")
    with qtbot.waitSignal(card.problem):
        card.add_button.click()
    assert card.field.text() == "Lights out"
    card.field.clear()
    card.add_button.click()
    assert len(steps(card)) == 4


def test_the_steps_that_bring_something_keep_their_words_and_say_what(card: ClosingCard) -> None:
    assert card.rows[0].field.isVisible()
    tomorrow = card.rows[2]
    assert not tomorrow.field.isVisible()
    assert tomorrow.grab().height() >= 26
    assert tomorrow.comes_with.text() == "with a line to write"
    assert tomorrow.comes_with.isVisible()


def test_a_usual_step_that_was_removed_is_offered_again(office: Office, card: ClosingCard) -> None:
    assert usual(card) == [BREATH_STEP]
    breath = card.usual[2]
    assert breath.accessibleName() == "Add “One breath”, with the breathing guide"
    breath.setFocus()
    QTest.keyClick(breath, Key.Key_Space)
    assert office.work.options.closing_steps()[-1] == BREATH_STEP
    assert card.rows[-1].comes_with.text() == "with the breathing guide"
    assert usual(card) == []
    assert focused(card) is card.rows[-1].up
    card.rows[2].remove.click()
    assert usual(card) == [TOMORROW_STEP]


def test_no_more_is_offered_than_keeps_it_short(office: Office, card: ClosingCard) -> None:
    office.work.options.set_closing_steps([f"Step {number}" for number in range(MOST_STEPS)])
    card.refresh()
    assert not card.field.isVisible()
    assert card.full.isVisible()
    assert usual(card) == []
    card.rows[0].remove.click()
    assert card.field.isVisible()
    assert not card.full.isVisible()


def test_everything_says_what_it_does(card: ClosingCard) -> None:
    row = card.rows[1]
    assert row.field.accessibleName() == "Step 2"
    assert row.up.accessibleName() == "Move “Water the plants” up"
    assert row.remove.accessibleName() == "Remove “Water the plants”"
    for button in (row.up, row.down, row.remove):
        assert button.width() >= 24
        assert button.height() >= 26


def test_another_theme_draws_the_buttons_anew(card: ClosingCard, icons: Icons) -> None:
    buttons = (card.rows[1].up, card.rows[1].remove, card.usual[2])
    before = [button.icon().pixmap(16).toImage() for button in buttons]
    card.set_theme(DARK, icons)
    after = [button.icon().pixmap(16).toImage() for button in buttons]
    assert all(one != other for one, other in zip(before, after, strict=True))
