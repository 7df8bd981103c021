"""A small form beside a day of the calendar, to correct what was said of it."""

from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.amount import format_amount, parse_amount
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import Habit, check_text
from selfcare_app.domain.words import tr
from selfcare_app.services.journal import Journal
from selfcare_app.ui.overlay import Overlay
from selfcare_app.ui.theme import give_font
from selfcare_app.ui.wording import day_words

_GAP = 6
_EDGE = 8
_SAID = (State.DONE, State.NOT_DONE, State.REST, None)


class DayEditor(Overlay):
    """Done or an amount, not done, rest or nothing, and a note; saved through the journal."""

    def __init__(
        self, window: QWidget, journal: Journal, habit: Habit, entry: Entry, today: date
    ) -> None:
        super().__init__(window)
        self._journal, self._habit, self._entry = journal, habit, entry
        self._place = QRect()
        words = day_words(entry.day, today)
        self.setAccessibleName(tr("{habit}, {day}", habit=habit.name, day=words))
        column = QVBoxLayout(self.card)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        self.heading = QLabel(words)
        give_font(self.heading, "card")
        column.addWidget(self.heading)
        self.amount = QLineEdit()
        self.states = QButtonGroup(self)
        column.addLayout(self._choices())
        self._add_amount(column)
        self.note = QPlainTextEdit(entry.note)
        self.note.setAccessibleName(tr("Note"))
        self.note.setTabChangesFocus(True)
        give_font(self.note, "body")
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * 3 + 16)
        self.note.setPlaceholderText(tr("Note, about you and never about a client"))
        column.addWidget(self.note)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.hide()
        column.addWidget(self.sentence)
        column.addLayout(self._buttons())
        give_font(self.amount, "body")
        self.amount.returnPressed.connect(self.save)

    def _choices(self) -> QGridLayout:
        titles = (tr("Done"), tr("Not done"), tr("Rest"), tr("Nothing said"))
        grid = QGridLayout()
        grid.setSpacing(6)
        for number, title in enumerate(titles):
            button = QPushButton(title)
            button.setCheckable(True)
            button.setAutoDefault(False)
            give_font(button, "body")
            self.states.addButton(button, number)
            grid.addWidget(button, *divmod(number, 2))
        self.states.button(_SAID.index(self._state())).setChecked(True)
        return grid

    def _state(self) -> State | None:
        entry = self._entry
        return State.DONE if entry.state is None and entry.value is not None else entry.state

    def _add_amount(self, column: QVBoxLayout) -> None:
        habit, value = self._habit, self._entry.value
        row = QHBoxLayout()
        name = tr("Amount in {unit}", unit=habit.unit) if habit.unit else tr("Amount")
        self.amount.setAccessibleName(name)
        shown = habit.target if value is None else value
        self.amount.setText(format_amount(shown or 0.0))
        self._amount_title = QLabel(name)
        row.addWidget(self._amount_title)
        row.addWidget(self.amount, 1)
        column.addLayout(row)
        self.states.idToggled.connect(lambda: self._fit_amount())
        # Typing an amount says that it was done.
        self.amount.textEdited.connect(lambda: self.states.button(0).setChecked(True))
        self._fit_amount()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.save_button = QPushButton(tr("Save"))
        self.save_button.setProperty("role", "primary")
        self.cancel_button = QPushButton(tr("Cancel"))
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.close)
        row.addStretch(1)
        for button in (self.cancel_button, self.save_button):
            button.setAutoDefault(False)
            give_font(button, "body")
            row.addWidget(button)
        return row

    def _fit_amount(self) -> None:
        """The amount is asked for where there is one to tell."""
        for part in (self._amount_title, self.amount):
            part.setVisible(self._habit.measured)
            part.setEnabled(self.states.checkedId() == 0)

    def open_beside(self, place: QRect) -> None:
        """Open below `place`, which is in pixels of the screen, or above where there is room."""
        self._place = QRect(self._window.mapFromGlobal(place.topLeft()), place.size())
        self.open()
        if self.amount is self.first_focus():
            self.amount.selectAll()

    def first_focus(self) -> QWidget:
        """The amount if there is one, or else the state."""
        if self._habit.measured and self.amount.isEnabled():
            return self.amount
        return self.states.button(self.states.checkedId())

    def place_of_card(self, room: QRect) -> QRect:
        """Below the day or above it, inside the window."""
        size = self.card.sizeHint().boundedTo(room.size())
        left = max(0, min(self._place.left(), room.right() - size.width() - _EDGE))
        top = self._place.bottom() + _GAP
        if top + size.height() > room.bottom():
            top = max(0, self._place.top() - _GAP - size.height())
        return QRect(QPoint(left, top), size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Escape leaves everything as it was."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        else:
            super().keyPressEvent(event)

    def save(self) -> None:
        """Keep what is said, or tell what cannot be kept."""
        try:
            self._keep()
        except KnownError as error:
            self.sentence.setText(str(error))
            self.sentence.show()
            self._fit()
            return
        self.close()

    def _keep(self) -> None:
        habit, day, journal = self._habit, self._entry.day, self._journal
        state = _SAID[self.states.checkedId()]
        typed = self.note.toPlainText().strip()
        check_text(typed)
        note = None if typed == self._entry.note.strip() else typed
        value = parse_amount(self.amount.text()) if state is State.DONE and habit.measured else None
        same = state is self._state() and value == self._entry.value
        if same:
            if note is not None:
                journal.set_note(habit, day, note)
        elif state is State.DONE:
            journal.log_entry(habit, day, value, note)
        elif state is State.NOT_DONE:
            journal.mark_not_done(habit, day, note)
        elif state is State.REST:
            journal.rest(habit, day, note)
        else:
            journal.clear(habit, day, note)
