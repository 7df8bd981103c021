"""A passphrase set, changed and taken away, with everything that lies about."""

import os
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from selfcare_app.domain.errors import BadInput, KnownError
from selfcare_app.domain.habit import Habit
from selfcare_app.services import copies
from selfcare_app.services import encryption as module
from selfcare_app.services.backup import back_up, dated_backup
from selfcare_app.services.key_store import KeyStore
from selfcare_app.services.passphrase import (
    WrongPassphrase,
    fits,
    key_that_opens,
    new_key,
    opens,
    recovery_key,
)
from selfcare_app.services.settings import BACKUP_FOLDER
from selfcare_app.services.workspace import Workspace, is_locked, open_workspace
from selfcare_app.store.db import StoreError, open_to_read
from selfcare_app.store.file_key import FileKey, salt_of
from selfcare_app.store.former_keys import former_keys
from tests.services.conftest import everything
from tests.services.keys import KeysInMemory, keys
from tests.store.test_encryption import files_that_tell

__all__ = ["keys"]

TODAY = date(2026, 11, 23)
NAME = "Sitting by the window"
WORDS = "quiet river stone lamp"
KEY = FileKey(b"k" * 32, b"s" * 16)
OTHER = FileKey(b"o" * 32, b"t" * 16)


@pytest.fixture
def habit(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(Habit("", NAME, TODAY))


def copy_of(workspace: Workspace, name: str = "backups") -> Path:
    target = dated_backup(workspace.folder / name, datetime(2026, 11, 23, 12))
    back_up(workspace, target)
    return target


def bring_copies_along(workspace: Workspace) -> list[Path]:
    work = workspace.encryption.copies_to_change()
    assert work is not None
    left = work.change()
    if not left:
        workspace.encryption.copies_changed()
    return left


def test_with_a_passphrase_no_file_tells_a_name_any_more(
    workspace: Workspace, habit: Habit
) -> None:
    copy = copy_of(workspace)
    aside = workspace.folder / "selfcare-before-version-4.db"
    back_up(workspace, aside)
    begun = workspace.folder / "backups" / ".selfcare-2026-11-22.db.7.part"
    begun.write_text(NAME)
    assert len(files_that_tell(workspace.folder, NAME)) >= 4
    workspace.encryption.use(new_key(WORDS))
    assert bring_copies_along(workspace) == []
    assert files_that_tell(workspace.folder, NAME) == []
    assert is_locked(workspace.database.path)
    assert is_locked(copy)
    assert is_locked(aside)
    assert everything(workspace) == [habit]
    assert workspace.encryption.copies_to_change() is None


def test_the_passphrase_and_the_recovery_key_open_it_again(
    workspace: Workspace, habit: Habit
) -> None:
    key = new_key(WORDS)
    workspace.encryption.use(key)
    path = workspace.database.path
    workspace.close()
    assert key_that_opens(path, WORDS) == key
    assert [opens(each, path) for each in (key, OTHER, None)] == [True, False, False]
    assert key_that_opens(path, recovery_key(key).lower()) == key
    for wrong in ("quiet river stone lamb", recovery_key(KEY), ""):
        with pytest.raises(WrongPassphrase, match="does not open with that"):
            key_that_opens(path, wrong)
    with closing(open_workspace(path, key=key)) as again:
        assert again.records.habits() == [habit]


def test_what_is_typed_is_held_against_the_key_in_use() -> None:
    key = new_key(WORDS)
    assert fits(key, WORDS)
    assert fits(key, recovery_key(key))
    assert not fits(key, "quiet river stone lamb")
    assert not fits(key, recovery_key(OTHER))


@pytest.mark.parametrize("short", ["", "seven77", "       "])
def test_a_short_passphrase_is_refused_with_a_better_one_in_mind(short: str) -> None:
    with pytest.raises(BadInput, match="at least 8 characters"):
        new_key(short)


def test_a_plain_or_missing_database_is_not_locked(workspace: Workspace, tmp_path: Path) -> None:
    assert not is_locked(workspace.database.path)
    assert not is_locked(tmp_path / "none.db")


def test_copies_follow_a_changed_passphrase_and_one_that_is_taken_away(
    workspace: Workspace, habit: Habit
) -> None:
    copy = copy_of(workspace)
    workspace.encryption.use(KEY)
    # Not brought along yet, as if the program had ended: nothing of it is forgotten.
    workspace.encryption.use(OTHER)
    second = copy_of(workspace, "backups/second")
    (workspace.folder / "backups" / "selfcare-2.db").write_bytes(second.read_bytes())
    assert former_keys(workspace.database) == [KEY]
    assert bring_copies_along(workspace) == []
    assert salt_of(copy) == OTHER.salt
    workspace.encryption.use(None)
    assert bring_copies_along(workspace) == []
    assert not is_locked(copy)
    with closing(open_to_read(copy)) as opened:
        assert opened.row("SELECT name FROM habit") == (NAME,)


def test_a_copy_that_cannot_be_changed_is_told_and_tried_again(
    workspace: Workspace, habit: Habit
) -> None:
    damaged = workspace.folder / "selfcare-damaged-2026-11-20.db"
    damaged.write_text(NAME)
    workspace.encryption.use(KEY)
    assert bring_copies_along(workspace) == [damaged]
    work = workspace.encryption.copies_to_change()
    assert work is not None
    foreign = workspace.folder / "backups" / "selfcare-of-another.db"
    foreign.parent.mkdir()
    with closing(open_workspace(foreign, key=OTHER)):
        pass
    damaged.unlink()
    assert bring_copies_along(workspace) == [foreign]
    foreign.unlink()
    assert bring_copies_along(workspace) == []


def test_copies_that_a_person_named_follow_as_well(workspace: Workspace, habit: Habit) -> None:
    named = workspace.folder / "backups" / "before the summer.db"
    back_up(workspace, named)
    foreign = named.with_name("letters.db")
    foreign.write_bytes(b"Dear Ann")
    (named.parent / "._before the summer.db").write_bytes(b"of macOS")
    for key in (KEY, OTHER, None):
        workspace.encryption.use(key)
        assert workspace.copies() == [named]
        assert bring_copies_along(workspace) == []
        assert salt_of(named) == (None if key is None else key.salt)
    assert foreign.read_bytes() == b"Dear Ann"


def test_a_copy_that_cannot_be_looked_at_is_none(
    workspace: Workspace, habit: Habit, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(workspace, workspace.folder / "named.db")

    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(copies, "salt_of", refuse)
    assert workspace.copies() == []


def test_backups_on_a_stick_follow_once_it_is_plugged_in_again(
    workspace: Workspace, habit: Habit, tmp_path: Path
) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    stick.mkdir()
    workspace.settings.set_folder(BACKUP_FOLDER, stick)
    back_up(workspace, dated_backup(stick, datetime(2026, 11, 23, 12)))
    stick.rename(drawer)
    workspace.encryption.use(KEY)
    assert bring_copies_along(workspace) == [stick]
    drawer.rename(stick)
    assert files_that_tell(stick, NAME) != []
    assert bring_copies_along(workspace) == []
    assert files_that_tell(stick, NAME) == []
    assert workspace.encryption.copies_to_change() is None


@pytest.fixture
def shared(workspace: Workspace, habit: Habit, tmp_path: Path) -> Path:
    """A folder for backups that somebody else uses as well, with three copies of theirs."""
    folder = tmp_path / "shared"
    folder.mkdir()
    workspace.settings.set_folder(BACKUP_FOLDER, folder)
    with closing(open_workspace(tmp_path / "theirs" / "selfcare.db")) as theirs:
        theirs.journal.add_habit(Habit("", "Theirs", TODAY))
        back_up(theirs, folder / "selfcare-2026-11-20-120000.db")
        theirs.encryption.use(FileKey(b"3" * 32, b"u" * 16))
        back_up(theirs, folder / "selfcare-2026-11-21-120000.db")
    (folder / "selfcare-2026-11-22-120000.db").write_text("damaged")
    (folder / ".selfcare-2026-11-23.db.7.part").write_text("being made")
    return folder


def test_what_others_keep_in_a_shared_folder_is_left_alone(
    workspace: Workspace, shared: Path
) -> None:
    theirs = {file: file.read_bytes() for file in shared.iterdir()}
    ours = shared / "selfcare-2026-11-23-120000.db"
    back_up(workspace, ours)
    for key in (KEY, OTHER, None):
        workspace.encryption.use(key)
        assert workspace.copies() == [ours]
        assert bring_copies_along(workspace) == []
        assert salt_of(ours) == (None if key is None else key.salt)
    workspace.delete_copies(workspace.copies())
    assert {file: file.read_bytes() for file in shared.iterdir()} == theirs


def test_a_copy_in_a_shared_folder_that_holds_a_deleted_habit_is_ours(
    workspace: Workspace, shared: Path, habit: Habit
) -> None:
    ours = shared / "selfcare-2026-11-23-120000.db"
    back_up(workspace, ours)
    workspace.journal.delete_habit(habit)
    assert workspace.copies() == [ours]


def test_what_was_begun_in_a_shared_folder_goes_once_nobody_can_be_at_it(
    workspace: Workspace, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = shared / ".selfcare-2026-11-23.db.7.part"
    workspace.delete_copies([])
    assert begun.exists()
    os.utime(begun, (0, 0))
    workspace.delete_copies([])
    assert not begun.exists()


def test_what_this_program_is_making_just_now_is_left_to_it(
    workspace: Workspace, habit: Habit
) -> None:
    making = workspace.folder / f".selfcare-2026-11-23.db.{os.getpid()}.part"
    making.write_text("being made")
    workspace.encryption.use(KEY)
    assert bring_copies_along(workspace) == []
    assert making.exists()


def test_what_was_begun_and_is_gone_meanwhile_is_no_fault(
    workspace: Workspace, shared: Path
) -> None:
    (shared / ".rescue-9").symlink_to(shared / "nowhere")
    workspace.delete_copies([])


def test_what_a_power_cut_left_of_copies_goes_whatever_it_is(
    workspace: Workspace, habit: Habit
) -> None:
    folders = (".rescue-1", ".restore-2", ".selfcare-3.part")
    for name in folders:
        (workspace.folder / name).mkdir()
        (workspace.folder / name / "working.db").write_text(NAME)
    (workspace.folder / ".selfcare.db.new").write_text(NAME)
    workspace.encryption.use(KEY)
    assert bring_copies_along(workspace) == []
    assert files_that_tell(workspace.folder, NAME) == []
    assert not [each for name in folders if (each := workspace.folder / name).exists()]


def test_what_a_power_cut_left_and_cannot_be_removed_is_told(
    workspace: Workspace, habit: Habit, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = workspace.folder / ".selfcare-2026-11-22.db.7.part"
    begun.write_text(NAME)
    workspace.encryption.use(KEY)

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        assert bring_copies_along(workspace) == [begun]
    assert bring_copies_along(workspace) == []


@pytest.mark.parametrize("kept", [True, False])
def test_where_there_is_no_room_everything_stays_as_it_was(
    workspace: Workspace,
    habit: Habit,
    keys: KeysInMemory,
    monkeypatch: pytest.MonkeyPatch,
    kept: bool,
) -> None:
    workspace.encryption.use(KEY)
    if kept:
        workspace.encryption.keep_in_key_store(True)

    def fail_to_write(*_: object) -> None:
        raise StoreError("The disk is full")

    monkeypatch.setattr(module, "change_key", fail_to_write)
    for wanted in (OTHER, None):
        with pytest.raises(StoreError, match="disk is full"):
            workspace.encryption.use(wanted)
        assert workspace.encryption.key == KEY
        assert workspace.encryption.key_store.key() == (KEY if kept else None)
    assert everything(workspace) == [habit]


def test_the_system_keeps_the_key_if_the_person_wants_it(
    workspace: Workspace, keys: KeysInMemory
) -> None:
    store = KeyStore(workspace.folder)
    assert store.present
    assert store.key() is None
    workspace.encryption.keep_in_key_store(True)
    assert not store.in_use  # There is nothing to keep.
    workspace.encryption.use(KEY)
    assert not store.in_use
    workspace.encryption.keep_in_key_store(True)
    assert store.in_use
    assert store.key() == KEY
    workspace.encryption.use(OTHER)
    assert store.key() == OTHER
    workspace.encryption.use(None)
    assert not store.in_use
    assert keys.kept == {}


def test_the_system_lets_go_of_the_key_if_the_person_wants_it(
    workspace: Workspace, keys: KeysInMemory
) -> None:
    workspace.encryption.use(KEY)
    workspace.encryption.keep_in_key_store(True)
    workspace.encryption.keep_in_key_store(False)
    assert keys.kept == {}
    assert workspace.encryption.key_store.key() is None
    workspace.encryption.keep_in_key_store(False)  # Twice does no harm.
    workspace.encryption.keep_in_key_store(True)
    keys.kept.clear()  # Somebody removed it there.
    assert workspace.encryption.key_store.key() is None
    workspace.encryption.keep_in_key_store(False)
    assert not workspace.encryption.key_store.in_use


def test_a_store_that_refuses_is_told_and_costs_nothing(
    workspace: Workspace, keys: KeysInMemory
) -> None:
    workspace.encryption.use(KEY)
    keys.locked = True
    with pytest.raises(KnownError, match="did not take the key"):
        workspace.encryption.keep_in_key_store(True)
    assert not workspace.encryption.key_store.in_use
    keys.locked = False
    workspace.encryption.keep_in_key_store(True)
    keys.locked = True
    assert workspace.encryption.key_store.key() is None
    with pytest.raises(KnownError, match="did not let go"):
        workspace.encryption.use(OTHER)
    assert workspace.encryption.key == KEY
    keys.locked = False
    keys.kept[next(iter(keys.kept))] = "no key at all"
    assert workspace.encryption.key_store.key() is None


def test_a_system_without_a_store_says_so(workspace: Workspace) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # keyring's own
    try:
        assert not KeyStore(workspace.folder).present
    finally:
        keyring.set_keyring(before)
