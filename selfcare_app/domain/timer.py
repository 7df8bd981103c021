"""A timer for a habit that is logged in minutes.

It keeps no countdown: what it has counted follows from the instants at which it was
started, so it goes on while the window is closed and after a crash.
"""

from datetime import date

from selfcare_app.domain.value import Value, replace

LONGEST_SECONDS = 24 * 60 * 60
"""A timer that was forgotten counts no more than a day."""
FORGOTTEN_SECONDS = 4 * 60 * 60
"""Above it, what was counted is more likely forgotten than done: the person is asked."""


class Timer(Value):
    """The timer of `habit_id` for `day`.

    `seconds` were counted before it was last started; `started_at` is that instant in UTC
    milliseconds, None while it is paused.
    """

    habit_id: str
    day: date
    seconds: float = 0.0
    started_at: int | None = None

    @property
    def running(self) -> bool:
        """Whether it counts."""
        return self.started_at is not None


def seconds_counted(timer: Timer, now: int) -> float:
    """Seconds that `timer` has counted at the instant `now` (UTC milliseconds), at most a day.

    A clock that was set back takes nothing away from what was counted before.
    """
    running = 0.0 if timer.started_at is None else max(0, now - timer.started_at) / 1000
    return min(timer.seconds + running, LONGEST_SECONDS)


def paused(timer: Timer, now: int) -> Timer:
    """`timer` as it stands at `now`, counting no further."""
    return replace(timer, seconds=seconds_counted(timer, now), started_at=None)


def set_back(timer: Timer, seen: int, now: int) -> Timer:
    """`timer` after the clock, last seen at `seen`, was set back to `now` (UTC milliseconds):
    it keeps what it had counted, and counts on from there."""
    if timer.started_at is None or now >= max(seen, timer.started_at):
        return timer
    return replace(timer, seconds=seconds_counted(timer, seen), started_at=now)


def is_forgotten(seconds: float) -> bool:
    """Whether a timer that counted so much was probably left running by mistake."""
    return seconds > FORGOTTEN_SECONDS


def minutes_of(seconds: float) -> float:
    """`seconds` as minutes to log, to a tenth."""
    return round(seconds / 60, 1)
