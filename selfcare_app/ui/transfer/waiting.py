"""A dialog over work that takes seconds: a bar that shows how far it is, and a way out."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.how_far import Cancelled, HowFar
from selfcare_app.ui.announce import announce
from selfcare_app.ui.form import Sentence
from selfcare_app.ui.long_aside import LongAside
from selfcare_app.ui.theme import give_font, text_factor
from selfcare_app.ui.welcome.parts import text_label

WIDTH = 480
"""At the usual text size."""
_WHOLE = 1_000


class WaitingDialog(QDialog):
    """Heading, whatever a subclass puts in `column`, the bar, a sentence, two buttons.

    Closing it breaks off what is being done; it goes once that has ended.
    """

    def __init__(self, parent: QWidget, title: str, act: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._aside = LongAside(self)
        self._aside.progressed.connect(self._on_progress)
        self._aside.done.connect(self._on_done)
        self._aside.failed.connect(self._on_failed)
        self._closing = False
        self._then: Callable[[object], None] = lambda result: None
        heading = text_label(title, "card")
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.sentence = Sentence(self)
        self.act = QPushButton(act, self)
        self.act.setProperty("role", "primary")
        self.act.setDefault(True)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.act)
        buttons.addWidget(self.cancel)
        around = self._around = QVBoxLayout(self)
        around.setContentsMargins(24, 20, 24, 20)
        around.setSpacing(14)
        around.addWidget(heading)
        around.addLayout(self.column)
        around.addWidget(self.bar)
        around.addWidget(self.sentence)
        around.addLayout(buttons)
        self.setMinimumWidth(round(WIDTH * max(1.0, text_factor())))
        give_font(self.sentence, "body")
        self.bar.hide()
        self.finished.connect(self.deleteLater)

    def work(self, act: Callable[[HowFar], object], then: Callable[[object], None]) -> None:
        """Do `act` beside the event loop, and `then` something with what it returns."""
        self._then = then
        self.say("")
        self.bar.setValue(0)
        self.bar.show()
        self.act.setEnabled(False)
        self.cancel.setFocus()
        self._aside.begin(act)

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._aside.busy

    def say(self, words: str) -> None:
        """Show `words` below, and have a screen reader tell them."""
        self.sentence.say(words)
        if words:
            announce(self.sentence, words)

    def reject(self) -> None:
        """Break off what is being done, or close."""
        if self._aside.busy:
            self._closing = True
            self.cancel.setEnabled(False)
            self._aside.break_off()
        else:
            super().reject()

    def event(self, event: QEvent) -> bool:
        """Grow with the bar and with what is said: Qt asks for their height too late."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            needed = self._around.totalHeightForWidth(self.width())
            if self.height() < needed:
                self.resize(self.width(), needed)
        return handled

    def _on_progress(self, share: float) -> None:
        self.bar.setValue(round(share * _WHOLE))

    def _rest(self) -> None:
        self.bar.hide()
        self.act.setEnabled(True)
        self.cancel.setEnabled(True)

    def _on_done(self, result: object) -> None:
        self._rest()
        self._then(result)

    def _on_failed(self, error: KnownError) -> None:
        self._rest()
        if self._closing or isinstance(error, Cancelled):
            super().reject()
        else:
            self.say(str(error))
