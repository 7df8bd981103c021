"""`selfcare` and `selfcare demo`: the window, where there is what it needs to open."""

import sys
from argparse import Namespace
from pathlib import Path

from selfcare_app.commands.places import folder_of
from selfcare_app.desktop.qt_libraries import qt_problem
from selfcare_app.domain.words import tr
from selfcare_app.paths import database_file


def open_own_window(arguments: Namespace) -> int:
    """Open the window on the person's own data."""
    if qt_is_missing():
        return 2
    from selfcare_app.app.window import open_window

    database = database_file(folder_of(arguments))
    return open_window(
        database,
        exit_after_paint=arguments.exit_after_paint,
        made_up=False,
        in_background=arguments.in_background,
    )


def demo(arguments: Namespace) -> int:
    """Open the window on a made-up year in a temporary place, or draw its pages as pictures."""
    if arguments.screenshot is not None:
        return _draw_pages(Path(arguments.screenshot))
    if qt_is_missing():
        return 2
    # Imported here: a person's own window opens sooner without them.
    from tempfile import TemporaryDirectory

    from selfcare_app.app.window import open_window
    from selfcare_app.services.demo import fill_with_made_up_year
    from selfcare_app.services.workspace import open_workspace

    with TemporaryDirectory(prefix="selfcare-demo-") as folder:
        database = database_file(Path(folder))
        workspace = open_workspace(database)
        try:
            fill_with_made_up_year(workspace)
        finally:
            workspace.close()
        return open_window(database, exit_after_paint=arguments.exit_after_paint, made_up=True)


def _draw_pages(folder: Path) -> int:
    if qt_is_missing(needs_display=False):
        return 2
    from selfcare_app.app.pictures import draw_pages

    return draw_pages(folder)


def qt_is_missing(*, needs_display: bool = True) -> bool:
    """Whether Qt cannot be used here; if so, that is said."""
    problem = qt_problem(needs_display=needs_display)
    if problem is not None:
        sys.stderr.write(f"{tr('selfcare')}: {problem}\n")
    return problem is not None
