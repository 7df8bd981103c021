"""Backups come every day by themselves, lie where they are wanted, and tell what is in them."""

import os
import platform
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.domain.keeping import Origin
from selfcare_app.paths import backup_folder
from selfcare_app.services import backups as module
from selfcare_app.services.backup import back_up, dated_backup, restore
from selfcare_app.services.backups import (
    TROUBLE_SAID,
    Backup,
    Backups,
    Contents,
    Made,
    backups_of,
    contents_now,
    may_tell_of_trouble,
)
from selfcare_app.services.passphrase import key_that_opens
from selfcare_app.services.settings import BACKUP_FOLDER
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.store.db import StoreError, open_database
from selfcare_app.store.encryption import change_key
from selfcare_app.store.file_key import FileKey, key_of, new_salt, salt_of
from tests.services.conftest import Clock, everything, no_room_left

TODAY = date(2026, 11, 23)
KEY, OTHER_KEY = FileKey(b"k" * 32, b"s" * 16), FileKey(b"o" * 32, b"t" * 16)


@pytest.fixture
def habit(workspace: Workspace) -> Habit:
    made = workspace.journal.add_habit(Habit("", "Sit", TODAY - timedelta(days=3)))
    workspace.journal.log_entry(made, TODAY - timedelta(days=2))
    workspace.journal.log_entry(made, TODAY)
    workspace.journal.check_in(CheckIn(TODAY, mood=4))
    return made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def make_daily(workspace: Workspace) -> Made | None:
    return backups_of(workspace).make_daily(workspace.now(), workspace.today())


def usual(workspace: Workspace) -> list[str]:
    folder = backup_folder(workspace.folder)
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def look_into_all(workspace: Workspace) -> list[Backup]:
    backups = backups_of(workspace)
    return [backups.looked_into(backup) for backup in backups.found()]


# Every day


def test_the_day_s_backup_is_made_once_and_holds_everything(
    workspace: Workspace, habit: Habit
) -> None:
    made = make_daily(workspace)
    assert made is not None
    assert made.note == ""
    assert made.file.name.startswith("selfcare-daily-2026-11-23-162000-")
    kept = open_workspace(made.file)
    assert kept.records.everything() == everything(workspace)
    kept.close()
    assert make_daily(workspace) is None
    assert usual(workspace) == [made.file.name]


def test_the_next_one_comes_when_the_person_s_day_begins(
    workspace: Workspace, habit: Habit, clock: Clock
) -> None:
    assert make_daily(workspace)
    clock.now = datetime(2026, 11, 24, 2, 59)
    assert make_daily(workspace) is None
    clock.now = datetime(2026, 11, 24, 3, 0)
    assert make_daily(workspace)
    assert len(usual(workspace)) == 2


def test_one_made_by_hand_is_none_of_the_day(workspace: Workspace, habit: Habit) -> None:
    by_hand = backups_of(workspace).make_by_hand(workspace.now())
    assert by_hand.file.name == "selfcare-2026-11-23-162000.db"
    assert make_daily(workspace)
    assert len(usual(workspace)) == 2


def test_where_nothing_was_begun_there_is_nothing_to_keep(workspace: Workspace) -> None:
    assert make_daily(workspace) is None
    assert usual(workspace) == []
    workspace.journal.set_work_hours(range(1, 6), parse_hours("9:00-18:00")[0], TODAY)
    assert make_daily(workspace)


def test_it_is_made_beside_the_open_database_in_a_thread(
    workspace: Workspace, habit: Habit
) -> None:
    made: list[Made | None] = []
    backups, now, today = backups_of(workspace), workspace.now(), workspace.today()
    thread = Thread(target=lambda: made.append(backups.make_daily(now, today)))
    thread.start()
    workspace.journal.log_entry(habit, TODAY - timedelta(days=1))
    thread.join()
    assert made[0] is not None
    [found] = look_into_all(workspace)
    assert found.contents is not None
    assert found.contents.entries in (2, 3)


def test_a_year_of_days_leaves_as_many_as_are_of_use(
    workspace: Workspace, habit: Habit, clock: Clock
) -> None:
    first = clock.now
    folder = backup_folder(workspace.folder)
    for day in range(40):
        clock.now = first + timedelta(days=day)
        make_daily(workspace)
    days = [backup.made.date() for backup in backups_of(workspace).found()]
    assert days[:7] == [date(2027, 1, 1) - timedelta(days=back) for back in range(7)]
    # Of the weeks before, of the month, and of the one before that.
    assert days[7:] == [date(2026, 12, 20), date(2026, 12, 13), date(2026, 11, 30)]
    assert len(list(folder.iterdir())) == len(days)


