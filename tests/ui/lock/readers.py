"""What a screen reader, or any program that reads windows, comes to."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication


def everything_read() -> str:
    """All names, descriptions and values in the accessibility tree of the program."""
    application = QApplication.instance()
    assert application is not None
    root = QAccessible.queryAccessibleInterface(application)
    return "\n".join(_texts(root))


def _texts(part: QAccessibleInterface | None) -> Iterator[str]:
    if part is None or not part.isValid():
        return
    for kind in (
        QAccessible.Text.Name,
        QAccessible.Text.Description,
        QAccessible.Text.Value,
        QAccessible.Text.Help,
    ):
        text = part.text(kind)
        if text:
            yield text
    for number in range(part.childCount()):
        yield from _texts(part.child(number))
