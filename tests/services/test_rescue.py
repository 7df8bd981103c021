"""However a file is damaged: what the backup holds is there again, and the file itself stays."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from shutil import copytree, rmtree

import pytest

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.keeping import Origin
from selfcare_app.services import rescue as module
from selfcare_app.services.backup import dated_backup
from selfcare_app.services.backups import backups_of, go_back
from selfcare_app.services.passphrase import WrongPassphrase, key_of_data, key_that_opens
from selfcare_app.services.rescue import (
    DamagedDatabase,
    Prospect,
    Rescue,
    is_damaged,
)
from selfcare_app.services.settings import BACKUP_FOLDER
from selfcare_app.services.workspace import is_locked, looks_emptied, open_workspace
from selfcare_app.store.backup import back_up
from selfcare_app.store.contents import Contents
from selfcare_app.store.db import StoreError, open_database, open_to_read
from selfcare_app.store.encryption import change_key
from selfcare_app.store.file_key import FileKey, key_of, new_salt, salt_of
from tests.services.conftest import Clock
from tests.store import damage as ways
from tests.store.damage import DAMAGES, damage, damage_log

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 16, 20)
INSTANT = 1_795_450_800_000
KEY = FileKey(b"k" * 32, b"s" * 16)
SEEDS = 3
Row = tuple[object, ...]


def fill(folder: Path, key: FileKey | None) -> None:
    """Three habits, a backup of yesterday, and a day more; the program still runs, or has
    crashed, for its log is there."""
    clock, instants = Clock(), count(INSTANT - 100_000)
    workspace = open_workspace(folder / "selfcare.db", clock, lambda: next(instants), key)
    habits = [
        workspace.journal.add_habit(Habit("", name, TODAY - timedelta(days=120)))
        for name in ("Sit", "Walk", "Read")
    ]
    for back in range(120):
        for habit in habits:
            note = "A word or two. " * (back % 40)
            workspace.journal.log_entry(habit, TODAY - timedelta(days=back), note=note)
        workspace.journal.check_in(CheckIn(TODAY - timedelta(days=back), mood=4))
    workspace.database.row("PRAGMA wal_checkpoint(TRUNCATE)")
    clock.now = NOW - timedelta(days=1)
    backups_of(workspace).make_daily(clock.now, workspace.today())
    clock.now = NOW
    workspace.journal.add_habit(Habit("", "New", TODAY))
    workspace.journal.log_entry(habits[0], TODAY, note="changed since")
    copytree(folder, folder.with_name(f"{folder.name}-running"))
    workspace.close()


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders of data as they are before anything is damaged."""
    base = tmp_path_factory.mktemp("originals")
    for name, key in (("plain", None), ("locked", KEY)):
        fill(base / name, key)
    for log in base.glob("*/selfcare.db-shm"):
        log.unlink()
    return base


@pytest.fixture
def folder(originals: Path, tmp_path: Path) -> Path:
    """A plain folder of data."""
    return Path(copytree(originals / "plain", tmp_path / "data"))


def rows_of(path: Path, key: FileKey | None) -> dict[tuple[str, Row], Row]:
    """All rows by table and what tells them apart."""
    from selfcare_app.store.shapes import shapes_of

    with closing(open_to_read(path, key)) as database:
        found = {}
        for shape in shapes_of(database).values():
            columns = ", ".join([*shape.keys, *(column.name for column in shape.columns)])
            for row in database.rows(f"SELECT {columns} FROM {shape.table}"):
                found[shape.table, tuple(row[: len(shape.keys)])] = tuple(row[len(shape.keys) :])
        return found


def newest_backup(folder: Path) -> Path:
    [file] = (folder / "backups").glob("*.db")
    return file


def contents_of_files(folder: Path) -> dict[str, bytes]:
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if file.is_file() and not file.name.endswith("-shm")
    }


