"""The shortcut sheet: every key that does something, made from the actions themselves."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.words import tr
from selfcare_app.ui.actions import Actions, Section, key_words
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.overlay import Overlay
from selfcare_app.ui.theme import MARGIN, Theme, font, text_factor

WIDTH = 860
SPACE, GAP, BORDER = 14, 8, 1
TWO_COLUMNS = 700
"""Least width for two columns, at the usual text size."""


class Line(NamedTuple):
    """One line of the sheet: what it does, and the keys as the platform writes them."""

    words: str
    keys: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        return tr("{words}: {keys}", words=self.words, keys=", ".join(self.keys))


def sections(actions: Actions) -> list[tuple[str, list[Line]]]:
    """The sections that have keys in force, each with its title and its lines."""
    found = []
    for section in Section:
        able = [action for action in actions.of(section) if action.isEnabled()]
        lines = [Line(action.says, action.key_words) for action in able if action.key_words]
        lines += [
            Line(move.title, tuple(map(key_words, move.keys))) for move in actions.moves_of(section)
        ]
        if lines:
            found.append((tr(section.value), lines))
    return found


class SectionBox(QFrame):
    """One section; Tab goes from one to the next, so that a screen reader reads each whole."""

    def __init__(self, title: str, lines: list[Line], parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = len(lines) + 1
        self.setProperty("role", "readable")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join(line.spoken for line in lines))
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 10, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        heading = QLabel(self)
        heading.setText(title)
        heading.setFont(font("card"))
        grid.addWidget(heading, 0, 0, 1, 2)
        for row, line in enumerate(lines, start=1):
            words = QLabel(self)
            words.setText(line.words)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            words.setAccessibleName(line.spoken)
            grid.addWidget(words, row, 0)
            beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(_KeyCaps(line.keys, self), row, 1, beside)


class _KeyCaps(QWidget):
    def __init__(self, keys: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key in keys:
            cap = QLabel(self)
            cap.setText(key)
            cap.setTextFormat(Qt.TextFormat.PlainText)
            cap.setProperty("role", "key")
            cap.setFont(font("caption"))
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            cap.setMinimumWidth(cap.fontMetrics().height() + 8)
            row.addWidget(cap)


class ShortcutSheet(Overlay):
    """Shows the keys of `actions`, in two columns where there is room."""

    def __init__(self, window: QWidget, actions: Actions, theme: Theme, icons: Icons) -> None:
        super().__init__(window)
        self.setAccessibleName(tr("Keys"))
        title = QLabel(self.card)
        title.setText(tr("Keys"))
        title.setFont(font("page"))
        self.close_button = QPushButton(self.card)
        self.close_button.setProperty("role", "icon")
        self.close_button.setIcon(icons.icon("close", theme.text))
        self.close_button.setAccessibleName(tr("Close"))
        self.close_button.setToolTip(tr("Close (Esc)"))
        self.close_button.clicked.connect(self.close)
        self.listing = _KeyScroll(self.card)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        self._head = head = QHBoxLayout()
        head.setContentsMargins(10, 0, 0, 0)
        head.addWidget(title, 1)
        head.addWidget(self.close_button)
        column.addLayout(head)
        column.addWidget(self.listing, 1)
        self.listing.show_sections(sections(actions))

    def first_focus(self) -> QWidget:
        """The first section."""
        return self.listing.boxes[0]

    def place_of_card(self, room: QRect) -> QRect:
        """In the middle of the window, as high as the sections and the window allow."""
        factor = max(1.0, text_factor())
        width = min(round(WIDTH * factor), room.width() - 2 * MARGIN)
        self.listing.set_columns(2 if width >= TWO_COLUMNS * factor else 1)
        wanted = (
            self.listing.height_for(width - 2 * SPACE - 2 * BORDER) + self._head.sizeHint().height()
        )
        height = min(wanted + 2 * SPACE + GAP + 2 * BORDER, room.height() - 2 * MARGIN)
        card = QRect(0, 0, width, height)
        card.moveCenter(room.center())
        return card


class _KeyScroll(QScrollArea):
    """The sections, which scroll with the arrows and the Page keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.boxes: list[SectionBox] = []
        self._columns = 0
        self._content = QWidget(self)
        self.setWidget(self._content)
        self._row = QHBoxLayout(self._content)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(20)
        self._stacks = [QVBoxLayout(), QVBoxLayout()]
        for stack in self._stacks:
            stack.setSpacing(8)
            self._row.addLayout(stack, 1)
            stack.setContentsMargins(0, 0, 0, 0)

    def show_sections(self, found: list[tuple[str, list[Line]]]) -> None:
        """Show these sections, in the columns set before."""
        self.boxes = [SectionBox(title, lines, self._content) for title, lines in found]
        for box in self.boxes:
            box.installEventFilter(self)

    def set_columns(self, count: int) -> None:
        """Set the sections in one column or two of about the same height."""
        if count == self._columns:
            return
        self._columns = count
        for stack in self._stacks:
            while stack.takeAt(0) is not None:
                pass
        heights = [0] * count
        for box in self.boxes:
            column = heights.index(min(heights))
            heights[column] += box.lines
            self._stacks[column].addWidget(box)
        for stack in self._stacks[:count]:
            stack.addStretch(1)
        self._row.setStretch(1, count - 1)

    def height_for(self, width: int) -> int:
        """How high all of it is in a card that gives it `width`."""
        return self._row.totalHeightForWidth(width - self.verticalScrollBar().sizeHint().width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the section that takes the focus on screen."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, SectionBox):
            self.ensureWidgetVisible(watched, 0, 0)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End as well as the arrows and Page keys, which Qt knows; the rest goes on."""
        bar = self.verticalScrollBar()
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)
