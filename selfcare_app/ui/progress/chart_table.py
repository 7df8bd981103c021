"""What a chart shows as a table that can be read aloud and copied."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from selfcare_app.ui.progress.shown import Sheet
from selfcare_app.ui.theme import Theme, font

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole


class SheetModel(QAbstractTableModel):
    """The rows of one chart's sheet."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet = Sheet("", "", (), list)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the rows of `sheet`."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt asks for the number of rows."""
        return 0 if parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Qt asks for the number of columns."""
        return 0 if parent.isValid() else len(self._sheet.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What stands in a cell."""
        if not index.isValid():
            return None
        if role == Role.TextAlignmentRole:
            return self._side(index.column())
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self._sheet.rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The columns' titles."""
        inside = 0 <= section < len(self._sheet.columns)
        if orientation != Qt.Orientation.Horizontal or not inside:
            return None
        if role == Role.TextAlignmentRole:
            return self._side(section)
        return self._sheet.columns[section] if role == Role.DisplayRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        number = column in self._sheet.numbers
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class ChartTable(QTableView):
    """The table behind a chart; what is selected is copied with the usual keys."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.set_theme(theme)
        self.take_fonts()

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        self.setFont(font("body"))
        height = self.fontMetrics().height() + 12
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.setStyleSheet(
            "QTableView { background: transparent; border: 0; }"
            "QTableView::item { padding: 0 5px; }"
            f"QTableView::item:selected {{ background: {theme.selected}; color: {theme.text}; }}"
            f"QHeaderView::section {{ background: transparent; color: {theme.text_second};"
            f" border: 0; border-bottom: 1px solid {theme.divider}; padding: 6px 8px; }}"
            "QHeaderView { background: transparent; }"
        )

    def fit_columns(self) -> None:
        """Make the columns as wide as what they say."""
        for column in range(self.model().columnCount() - 1):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, self.columnWidth(column) + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected rows, with the titles above them, for a spreadsheet."""
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
            return
        QGuiApplication.clipboard().setText(self.selected_text())

    def selected_text(self) -> str:
        """The selected rows, one a line, the columns apart by tabs."""
        model = self.model()
        columns = range(model.columnCount())
        titles = [str(model.headerData(each, Qt.Orientation.Horizontal)) for each in columns]
        chosen = self.selectionModel().selectedRows()
        rows = sorted(index.row() for index in chosen)
        lines = [[str(model.index(row, each).data()) for each in columns] for row in rows]
        return "\n".join("\t".join(line) for line in [titles, *lines])