def rescued(path: Path, key: FileKey | None = None) -> Path:
    rescue = Rescue(path, key)
    return rescue.finish(rescue.prospect(INSTANT), NOW)


@pytest.mark.parametrize("running", ["", "-running"])
@pytest.mark.parametrize("key", [pytest.param(None, id="plain"), pytest.param(KEY, id="locked")])
@pytest.mark.parametrize("how", DAMAGES)
def test_no_damage_loses_what_the_backup_holds(
    originals: Path,
    tmp_path: Path,
    how: Callable[[bytearray, Random], None],
    key: FileKey | None,
    running: str,
) -> None:
    for seed in range(SEEDS):
        random = Random(f"{seed} {how.__name__}")
        folder = tmp_path / "data"
        copytree(originals / f"{'locked' if key else 'plain'}{running}", folder)
        path = folder / "selfcare.db"
        damage(path, how, random)
        if random.random() < 0.5:
            damage_log(path, random)
        held = rows_of(newest_backup(folder), key)
        before = contents_of_files(folder)
        kept = rescued(path, key)
        after = contents_of_files(folder)
        assert kept.name == "selfcare-damaged-2026-11-23-162000.db"
        assert after.pop(kept.name) == before.pop("selfcare.db")
        assert after.pop(f"{kept.name}-wal", b"") == before.pop("selfcare.db-wal", b"")
        assert not is_damaged(path, key)
        now = rows_of(path, key)
        assert held.keys() <= now.keys()
        for identity, row in held.items():
            # What was changed since by the person is newer; nothing else differs.
            assert now[identity] == row or now[identity][-2] > row[-2]  # type: ignore[operator]
        opened = open_workspace(path, Clock(), key=key)
        assert len(opened.records.everything()) >= 480
        opened.close()
        after.pop("selfcare.db")
        assert after == before
        assert not [file for file in folder.iterdir() if file.name.startswith(".")]
        rmtree(folder)


@pytest.mark.parametrize("key", [pytest.param(None, id="plain"), pytest.param(KEY, id="locked")])
@pytest.mark.parametrize("how", [ways.an_empty_page, ways.a_sector_of_noise, ways.the_first_page])
def test_what_was_written_since_the_backup_is_saved_as_well(
    originals: Path, tmp_path: Path, how: Callable[[bytearray, Random], None], key: FileKey | None
) -> None:
    saved = 0
    for seed in range(10):
        folder = tmp_path / "data"
        copytree(originals / ("locked" if key else "plain"), folder)
        path = folder / "selfcare.db"
        damage(path, how, Random(seed))
        rescued(path, key)
        opened = open_workspace(path, Clock(), key=key)
        saved += "New" in [habit.name for habit in opened.records.habits()]
        opened.close()
        rmtree(folder)
    assert saved >= 8


def test_what_a_rescue_would_bring_is_told_before(folder: Path) -> None:
    path = folder / "selfcare.db"
    damage(path, ways.an_empty_page, Random(5))
    before = contents_of_files(folder)
    rescue = Rescue(path)
    prospect = rescue.prospect(INSTANT)
    assert prospect.backup is not None
    assert prospect.backup.file == newest_backup(folder)
    assert prospect.backup.contents == Contents(3, 360, 120, TODAY - timedelta(days=119), TODAY)
    assert 0 < prospect.saved.entries <= 360
    assert prospect.together.entries == 360
    assert prospect.together.habits == 4
    assert not prospect.empty
    assert contents_of_files(folder) == before
    rescue.give_up(prospect)
    assert contents_of_files(folder) == before
    assert not [file for file in folder.iterdir() if file.name.startswith(".")]


def test_two_rescues_of_one_second_keep_both_files(folder: Path) -> None:
    path = folder / "selfcare.db"
    names = []
    for seed in range(3):
        damage(path, ways.the_list_of_tables, Random(seed))
        names.append(rescued(path).name)
    assert names == [
        "selfcare-damaged-2026-11-23-162000.db",
        "selfcare-damaged-2026-11-23-162000-2.db",
        "selfcare-damaged-2026-11-23-162000-3.db",
    ]


