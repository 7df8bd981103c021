"""Every page as a picture, drawn on made-up data."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from selfcare_app.app.application import application_without_display
from selfcare_app.paths import database_file, resources
from selfcare_app.services.demo import fill_with_made_up_year
from selfcare_app.services.workspace import open_workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.look import dress
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import DARK, LIGHT, Theme

PICTURE_SIZE = (1180, 760)


def draw_pages(folder: Path) -> int:
    """Draw every page on made-up data, light and dark, into PNG files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    application = application_without_display()
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


def _draw(window: MainWindow, folder: Path, name: str) -> None:
    window.resize(*PICTURE_SIZE)
    window.show()
    for page, whole in (
        ("today", ""),
        ("progress", ""),
        ("progress", "practices"),
        ("progress", "check_ins"),
        ("boundaries", ""),
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
