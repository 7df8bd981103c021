"""How a habit is logged: as yes or no, or as an amount with a target and a unit."""

from typing import NamedTuple

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from selfcare_app.domain.amount import format_amount, parse_amount
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Direction, Habit, Kind, check_text
from selfcare_app.domain.schedule import (
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
)
from selfcare_app.domain.words import tr
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.editor.field import Field
from selfcare_app.ui.theme import font


class Measure(NamedTuple):
    """What a habit says of how it is logged."""

    kind: Kind = Kind.YES_NO
    target: float | None = None
    direction: Direction | None = None
    unit: str | None = None


class MeasureField(Field):
    """Yes or no, at least or at most; what was typed stays while another is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Logged as"), parent)
        self.kind = Choice(self)
        self.kind.setAccessibleName(tr("Logged as"))
        for words, direction in (
            (tr("Yes or no"), None),
            (tr("At least"), Direction.AT_LEAST),
            (tr("At most"), Direction.AT_MOST),
        ):
            self.kind.addItem(words, direction)
        advance = QFontMetrics(font("body")).horizontalAdvance("0")
        self.target = QLineEdit(self)
        self.target.setAccessibleName(tr("Amount"))
        self.target.setPlaceholderText("20")
        self.target.setFixedWidth(advance * 8 + 22)
        self.unit = QLineEdit(self)
        self.unit.setAccessibleName(tr("Unit"))
        self.unit.setPlaceholderText(tr("min, pages, glasses…"))
        self._span = QLabel(self)
        self.line.addWidget(self.kind)
        self.line.addWidget(self.target)
        self.line.addWidget(self.unit, 1)
        self.line.addWidget(self._span)
        self._rest = QLabel(self)
        self.line.addWidget(self._rest, 1)
        self.finish()
        self._show_parts()
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.target.textChanged.connect(self.changed)
        self.unit.textChanged.connect(self.changed)

    def show_habit(self, habit: Habit) -> None:
        """Show how `habit` is logged."""
        directions = [self.kind.itemData(index) for index in range(self.kind.count())]
        self.kind.setCurrentIndex(directions.index(habit.direction))
        if habit.target is not None:
            number = format_amount(habit.target).replace(".", QLocale().decimalPoint())
            self.target.setText(number)
        if habit.measured:
            self.unit.setText(habit.unit or "")
        self._show_parts()

    def show_schedule(self, schedule: Schedule) -> None:
        """Say how long the amount is for."""
        match schedule:
            case TimesPerWeek():
                words = tr("a week")
            case TimesPerMonth():
                words = tr("a month")
            case TimesInDays(_, days):
                words = tr("in {days} days", days=days)
            case _:
                words = tr("a day")
        self._span.setText(words)

    @property
    def measured(self) -> bool:
        """Whether an amount is asked for."""
        return self.kind.currentData() is not None

    def read(self) -> Measure:
        """How it is logged; raises BadInput for a target that is none, or asks for nothing."""
        if not self.measured:
            return Measure()
        # Qt hands an enumeration of strings back as plain strings.
        direction = Direction(self.kind.currentData())
        unit = " ".join(self.unit.text().split())
        check_text(unit)
        target = parse_amount(self.target.text())
        if direction is Direction.AT_LEAST and not target:
            raise BadInput(
                tr(
                    "“At least 0” would be kept by doing nothing. "
                    "Choose a small amount instead, such as 1."
                )
            )
        return Measure(Kind.MEASURED, target, direction, unit or None)

    def wrong_control(self) -> QWidget:
        """The amount."""
        return self.target

    def _on_kind(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        for part in (self.target, self.unit, self._span):
            part.setVisible(self.measured)
        self._rest.setVisible(not self.measured)
