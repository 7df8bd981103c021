"""Where a file is to lie: asked for in the same way, whatever is written into it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from selfcare_app.domain.words import tr


def ask_where(
    parent: QWidget, title: str, name: str, ending: str, save: Callable[[Path], None]
) -> None:
    """Ask where a file is to be saved, offering `name`, and call `save` with the answer."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.setNameFilter(f"{ending.upper()} (*.{ending})")
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: save(Path(chosen)))
    dialog.open()


def saved_words(path: Path) -> str:
    """What is said once the file at `path` is written."""
    return tr("Saved as “{file}”. Anyone who opens it can read it.", file=path.name)
