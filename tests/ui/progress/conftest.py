"""The Progress page on a workspace of its own, as the window holds it."""

from collections.abc import Iterator

import pytest

from selfcare_app.paths import resources
from selfcare_app.services.stats import changed_habits
from selfcare_app.ui.bridge import Bridge
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.page import ProgressPage
from tests.ui.charts.conftest import make_habit, make_progress, make_statistics, theme, workspace

__all__ = ["make_habit", "make_progress", "make_statistics", "theme", "workspace"]


@pytest.fixture
def icons(qapp) -> Icons:
    return Icons(resources() / "icons")


@pytest.fixture
def page(qtbot, workspace, theme, icons) -> Iterator[ProgressPage]:
    """The page, not yet shown, told of every change."""
    bridge = Bridge(workspace.journal)
    made = ProgressPage(workspace, theme, icons)
    made.resize(1092, 760)
    qtbot.addWidget(made)
    bridge.changed.connect(lambda change: made.refresh(changed_habits(change)))
    made.subject.area.loader.wait()
    yield made


@pytest.fixture
def show(qtbot, page):
    """Shows the page and waits for its charts."""

    def shown() -> ProgressPage:
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.ready and page.isActiveWindow())
        return page

    return shown


@pytest.fixture
def picture(qtbot, page):
    """Scrolls to a chart and gives its picture."""

    def scrolled_to(kind: type[ChartCard]):
        card = page.subject.board.card(kind)
        qtbot.waitUntil(lambda: page.ready)
        page.subject.area.ensureWidgetVisible(card)
        qtbot.waitUntil(lambda: page.ready and not card.stale)
        return card.picture

    return scrolled_to
