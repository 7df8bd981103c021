"""The check-in card: three questions of one's own, each skippable, and a line of note."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.checkin import SCALE, CheckIn
from selfcare_app.domain.value import replace
from selfcare_app.domain.words import tr
from selfcare_app.ui.theme import give_font, text_factor

NARROW = 860
"""Below this width, at the usual text size, the card folds to one line."""
TIGHT = 640
"""Below this width, at the usual text size, the card says nothing but its questions."""


class ScaleButtons(QWidget):
    """One question with its answers 1 to 5; arrow keys move, a second press clears."""

    answered = Signal(object)
    """The answer, None where it was taken back."""

    def __init__(self, title: str, low: str, high: str) -> None:
        super().__init__()
        self._answer: int | None = None
        self._title = QLabel(title)
        give_font(self._title, "caption")
        self._ends = [QLabel(low), QLabel(high)]
        self._row = QWidget()
        self.setAccessibleName(tr("{title}, 1 {low} to 5 {high}", title=title, low=low, high=high))
        line = QHBoxLayout(self._row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self.buttons = [self._button(title, answer) for answer in SCALE]
        for button in self.buttons:
            line.addWidget(button)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._title, 0, 0, 1, 2)
        grid.addWidget(self._row, 1, 0, 1, 2)
        for column, label in enumerate(self._ends):
            give_font(label, "caption")
            label.setProperty("role", "hint")
            grid.addWidget(label, 2, column)
        self._ends[1].setAlignment(Qt.AlignmentFlag.AlignRight)

    def _button(self, title: str, answer: int) -> QPushButton:
        button = QPushButton(str(answer))
        button.setProperty("role", "scale")
        button.setProperty("place", {SCALE[0]: "first", SCALE[-1]: "last"}.get(answer, "inner"))
        button.setCheckable(True)
        button.setAccessibleName(tr("{title} {answer} of 5", title=title, answer=answer))
        button.clicked.connect(lambda: self._on_clicked(answer))
        button.installEventFilter(self)
        return button

    def show_answer(self, answer: int | None) -> None:
        """Show `answer` (1–5), None for none."""
        self._answer = answer
        for number, button in zip(SCALE, self.buttons, strict=True):
            button.setChecked(number == answer)
            stop = number == (answer or SCALE[0])
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def fold(self, folded: bool) -> None:
        """Leave out the words under the answers."""
        for label in self._ends:
            label.setVisible(not folded)

    def _on_clicked(self, answer: int) -> None:
        chosen = None if answer == self._answer else answer
        self.show_answer(chosen)
        self.answered.emit(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move between the answers without choosing one."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            ways = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}
            way = ways.get(event.key())
            if way is not None:
                place = next(n for n, button in enumerate(self.buttons) if button is watched)
                there = min(max(place + way, 0), len(self.buttons) - 1)
                self.buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)


class CheckInCard(QFrame):
    """Asks how the day is; says each answer as soon as it is given."""

    changed = Signal(object)
    """The check-in as it is now."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Check-in"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._check_in: CheckIn | None = None
        self._card_title = QLabel(tr("Check-in"))
        give_font(self._card_title, "card")
        self._hint = QLabel(tr("As it is right now.\nNot a test."))
        give_font(self._hint, "caption")
        self._hint.setProperty("role", "second")
        self.energy = ScaleButtons(tr("Energy"), tr("empty"), tr("plenty"))
        self.mood = ScaleButtons(tr("Mood"), tr("low"), tr("good"))
        self.strain = ScaleButtons(tr("Workload strain"), tr("light"), tr("too much"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(tr("What would be kind this evening?"))
        self.note.setAccessibleName(tr("One line about you"))
        self._note_title = QLabel(tr("One line about you"))
        give_font(self._note_title, "caption")
        self._note_hint = QLabel(tr("Leave out what could identify a client."))
        give_font(self._note_hint, "caption")
        self._note_hint.setProperty("role", "hint")
        self._lay_out()
        self.energy.answered.connect(lambda answer: self._say(energy=answer))
        self.mood.answered.connect(lambda answer: self._say(mood=answer))
        self.strain.answered.connect(lambda answer: self._say(strain=answer))
        self.note.editingFinished.connect(lambda: self._say(note=self.note.text().strip()))

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(20)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._card_title)
        words.addWidget(self._hint)
        words.addStretch(1)
        line.addLayout(words)
        for question in (self.energy, self.mood, self.strain):
            line.addWidget(question, 0, top)
        note = QVBoxLayout()
        note.setSpacing(2)
        for widget in (self._note_title, self.note, self._note_hint):
            note.addWidget(widget)
        note.addStretch(1)
        line.addLayout(note, 1)

    def show_check_in(self, check_in: CheckIn) -> None:
        """Show what was said on a day."""
        if check_in == self._check_in:
            return
        self._check_in = check_in
        self.energy.show_answer(check_in.energy)
        self.mood.show_answer(check_in.mood)
        self.strain.show_answer(check_in.strain)
        self.note.setText(check_in.note)

    def finish_typing(self) -> None:
        """Keep a note that is still being typed."""
        if self.note.isModified():
            self._say(note=self.note.text().strip())

    def leave_typed(self, note: str) -> None:
        """Leave a note standing that could not be kept; the next Enter tries again."""
        if note != self.note.text():
            self.note.setText(note)
            self.note.setModified(True)

    def _say(self, **answers: int | str | None) -> None:
        if self._check_in is None:
            return
        said = replace(self._check_in, **answers)
        self.note.setModified(False)
        if said != self._check_in:
            self._check_in = said
            self.changed.emit(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold to one line where there is little room."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Choose the layout for the present width and text size."""
        folded = self.width() < NARROW * text_factor()
        for label in (self._hint, self._note_hint):
            label.setVisible(not folded)
        # With hardly any room the questions alone say what the card is for.
        self._card_title.setVisible(self.width() >= TIGHT * text_factor())
        for question in (self.energy, self.mood, self.strain):
            question.fold(folded)
