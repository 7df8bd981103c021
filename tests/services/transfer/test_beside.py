"""Import and export beside the window: seen there, taken back there, broken off without trace."""

from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.habit import Habit
from selfcare_app.services import how_far as module
from selfcare_app.services.history import Change
from selfcare_app.services.how_far import Cancelled, HowFar
from selfcare_app.services.passphrase import FileKey
from selfcare_app.services.transfer.beside import export_beside, import_beside, take_over
from selfcare_app.services.transfer.exporting import FORMATS
from selfcare_app.services.workspace import Workspace
from tests.services.conftest import everything

TODAY = date(2026, 11, 23)


@pytest.fixture
def export(other: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a habit and sixty days, of which a few are looked at between two words."""
    monkeypatch.setattr(module, "STEP", 10)
    habit = other.journal.add_habit(Habit("", "Sit", TODAY.replace(month=9)))
    for day in range(1, 61):
        other.journal.log_entry(habit, TODAY.fromordinal(TODAY.toordinal() - day))
    path = tmp_path / "export.json"
    export_beside(other, path, "json", HowFar())
    return path


def test_what_is_imported_beside_is_seen_and_taken_back_here(
    workspace: Workspace, export: Path
) -> None:
    heard: list[Change] = []
    workspace.journal.listen(heard.append)
    assert workspace.records.habits() == []
    imported = import_beside(workspace, export, False, HowFar())
    take_over(workspace, imported)
    assert (imported.report.habits, imported.report.entries) == (1, 60)
    assert [habit.name for habit in workspace.records.habits()] == ["Sit"]
    assert [change.title for change in heard] == ["Import of “export.json”"]
    workspace.journal.undo()
    assert everything(workspace) == []


def test_a_look_changes_nothing_and_leaves_nothing_to_take_back(
    workspace: Workspace, export: Path
) -> None:
    imported = import_beside(workspace, export, True, HowFar())
    assert imported.report.entries == 60
    assert imported.change is None
    take_over(workspace, imported)
    assert everything(workspace) == []
    assert workspace.journal.undo() is None


def words_of(act: object) -> int:
    """How many words are told until `act` is over."""
    assert callable(act)
    told: list[float] = []
    act(HowFar(told.append))
    return len(told)


def stop_at(word: int) -> HowFar:
    left = iter(range(word))

    def tell(_: float) -> None:
        if next(left, None) is None:
            raise Cancelled

    return HowFar(tell)


def test_an_import_that_is_broken_off_at_any_word_leaves_no_trace(
    workspace: Workspace, export: Path
) -> None:
    words = words_of(lambda how_far: import_beside(workspace, export, True, how_far))
    for word in range(words + 8):
        with pytest.raises(Cancelled):
            import_beside(workspace, export, False, stop_at(word))
        assert everything(workspace) == []
    assert import_beside(workspace, export, False, HowFar()).report.entries == 60


@pytest.mark.parametrize("format", FORMATS)
def test_an_export_that_is_broken_off_at_any_word_leaves_no_file(
    other: Workspace, export: Path, tmp_path: Path, format: str
) -> None:
    target = tmp_path / "folder" / "out"
    target.parent.mkdir()
    words = words_of(lambda how_far: export_beside(other, target, format, how_far))
    target.unlink()
    for word in range(words):
        with pytest.raises(Cancelled):
            export_beside(other, target, format, stop_at(word))
        assert list(target.parent.iterdir()) == []


def test_it_works_on_locked_data(workspace: Workspace, export: Path) -> None:
    workspace.encryption.use(FileKey(b"1" * 32, b"2" * 16))
    take_over(workspace, import_beside(workspace, export, False, HowFar()))
    assert [habit.name for habit in workspace.records.habits()] == ["Sit"]
