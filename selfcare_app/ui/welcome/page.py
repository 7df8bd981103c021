"""The welcome page, put together: habits to choose, an import, where everything lies."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.first_start import finish_welcome
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.editor.open import HabitEditing
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.page import Page
from selfcare_app.ui.theme import Theme, text_factor
from selfcare_app.ui.welcome.import_card import ImportCard
from selfcare_app.ui.welcome.parts import TitledCard, divider, text_label
from selfcare_app.ui.welcome.picker import HabitPicker

_SIDE = 36
_GAP = 16
_WIDEST_CONTENT = 1320
_NARROW = 1000
"""Below this width, at the usual text size, the cards stand one below the other."""
_SHARES = (680, 412)
"""Widths of the two columns against each other."""
_BREAK_HERE = "\u200b"


class WelcomePage(Page):
    """Begins with up to three habits, or with none."""

    finished = Signal(bool)
    """The person goes on; whether habits were added now."""

    def __init__(self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._content = content = QWidget(self)
        self.picker = HabitPicker(workspace.records, workspace.today(), theme, icons, content)
        self.import_card = ImportCard(workspace, content)
        self._place = _place_card(workspace.database.path.parent, content)
        self.skip = QPushButton(tr("Skip for now"))
        self.skip.setProperty("role", "quiet")
        self.start = QPushButton(tr("Start"))
        self.start.setProperty("role", "primary")
        self.start.setMinimumWidth(self.start.fontMetrics().horizontalAdvance(tr("Start")) + 52)
        self.skip.clicked.connect(self._on_skip)
        self.start.clicked.connect(self._on_start)
        self._scroll = QScrollArea(self)
        self._line = divider(self)
        self._lay_out(content)
        editing = HabitEditing(self, workspace, lambda: (self._theme, icons))
        self.picker.own_wanted.connect(lambda: editing.write(self.picker.add_own))
        self.picker.own_added.connect(self._on_own_added)

    def _lay_out(self, content: QWidget) -> None:
        self._side = QVBoxLayout()
        self._side.setSpacing(_GAP)
        self._side.addWidget(self.import_card)
        self._side.addWidget(self._place)
        self._side.addStretch(1)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(_GAP)
        self._cards.addWidget(self.picker, _SHARES[0])
        self._cards.addLayout(self._side, _SHARES[1])
        self._column = column = QVBoxLayout(content)
        column.setSpacing(4)
        column.addWidget(text_label(tr("A little care for the person who does the caring"), "page"))
        words = tr("All of it is easy to change later. Small is better than complete.")
        column.addWidget(text_label(words, "body", "second"))
        column.addSpacing(12)
        column.addLayout(self._cards, 1)
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._line)
        outer.addWidget(self._foot())
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._on_range(0, 0)

    def _on_range(self, _least: int, most: int) -> None:
        """Draw a line where the cards go on beneath it; let the bar stand in the margin."""
        scrolls = most > 0
        self._line.setVisible(scrolls)
        bar = self._scroll.verticalScrollBar().sizeHint().width() if scrolls else 0
        self._content.setMaximumWidth(_WIDEST_CONTENT + 2 * _SIDE - bar)
        self._column.setContentsMargins(_SIDE, 24, _SIDE - bar, 12 if scrolls else 2)

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        foot.setMaximumWidth(_WIDEST_CONTENT + 2 * _SIDE)
        foot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(foot)
        line.setContentsMargins(_SIDE, 14, _SIDE, 22)
        line.setSpacing(12)
        words = tr("Write about you. Leave out anything that could identify a client.")
        line.addWidget(text_label(words, "caption", "second"), 1)
        line.addWidget(self.skip)
        line.addWidget(self.start)
        return foot

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button in focus, as Space does; Qt does so in dialogs alone."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            button, QAbstractButton
        ):
            button.click()
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Put the focus on the first habit that can be chosen."""
        cards = self.picker.cards
        (cards[0] if cards else self.picker.own).setFocus()

    def refresh(self, habit_ids: set[str] | None = None) -> None:
        """Show what is true after a change, such as one that was taken back."""
        self.import_card.refresh()

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.picker.set_theme(theme)

    def _on_own_added(self, card: QWidget) -> None:
        # With the next turn: the card has no place yet.
        QTimer.singleShot(0, card, lambda: self._scroll.ensureWidgetVisible(card))

    def _on_skip(self) -> None:
        self._finish([])

    def _on_start(self) -> None:
        self._finish(self.picker.chosen())

    def _finish(self, habits: list[Habit]) -> None:
        try:
            finish_welcome(self._workspace, habits)
        except KnownError as error:
            self.problem.emit(str(error))
        else:
            self.finished.emit(bool(habits))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one where there is little room."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW * max(1.0, text_factor())
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._cards.setDirection(way)


def _place_card(folder: Path, parent: QWidget) -> TitledCard:
    card = TitledCard(tr("Only on this computer"), parent)
    card.column.addWidget(card.title)
    # A long path has no spaces to wrap at.
    where = str(folder).replace("/", f"/{_BREAK_HERE}").replace("\\", f"\\{_BREAK_HERE}")
    words = tr(
        "There is no account, and nothing is sent anywhere. All that you write lies in {folder}.",
        folder=where,
    )
    card.column.addWidget(text_label(words, "caption", "second"))
    return card