def test_the_damaged_file_is_for_its_owner_alone(folder: Path) -> None:
    path = folder / "selfcare.db"
    damage(path, ways.the_list_of_tables, Random(1))
    path.chmod(0o644)
    kept = rescued(path)
    assert kept.stat().st_mode & 0o777 == 0o600
    assert path.stat().st_mode & 0o777 == 0o600


def test_without_a_backup_what_could_be_saved_is_used(folder: Path) -> None:
    newest_backup(folder).unlink()
    path = folder / "selfcare.db"
    damage(path, ways.the_list_of_tables, Random(1))
    rescue = Rescue(path)
    prospect = rescue.prospect(INSTANT)
    assert prospect.backup is None
    assert not prospect.empty
    rescue.finish(prospect, NOW)
    assert len(rows_of(path, None)) > 480


def test_where_there_is_nothing_it_is_a_new_beginning(folder: Path) -> None:
    newest_backup(folder).unlink()
    path = folder / "selfcare.db"
    damage(path, ways.everything, Random(1))
    rescue = Rescue(path)
    prospect = rescue.prospect(INSTANT)
    assert prospect.empty
    kept = rescue.finish(prospect, NOW)
    assert kept.exists()
    opened = open_workspace(path, Clock())
    assert opened.records.everything() == []
    opened.close()


def test_a_damaged_backup_is_passed_over_for_the_one_before(folder: Path) -> None:
    newest = newest_backup(folder)
    older = dated_backup(newest.parent, datetime(2026, 11, 1))
    older.write_bytes(newest.read_bytes())
    damage(newest, ways.many_pages, Random(1))
    path = folder / "selfcare.db"
    damage(path, ways.everything, Random(1))
    rescue = Rescue(path)
    prospect = rescue.prospect(INSTANT)
    assert prospect.backup is not None
    assert prospect.backup.file == older
    rescue.give_up(prospect)


def test_a_backup_that_cannot_be_built_on_is_passed_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "selfcare.db"
    damage(path, ways.the_list_of_tables, Random(1))
    build = module.build

    def refuse(*values: object) -> object:
        if values[3] is not None:
            raise StoreError("It is not whole.")
        return build(*values)  # type: ignore[arg-type]  # as they were given

    monkeypatch.setattr(module, "build", refuse)
    rescue = Rescue(path)
    prospect = rescue.prospect(INSTANT)
    assert prospect.backup is None
    rescue.give_up(prospect)
    with pytest.raises(StoreError, match="not whole"):
        rescue.prospect(INSTANT, newest_backup(folder))
    assert not [file for file in folder.iterdir() if file.name.startswith(".")]


def test_what_was_left_behind_by_going_back_comes_last(tmp_path: Path, clock: Clock) -> None:
    opened = open_workspace(tmp_path / "data" / "selfcare.db", clock)
    opened.journal.add_habit(Habit("", "Sit", TODAY))
    made = backups_of(opened).make_daily(clock.now, TODAY)
    assert made is not None
    opened.journal.add_habit(Habit("", "A mistake", TODAY))
    clock.now += timedelta(hours=1)
    backups = backups_of(opened)
    go_back(opened, backups.looked_into(backups.found()[0]))
    opened.close()
    path = opened.database.path
    damage(path, ways.everything, Random(1))
    rescue = Rescue(path)
    prospect = rescue.prospect(INSTANT)
    assert prospect.backup is not None
    assert prospect.backup.file == made.file
    rescue.give_up(prospect)
    made.file.unlink()
    prospect = rescue.prospect(INSTANT)
    assert prospect.backup is not None
    assert prospect.backup.origin is Origin.BEFORE_GOING_BACK
    rescue.give_up(prospect)


