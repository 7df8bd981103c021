"""A card with a title, a few words beside it and a chart."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from selfcare_app.ui.progress.elided_label import ElidedLabel
from selfcare_app.ui.theme import font


class Card(QFrame):
    """A frame around one chart."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._title = QLabel(title)
        self._words = ElidedLabel()
        self._words.setProperty("role", "second")
        self._heading = QHBoxLayout()
        self._heading.setSpacing(10)
        self._heading.addWidget(self._title)
        self._heading.addWidget(self._words, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(8)
        self._column.addLayout(self._heading)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.take_fonts()

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        self._title.setFont(font("card"))
        self._words.setFont(font("caption"))

    def set_words(self, words: str) -> None:
        """The words beside the title."""
        if words != self._words.text():
            self._words.setText(words)

    def add_chart(self, chart: QWidget) -> None:
        """Put `chart` below the title."""
        self._column.addWidget(chart, 1)

    def add_legend(self, legend: QWidget) -> None:
        """Put `legend` at the right of the title."""
        self._heading.addWidget(legend, 0, Qt.AlignmentFlag.AlignVCenter)
