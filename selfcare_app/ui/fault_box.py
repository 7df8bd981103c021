"""Says calmly that something in the program went wrong, and shows the whole report on it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.words import tr
from selfcare_app.ui.announce import announce
from selfcare_app.ui.theme import give_font, text_factor

WIDTH = 560
"""At the usual text size."""
LINES = 12
"""Of the report that are seen at once."""


class FaultBox(QDialog):
    """The report stands there in full: what is copied is what is seen, and nothing else."""

    def __init__(self, report: str, where: str, parent: QWidget | None) -> None:
        """`where` says where the report is kept; empty where that could not be done."""
        super().__init__(parent)
        self.setWindowTitle(tr("Selfcare"))
        self.heading = QLabel(tr("Something in the program went wrong."), self)
        give_font(self.heading, "card")
        self.words = QLabel(
            tr("What you logged before is safe, and you can go on.") + " " + where, self
        )
        self.about = QLabel(
            tr(
                "This is the whole report. It says what the program runs on, what kind of fault "
                "it was and where in the program; nothing that you wrote is in it. Send it to "
                "whoever looks after Selfcare for you, if you like: the program sends nothing."
            ),
            self,
        )
        self.about.setProperty("role", "second")
        give_font(self.about, "caption")
        for label in (self.heading, self.words, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.field = QPlainTextEdit(report, self)
        self.field.setReadOnly(True)
        self.field.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.field.setAccessibleName(tr("Report"))
        self.field.setAccessibleDescription(self.about.text())
        self.copied = QLabel(self)
        self.copied.setProperty("role", "second")
        give_font(self.copied, "caption")
        self.copy = QPushButton(tr("Copy report"), self)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self.close_button = QPushButton(tr("Close"), self)
        self.close_button.setProperty("role", "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        self.close_button.setFocus()

    def _lay_out(self) -> None:
        self.field.setMinimumHeight(self.field.fontMetrics().lineSpacing() * LINES)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.copied, 1)
        foot.addWidget(self.copy)
        foot.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(12)
        for widget in (self.heading, self.words, self.about):
            self._column.addWidget(widget)
        self._column.addWidget(self.field, 1)
        self._column.addLayout(foot)
        self.setMinimumWidth(round(WIDTH * max(1.0, text_factor())))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.field.toPlainText())
        words = tr("Copied.")
        self.copied.setText(words)
        announce(self.copied, words)

    def event(self, event: QEvent) -> bool:
        """Be as high as the sentences need: they wrap, and Qt asks too late."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Show:
            self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        return handled
