"""The whole program on a desktop of its own: reminders, the tray, sleep, a crash, a journey."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from selfcare_app.desktop.instance_address import LOOK, tell
from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.hold import HoldKind
from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.domain.instants import moment_at
from selfcare_app.domain.notice import Fired
from selfcare_app.domain.worklog import Activity, WorkedDay
from selfcare_app.services.passphrase import FileKey
from selfcare_app.services.settings import WELCOMED
from selfcare_app.services.workspace import Workspace, open_workspace
from tests.desktop.desk import Desk, until

MONDAY = date(2026, 11, 23)
BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
LOGIN = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep")


class Program:
    """The program, its clock, and its data as another program finds it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._control, self.data = desk.folder / "control", desk.folder / "data"
        self._zone = BERLIN
        self.key: FileKey | None = None
        """What the data is locked with."""
        self.at("16:20")
        with self.opened() as workspace:
            hours, _ = parse_hours("9:00-18:00")
            workspace.settings.set(WELCOMED, True)
            self.sit = workspace.journal.add_habit(Habit("", "Sit and breathe", MONDAY))
            workspace.journal.set_work_hours(range(1, 6), hours, MONDAY - timedelta(days=30))

    def at(self, clock: str, zone: str = BERLIN, day: date = MONDAY) -> None:
        """Let it be `clock` on `day` in `zone`, and go on from there."""
        self._zone = zone
        wall = datetime.combine(day, datetime.strptime(clock, "%H:%M").time(), ZoneInfo(zone))
        ahead = wall.timestamp() - datetime.now().timestamp()
        self._control.write_text(f"{ahead} {zone}")

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Start it."""
        return self._desk.python(
            "-m",
            "tests.desktop.program",
            str(self._control),
            *("--data-dir", str(self.data)),
            *words,
            PYTHONPATH=str(Path(__file__).parents[2]),
        )

    @contextmanager
    def opened(self) -> Iterator[Workspace]:
        """What is kept, read by another program at the same moment."""
        ahead = float(self._control.read_text().split()[0])
        instant = datetime.now().timestamp() + ahead
        zone = ZoneInfo(self._zone)
        workspace = open_workspace(
            self.data / "selfcare.db",
            lambda: datetime.fromtimestamp(instant, zone).replace(tzinfo=None),
            lambda: round(instant * 1000),
            self.key,
        )
        workspace.work.zone = lambda: zone
        yield workspace
        workspace.close()

    def worked(self, day: date = MONDAY) -> WorkedDay:
        """How `day` was, as far as is known."""
        with self.opened() as workspace:
            return workspace.work.day(day)

    def shown(self, day: date = MONDAY) -> list[str]:
        """The reminders of `day` that were shown, in order."""
        with self.opened() as workspace:
            kept = workspace.records.everything()
        fired = [each for each in kept if isinstance(each, Fired) and each.day == day]
        return [each.name for each in sorted(fired, key=lambda each: each.at) if each.shown]

    def seen(self, day: date = MONDAY) -> bool:
        """Whether a sign of the person on `day` is on disk."""
        with self.opened() as workspace:
            kept = workspace.records.everything()
        return any(isinstance(each, Activity) and each.day == day for each in kept)


@pytest.fixture
def program(desk: Desk) -> Program:
    desk.start("openbox")
    return Program(desk)


@pytest.fixture
def dunst(desk: Desk) -> None:
    """A notification daemon in which somebody chooses to put things off."""
    chooser = desk.folder / "choose"
    chooser.write_text("#!/bin/sh\ngrep -m1 '15 more'\n")
    chooser.chmod(0o700)
    config = desk.folder / "dunstrc"
    config.write_text(f"[global]\ndmenu = {chooser}\nidle_threshold = 0\n")
    desk.start("dunst", "-conf", str(config))
    until(lambda: desk.has_owner("org.freedesktop.Notifications"))


def test_the_end_is_told_by_a_window_and_by_a_notification_whose_button_snoozes(
    desk: Desk, dunst: None, program: Program
) -> None:
    program.at("18:00")
    program.start()
    until(lambda: len(desk.windows("Selfcare")) == 2)
    until(lambda: desk.run("dunstctl", "count", "displayed") == "1")
    desk.picture("reminder-and-notification")
    desk.run("dunstctl", "context")

    def snoozed() -> bool:
        with program.opened() as workspace:
            return len(workspace.work.log(MONDAY).snoozed) == 1

    until(snoozed)
    until(lambda: len(desk.windows("Selfcare")) == 1)
    until(lambda: desk.run("dunstctl", "count", "displayed") == "0")


def test_a_second_start_shows_the_window_of_the_first(desk: Desk, program: Program) -> None:
    first = program.start("--in-background")
    until(program.seen)
    assert desk.windows("Selfcare") == []
    second = program.start()
    assert second.wait(20) == 0
    until(lambda: len(desk.windows("Selfcare")) == 1)
    desk.picture("second-start")
    assert first.poll() is None


def test_a_command_talks_to_the_running_program(desk: Desk, program: Program) -> None:
    program.start()
    until(lambda: len(desk.windows("Selfcare")) == 1)
    until(program.seen)
    until(lambda: tell(program.data, LOOK))
    assert program.start("session", "50").wait(20) == 0
    desk.picture("in-session")
    with program.opened() as workspace:
        assert [hold.kind for hold in workspace.work.holds()] == [HoldKind.SESSION]
    assert program.start("wrap-up").wait(20) == 0
    assert program.worked().end is not None


def test_without_a_running_program_nobody_is_told(program: Program) -> None:
    assert not tell(program.data, LOOK)


def test_after_a_kill_the_next_start_opens_the_window(desk: Desk, program: Program) -> None:
    first = program.start()
    until(lambda: len(desk.windows("Selfcare")) == 1)
    first.kill()
    first.wait()
    until(lambda: desk.windows("Selfcare") == [])
    program.start()
    until(lambda: len(desk.windows("Selfcare")) == 1)


def test_killed_during_overrun_the_day_closes_at_the_last_sign(
    desk: Desk, program: Program
) -> None:
    program.at("18:40")
    first = program.start()
    until(program.seen)
    first.kill()
    first.wait()
    program.at("09:00", day=MONDAY + timedelta(days=1))
    program.start("--in-background")
    until(lambda: program.seen(MONDAY + timedelta(days=1)))
    worked = program.worked()
    # The server began to count idle time a moment before.
    assert worked.overrun in (39, 40, 41)
    assert worked.on_time is False
    desk.picture("after-a-crash")


def test_asleep_over_the_end_there_is_one_quiet_word_and_no_overrun(
    desk: Desk, dunst: None, program: Program
) -> None:
    program.at("17:50")
    running = program.start()
    until(program.seen)
    until(lambda: program.shown() == ["before_end"])
    desk.signal(*LOGIN, "boolean:true")
    running.send_signal(signal.SIGSTOP)
    program.at("20:10")
    # Nobody has touched anything since.
    running.send_signal(signal.SIGCONT)
    desk.signal(*LOGIN, "boolean:false")
    until(lambda: len(program.shown()) == 2)
    desk.picture("after-a-sleep")
    assert program.shown() == ["before_end", "end"]
    running.kill()
    running.wait()
    program.at("09:00", day=MONDAY + timedelta(days=1))
    assert program.worked().overrun == 0


def test_on_a_journey_nothing_comes_twice_and_the_new_hours_hold(
    desk: Desk, program: Program
) -> None:
    program.at("17:45")
    program.start()
    until(lambda: program.shown() == ["before_end"])
    # The same moment, as the clocks of New York show it.
    program.at("11:45", NEW_YORK)
    until(lambda: f"{moment_words(program)}" == "18:00")
    program.at("17:29", NEW_YORK)
    program.at("18:00", NEW_YORK)
    until(lambda: "end" in program.shown())
    assert program.shown().count("before_end") == 1
    desk.picture("on-a-journey")


def moment_words(program: Program) -> str:
    """When work ends, on the clock of the zone."""
    with program.opened() as workspace:
        shift = workspace.work.shift(MONDAY)
        assert shift is not None
        return f"{moment_at(shift.end, workspace.work.zone()).wall:%H:%M}"


def open_tray_menu(desk: Desk) -> None:
    """Click with the right button on the program's icon in trayer."""

    def panels() -> list[str]:
        """The windows of trayer in which the icon stands."""
        found = desk.run("xdotool", "search", "--onlyvisible", "--class", "trayer").split()
        return [each for each in found if "selfcare" in desk.run("xwininfo", "-tree", "-id", each)]

    until(panels)
    panel = panels()[0]
    place = dict(
        line.split("=")
        for line in desk.run("xdotool", "getwindowgeometry", "--shell", panel).splitlines()
    )
    right, middle = int(place["X"]) + int(place["WIDTH"]), int(place["Y"]) + 16
    desk.run("xdotool", "mousemove", str(right - 14), str(middle), "click", "3")

    def menu_is_open() -> bool:
        return bool(desk.run("xdotool", "search", "--onlyvisible", "--class", "selfcare"))

    until(menu_is_open)


def test_in_the_tray_a_habit_is_ticked(desk: Desk, program: Program) -> None:
    desk.start("trayer", "--edge", "top", "--align", "right", "--width", "20", "--height", "32")
    program.start()
    until(lambda: len(desk.windows("Selfcare")) == 1)
    open_tray_menu(desk)
    desk.picture("tray-menu")
    desk.run("xdotool", "key", "Down", "Down", "Return")

    def ticked() -> bool:
        with program.opened() as workspace:
            return workspace.records.entry(program.sit.id, MONDAY).state is State.DONE

    until(ticked)
