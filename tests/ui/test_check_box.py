"""The check box: its box, its check, and how it grows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.look import dress
from selfcare_app.ui.theme import DARK, LIGHT, Theme
from tests.ui.settings.conftest import undressed

__all__ = ["undressed"]


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    chosen: Theme = request.param
    return chosen


@pytest.fixture
def box(qapp: QApplication, qtbot: QtBot, theme: Theme, undressed: None) -> Iterator[CheckBox]:
    dress(qapp, theme)
    whole = QWidget()
    column = QVBoxLayout(whole)
    made = CheckBox("Show streaks", whole)
    column.addWidget(made)
    qtbot.addWidget(whole)
    whole.resize(400, 100)
    whole.show()
    yield made


def colours(box: CheckBox) -> set[str]:
    image = box.grab().toImage()
    place = box.box().toRect()
    xs, ys = range(place.left(), place.right()), range(place.top(), place.bottom())
    return {image.pixelColor(x, y).name().upper() for x in xs for y in ys}


def test_ticked_it_is_filled_and_has_a_check(box: CheckBox, theme: Theme) -> None:
    assert QColor(theme.primary).name().upper() not in colours(box)
    box.setChecked(True)
    assert theme.primary in colours(box)
    assert theme.on_primary in colours(box)


def test_space_and_a_click_on_its_words_tick_it(box: CheckBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    middle = QPoint(box.width() - 10, box.height() // 2)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=middle)
    assert not box.isChecked()


def test_it_is_no_wider_than_its_words_and_high_enough_to_be_met(box: CheckBox) -> None:
    assert box.width() <= box.sizeHint().width() < 300
    assert box.height() >= 24


def test_the_box_grows_with_the_text(box: CheckBox, qapp: QApplication, theme: Theme) -> None:
    before = box.box()
    assert before.width() == before.height()
    larger = QFont(qapp.font())
    larger.setPointSizeF(larger.pointSizeF() * 2)
    qapp.setFont(larger)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.ApplicationFontChange.value)
    dress(qapp, theme)
    assert box.box().width() > 1.7 * before.width()
    assert box.sizeHint().height() >= box.box().height() + 4
