"""A table whose focus goes nowhere by itself."""

from PySide6.QtWidgets import QApplication, QTableView


class SteadyTable(QTableView):
    """Keeps the focus when what it shows is read anew, and when letters are typed."""

    def reset(self) -> None:
        """Forget what was shown; the focus stays here when a field goes that had it."""
        field = QApplication.focusWidget()
        typing = field is not None and self.isAncestorOf(field)
        super().reset()
        if typing:
            self.setFocus()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of actions or nothing: the palette is there to find habits."""
