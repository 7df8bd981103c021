"""One practice area of the person's own, with what can be done to it in place."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.area import DEFAULT_AREA, Area, area_title
from selfcare_app.domain.words import tr
from selfcare_app.ui.choice import PageChoice
from selfcare_app.ui.editor.area_field import NewArea
from selfcare_app.ui.editor.field import Field
from selfcare_app.ui.icons import Icons, area_icon
from selfcare_app.ui.progress.elided_label import ElidedLabel
from selfcare_app.ui.theme import Theme, give_font

ICON = 18


class AreaForm(Field):
    """Title and colour of an area, to be saved or left alone."""

    saved = Signal(object)
    """The area as typed: the one shown, with another title or colour."""
    closed = Signal()
    """The person wants nothing to be saved."""

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._key = ""
        self.new = NewArea(theme, self)
        self.column.addWidget(self.new)
        self.finish()
        give_font(self.problem, "body")
        self.title.hide()
        self.setAccessibleName(title)
        self.save = QPushButton(tr("Save"), self)
        self.save.setProperty("role", "primary")
        self.cancel = QPushButton(tr("Cancel"), self)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.closed)
        self.new.title.returnPressed.connect(self._on_save)
        self.new.title.textChanged.connect(self.changed)
        self.new.colour.chosen.connect(self.changed)
        self.column.addLayout(_buttons(self.save, self.cancel))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key stops at, in order."""
        return (self.new.title, *self.new.colour.buttons, self.save, self.cancel)

    def begin(self, area: Area) -> None:
        """Show `area`, with the focus on its title."""
        self._key = area.key
        self.new.show_area(area)
        self._accept()
        self.show()
        self.new.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.new.title.selectAll()

    def read(self) -> Area:
        """The area as typed; raises BadInput where it cannot be kept."""
        typed = self.new.area()
        return Area(self._key, typed.title, colour=typed.colour)

    def wrong_control(self) -> QWidget:
        """The title."""
        return self.new.title

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self.new.colour.theme = theme
        self.new.colour.repaint_pictures()

    def take_fonts(self) -> None:
        """Follow a change of the text size."""
        for button in self.new.colour.buttons:
            button.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _on_save(self) -> None:
        if self.check():
            self.saved.emit(self.read())
        else:
            self.take_focus()


class MoveQuestion(QFrame):
    """Asks where the habits of an area go before it is deleted."""

    agreed = Signal(str)
    """The key of the area that they move to."""
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "inset")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.choice = PageChoice(self)
        self.delete = QPushButton(tr("Move and delete"), self)
        self.delete.setProperty("role", "primary")
        self.cancel = QPushButton(tr("Cancel"), self)
        self.delete.clicked.connect(lambda: self.agreed.emit(self.choice.currentData()))
        self.cancel.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(_buttons(self.delete, self.cancel))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key stops at, in order."""
        return self.choice, self.delete, self.cancel

    def show_question(self, area: Area, habits: int, others: Sequence[Area]) -> None:
        """Ask about so many `habits` of `area`, which can move to one of the `others`."""
        one = tr("Where shall its habit go? Everything logged stays with it.")
        many = tr("Where shall its {count} habits go? Everything logged stays with them.")
        self._words.setText(one if habits == 1 else many.format(count=habits))
        self.choice.setAccessibleName(
            tr("Practice area for the habits of “{title}”", title=area_title(area))
        )
        chosen = self.choice.currentData() or DEFAULT_AREA
        self.choice.clear()
        for other in others:
            self.choice.addItem(area_title(other), other.key)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class AreaRow(QWidget):
    """The area's drawing, title and number of habits, and two buttons.

    Below them stands for a while what they open: a form, or a question.
    """

    edited = Signal(object)
    """The area with another title or colour, not kept yet."""
    deleted = Signal(str)
    """The area is to be deleted; the key of the one that its habits move to."""
    unfolded = Signal()
    """There is more for the Tab key to stop at."""

    def __init__(self, area: Area, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._area, self._theme, self._icons = area, theme, icons
        self._habits = 0
        self._others: Sequence[Area] = ()
        self._picture = QLabel(self)
        self.title = ElidedLabel(self)
        self.count = QLabel(self)
        self.count.setProperty("role", "second")
        self.edit = _icon_button(self)
        self.delete = _icon_button(self)
        self.form: AreaForm | None = None
        self.question: MoveQuestion | None = None
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._picture)
        line.addWidget(self.title, 1)
        line.addWidget(self.count)
        line.addWidget(self.edit)
        line.addWidget(self.delete)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(line)
        self.edit.clicked.connect(self._on_edit)
        self.delete.clicked.connect(self._on_delete)

    def show_area(self, area: Area, habits: int, others: Sequence[Area]) -> None:
        """Show `area` with so many `habits`; they could move to one of the `others`."""
        self._area, self._habits, self._others = area, habits, others
        title = area_title(area)
        self.title.setText(title)
        one, many = tr("1 habit"), tr("{count} habits", count=habits)
        self.count.setText("" if not habits else one if habits == 1 else many)
        for button, words in (
            (self.edit, tr("Edit “{title}”", title=title)),
            (self.delete, tr("Delete “{title}”", title=title)),
        ):
            button.setAccessibleName(words)
            button.setAccessibleDescription(self.count.text())
            button.setToolTip(words)
        if self.question is not None:
            if habits:
                self.question.show_question(area, habits, others)
            else:
                self._close_question()
        self._draw()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key stops at, in order."""
        form = () if self.form is None else self.form.stops
        question = () if self.question is None else self.question.stops
        return (self.edit, self.delete, *form, *question)

    def close_form(self) -> None:
        """Put the form away, with the focus on the button that opened it."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.form is not None:
            _put_away(self.form)
            self.form = None

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        self._theme, self._icons = theme, icons
        if self.form is not None:
            self.form.set_theme(theme)
        self._draw()

    def take_fonts(self) -> None:
        """Follow a change of the text size."""
        if self.form is not None:
            self.form.take_fonts()

    def _on_edit(self) -> None:
        if self.form is None:
            self.form = AreaForm(tr("Edit practice area"), self._theme, self)
            self._column.insertWidget(1, self.form)
            self.form.saved.connect(self.edited)
            self.form.closed.connect(self.close_form)
            self.unfolded.emit()
        self.form.begin(self._area)

    def _on_delete(self) -> None:
        if not self._habits:
            self.deleted.emit(DEFAULT_AREA)
            return
        if self.question is None:
            self.question = MoveQuestion(self)
            self._column.addWidget(self.question)
            self.question.agreed.connect(self.deleted)
            self.question.closed.connect(self._close_question)
            self.question.show_question(self._area, self._habits, self._others)
            self.question.show()
            self.unfolded.emit()
        self.question.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_question(self) -> None:
        self.delete.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.question is not None:
            _put_away(self.question)
            self.question = None

    def _draw(self) -> None:
        colour = self._theme.area(self._area.colour or self._area.key)
        icon = self._icons.icon(area_icon(self._area.key), colour, ICON)
        self._picture.setPixmap(icon.pixmap(QSize(ICON, ICON), self.devicePixelRatioF()))
        self.edit.setIcon(self._icons.icon("edit", self._theme.text))
        self.delete.setIcon(self._icons.icon("close", self._theme.text))


def _icon_button(parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setProperty("role", "icon")
    return button


def _buttons(*buttons: QPushButton) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line


def _put_away(part: QWidget) -> None:
    part.hide()
    part.deleteLater()