def test_a_copy_from_before_a_new_form_serves_too(folder: Path) -> None:
    newest_backup(folder).rename(folder / "selfcare-before-version-4.db")
    path = folder / "selfcare.db"
    damage(path, ways.everything, Random(1))
    rescued(path)
    assert len(rows_of(path, None)) > 480


@pytest.mark.parametrize("known_by", ["the damaged file", "an older backup"])
def test_backups_are_found_in_the_folder_that_was_chosen(
    tmp_path: Path, clock: Clock, known_by: str
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    opened = open_workspace(tmp_path / "data" / "selfcare.db", clock)
    opened.journal.add_habit(Habit("", "Sit", TODAY))
    opened.settings.set_folder(BACKUP_FOLDER, stick)
    if known_by == "an older backup":
        back_up(opened.database, dated_backup(tmp_path / "data" / "backups", NOW))
        clock.now += timedelta(days=1)
    made = backups_of(opened).make_daily(clock.now, opened.today())
    opened.close()
    path = opened.database.path
    how = ways.everything if known_by == "an older backup" else ways.the_list_of_tables
    damage(path, how, Random(1))
    rescue = Rescue(path)
    prospect = rescue.prospect(INSTANT)
    assert made is not None
    assert prospect.backup is not None
    assert prospect.backup.file == made.file
    rescue.give_up(prospect)


def test_a_backup_can_be_chosen_from_anywhere(folder: Path, tmp_path: Path) -> None:
    chosen = tmp_path / "somewhere.db"
    newest_backup(folder).rename(chosen)
    path = folder / "selfcare.db"
    damage(path, ways.everything, Random(1))
    rescue = Rescue(path)
    prospect = rescue.prospect(INSTANT, chosen)
    assert prospect.backup is not None
    assert prospect.backup.file == chosen
    rescue.finish(prospect, NOW)
    assert len(rows_of(path, None)) > 480


def test_what_is_no_backup_cannot_be_chosen(folder: Path, tmp_path: Path) -> None:
    path = folder / "selfcare.db"
    damage(path, ways.everything, Random(1))
    letter, broken, locked = (tmp_path / name for name in ("letter.txt", "broken.db", "locked.db"))
    letter.write_text("Dear Ann")
    broken.write_bytes(newest_backup(folder).read_bytes()[: 30 * 4096])
    locked = dated_backup(tmp_path, NOW)
    open_database(locked, KEY).close()
    for file, sentence in (
        (letter, "is not a backup"),
        (broken, "is damaged"),
        (locked, "is locked with a passphrase"),
        (tmp_path / "nowhere.db", "is not a backup"),
    ):
        with pytest.raises(StoreError, match=sentence):
            Rescue(path).prospect(INSTANT, file)
    assert not [file for file in folder.iterdir() if file.name.startswith(".")]


def test_a_file_that_changed_meanwhile_is_looked_at_again(folder: Path) -> None:
    path = folder / "selfcare.db"
    damage(path, ways.the_list_of_tables, Random(1))
    rescue = Rescue(path)
    prospect = rescue.prospect(INSTANT)
    damage(path, ways.some_bytes, Random(1))
    os.utime(path, (1, 1))
    with pytest.raises(StoreError, match="changed meanwhile"):
        rescue.finish(prospect, NOW)
    assert prospect.new.exists()
    rescue.give_up(prospect)


def test_a_rescue_that_a_power_cut_ended_leaves_nothing_behind(folder: Path) -> None:
    path = folder / "selfcare.db"
    damage(path, ways.the_list_of_tables, Random(1))
    Rescue(path).prospect(INSTANT)
    assert len(list(folder.glob(".rescue-*"))) == 1
    rescued(path)
    assert list(folder.glob(".rescue-*")) == []


@pytest.mark.parametrize("key", [pytest.param(None, id="plain"), pytest.param(KEY, id="locked")])
def test_an_open_database_goes_on_with_the_new_file(
    originals: Path, tmp_path: Path, key: FileKey | None
) -> None:
    folder = Path(copytree(originals / ("locked" if key else "plain"), tmp_path / "data"))
    path = folder / "selfcare.db"
    opened = open_workspace(path, Clock(), key=key)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size - 8192)
        file.write(bytes(4096))
    assert is_damaged(path, key)
    rescue = Rescue(path, key)
    prospect = rescue.prospect(INSTANT)
    kept = rescue.finish(prospect, NOW, opened.database)
    opened.replaced()
    opened.database.check()
    assert kept.exists()
    opened.journal.add_habit(Habit("", "Goes on", TODAY))
    assert opened.database.row("PRAGMA journal_mode") == ("wal",)
    assert opened.database.row("PRAGMA foreign_keys") == (1,)
    opened.close()
    assert not is_damaged(path, key)


