"""Locking the data with a passphrase, changing that, taking it away again."""

from collections.abc import Callable
from pathlib import Path

from selfcare_app.domain.value import Value
from selfcare_app.services.copies import Places, copies_in, remove_begun
from selfcare_app.services.key_store import KeyStore
from selfcare_app.store.db import Database, StoreError
from selfcare_app.store.encryption import bring_in_line, change_key
from selfcare_app.store.file_key import FileKey
from selfcare_app.store.former_keys import copies_await, forget_keys, former_keys


class CopiesToChange(Value):
    """Copies of the database that may not be encrypted as it is: backups and the like."""

    key: FileKey | None
    former: tuple[FileKey, ...]
    places: Places

    def change(self) -> list[Path]:
        """Write anew whatever needs it; returns the files that could not be, and the folders
        that cannot be reached now.

        It takes some 0.2 s a file and works beside the open database, so it belongs into a
        thread of its own.
        """
        out_of_reach = [folder for folder in self.places.folders if not folder.is_dir()]
        left = remove_begun(self.places)
        copies = copies_in(self.places, (self.key, *self.former))
        left += [file for file in copies if not self._in_line(file)]
        return out_of_reach + left

    def _in_line(self, file: Path) -> bool:
        try:
            return bring_in_line(file, self.key, self.former)
        except StoreError:
            return False


class Encryption:
    """Whether and how the data is locked. The passphrase itself is kept nowhere."""

    def __init__(
        self, database: Database, key_store: KeyStore, places: Callable[[], Places]
    ) -> None:
        """`places` tells where copies of the database may lie."""
        self._database = database
        self.key_store = key_store
        self._places = places

    @property
    def key(self) -> FileKey | None:
        """What the data is locked with; None where it is not."""
        return self._database.key

    def use(self, key: FileKey | None) -> None:
        """Write the database anew, locked with `key`, or open where that is None.

        Copies follow with `copies_to_change`. Raises KnownError: with nothing changed where
        the file could not be written; with a sentence that says so where only the system's
        key store did not take the new key.
        """
        store, before = self.key_store, self._database.key
        was_kept = store.in_use
        store.forget()
        try:
            change_key(self._database, key)
        except StoreError:
            if was_kept and before is not None:
                store.keep(before)
            raise
        if was_kept and key is not None:
            store.keep(key)

    def keep_in_key_store(self, wanted: bool) -> None:
        """Have the system open the data when the person signs in, or no longer.

        Raises KnownError where the system does not do it.
        """
        if not wanted:
            self.key_store.forget()
        elif self.key is not None:
            self.key_store.keep(self.key)

    def copies_to_change(self) -> CopiesToChange | None:
        """What is still to be done to copies; None once nothing is."""
        if not copies_await(self._database):
            return None
        return CopiesToChange(
            self._database.key, tuple(former_keys(self._database)), self._places()
        )

    def copies_changed(self) -> None:
        """Note that all copies are as they should be, and let go of the former keys."""
        forget_keys(self._database)
