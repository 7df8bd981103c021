"""Amounts, schedules, areas, names, notes and check-ins: read as meant or refused in words."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.domain.amount import (
    LARGEST,
    checked_amount,
    format_amount,
    millionths,
    parse_amount,
)
from selfcare_app.domain.area import (
    AREAS,
    LONGEST_TITLE,
    Area,
    area_title,
    checked_area,
    parse_area,
)
from selfcare_app.domain.checkin import CheckIn, checked_check_in
from selfcare_app.domain.entry import (
    Entry,
    Pause,
    State,
    checked_entry,
    checked_pause,
    state_of_amount,
)
from selfcare_app.domain.errors import BadInput, KnownError
from selfcare_app.domain.habit import (
    LONGEST_NAME,
    LONGEST_TEXT,
    Habit,
    check_text,
    checked_habit,
    clean_name,
    target_text,
)
from selfcare_app.domain.record import key_of
from selfcare_app.domain.reminder import Reminder, checked_reminder, parse_time
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
    format_schedule,
    frequency_of,
    parse_schedule,
    target_days_of,
)
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.value import replace
from selfcare_app.domain.words import install_translator, tr
from tests.domain.strategies import TODAY, at_least, at_most, schedules, yes_no


@pytest.fixture
def english_again() -> Iterator[None]:
    yield
    install_translator(None)


# Amounts.


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("20", 20.0),
        (" 2.5 ", 2.5),
        ("2,5", 2.5),
        ("1\u00a0000", 1000.0),
        ("1\u202f000,5", 1000.5),
        ("1e3", 1000.0),
        ("0", 0.0),
        ("0.0000004", 0.0),
        ("٢٠", 20.0),
    ],
)
def test_amounts_are_read_as_typed(text: str, amount: float) -> None:
    assert parse_amount(text) == amount


@pytest.mark.parametrize("text", ["ten", "1_0", "1,000,000", "1,000.5", "0x10", "--1", "1 2"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not a number"):
        parse_amount(text)


@pytest.mark.parametrize("text", ["", "  ", "\t"])
def test_an_amount_left_empty_is_asked_for(text: str) -> None:
    with pytest.raises(BadInput, match="Type an amount"):
        parse_amount(text)


@pytest.mark.parametrize("text", ["inf", "-Infinity", "nan", "1e999"])
def test_an_amount_without_end_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="ordinary number"):
        parse_amount(text)


def test_an_amount_below_nothing_or_beyond_all_is_refused() -> None:
    with pytest.raises(BadInput, match="less than 0"):
        parse_amount("-1")
    with pytest.raises(BadInput, match="too large"):
        checked_amount(LARGEST * 1.01)
    assert str(checked_amount(-0.0)) == "0.0"


@pytest.mark.parametrize(
    ("amount", "text"), [(20.0, "20"), (2.5, "2.5"), (0.001, "0.001"), (0.0, "0"), (100.0, "100")]
)
def test_amounts_are_written_without_needless_zeros(amount: float, text: str) -> None:
    assert format_amount(amount) == text


@given(st.floats(0, 1e9))
def test_a_written_amount_reads_back(amount: float) -> None:
    kept = checked_amount(amount)
    assert millionths(parse_amount(format_amount(kept))) == millionths(kept)


# Schedules.


@given(schedules)
def test_a_written_schedule_reads_back(schedule: Schedule) -> None:
    assert parse_schedule(format_schedule(schedule)) == schedule


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        ("daily", EVERY_DAY),
        (" Mon, Wed,FRI ", Weekdays(frozenset({1, 3, 5}))),
        ("3/week", TimesPerWeek(3)),
        ("4/month", TimesPerMonth(4)),
        ("2/5days", TimesInDays(2, 5)),
        ("1/1day", TimesInDays(1, 1)),
    ],
)
def test_schedules_are_read_as_typed(text: str, schedule: Schedule) -> None:
    assert parse_schedule(text) == schedule


@pytest.mark.parametrize("text", ["", "often", "mon,", "3/year", "/week", "٣/week", "1000/week"])
def test_what_is_no_schedule_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not a schedule"):
        parse_schedule(text)


@pytest.mark.parametrize("text", ["0/week", "8/week", "0/month", "32/month", "3/2days", "0/5days"])
def test_a_schedule_that_cannot_be_kept_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="Times"):
        parse_schedule(text)


@pytest.mark.parametrize("weekdays", [frozenset[int](), frozenset({0}), frozenset({8})])
def test_a_schedule_needs_a_day_of_the_week(weekdays: frozenset[int]) -> None:
    with pytest.raises(BadInput, match="at least one day"):
        Weekdays(weekdays)


@pytest.mark.parametrize(
    ("schedule", "frequency", "target_days"),
    [
        (EVERY_DAY, (1, 1), 1),
        (Weekdays(frozenset({2})), (1, 1), 1),
        (TimesPerWeek(3), (3, 7), 7),
        (TimesPerWeek(7), (1, 1), 7),
        (TimesPerMonth(4), (4, 30), 30),
        (TimesPerMonth(31), (1, 1), 30),
        (TimesInDays(2, 5), (2, 5), 5),
        (TimesInDays(5, 5), (1, 1), 5),
    ],
)
def test_schedules_ask_so_often(
    schedule: Schedule, frequency: tuple[int, int], target_days: int
) -> None:
    assert frequency_of(schedule) == frequency
    assert target_days_of(schedule) == target_days


# Areas.


def test_areas_are_read_in_any_case_and_others_refused() -> None:
    assert parse_area(" Movement ") == "movement"
    with pytest.raises(BadInput, match="no practice area “garden”; choose one of mindfulness"):
        parse_area("garden")


def test_an_own_area_is_read_by_its_title() -> None:
    garden = Area("4f1c", "The garden", 100, "moss")
    assert parse_area(" the  GARDEN", [*AREAS, garden]) == "4f1c"
    with pytest.raises(BadInput, match="reflection, The garden"):
        parse_area("roof", [*AREAS, garden])


def test_areas_have_titles_and_only_those_of_ones_own_have_a_colour() -> None:
    assert [area_title(area) for area in AREAS] == [area.title for area in AREAS]
    assert not any(area.own for area in AREAS)
    assert Area("4f1c", "Garden", 100, "moss").own


def test_an_own_area_is_kept_with_a_clean_title() -> None:
    assert checked_area(Area("g", "  My\n garden ", 1, "moss")).title == "My garden"


@pytest.mark.parametrize(
    ("title", "colour", "sentence"),
    [
        ("  ", "moss", "needs a name"),
        ("a" * (LONGEST_TITLE + 1), "moss", "up to 60 characters"),
        ("Garden", "red", "Choose a colour"),
        ("Garden", None, "Choose a colour"),
    ],
)
def test_an_own_area_without_title_or_colour_is_refused(
    title: str, colour: str | None, sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence):
        checked_area(Area("g", title, 1, colour))


# Reminders.


@pytest.mark.parametrize(
    ("text", "minute"), [("7:30", 450), (" 07.05 ", 425), ("0:00", 0), ("23:59", 1439)]
)
def test_a_time_of_day_is_read_as_meant(text: str, minute: int) -> None:
    assert parse_time(text) == minute


@pytest.mark.parametrize("text", ["", "24:00", "7:60", "7", "-1:00", "noon", "7:5"])
def test_a_time_that_does_not_exist_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadInput, match="is not a time of day; write it such as 7:30"):
        parse_time(text)


@pytest.mark.parametrize(
    ("minute", "weekdays", "sentence"),
    [
        (-1, {1}, "needs a time from 0:00"),
        (1440, {1}, "needs a time from 0:00"),
        (0, set(), "at least one day"),
        (0, {0}, "at least one day"),
    ],
)
def test_a_reminder_that_could_never_come_is_refused(
    minute: int, weekdays: set[int], sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence):
        checked_reminder(Reminder("r", "sit", minute, frozenset(weekdays)))


def test_a_reminder_is_kept_as_it_is() -> None:
    reminder = Reminder("r", "sit", 450, frozenset({1, 7}))
    assert checked_reminder(reminder) is reminder


# Names and texts.


@pytest.mark.parametrize(
    "name", ["Sit 🧘🏽‍♀️ and breathe", "מדיטציה", "مشي \u200fسريع", "a" * LONGEST_NAME]
)
def test_names_may_be_in_any_script(name: str) -> None:
    assert clean_name(name) == name


def test_a_name_becomes_one_line() -> None:
    assert clean_name("  Brisk \n\t walk ") == "Brisk walk"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "needs a name"),
        (" \n ", "needs a name"),
        ("a" * 10_000, "this one has 10000"),
        ("a\x00b", "cannot be read"),
        ("a\ud800", "cannot be read"),
    ],
)
def test_a_name_that_cannot_be_kept_is_refused(name: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        clean_name(name)


def test_a_note_may_be_long_but_not_without_end() -> None:
    check_text("🙂" * 10_000)
    with pytest.raises(BadInput, match="up to 100000 characters"):
        check_text("a" * (LONGEST_TEXT + 1))


# Habits.


def test_habits_that_can_be_kept_are_left_as_they_are() -> None:
    for habit in (yes_no(), at_least(20), at_most(0)):
        assert checked_habit(habit) is habit


@pytest.mark.parametrize(
    "habit",
    [
        replace(at_least(20), target=None),
        replace(at_least(20), direction=None),
        at_least(-1),
        replace(yes_no(), target=1.0),
        replace(yes_no(), direction=at_most(1).direction),
        replace(yes_no(), unit="min"),
        replace(yes_no(), name=" "),
        replace(yes_no(), cue="\x00"),
        replace(yes_no(), notes="a" * (LONGEST_TEXT + 1)),
    ],
)
def test_habits_that_cannot_be_kept_are_refused(habit: Habit) -> None:
    with pytest.raises(BadInput):
        checked_habit(habit)


def test_a_target_is_written_with_its_unit() -> None:
    assert target_text(at_least(20)) == "20 min"
    assert target_text(replace(at_most(2.5), unit=None)) == "2.5"
    assert target_text(yes_no()) == ""


# Entries, pauses and check-ins.


def test_an_entry_without_words_is_empty() -> None:
    assert Entry("sit", TODAY).empty
    assert not Entry("sit", TODAY, State.DONE).empty
    assert not Entry("walk", TODAY, value=0.0).empty
    assert not Entry("sit", TODAY, note="quiet").empty


def test_an_entry_must_fit_its_habit() -> None:
    entry = Entry("walk", TODAY, State.DONE, 20.0, "by the river")
    assert checked_entry(entry, at_least(20)) is entry
    assert checked_entry(Entry("sit", TODAY, State.DONE), yes_no())
    with pytest.raises(BadInput, match="“Sit and breathe” is a yes/no habit"):
        checked_entry(entry, yes_no())
    with pytest.raises(BadInput, match="A rest has no amount"):
        checked_entry(replace(entry, state=State.REST), at_least(20))
    with pytest.raises(BadInput, match="ordinary number"):
        checked_entry(replace(entry, value=float("nan")), at_least(20))
    with pytest.raises(BadInput, match="cannot be read"):
        checked_entry(replace(entry, note="\x00"), at_least(20))


def test_an_amount_stands_for_a_state() -> None:
    assert state_of_amount(at_least(20), 5.0) is State.DONE
    assert state_of_amount(at_least(20), 0.0) is State.NOT_DONE
    assert state_of_amount(at_most(2), 0.0) is State.DONE


def test_a_pause_ends_on_or_after_its_first_day() -> None:
    day = Pause("rest", None, TODAY, TODAY)
    assert checked_pause(day) is day
    with pytest.raises(BadInput, match="must end on or after"):
        checked_pause(replace(day, last=date(2015, 1, 24)))
    with pytest.raises(BadInput, match="cannot be read"):
        checked_pause(replace(day, note="\x00"))


def test_check_in_answers_lie_between_one_and_five() -> None:
    answers = CheckIn(TODAY, energy=1, mood=5, note="better")
    assert checked_check_in(answers) is answers
    for wrong in (0, 6):
        with pytest.raises(BadInput, match="from 1 to 5"):
            checked_check_in(replace(answers, strain=wrong))


def test_a_check_in_may_skip_everything() -> None:
    assert CheckIn(TODAY).empty
    assert not CheckIn(TODAY, strain=3).empty
    assert not CheckIn(TODAY, note="tired").empty


def test_records_are_told_apart_by_kind_and_key() -> None:
    records = [
        yes_no(),
        Entry("sit", TODAY),
        Pause("sit", None, TODAY, TODAY),
        CheckIn(TODAY),
        Setting("sit", "1"),
    ]
    assert len({key_of(record) for record in records}) == len(records)
    assert key_of(Entry("sit", TODAY)) == key_of(Entry("sit", TODAY, State.DONE))


# Words.


def test_words_are_filled_in() -> None:
    assert tr("“{name}” is kept.", name="{Walk}") == "“{Walk}” is kept."
    assert tr("100 % {as it is}") == "100 % {as it is}"


@pytest.mark.usefixtures("english_again")
def test_words_go_through_the_translator() -> None:
    install_translator({"Good evening, {name}.": "Guten Abend, {name}."}.__getitem__)
    assert tr("Good evening, {name}.", name="Ada") == "Guten Abend, Ada."
    install_translator(None)
    assert tr("Good evening, {name}.", name="Ada") == "Good evening, Ada."


def test_bad_input_is_a_known_error_and_not_a_fault() -> None:
    assert issubclass(BadInput, KnownError)
