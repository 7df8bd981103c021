"""One field of a form: its title above, and below it a hint or, in words, what to mend."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from selfcare_app.domain.errors import BadInput
from selfcare_app.ui.announce import announce
from selfcare_app.ui.theme import font


class Field(QWidget):
    """Controls that are about one thing; each kind of field says how they are read."""

    changed = Signal()
    """The person changed something in it."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = QLabel(title, self)
        self.title.setFont(font("body", QFont.Weight.Medium))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.title)
        self.line = QHBoxLayout()
        self.line.setSpacing(8)
        self.column.addLayout(self.line)
        self.hint = _words(self, "hint")
        self.problem = _words(self, "problem")
        self.changed.connect(self._look_again)

    def finish(self) -> None:
        """Put hint and problem below everything else."""
        self.column.addWidget(self.hint)
        self.column.addWidget(self.problem)

    def read(self) -> object:
        """What was typed and chosen; raises BadInput where it cannot be used."""
        raise NotImplementedError

    def wrong_control(self) -> QWidget:
        """The control in which a problem is mended."""
        raise NotImplementedError

    def check(self) -> bool:
        """Whether it can be used; where it cannot, the sentence stands below it."""
        try:
            self.read()
        except BadInput as error:
            self._refuse(str(error))
            return False
        self._accept()
        return True

    def say_hint(self, words: str) -> None:
        """Show quiet words below the controls; none where they are empty."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def take_focus(self) -> None:
        """Put the focus where the problem is mended, and have it read out."""
        control = self.wrong_control()
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(control, self.problem.text())

    def _refuse(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self.wrong_control().setAccessibleDescription(sentence)

    def _accept(self) -> None:
        if not self.problem.isHidden():
            self.problem.hide()
            for control in self.findChildren(QWidget):
                if control.accessibleDescription() == self.problem.text():
                    control.setAccessibleDescription("")

    def _look_again(self) -> None:
        """Follow what the person mends, once something had to be mended."""
        if not self.problem.isHidden():
            self.check()


def _words(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setFont(font("caption" if role == "hint" else "body"))
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.hide()
    return label
