"""A rescued database holds what the backup holds and what was saved; the old file stays."""

import os
import stat
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.entry import Entry, Pause, State
from selfcare_app.domain.habit import Habit, Kind, checked_habit
from selfcare_app.domain.record import Record
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.value import replace
from selfcare_app.store import rescue as module
from selfcare_app.store.backup import back_up
from selfcare_app.store.db import Database, NeedsPassphrase, StoreError, WrongKey, open_database
from selfcare_app.store.file_key import FileKey, salt_of
from selfcare_app.store.former_keys import former_keys, remember_keys
from selfcare_app.store.rescue import Built, build, copy_of, is_damaged, put_in_place
from selfcare_app.store.tables import Tables
from tests.store.test_open import write_database_of
from tests.store.test_tables import DAY, RECORDS, WORK_RECORDS

KEY, OTHER = FileKey(b"k" * 32, b"s" * 16), FileKey(b"o" * 32, b"t" * 16)
HABIT = Habit("11111111-2222-3333-4444-555555555555", "Sit", DAY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "rescue"
    made.mkdir()
    return made


def database_of(path: Path, *changes: tuple[Record, int], key: FileKey | None = None) -> Path:
    """A database of records with the instants at which they were modified."""
    with closing(open_database(path, key)) as database, database.writing():
        database.row("PRAGMA defer_foreign_keys = ON")
        for record, modified_at in changes:
            Tables(database).save_all([record], modified_at)
    return path


def built_of(
    folder: Path, salvaged: Path, backup: Path | None, key: FileKey | None = None
) -> Built:
    with ExitStack() as stack:
        source = stack.enter_context(closing(open_database(salvaged)))
        copy = None if backup is None else stack.enter_context(closing(open_database(backup)))
        source.row("PRAGMA foreign_keys = OFF")
        return build(folder, key, source, copy)


def habits_in(built: Built, key: FileKey | None = None) -> list[Habit]:
    with closing(open_database(built.file, key)) as database:
        return Tables(database).habits.all()


# Whether it is needed


def test_a_sound_database_is_not_damaged(path: Path, database: Database) -> None:
    with database.writing():
        Tables(database).save_all(RECORDS, 1)
    assert not is_damaged(path, None)


def test_what_is_not_ours_or_locked_is_not_called_damaged(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no file"):
        is_damaged(path, None)
    open_database(path, KEY).close()
    with pytest.raises(NeedsPassphrase):
        is_damaged(path, None)
    with pytest.raises(WrongKey):
        is_damaged(path, OTHER)
    assert not is_damaged(path, KEY)


@pytest.mark.parametrize("at", [10, 60, 3_000, 4_096])
def test_damage_is_found_wherever_it_is(path: Path, at: int) -> None:
    write_database_of(1, path)
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xfe" * 600)
    assert is_damaged(path, None)


# Copies


def test_a_copy_is_the_same_to_the_last_byte(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    content = bytes(range(256)) * 40 + b"end"
    path.write_bytes(content)
    path.with_name("selfcare.db-wal").write_bytes(b"log")
    path.with_name("selfcare.db-shm").write_bytes(b"none of it")
    copy = tmp_path / "copy.db"
    copy_of(path, copy)
    assert copy.read_bytes() == content
    assert copy.with_name("copy.db-wal").read_bytes() == b"log"
    assert not copy.with_name("copy.db-shm").exists()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.with_name("copy.db-wal").stat().st_mode) == 0o600


def test_where_the_disk_gives_no_more_of_a_part_the_rest_is_copied(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"a" * 4096 + b"b" * 4096 + b"c" * 100)
    read = os.read

    def read_or_fail(descriptor: int, length: int) -> bytes:
        if os.lseek(descriptor, 0, os.SEEK_CUR) == 4096:
            raise OSError(5, "Input/output error")
        return read(descriptor, length)

    monkeypatch.setattr(os, "read", read_or_fail)
    copy_of(path, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == b"a" * 4096 + bytes(4096) + b"c" * 100


def test_a_copy_that_cannot_be_written_is_told(path: Path, database: Database) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        copy_of(path, path.parent / "nowhere" / "copy.db")


# Building


def test_what_is_newer_or_missing_comes_from_the_damaged_file(folder: Path, tmp_path: Path) -> None:
    entry = Entry(HABIT.id, DAY, State.DONE, note="as it was")
    backup = database_of(
        tmp_path / "backup.db",
        (replace(HABIT, name="Old name"), 1),
        (entry, 5),
        (Setting("theme", '"dark"'), 3),
    )
    salvaged = database_of(
        tmp_path / "salvaged.db",
        (HABIT, 2),
        (replace(entry, note="older"), 4),
        (Entry(HABIT.id, date(2026, 11, 24), State.REST), 9),
        (Setting("theme", '"light"'), 3),
    )
    built = built_of(folder, salvaged, backup)
    with closing(open_database(built.file)) as database:
        tables = Tables(database)
        assert tables.habits.all() == [HABIT]
        assert tables.entries.of(HABIT.id) == [
            entry,
            Entry(HABIT.id, date(2026, 11, 24), State.REST),
        ]
        assert tables.settings.all() == [Setting("theme", '"dark"')]
        assert database.row("SELECT modified_at FROM habit") == (2,)
    assert built.contents.entries == 2
    assert built.unnamed == 0
    assert [file.name for file in folder.iterdir()] == ["new.db"]


def test_everything_of_both_is_there(folder: Path, tmp_path: Path) -> None:
    backup = database_of(tmp_path / "backup.db", *((record, 1) for record in RECORDS))
    salvaged = database_of(
        tmp_path / "salvaged.db", *((record, 2) for record in [*RECORDS[:2], *WORK_RECORDS])
    )
    built = built_of(folder, salvaged, backup)
    with closing(open_database(built.file)) as database:
        tables = Tables(database)
        assert len(tables.work.everything()) == len(WORK_RECORDS)
        assert len(tables.entries.of("sit")) + len(tables.entries.of("walk")) == 4
        database.check()


def test_what_was_deleted_since_stays_deleted(folder: Path, tmp_path: Path) -> None:
    backup = database_of(tmp_path / "backup.db", (HABIT, 1))
    salvaged = database_of(tmp_path / "salvaged.db", (HABIT, 1))
    with closing(open_database(salvaged)) as database, database.writing():
        Tables(database).remove_all([HABIT], 2)
    assert habits_in(built_of(folder, salvaged, backup)) == []


def test_without_a_backup_what_was_saved_is_all(folder: Path, tmp_path: Path) -> None:
    salvaged = database_of(tmp_path / "salvaged.db", (HABIT, 1))
    built = built_of(folder, salvaged, None)
    assert habits_in(built) == [HABIT]
    nothing = built_of(folder, database_of(tmp_path / "nothing.db"), None)
    assert habits_in(nothing) == []


def test_an_older_backup_is_migrated(folder: Path, tmp_path: Path) -> None:
    write_database_of(1, tmp_path / "backup.db")
    salvaged = database_of(tmp_path / "salvaged.db", (HABIT, 1))
    assert {
        habit.id for habit in habits_in(built_of(folder, salvaged, tmp_path / "backup.db"))
    } == {
        "sit",
        HABIT.id,
    }


def test_what_is_built_is_locked_with_the_key(folder: Path, tmp_path: Path) -> None:
    backup = database_of(tmp_path / "backup.db", (HABIT, 1))
    salvaged = database_of(tmp_path / "salvaged.db")
    with closing(open_database(salvaged)) as database:
        remember_keys(database, [OTHER])
    built = built_of(folder, salvaged, backup, KEY)
    assert salt_of(built.file) == KEY.salt
    with closing(open_database(built.file, KEY)) as database:
        assert former_keys(database) == [OTHER]


def test_entries_whose_habit_is_lost_get_a_new_one(folder: Path, tmp_path: Path) -> None:
    first, second = "aaaaaaaa-0000-4000-8000-000000000001", "bbbbbbbb-1111-4111-9111-222222222222"
    salvaged = database_of(
        tmp_path / "salvaged.db",
        (Habit(first, "x", DAY), 1),
        (Habit(second, "y", DAY), 1),
        (Entry(first, DAY, State.DONE), 1),
        (Entry(first, date(2026, 11, 1), State.DONE), 1),
        (Entry(second, DAY, State.DONE, 12.5), 1),
        (Pause("ankle", first, DAY, DAY), 1),
        (Pause("all", None, DAY, DAY), 1),
        (Pause("lost", "cccccccc-3333-4333-8333-333333333333", DAY, DAY), 1),
        (Habit("cccccccc-3333-4333-8333-333333333333", "z", DAY), 1),
    )
    with closing(open_database(salvaged)) as database:
        database.row("PRAGMA foreign_keys = OFF")
        with database.writing():
            database.change("DELETE FROM habit")
    built = built_of(folder, salvaged, None)
    one, two = habits_in(built)
    assert built.unnamed == 2
    assert (one.id, one.name, one.created, one.kind) == (
        first,
        "Rescued habit 1",
        date(2026, 11, 1),
        Kind.YES_NO,
    )
    assert (two.id, two.name, two.kind) == (second, "Rescued habit 2", Kind.MEASURED)
    assert checked_habit(two) == two
    with closing(open_database(built.file)) as database:
        assert {pause.id for pause in Tables(database).pauses.all()} == {"ankle", "all"}
        assert database.rows("PRAGMA foreign_key_check") == []


def test_an_id_that_is_nearly_one_that_is_known_is_damage(folder: Path, tmp_path: Path) -> None:
    nearly = HABIT.id.replace("2222", "2x22")
    salvaged = database_of(
        tmp_path / "salvaged.db",
        (HABIT, 1),
        (Habit(nearly, "x", DAY), 1),
        (Entry(HABIT.id, DAY, State.DONE), 1),
        (Entry(nearly, DAY, State.DONE), 1),
    )
    with closing(open_database(salvaged)) as database:
        database.row("PRAGMA foreign_keys = OFF")
        with database.writing():
            database.change("DELETE FROM habit WHERE id = ?", (nearly,))
    built = built_of(folder, salvaged, None)
    assert habits_in(built) == [HABIT]
    assert (built.unnamed, built.contents.entries) == (0, 1)


def test_what_is_not_whole_is_not_used(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = database_of(tmp_path / "backup.db", (HABIT, 1))
    salvaged = database_of(tmp_path / "salvaged.db")

    def lose(database: Database) -> int:
        database.change("DELETE FROM habit")
        return 0

    monkeypatch.setattr(module, "_name_habits", lose)
    with pytest.raises(StoreError, match="does not hold everything"):
        built_of(folder, salvaged, backup)


# Taking the place


@pytest.fixture
def waiting(path: Path, folder: Path, database: Database) -> tuple[Path, Path]:
    """A new file, and a copy of the old one with its log, that wait beside a database."""
    with database.writing():
        Tables(database).save_all([HABIT], 1)
    copy_of(path, folder / "damaged.db")
    content = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    database.close()
    for name, data in content.items():
        (path.parent / name).write_bytes(data)
    new = folder / "new.db"
    database_of(new, (replace(HABIT, name="New"), 1))
    return new, folder / "damaged.db"


def test_the_new_file_takes_the_place_and_the_old_one_stays_beside(
    path: Path, waiting: tuple[Path, Path]
) -> None:
    before = path.read_bytes()
    log = path.with_name("selfcare.db-wal").read_bytes()
    assert log
    new, damaged = waiting
    kept = path.with_name("kept.db")
    put_in_place(new, path, damaged, kept)
    assert kept.read_bytes() == before
    assert kept.with_name("kept.db-wal").read_bytes() == log
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "kept.db",
        "kept.db-wal",
        "selfcare.db",
    ]
    with closing(open_database(path)) as database:
        assert [habit.name for habit in Tables(database).habits.all()] == ["New"]


def failing_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one of the steps that move files fail, counted from 0."""
    steps = iter(range(100))
    real: dict[str, Callable[..., object]] = {"replace": Path.replace, "unlink": Path.unlink}

    def make(name: str) -> Callable[..., object]:
        def act(path: Path, *values: object, **named: object) -> object:
            if next(steps) == step:
                raise OSError(28, "No space left on device")
            return real[name](path, *values, **named)

        return act

    for name in real:
        monkeypatch.setattr(Path, name, make(name))


@pytest.mark.parametrize("step", range(6))
def test_whatever_step_fails_nothing_is_lost(
    path: Path, waiting: tuple[Path, Path], step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    log = path.with_name("selfcare.db-wal").read_bytes()
    new, damaged = waiting
    kept = path.with_name("kept.db")
    with monkeypatch.context() as patch:
        failing_at(step, patch)
        with pytest.raises(StoreError, match="No space left"):
            put_in_place(new, path, damaged, kept)
    assert path.read_bytes() == before
    logs = [file for file in path.parent.parent.rglob("*-wal") if file.read_bytes() == log]
    copies = [file for file in path.parent.parent.rglob("*.db") if file.read_bytes() == before]
    assert logs
    assert len(copies) == 2


def test_a_backup_that_is_not_ours_is_refused(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(open_database(other)) as database, database.writing():
        database.change("PRAGMA application_id = 7")
    with (
        closing(open_database(database_of(tmp_path / "salvaged.db"))) as salvaged,
        closing(module.open_to_read(other)) as backup,
        pytest.raises(StoreError),
    ):
        build(folder, None, salvaged, backup)


def test_backups_are_never_written(folder: Path, tmp_path: Path) -> None:
    with closing(open_database(database_of(tmp_path / "live.db", (HABIT, 1)))) as live:
        back_up(live, tmp_path / "backup.db")
    before = (tmp_path / "backup.db").read_bytes()
    with (
        closing(open_database(database_of(tmp_path / "salvaged.db", (HABIT, 9)))) as salvaged,
        closing(module.open_to_read(tmp_path / "backup.db")) as backup,
    ):
        build(folder, None, salvaged, backup)
    assert (tmp_path / "backup.db").read_bytes() == before
