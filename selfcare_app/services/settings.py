"""Settings: each declared once, with its type, default and words."""

from collections.abc import Callable
from typing import Generic, TypeVar

from selfcare_app.domain.breathing import SECONDS, USUAL_SECONDS
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.grace import DEFAULT_GRACE_DAYS, MOST_GRACE_DAYS
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.services.history import Change
from selfcare_app.services.journal import Journal
from selfcare_app.store.settings import SettingTable

T = TypeVar("T", int, str, bool)


class Declaration(Value, Generic[T]):
    """One setting: `title` and `help` in English (shown through `tr`), `allowed` its values."""

    key: str
    default: T
    allowed: tuple[T, ...]
    title: str
    help: str


DAY_START_HOUR = Declaration(
    "day_start_hour",
    3,
    tuple(range(7)),
    "Day starts at",
    "Before this hour, today is still yesterday.",
)
WEEK_START = Declaration(
    "week_start",
    0,
    tuple(range(8)),
    "Week starts on",
    "1 is Monday, 7 is Sunday; 0 follows the system's region.",
)
GRACE_DAYS = Declaration(
    "grace_days",
    DEFAULT_GRACE_DAYS,
    tuple(range(MOST_GRACE_DAYS + 1)),
    "Grace days",
    "How many single open days in any 30 a streak is carried over.",
)
STREAKS_SHOWN = Declaration(
    "streaks_shown", True, (True, False), "Show streaks", "Whether pages tell of streaks."
)
THEME = Declaration(
    "theme", "system", ("system", "light", "dark"), "Colours", "Light, dark, or as the system."
)
BREATHE_IN_SECONDS = Declaration(
    "breathe_in_seconds",
    USUAL_SECONDS,
    SECONDS,
    "Seconds to breathe in",
    "How long the breathing guide's ring grows.",
)
BREATHE_OUT_SECONDS = Declaration(
    "breathe_out_seconds",
    USUAL_SECONDS,
    SECONDS,
    "Seconds to breathe out",
    "How long the breathing guide's ring shrinks.",
)
REDUCED_MOTION = Declaration(
    "reduced_motion",
    "system",
    ("system", "on", "off"),
    "Reduced motion",
    "Whether the breathing guide's ring stands still while words and numbers lead.",
)
DECLARATIONS: tuple[Declaration[int] | Declaration[str] | Declaration[bool], ...] = (
    DAY_START_HOUR,
    WEEK_START,
    GRACE_DAYS,
    STREAKS_SHOWN,
    THEME,
    BREATHE_IN_SECONDS,
    BREATHE_OUT_SECONDS,
    REDUCED_MOTION,
)


class Settings:
    """The person's settings."""

    def __init__(
        self, table: SettingTable, journal: Journal, first_weekday_here: Callable[[], int]
    ) -> None:
        """`first_weekday_here` tells on which ISO weekday weeks start in the system's region."""
        self._table = table
        self._journal = journal
        self._first_weekday_here = first_weekday_here
        self._values: dict[str, object] | None = None
        journal.listen(self._on_change)

    def get(self, declaration: Declaration[T]) -> T:
        """The value in force; the default where none, or none that is allowed, was kept."""
        if self._values is None:
            self._values = {setting.key: _value_of(setting) for setting in self._table.all()}
        value = self._values.get(declaration.key, declaration.default)
        for allowed in declaration.allowed:
            if allowed == value and type(allowed) is type(value):
                return allowed
        return declaration.default

    def set(self, declaration: Declaration[T], value: T) -> None:
        """Keep `value`; raises BadInput where it is not allowed."""
        if value not in declaration.allowed:
            raise BadInput(
                tr("“{title}” cannot be {value}.", title=tr(declaration.title), value=value)
            )
        import json

        text = None if value == declaration.default else json.dumps(value)
        self._journal.set_setting(tr(declaration.title), declaration.key, text)

    def first_weekday(self) -> int:
        """The ISO weekday (1 Monday – 7 Sunday) on which weeks start."""
        return self.get(WEEK_START) or self._first_weekday_here()

    def forget_cache(self) -> None:
        """Read anew next time: the database may have been changed from outside."""
        self._values = None

    def _on_change(self, change: Change) -> None:
        self.forget_cache()


def _value_of(setting: Setting) -> object:
    # Imported here because every start would pay for it, even where no setting is kept.
    import json

    value: object = json.loads(setting.value)
    return value
