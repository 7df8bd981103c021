"""The Tab key goes down the cards as they are read, whatever was added to them later."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.ui.boundaries.closing_card import ClosingCard
from selfcare_app.ui.boundaries.kept_habits_card import KeptHabitsCard
from selfcare_app.ui.boundaries.one_offs_card import OneOffsCard
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import LIGHT
from tests.services.office import MONDAY, TUESDAY, Office


def test_the_tab_key_goes_down_the_cards(
    office: Office, icons: Icons, shown: Callable[[QWidget], QWidget]
) -> None:
    journal = office.workspace.journal
    page = QWidget()
    column = QVBoxLayout(page)
    one_offs = OneOffsCard(office.workspace, LIGHT, icons, page)
    closing = ClosingCard(office.workspace, LIGHT, icons, page)
    kept = KeptHabitsCard(office.workspace, page)
    for card in (one_offs, closing, kept):
        column.addWidget(card)
    shown(page)
    for day in (TUESDAY, MONDAY):
        journal.take_days_off(day, day, f"{day}")
    office.work.options.set_closing_steps(["One", "Two", "Three", "Four"])
    for name, area in (("Sit", "mindfulness"), ("Stopped", "boundaries"), ("Shut", "boundaries")):
        journal.add_habit(Habit("", name, MONDAY, area=area))
    for card in (one_offs, closing, kept):
        card.refresh()

    steps = [stop for row in closing.rows for stop in row.stops if stop.isEnabled()]
    expected = [
        one_offs.add_button,
        *(row.more for row in one_offs.coming.rows),
        one_offs.holidays.choose,
        *steps,
        closing.field,
        closing.add_button,
        *(button for button in closing.usual if button.isVisible()),
        *kept.boxes.values(),
        kept.others,
        kept.add_button,
    ]
    expected[0].setFocus()
    stops = []
    for _ in expected:
        stops.append(QApplication.focusWidget())
        QTest.keyClick(page, Qt.Key.Key_Tab)
    assert stops == expected
    assert QApplication.focusWidget() is expected[0]


def test_a_card_of_its_own_is_gone_down_as_well(
    office: Office, icons: Icons, shown: Callable[[QWidget], QWidget]
) -> None:
    card = ClosingCard(office.workspace, LIGHT, icons)
    shown(card)
    first = card.rows[0]
    first.field.setFocus()
    QTest.keyClick(first.field, Qt.Key.Key_Tab)
    assert first.down.hasFocus()
    card.rows[-1].remove.setFocus()
    QTest.keyClick(card.rows[-1].remove, Qt.Key.Key_Tab)
    assert card.field.hasFocus()
