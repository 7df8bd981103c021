"""What several databases hold, side by side."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.backups import Contents
from selfcare_app.ui.backups.words import contents_rows, difference_words, row_titles
from selfcare_app.ui.theme import give_font


class ContentsTable(QFrame):
    """A small table to read; a screen reader hears it as one text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "readable")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(6, 4, 6, 4)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(3)
        self._labels: list[QLabel] = []

    @property
    def texts(self) -> list[list[str]]:
        """What stands in it, row by row, the titles first."""
        rows = self._grid.rowCount() if self._labels else 0
        columns = len(self._labels) // max(1, rows)
        return [[self._text_at(row, column) for column in range(columns)] for row in range(rows)]

    def show_columns(
        self, titles: Sequence[str], columns: Sequence[Contents | None], today: date
    ) -> None:
        """Show what each of `columns`, called as in `titles`, holds; dates as seen from `today`."""
        self._fill(
            ["", *titles],
            zip(row_titles(), *(contents_rows(each, today) for each in columns), strict=True),
        )

    def show_difference(self, then: Contents, now: Contents, today: date) -> None:
        """Show what a backup and the present hold, and by how much they differ."""
        differences = [
            difference_words(before, after)
            for before, after in (
                (then.habits, now.habits),
                (then.entries, now.entries),
                (then.check_ins, now.check_ins),
            )
        ]
        self._fill(
            ["", tr("In this backup"), tr("Now"), ""],
            zip(
                row_titles(),
                contents_rows(then, today),
                contents_rows(now, today),
                [*differences, "", ""],
                strict=True,
            ),
        )

    def _fill(self, titles: Sequence[str], rows: "zip[tuple[str, ...]]") -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        spoken = []
        for number, texts in enumerate([tuple(titles), *rows]):
            for column, text in enumerate(texts):
                # What has no title is said beside the figures.
                self._add(number, column, text, beside=column > 0 and not titles[column])
            if number:
                told = [f"{titles[n]} {text}".strip() for n, text in enumerate(texts) if n and text]
                spoken.append(f"{texts[0]}: {', '.join(told)}")
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._grid.setColumnStretch(len(titles), 1)
        self.setAccessibleName(". ".join(spoken))

    def _add(self, row: int, column: int, text: str, *, beside: bool) -> None:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        words = row == 0 or column == 0 or beside
        if words:
            label.setProperty("role", "second")
        give_font(label, "caption" if row == 0 else "body")
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        side = left if column == 0 or beside else right
        self._grid.addWidget(label, row, column, side | Qt.AlignmentFlag.AlignVCenter)
        self._labels.append(label)

    def _text_at(self, row: int, column: int) -> str:
        item = self._grid.itemAtPosition(row, column)
        label = None if item is None else item.widget()
        return label.text() if isinstance(label, QLabel) else ""
