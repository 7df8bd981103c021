"""Single days of the plan: planned several at once, changed, and taken back as one thing."""

from datetime import date, timedelta

import pytest

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import LONGEST_TEXT
from selfcare_app.domain.one_offs import OneOff
from selfcare_app.domain.workhours import Interval
from tests.services.office import MONDAY, TUESDAY, Office

FRIDAY = MONDAY + timedelta(days=4)
LATE = (Interval(9 * 60, 20 * 60),)


def test_several_days_get_other_hours_in_one_step_that_can_be_undone(office: Office) -> None:
    office.workspace.journal.plan_days(MONDAY, TUESDAY, LATE, "evening group")
    assert office.work.one_offs() == [OneOff(MONDAY, TUESDAY, LATE, "evening group")]
    assert office.work.plan().on(TUESDAY).hours == LATE
    change = office.workspace.journal.undo()
    assert change is not None
    assert change.title == "Other work hours"
    assert office.work.one_offs() == []


def test_days_planned_in_place_of_others_let_those_follow_the_week_again(office: Office) -> None:
    journal = office.workspace.journal
    journal.take_days_off(MONDAY, FRIDAY, "leave")
    journal.plan_days(TUESDAY, TUESDAY, LATE, instead_of=(MONDAY, FRIDAY))
    assert office.work.one_offs() == [OneOff(TUESDAY, TUESDAY, LATE)]
    journal.undo()
    assert office.work.one_offs() == [OneOff(MONDAY, FRIDAY, (), "leave")]


@pytest.mark.parametrize(
    ("last", "note", "says"),
    [
        (MONDAY - timedelta(days=1), "", "on or after the first"),
        (MONDAY + timedelta(days=366), "", "more than a year"),
        (MONDAY, "a" * (LONGEST_TEXT + 1), "can have up to"),
    ],
)
def test_what_cannot_be_planned_is_refused_and_nothing_changes(
    office: Office, last: date, note: str, says: str
) -> None:
    journal = office.workspace.journal
    journal.take_days_off(TUESDAY, TUESDAY, "leave")
    with pytest.raises(BadInput, match=says):
        journal.plan_days(MONDAY, last, LATE, note, instead_of=(TUESDAY, TUESDAY))
    assert office.work.one_offs() == [OneOff(TUESDAY, TUESDAY, (), "leave")]
