"""Single days of the plan as a person thinks of them: a range that is alike is one thing."""

from collections.abc import Iterable
from datetime import date, timedelta

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.value import Value, replace
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import DayHours, Hours

MOST_DAYS = 366
"""How many days can be planned at once."""


class OneOff(Value):
    """What is planned alike on the days `first` to `last`, in place of what the week says."""

    first: date
    last: date
    hours: Hours = ()
    note: str = ""

    def has(self, day: date) -> bool:
        """Whether `day` is one of its days."""
        return self.first <= day <= self.last


def one_offs(statements: Iterable[DayHours]) -> list[OneOff]:
    """`statements` about single days, the earliest first; those that say the same of days one
    after the other are joined, up to what can be planned at once."""
    found: list[OneOff] = []
    for each in sorted(statements, key=lambda statement: statement.day):
        if found and _goes_on(found[-1], each):
            found[-1] = replace(found[-1], last=each.day)
        else:
            found.append(OneOff(each.day, each.day, each.hours, each.note))
    return found


def _goes_on(before: OneOff, statement: DayHours) -> bool:
    alike = (before.hours, before.note) == (statement.hours, statement.note)
    next_day = before.last + timedelta(days=1) == statement.day
    return alike and next_day and (statement.day - before.first).days < MOST_DAYS


def to_take_back(one_off: OneOff, today: date) -> OneOff:
    """What there is to take back of `one_off`: all of it or, while it runs, the days from
    `today` on. Those that were lived stay as they were planned."""
    runs = one_off.first < today <= one_off.last
    return replace(one_off, first=today) if runs else one_off


def days_of(first: date, last: date) -> list[date]:
    """The days `first` to `last`, both included.

    Raises BadInput where they end before they begin, or are more than a year.
    """
    if last < first:
        raise BadInput(tr("The last day must be on or after the first."))
    if (last - first).days >= MOST_DAYS:
        raise BadInput(tr("That is more than a year; take a shorter time."))
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
