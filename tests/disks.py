"""Disks of a test's own: one that is full, one that nothing can be written to."""

import ctypes
import errno
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = 2_000_000
"""Bytes of a small disk."""
_RIGHTS_VERSION = 0x20080522
_MAY_WRITE_ANYWHERE = 1 << 1
"""CAP_DAC_OVERRIDE."""


class SmallDisk:
    """A disk that can be filled to the last byte.

    Where the test may mount one, it is real. Elsewhere the system's bound on the size of files
    stands in for it: it stops writing just as well, but under another name.
    """

    def __init__(self, folder: Path, *, real: bool) -> None:
        self.folder, self._real = folder, real
        self.sentence = "disk is full" if real else "(disk did not take|File too large)"
        """What is said of it, as a pattern."""

    @contextmanager
    def full(self, room: int = 0) -> Iterator[None]:
        """No more than `room` bytes fit meanwhile."""
        if not self._real:
            unbounded = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, unbounded[1]))
            try:
                yield
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, unbounded)
            return
        filler = self.folder / "filler"
        _fill(filler)
        os.truncate(filler, max(0, filler.stat().st_size - room))
        try:
            yield
        finally:
            filler.unlink()


def _fill(file: Path) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT)
    try:
        for size in (65_536, 4_096, 1):
            while True:
                try:
                    os.write(handle, bytes(size))
                except OSError as error:
                    assert error.errno == errno.ENOSPC
                    break
    finally:
        os.close(handle)


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """A disk at `folder`, which is made."""
    folder.mkdir()
    real = _mount(folder)
    try:
        yield SmallDisk(folder, real=real)
    finally:
        if real:
            _unmount(folder)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing in `folder` can be written or made meanwhile."""
    modes = {each: each.stat().st_mode for each in (folder, *folder.rglob("*"))}
    for each in modes:
        each.chmod(0o500 if each.is_dir() else 0o400)
    try:
        with _as_anyone_else():
            yield
    finally:
        for each, mode in modes.items():
            each.chmod(mode)


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("process", ctypes.c_int))


class _Rights(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("effective", "permitted", "inherited"))


@contextmanager
def _as_anyone_else() -> Iterator[None]:
    """Bound by permissions, which the administrator of a Linux system is not."""
    if os.geteuid() or sys.platform != "linux":
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, rights = _Header(_RIGHTS_VERSION, 0), (_Rights * 2)()
    assert libc.capget(ctypes.byref(header), rights) == 0
    before = rights[0].effective
    rights[0].effective &= ~_MAY_WRITE_ANYWHERE
    assert libc.capset(ctypes.byref(header), rights) == 0
    try:
        yield
    finally:
        rights[0].effective = before
        assert libc.capset(ctypes.byref(header), rights) == 0


def _mount(folder: Path) -> bool:
    """Whether a small disk could be mounted at `folder`."""
    if os.geteuid() or shutil.which("mount") is None:
        return False
    words = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "selfcare-test", str(folder)]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def _unmount(folder: Path) -> None:
    # Lazily: a database that a failed test left open must not leave the disk behind.
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
