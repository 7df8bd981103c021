"""What the Progress page tells of the check-ins."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.drift import (
    Answers,
    Average,
    Change,
    Question,
    answers_to,
    averages,
    change,
)


class CheckInHistory:
    """The check-ins up to a day; averages are computed when they are first asked for."""

    def __init__(self, check_ins: Sequence[CheckIn], today: date, first_weekday: int) -> None:
        """`check_ins`, the earliest first, may go on after `today`; those do not count."""
        count = bisect_right(check_ins, today, key=lambda check_in: check_in.day)
        self.kept = check_ins
        self.as_of = today.toordinal()
        self.first_weekday = first_weekday
        self.check_ins = [check_in for check_in in check_ins[:count] if _answered(check_in)]
        self.later = len(check_ins) - count
        """How many check-ins lie after `as_of`, such as from an imported file."""

    @cached_property
    def days(self) -> Sequence[int]:
        """Day numbers of the check-ins that answer anything."""
        return [check_in.day.toordinal() for check_in in self.check_ins]

    @property
    def start(self) -> int:
        """Day number of the first check-in, or of today."""
        return self.days[0] if self.days else self.as_of

    @cached_property
    def answers(self) -> dict[Question, Answers]:
        """The answers to each question."""
        return {question: answers_to(question, self.check_ins) for question in Question}

    @cached_property
    def averages(self) -> dict[Question, list[list[Average]]]:
        """Lines of two-week averages of each question."""
        return {question: averages(answers) for question, answers in self.answers.items()}

    def count(self, days: range) -> int:
        """On how many of the day numbers `days` there was a check-in."""
        return len(self.numbers(days))

    def numbers(self, days: range) -> range:
        """Which of `check_ins` lie on the day numbers `days`."""
        return range(
            bisect_right(self.days, days.start - 1),
            bisect_right(self.days, days.stop - 1),
        )

    def change(self, question: Question, days: range) -> Change | None:
        """What changed between the halves of the day numbers `days`; None where there is too
        little to say so."""
        return change(self.answers[question], days, self.first_weekday)


def _answered(check_in: CheckIn) -> bool:
    return any(getattr(check_in, question) is not None for question in Question)
