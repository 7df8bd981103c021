"""The recovery key, to be printed or written down."""

from collections.abc import Callable
from datetime import date
from html import escape

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.words import tr
from selfcare_app.ui.theme import give_font, text_factor

WIDTH = 460
"""At the usual text size."""
_GROUPS_IN_A_LINE = 7


class RecoveryDialog(QDialog):
    """Shows the key and takes it to paper."""

    def __init__(
        self,
        parent: QWidget,
        key: str,
        today: date,
        print_document: Callable[[QTextDocument, QWidget], None] | None = None,
    ) -> None:
        """`key` is what is to be kept; `print_document` prints, by default as the person
        chooses in the system's own dialog."""
        super().__init__(parent)
        self.setWindowTitle(tr("Recovery key"))
        self.setModal(True)
        self._key, self._today = key, today
        self._print_document = print_document or _print_as_chosen
        heading = QLabel(tr("Your recovery key"), self)
        give_font(heading, "card")
        words = QLabel(
            tr(
                "It opens your data if you forget the passphrase. Print it or write it down, and "
                "keep it where you keep papers that matter. Without the passphrase and without "
                "this key your data is lost: nobody can open it for you."
            ),
            self,
        )
        words.setWordWrap(True)
        self.text = QPlainTextEdit(in_lines(key), self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(heading.text())
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.15)
        self.text.setFont(font)
        lines = len(in_lines(key).splitlines())
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * lines + 24)
        self.print = QPushButton(tr("Print…"), self)
        self.print.clicked.connect(self._on_print)
        self.copy = QPushButton(tr("Copy"), self)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(key))
        buttons = QDialogButtonBox(self)
        self.done_button = QPushButton(tr("I have kept it"))
        # Before it gets its style from the box.
        self.done_button.setProperty("role", "primary")
        buttons.addButton(self.done_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        self.print.setDefault(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.print)
        line.addWidget(self.copy)
        line.addStretch(1)
        line.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        for part in (heading, words, self.text):
            column.addWidget(part)
        column.addLayout(line)
        self.setMinimumWidth(round(WIDTH * max(1.0, text_factor())))
        self.finished.connect(self.deleteLater)

    def document(self) -> QTextDocument:
        """What is printed."""
        document = QTextDocument(self)
        title = escape(tr("Recovery key of Selfcare"))
        words = escape(
            tr(
                "Opens the data of Selfcare on this computer, and its backups, where the "
                "passphrase is forgotten. Whoever has this sheet and the data can read it."
            )
        )
        day = escape(self.locale().toString(QDate(*self._today.timetuple()[:3])))
        groups = escape(in_lines(self._key)).replace("\n", "<br>")
        document.setHtml(
            f"<h2>{title}</h2><p>{words}</p>"
            f"<p style='font-family: monospace; font-size: 16pt'>{groups}</p><p>{day}</p>"
        )
        return document

    def _on_print(self) -> None:
        self._print_document(self.document(), self)


def in_lines(key: str) -> str:
    """The groups of `key`, a few to a line."""
    groups = key.split(" ")
    starts = range(0, len(groups), _GROUPS_IN_A_LINE)
    return "\n".join(" ".join(groups[start : start + _GROUPS_IN_A_LINE]) for start in starts)


def _print_as_chosen(document: QTextDocument, parent: QWidget) -> None:
    # Imported here: it brings the system's printers with it.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: document.print_(printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()
