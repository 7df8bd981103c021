"""The two small dialogs of the Today page: a new habit, and a day's note."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.amount import parse_amount
from selfcare_app.domain.area import AREAS, area_title
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import LONGEST_TEXT, Direction, Habit, Kind, check_text, clean_name
from selfcare_app.domain.schedule import parse_schedule
from selfcare_app.domain.words import tr
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.theme import font
from selfcare_app.ui.wording import day_words


class _Dialog(QDialog):
    """A form with a sentence for what cannot be used, and Save and Cancel."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(10)
        self.form.setHorizontalSpacing(14)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        heading = QLabel(title)
        heading.setFont(font("card"))
        heading.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(heading)
        column.addLayout(self.form)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.hide()
        column.addWidget(self.sentence)

    def _finish(self, first: QWidget) -> None:
        """Add the buttons, last in the tab order, and put the focus on `first`."""
        buttons = QDialogButtonBox()
        save = buttons.addButton(tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("role", "primary")
        save.setDefault(True)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(buttons)
        first.setFocus()

    def _on_save(self) -> None:
        try:
            self.check()
        except BadInput as error:
            self.sentence.setText(str(error))
            self.sentence.show()
            return
        self.accept()

    def check(self) -> None:
        """Raise BadInput where what was typed cannot be used."""
        raise NotImplementedError


class AddHabitDialog(_Dialog):
    """Asks for a new habit: name, area, cue, how often, and an amount where it is measured."""

    def __init__(self, parent: QWidget, today: date) -> None:
        super().__init__(parent, tr("Add habit"))
        self._today = today
        self.setMinimumWidth(440)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("One small thing"))
        self.area = Choice()
        for area in AREAS:
            self.area.addItem(area_title(area), area.key)
        self.cue = QLineEdit()
        self.cue.setPlaceholderText(tr("After the first coffee"))
        self.schedule = Choice()
        self.schedule.setEditable(True)
        for words, written in (
            (tr("every day"), "daily"),
            (tr("Monday to Friday"), "mon,tue,wed,thu,fri"),
            (tr("twice a week"), "2/week"),
            (tr("once a week"), "1/week"),
            (tr("once a month"), "1/month"),
        ):
            self.schedule.addItem(words, written)
        self.kind = Choice()
        for words, direction in (
            (tr("yes or no"), None),
            (tr("at least an amount"), Direction.AT_LEAST),
            (tr("at most an amount"), Direction.AT_MOST),
        ):
            self.kind.addItem(words, direction)
        self.target = QLineEdit()
        self.target.setPlaceholderText("20")
        self.unit = QLineEdit()
        self.unit.setPlaceholderText(tr("min"))
        for title, field in (
            (tr("Name"), self.name),
            (tr("Practice area"), self.area),
            (tr("When (your cue)"), self.cue),
            (tr("How often"), self.schedule),
            (tr("Logged as"), self.kind),
            (tr("Amount"), self.target),
            (tr("Unit"), self.unit),
        ):
            field.setAccessibleName(title)
            self.form.addRow(title, field)
        self.schedule.setToolTip(tr("Or write mon,wed,fri, 3/week, 4/month or 2/5days."))
        self.kind.currentIndexChanged.connect(self._on_kind)
        self._on_kind()
        self._finish(self.name)

    def _on_kind(self) -> None:
        measured = self.kind.currentData() is not None
        for field in (self.target, self.unit):
            self.form.setRowVisible(field, measured)

    def habit(self) -> Habit:
        """The habit as typed, not kept yet; raises BadInput with what to mend."""
        name = clean_name(self.name.text())
        for text in (self.cue.text(), self.unit.text()):
            check_text(text)
        direction = self.kind.currentData()
        measured = direction is not None
        target = parse_amount(self.target.text()) if measured else None
        return Habit(
            id="",
            name=name,
            created=self._today,
            area=self.area.currentData(),
            kind=Kind.MEASURED if measured else Kind.YES_NO,
            schedule=parse_schedule(self._schedule_written()),
            target=target,
            direction=direction,
            unit=self.unit.text().strip() or None if measured else None,
            cue=self.cue.text().strip(),
        )

    def _schedule_written(self) -> str:
        text = self.schedule.currentText()
        index = self.schedule.findText(text, Qt.MatchFlag.MatchFixedString)
        return str(self.schedule.itemData(index)) if index >= 0 else text

    def check(self) -> None:
        """Raise BadInput where what was typed cannot be used."""
        self.habit()


class NoteDialog(_Dialog):
    """Asks for the note of one habit on one day."""

    def __init__(self, parent: QWidget, habit: Habit, day: date, note: str) -> None:
        title = tr("“{habit}” on {day}", habit=habit.name, day=day_words(day))
        super().__init__(parent, title)
        self.setMinimumWidth(420)
        self.field = QPlainTextEdit(note)
        self.field.setAccessibleName(tr("Note"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(110)
        hint = QLabel(tr("Write about you. Leave out anything that could identify a client."))
        hint.setFont(font("caption"))
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        self.form.addRow(self.field)
        self.form.addRow(hint)
        self._finish(self.field)

    @property
    def note(self) -> str:
        """The note as typed."""
        return self.field.toPlainText().strip()[: LONGEST_TEXT + 1]

    def check(self) -> None:
        """Raise BadInput where what was typed cannot be used."""
        check_text(self.note)
