"""The window, from the first step to the last."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from selfcare_app.app.application import make_application
from selfcare_app.app.background import Background
from selfcare_app.app.faults import report_faults
from selfcare_app.desktop.instance_address import LOOK
from selfcare_app.desktop.qt_libraries import display_faults_in_words
from selfcare_app.desktop.single_instance import Claim, SingleInstance
from selfcare_app.domain.words import tr
from selfcare_app.paths import log_file, resources
from selfcare_app.services.first_start import welcome_wanted
from selfcare_app.services.workspace import (
    DamagedDatabase,
    Workspace,
    is_locked,
    open_workspace,
)
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.look import Look
from selfcare_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from selfcare_app.services.passphrase import FileKey
    from selfcare_app.ui.settings.autostart_row import Autostart

SHOW, NOTHING = "show", "nothing"
"""What a second start asks of the first."""


def open_window(
    database_path: Path, *, exit_after_paint: bool, made_up: bool, in_background: bool = False
) -> int:
    """Open the window on the database at `database_path` until the program ends.

    `made_up` says in the title that the data is not the person's own; `in_background` leaves
    the window away until it is asked for. Where the program runs on that data already, its
    window comes to the front, and this start is over. Locked data is asked for first, and
    damaged data led through its rescue. Returns the exit status. Raises StoreError where the
    database cannot be opened.
    """
    problem, key = "", None
    while True:
        try:
            return _open_window(
                database_path, exit_after_paint, made_up, in_background, problem, key
            )
        except DamagedDatabase as error:
            if error.path != database_path or exit_after_paint:
                raise
            key = error.key
        rescued = _rescued(database_path, key)
        if rescued is None:
            return 0
        problem, key = rescued


def _open_window(
    database_path: Path,
    exit_after_paint: bool,
    made_up: bool,
    in_background: bool,
    problem: str,
    key: "FileKey | None",
) -> int:
    """As `open_window`; `problem` is a sentence to show in the window, and with a `key` locked
    data opens without asking."""
    locked = is_locked(database_path) and key is None
    workspace = None if locked else open_workspace(database_path, key=key)
    instance: SingleInstance | None = None
    try:
        application, instance, claim = _begin(database_path, NOTHING if in_background else SHOW)
        if claim is not Claim.FIRST:
            return _say_that_it_runs(claim)
        if workspace is None:
            # Imported here: most data is not locked.
            from selfcare_app.app.unlocking import unlocked

            workspace, unkept = unlocked(
                application,
                database_path,
                instance,
                lambda key: open_workspace(database_path, key=key),
            )
            if workspace is None:
                return 0
            problem = problem or unkept
        window = window_on(application, workspace)
        if problem:
            window.strip.show_sentence(problem)
        if made_up:
            window.setWindowTitle(tr("Selfcare, on made-up data"))
        if exit_after_paint:
            window.first_painted.connect(application.quit)
        else:
            _keep_running(application, window, workspace, instance, made_up, in_background)
        window.resize(window.sizeHint())
        if not in_background:
            window.show()
        return application.exec()
    finally:
        if instance is not None:
            instance.release()
        if workspace is not None:
            workspace.close()


def _begin(database_path: Path, message: str) -> tuple[QApplication, SingleInstance, Claim]:
    """What comes before any window; another program that runs on that data hears `message`."""
    with display_faults_in_words():
        application = make_application()
    # Of the application: what asks for the passphrase, and reminders, have it from there.
    application.setWindowIcon(QIcon(str(resources() / "icons" / "app.svg")))
    report_faults(log_file(database_path.parent))
    instance = SingleInstance(database_path.parent, application)
    return application, instance, instance.claim(message)


def _rescued(database_path: Path, key: "FileKey | None") -> "tuple[str, FileKey | None] | None":
    """Lead through the rescue of damaged data; what to say of it in the window and what opens
    it now, or None where it was left as it is."""
    application, instance, claim = _begin(database_path, SHOW)
    try:
        if claim is not Claim.FIRST:
            _say_that_it_runs(claim)
            return None
        # Imported here: hardly any data is damaged.
        from selfcare_app.app.rescuing import rescued_before_start

        return rescued_before_start(application, database_path, key)
    finally:
        instance.release()


def window_on(application: QApplication, workspace: Workspace) -> MainWindow:
    """The window on an open workspace, in the person's colours and text size; not shown yet."""
    icons = Icons(resources() / "icons")
    look = Look(application, workspace.settings)
    window = MainWindow(workspace, look.theme, icons)
    if welcome_wanted(workspace):
        window.show_welcome()

    def follow() -> None:
        if look.follow():
            window.set_theme(look.theme)

    application.styleHints().colorSchemeChanged.connect(follow)
    window.look_may_differ.connect(follow)
    return window


def _keep_running(
    application: QApplication,
    window: MainWindow,
    workspace: Workspace,
    instance: SingleInstance,
    made_up: bool,
    in_background: bool,
) -> None:
    """Have reminders come from the first picture on, and charts be there when they are wanted."""
    background = Background(application, window, workspace, made_up=made_up)
    if not made_up:
        window.pages.make_autostart = partial(_make_autostart, workspace.folder)
        background.started.connect(partial(_care_for_data, background, window, workspace))
    background.started.connect(instance.listen)
    asked = {SHOW: background.show_window, LOOK: background.look_now}
    instance.asked.connect(lambda what: asked.get(what, lambda: None)())

    def go_on() -> None:
        if background.running:
            window.pages.load_charts()
        elif not in_background:
            background.start()

    window.first_painted.connect(go_on)
    background.started.connect(lambda: window.pages.load_charts() if window.isVisible() else None)
    if in_background:
        background.start()


def _care_for_data(background: Background, window: MainWindow, workspace: Workspace) -> None:
    # Imported here: the window stands before the first look.
    from selfcare_app.app.data_care import DataCare
    from selfcare_app.app.rescuing import Rescuing

    care, rescuing = DataCare(workspace, background), Rescuing(window, workspace, background)
    care.told.connect(window.strip.show_sentence)
    care.damaged.connect(rescuing.lead)
    rescuing.over.connect(care.look_again)
    background.clock.ticked.connect(care.look)
    care.look()


def _make_autostart(folder: Path) -> "Autostart":
    # Imported here: only the Settings ask for it.
    from selfcare_app.desktop.autostart import autostart_here

    return autostart_here(_start_command(folder))


def _start_command(folder: Path) -> list[str]:
    """What the system is to run when the person signs in."""
    python = Path(sys.executable)
    # On Windows the other one opens a console.
    without_console = python.with_name("pythonw.exe")
    if without_console.is_file():
        python = without_console
    # -P: sessions begin in the person's home, where a file may bear the name of a module.
    command = [str(python), "-P", "-m", "selfcare_app", "--in-background"]
    return [*command, "--data-dir", str(folder.resolve())]


def _say_that_it_runs(claim: Claim) -> int:
    if claim is Claim.HANDED_OVER:
        sys.stdout.write(f"{tr('Selfcare runs already; its window comes to the front.')}\n")
        return 0
    sys.stderr.write(
        f"{tr('Selfcare runs already, but does not answer. End it, then start it again.')}\n"
    )
    return 2
