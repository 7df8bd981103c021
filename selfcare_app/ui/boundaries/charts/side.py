"""What stands beside the chart of planned and actual hours: the count, and the later days."""

from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.hours import WorkDay
from selfcare_app.ui.boundaries.charts.shown import (
    HoursShown,
    clock_words,
    count_words,
    left_out_words,
    too_early_words,
)
from selfcare_app.ui.theme import give_font

MOST_LATE = 4
"""Later days that are listed, the latest; the table has all."""


class SideColumn(QWidget):
    """The answer in words, and the way to correct a day."""

    correct_wanted = Signal()
    """The person wants to correct a day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = _label("card")
        self.sentences = _label("caption", "second")
        self.heading = _label("body", weight=QFont.Weight.DemiBold)
        self.late: list[tuple[QLabel, QLabel]] = [
            (_label("body"), _label("caption", "second")) for _ in range(MOST_LATE)
        ]
        self.rest = _label("caption", "second")
        self.correct = QPushButton(tr("Correct a day…"))
        self.correct.setProperty("role", "quiet")
        self.correct.setAutoDefault(False)
        self.correct.setStyleSheet(
            "text-decoration: underline; padding-left: 4px; padding-right: 4px;"
        )
        give_font(self.correct, "body", QFont.Weight.Medium)
        self.correct.clicked.connect(self.correct_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.answer)
        column.addWidget(self.sentences)
        column.addSpacing(10)
        column.addWidget(self.heading)
        for day, reasons in self.late:
            column.addSpacing(4)
            column.addWidget(day)
            column.addWidget(reasons)
        column.addWidget(self.rest)
        column.addSpacing(8)
        column.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_days(self, shown: HoursShown) -> None:
        """Tell of other days."""
        self.answer.setText(count_words(shown))
        sentences = [too_early_words(shown), *left_out_words(shown)]
        _say(self.sentences, "\n".join(each for each in sentences if each))
        late = shown.weeks.late
        listed = late[-MOST_LATE:]
        _say(self.heading, _later_words(len(late)) if late else "")
        for (day_label, reason_label), day in zip_longest(self.late, listed):
            _say(day_label, _end_words(shown, day) if day else "")
            _say(reason_label, ", ".join(day.worked.reasons) if day else "")
        more = len(late) - len(listed)
        _say(self.rest, tr("and {count} before, in the table", count=more) if more else "")


def _label(role: str, colour: str = "", weight: QFont.Weight | None = None) -> QLabel:
    made = QLabel()
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if colour:
        made.setProperty("role", colour)
    give_font(made, role, weight)
    return made


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))


def _later_words(count: int) -> str:
    named = (tr("One later day"), tr("Two later days"), tr("Three later days"))
    return named[count - 1] if count <= len(named) else tr("{count} later days", count=count)


def _end_words(shown: HoursShown, day: WorkDay) -> str:
    ended = "" if day.ended is None else clock_words(day.ended)
    return tr("{day}, {time}", day=shown.day_words(day.day), time=ended)
