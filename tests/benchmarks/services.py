"""The services alone: no window, no process start."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from selfcare_app.domain.grace import DEFAULT_GRACE_DAYS
from selfcare_app.domain.timeline import build_timeline
from selfcare_app.services.backup import back_up
from selfcare_app.services.backups import backups_of
from selfcare_app.services.passphrase import new_key
from selfcare_app.services.rescue import Rescue
from selfcare_app.services.stats import HabitStatistics
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.transfer.importing import import_file
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.store.file_key import PAGE_BYTES
from tests.benchmarks.data import make_workspace
from tests.benchmarks.figures import Figure, median_of, milliseconds_of

HABITS = 50
DAYS = 3652
RUNS = 15
LONG_RUNS = 3
CLICKS = 60


def figures() -> Iterator[Figure]:
    """50 habits × 10 years: 182,600 entries."""
    with TemporaryDirectory() as folder:
        workspace = make_workspace(Path(folder), HABITS, DAYS)
        try:
            yield from _statistics(workspace)
            yield from _writing(workspace)
            yield from _transfer(workspace, Path(folder))
            yield from _backups(workspace)
            yield from _rescue(workspace, Path(folder))
        finally:
            workspace.close()


def _transfer(workspace: Workspace, folder: Path) -> Iterator[Figure]:
    file = folder / "export.json"

    def export() -> None:
        export_file(workspace, file, None)

    def import_anew() -> None:
        with TemporaryDirectory() as empty:
            other = open_workspace(Path(empty) / "selfcare.db")
            import_file(other, file, dry_run=False)
            other.close()

    yield Figure("export 182,600 entries as JSON", median_of(LONG_RUNS, export), "ms", 3000)
    yield Figure("import them into an empty folder", median_of(LONG_RUNS, import_anew), "ms", 3000)


def _statistics(workspace: Workspace) -> Iterator[Figure]:
    habits = workspace.records.habits()
    today = workspace.today()

    def read_all() -> None:
        for habit in habits:
            workspace.records.history(habit.id)

    histories = {habit.id: workspace.records.history(habit.id) for habit in habits}
    pauses = workspace.records.pauses()
    first_weekday = workspace.settings.first_weekday()

    def compute_all() -> None:
        for habit in habits:
            timeline = build_timeline(habit, histories[habit.id], pauses, today, first_weekday)
            _all_figures(HabitStatistics(timeline, DEFAULT_GRACE_DAYS))

    def compute_one() -> None:
        _all_figures(workspace.statistics.up_to(habits[0], today))

    yield Figure("read 182,600 entries", median_of(RUNS, read_all), "ms", 160)
    title = "all statistics of 50 habits × 10 years from the entries"
    yield Figure(title, median_of(RUNS, compute_all), "ms", 100)
    yield Figure("read and compute one habit of 10 years", median_of(RUNS, compute_one), "ms", 10)


def _all_figures(statistics: HabitStatistics) -> None:
    _ = statistics.scores, statistics.streaks, statistics.consistency, statistics.covered


def _writing(workspace: Workspace) -> Iterator[Figure]:
    habits = workspace.records.habits()
    today = workspace.today()

    def click(number: int, back: int) -> float:
        habit = habits[number % len(habits)]
        day = today - timedelta(days=back)

        def log() -> None:
            if number // len(habits) % 2:
                workspace.journal.rest(habit, day)
            else:
                workspace.journal.log_entry(habit, day, note=str(number))
            _all_figures(workspace.statistics.of(habit))

        return milliseconds_of(log)

    def commit_alone(number: int) -> float:
        habit = habits[number % len(habits)]
        return milliseconds_of(
            lambda: workspace.journal.log_entry(habit, today, note=f"again {number}")
        )

    commits = median(commit_alone(number) for number in range(CLICKS))
    yield Figure("click → committed with FULL sync (journal alone)", commits, "ms", 17)
    recomputed = median(click(number, back=0) for number in range(CLICKS))
    yield Figure("click → committed → habit recomputed", recomputed, "ms", 17)
    backfilled = median(click(number, back=DAYS - 2) for number in range(CLICKS))
    yield Figure("backfill ten years back → committed → recomputed", backfilled, "ms", 20)


def _backups(workspace: Workspace) -> Iterator[Figure]:
    days = count(1)

    def back_up() -> None:
        later = timedelta(days=next(days))
        made = backups.make_daily(workspace.now() + later, workspace.today() + later)
        assert made is not None

    for locked in ("", ", locked"):
        if locked:
            workspace.encryption.use(new_key("four words that differ"))
        backups = backups_of(workspace)
        title = f"look whether the file of 182,600 entries is sound{locked}"
        yield Figure(title, median_of(RUNS, backups.database_is_sound), "ms", 100)
        title = f"the day's backup of them, made and verified{locked}"
        yield Figure(title, median_of(RUNS, back_up), "ms", 200)


def _rescue(workspace: Workspace, folder: Path) -> Iterator[Figure]:
    """On a copy with a page of zeros in the middle, and no backup."""
    damaged = folder / "damaged" / "selfcare.db"
    back_up(workspace, damaged)
    content = bytearray(damaged.read_bytes())
    middle = len(content) // PAGE_BYTES // 2 * PAGE_BYTES
    content[middle : middle + PAGE_BYTES] = bytes(PAGE_BYTES)
    damaged.write_bytes(content)
    rescue = Rescue(damaged, workspace.database.key)

    def look() -> None:
        rescue.give_up(rescue.prospect(workspace.instant()))

    yield Figure("rescue: read what can be saved of them, locked", median_of(3, look), "ms", 6_000)
