"""The key of an encrypted file: made from a passphrase, slowly, and told to the driver.

The files are what SQLCipher 4 writes, so that with the passphrase other programs open them too:
a salt of 16 bytes begins the file, and PBKDF2 with HMAC-SHA512 makes a key of 256 bits of both.
See https://www.zetetic.net/sqlcipher/design/.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from selfcare_app.domain.value import Value

ROUNDS = 256_000
"""Of PBKDF2, as SQLCipher 4 has it: some 0.2 s for each passphrase that is tried."""
SALT_BYTES = 16
SECRET_BYTES = 32
PAGE_BYTES = 4096
"""Of an encrypted file: its size is a multiple of it."""

_PLAIN_START = b"SQLite format 3\x00"
_PLAIN_PAGES = frozenset((b"\x00", b"\x02", b"\x05", b"\x0a", b"\x0d"))
_PAGES_LOOKED_AT, _FEWEST_PAGES = 16, 4


class FileKey(Value):
    """What opens encrypted files: `secret` is made of a passphrase and `salt`.

    All files under one passphrase share the salt, so that one key opens them all.
    """

    secret: bytes
    salt: bytes

    def __repr__(self) -> str:
        """Without the secret: this may get into a log."""
        return "FileKey(…)"

    def statements(self) -> Iterator[str]:
        """What tells the driver the key, before anything else is said on a connection."""
        yield "PRAGMA cipher = 'sqlcipher'"
        yield "PRAGMA legacy = 4"
        yield f'PRAGMA key = "{self._raw()}"'
        # Otherwise sorting and rewriting could put what is in the file into others, in plain.
        yield "PRAGMA temp_store = MEMORY"

    def address_part(self) -> str:
        """What tells the driver the key in the address of a file that it is to write."""
        return f"cipher=sqlcipher&legacy=4&key={quote(self._raw())}"

    def _raw(self) -> str:
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


def key_of(passphrase: str, salt: bytes) -> FileKey:
    """The key that `passphrase` makes with `salt`; takes some 0.2 s, so that guessing is slow."""
    # Imported here because a plain file, which every start may have, needs neither.
    from hashlib import pbkdf2_hmac
    from unicodedata import normalize

    words = normalize("NFC", passphrase).encode()
    return FileKey(pbkdf2_hmac("sha512", words, salt, ROUNDS, SECRET_BYTES), salt)


def new_salt() -> bytes:
    """A salt that no other person's files have."""
    return os.urandom(SALT_BYTES)


def salt_of(path: Path) -> bytes | None:
    """The salt of the encrypted file at `path`; None where it is plain, empty or no database."""
    if not path.is_file() or not path.stat().st_size:
        return None
    with path.open("rb") as file:
        start = file.read(SALT_BYTES)
    encrypted = start != _PLAIN_START and path.stat().st_size % PAGE_BYTES == 0
    return start if encrypted and not _goes_on_plainly(path) else None


def _goes_on_plainly(path: Path) -> bool:
    """Whether the file at `path` is plain, and only the start of it damaged: its pages begin
    with what SQLite begins them with. In an encrypted one that is as good as random."""
    with path.open("rb") as file:
        begins = [file.read(PAGE_BYTES)[:1] for _ in range(_PAGES_LOOKED_AT + 1)][1:]
    there = [begin for begin in begins if begin]
    return len(there) >= _FEWEST_PAGES and 2 * sum(map(_PLAIN_PAGES.__contains__, there)) > len(
        there
    )
