"""A chart in its frame: the question, the answer, what can be chosen, and the picture."""

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.words import tr
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.shown import Sheet
from selfcare_app.ui.theme import Theme, font


class Figures(Protocol):
    """What a chart is given to show, with the colours to draw it in."""

    @property
    def theme(self) -> Theme:
        """The colours."""


F = TypeVar("F", bound=Figures)


class ChartCard(QFrame, Generic[F]):
    """One question. Its picture is made when it first comes into view, and drawn anew only
    while it is in view: otherwise it is remembered as stale."""

    table_wanted = Signal(str)
    """The key of the chart whose table the person wants to see."""
    take_wanted = Signal(str)
    """The key of the chart that the person wants to take along."""

    key = ""
    """By which the chart is asked for."""
    zooms = False
    """Whether wheel, mouse and keys zoom and move the picture."""
    tells_answer = True
    """Whether the sentence stands above the picture; not where the picture says the same."""
    needs_library = False
    """Whether the picture can be made only once pyqtgraph is loaded."""

    def __init__(self, question: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._icons = icons
        self.shown: F | None = None
        """What was given last."""
        self._dressed: Theme | None = None
        self._picture: QWidget | None = None
        self._tall = 0
        self.stale = True
        self._question = QLabel()
        self._question.setWordWrap(True)
        self._answer = QLabel()
        self._answer.setWordWrap(True)
        self._answer.setTextFormat(Qt.TextFormat.PlainText)
        self._answer.setProperty("role", "second")
        if not self.tells_answer:
            self._answer.hide()
        self.waiting = QLabel()
        """What stands in for the picture until it is made."""
        self.waiting.setProperty("role", "second")
        self.waiting.setWordWrap(True)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.table_button = QPushButton()
        self.table_button.setProperty("role", "icon")
        self.table_button.setAutoDefault(False)
        self.table_button.clicked.connect(lambda: self.table_wanted.emit(self.key))
        self.take_button = QPushButton()
        self.take_button.setProperty("role", "icon")
        self.take_button.setAutoDefault(False)
        self.take_button.clicked.connect(lambda: self.take_wanted.emit(self.key))
        self.lines: list[QWidget] = []
        """What stands between the answer and the picture, such as a legend."""
        self._ask(question)
        if self.zooms:
            self._question.setToolTip(
                tr(
                    "The wheel, + and − zoom; dragging, or Shift with an arrow, moves; "
                    "a double click, or 0, goes back."
                )
            )
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._take_own_fonts()

    def _ask(self, question: str) -> None:
        self._question.setText(question)
        words = tr("Show “{question}” as table", question=question)
        self.table_button.setToolTip(words)
        self.table_button.setAccessibleName(words)
        words = tr("Take “{question}” along", question=question)
        self.take_button.setToolTip(words)
        self.take_button.setAccessibleName(words)
        if self._picture is not None:
            self._picture.setAccessibleName(question)

    def _lay_out(self) -> None:
        self._heading = QHBoxLayout()
        self._heading.setSpacing(8)
        self._heading.addWidget(self._question, 1, Qt.AlignmentFlag.AlignVCenter)
        self._heading.addWidget(self.table_button, 0, Qt.AlignmentFlag.AlignTop)
        self._heading.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 12)
        self._column.setSpacing(6)
        self._column.addLayout(self._heading)
        self._column.addWidget(self._answer)
        self._column.addWidget(self.waiting, 1)

    def add_tool(self, tool: QWidget) -> None:
        """Put `tool` between the question and the table's button."""
        self._heading.insertWidget(self._heading.count() - 2, tool, 0, Qt.AlignmentFlag.AlignTop)

    def add_line(self, line: QWidget) -> None:
        """Put `line` between the answer and the picture."""
        self._column.insertWidget(2, line)
        self.lines.append(line)

    # What each chart says for itself

    def make_picture(self) -> QWidget:
        """The picture, which has nothing to show yet."""
        raise NotImplementedError

    def draw(self, shown: F) -> None:
        """Show the figures in the picture."""
        raise NotImplementedError

    def sheet(self, shown: F) -> Sheet:
        """The same in words."""
        raise NotImplementedError

    def least_height(self) -> int:
        """Pixels that the picture takes at the least; 0 where it knows that for itself."""
        return max(self._tall, round(self._answer.fontMetrics().height() * 9))

    # Showing

    @property
    def question(self) -> str:
        """The title."""
        return self._question.text()

    @property
    def answer(self) -> str:
        """The sentence beneath it, with what can be done there."""
        return self._answer.text()

    @property
    def picture(self) -> QWidget | None:
        """The picture, once it is made."""
        return self._picture

    def show_figures(self, shown: F) -> None:
        """Take other figures; they are seen once the card is in view and `catch_up` is called."""
        self.shown = shown
        self.stale = True

    def answer_first(self) -> None:
        """Give the answer before there is a picture, so that this finds its place at once."""
        if self.shown is not None and self._picture is None:
            self._say(self.sheet(self.shown))

    def catch_up(self) -> None:
        """Make the picture if there is none, and draw the figures."""
        assert self.shown is not None
        if self._picture is None:
            self._picture = self.make_picture()
            self._picture.setAccessibleName(self.question)
            self._fit_picture()
            self._column.replaceWidget(self.waiting, self._picture)
            self._column.setStretchFactor(self._picture, 1)
            self.waiting.hide()
            self._picture.show()
            self._column.activate()
        self._dress(self.shown.theme)
        self.redraw()

    def redraw(self) -> None:
        """Draw what was given last, such as after another choice on the card itself."""
        if self.shown is None or self._picture is None:
            return
        self.stale = False
        said = self.sheet(self.shown)
        self._say(said)
        self.draw(self.shown)
        hint = tr("The arrow keys go from one to the next; the table’s button lists them.")
        if self.zooms:
            hint += " " + tr("Plus and minus zoom, Shift with an arrow moves, 0 goes back.")
        self._picture.setAccessibleDescription(f"{said.answer} {hint}")

    def _say(self, said: Sheet) -> None:
        if said.question != self.question:
            self._ask(said.question)
        words = f"{said.answer} {said.hint}".strip()
        if words != self.answer:
            self._answer.setText(words)

    def _dress(self, theme: Theme) -> None:
        if theme is not self._dressed:
            self._dressed = theme
            self.table_button.setIcon(self._icons.icon("table", theme.text))
            self.take_button.setIcon(self._icons.icon("more", theme.text))

    def in_view(self, part: QRect) -> bool:
        """Whether any of the card lies in `part` of the board."""
        return not self.isHidden() and self.geometry().intersects(part)

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        self._take_own_fonts()
        self.stale = True
        if self._picture is not None:
            self._picture.updateGeometry()

    def grow(self, tall: int) -> None:
        """Let the picture be `tall` pixels high, if that is more than it needs."""
        if tall != self._tall:
            self._tall = tall
            self._fit_picture()

    def _take_own_fonts(self) -> None:
        self._question.setFont(font("card"))
        self._answer.setFont(font("caption"))
        self.waiting.setFont(font("body"))
        self._fit_picture()

    def _fit_picture(self) -> None:
        least = self.least_height()
        for part in (self.waiting, self._picture):
            if least and part is not None:
                part.setMinimumHeight(least)

    def sizeHint(self) -> QSize:
        """No wider than it has to be, so that two stand side by side."""
        return QSize(300, super().sizeHint().height())
