"""A store of keys for tests, in place of the system's own."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordDeleteError


class KeysInMemory(KeyringBackend):
    """Behaves as the system's: locked, it refuses everything."""

    priority = 5  # type: ignore[assignment]  # a property of the class in the base

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._refuse_if_locked()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse_if_locked()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._refuse_if_locked()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")

    def _refuse_if_locked(self) -> None:
        if self.locked:
            raise KeyringError("locked")


@pytest.fixture
def keys() -> Iterator[KeysInMemory]:
    """Stands in for the system's own store during a test."""
    before = keyring.get_keyring()
    ours = KeysInMemory()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


# The library would take it for one of the system's.
KeyringBackend._classes.discard(KeysInMemory)
