"""What a passphrase costs: opening, each click, each change of it."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from selfcare_app.services.passphrase import key_that_opens, new_key
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.transfer.importing import import_file
from selfcare_app.services.workspace import Workspace, open_workspace
from tests.benchmarks.data import make_workspace
from tests.benchmarks.figures import Figure, median_of, milliseconds_of

HABITS = 50
DAYS = 3652
RUNS = 15
LONG_RUNS = 3
CLICKS = 100
WORDS = "quiet river stone lamp"


def figures() -> Iterator[Figure]:
    """50 habits × 10 years, plain and locked side by side."""
    with TemporaryDirectory() as folder:
        plain = make_workspace(Path(folder) / "plain", HABITS, DAYS)
        locked = make_workspace(Path(folder) / "locked", HABITS, DAYS)
        try:
            key = new_key(WORDS)
            taken = milliseconds_of(lambda: locked.encryption.use(key))
            yield Figure("set a passphrase: the file written anew", taken, "ms", 2000)
            yield _opening(plain.database.path, locked.database.path)
            yield _clicking(plain, locked)
            yield from _transfer(locked, Path(folder))
        finally:
            plain.close()
            locked.close()


def _transfer(locked: Workspace, folder: Path) -> Iterator[Figure]:
    file = folder / "export.json"

    def import_anew() -> None:
        with TemporaryDirectory() as empty:
            other = open_workspace(Path(empty) / "selfcare.db", key=locked.encryption.key)
            import_file(other, file, dry_run=False)
            other.close()

    taken = median_of(LONG_RUNS, lambda: export_file(locked, file, None))
    yield Figure("export 182,600 locked entries as JSON", taken, "ms", 3000)
    yield Figure("import them into locked data", median_of(LONG_RUNS, import_anew), "ms", 3000)


def _opening(plain: Path, locked: Path) -> Figure:
    """How much longer it takes until the first page could show its habits."""

    def open_plain() -> None:
        workspace = open_workspace(plain)
        workspace.records.habits()
        workspace.close()

    def open_locked() -> None:
        workspace = open_workspace(locked, key=key_that_opens(locked, WORDS))
        workspace.records.habits()
        workspace.close()

    more = median_of(RUNS, open_locked) - median_of(RUNS, open_plain)
    return Figure("open with a passphrase, longer than plain by", more, "ms", 300)


def _clicking(plain: Workspace, locked: Workspace) -> Figure:
    habits, today = plain.records.habits(), plain.today()

    def click(workspace: Workspace, number: int) -> float:
        habit = habits[number % HABITS]

        def log() -> None:
            workspace.journal.log_entry(habit, today, note=f"again {number}")
            _ = workspace.statistics.of(habit).scores

        return milliseconds_of(log)

    # In turn: what else the machine does meanwhile meets both.
    ratios = [click(locked, number) / click(plain, number) for number in range(CLICKS)]
    return Figure("click → committed → habit recomputed, against plain", median(ratios), "×", 1.2)
