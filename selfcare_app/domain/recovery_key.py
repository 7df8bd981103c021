"""A recovery key: what opens the data when the passphrase is forgotten, as one can write it down.

It is the key of 256 bits itself with 24 bits that tell a mistyped one, as 56 letters and digits
in groups of four. The letters are Crockford's, which leave out what looks alike
(https://www.crockford.com/base32.html).
"""

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr

SECRET_BYTES = 32
CHECK_BYTES = 3
LENGTH = 56
"""Letters and digits: 35 bytes of 5 bits each."""

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"} | dict.fromkeys(" -–—\t\n\r\u00a0", ""))
_GROUP = 4


def recovery_text(secret: bytes) -> str:
    """`secret`, of 32 bytes, as groups of four letters and digits with spaces between them."""
    number = int.from_bytes(secret + _check_of(secret))
    digits = "".join(_DIGITS[number >> 5 * place & 31] for place in reversed(range(LENGTH)))
    return " ".join(digits[start : start + _GROUP] for start in range(0, LENGTH, _GROUP))


def secret_of(text: str) -> bytes:
    """The 32 bytes that `text` stands for, however it is grouped, in small letters or large.

    Raises BadInput where it has another length, a letter that does not occur, or is mistyped.
    """
    digits = text.upper().translate(_READ_AS)
    if len(digits) != LENGTH:
        raise BadInput(
            tr(
                "A recovery key has {length} letters and digits; this has {count}.",
                length=LENGTH,
                count=len(digits),
            )
        )
    number = 0
    for digit in digits:
        place = _DIGITS.find(digit)
        if place < 0:
            raise BadInput(tr("“{letter}” does not occur in a recovery key.", letter=digit))
        number = number << 5 | place
    read = number.to_bytes(SECRET_BYTES + CHECK_BYTES)
    secret, check = read[:SECRET_BYTES], read[SECRET_BYTES:]
    if check != _check_of(secret):
        raise BadInput(tr("The recovery key is mistyped somewhere; compare it group by group."))
    return secret


def _check_of(secret: bytes) -> bytes:
    # Imported here because every command loads this module, and hardly any needs that.
    from hashlib import sha256

    return sha256(secret).digest()[:CHECK_BYTES]
