"""The person's own closing steps: added, typed over, moved, taken away."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.work_options import DEFAULT_STEPS, MOST_STEPS
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.card import Card
from selfcare_app.ui.boundaries.closing_row import LONGEST_STEP, ClosingRow, what_comes_with
from selfcare_app.ui.boundaries.stops import stop_before
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.settings.section import help_label
from selfcare_app.ui.theme import Theme


class ClosingCard(Card):
    """A row for each step in its order, a line for one more, and the usual ones that are not
    among them."""

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Wrapping up"), parent)
        self._options = workspace.work.options
        self._theme, self._icons = theme, icons
        self.rows: list[ClosingRow] = []
        """The rows of the steps, in order."""
        about = tr("Short steps that end your work day. Alt+↑ and Alt+↓ move the one in focus.")
        self.add(help_label(about, self))
        rows = QWidget(self)
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.add(rows)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Another step"))
        self.field.setAccessibleName(tr("Another step"))
        self.field.setMaxLength(LONGEST_STEP)
        self.field.returnPressed.connect(self._on_typed)
        self.add_button = QPushButton(tr("Add"), self)
        self.add_button.setAccessibleName(tr("Add the step"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._on_typed)
        self._another = QWidget(self)
        line = QHBoxLayout(self._another)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(self.add_button)
        self.add(self._another)
        self.full = help_label(tr("Up to {most} steps keep it short.", most=MOST_STEPS), self)
        self.add(self.full)
        self.usual = [self._usual_button(tr(step)) for step in DEFAULT_STEPS]
        """Buttons for the steps that everybody begins with; only those left out are shown."""
        self.refresh()

    def _usual_button(self, step: str) -> QPushButton:
        button = QPushButton(self)
        words = [tr("Add “{step}”", step=step), what_comes_with(step)]
        button.setText(step)
        button.setAccessibleName(", ".join(filter(None, words)))
        button.setToolTip(button.accessibleName())
        button.setAutoDefault(False)
        button.setIcon(self._icons.icon("add", self._theme.text))
        button.clicked.connect(partial(self._on_usual, step))
        self.add(button, wide=False)
        return button

    def refresh(self) -> None:
        """Show the steps as they are now; the focus stays in its place."""
        steps = self._options.closing_steps()
        at, part = self._focus()
        while len(self.rows) > len(steps):
            self._drop(self.rows.pop())
        while len(self.rows) < len(steps):
            self.rows.append(self._new_row())
            later = (self.field, self.add_button, *self.usual)
            stop_before(later, [stop for row in self.rows for stop in row.stops])
        for place, (row, step) in enumerate(zip(self.rows, steps, strict=True)):
            row.show_step(step, place, len(steps))
        full = len(steps) >= MOST_STEPS
        self._another.setVisible(not full)
        self.full.setVisible(full)
        for button in self.usual:
            button.setVisible(button.text() not in steps and not full)
        if part is not None:
            self._focus_on(min(at, len(steps) - 1), part)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        self._theme, self._icons = theme, icons
        for row in self.rows:
            row.set_theme(theme, icons)
        for button in self.usual:
            button.setIcon(icons.icon("add", theme.text))

    def _new_row(self) -> ClosingRow:
        row = ClosingRow(self)
        row.set_theme(self._theme, self._icons)
        row.renamed.connect(partial(self._on_renamed, row))
        row.moved.connect(partial(self._on_moved, row))
        row.removed.connect(partial(self._on_removed, row))
        self._rows.addWidget(row)
        row.show()
        return row

    def _drop(self, row: ClosingRow) -> None:
        row.blockSignals(True)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _focus(self) -> tuple[int, int | None]:
        """The place of the row with the focus and the part that has it, None where none has."""
        focused = self.window().focusWidget()
        for place, row in enumerate(self.rows):
            if (part := row.part_with(focused)) is not None:
                return place, part
        return 0, None

    def _focus_on(self, place: int, part: int) -> None:
        if place < 0:
            self.field.setFocus()
        else:
            self.rows[place].take_focus(part)

    def _steps(self) -> list[str]:
        return [row.step for row in self.rows]

    def _on_renamed(self, row: ClosingRow, words: str) -> None:
        steps = self._steps()
        steps[self.rows.index(row)] = words
        self._keep(steps)

    def _on_moved(self, row: ClosingRow, by: int) -> None:
        steps, place = self._steps(), self.rows.index(row)
        if not 0 <= place + by < len(steps):
            return
        steps.insert(place + by, steps.pop(place))
        _, part = self._focus()
        self._keep(steps)
        self._focus_on(place + by, part or 0)

    def _on_removed(self, row: ClosingRow) -> None:
        place = self.rows.index(row)
        steps = self._steps()
        del steps[place]
        self._keep(steps)

    def _on_typed(self) -> None:
        if self.field.text().strip() and self._keep([*self._steps(), self.field.text()]):
            self.field.clear()
        self.field.setFocus()

    def _on_usual(self, step: str) -> None:
        if self._keep([*self._steps(), step]):
            self.rows[-1].take_focus(0)

    def _keep(self, steps: list[str]) -> bool:
        """Whether `steps` could be kept; says why where they could not."""
        try:
            self._options.set_closing_steps(steps)
        except KnownError as error:
            self.problem.emit(str(error))
            return False
        finally:
            self.refresh()
        return True
