"""Opening locked data before there is a window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from selfcare_app.desktop.single_instance import SingleInstance
from selfcare_app.paths import resources
from selfcare_app.services.key_store import KeyStore
from selfcare_app.services.passphrase import FileKey, opens
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.lock.cover import ICON
from selfcare_app.ui.lock.opening import OpeningWindow
from selfcare_app.ui.look import dress_as_system


def unlocked(
    application: QApplication,
    path: Path,
    instance: SingleInstance,
    open_with: Callable[[FileKey], Workspace],
) -> tuple[Workspace | None, str]:
    """The workspace at `path`, opened with the key of the system's key store or with what the
    person types; None where they leave. The second is a sentence to show in the window.

    A second start meanwhile brings the question to the front. Raises StoreError where the
    database cannot be opened.
    """
    store = KeyStore(path.parent)
    key = store.key()
    if key is not None and opens(key, path):
        return open_with(key), ""
    window = _window(application, path, store)
    instance.asked.connect(window.bring_forward)
    instance.listen()
    window.exec()
    window.deleteLater()
    return (None if window.key is None else open_with(window.key)), window.problem


def _window(application: QApplication, path: Path, store: KeyStore) -> OpeningWindow:
    theme = dress_as_system(application)
    icons = Icons(resources() / "icons")
    window = OpeningWindow(icons.pixmap("app", ICON, theme.primary, 1.0), path, store)
    window.resize(window.sizeHint())
    return window
