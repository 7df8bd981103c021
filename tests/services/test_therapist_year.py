"""A year of a therapist's days gives the numbers that were counted by hand."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.domain.instants import moment_at
from selfcare_app.domain.workhours import DayHours
from selfcare_app.domain.worklog import Activity
from tests.services.office import BERLIN, Office

# Month: work days, planned minutes, days that ended on time, minutes of overrun.
#
# Counted on a calendar of 2026: Monday to Thursday eight hours, Friday five until August and
# none from September on, when Tuesday has nine; nine hours on the first Wednesday of each
# month; off 6–10 April, 3–21 August and from 24 December. Thursdays overrun by 25 minutes,
# Tuesdays by 10, which is on time.
BY_HAND = {
    1: (22, 9720, 17, 165),
    2: (20, 8940, 16, 140),
    3: (22, 9900, 18, 150),
    4: (17, 7680, 13, 130),
    5: (21, 9240, 17, 140),
    6: (22, 9900, 18, 150),
    7: (23, 10200, 18, 165),
    8: (6, 2700, 5, 35),
    9: (18, 9000, 14, 150),
    10: (17, 8460, 12, 165),
    11: (17, 8460, 13, 140),
    12: (14, 7020, 11, 115),
}
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
OVERRUN = {2: 10, 4: 25}
CONFERENCE = date(2026, 5, 4), date(2026, 5, 8)


def plan_the_year(office: Office) -> None:
    journal = office.workspace.journal
    journal.set_work_hours(range(1, 5), parse_hours("09:00-13:00,14:00-18:00")[0], FIRST)
    journal.set_work_hours([5], parse_hours("09:00-14:00")[0], FIRST)
    journal.set_work_hours([5], (), date(2026, 9, 1))
    journal.set_work_hours([2], parse_hours("09:00-13:00,14:00-19:00")[0], date(2026, 9, 1))
    for month in range(1, 13):
        first = date(2026, month, 1)
        wednesday = first + timedelta(days=(3 - first.isoweekday()) % 7)
        journal.plan_day(DayHours(wednesday, parse_hours("12:00-21:00")[0], "late evening"))
    journal.take_days_off(date(2026, 4, 6), date(2026, 4, 10))
    journal.take_days_off(date(2026, 8, 3), date(2026, 8, 21), "by the sea")
    journal.take_days_off(date(2026, 12, 24), LAST)


def live(office: Office, day: date) -> None:
    """One day: at the desk from the start on, with ticks around its end."""
    abroad = CONFERENCE[0] <= day <= CONFERENCE[1]
    office.zone = ZoneInfo("America/New_York") if abroad else BERLIN
    shift = office.work.shift(day)
    if shift is None:
        return
    near, zone = shift.end - 40 * 60, office.zone
    office.now = near
    seen = Activity(day, moment_at(shift.start, zone), moment_at(near, zone))
    office.workspace.journal.note_activity(seen)
    weekday = day.isoweekday()
    end = shift.end + OVERRUN.get(weekday, -10 if weekday == 1 else 0) * 60
    # On Mondays the lid is closed before the end; nobody says that the day is over.
    while office.now < end - 240:
        office.now += 240
        office.work.reminding.tick()
    office.now = end
    if weekday in (2, 3):
        office.work.done_for_today()
    else:
        office.work.reminding.tick()


def test_a_year_gives_the_numbers_that_were_counted_by_hand(office: Office) -> None:
    plan_the_year(office)
    for number in range((LAST - FIRST).days + 1):
        live(office, FIRST + timedelta(days=number))
    office.zone = BERLIN
    office.at(LAST + timedelta(days=1), "12:00")

    found = {}
    for month in BY_HAND:
        first = date(2026, month, 1)
        last = date(2026 + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        days = [day for day in office.work.days(first, last) if day.planned_minutes]
        found[month] = (
            len(days),
            sum(day.planned_minutes or 0 for day in days),
            sum(bool(day.on_time) for day in days),
            sum(day.overrun or 0 for day in days),
        )
    assert found == BY_HAND
    total = [sum(column) for column in zip(*BY_HAND.values(), strict=True)]
    assert total == [219, 101_220, 172, 1_645]
