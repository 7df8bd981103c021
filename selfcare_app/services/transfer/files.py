"""Writing a whole file, or nothing."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr


def write_file(path: Path, content: bytes) -> None:
    """Put `content` into the file at `path`, for its owner alone to read.

    Raises KnownError, with nothing changed, where that fails.
    """
    with replacing(path) as part:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Where to write a new file, which then takes the place of the one at `path`.

    It is written beside its place, so that what was there stays until the new one is whole.
    Raises KnownError, with nothing changed, where that fails.
    """
    try:
        _check_target(path)
        with TemporaryDirectory(prefix=".selfcare-", suffix=".part", dir=path.parent) as folder:
            part = Path(folder) / path.name
            yield part
            part.replace(path)
    except (OSError, ValueError) as error:
        raise KnownError(_sentence(error, path)) from error


def _check_target(path: Path) -> None:
    """Raise where the file at `path` is not to be replaced, though its folder would let us."""
    if not path.exists():
        return
    if not path.is_file():
        raise KnownError(tr("“{file}” is no ordinary file; choose another name.", file=path))
    if not path.stat().st_mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _sentence(error: OSError | ValueError, path: Path) -> str:
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOENT, errno.ENOTDIR):
        return tr("There is no folder “{folder}”; make it first.", folder=path.parent)
    if number in (errno.ENOSPC, errno.EDQUOT):
        return tr("The disk is full, so “{file}” was not written.", file=path)
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return tr("“{file}” is read-only or lies in a folder that is; choose another.", file=path)
    reason = os.strerror(number) if number else error
    return tr("“{file}” could not be written ({reason}).", file=path, reason=reason)
