"""`selfcare` and `selfcare demo`, up to the moment at which the window opens."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from selfcare_app.commands import window
from selfcare_app.paths import data_folder, database_file
from selfcare_app.services.workspace import open_workspace
from tests.cli.conftest import Selfcare


class Opened(ModuleType):
    """Stands where window and pictures are made, and remembers what it was asked to show."""

    def __init__(self) -> None:
        super().__init__("window and pictures")
        self.database: Path | None = None
        self.habits: list[str] = []
        self.asked: dict[str, bool] = {}
        self.in_background = False
        self.pictures: Path | None = None

    def open_window(
        self, database: Path, *, exit_after_paint: bool, made_up: bool, in_background: bool = False
    ) -> int:
        self.database = database
        self.asked = {"exit_after_paint": exit_after_paint, "made_up": made_up}
        self.in_background = in_background
        workspace = open_workspace(database)
        self.habits = [habit.name for habit in workspace.records.habits()]
        workspace.close()
        return 0

    def draw_pages(self, folder: Path) -> int:
        self.pictures = folder
        return 0


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    stand_in = Opened()
    for name in ("window", "pictures"):
        monkeypatch.setitem(sys.modules, f"selfcare_app.app.{name}", stand_in)
    monkeypatch.setattr(window, "qt_problem", lambda **_: None)
    return stand_in


def test_alone_it_opens_the_window_on_the_person_s_data(selfcare: Selfcare, opened: Opened) -> None:
    assert selfcare().status == 0
    assert opened.database == database_file(data_folder())
    assert opened.asked == {"exit_after_paint": False, "made_up": False}


def test_it_can_start_without_a_window(selfcare: Selfcare, opened: Opened) -> None:
    selfcare("--in-background")
    assert opened.in_background


def test_it_can_leave_after_the_first_paint(selfcare: Selfcare, opened: Opened) -> None:
    selfcare("--exit-after-paint")
    assert opened.asked["exit_after_paint"]
    selfcare("demo", "--exit-after-paint")
    assert opened.asked == {"exit_after_paint": True, "made_up": True}


def test_the_demo_shows_a_made_up_year_and_leaves_nothing(
    selfcare: Selfcare, opened: Opened
) -> None:
    assert selfcare("demo").status == 0
    assert "Sit and breathe" in opened.habits
    assert opened.database is not None
    assert not opened.database.parent.exists()
    assert not data_folder().exists()


def test_pages_are_drawn_into_a_folder(selfcare: Selfcare, opened: Opened, tmp_path: Path) -> None:
    assert selfcare("demo", "--screenshot", tmp_path).status == 0
    assert opened.pictures == tmp_path
    assert not data_folder().exists()


@pytest.mark.parametrize("words", [[], ["demo"], ["demo", "--screenshot", "pictures"]])
def test_where_qt_cannot_work_that_is_told_before_it_is_asked(
    selfcare: Selfcare, opened: Opened, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setattr(window, "qt_problem", lambda **_: "There is no display here.")
    assert selfcare(*words).sentence == "There is no display here."
    assert opened.database is None
    assert opened.pictures is None
