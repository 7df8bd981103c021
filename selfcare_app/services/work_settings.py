"""Settings of work hours and reminders, and the rules that they make."""

from selfcare_app.domain.notice import Rules
from selfcare_app.services.settings import DAY_START_HOUR, Declaration, Settings

WORK_HOURS = "Work hours"
"""Title of the section that they stand in."""

_HOURS = tuple(f"{hour}:00" for hour in range(24))

BEFORE_END = Declaration(
    "before_end",
    30,
    (0, 5, 10, 15, 20, 30, 45, 60),
    "Before the end",
    "How long before the end of the day a first word comes: time for the last note.",
    WORK_HOURS,
    ("never", "5 min", "10 min", "15 min", "20 min", "30 min", "45 min", "60 min"),
)
PAST_END = Declaration(
    "past_end",
    20,
    (0, 10, 15, 20, 30, 60),
    "While you work on",
    "How often you are told so while you work on.",
    WORK_HOURS,
    ("never", "every 10 min", "every 15 min", "every 20 min", "every 30 min", "every hour"),
)
SNOOZES = Declaration(
    "snoozes",
    3,
    tuple(range(6)),
    "Put off a day",
    "How often a day the word about the end can be put off.",
    WORK_HOURS,
    ("never", "once", "twice", "3 times", "4 times", "5 times"),
)
ON_TIME = Declaration(
    "on_time",
    10,
    (0, 5, 10, 15, 20, 30),
    "On time up to",
    "A day that ends at most so much past its plan ended on time.",
    WORK_HOURS,
    ("to the minute", "5 min", "10 min", "15 min", "20 min", "30 min"),
)
START_REMINDER = Declaration(
    "start_reminder",
    False,
    (True, False),
    "Remind me of the start",
    "A word when your work hours begin.",
    WORK_HOURS,
)
BREAK_REMINDER = Declaration(
    "break_reminder",
    False,
    (True, False),
    "Remind me of breaks",
    "A word when a planned break begins, and after a session.",
    WORK_HOURS,
)
NUDGES = Declaration(
    "nudges",
    1,
    (1, 2, 3, 5),
    "Reminders of one habit",
    "At most so many a day, however many times it has.",
    WORK_HOURS,
    ("one a day", "2 a day", "3 a day", "5 a day"),
)
QUIET_FROM = Declaration(
    "quiet_from",
    22,
    tuple(range(24)),
    "Quiet from",
    "From this time on no habit is brought to mind.",
    WORK_HOURS,
    _HOURS,
)
QUIET_UNTIL = Declaration(
    "quiet_until",
    7,
    tuple(range(24)),
    "Quiet until",
    "The same time as above means no quiet hours.",
    WORK_HOURS,
    _HOURS,
)
REMINDER_NAMES = Declaration(
    "reminder_names",
    False,
    (True, False),
    "Show habit names in reminders",
    "Otherwise a reminder only says “A small moment for you”, whoever sees your screen.",
    WORK_HOURS,
)
ACTIVITY_SEEN = Declaration(
    "activity_seen",
    True,
    (True, False),
    "Notice when you are at the computer",
    "Only lengths of time, never what you type. Off, the log relies on what you say.",
    WORK_HOURS,
)
WORK_DECLARATIONS: tuple[Declaration[int] | Declaration[bool], ...] = (
    *(BEFORE_END, PAST_END, SNOOZES, ON_TIME, START_REMINDER, BREAK_REMINDER),
    *(NUDGES, QUIET_FROM, QUIET_UNTIL, REMINDER_NAMES, ACTIVITY_SEEN),
)
"""Every setting of work hours, in the order in which they are asked."""


def rules_of(settings: Settings) -> Rules:
    """The rules of reminders that `settings` make."""
    return Rules(
        before=settings.get(BEFORE_END),
        every=settings.get(PAST_END),
        snoozes=settings.get(SNOOZES),
        nudges=settings.get(NUDGES),
        starts=settings.get(START_REMINDER),
        breaks=settings.get(BREAK_REMINDER),
        quiet=(settings.get(QUIET_FROM) * 60, settings.get(QUIET_UNTIL) * 60),
        day_start_hour=settings.get(DAY_START_HOUR),
    )
