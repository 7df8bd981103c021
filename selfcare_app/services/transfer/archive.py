"""A zip file, read into memory without trusting its sizes; nothing is written to disk."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selfcare_app.services.transfer.limits import (
    LARGEST_ARCHIVE,
    LARGEST_UNFOLDED,
    damaged,
    too_large,
)

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")

_PLAIN_COMPRESSION = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """The files in an open zip file."""

    def __init__(self, opened: zipfile.ZipFile, path: Path) -> None:
        self._opened = opened
        self._path = path
        self._left = LARGEST_UNFOLDED
        self.names = opened.namelist()

    def read(self, name: str) -> bytes:
        """The content of the file `name`; raises BadInput where it is damaged or too large."""
        with _faults_in_words(self._path):
            if self._opened.getinfo(name).compress_type not in _PLAIN_COMPRESSION:
                raise zipfile.BadZipFile
            with self._opened.open(name) as file:
                # The size that the zip file declares may be a lie; this one is not.
                content = file.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise too_large(self._path)
        return content


@contextmanager
def reading(path: Path) -> Iterator[Archive]:
    """Open the zip file at `path`; raises BadInput where it is damaged or too large."""
    with _faults_in_words(path):
        # A list of names takes ten times the memory that it takes in the file.
        if path.stat().st_size > LARGEST_ARCHIVE:
            raise too_large(path)
        opened = zipfile.ZipFile(path)
    with opened:
        yield Archive(opened, path)


@contextmanager
def _faults_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        # Encrypted files and newer kinds of zip.
        RuntimeError,
        # Names that are no text, sizes and offsets below 0.
        ValueError,
    ) as error:
        raise damaged(path) from error
