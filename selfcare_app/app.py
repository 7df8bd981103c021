"""The window's composition root: builds the application and connects its parts."""

import os
import sys
from datetime import date, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from selfcare_app.desktop.qt_libraries import display_faults_in_words
from selfcare_app.domain.words import tr
from selfcare_app.paths import database_file, log_file, resources
from selfcare_app.services.first_start import welcome_wanted
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.look import Look, dress
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import DARK, LIGHT, Theme

PICTURE_SIZE = (1180, 760)
PICTURE_FONT = "Inter"
"""Stands in for a system's font in pictures, where it is installed."""


def open_window(database_path: Path, *, exit_after_paint: bool, made_up: bool) -> int:
    """Open the window on the database at `database_path` until it is closed.

    `made_up` says in the title that the data is not the person's own. Returns the exit
    status. Raises StoreError where the database cannot be opened.
    """
    workspace = open_workspace(database_path)
    try:
        with display_faults_in_words():
            application = _application()
        _report_faults(log_file(database_path.parent))
        window = window_on(application, workspace)
        if made_up:
            window.setWindowTitle(tr("Selfcare, on made-up data"))
        if exit_after_paint:
            window.first_painted.connect(application.quit)
        else:
            window.first_painted.connect(window.pages.load_charts)
        window.resize(window.sizeHint())
        window.show()
        return application.exec()
    finally:
        workspace.close()


def _application() -> QApplication:
    QApplication.setApplicationName("selfcare")
    QApplication.setDesktopFileName("selfcare")
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    return application


def window_on(application: QApplication, workspace: Workspace) -> MainWindow:
    """The window on an open workspace, in the person's colours and text size; not shown yet."""
    icons = Icons(resources() / "icons")
    look = Look(application, workspace.settings)
    window = MainWindow(workspace, look.theme, icons)
    window.setWindowIcon(QIcon(str(resources() / "icons" / "app.svg")))
    if welcome_wanted(workspace):
        window.show_welcome()

    def follow() -> None:
        if look.follow():
            window.set_theme(look.theme)

    application.styleHints().colorSchemeChanged.connect(follow)
    window.look_may_differ.connect(follow)
    return window


def _report_faults(log: Path) -> None:
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


def draw_pages(folder: Path) -> int:
    """Draw every page on made-up data, light and dark, into PNG files in `folder`."""
    # Imported here: the window opens sooner without them.
    from tempfile import TemporaryDirectory

    from selfcare_app.services.demo import fill_with_made_up_year

    folder.mkdir(parents=True, exist_ok=True)
    application = _application_without_display()
    with TemporaryDirectory(prefix="selfcare-demo-") as place:
        workspace = open_workspace(database_file(Path(place)))
        try:
            fill_with_made_up_year(workspace)
            for theme, name in ((LIGHT, "light"), (DARK, "dark")):
                dress(application, theme)
                _draw(MainWindow(workspace, theme, Icons(resources() / "icons")), folder, name)
                _draw_welcome(Path(place) / "first", theme, folder, name)
        finally:
            workspace.close()
    return 0


def write_report(
    workspace: Workspace, path: Path, first: date, last: date, *, with_notes: bool
) -> None:
    """Write a report on the days `first` to `last` into the PDF file at `path`, without a
    display; raises KnownError where that fails."""
    # Imported here: the window opens sooner without it.
    from selfcare_app.ui.paper.reporting import write_report

    application = _application_without_display()
    dress(application, LIGHT)
    icons = Icons(resources() / "icons")
    write_report(workspace, icons, path, (first, last), with_notes=with_notes)


def _application_without_display() -> QApplication:
    from PySide6.QtGui import QFont, QFontDatabase

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = _application()
    if PICTURE_FONT in QFontDatabase.families():
        application.setFont(QFont(PICTURE_FONT, 10))
    return application


def _draw(window: MainWindow, folder: Path, name: str) -> None:
    window.resize(*PICTURE_SIZE)
    window.show()
    for page, whole in (
        ("today", ""),
        ("progress", ""),
        ("progress", "practices"),
        ("progress", "check_ins"),
        ("settings", ""),
    ):
        window.show_page(page, whole)
        while not window.pages.current.ready:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()
        title = (whole or page).replace("_", "-")
        window.grab().save(str(folder / f"{title}-{name}.png"))
    window.close()


def _draw_welcome(data: Path, theme: Theme, folder: Path, name: str) -> None:
    """Draw the first start, which there is only where nothing is kept yet."""
    workspace = open_workspace(database_file(data))
    try:
        window = MainWindow(workspace, theme, Icons(resources() / "icons"))
        window.resize(*PICTURE_SIZE)
        window.show()
        window.show_welcome()
        if window.pages.welcome is not None:
            for card in window.pages.welcome.picker.cards[:4:2]:
                card.click()
        QApplication.processEvents()
        window.grab().save(str(folder / f"welcome-{name}.png"))
        window.close()
    finally:
        workspace.close()
