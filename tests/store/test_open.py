"""Opening the database: made where there is none, migrated when older, refused when it must be."""

import stat
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from selfcare_app.store import migrations
from selfcare_app.store.db import (
    APPLICATION_ID,
    Database,
    StoreError,
    check_restorable,
    open_database,
    open_to_read,
)
from selfcare_app.store.tables import Tables

# Rows as version N would have written them: each version adds what it brought.
SAMPLE_ROWS: dict[int, tuple[str, ...]] = {
    1: (
        "INSERT INTO habit (id, name, area, kind, schedule, position, created, modified_at) "
        "VALUES ('sit', 'Sit', 'mindfulness', 'yes_no', 'daily', 0, 739000, 1)",
        "INSERT INTO entry (habit_id, day, state, modified_at) VALUES ('sit', 739001, 'done', 1)",
        "INSERT INTO pause (id, first, last, modified_at) VALUES ('p', 739002, 739003, 1)",
        "INSERT INTO check_in (day, energy, modified_at) VALUES (739001, 3, 1)",
        "INSERT INTO setting (key, value, modified_at) VALUES ('theme', '\"dark\"', 1)",
    ),
    2: (
        "INSERT INTO area (id, title, colour, position, modified_at) "
        "VALUES ('garden', 'Garden', 'moss', 100, 1)",
        "INSERT INTO reminder (id, habit_id, minute, weekdays, modified_at) "
        "VALUES ('r', 'sit', 1200, 127, 1)",
        "INSERT INTO timer (habit_id, day, seconds, modified_at) VALUES ('sit', 739001, 30, 1)",
    ),
    3: (
        "INSERT INTO weekday_hours (weekday, first, hours, modified_at) "
        "VALUES (1, 739001, '09:00-18:00', 1)",
        "INSERT INTO day_hours (day, hours, modified_at) VALUES (739001, 'off', 1)",
        "INSERT INTO work_log (day, end_at, end_offset, modified_at) VALUES (739001, 9, 60, 1)",
        "INSERT INTO activity (day, first_at, first_offset, last_at, last_offset, modified_at) "
        "VALUES (739001, 1, 60, 2, 60, 1)",
        "INSERT INTO fired (day, name, at, shown, modified_at) VALUES (739001, 'end', 9, 1, 1)",
        "INSERT INTO hold (id, kind, start_at, start_offset, until_at, until_offset, modified_at) "
        "VALUES ('h', 'pause', 1, 60, 2, 60, 1)",
        "INSERT INTO kept_by_log (habit_id, day, state, modified_at) "
        "VALUES ('sit', 739001, 'done', 1)",
    ),
}


