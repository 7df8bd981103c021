"""What happens when something goes wrong inside the window."""

import sys
import threading
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QWidget

from selfcare_app.domain.words import tr

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


def report_faults(log: Path) -> None:
    """Write what goes wrong inside the window to the log and say so calmly.

    One message at a time: a fault while painting would come again with every picture. What
    goes wrong beside the window is written down alone. Nothing of either goes to the
    terminal, whose words a desktop may keep: an error's message can be private.
    """
    shown: list[QWidget] = []

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        from selfcare_app.services.faults import write_fault

        error = error.with_traceback(trace)
        kept = write_fault(error, log, datetime.now())
        if not any(box.isVisible() for box in shown):
            shown[:] = [_fault_box(error, log if kept else None)]

    def write_down(error: BaseException | None) -> None:
        from selfcare_app.services.faults import write_fault

        if error is not None:
            write_fault(error, log, datetime.now())

    def in_thread(found: threading.ExceptHookArgs) -> None:
        write_down(found.exc_value)

    def while_cleaning_up(found: "UnraisableHookArgs") -> None:
        write_down(found.exc_value)

    sys.excepthook = report
    threading.excepthook = in_thread
    sys.unraisablehook = while_cleaning_up


def _fault_box(error: BaseException, log: Path | None) -> QWidget:
    from selfcare_app.services.faults import report_text
    from selfcare_app.ui.fault_box import FaultBox

    where = "" if log is None else tr("The report is kept in {file}.", file=log)
    report = report_text(error, {"Qt": qVersion()})
    box = FaultBox(report, where, QApplication.activeWindow())
    box.open()
    return box
