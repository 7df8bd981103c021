"""Where a database and the log that SQLite keeps beside it lie, as paths and as SQLite's URIs."""

from pathlib import Path

from selfcare_app.domain.words import tr
from selfcare_app.store.faults import StoreError, reason_of


def address_of(path: Path) -> str:
    """The file at `path` as SQLite's URI."""
    return path.absolute().as_uri()


def address_to_read(path: Path) -> str:
    """The file at `path` as SQLite's URI, to be read alone.

    In WAL mode SQLite would put files of its own beside it, and leave them there, and
    fail in a folder that cannot be written. It does not for a file called immutable,
    which this one is as long as no log lies beside it.
    """
    log = log_of(path)
    has_log = log.is_file() and log.stat().st_size > 0
    return address_of(path) + ("" if has_log else "?immutable=1")


def log_of(path: Path) -> Path:
    """The log of the database at `path`: what was written and is not in its file yet."""
    return path.with_name(f"{path.name}-wal")


def prepare_file(path: Path) -> None:
    """Make the folder (0700) and an empty file (0600) where there are none; raises StoreError
    where nothing can be written."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
        with path.open("r+b"):
            pass
    except OSError as error:
        raise StoreError(
            tr(
                "The data folder “{folder}” cannot be written ({reason}). "
                "Choose another with --data-dir or change its permissions.",
                folder=path.parent,
                reason=reason_of(error),
            )
        ) from error
