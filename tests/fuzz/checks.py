"""What has to hold whatever a file holds: a report, or one sentence and nothing changed."""

from pathlib import Path

from selfcare_app.domain.errors import KnownError
from selfcare_app.services.transfer.importing import import_file
from selfcare_app.services.transfer.report import ImportReport
from selfcare_app.services.workspace import Workspace


def check_import(workspace: Workspace, path: Path) -> ImportReport | None:
    """Import the file at `path` into `workspace`, which is empty, and take that back.

    Returns the report; None where the file was refused. Raises AssertionError where anything
    is left of either, and whatever an importer raises beside KnownError.
    """
    try:
        report = import_file(workspace, path, dry_run=False)
    except KnownError as error:
        assert str(error).strip(), "a refusal without a word"
        assert "\n" not in str(error), "a refusal of several lines"
        _check_empty(workspace)
        return None
    _check_counts(workspace, report)
    again = import_file(workspace, path, dry_run=False)
    assert (again.habits, again.entries, again.areas) == (0, 0, 0), "not the same the second time"
    if workspace.journal.history.next_undo is not None:
        workspace.journal.undo()
    _check_empty(workspace)
    return report


def _check_counts(workspace: Workspace, report: ImportReport) -> None:
    workspace.forget_caches()
    habits = workspace.records.habits(archived=True)
    assert len(habits) == report.habits, "habits are miscounted"
    entries = sum(len(workspace.records.entries_of(habit.id)) for habit in habits)
    assert entries == report.entries, "entries are miscounted"
    assert all(skipped.count > 0 for skipped in report.skipped), "nothing is told as left out"
    assert report.lines()


def _check_empty(workspace: Workspace) -> None:
    workspace.forget_caches()
    assert workspace.records.everything() == [], "something is left"
    assert workspace.journal.history.next_undo is None, "there is something to take back"