def test_nobody_else_s_file_is_ever_removed(
    workspace: Workspace, habit: Habit, clock: Clock, stick: Path
) -> None:
    workspace.settings.set_folder(BACKUP_FOLDER, stick)
    others = {
        "letter.txt": "Dear Ann",
        "selfcare-2020-01-01-120000.db": "by hand",
        "selfcare-daily-2020-01-01-120000-ffffffff.db": "of another computer",
        "selfcare-before-version-4.db": "kept",
    }
    for name, text in others.items():
        (stick / name).write_text(text)
    first = clock.now
    for day in range(30):
        clock.now = first + timedelta(days=day)
        assert make_daily(workspace)
    assert {name: (stick / name).read_text() for name in others} == others


def test_what_was_there_before_going_back_goes_after_a_month(
    workspace: Workspace, habit: Habit, clock: Clock
) -> None:
    folder = backup_folder(workspace.folder)
    kept = dated_backup(folder, clock.now, Origin.BEFORE_GOING_BACK)
    made = make_daily(workspace)
    assert made is not None
    restore(workspace, made.file, kept)
    clock.now += timedelta(days=30)
    make_daily(workspace)
    assert kept.exists()
    clock.now += timedelta(days=1)
    make_daily(workspace)
    assert not kept.exists()


@pytest.mark.parametrize("first", [True, False])
def test_going_back_leaves_the_folder_for_backups_as_it_is(
    workspace: Workspace, habit: Habit, stick: Path, tmp_path: Path, first: bool
) -> None:
    folders = [stick, None] if first else [None, stick]
    workspace.settings.set_folder(BACKUP_FOLDER, folders[0])
    made = make_daily(workspace)
    assert made is not None
    workspace.settings.set_folder(BACKUP_FOLDER, folders[1])
    restore(workspace, made.file, tmp_path / "kept.db")
    assert workspace.settings.folder(BACKUP_FOLDER) == folders[1]
    assert workspace.journal.history.next_undo is None


