"""The person's own steps out of the work day."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.work_options import BREATH_STEP, MOST_STEPS, NOTE_STEP, TOMORROW_STEP
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.card import BoundaryCard
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme


class StepRow(QWidget):
    """A step to be renamed, moved or taken away."""

    def __init__(self, card: "ClosingCard", number: int, words: str, count: int) -> None:
        super().__init__(card)
        self.field = QLineEdit(words, self)
        self.field.setMaxLength(200)
        self.field.setAccessibleName(tr("Step {number}", number=number + 1))
        self.field.editingFinished.connect(partial(card.rename, number))
        self.up = self._button("↑", tr("Move “{step}” up", step=words))
        self.down = self._button("↓", tr("Move “{step}” down", step=words))
        self.remove = self._button("", tr("Remove “{step}”", step=words))
        self.up.setEnabled(number > 0)
        self.down.setEnabled(number < count - 1)
        self.up.clicked.connect(lambda: card.move_step(number, -1))
        self.down.clicked.connect(lambda: card.move_step(number, 1))
        self.remove.clicked.connect(lambda: card.remove(number))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.field, 1)
        for button in (self.up, self.down, self.remove):
            line.addWidget(button)

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "icon")
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button


class ClosingCard(BoundaryCard):
    """Shows them in order; every change is kept at once."""

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        about = tr("The steps that “Wrap up” leads through, in your own words.")
        super().__init__(tr("Wrapping up"), about, workspace, parent)
        self._look = theme, icons
        self.rows: list[StepRow] = []
        self._steps: tuple[str, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.new = QLineEdit(self)
        self.new.setMaxLength(200)
        self.new.setAccessibleName(tr("A further step"))
        self.new.setPlaceholderText(tr("a further step"))
        self.new.returnPressed.connect(self._on_new)
        self.add = QPushButton(tr("Add step"), self)
        self.add.clicked.connect(self._on_new)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.new, 1)
        line.addWidget(self.add)
        self.usual = {
            step: QPushButton(tr("Add “{step}”", step=tr(step)), self)
            for step in (NOTE_STEP, TOMORROW_STEP, BREATH_STEP)
        }
        """By the steps that were there at first; shown while one is missing."""
        self.column.addLayout(self._list)
        self.column.addLayout(line)
        for step, button in self.usual.items():
            button.clicked.connect(partial(self._on_usual, step))
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the steps as they are now; the focus stays where it was."""
        steps = self._workspace.work.options.closing_steps()
        if steps == self._steps and self.rows:
            return
        focus = self._focus()
        self._steps = steps
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [StepRow(self, n, words, len(steps)) for n, words in enumerate(steps)]
        for row in self.rows:
            self._list.addWidget(row)
            row.show()
        self._draw()
        for step, button in self.usual.items():
            button.setVisible(tr(step) not in steps)
        room = len(steps) < MOST_STEPS
        for part in (self.new, self.add):
            part.setEnabled(room)
        self._bring_back(focus)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Draw the buttons in the colours of `theme`."""
        self._look = theme, icons
        self._draw()

    def rename(self, number: int) -> None:
        """Keep what was typed in place of the step with that number; nothing takes it away."""
        if number < len(self.rows):
            self._keep(self._with(number, self.rows[number].field.text()))

    def move_step(self, number: int, by: int) -> None:
        """Move the step with that number up or down."""
        steps = list(self._steps)
        steps.insert(number + by, steps.pop(number))
        if self._keep(steps):
            row = self.rows[number + by]
            wanted, other = (row.up, row.down) if by < 0 else (row.down, row.up)
            (wanted if wanted.isEnabled() else other).setFocus()

    def remove(self, number: int) -> None:
        """Take the step with that number away."""
        self._keep([step for place, step in enumerate(self._steps) if place != number])

    def _with(self, number: int, words: str) -> list[str]:
        return [words if place == number else step for place, step in enumerate(self._steps)]

    def _on_new(self) -> None:
        words = self.new.text()
        if words.strip() and self._keep([*self._steps, words]):
            self.new.clear()
            self.new.setFocus()

    def _on_usual(self, step: str, _checked: bool = False) -> None:
        self._keep([*self._steps, tr(step)])

    def _keep(self, steps: "list[str]") -> bool:
        cleaned = tuple(filter(None, (" ".join(step.split()) for step in steps)))
        if cleaned == self._steps:
            return True
        return self.try_to(lambda: self._workspace.work.options.set_closing_steps(cleaned))

    def _draw(self) -> None:
        theme, icons = self._look
        self.add.setIcon(icons.icon("add", theme.text))
        for row in self.rows:
            row.remove.setIcon(icons.icon("close", theme.text))

    def _focus(self) -> tuple[int, int] | None:
        for number, row in enumerate(self.rows):
            for part, widget in enumerate((row.field, row.up, row.down, row.remove)):
                if widget.hasFocus():
                    return number, part
        return None

    def _bring_back(self, focus: tuple[int, int] | None) -> None:
        if focus is None:
            return
        if not self.rows:
            self.new.setFocus()
            return
        row = self.rows[min(focus[0], len(self.rows) - 1)]
        (row.field, row.up, row.down, row.remove)[focus[1]].setFocus()
