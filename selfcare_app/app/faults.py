"""What happens when something goes wrong inside the window."""

import sys
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QWidget

from selfcare_app.domain.words import tr


def report_faults(log: Path) -> None:
    """Write what goes wrong inside the window to the log and say so calmly.

    One message at a time: a fault while painting would come again with every picture.
    """
    shown: list[QWidget] = []

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        from selfcare_app.services.faults import write_fault

        write_fault(error.with_traceback(trace), log, datetime.now())
        if not any(box.isVisible() for box in shown):
            shown[:] = [_fault_box(log)]

    sys.excepthook = report


def _fault_box(log: Path) -> QWidget:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QApplication.activeWindow())
    box.setWindowTitle(tr("Selfcare"))
    box.setText(tr("Something in the program went wrong. What you logged before is safe."))
    box.setInformativeText(tr("A report without private text is in {file}.", file=log))
    box.open()
    return box