def test_an_open_database_goes_on_with_the_old_file_where_the_disk_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("The disk is full.")

    path = folder / "selfcare.db"
    opened = open_workspace(path, Clock())
    rescue = Rescue(path)
    prospect = rescue.prospect(INSTANT)
    monkeypatch.setattr(module, "put_in_place", fail)
    with pytest.raises(StoreError, match="full"):
        rescue.finish(prospect, NOW, opened.database)
    assert opened.records.habits()
    rescue.give_up(prospect)
    opened.close()


# Dies at a step of its own choice, as if the power had gone; 0 lets it end.
FINISHING = """
import os, sys
from datetime import datetime
from pathlib import Path
from selfcare_app.services import rescue
from selfcare_app.store import rescue as store
path, stop = Path(sys.argv[1]), int(sys.argv[2])
at_work = rescue.Rescue(path)
prospect = at_work.prospect(1_795_450_800_000)
lines = 0
def trace(frame, event, _):
    global lines
    if frame.f_code.co_filename not in (rescue.__file__, store.__file__):
        return None
    if event == "line":
        lines += 1
        if lines == stop:
            os.kill(os.getpid(), 9)
    return trace
sys.settrace(trace)
at_work.finish(prospect, datetime(2026, 11, 23, 16, 20))
sys.settrace(None)
print(lines)
"""


def finish_and_die(path: Path, stop: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", FINISHING, str(path), str(stop)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_power_cut_at_any_step_leaves_the_damaged_file_or_the_new_one(
    originals: Path, tmp_path: Path
) -> None:
    path = tmp_path / "data" / "selfcare.db"
    copytree(originals / "plain-running", path.parent)
    damage(path, ways.many_pages, Random(2))
    damaged = path.read_bytes()
    held = rows_of(newest_backup(path.parent), None).keys()
    steps = int(finish_and_die(path, 0).stdout)
    assert steps > 20
    seen = set()
    for stop in range(1, steps + 1, 4):
        rmtree(path.parent)
        copytree(originals / "plain-running", path.parent)
        path.write_bytes(damaged)
        assert finish_and_die(path, stop).returncode == -signal.SIGKILL
        files = [file.read_bytes() for file in path.parent.rglob("*.db")]
        assert damaged in files
        seen.add(path.read_bytes() == damaged)
        # Whatever was left, the next start goes on from it.
        if is_damaged(path, None):
            rescued(path)
        assert held <= rows_of(path, None).keys()
    assert seen == {True, False}


# Locked data


def test_a_plain_file_with_a_damaged_start_is_not_taken_for_a_locked_one(folder: Path) -> None:
    path = folder / "selfcare.db"
    for start in (bytes(16), Random(1).randbytes(16)):
        path.write_bytes(start + path.read_bytes()[16:])
        assert not is_locked(path)
        with pytest.raises(DamagedDatabase):
            open_workspace(path)
        with pytest.raises(DamagedDatabase):
            key_of_data(path, "quiet river stone")
        assert Rescue(path).locked_backup is None


