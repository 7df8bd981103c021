"""The system's own store of keys, which opens when the person signs in.

What is kept there is the key of the files, not the passphrase that it was made of.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.store.file_key import SECRET_BYTES, FileKey

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "Selfcare"
_MARKER = "key-in-key-store"


class KeyStore:
    """Keeps the key of one data folder, where the person wants that.

    A file in the folder tells that it is kept: asking the system takes a while, and may bring
    up a window of its own.
    """

    def __init__(self, folder: Path) -> None:
        self._name = str(folder.resolve())
        self._marker = folder / _MARKER

    @property
    def in_use(self) -> bool:
        """Whether the person wanted the key to be kept."""
        return self._marker.is_file()

    @property
    def present(self) -> bool:
        """Whether the system has a store at all; may take a moment when first asked."""
        return self._backend().priority >= 1

    def keep(self, key: FileKey) -> None:
        """Keep `key`; raises KnownError where the system does not take it."""
        from keyring.errors import KeyringError

        try:
            self._backend().set_password(_SERVICE, self._name, key.secret.hex() + key.salt.hex())
            self._marker.touch(mode=0o600)
        except (KeyringError, OSError) as error:
            raise KnownError(
                tr("The system’s key store did not take the key; you will be asked as before.")
            ) from error

    def forget(self) -> None:
        """Keep nothing any longer; raises KnownError where the system does not let it go."""
        from keyring.errors import KeyringError, PasswordDeleteError

        if not self.in_use:
            return
        try:
            self._backend().delete_password(_SERVICE, self._name)
        except PasswordDeleteError:
            pass  # It was not there any more.
        except KeyringError as error:
            raise KnownError(
                tr(
                    "The system’s key store did not let go of the key. Remove “{name}” there "
                    "by hand, or try again.",
                    name=_SERVICE,
                )
            ) from error
        self._marker.unlink(missing_ok=True)

    def key(self) -> FileKey | None:
        """The key that is kept; None where none is, or the system does not give it."""
        from keyring.errors import KeyringError

        if not self.in_use:
            return None
        try:
            kept = self._backend().get_password(_SERVICE, self._name)
            read = bytes.fromhex(kept or "")
        except (KeyringError, ValueError):
            return None
        return FileKey(read[:SECRET_BYTES], read[SECRET_BYTES:]) if read else None

    def _backend(self) -> "KeyringBackend":
        # Imported here: looking for what the system has takes a while.
        import keyring

        return keyring.get_keyring()
