"""Prints the window's resident memory; started by `tests.benchmarks.window`."""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from selfcare_app.app.window import window_on
from selfcare_app.paths import data_folder, database_file
from selfcare_app.services.workspace import open_workspace


def resident() -> float:
    """Resident memory of this process in megabytes (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def run() -> None:
    """Measure with the data folder's database, before and after the charts."""
    application = QApplication(sys.argv)
    bare = resident()
    workspace = open_workspace(database_file(data_folder(None)))
    window = window_on(application, workspace)
    window.resize(1180, 760)
    window.show()
    application.processEvents()
    before = resident()
    window.show_page("progress")
    while not window.pages.current.ready:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    application.processEvents()
    for title, value, bound in (
        ("resident memory: an application without a window", bare, 63),
        ("resident memory: Today page of 20 habits, before charts", before, 75),
        ("resident memory: after the charts", resident(), 130),
    ):
        sys.stdout.write(f"{title}\t{value}\tMB\t{bound}\n")
    window.close()


if __name__ == "__main__":
    run()
