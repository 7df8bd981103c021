"""Which copies of the database are kept: enough to go back far, and nothing of anyone else's."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.domain.days import day_at
from selfcare_app.domain.keeping import (
    CopyName,
    Origin,
    made_on,
    read_name,
    superfluous,
)

OURS, OTHER = "0a1b2c3d", "ffffffff"
NOW = datetime(2026, 11, 23, 16, 20, 5)
HOUR = 3


def daily(made: datetime, computer: str = OURS) -> str:
    return str(CopyName(Origin.DAILY, made, computer))


def before_going_back(made: datetime) -> str:
    return str(CopyName(Origin.BEFORE_GOING_BACK, made))


def by_hand(made: datetime) -> str:
    return str(CopyName(Origin.BY_HAND, made))


def every_day(days: int) -> list[str]:
    """A copy of each of the last `days` days, the latest first."""
    return [daily(NOW - timedelta(days=back)) for back in range(days)]


def kept(names: Iterable[str]) -> list[date]:
    left = set(names) - superfluous(names, OURS, NOW, HOUR)
    days = [copy.made.date() for name in left if (copy := read_name(name)) is not None]
    return sorted(days, reverse=True)


# Names


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        ("selfcare-daily-2026-11-23-162005-0a1b2c3d.db", CopyName(Origin.DAILY, NOW, OURS)),
        ("selfcare-2026-11-23-162005.db", CopyName(Origin.BY_HAND, NOW)),
        ("selfcare-2026-11-23-162005-2.db", CopyName(Origin.BY_HAND, NOW, number=2)),
        (
            "selfcare-before-going-back-2026-11-23-162005.db",
            CopyName(Origin.BEFORE_GOING_BACK, NOW),
        ),
        (
            "selfcare-before-going-back-2026-11-23-162005-12.db",
            CopyName(Origin.BEFORE_GOING_BACK, NOW, number=12),
        ),
    ],
)
def test_a_name_tells_why_and_when_a_copy_was_made(name: str, copy: CopyName) -> None:
    assert str(copy) == name
    assert read_name(name) == copy


@pytest.mark.parametrize(
    "name",
    [
        "",
        "selfcare.db",
        "monday.db",
        "selfcare-daily-2026-11-23-162005.db",
        "selfcare-daily-2026-11-23-162005-2.db",
        "selfcare-2026-11-23-162005-0a1b2c3d.db",
        "selfcare-2026-11-23-162005-1.db",
        "selfcare-before-version-4.db",
        "selfcare-damaged-2026-11-23-162005.db",
        "selfcare-2026-02-31-162005.db",
        "selfcare-2026-11-23-166005.db",
        "selfcare-2026-11-23-162005.db.part",
        ".selfcare-2026-11-23-162005.db.7.part",
        "my selfcare-2026-11-23-162005.db",
        "selfcare-2026-11-23-162005.db\n",
        "selfcare-२०२६-11-23-162005.db",
    ],
)
def test_other_names_are_none_of_ours(name: str) -> None:
    assert read_name(name) is None


def test_the_copy_of_a_day_is_found_by_the_person_s_day() -> None:
    names = ["letter.txt", daily(datetime(2026, 11, 24, 2, 30)), by_hand(NOW)]
    assert made_on(names, OURS, date(2026, 11, 23), HOUR)
    assert not made_on(names, OURS, date(2026, 11, 24), HOUR)
    assert made_on(names, OURS, date(2026, 11, 24), 0)
    assert not made_on(names, OTHER, date(2026, 11, 23), HOUR)


# What stays


def test_seven_days_four_weeks_and_twelve_months_stay() -> None:
    days = kept(every_day(800))
    assert days[:7] == [date(2026, 11, 23) - timedelta(days=back) for back in range(7)]
    # The last days of weeks, then of months.
    assert days[7:9] == [date(2026, 11, 15), date(2026, 11, 8)]
    assert days[9:12] == [date(2026, 10, 31), date(2026, 9, 30), date(2026, 8, 31)]
    assert days[-1] == date(2025, 12, 31)
    assert len(days) == 20


def test_long_silence_takes_nothing_away() -> None:
    old = [daily(NOW - timedelta(days=400 + back)) for back in range(7)]
    assert superfluous(old, OURS, NOW, HOUR) == set()


def test_of_one_day_the_last_copy_stays() -> None:
    first, last = daily(NOW - timedelta(hours=3)), daily(NOW)
    assert superfluous([last, first], OURS, NOW, HOUR) == {first}


def test_what_was_made_by_hand_or_elsewhere_stays() -> None:
    names = [by_hand(NOW - timedelta(days=back)) for back in range(1, 900)]
    names += [daily(NOW - timedelta(days=back), OTHER) for back in range(1, 900)]
    names += ["selfcare.db", "letter.txt", "selfcare-daily.db"]
    assert superfluous([*names, daily(NOW)], OURS, NOW, HOUR) == set()


def test_what_was_there_before_going_back_stays_for_thirty_days() -> None:
    at_the_edge = before_going_back(NOW - timedelta(days=30))
    older = before_going_back(NOW - timedelta(days=30, seconds=1))
    assert superfluous([daily(NOW), at_the_edge, older], OURS, NOW, HOUR) == {older}


def test_the_newest_of_all_stays_however_old() -> None:
    older = before_going_back(NOW - timedelta(days=100))
    newest = before_going_back(NOW - timedelta(days=90))
    assert superfluous([older, newest], OURS, NOW, HOUR) == {older}


def test_copies_of_days_to_come_neither_go_nor_push_others_out() -> None:
    """The clock of the computer was wrong for a while."""
    wrong = [daily(NOW + timedelta(days=ahead)) for ahead in range(1, 40)]
    right = every_day(7)
    assert superfluous([*wrong, *right], OURS, NOW, HOUR) == set()


# A second implementation

moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 6, 1)).map(
    lambda moment: moment.replace(microsecond=0)
)
copies = st.one_of(
    moments.map(daily),
    moments.map(by_hand),
    moments.map(before_going_back),
    moments.map(lambda made: daily(made, OTHER)),
    st.just("letter.txt"),
)
crowded = st.integers(0, 60 * 24 * 60).map(lambda minutes: daily(NOW - timedelta(minutes=minutes)))


def stays(name: str, names: set[str], now: datetime, hour: int) -> bool:
    """Whether a copy is kept, asked for one at a time by counting what is later."""
    copy = read_name(name)
    others = [other for each in names if (other := read_name(each)) and other.made <= now]
    if copy is None or copy.made > now or copy.origin is Origin.BY_HAND:
        return True
    if not any(other.made > copy.made for other in others):
        return True
    if copy.origin is Origin.BEFORE_GOING_BACK:
        return now - copy.made <= timedelta(days=30)
    if copy.computer != OURS:
        return True
    alike = [other for other in others if (other.origin, other.computer) == ("daily", OURS)]
    day = day_at(copy.made, hour)

    def fits(form: str, most: int) -> bool:
        later = [other for other in alike if other.made > copy.made]
        periods = {day_at(other.made, hour).strftime(form) for other in later}
        return day.strftime(form) not in periods and len(periods) < most

    return fits("%j %Y", 7) or fits("%G-W%V", 4) or fits("%Y-%m", 12)


@given(
    st.sets(st.one_of(copies, crowded), max_size=60),
    st.integers(0, 6),
    st.sampled_from([NOW, datetime(2026, 1, 1, 1), datetime(2024, 12, 30, 4)]),
)
def test_a_second_implementation_keeps_the_same(names: set[str], hour: int, now: datetime) -> None:
    assert superfluous(names, OURS, now, hour) == {
        name for name in names if not stays(name, names, now, hour)
    }


@given(st.sets(st.one_of(copies, crowded), min_size=1, max_size=60), st.integers(0, 6))
def test_what_stays_would_stay_again(names: set[str], hour: int) -> None:
    left = names - superfluous(names, OURS, NOW, hour)
    assert left
    assert superfluous(left, OURS, NOW, hour) == set()
