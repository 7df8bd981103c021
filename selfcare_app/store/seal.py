"""Whether pages of an encrypted file were written with a key, whatever else is wrong with it.

Each page of SQLCipher 4 ends with a code over all of it that only the key can make. So a damaged
file is told apart from a wrong key, and damaged pages from sound ones.
See https://www.zetetic.net/sqlcipher/design/.
"""

import hmac
from collections.abc import Iterator
from hashlib import pbkdf2_hmac
from pathlib import Path

from selfcare_app.store.file_key import PAGE_BYTES, SALT_BYTES, SECRET_BYTES, FileKey

_CODE_BYTES = 64
_ROUNDS = 2
_MASK = 0x3A


class Seal:
    """Makes and compares the codes of one key."""

    def __init__(self, key: FileKey) -> None:
        salt = bytes(byte ^ _MASK for byte in key.salt)
        self._secret = pbkdf2_hmac("sha512", key.secret, salt, _ROUNDS, SECRET_BYTES)

    def holds(self, page: bytes, number: int) -> bool:
        """Whether `page`, the one with that `number` from 1 on, is as it was written."""
        begin = SALT_BYTES if number == 1 else 0
        covered, code = page[begin:-_CODE_BYTES], page[-_CODE_BYTES:]
        made = hmac.digest(self._secret, covered + number.to_bytes(4, "little"), "sha512")
        return len(page) == PAGE_BYTES and hmac.compare_digest(made, code)


def pages_of(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The pages in `data`, with their numbers from 1 on."""
    for start in range(0, len(data), PAGE_BYTES):
        yield start // PAGE_BYTES + 1, data[start : start + PAGE_BYTES]


def holds_pages_of(path: Path, key: FileKey) -> bool:
    """Whether any page of the file at `path` was written with `key`; takes some 10 ms for ten
    years of entries. Raises OSError."""
    seal = Seal(key)
    return any(seal.holds(page, number) for number, page in pages_of(path.read_bytes()))
