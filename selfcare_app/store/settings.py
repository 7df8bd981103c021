"""The table of settings that the person changed."""

from selfcare_app.domain.setting import Setting
from selfcare_app.store.db import Database
from selfcare_app.store.saving import removing, saving

_SAVE = saving("setting", "key, value", "key")


class SettingTable:
    """Reads and writes settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Setting]:
        """Every setting that differs from its default, by key."""
        rows = self._database.rows("SELECT key, value FROM setting WHERE NOT deleted ORDER BY key")
        return [Setting(*row) for row in rows]

    def find(self, key: str) -> Setting | None:
        """The setting of that key, None where the default is in force."""
        row = self._database.row(
            "SELECT key, value FROM setting WHERE key = ? AND NOT deleted", (key,)
        )
        return Setting(*row) if row else None

    def save_all(self, settings: list[Setting], modified_at: int) -> None:
        """Insert `settings` or write them over the rows of their keys."""
        self._database.change_many(
            _SAVE,
            [(setting.key, setting.value, modified_at) for setting in settings],
        )

    def remove(self, setting: Setting, modified_at: int) -> None:
        """Mark the row of `setting` as deleted, so that the default is in force again."""
        self._database.change(
            removing("setting", "key"),
            (modified_at, setting.key),
        )
