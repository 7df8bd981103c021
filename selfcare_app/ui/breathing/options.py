"""What can be chosen in the breathing guide: how long a breath takes, whether the ring moves."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.settings import (
    BREATHE_IN_SECONDS,
    BREATHE_OUT_SECONDS,
    REDUCED_MOTION,
    Declaration,
    Settings,
)
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.choice import Choice


class Options(QWidget):
    """Shows the settings of the guide, and keeps at once what is chosen."""

    changed = Signal()
    """Another rhythm, or another kind of ring, is in force."""
    problem = Signal(str)
    """Why a choice could not be kept; nothing was changed."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self._settings = settings
        self.seconds_in = self._seconds(BREATHE_IN_SECONDS)
        self.seconds_out = self._seconds(BREATHE_OUT_SECONDS)
        self.still = CheckBox(tr("A still ring, with words and numbers"), self)
        self.still.setChecked(settings.get(REDUCED_MOTION))
        self.still.toggled.connect(lambda ticked: self._keep(REDUCED_MOTION, ticked))
        seconds = QHBoxLayout()
        seconds.setSpacing(8)
        for words, choice in ((tr("In"), self.seconds_in), (tr("Out"), self.seconds_out)):
            label = QLabel(words, self)
            label.setBuddy(choice)
            seconds.addWidget(label)
            seconds.addWidget(choice)
            seconds.addSpacing(8)
        seconds.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(seconds)
        column.addWidget(self.still)

    def _seconds(self, declaration: Declaration[int]) -> Choice:
        choice = Choice(self)
        choice.addItems([tr("{count} s", count=seconds) for seconds in declaration.allowed])
        choice.setAccessibleName(tr(declaration.title))
        choice.setCurrentIndex(declaration.allowed.index(self._settings.get(declaration)))
        choice.activated.connect(
            lambda number: self._keep(declaration, declaration.allowed[number])
        )
        return choice

    def _keep(self, declaration: Declaration[Any], value: object) -> None:
        try:
            self._settings.set(declaration, value)
        except KnownError as error:
            self.problem.emit(str(error))
            return
        self.changed.emit()