def test_one_that_cannot_be_removed_is_left_in_peace(
    workspace: Workspace, habit: Habit, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(9):
        make_daily(workspace)
        clock.now += timedelta(days=1)

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(path)

    before = len(usual(workspace))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        # Writing needs no removing but of its own part, which is gone by then.
        patch.setattr(module, "back_up", lambda database, target: target.touch())
        assert make_daily(workspace)
    assert len(usual(workspace)) == before + 1


# Where they lie


def test_they_go_to_the_folder_that_was_chosen(
    workspace: Workspace, habit: Habit, stick: Path
) -> None:
    workspace.settings.set_folder(BACKUP_FOLDER, stick)
    made = make_daily(workspace)
    assert made is not None
    assert made.file.parent == stick
    assert made.note == ""
    assert usual(workspace) == []
    assert workspace.encryption.copies_to_change() is None
    assert workspace.copies() == [made.file]


def test_a_stick_that_is_not_there_is_told_and_the_usual_folder_takes_its_place(
    workspace: Workspace, habit: Habit, stick: Path
) -> None:
    workspace.settings.set_folder(BACKUP_FOLDER, stick)
    stick.rmdir()
    made = make_daily(workspace)
    assert made is not None
    assert made.note == f"“{stick}” cannot be reached, so the backup went to the usual folder."
    assert usual(workspace) == [made.file.name]
    # Back again, it is not the day's turn any more.
    stick.mkdir()
    assert make_daily(workspace) is None


def test_a_stick_that_takes_nothing_is_told_with_the_reason(
    workspace: Workspace, habit: Habit, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.settings.set_folder(BACKUP_FOLDER, stick)
    back_up = module.back_up

    def fill_up(database: object, target: Path) -> None:
        if target.parent == stick:
            raise StoreError("The disk is full.")
        back_up(database, target)  # type: ignore[arg-type]  # as it was given

    monkeypatch.setattr(module, "back_up", fill_up)
    made = make_daily(workspace)
    assert made is not None
    assert made.note == "The backup went to the usual folder. The disk is full."
    assert usual(workspace) == [made.file.name]


def test_where_no_folder_takes_it_that_is_an_error(workspace: Workspace, habit: Habit) -> None:
    backup_folder(workspace.folder).write_text("in the way")
    with pytest.raises(StoreError, match="cannot be written"):
        make_daily(workspace)


def test_a_folder_is_chosen_checked_and_given_up(
    workspace: Workspace, tmp_path: Path, stick: Path
) -> None:
    settings = workspace.settings
    assert settings.folder(BACKUP_FOLDER) is None
    (tmp_path / "file").touch()
    for wrong in (tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(BadInput, match="There is no folder"):
            settings.set_folder(BACKUP_FOLDER, wrong)
    settings.set_folder(BACKUP_FOLDER, stick)
    assert settings.folder(BACKUP_FOLDER) == stick
    assert list(stick.iterdir()) == []
    workspace.journal.undo()
    assert settings.folder(BACKUP_FOLDER) is None
    workspace.journal.redo()
    settings.set_folder(BACKUP_FOLDER, None)
    assert settings.folder(BACKUP_FOLDER) is None


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="This system has no /proc.")
def test_a_folder_that_cannot_be_written_is_not_taken(workspace: Workspace) -> None:
    # A folder into which nobody can write, root neither.
    with pytest.raises(BadInput, match="Nothing can be written into"):
        workspace.settings.set_folder(BACKUP_FOLDER, Path("/proc/self"))


@pytest.mark.parametrize("kept", ['"relative/folder"', "7", '"a\\u0000b"', '"D:\\\\Backups"', "x"])
def test_a_folder_of_another_system_is_none(workspace: Workspace, kept: str) -> None:
    workspace.journal.set_setting("Folder", BACKUP_FOLDER.key, kept)
    assert workspace.settings.folder(BACKUP_FOLDER) is None


def test_two_computers_may_share_a_folder(
    workspace: Workspace, habit: Habit, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.settings.set_folder(BACKUP_FOLDER, stick)
    assert make_daily(workspace)
    monkeypatch.setattr(platform, "node", lambda: "the-other-computer")
    assert make_daily(workspace)
    assert len(list(stick.iterdir())) == 2


# Found again


def test_every_backup_tells_what_is_in_it(workspace: Workspace, habit: Habit, clock: Clock) -> None:
    daily = make_daily(workspace)
    assert daily is not None
    workspace.journal.add_habit(Habit("", "Walk", TODAY))
    clock.now += timedelta(minutes=5)
    by_hand = backups_of(workspace).make_by_hand(clock.now).file
    kept = dated_backup(by_hand.parent, clock.now + timedelta(minutes=5), Origin.BEFORE_GOING_BACK)
    back_up(workspace, kept)
    named = by_hand.parent / "before the holidays.db"
    back_up(workspace, named)
    os.utime(named, (1_000_000_000, 1_000_000_000))
    first, last = TODAY - timedelta(days=2), TODAY
    found = look_into_all(workspace)
    assert [(each.file, each.origin) for each in found] == [
        (kept, Origin.BEFORE_GOING_BACK),
        (by_hand, Origin.BY_HAND),
        (daily.file, Origin.DAILY),
        (named, None),
    ]
    assert found[2].made == datetime(2026, 11, 23, 16, 20)
    assert found[3].made == datetime.fromtimestamp(1_000_000_000)
    assert [each.contents for each in found] == [
        *[Contents(2, 2, 1, first, last)] * 2,
        Contents(1, 2, 1, first, last),
        Contents(2, 2, 1, first, last),
    ]
    for each in found:
        assert each.size == each.file.stat().st_size
        assert (each.locked, each.needs_passphrase, each.problem) == (False, False, "")


def test_other_files_are_no_backups(
    workspace: Workspace, habit: Habit, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.settings.set_folder(BACKUP_FOLDER, stick)
    made = make_daily(workspace)
    assert made is not None
    (stick / "recipes.db").write_bytes(b"SQLite format 3\x00" + bytes(4080))
    (stick / f"._{made.file.name}").write_bytes(made.file.read_bytes())
    (stick / "selfcare-2026-11-23-120000.db").mkdir()
    (stick / "letter.txt").write_text("Dear Ann")
    open_database(stick / "somebody.db", OTHER_KEY).close()
    assert [each.file for each in backups_of(workspace).found()] == [made.file]


def test_the_database_itself_is_no_backup(workspace: Workspace, habit: Habit) -> None:
    workspace.settings.set_folder(BACKUP_FOLDER, workspace.folder)
    made = make_daily(workspace)
    assert made is not None
    assert [each.file for each in backups_of(workspace).found()] == [made.file]


def test_the_usual_folder_can_be_chosen_too(workspace: Workspace, habit: Habit) -> None:
    usual_folder = backup_folder(workspace.folder)
    usual_folder.mkdir()
    workspace.settings.set_folder(BACKUP_FOLDER, usual_folder)
    made = make_daily(workspace)
    assert made is not None
    assert [each.file for each in backups_of(workspace).found()] == [made.file]
    assert workspace.copies() == [made.file]


def test_a_file_that_goes_while_it_is_looked_at_is_left_out(
    workspace: Workspace, habit: Habit, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_daily(workspace)

    def gone(path: Path) -> bytes | None:
        raise FileNotFoundError(path)

    monkeypatch.setattr(module, "salt_of", gone)
    assert backups_of(workspace).found() == []


def damaged(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:9000])


def of_another_program(file: Path) -> None:
    file.write_text("Dear diary\n" * 500)


@pytest.mark.parametrize("spoil", [damaged, of_another_program])
def test_a_backup_that_cannot_be_used_says_so(
    workspace: Workspace, habit: Habit, spoil: Callable[[Path], None]
) -> None:
    made = make_daily(workspace)
    assert made is not None
    spoil(made.file)
    [found] = look_into_all(workspace)
    assert found.contents is None
    assert "is damaged" in found.problem
    assert not found.needs_passphrase


def test_whether_the_database_itself_is_sound_is_told_beside_it(
    workspace: Workspace, habit: Habit
) -> None:
    backups = backups_of(workspace)
    assert backups.database_is_sound()
    assert contents_now(workspace) == Contents(1, 2, 1, TODAY - timedelta(days=2), TODAY)
    workspace.close()
    file = workspace.database.path
    file.write_bytes(file.read_bytes()[:9000])
    assert not backups.database_is_sound()
    file.unlink()
    with pytest.raises(StoreError, match="There is no file"):
        backups.database_is_sound()


# Locked ones


def test_backups_are_locked_as_the_data_is(workspace: Workspace, habit: Habit) -> None:
    change_key(workspace.database, KEY)
    made = make_daily(workspace)
    assert made is not None
    assert salt_of(made.file) == KEY.salt
    [found] = look_into_all(workspace)
    assert found.locked
    assert found.key == KEY
    assert found.contents is not None


def test_a_backup_under_a_former_key_opens_by_itself(workspace: Workspace, habit: Habit) -> None:
    change_key(workspace.database, KEY)
    made = make_daily(workspace)
    assert made is not None
    named = made.file.with_name("holidays.db")
    made.file.rename(named)
    change_key(workspace.database, OTHER_KEY)
    [found] = look_into_all(workspace)
    assert (found.file, found.key) == (named, KEY)


def test_a_backup_under_another_passphrase_needs_that(workspace: Workspace, habit: Habit) -> None:
    made = make_daily(workspace)
    assert made is not None
    elsewhere = dated_backup(made.file.parent, datetime(2026, 11, 20, 12))
    with_other = open_workspace(elsewhere, key=key_of("quiet river stone", new_salt()))
    with_other.journal.add_habit(Habit("", "Sit", TODAY))
    with_other.close()
    backups = backups_of(workspace)
    locked = backups.looked_into(backups.found()[1])
    assert locked.needs_passphrase
    assert locked.contents is None
    key = key_that_opens(locked.file, "quiet river stone")
    opened = backups.looked_into(locked, key)
    assert opened.key == key
    assert opened.contents == Contents(1, 0, 0, None, None)
    assert not opened.needs_passphrase


# Trouble is told once a day


def test_trouble_is_told_once_a_day(workspace: Workspace, clock: Clock) -> None:
    assert may_tell_of_trouble(workspace)
    assert not may_tell_of_trouble(workspace)
    clock.now += timedelta(days=1)
    assert may_tell_of_trouble(workspace)
    assert workspace.journal.history.next_undo is None


def test_trouble_that_cannot_be_kept_is_told_all_the_same(workspace: Workspace) -> None:
    workspace.journal.keep_quietly("other", '"' + "x" * 4000 + '"')
    with no_room_left(workspace):
        workspace.database.row("PRAGMA query_only = 1")
        assert may_tell_of_trouble(workspace)
        workspace.database.row("PRAGMA query_only = 0")
    assert workspace.settings.value(TROUBLE_SAID) is None


def test_what_a_thread_is_given_shows_no_secret(workspace: Workspace) -> None:
    change_key(workspace.database, KEY)
    assert isinstance(backups_of(workspace), Backups)
    assert KEY.secret.hex() not in repr(backups_of(workspace))
    assert repr(KEY.secret) not in repr(backups_of(workspace))
