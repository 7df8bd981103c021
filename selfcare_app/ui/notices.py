"""Two quiet ways to tell the person something: a strip above the page, a bar at its foot."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from selfcare_app.domain.words import tr

SHOWN_MILLISECONDS = 8_000


class ProblemStrip(QFrame):
    """One sentence about what could not be done, until it is put away."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(tr("OK"))
        self.button.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 16, 8)
        line.addWidget(self.sentence, 1)
        line.addWidget(self.button)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show `sentence`; a screen reader hears it as the strip's name."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()


class UndoBar(QFrame):
    """Says what was done or undone, for eight seconds, with the way back."""

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "undo-bar")
        self._full = ""
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.undo = QPushButton(tr("Undo"))
        self.redo = QPushButton(tr("Redo"))
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 5, 6, 5)
        line.setSpacing(12)
        line.addWidget(self.words, 1)
        for button in (self.undo, self.redo):
            # The keyboard has Ctrl+Z; the focus stays where the person works.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            line.addWidget(button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MILLISECONDS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, words: str, *, undo: bool = False, redo: bool = False) -> None:
        """Show `words` with the button that leads back."""
        self._full = words
        self.undo.setVisible(undo)
        self.redo.setVisible(redo)
        self.setAccessibleName(words)
        self.words.setToolTip(words)
        self.show()
        self.place()
        self.raise_()
        self._timer.start()

    def place(self) -> None:
        """Stand at the foot of the window, in the middle."""
        window = self.parentWidget()
        if window is None or self.isHidden():
            return
        metrics = self.words.fontMetrics()
        button = 0
        if not (self.undo.isHidden() and self.redo.isHidden()):
            button = max(self.undo.sizeHint().width(), self.redo.sizeHint().width()) + 12
        most = window.width() - 2 * 24
        width = min(most, metrics.horizontalAdvance(self._full) + button + 34)
        room = width - button - 28
        fitting = metrics.elidedText(self._full, Qt.TextElideMode.ElideMiddle, room)
        self.words.setText(fitting)
        height = self.sizeHint().height()
        left = (window.width() - width) // 2
        self.setGeometry(left, window.height() - height - 10, width, height)
