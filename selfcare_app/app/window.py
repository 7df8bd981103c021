"""The window, from the first step to the last."""

from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from selfcare_app.app.application import make_application
from selfcare_app.app.faults import report_faults
from selfcare_app.desktop.qt_libraries import display_faults_in_words
from selfcare_app.domain.words import tr
from selfcare_app.paths import log_file, resources
from selfcare_app.services.first_start import welcome_wanted
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.look import Look
from selfcare_app.ui.main_window import MainWindow


def open_window(database_path: Path, *, exit_after_paint: bool, made_up: bool) -> int:
    """Open the window on the database at `database_path` until it is closed.

    `made_up` says in the title that the data is not the person's own. Returns the exit
    status. Raises StoreError where the database cannot be opened.
    """
    workspace = open_workspace(database_path)
    try:
        with display_faults_in_words():
            application = make_application()
        report_faults(log_file(database_path.parent))
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
