"""The key of locked data in a real key store of the desktop: the Secret Service of GNOME."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.desk import PATIENCE, Desk, needed, until

KEEPING = """
import sys
from pathlib import Path
from selfcare_app.services.key_store import KeyStore
from selfcare_app.services.passphrase import FileKey
store = KeyStore(Path(sys.argv[1]))
key = FileKey(b"k" * 32, b"s" * 16)
"""


@pytest.fixture
def secrets(desk: Desk) -> None:
    """The service, with a key ring that is open."""
    desk.environment |= {
        "HOME": str(desk.folder),
        "XDG_DATA_HOME": str(desk.folder / "share"),
        "XDG_RUNTIME_DIR": str(desk.folder),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
    }
    password = desk.folder / "password"
    password.write_text("of the key ring")
    daemon = "exec gnome-keyring-daemon --foreground --unlock --components=secrets"
    needed("gnome-keyring-daemon")
    desk.start("sh", "-c", f"{daemon} < {password}")
    until(lambda: desk.has_owner("org.freedesktop.secrets"))


def say(desk: Desk, folder: Path, words: str) -> str:
    """What another process says of the store."""
    done = subprocess.run(
        [sys.executable, "-c", KEEPING + words, str(folder)],
        env=desk.environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_key_is_kept_over_processes_and_let_go(
    desk: Desk, secrets: None, tmp_path: Path
) -> None:
    assert say(desk, tmp_path, "print(store.present, store.key())") == "True None"
    say(desk, tmp_path, "store.keep(key)")
    assert say(desk, tmp_path, "print(store.key() == key, store.in_use)") == "True True"
    other = tmp_path / "other"
    other.mkdir()
    assert say(desk, other, "print(store.key())") == "None"
    say(desk, tmp_path, "store.forget()")
    assert say(desk, tmp_path, "print(store.key(), store.in_use)") == "None False"
