"""When habits are brought to mind, and when they are left in peace."""

from datetime import timedelta

from selfcare_app.domain.instants import instant_of
from selfcare_app.domain.notice import Rules
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.workhours import WorkPlan
from tests.domain.desk import BERLIN, MONDAY, Desk, minute


def habit_desk(*reminders: Reminder, rules: Rules | None = None) -> Desk:
    desk = Desk(WorkPlan(), "06:00", rules=rules)
    desk.reminders = list(reminders)
    desk.open_habits = {each.habit_id for each in reminders}
    return desk


def test_a_habit_is_brought_to_mind_only_while_the_day_waits_for_it() -> None:
    desk = habit_desk(Reminder("r", "sit", 480), Reminder("s", "walk", 500, frozenset({2})))
    desk.open_habits = set()
    assert desk.run_until("09:00").shown == []
    desk = habit_desk(Reminder("r", "sit", 480), Reminder("s", "walk", 500, frozenset({2})))
    assert desk.run_until("09:00").shown == ["08:00 habit:r"]


def test_one_nudge_a_habit_a_day_unless_more_are_wanted() -> None:
    twice = (Reminder("r", "sit", 480), Reminder("s", "sit", 600), Reminder("t", "walk", 480))
    assert habit_desk(*twice).run_until("12:00").shown == ["08:00 habit:r", "08:00 habit:t"]
    desk = habit_desk(*twice, rules=Rules(nudges=2))
    assert desk.run_until("12:00").shown == ["08:00 habit:r", "08:00 habit:t", "10:00 habit:s"]


def test_quiet_hours_are_kept() -> None:
    late = Reminder("r", "sit", 23 * 60)
    desk = habit_desk(late, rules=Rules(quiet=(22 * 60, 7 * 60)))
    assert desk.run_until("08:00", days=1).shown == []
    assert [notice.name for notice in desk.passed] == ["habit:r"]


def later(desk: Desk, clock: str) -> None:
    """The person asks for “sit” again at that time."""
    desk.laters.append(("sit", instant_of(MONDAY, minute(clock), BERLIN)))


def test_a_habit_put_off_comes_again_beyond_the_nudges_of_a_day() -> None:
    desk = habit_desk(Reminder("r", "sit", 480)).run_until("08:10")
    later(desk, "08:40")
    later(desk, "09:10")
    again = [text.partition(":sit")[0] for text in desk.run_until("12:00").shown]
    assert again == ["08:00 habit:r", "08:40 later", "09:10 later"]


def test_a_habit_put_off_does_not_come_once_it_is_done() -> None:
    desk = habit_desk(Reminder("r", "sit", 480)).run_until("08:10")
    later(desk, "08:40")
    desk.open_habits = set()
    assert desk.run_until("12:00").shown == ["08:00 habit:r"]


def test_a_habit_put_off_over_midnight_belongs_to_the_day_on_which_it_comes() -> None:
    desk = habit_desk(Reminder("r", "sit", 23 * 60 + 50)).run_until("23:55")
    later(desk, "24:20")
    desk.run_until("01:00", days=1)
    assert [notice.day - MONDAY for _, notice in desk.brought] == [
        timedelta(0),
        timedelta(days=1),
    ]