def test_a_locked_file_with_a_damaged_salt_is_told_by_its_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "data" / "selfcare.db"
    key = key_of("quiet river stone", new_salt())
    opened = open_workspace(path, Clock(), key=key)
    opened.journal.add_habit(Habit("", "Sit", TODAY))
    made = backups_of(opened).make_daily(NOW, TODAY)
    opened.close()
    assert made is not None
    path.write_bytes(Random(1).randbytes(16) + path.read_bytes()[16:])
    assert is_locked(path)
    with pytest.raises(DamagedDatabase) as raised:
        key_that_opens(path, "quiet river stone")
    assert raised.value.key == key
    assert key_of_data(path, "quiet river stone") == key
    with pytest.raises(WrongPassphrase):
        key_of_data(path, "quiet river")
    with pytest.raises(WrongPassphrase):
        key_that_opens(made.file, "quiet river")
    rescued(path, key)
    opened = open_workspace(path, Clock(), key=key)
    assert [habit.name for habit in opened.records.habits()] == ["Sit"]
    opened.close()


def test_where_all_is_noise_the_newest_backup_tells_that_a_passphrase_is_needed(
    originals: Path, tmp_path: Path
) -> None:
    folder = Path(copytree(originals / "locked", tmp_path / "data"))
    path = folder / "selfcare.db"
    damage(path, ways.cut_anywhere, Random(4))
    assert path.stat().st_size % 4096
    with pytest.raises(DamagedDatabase):
        open_workspace(path)
    assert Rescue(path).locked_backup == newest_backup(folder)
    assert Rescue(path, KEY).locked_backup is None
    newest_backup(folder).unlink()
    assert Rescue(path).locked_backup is None


def test_backups_under_a_former_key_are_used_too(folder: Path) -> None:
    path = folder / "selfcare.db"
    newest_backup(folder).unlink()
    opened = open_workspace(path, Clock())
    other = FileKey(b"o" * 32, b"t" * 16)
    change_key(opened.database, other)
    back_up(opened.database, dated_backup(folder / "backups", NOW))
    change_key(opened.database, KEY)
    opened.close()
    damage(path, ways.an_empty_page, Random(1))
    rescue = Rescue(path, KEY)
    prospect = rescue.prospect(INSTANT)
    assert prospect.backup is not None
    assert prospect.backup.key == other
    rescue.finish(prospect, NOW)
    assert salt_of(path) == KEY.salt


# An empty file


def test_an_empty_file_beside_backups_is_damage(folder: Path) -> None:
    path = folder / "selfcare.db"
    assert not looks_emptied(path)
    path.write_bytes(b"")
    assert is_damaged(path, None)
    with pytest.raises(DamagedDatabase, match="is damaged"):
        open_workspace(path)
    rescued(path)
    assert len(rows_of(path, None)) > 480


def test_an_empty_file_without_backups_is_a_beginning(tmp_path: Path) -> None:
    path = tmp_path / "selfcare.db"
    assert not looks_emptied(path)
    path.touch()
    assert not looks_emptied(path)


def test_an_empty_file_with_a_log_is_a_beginning_that_was_cut_off(folder: Path) -> None:
    path = folder / "selfcare.db"
    path.write_bytes(b"")
    path.with_name("selfcare.db-wal").write_bytes(b"log")
    assert not looks_emptied(path)


def test_a_folder_in_a_damaged_newest_backup_is_unknown(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one that can be read may stop to be so, such as on a stick that is pulled out."""
    path = folder / "selfcare.db"
    damage(path, ways.everything, Random(1))

    def gone(file: Path, key: FileKey | None) -> None:
        raise StoreError("It is gone.")

    monkeypatch.setattr(module, "open_to_read", gone)
    rescue = Rescue(path)
    prospect: Prospect = rescue.prospect(INSTANT)
    assert prospect.empty
    rescue.give_up(prospect)
