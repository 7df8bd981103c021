"""Opening what is locked: by the passphrase, or by the recovery key."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from selfcare_app.domain.errors import BadInput, KnownError
from selfcare_app.domain.recovery_key import recovery_text, secret_of
from selfcare_app.domain.words import tr
from selfcare_app.store.db import DamagedDatabase, WrongKey, damaged_words, open_to_read
from selfcare_app.store.file_key import FileKey as FileKey  # For those who may not import store.
from selfcare_app.store.file_key import key_of, new_salt, salt_of

SHORTEST = 8
"""Characters of a passphrase."""


class WrongPassphrase(KnownError):
    """What was typed does not open the file."""


def key_that_opens(path: Path, typed: str) -> FileKey:
    """The key of the locked database at `path` by its passphrase or recovery key.

    Takes some 0.2 s for each try, so it does not belong on the event loop. Raises
    WrongPassphrase where it does not open, DamagedDatabase where it would if the file were
    sound, StoreError where it cannot be read.
    """
    for key in _keys_of(typed, salt_of(path) or b""):
        with suppress(WrongKey):
            open_to_read(path, key).close()
            return key
    _check_start(path, typed)
    raise WrongPassphrase(
        tr("“{file}” does not open with that. Try once more, slowly.", file=path.name)
    )


def key_of_data(path: Path, typed: str) -> FileKey:
    """As `key_that_opens`, also where the file is damaged: opening it tells that then."""
    try:
        return key_that_opens(path, typed)
    except DamagedDatabase as error:
        if error.key is None:
            raise
        return error.key


def _check_start(path: Path, typed: str) -> None:
    """Raise DamagedDatabase if `typed` opens the rest of the database at `path`.

    Keys are made with what stands at the start of it, which may be damaged. Backups have the
    same there.
    """
    # Imported here: hardly ever needed.
    from selfcare_app.paths import backup_folder
    from selfcare_app.store.seal import holds_pages_of

    files = [path, *sorted(backup_folder(path.parent).glob("*.db"))]
    own, *others = dict.fromkeys(map(salt_of, files))
    del own
    for salt in filter(None, others):
        for key in _keys_of(typed, salt):
            if holds_pages_of(path, key):
                raise DamagedDatabase(damaged_words(path), path, key)


def opens(key: FileKey | None, path: Path) -> bool:
    """Whether the locked database at `path` opens with `key`; raises StoreError where it
    cannot be read."""
    if key is None:
        return False
    with suppress(WrongKey):
        open_to_read(path, key).close()
        return True
    return False


def new_key(passphrase: str) -> FileKey:
    """A key for files that were not locked with it yet; takes some 0.2 s.

    Raises BadInput where the passphrase is too short.
    """
    check_passphrase(passphrase)
    return key_of(passphrase, new_salt())


def check_passphrase(passphrase: str) -> None:
    """Raise BadInput where `passphrase` is too short to keep anything from others."""
    if len(passphrase.strip()) < SHORTEST:
        raise BadInput(
            tr(
                "A passphrase needs at least {count} characters; four words that do not belong "
                "together make a good one.",
                count=SHORTEST,
            )
        )


def fits(key: FileKey, typed: str) -> bool:
    """Whether `typed` is the passphrase or the recovery key of `key`; takes some 0.2 s."""
    return key in _keys_of(typed, key.salt)


def check_fits(key: FileKey, typed: str) -> None:
    """Raise WrongPassphrase unless `typed` is the passphrase or the recovery key of `key`."""
    if not fits(key, typed):
        raise WrongPassphrase(tr("That does not open it. Try once more, slowly."))


def recovery_key(key: FileKey) -> str:
    """What opens the files of `key` when the passphrase is forgotten, to be printed."""
    return recovery_text(key.secret)


def _keys_of(typed: str, salt: bytes) -> Iterator[FileKey]:
    """The keys that `typed` may stand for; a recovery key, which is no effort, comes first."""
    with suppress(BadInput):
        yield FileKey(secret_of(typed), salt)
    yield key_of(typed, salt)
