"""Times in which reminders are held back: in session, and paused until a moment."""

from enum import StrEnum

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.instants import Moment, Span
from selfcare_app.domain.words import tr
from selfcare_app.domain.work_record import WorkRecord

LONGEST_SESSION = 12 * 60
"""In minutes."""


class HoldKind(StrEnum):
    """Why reminders are held."""

    SESSION = "session"
    PAUSE = "pause"


class Hold(WorkRecord):
    """Reminders are held from `start` up to, not including, `until`: real time, so that it
    outlives midnight, a change of zone and the computer's sleep."""

    id: str
    kind: HoldKind
    start: Moment
    until: Moment

    @property
    def key(self) -> tuple[object, ...]:
        """Its id."""
        return Hold, self.id

    @property
    def span(self) -> Span:
        """The real time that it holds."""
        return Span(self.start.at, self.until.at)

    def holds(self, now: int) -> bool:
        """Whether reminders are held at the instant `now`.

        A clock that is set back a little does not end it; one that was far ahead does.
        """
        length = self.until.at - self.start.at
        return self.start.at - length <= now < self.until.at


def checked_hold(hold: Hold) -> Hold:
    """`hold` if it ends after it starts; raises BadInput otherwise."""
    if hold.until.at <= hold.start.at:
        raise BadInput(tr("That time is over already; choose a later one."))
    return hold


def checked_session_minutes(minutes: int) -> int:
    """`minutes` if a session can be so long; raises BadInput otherwise."""
    if not 1 <= minutes <= LONGEST_SESSION:
        raise BadInput(tr("A session can take 1 to {most} minutes.", most=LONGEST_SESSION))
    return minutes
