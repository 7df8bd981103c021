"""Days that are planned by themselves, such as a day off, seen together where they follow on."""

from collections.abc import Iterable
from datetime import date, timedelta

from selfcare_app.domain.value import Value
from selfcare_app.domain.workhours import DayHours, Hours


class OneOffs(Value):
    """The days `first` to `last`, all with the same hours, none for days off, and one note."""

    first: date
    last: date
    hours: Hours = ()
    note: str = ""

    @property
    def days(self) -> list[date]:
        """Each of them."""
        length = (self.last - self.first).days + 1
        return [self.first + timedelta(days=number) for number in range(length)]


def one_offs(days: Iterable[DayHours], since: date) -> list[OneOffs]:
    """`days` in order from `since` on, each span from its very first day, as long as it lasts."""
    found: list[OneOffs] = []
    for each in sorted(days, key=lambda each: each.day):
        before = found[-1] if found else None
        if (
            before is not None
            and each.day == before.last + timedelta(days=1)
            and (each.hours, each.note) == (before.hours, before.note)
        ):
            found[-1] = OneOffs(before.first, each.day, each.hours, each.note)
        else:
            found.append(OneOffs(each.day, each.day, each.hours, each.note))
    return [span for span in found if span.last >= since]
