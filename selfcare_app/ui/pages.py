"""The pages of the window: made when they are first wanted, told of what changes."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.actions import Actions
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.page import Page
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.today.page import TodayPage

if TYPE_CHECKING:
    from selfcare_app.ui.boundaries.page import BoundariesPage
    from selfcare_app.ui.charts.loader import ChartLoader
    from selfcare_app.ui.progress.page import ProgressPage
    from selfcare_app.ui.settings.autostart_row import Autostart
    from selfcare_app.ui.settings.page import SettingsPage
    from selfcare_app.ui.welcome.page import WelcomePage

PROGRESS_MODULE = "selfcare_app.ui.progress.page"


class Pages(QStackedWidget):
    """Holds the pages by name: `today` from the start, `progress`, `boundaries` and `settings`
    when they are first shown, `welcome` while it stands.

    Each module is imported when its page is made: the first picture is there sooner without
    them.
    """

    problem = Signal(str)
    """What a page says could not be done."""
    told = Signal(str)
    """What a page says was done, and leaves nothing to take back."""
    replaced = Signal()
    """All content was replaced: everything is to be shown anew."""
    welcome_wanted = Signal()
    """A page asks for the first start to be shown again."""
    add_wanted = Signal()
    """A habit is to be added."""
    edit_wanted = Signal(str)
    """The habit with that id is to be changed."""
    welcome_left = Signal(bool)
    """The first start is over; whether habits were added in it."""

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        icons: Icons,
        actions: Actions,
        parent: QWidget,
    ) -> None:
        """`actions` is where pages register what can be done on them."""
        super().__init__(parent)
        self._workspace, self._theme, self._icons = workspace, theme, icons
        self._loader: ChartLoader | None = None
        self.make_autostart: Callable[[], Autostart] | None = None
        """Makes what has the system start the program; to be given before Settings is shown."""
        self._makers: dict[str, Callable[[], Page]] = {
            "progress": self._make_progress,
            "boundaries": self._make_boundaries,
            "settings": self._make_settings,
            "welcome": self._make_welcome,
        }
        self._made: dict[str, Page] = {}
        self.today = TodayPage(workspace, theme, icons, actions, self)
        self.progress: ProgressPage | None = None
        self.boundaries: BoundariesPage | None = None
        self.settings: SettingsPage | None = None
        self.welcome: WelcomePage | None = None
        self._keep("today", self.today)

    def show_page(self, name: str) -> bool:
        """Show a page; whether another one stood there before."""
        page = self._made.get(name) or self._keep(name, self._makers[name]())
        arrived = page is not self.currentWidget()
        self.setCurrentWidget(page)
        return arrived

    @property
    def current(self) -> Page:
        """The page that is shown."""
        page = self.currentWidget()
        assert isinstance(page, Page)
        return page

    def refresh(self, habit_ids: set[str] | None) -> None:
        """Tell every page of a change of those habits; None stands for any change."""
        for page in list(self._made.values()):
            page.refresh(habit_ids)

    def set_theme(self, theme: Theme) -> None:
        """Paint every page in the colours of `theme`."""
        self._theme = theme
        for page in self._made.values():
            page.set_theme(theme, self._icons)

    def take_fonts(self) -> None:
        """Tell every page that the text size changed."""
        for page in self._made.values():
            page.take_fonts()

    def load_charts(self) -> None:
        """Load the Progress page and what it draws with beside the event loop, then make it."""
        from selfcare_app.ui.charts.loader import MODULES, ChartLoader

        # What lives until the window closes need not be searched for garbage again and
        # again while the libraries are loaded; each search would hold up the window.
        gc.freeze()
        self._loader = ChartLoader((*MODULES, PROGRESS_MODULE))
        self._loader.loaded.connect(self._on_charts_loaded)
        self._loader.start()

    @property
    def charts_loaded(self) -> bool:
        """Whether `load_charts` has come to its end."""
        return self._loader is not None and self._loader.ready

    def _on_charts_loaded(self) -> None:
        if "progress" not in self._made:
            page = self._make_progress()
            self._keep("progress", page)
            # In a turn of its own, as it takes as long as the page; after 0 ms Qt would not look
            # for anything else in between.
            QTimer.singleShot(1, page, page.make_board)

    def _keep(self, name: str, page: Page) -> Page:
        page.problem.connect(self.problem)
        page.told.connect(self.told)
        page.replaced.connect(self.replaced)
        page.add_wanted.connect(self.add_wanted)
        page.edit_wanted.connect(self.edit_wanted)
        self._made[name] = page
        self.addWidget(page)
        return page

    def _make_progress(self) -> "ProgressPage":
        from selfcare_app.ui.progress.page import ProgressPage

        self.progress = ProgressPage(self._workspace, self._theme, self._icons, self)
        return self.progress

    def _make_boundaries(self) -> Page:
        from selfcare_app.ui.boundaries.page import BoundariesPage

        self.boundaries = BoundariesPage(self._workspace, self._theme, self._icons, self)
        return self.boundaries

    def _make_settings(self) -> Page:
        from selfcare_app.ui.settings.page import SettingsPage

        autostart = None if self.make_autostart is None else self.make_autostart()
        self.settings = SettingsPage(self._workspace, self._theme, self._icons, self, autostart)
        self.settings.welcome_wanted.connect(self.welcome_wanted)
        return self.settings

    def _make_welcome(self) -> Page:
        from selfcare_app.ui.welcome.page import WelcomePage

        self.welcome = WelcomePage(self._workspace, self._theme, self._icons, self)
        self.welcome.finished.connect(self._leave_welcome)
        return self.welcome

    def _leave_welcome(self, habits_added: bool) -> None:
        page, self.welcome = self._made.pop("welcome"), None
        self.show_page("today")
        self.removeWidget(page)
        page.deleteLater()
        self.welcome_left.emit(habits_added)
