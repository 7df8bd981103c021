"""How the letters of a text file are written."""

import codecs

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def encoding_of(data: bytes) -> str:
    """The encoding that `data`, which may be cut off at its end, is most likely written in."""
    if data.startswith(_UTF_16_MARKS):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8-sig")().decode(data)
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8-sig"


def decoded_start(data: bytes) -> str:
    """`data`, the beginning of a file, as text."""
    return data.decode(encoding_of(data), "replace")
