"""A zip file, read into memory without trusting its sizes; nothing is written to disk."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
LARGEST_CONTENT = 64 * 1024 * 1024
"""Bytes that the files which are read may unfold to, all together; fifty habits logged daily
for ten years take 5 million."""

_PLAIN_COMPRESSION = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """The files in an open zip file."""

    def __init__(self, opened: zipfile.ZipFile, path: Path) -> None:
        self._opened = opened
        self._path = path
        self._left = LARGEST_CONTENT
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
            raise BadInput(
                tr("“{file}” is too large to be a habit tracker's export.", file=self._path.name)
            )
        return content


@contextmanager
def reading(path: Path) -> Iterator[Archive]:
    """Open the zip file at `path`; raises BadInput where it is damaged."""
    with _faults_in_words(path):
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
        raise BadInput(
            tr("“{file}” cannot be read: it is damaged or incomplete.", file=path.name)
        ) from error