def write_database_of(version: int, path: Path) -> None:
    """A database file as the program of that schema version left it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(apsw.Connection(str(path))) as connection:
        for step in migrations.steps_after(0):
            if step.version <= version:
                connection.execute(step.script)
                for row in SAMPLE_ROWS.get(step.version, ()):
                    connection.execute(row)
        connection.execute(f"PRAGMA user_version = {version}")
        if version:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def contents(path: Path) -> bytes:
    return path.read_bytes()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_newest_version_is_that_of_the_last_numbered_file() -> None:
    assert [step.version for step in migrations.steps_after(0)] == [
        *range(1, migrations.NEWEST + 1)
    ]


def test_steps_that_were_taken_are_not_taken_again() -> None:
    assert list(migrations.steps_after(migrations.NEWEST)) == []


@pytest.mark.parametrize("version", range(1, migrations.NEWEST + 1))
def test_a_database_of_every_version_opens_with_all_its_rows(version: int, path: Path) -> None:
    write_database_of(version, path)
    with closing(open_database(path)) as database:
        tables = Tables(database)
        assert [habit.name for habit in tables.habits.all()] == ["Sit"]
        assert len(tables.entries.of("sit")) == 1
        assert [pause.id for pause in tables.pauses.all()] == ["p"]
        assert [check_in.energy for check_in in tables.check_ins.all()] == [3]
        assert [setting.value for setting in tables.settings.all()] == ['"dark"']
        if version >= 2:
            assert [area.title for area in tables.areas.all()] == ["Garden"]
            assert [reminder.minute for reminder in tables.reminders.all()] == [1200]
            assert [timer.seconds for timer in tables.timers.all()] == [30]
        assert len(tables.work.everything()) == (7 if version >= 3 else 0)
        assert database.row("PRAGMA user_version") == (migrations.NEWEST,)


@pytest.fixture
def one_step_more(monkeypatch: pytest.MonkeyPatch) -> int:
    """A program one schema version ahead of this one; gives that version."""
    steps = list(migrations.steps_after(0))
    version = migrations.NEWEST + 1
    steps.append(migrations.Step(version, "CREATE TABLE tomorrow (day INTEGER) STRICT"))
    monkeypatch.setattr(migrations, "NEWEST", version)
    monkeypatch.setattr(
        migrations,
        "steps_after",
        lambda reached: iter([step for step in steps if step.version > reached]),
    )
    return version


def test_an_older_database_is_copied_aside_before_it_is_migrated(
    one_step_more: int, path: Path
) -> None:
    write_database_of(one_step_more - 1, path)
    with closing(open_database(path)) as database:
        assert database.row("SELECT count(*) FROM tomorrow") == (0,)
        assert len(Tables(database).entries.of("sit")) == 1
    aside = path.with_name(f"selfcare-before-version-{one_step_more}.db")
    assert mode(aside) == 0o600
    with closing(open_to_read(aside)) as copy:
        assert copy.row("PRAGMA user_version") == (one_step_more - 1,)
        assert copy.row("SELECT count(*) FROM entry") == (1,)


def test_a_copy_aside_of_an_earlier_try_is_not_written_over(one_step_more: int, path: Path) -> None:
    write_database_of(one_step_more - 1, path)
    aside = path.with_name(f"selfcare-before-version-{one_step_more}.db")
    aside.write_text("kept")
    open_database(path).close()
    assert aside.read_text() == "kept"


def test_a_step_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_database_of(1, path)
    broken = [
        migrations.Step(2, "CREATE TABLE half (day INTEGER)"),
        migrations.Step(3, "CREATE TABLE half (day INTEGER)"),
    ]
    monkeypatch.setattr(migrations, "NEWEST", 3)
    monkeypatch.setattr(migrations, "steps_after", lambda _: iter(broken))
    before = contents(path)
    with pytest.raises(apsw.SQLError):
        open_database(path)
    assert contents(path) == before


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with closing(open_database(path)) as database:
        assert database.row("PRAGMA user_version") == (migrations.NEWEST,)
        assert database.row("PRAGMA application_id") == (APPLICATION_ID,)
    assert [file.name for file in path.parent.iterdir()] == ["selfcare.db"]


def test_folder_and_files_are_for_their_owner_only(path: Path, database: Database) -> None:
    with database.writing():
        database.change("INSERT INTO setting (key, value, modified_at) VALUES ('a', '1', 1)")
    assert mode(path.parent) == 0o700
    files = sorted(path.parent.iterdir())
    assert [file.name for file in files] == ["selfcare.db", "selfcare.db-shm", "selfcare.db-wal"]
    assert {mode(file) for file in files} == {0o600}


def test_every_commit_is_on_disk_when_it_returns(database: Database) -> None:
    full = 2
    assert database.row("PRAGMA journal_mode") == ("wal",)
    assert database.row("PRAGMA synchronous") == (full,)
    assert database.row("PRAGMA foreign_keys") == (1,)


def test_a_newer_database_is_refused_and_left_as_it_is(path: Path) -> None:
    write_database_of(1, path)
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute(f"PRAGMA user_version = {migrations.NEWEST + 1}")
    before = contents(path)
    with pytest.raises(StoreError, match="was written by a newer Selfcare"):
        open_database(path)
    assert contents(path) == before


@pytest.mark.parametrize("content", [b"Dear diary,\n" * 100, b"\x00" * 5000, b"short"])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(
    path: Path, content: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged or is not a Selfcare database"):
        open_database(path)
    assert contents(path) == content


def test_another_program_s_database_is_refused_and_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    before = contents(path)
    with pytest.raises(StoreError, match="is not a Selfcare database"):
        open_database(path)
    assert contents(path) == before


# Under a regular file no folder can be made, by root either, as chmod would let it.
def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreError, match=r"cannot be written .*--data-dir") as raised:
        open_database(tmp_path / "file" / "data" / "selfcare.db")
    assert "\n" not in str(raised.value)
    assert (tmp_path / "file").read_text() == "not a folder"


def test_a_folder_in_the_place_of_the_database_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreError, match="Is a directory"):
        open_database(path)


def test_a_database_that_cannot_be_opened_for_writing_is_told(path: Path) -> None:
    # Where SQLite's own second file should be there is a folder.
    path.with_name("selfcare.db-journal").mkdir(parents=True)
    with pytest.raises(StoreError, match="cannot be opened; check the folder"):
        open_database(path)


def test_reading_needs_a_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no file"):
        open_to_read(tmp_path / "nowhere.db")


def test_reading_refuses_what_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("Dear diary,\n" * 100)
    with pytest.raises(StoreError, match="is damaged or is not"):
        open_to_read(tmp_path / "text.db")


def test_a_database_opened_to_read_cannot_be_written(path: Path) -> None:
    write_database_of(1, path)
    with (
        closing(open_to_read(path)) as database,
        pytest.raises(StoreError, match="is read-only"),
        database.writing(),
    ):
        database.change("DELETE FROM entry")


def test_only_a_whole_database_of_ours_can_be_restored(path: Path, tmp_path: Path) -> None:
    write_database_of(1, path)
    with closing(open_to_read(path)) as database:
        check_restorable(database)
    (tmp_path / "empty.db").touch()
    with (
        closing(open_to_read(tmp_path / "empty.db")) as database,
        pytest.raises(StoreError, match="is not a Selfcare database"),
    ):
        check_restorable(database)
