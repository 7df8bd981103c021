"""Whether Qt can work on this computer, found out before Qt is asked to open a window.

Where a library or the display is missing Qt ends in a traceback or a core dump; this says
first, in sentences, what is missing and which command brings it.
"""

import builtins
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from selfcare_app.domain.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

DEBIAN_PACKAGES = (
    "libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 "
    "libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 "
    "libwayland-cursor0 libgssapi-krb5-2"
)
"""What Qt needs beyond a bare Debian or Ubuntu: to draw at all; for X11; for Wayland; for the
socket by which a second start hands over."""

_MISSING_LIBRARY = re.compile(r"(\S+\.so[.\d]*): cannot open shared object file")


def qt_problem(*, needs_display: bool = True) -> str | None:
    """Why Qt cannot work here and what to do about it, in sentences; None if it can.

    Pictures are drawn without a display: pass `needs_display=False` for those. Qt is imported
    only once a display was found or none is needed.
    """
    if not needs_display or sys.platform in ("win32", "darwin"):
        fault = _import_fault()
    else:
        platforms = display_platforms(os.environ)
        if not platforms:
            return no_display_sentence()
        fault = _import_fault() or _platform_fault(platforms)
    return library_sentence(fault) if fault else None


def display_platforms(environment: Mapping[str, str]) -> list[str]:
    """Names of the Qt platforms that `environment` offers a display for, the preferred first.

    What a person chose in $QT_QPA_PLATFORM is taken at its word.
    """
    chosen = environment.get("QT_QPA_PLATFORM")
    if chosen:
        return [name.partition(":")[0] for name in chosen.split(";")]
    variables = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
    return [platform for platform, variable in variables.items() if environment.get(variable)]


def no_display_sentence(silent: str = "") -> str:
    """What to say where there is no display, or `silent` does not answer, and how to go on."""
    if silent:
        problem = tr("The display “{name}” does not answer, so no window can open.", name=silent)
    else:
        problem = tr("There is no display here, so no window can open.")
    way_on = tr(
        "Every command works without one: try “selfcare today” or “selfcare --help”. "
        "“selfcare demo --screenshot DIR” draws the pages as pictures, and “xvfb-run selfcare "
        "demo” opens the window on a display that nobody sees."
    )
    return f"{problem} {way_on}"


@contextmanager
def display_faults_in_words() -> Iterator[None]:
    """Make the QApplication inside this: where its display does not answer, the program ends
    with status 2 and a sentence. Qt by itself ends with a core dump.
    """
    from PySide6.QtCore import QtMsgType, qFormatLogMessage, qInstallMessageHandler

    said: list[str] = []

    def hear(kind: "QtMsgType", context: "QMessageLogContext", message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            silent = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY", "")
            sys.stderr.write(f"selfcare: {no_display_sentence(silent)}\n")
            sys.stderr.flush()
            # Qt aborts as soon as this returns.
            os._exit(2)
        said.append(qFormatLogMessage(kind, context, message))

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        sys.stderr.writelines(f"{line}\n" for line in said)


def library_sentence(fault: str) -> str:
    """What to say about `fault`, the loader's own words: what is missing, how to get it."""
    missing = _MISSING_LIBRARY.search(fault)
    if missing:
        problem = tr(
            "Qt, which draws the window, needs system libraries that are not installed here "
            "({library}). On Debian and Ubuntu this line installs them:\n\n"
            "    {command}\n\n"
            "On other systems install the packages that hold the same libraries.",
            library=missing[1],
            command=_install_command(),
        )
    else:
        problem = tr(
            "Qt, which draws the window, cannot be loaded ({fault}). "
            "Installing Selfcare again as its README says brings it back.",
            fault=fault,
        )
    return f"{problem} {tr('The command line works without: try “selfcare today”.')}"


def _install_command() -> str:
    # In a bare container one is root and there is no sudo.
    sudo = "" if os.geteuid() == 0 else "sudo "
    packages = f"apt-get install -y --no-install-recommends {DEBIAN_PACKAGES}"
    return f"{sudo}apt-get update && {sudo}{packages}"


def _import_fault() -> str | None:
    try:
        # Whether they can be imported is the question.
        from PySide6 import QtNetwork, QtWidgets  # noqa: F401
    except ImportError as error:
        return str(error)
    import_plainly()
    return None


def import_plainly() -> None:
    """Let modules be imported as they were before PySide was.

    From then on PySide reads the source of every module to see whether it may have asked for
    another spelling by `from __feature__ import`, which nothing here does, and Python keeps
    what was read: 4 % of a start, and with the charts 15 MB.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _platform_fault(platforms: Iterable[str]) -> str | None:
    from PySide6.QtCore import QLibraryInfo

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return plugin_fault(plugins / "platforms", platforms)


def plugin_fault(folder: Path, platforms: Iterable[str]) -> str | None:
    """Why none of Qt's plugins for `platforms` in `folder` can be loaded; None if one can.

    Qt would load the same plugin next, so asking costs a start nothing; but where it finds
    none it ends the process.
    """
    from PySide6.QtCore import QPluginLoader

    fault = None
    for platform in platforms:
        for plugin in sorted(folder.glob(f"libq{platform}*.so")):
            loader = QPluginLoader(str(plugin))
            if loader.load():
                return None
            fault = loader.errorString()
    return fault
