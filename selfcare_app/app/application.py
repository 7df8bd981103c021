"""The Qt application, on a display or without one."""

import os
import sys

from PySide6.QtWidgets import QApplication

PICTURE_FONT = "Inter"
"""Stands in for a system's font in pictures, where it is installed."""
_made: list[QApplication] = []
"""Qt ends with the last who knows the application; here it is known to the end."""


def make_application() -> QApplication:
    """The application, for a display; the one that there is, where there is one."""
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    QApplication.setApplicationName("selfcare")
    QApplication.setDesktopFileName("selfcare")
    # Chosen as in a shell: `setStyle` hands the style out, for which PySide makes all its
    # enumerations, a fiftieth of a start.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    _made.append(application)
    return application


def application_without_display() -> QApplication:
    """The application that draws into files alone."""
    from PySide6.QtGui import QFont, QFontDatabase

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = make_application()
    if PICTURE_FONT in QFontDatabase.families():
        application.setFont(QFont(PICTURE_FONT, 10))
    return application
